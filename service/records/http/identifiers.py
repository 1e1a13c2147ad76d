"""Identifiers in a query: one that names nothing that there ever was is refused, so that no typo reads as "never"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from service.records.index.indexing import PART
from service.records.record_type import RecordType, Registry, with_article
from service.records.schemas.fields import PartReference, Reference
from service.records.schemas.parts import RecordAddress
from service.storage.lists import among, bound_list
from service.suggestions import nearest
from service.web.parameters import Parameter, invalid_parameters

# Ids on either side of the one asked for, in order, that may be meant: all that a type has, mostly.
_NEIGHBOURS = 500


@dataclass(frozen=True)
class _Asked:
    """Identifiers that a parameter names: of records of a type, or of ``parts`` of such records."""

    parameter: str
    record_type: RecordType
    ids: tuple[str, ...]
    address: str = ""
    of_parts: bool = False


def check_identifiers(
    connection: Connection, registry: Registry, declared: Sequence[Parameter], values: Mapping[str, Any]
) -> None:
    """Raise a 400 problem for each identifier in ``values`` that names no record that there ever was.

    Deleted records, and those created after ``known_at``, did or do exist. A plain ``Slug`` is not looked up.
    """
    errors: list[dict[str, str]] = []
    for asked in _asked(registry, declared, values, errors):
        find = _parts_ever if asked.of_parts else _records_ever
        known = find(connection, asked.record_type.name, asked.ids)
        errors += [_unknown(connection, asked, each) for each in asked.ids if each not in known]
    if errors:
        raise invalid_parameters(errors)


def names_records(declared: Sequence[Parameter], values: Mapping[str, Any]) -> bool:
    """Tell whether any of these values is an identifier to look up."""
    return any(
        each.name in values and isinstance(each.field, Reference | PartReference | RecordAddress)
        for each in declared
    )


def _asked(
    registry: Registry,
    declared: Sequence[Parameter],
    values: Mapping[str, Any],
    errors: list[dict[str, str]],
) -> Iterator[_Asked]:
    fields = {each.name: each.field for each in declared}
    for parameter in declared:
        name, field = parameter.name, parameter.field
        if name not in values:
            continue
        given: tuple[str, ...] = values[name] if parameter.many else (values[name],)
        if isinstance(field, Reference):
            yield _Asked(name, registry.named(field.record_type), given)
        elif isinstance(field, PartReference):
            owner = fields[field.record]
            assert isinstance(owner, Reference)
            yield _Asked(name, registry.named(owner.record_type), given, of_parts=True)
        elif isinstance(field, RecordAddress):
            yield from _addressed(registry, name, given, errors)


def _addressed(
    registry: Registry, name: str, addresses: Iterable[str], errors: list[dict[str, str]]
) -> Iterator[_Asked]:
    by_path: dict[str, list[str]] = {}
    for address in addresses:
        path, _, record_id = address.partition("/")
        by_path.setdefault(path, []).append(record_id)
    for path, ids in by_path.items():
        record_type = registry.at(path)
        if record_type is not None:
            yield _Asked(name, record_type, tuple(ids), address=f"{path}/")
            continue
        meant = nearest(path, registry.paths)
        hint = (
            f"Did you mean '{meant}/{ids[0]}'?" if meant else f"It begins with: {', '.join(registry.paths)}."
        )
        detail = f"'{path}/{ids[0]}' is not the path of a record. {hint}"
        errors.append({"parameter": name, "code": "unknown_type", "detail": detail})


def _records_ever(connection: Connection, record_type: str, ids: Sequence[str]) -> set[str]:
    is_sqlite = connection.dialect.name == "sqlite"
    query = text(
        f"SELECT DISTINCT id FROM revisions WHERE type = :type AND id {among(':ids', is_sqlite=is_sqlite)}"
    )
    asked = {"type": record_type, "ids": bound_list(ids, is_sqlite=is_sqlite)}
    return set(connection.execute(query, asked).scalars())


def _parts_ever(connection: Connection, record_type: str, ids: Sequence[str]) -> set[str]:
    is_sqlite = connection.dialect.name == "sqlite"
    one_of = f"value {among(':ids', is_sqlite=is_sqlite)}"
    # Each half has an index of its own.
    halves = (
        f"SELECT value FROM terms WHERE type = :type AND field = :field AND {one_of} AND seq_to {ended}"
        for ended in ("IS NULL", "IS NOT NULL")
    )
    asked = {"type": record_type, "field": PART, "ids": bound_list(ids, is_sqlite=is_sqlite)}
    return set(connection.execute(text(" UNION ".join(halves)), asked).scalars())


def _unknown(connection: Connection, asked: _Asked, given: str) -> dict[str, str]:
    what = f"{with_article(asked.record_type.name)} {given!r}"
    if asked.of_parts:
        what = f"{with_article(asked.record_type.name)} with a part {given!r}"
        near = _parts_near(connection, asked.record_type.name)
    else:
        near = _ids_near(connection, asked.record_type.name, given)
    meant = nearest(given, near)
    hint = f" Did you mean '{asked.address}{meant}'?" if meant else ""
    return {
        "parameter": asked.parameter,
        "code": "unknown_reference",
        "detail": f"There never was {what}.{hint}",
    }


def _ids_near(connection: Connection, record_type: str, given: str) -> list[str]:
    sides = (("after", ">=", "ASC"), ("before", "<", "DESC"))
    halves = (
        f"SELECT id FROM (SELECT id FROM revisions WHERE type = :type AND seq_to IS NULL AND body IS NOT NULL "
        f"AND id {operator} :given ORDER BY id {way} LIMIT {_NEIGHBOURS}) {side}"
        for side, operator, way in sides
    )
    query = text(" UNION ALL ".join(halves))
    return list(connection.execute(query, {"type": record_type, "given": given}).scalars())


def _parts_near(connection: Connection, record_type: str) -> list[str]:
    query = text(
        "SELECT DISTINCT value FROM terms WHERE type = :type AND field = :field AND seq_to IS NULL "
        f"ORDER BY value LIMIT {2 * _NEIGHBOURS}"
    )
    return list(connection.execute(query, {"type": record_type, "field": PART}).scalars())
