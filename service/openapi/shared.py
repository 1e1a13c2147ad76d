"""Schemas of what is answered besides records: histories, the change feed, the index, health, kinds of problem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.openapi.schemas import NULL, Node, Schemas, component_name, ref
from service.records.coverage import CoverageOfType
from service.records.record_type import with_article

_TEXT: Node = {"type": "string"}
_URL: Node = {"type": "string", "format": "uri-reference"}
_INSTANT: Node = {"type": "string", "format": "date-time"}
_HASH: Node = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_POSITION: Node = {"type": "integer", "minimum": 0}
_OPERATION: Node = {"type": "string", "enum": ["created", "updated", "deleted"]}


def described(description: str, schema: Node) -> Node:
    """Return a schema with what it is about in front."""
    return {"description": description} | schema


def whole(description: str, properties: dict[str, Node], optional: dict[str, Node] | None = None) -> Node:
    """Return the schema of an object that has these members and no others."""
    return {
        "description": description,
        "type": "object",
        "required": list(properties),
        "properties": properties | (optional or {}),
        "additionalProperties": False,
    }


def listing(description: str, item: Node, optional: dict[str, Node] | None = None) -> Node:
    """Return the schema of one page of a list."""
    cursor = described(
        "Send it as `cursor` for the next page; null on the last.", {"type": ["string", "null"]}
    )
    items = described("The entries of this page.", {"type": "array", "items": item})
    return whole(description, {"items": items, "next_cursor": cursor}, optional)


def total() -> dict[str, Node]:
    """Return the member that ``count=true`` adds to a list."""
    counted = {"type": "integer", "minimum": 0}
    return {"total": described("The number of all records selected; with `count=true` only.", counted)}


def add_shared(schemas: Schemas, views: Mapping[str, str]) -> None:
    """Add the schemas of all that is no record and no list of records; ``views`` are those across types, by name."""
    _add_history(schemas)
    _add_feed(schemas)
    links = {
        name: described(description, {"type": "string", "const": url})
        for name, url, description in [
            ("self", "/v1", "This index."),
            ("changes", "/v1/changes", "The change feed."),
            *((each.path, f"/v1/{each.path}", each.description) for each in schemas.registry),
            *((name, url, f"The view {name} across record types.") for name, url in views.items()),
            ("openapi", "/openapi.json", "This description."),
            ("docs", "/docs", "This description, to read and try."),
            ("problems", "/problems", "The kinds of problem."),
        ]
    }
    index = {
        "title": described("The name of the service.", _TEXT),
        "last_seq": described("The newest change number of the feed.", _POSITION),
        "coverage": described(
            "From when until when the record was looked after, an entry for each type of records.",
            {"type": "array", "items": schemas.part(CoverageOfType, "read")},
        ),
        "links": whole("Where to go from here.", links),
    }
    schemas.add("ServiceIndex", whole("What there is.", index))
    _add_operations(schemas)


def _add_history(schemas: Schemas) -> None:
    pointer = {"type": "string", "format": "json-pointer"}
    verbs = ["add", "remove", "replace", "move", "copy", "test"]
    patch = whole(
        "An operation of a JSON Patch (RFC 6902).",
        {"op": {"type": "string", "enum": verbs}, "path": pointer},
        {"from": pointer, "value": described("Any JSON value.", {})},
    )
    schemas.add("PatchOperation", patch)
    schemas.add("Revision", whole("An entry of a record's history.", _revision()))
    page = listing("One page of a record's history, newest first.", ref("Revision"))
    schemas.add("RevisionList", page)


def _revision() -> dict[str, Node]:
    number = {"type": "integer", "minimum": 1}
    operations = {"type": "array", "items": ref("PatchOperation")}
    return {
        "revision": described("Number of the revision, from 1.", number),
        "seq": described("Number of the change that made it.", number),
        "operation": described("What was done.", _OPERATION),
        "recorded_at": described("When (RFC 3339, UTC).", _INSTANT),
        "actor": described("Who did it: the owner of the key.", _TEXT),
        "reason": described("Why, where it was given.", {"type": ["string", "null"]}),
        "self": described("The URL of the revision.", _URL),
        "patch": described(
            "JSON Patch from the revision before to this one, both as of one day: today (UTC), or that of `known_at`. "
            "The first adds the whole document, a deletion removes it.",
            operations,
        ),
    }


def add_revision_of(schemas: Schemas, record_name: str, record: Node) -> Node:
    """Add the schema of one revision of a type, with the record as it stood, and return a reference to it."""
    kept = described("The record as it stood; null where it was deleted.", {"anyOf": [record, NULL]})
    properties = _revision() | {"record": kept}
    return schemas.add(
        f"{component_name(record_name)}Revision",
        whole(f"A revision of {with_article(record_name)}.", properties),
    )


def _add_feed(schemas: Schemas) -> None:
    number = {"type": "integer", "minimum": 1}
    change = {
        "seq": described("Number of the change: without gaps, ever rising.", number),
        "operation": described("What was done.", _OPERATION),
        "type": described("Type of the record.", _TEXT | {"enum": list(schemas.registry.names)}),
        "id": described("Id of the record.", _TEXT),
        "self": described("The URL of the record.", _URL),
        "title": described(
            "What the record was called; where it has no name, what its id is made of.", _TEXT
        ),
        "revision": described("Number of the revision that it made.", number),
        "recorded_at": described("When (RFC 3339, UTC).", _INSTANT),
        "reason": described("Why, where it was given.", {"type": ["string", "null"]}),
        "chain": described(
            "SHA-256, hexadecimal, of the JSON array `[chain before, seq, operation, type, id, revision, recorded_at, "
            "reason]` as RFC 8785 writes it; 64 zeros come before the first.",
            _HASH,
        ),
    }
    schemas.add("Change", whole("An entry of the change feed.", change))
    following = described(
        "Send it as `after` to go on; it passes over entries that the filter leaves out.",
        _POSITION,
    )
    members = {
        "items": described("The changes, oldest first.", {"type": "array", "items": ref("Change")}),
        "next_after": following,
        "next_chain": described(
            "The chain of that change: sent as `chain` beside `after`, it tells this history from another.",
            _HASH,
        ),
        "last_seq": described("The newest change number.", _POSITION),
    }
    schemas.add("ChangeList", whole("A stretch of the change feed.", members))


def _add_operations(schemas: Schemas) -> None:
    schemas.add("Health", whole("The process answers.", {"status": _TEXT | {"const": "ok"}}))
    states: dict[str, Any] = {
        "type": "string",
        "enum": ["ok", "unavailable", "damaged", "changes_missing", "not_migrated", "not_indexed"],
    }
    required = described("Whether the service is not ready without it.", {"type": "boolean"})
    schemas.add(
        "Dependency", whole("Something that the service rests on.", {"status": states, "required": required})
    )
    database = described("The record.", ref("Dependency"))
    redis = described("The shared cache; only where one is set.", ref("Dependency"))
    schemas.add("Dependencies", whole("Each by name.", {"database": database}, {"redis": redis}))
    dependencies = ref("Dependencies")
    ready = described("Whether the service can do its work.", _TEXT | {"const": "ready"})
    schemas.add(
        "Readiness", whole("What the service rests on.", {"status": ready, "dependencies": dependencies})
    )
    kind = {
        "type": described("The URL that problems of this kind have as their `type`.", _URL),
        "title": described("Its name.", _TEXT),
        "status": described(
            "The status that it is answered with.", {"type": "integer", "minimum": 400, "maximum": 599}
        ),
        "explanation": described("What it means, and what to do.", _TEXT),
    }
    schemas.add("ProblemKind", whole("A kind of problem.", kind))
    problems = described("All kinds there are.", {"type": "array", "items": ref("ProblemKind")})
    schemas.add("ProblemKindList", whole("Every kind of problem.", {"problems": problems}))
