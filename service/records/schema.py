"""The fields that every record has, and where a schema holds references to other records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from marshmallow import Schema, fields

from service.records.faults import Fault, escape, json_type, refusal
from service.records.fields import Many, PartReference, Parts, Reference, Slug, Text
from service.records.notations import Url
from service.records.parts import Claim, Faults, TypedReference, unique_ids
from service.records.record_part import Data, RecordPart, rule

# The fields that every type has; the first opens a record, the others close it.
FIRST = ("id",)
LAST = ("same_as", "claims", "note")


class RecordSchema(RecordPart):
    """Base of the schemas of record types: adds the fields that a client may set on any record."""

    id = Slug(
        "Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 "
        "characters. Chosen by the client, or on POST derived from the title or name and the date."
    )
    same_as = Many(Url(), "URLs that name the same thing elsewhere: a Wikidata entity, say.")
    claims = Parts(
        Claim, "What parties claim about it; accounts that contradict one another stand side by side."
    )
    note = Text("Anything else that a reader of the record should know.")

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.fields = _in_order(self.fields)
        self.load_fields = _in_order(self.load_fields)
        self.dump_fields = _in_order(self.dump_fields)

    def load(self, data: Any, **options: Any) -> Any:
        """Return a body as a document; raises ``ValidationError``, to be read with ``faults.flatten``."""
        if not isinstance(data, dict):
            raise refusal("wrong_type", f"A record must be an object, not {json_type(data)}.")
        return super().load(data, **options)

    @rule
    def claims_are_unique(self, data: Data, _: Data) -> Faults:
        yield from unique_ids(data.get("claims", []), "claims")

    @rule
    def claims_respond_to_others(self, data: Data, sent: Data) -> Faults:
        claims = sent.get("claims")
        known = (
            {claim["id"] for claim in claims if isinstance(claim, dict) and isinstance(claim.get("id"), str)}
            if isinstance(claims, list)
            else set()
        )
        for index, claim in enumerate(data.get("claims", [])):
            answered = claim.get("responds_to") if claim else None
            if answered is None:
                continue
            if answered == claim.get("id"):
                yield (
                    ("claims", index, "responds_to"),
                    Fault("self_reference", "A claim cannot respond to itself."),
                )
            elif answered not in known:
                yield (
                    ("claims", index, "responds_to"),
                    Fault("unknown_claim", f"No claim of this record has the id {answered!r}."),
                )


def _in_order(declared: dict[str, fields.Field[Any]]) -> dict[str, fields.Field[Any]]:
    own = [name for name in declared if name not in FIRST + LAST]
    names = [
        *(name for name in FIRST if name in declared),
        *own,
        *(name for name in LAST if name in declared),
    ]
    return {name: declared[name] for name in names}


@dataclass(frozen=True)
class ReferencePath:
    """Where documents of a schema name records.

    ``path`` holds field names, and ``*`` for each item of a list. ``target`` is the singular name of the
    record type named, ``None`` where the value is an object that says it: ``{type, id}``. For a part of a
    record, ``record`` is the top-level field that names it, ``collection`` its own field that holds the parts.
    """

    path: tuple[str, ...]
    target: str | None
    record: str | None = None
    collection: str | None = None


@cache
def references(schema: type[Schema]) -> tuple[ReferencePath, ...]:
    """Return every place where documents of this schema name a record or a part of one, in schema order."""
    top = schema().fields
    return tuple(_references(top, top, ()))


def _references(
    top: Mapping[str, fields.Field[Any]], declared: Mapping[str, fields.Field[Any]], at: tuple[str, ...]
) -> Iterator[ReferencePath]:
    for name, field in declared.items():
        path, inner = (*at, name), field
        if isinstance(field, fields.List):
            path, inner = (*path, "*"), field.inner
        if isinstance(inner, Reference):
            yield ReferencePath(path, inner.record_type)
        elif isinstance(inner, PartReference):
            owner = top[inner.record]
            if not isinstance(owner, Reference):
                raise TypeError(f"{inner.record} names no record, so {'/'.join(path)} can name no part of it")
            yield ReferencePath(path, owner.record_type, inner.record, inner.collection)
        elif isinstance(inner, fields.Nested):
            if isinstance(inner.schema, TypedReference):
                yield ReferencePath(path, None)
            else:
                yield from _references(top, inner.schema.fields, path)


def find(document: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield the JSON Pointer and value of each place on a path; what is null or missing is passed over.

    The document need not be valid: a step that does not fit its value ends there.
    """
    yield from _find(document, path, "")


def _find(value: Any, path: tuple[str, ...], pointer: str) -> Iterator[tuple[str, Any]]:
    if value is None:
        return
    if not path:
        yield pointer, value
    elif path[0] == "*":
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _find(item, path[1:], f"{pointer}/{index}")
    elif isinstance(value, Mapping):
        yield from _find(value.get(path[0]), path[1:], f"{pointer}/{escape(path[0])}")


__all__ = ["RecordPart", "RecordSchema", "ReferencePath", "find", "references"]
