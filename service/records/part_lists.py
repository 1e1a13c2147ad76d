"""What a record type declares of those parts of its records that are listed by themselves: steps, findings, claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from marshmallow import Schema, fields

from service.records.schemas.fields import Enumeration, Parts, Reference, Text
from service.records.schemas.parts import STANCES

Document = dict[str, Any]
Values = Callable[[Document], Iterable[str | None]]


def _same(value: str) -> Iterable[str]:
    return (value,)


def _title(row: Mapping[str, Any]) -> str:
    return str(row["record"]["title"])


def _line_of_claim(row: Mapping[str, Any]) -> str:
    """Return a line such as ``Singapore summit: New York Times asserts: they met``."""
    return f"{_title(row)}: {row['by']['name']} {row['stance'] or 'says'}: {row['statement'].rstrip('.')}"


@dataclass(frozen=True)
class PartFilter:
    """A query parameter of a list of parts. It selects parts, not records that have such a part.

    ``field`` validates and documents one value, ``of`` yields the values of a part, of which empty ones are passed
    over. ``match`` says how values select parts: ``any_of`` compares; ``name`` finds whole words of a name as the
    filters of records do; ``topic`` finds a JSON Pointer with all below it, or the words of a text.

    With ``through``, the name of another filter of the list whose values are ids of records, parts are found also by
    what those records have under their filter ``there`` (by default the one of the same name).

    Values are indexed as terms of the record, unless it has a filter that finds it by them anyway: ``within`` names
    that filter, and ``gives`` returns its values for a value of this one (by default the same).
    """

    name: str
    field: fields.Field[Any]
    of: Values
    match: Literal["any_of", "name", "topic"] = "any_of"
    through: str = ""
    there: str = ""
    within: str = ""
    gives: Callable[[str], Iterable[str]] = _same


@dataclass(frozen=True)
class PartList:
    """A list of the parts that records hold in the field ``name``, which is also its path below ``/v1``.

    ``description`` is a sentence about the list. ``context`` are the fields of the record that each row repeats.
    ``inherited`` names members that are filled, where they are null, from the record that another member refers to:
    the category of an appearance from its ``system``. ``combined`` makes conditions of several filters given together,
    in addition to those of each (``RecordType.combined``). ``imported`` are the columns of the table of these parts
    that an import takes, the id of the record first: those of the list begin with them. ``position_from`` names the
    member of a row that refers to the record whose position it has, ``position_in`` the one that names the part of that
    record where it is more precisely (``RecordType.position_of_part``). ``example`` is a query that the
    seed set answers on a page, without members that differ from one database to another.

    ``line`` tells a row, as it is answered, in a line without its date and sources, which follow by themselves; it may
    read the records that the references of the row in ``references`` name, as far as they exist. ``says`` is the member
    that says more than the line.
    """

    name: str
    description: str
    filters: tuple[PartFilter, ...] = ()
    context: tuple[str, ...] = ()
    inherited: Mapping[str, str] = field(default_factory=dict)
    combined: Callable[..., Mapping[tuple[str, ...], Any]] | None = None
    imported: tuple[str, ...] = ()
    position_from: str = ""
    position_in: str = ""
    example: str = ""
    line: Callable[[Mapping[str, Any]], str] = _title
    references: tuple[str, ...] = ()
    says: str = "note"

    def filter(self, name: str) -> PartFilter:
        """Return the filter of this name; raises ``StopIteration``."""
        return next(each for each in self.filters if each.name == name)

    def field_of(self, declared: PartFilter) -> str:
        """Return the field of the terms of a filter."""
        return declared.within or f"{self.name}.{declared.name}"

    def parts(self, record: Mapping[str, Any]) -> list[Document]:
        """Return the parts of a record, in its order."""
        found: list[Document] = record.get(self.name) or []
        return found

    def schema(self, of_record: type[Schema]) -> type[Schema]:
        """Return the schema of the parts, by that of the record."""
        return type(_field_of(of_record, self.name).inner.schema)

    def is_optional(self, of_record: type[Schema]) -> bool:
        """Return whether a record may have none of these parts."""
        return not _field_of(of_record, self.name).min_items

    def is_dated(self, of_record: type[Schema]) -> bool:
        """Return whether the parts have a field ``date``."""
        return "date" in _names(self.schema(of_record))


# Instances of schemas take long to make, and every record that is written asks for them.
@cache
def _field_of(of_record: type[Schema], name: str) -> Any:
    declared = of_record().fields[name]
    if not isinstance(declared, Parts):
        raise TypeError(f"{name} of {of_record.__name__} is not a list of parts")
    return declared


@cache
def _names(schema: type[Schema]) -> frozenset[str]:
    return frozenset(schema().fields)


def _of_party(member: str) -> Values:
    return lambda part: [(part["by"] or {}).get(member)]


def by_party(parts: str) -> tuple[PartFilter, PartFilter]:
    """Return the filters on the party under ``by``: its name, and its actor; ``parts`` says what is selected."""
    return (
        PartFilter(
            "by",
            Text(f"Only {parts} by a party of this name, or whose actor has it."),
            _of_party("name"),
            "name",
            through="by_actor",
            there="name",
        ),
        PartFilter(
            "by_actor",
            Reference("actor", f"Only {parts} by one of these actors (comma list)."),
            _of_party("actor"),
        ),
    )


CLAIMS = PartList(
    "claims",
    "What parties claim about what is recorded: who, with which stance, about what.",
    filters=(
        *by_party("claims"),
        PartFilter(
            "stance",
            Enumeration(*STANCES, description="Only claims with one of these stances (comma list)."),
            lambda claim: [claim["stance"]],
        ),
        PartFilter(
            "about",
            Text(
                "Only claims about this place in their record, a JSON Pointer such as `/steps/0`, or about a place "
                "within it; else only claims about a topic with these words."
            ),
            lambda claim: [claim["about"]],
            "topic",
        ),
    ),
    example="by=new+york+times&stance=asserts&as_of=2018-09-10&fields=record.type,record.id,pointer,statement,by.name,stance,"
    "citations.source,cited_by",
    line=_line_of_claim,
    says="statement",
)
"""The claims, which records of every type may hold."""
