"""The shapes of what the record's own resources answer: records in their forms, pages, histories, the change feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from marshmallow import Schema, fields

from service.records.coverage import CoverageOfType
from service.records.record_type import RecordType
from service.web import answer_fields as answered

Mode = Literal["read", "write", "patch", "selection"]

_OPERATIONS = ("created", "updated", "deleted")
_HASH = "^[0-9a-f]{64}$"


@dataclass(frozen=True)
class RecordShape:
    """A record: as it is read, written or patched, or (``selection``) read with ``fields`` and ``expand``."""

    record_type: RecordType
    mode: Mode = "read"


@dataclass(frozen=True)
class PageShape:
    """A page of records of a type, whole or selected."""

    record_type: RecordType


@dataclass(frozen=True)
class RevisionShape:
    """A revision of a record of a type, with the record as it stood."""

    record_type: RecordType


class PatchOperation(Schema):
    """An operation of a JSON Patch (RFC 6902)."""

    op = answered.choice("", "add", "remove", "replace", "move", "copy", "test")
    path = answered.pointer()
    vars()["from"] = answered.pointer(optional=True)
    value = fields.Raw(metadata={"description": "Any JSON value.", "optional": True}, allow_none=True)


class Revision(Schema):
    """An entry of a record's history."""

    revision = answered.number("Number of the revision, from 1.", 1)
    seq = answered.number("Number of the change that made it.", 1)
    operation = answered.choice("What was done.", *_OPERATIONS)
    recorded_at = answered.instant("When (RFC 3339, UTC).")
    actor = answered.text("Who did it: the owner of the key.")
    reason = answered.text("Why, where it was given.", nullable=True)
    self = answered.url("The URL of the revision.")
    memento = answered.text(
        "The URL of the record as it was then; null where it was deleted.",
        nullable=True,
        format="uri-reference",
    )
    patch = answered.many(
        PatchOperation,
        "JSON Patch from the revision before to this one, both as of one day: today (UTC), or that of `known_at`. "
        "The first adds the whole document, a deletion removes it.",
    )


class RevisionDifference(Schema):
    """A place where two revisions differ."""

    pointer = answered.pointer(
        "Where: in the record of this revision, and where that has no such place in the other one's. Empty, the whole "
        "record, where one of the two is a deletion."
    )
    old = fields.Raw(
        metadata={"description": "What stands there in the other revision; null where nothing does."},
        allow_none=True,
    )
    new = fields.Raw(
        metadata={"description": "What stands there in this revision; null where nothing does."},
        allow_none=True,
    )


class RevisionComparison(Schema):
    """What differs between a revision and another one."""

    revision = answered.number("Number of the other revision, as `compare` gives it.", 1)
    changes = answered.many(
        RevisionDifference,
        "The smallest parts that differ, without what the service sets: the number and instant of the revision, the "
        "bounds of dates, and what is derived.",
    )


class RevisionList(Schema):
    """One page of a record's history, newest first."""

    items = answered.many(Revision, "The entries of this page.")
    next_cursor = answered.text("Send it as `cursor` for the next page; null on the last.", nullable=True)


@cache
def change_list(record_types: tuple[str, ...]) -> type[Schema]:
    """Return the schema of a stretch of the change feed, of records of these types."""

    class Change(Schema):
        """An entry of the change feed."""

        seq = answered.number("Number of the change: without gaps, ever rising.", 1)
        operation = answered.choice("What was done.", *_OPERATIONS)
        type = answered.choice("Type of the record.", *record_types)
        id = answered.text("Id of the record.")
        self = answered.url("The URL of the record.")
        title = answered.text("What the record was called; where it has no name, what its id is made of.")
        revision = answered.number("Number of the revision that it made.", 1)
        recorded_at = answered.instant("When (RFC 3339, UTC).")
        reason = answered.text("Why, where it was given.", nullable=True)
        chain = answered.text(
            "SHA-256, hexadecimal, of the JSON array `[chain before, seq, operation, type, id, revision, recorded_at, "
            "reason]` as RFC 8785 writes it; 64 zeros come before the first.",
            pattern=_HASH,
        )

    class ChangeList(Schema):
        """A stretch of the change feed."""

        items = answered.many(Change, "The changes, oldest first.")
        next_after = answered.number(
            "Send it as `after` to go on; it passes over entries that the filter leaves out."
        )
        next_chain = answered.text(
            "The chain of that change: sent as `chain` beside `after`, it tells this history from another.",
            pattern=_HASH,
        )
        last_seq = answered.number("The newest change number.")

    return ChangeList


def index_shape(links: Mapping[str, tuple[str, str]]) -> type[Schema]:
    """Return the schema of the index, which has these links: (URL, what is there) by name."""
    members = {name: answered.text(words, const=url) for name, (url, words) in links.items()}
    index_links = type("ServiceIndexLinks", (Schema,), members | {"__doc__": "Where to go from here."})

    class ServiceIndex(Schema):
        """What there is."""

        title = answered.text("The name of the service.")
        last_seq = answered.number("The newest change number of the feed.")
        coverage = answered.many(
            CoverageOfType,
            "From when until when the record was looked after, an entry for each type of records.",
        )
        links = answered.part(index_links, "Where to go from here.")

    return ServiceIndex
