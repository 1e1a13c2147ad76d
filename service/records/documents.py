"""From a request's body to the document that is stored and served: load, derive, and check what a schema cannot."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache, partial
from typing import Any

import jsonpointer
from marshmallow import Schema, ValidationError, fields

from service.records.index.indexing import Named, references_of
from service.records.on_day import answered_since
from service.records.record_type import Document, RecordType, Registry
from service.records.schemas import instants
from service.records.schemas.branches import SchemaBranch, branches, places
from service.records.schemas.dates import InvalidDate, bounds
from service.records.schemas.field_errors import flatten
from service.records.schemas.notations import Pointer, Topic

# What the names of a date's bounds end in.
BOUNDS = ("_earliest", "_latest")
# Set by the server on every record, in the order in which they are served.
HEAD = ("type", "id", "revision", "recorded_at", "self")
TAIL = ("same_as", "claims", "note")
_MISSING: Any = object()
_OF_THE_SERVER = "Is set by the server: leave it out, or send back what is stored."
_OF_THE_CLOCKS = f"{_OF_THE_SERVER[:-1]}, as a read without `as_of`, `published_until` and `known_at` has it."
Errors = list[dict[str, str]]


class Invalid(Exception):
    """A body that cannot become a record: ``errors`` says where and why.

    ``named`` and ``read_only`` are what the body refers to and sets all the same, for a report of all errors at once.
    """

    def __init__(
        self,
        errors: Errors,
        named: Iterable[Named] = (),
        read_only: Iterable[tuple[str, Any]] = (),
    ) -> None:
        super().__init__(f"{len(errors)} errors")
        self.errors = errors
        self.named = tuple(named)
        self.read_only = tuple(read_only)


@dataclass(frozen=True)
class Draft:
    """A valid body: the document but for the server's own fields, and the read-only values that came along."""

    record_type: RecordType
    document: Document
    read_only: tuple[tuple[str, Any], ...]
    named: tuple[Named, ...]


def error_at(pointer: str, code: str, detail: str) -> dict[str, str]:
    """Return one entry of a problem's ``errors``."""
    return {"pointer": pointer, "code": code, "detail": detail}


def draft(record_type: RecordType, registry: Registry, body: Mapping[str, Any]) -> Draft:
    """Validate a body and return it as a draft.

    Raises ``Invalid`` with every error of the schema, of references to types that do not exist, and of pointers
    that do not resolve. References to records are checked by the writer, who holds the lock.
    """
    read_only: list[tuple[str, Any]] = []
    own = without_read_only(body, record_type.schema, "", read_only, top=record_type)
    try:
        loaded: Document = schema_of(record_type.schema).load(own)
    except ValidationError as error:
        may_resolve = partial(_may_resolve, record_type, body)
        errors = flatten(error.messages) + _dangling_pointers(own, record_type.schema, may_resolve)
        named = tuple(references_of(record_type, body))
        with_errors = {entry["pointer"] for entry in errors}
        errors += [each for each in _unknown_types(named, registry) if each["pointer"] not in with_errors]
        raise Invalid(errors, _known(named, registry), read_only) from error
    if record_type.derive:
        loaded = record_type.derive(loaded)
    document: Document = {
        "type": record_type.name,
        "id": loaded.get("id"),
        "revision": 0,
        "recorded_at": "",
        "self": "",
    }
    document |= loaded
    if record_type.derive:
        # What was derived came last, and these close a record.
        document |= {name: document.pop(name) for name in TAIL}
    named = tuple(references_of(record_type, document))
    errors = _unknown_types(named, registry)
    errors += _dangling_pointers(
        document, record_type.schema, lambda pointer: _at(document, pointer) is not _MISSING
    )
    if errors:
        raise Invalid(errors, _known(named, registry), read_only)
    return Draft(record_type, document, tuple(read_only), named)


def finish(
    made: Draft,
    *,
    record_id: str,
    revision: int,
    recorded_at: str,
    stored: Mapping[str, Any] | None,
    is_imported: bool = False,
) -> Document:
    """Return the document with the server's fields set.

    A read-only value in the body must equal what is stored, or what follows from the body itself. What depends on the
    day, a summit's status, may be that of any day since the record was last written, so that whoever read it yesterday
    may send it back; of a new record, and of one that ``is_imported``, that of any day. Raises ``Invalid``.
    """
    document = made.document | {
        "id": record_id,
        "revision": revision,
        "recorded_at": recorded_at,
        "self": f"/v1/{made.record_type.path}/{record_id}",
    }
    # These two are new with every revision, so nothing but the stored ones can be meant.
    derived = {name: value for name, value in document.items() if name not in ("revision", "recorded_at")}
    since = "" if stored is None or is_imported else stored["recorded_at"][:10]
    if made.read_only and (
        errors := read_only_errors(
            made.read_only,
            *answered_since(made.record_type, (stored, derived), since),
            clocked=made.record_type.read_only,
        )
    ):
        raise Invalid(errors)
    return document


def read_only_errors(
    sent: Iterable[tuple[str, Any]], *allowed: Mapping[str, Any] | None, clocked: Collection[str] = ()
) -> Errors:
    """Return an error for each read-only value that is in none of these documents; ``clocked`` depend on the clocks."""
    return [
        error_at(pointer, "read_only", _OF_THE_CLOCKS if pointer[1:] in clocked else _OF_THE_SERVER)
        for pointer, value in sent
        if not any(_equal(value, _at(document, pointer)) for document in allowed)
    ]


