"""Reading NDJSON: one JSON object a line, each line parsed on its own, so that an invalid line affects no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from service.exchange.encodings import other_encoding, save_as_utf8, without_mark
from service.exchange.entries import ErrorEntry, ImportEntry, error_at
from service.records.record_type import Registry
from service.records.schemas.field_errors import echo
from service.settings import Settings
from service.suggestions import nearest
from service.web import problem_catalogue as kinds
from service.web.json_body import parse_json
from service.web.problem import Problem

MEDIA_TYPES = ("application/x-ndjson", "application/ndjson", "application/jsonl")
# Members that an export writes and the service sets itself: an import ignores them.
_OF_THE_EXPORT = ("seq", "revision", "recorded_at")
_BLOCK = 65_536


class Stream(Protocol):
    """Bytes that can be read line by line."""

    def readline(self, most: int, /) -> bytes:
        """Return a line with its line feed, or its first ``most`` bytes; empty bytes at the end."""
        ...


def read_entries(
    stream: Stream, registry: Registry, settings: Settings, where: Mapping[str, Any] | None = None
) -> Iterator[ImportEntry]:
    """Yield the entry of each line; ``where`` is added to each entry's location.

    The last line may lack its line feed, and blank lines may follow it. A carriage return before a line feed is white
    space, as in JSON. A byte order mark is ignored (RFC 8259, section 8.1).
    """
    blank_from: int | None = None
    for number, sent in _lines(stream, settings.max_body_bytes):
        line = sent
        place = {**(where or {}), "line": number}
        if number == 1 and line is not None:
            if encoding := other_encoding(line):
                yield ImportEntry(place, errors=(error_at("malformed_json", save_as_utf8("body", encoding)),))
                return
            line = without_mark(line)
        if line is not None and not line.strip():
            blank_from = blank_from or number
            continue
        for each in range(blank_from or number, number):
            blank = error_at("blank_line", "The line is blank: leave it out.")
            yield ImportEntry({**(where or {}), "line": each}, errors=(blank,))
        blank_from = None
        if line is None:
            detail = f"The line is longer than {settings.max_body_bytes:,} bytes."
            yield ImportEntry(place, errors=(error_at("line_too_long", detail),))
        else:
            yield _entry(line.rstrip(b"\r\n"), place, registry, settings.max_json_depth)


def _lines(stream: Stream, longest: int) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    while line := stream.readline(longest + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) > longest:
            while not line.endswith(b"\n") and (line := stream.readline(_BLOCK)):
                pass
            yield number, None
        else:
            yield number, line


def _entry(line: bytes, place: Mapping[str, Any], registry: Registry, depth: int) -> ImportEntry:
    try:
        body: dict[str, Any] = parse_json(line, depth)
    except Problem as problem:
        errors = _of_problem(problem)
        if b"\r" in line and errors[0]["code"] == "malformed_json":
            errors[0]["detail"] += " Lines end with a line feed (LF); this one holds carriage returns (CR)."
        return ImportEntry(place, errors=tuple(errors))
    return entry_of(body, place, registry)


def entry_of(body: dict[str, Any], place: Mapping[str, Any], registry: Registry) -> ImportEntry:
    """Return the entry of a record whose body has its type."""
    kind = body.get("type")
    if not isinstance(kind, str) or kind not in registry.names:
        return ImportEntry(place, body=body, errors=(_of_type(body, registry),))
    fields = {name: value for name, value in body.items() if name not in _OF_THE_EXPORT}
    return ImportEntry(place, kind, fields)


def _of_type(body: Mapping[str, Any], registry: Registry) -> ErrorEntry:
    known = ", ".join(registry.names)
    if "type" not in body:
        return error_at("required", f"This field is required; it is one of {known}.", "/type")
    kind = body["type"]
    if not isinstance(kind, str):
        return error_at("wrong_type", f"Must be a string: one of {known}.", "/type")
    meant = nearest(kind, registry.names)
    hint = f"Did you mean {meant!r}?" if meant else f"The types are {known}."
    return error_at("unknown_type", f"Unknown type {echo(kind)}. {hint}", "/type")


def _of_problem(problem: Problem) -> list[ErrorEntry]:
    """Return the errors of a line for the problem that it would cause as a request body."""
    if problem.kind is kinds.VALIDATION_FAILED:
        return problem.errors
    code = problem.kind.slug.replace("-", "_")
    column = {"column": problem.members["column"]} if "column" in problem.members else {}
    detail = problem.detail
    if column:
        detail = f"The line cannot be read at column {column['column']}: {detail.partition(': ')[2]}"
    return [error_at(code, detail, **column)]
