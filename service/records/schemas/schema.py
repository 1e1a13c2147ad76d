"""The fields that every record has, and where a schema holds references to other records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from marshmallow import Schema, fields

from service.records.schemas.branches import SchemaBranch, branches
from service.records.schemas.cycles import cycles, spelled_out
from service.records.schemas.field_errors import FieldError, json_type, refusal
from service.records.schemas.fields import Many, PartReference, Parts, Reference, Slug, Text
from service.records.schemas.notations import Url
from service.records.schemas.parts import Claim, FieldErrors, TypedReference, unique_ids
from service.records.schemas.record_part import Data, RecordPart, rule

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
        """Return a body as a document; raises ``ValidationError``, to be read with ``errors.flatten``."""
        if not isinstance(data, dict):
            raise refusal("wrong_type", f"A record must be an object, not {json_type(data)}.")
        return super().load(data, **options)

    @rule
    def claims_are_unique(self, data: Data, _: Data) -> FieldErrors:
        yield from unique_ids(data.get("claims", []), "claims")

    @rule
    def claims_respond_in_no_circle(self, data: Data, _: Data) -> FieldErrors:
        claims = [claim or {} for claim in data.get("claims", [])]
        answered = {claim["id"]: claim.get("responds_to") for claim in claims if claim.get("id")}
        places = {claim["id"]: index for index, claim in enumerate(claims) if claim.get("id")}
        for cycle in cycles(answered, lambda each: [to] if (to := answered.get(each)) else []):
            if len(cycle) > 1:
                detail = f"Must not form a cycle: {spelled_out(cycle)}."
                yield ("claims", places[cycle[0]], "responds_to"), FieldError("cyclic_claims", detail)

    @rule
    def claims_respond_to_others(self, data: Data, sent: Data) -> FieldErrors:
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
                    FieldError("self_reference", "A claim cannot respond to itself."),
                )
            elif answered not in known:
                yield (
                    ("claims", index, "responds_to"),
                    FieldError("unknown_claim", f"No claim of this record has the id {answered!r}."),
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
    """What a field names that names a record.

    ``target`` is the singular name of the record type named, ``None`` where the value is an object that says it:
    ``{type, id}``. For a part of a record, ``record`` is the top-level field that names it, ``collection`` its own
    field that holds the parts.
    """

    target: str | None
    record: str | None = None
    collection: str | None = None


@cache
def references(schema: type[Schema]) -> tuple[SchemaBranch[ReferencePath], ...]:
    """Return the branches of this schema's documents that name a record or a part of one, in schema order."""
    top = schema().fields

    def pick(name: str, field: fields.Field[Any]) -> ReferencePath | None:
        if isinstance(field, Reference):
            return ReferencePath(field.record_type)
        if isinstance(field, PartReference):
            owner = top[field.record]
            if not isinstance(owner, Reference):
                raise TypeError(f"{field.record} names no record, so {name} can name no part of it")
            return ReferencePath(owner.record_type, field.record, field.collection)
        if isinstance(field, fields.Nested) and isinstance(field.schema, TypedReference):
            return ReferencePath(None)
        return None

    return branches(schema, pick)


def collections(schema: type[Schema]) -> Iterator[ReferencePath]:
    """Yield the references of this schema's documents to parts of records."""
    yield from _collections(references(schema))


def _collections(found: tuple[SchemaBranch[ReferencePath], ...]) -> Iterator[ReferencePath]:
    for branch in found:
        if branch.wanted is not None and branch.wanted.collection:
            yield branch.wanted
        yield from _collections(branch.below)


__all__ = ["RecordPart", "RecordSchema", "ReferencePath", "collections", "references"]