def known_read_only(body: Mapping[str, Any], sent: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return those read-only values of a body with errors that are wrong unless they are stored.

    What else is derived from the body is not known before it is valid; the bounds of a date are where that is valid.
    """
    return [
        (pointer, value)
        for pointer, value in sent
        if pointer[1:] in HEAD or (pointer.endswith(BOUNDS) and not _is_bound(body, pointer, value))
    ]


def _is_bound(body: Mapping[str, Any], pointer: str, value: Any) -> bool:
    name, _, end = pointer.rpartition("_")
    dated = _resolve(body, name)
    try:
        return dated in (None, _MISSING) or _equal(value, getattr(bounds(dated), end))
    except (InvalidDate, TypeError, AttributeError):
        return True


def content(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document without the fields that change with every revision, to tell whether two say the same."""
    return {name: value for name, value in document.items() if name not in ("revision", "recorded_at")}


def _unknown_types(named: Iterable[Named], registry: Registry) -> Errors:
    known = registry.names
    return [
        error_at(f"{name.pointer}/type", "unknown_type", f"Unknown type. The types are {', '.join(known)}.")
        for name in named
        if name.type not in known
    ]


def _known(named: Any, registry: Registry) -> list[Named]:
    return [name for name in named if name.type in registry.names]


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        # Generated clients read `recorded_at` as an instant, and write the same one in other digits.
        return one == other or _instant(one) == _instant(other) is not None
    # Python holds True and 1 for equal; JSON does not.
    return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)


def _instant(text: str) -> datetime | None:
    try:
        return instants.parse(text)
    except (ValueError, OverflowError):
        return None


def _at(document: Mapping[str, Any] | None, pointer: str) -> Any:
    return _MISSING if document is None else _resolve(document, pointer)


def _may_resolve(record_type: RecordType, body: Mapping[str, Any], pointer: str) -> bool:
    """Tell whether a pointer into a body with errors could resolve, once they are mended: its first name is a field."""
    name = pointer.split("/")[1]
    own = {
        *HEAD,
        *record_type.read_only,
        *schema_of(record_type.schema).fields,
        *_read_only_names(record_type.schema),
    }
    return name in own and (name not in body or "/" not in pointer[1:] or _at(body, pointer) is not _MISSING)


def _resolve(document: Mapping[str, Any], pointer: str) -> Any:
    try:
        found = _pointer(pointer).resolve(document, _MISSING)
    except jsonpointer.JsonPointerException:
        return _MISSING
    # "-", the place after an array's last item (RFC 6901, section 4), has nothing in it.
    return _MISSING if isinstance(found, jsonpointer.EndOfList) else found


@lru_cache(maxsize=4096)
def _pointer(text: str) -> jsonpointer.JsonPointer:
    return jsonpointer.JsonPointer(text)


def _dangling_pointers(
    document: Mapping[str, Any], schema: type[Schema], resolves: Callable[[str], bool]
) -> Errors:
    """Return an error for each pointer of a citation's ``supports`` or a claim's ``about`` that does not resolve."""
    return [
        error_at(where, "unresolved_pointer", f"{pointer} names no place in this record.")
        for where, pointer, _ in places(document, _pointing(schema))
        if isinstance(pointer, str) and pointer.startswith("/") and not resolves(pointer)
    ]


@cache
def _pointing(schema: type[Schema]) -> tuple[SchemaBranch[bool], ...]:
    return branches(schema, lambda _, field: isinstance(field, Pointer | Topic) or None)


@cache
def schema_of(schema: type[Schema]) -> Schema:
    """Return the one instance of a schema."""
    return schema()


@cache
def _read_only_names(schema: type[Schema]) -> frozenset[str]:
    return frozenset(schema.read_only())  # type: ignore[attr-defined]


def without_read_only(
    part: Any, schema: type[Schema], pointer: str, found: list[tuple[str, Any]], top: RecordType | None = None
) -> Any:
    """Return the part without its read-only members, which are added to ``found`` with their pointers."""
    if not isinstance(part, dict):
        return part
    names = _read_only_names(schema)
    if top is not None:
        names |= {"type", "revision", "recorded_at", "self", *top.read_only}
    kept = part
    if not names.isdisjoint(part):
        found += [(f"{pointer}/{name}", value) for name, value in part.items() if name in names]
        kept = {name: value for name, value in part.items() if name not in names}
    for name, nested in nested_schemas(schema):
        value = kept.get(name)
        if not value:
            continue
        if isinstance(value, list):
            clean: Any = [
                without_read_only(item, nested, f"{pointer}/{name}/{index}", found)
                for index, item in enumerate(value)
            ]
        else:
            clean = without_read_only(value, nested, f"{pointer}/{name}", found)
        kept = kept | {name: clean}
    return kept


@cache
def nested_schemas(schema: type[Schema]) -> tuple[tuple[str, type[Schema]], ...]:
    """Return the fields of a schema that hold parts, with their schemas."""
    inner = (
        (name, field.inner if isinstance(field, fields.List) else field)
        for name, field in schema_of(schema).fields.items()
    )
    return tuple((name, type(field.schema)) for name, field in inner if isinstance(field, fields.Nested))
