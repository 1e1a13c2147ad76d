"""Coverage: until when the record was looked after, so that "nothing happened" and "nobody looked" differ.

Each time that an operator sets it, the whole of it is kept with its instant: ``known_at`` reads what was set by then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from sqlalchemy import Connection, text

from service.records.clocks import reference_date
from service.records.newest import newest_instant
from service.records.revisions import dump
from service.records.schemas import instants
from service.records.schemas.coverage import Coverage, from_day, missing_records
from service.records.schemas.fields import Flag, Parts, Slug
from service.records.schemas.notations import CalendarDate
from service.records.schemas.record_part import RecordPart

COVERAGE_FILE = "coverage.yaml"
"""Its name in the folder of a data set."""


def _type() -> Slug:
    return Slug("Type of the records, in the singular.", required=True)


def _until() -> CalendarDate:
    return CalendarDate(
        "The day up to which records were looked for; null where it was not told. What happened later may be missing."
    )


class CoverageOfType(RecordPart):
    """From when until when the records of a type were looked after, and what is known to be missing."""

    type = _type()
    vars()["from"] = from_day()
    until = _until()
    missing = missing_records(required=True)


class CoverageOfView(RecordPart):
    """From when until when the records of a type that an answer is about were looked after."""

    type = _type()
    vars()["from"] = from_day()
    until = _until()
    covers_reference_date = Flag(
        "Whether the day that the answer speaks from (`as_of`, else that of `known_at`, else today) lies within these "
        "days. Where it is false, that nothing is recorded does not say that nothing happened. Null where `until` is."
    )


def coverage_field() -> Parts:
    """Return the field for the coverage of what a view answers about."""
    return Parts(
        CoverageOfView,
        "Until when the record was looked after: an entry for each type of records that the answer is about. What is "
        "known to be missing stands in `/v1`.",
        required=True,
    )


def coverage_of(
    connection: Connection, types: Iterable[str], values: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Return a ``CoverageOfView`` for each of these types, as it was set by ``known_at`` in ``values``."""
    coverage, day = read_coverage(connection, values.get("known_at")), reference_date(values)
    return [_of_view(name, coverage.get(name), day) for name in types]


def _of_view(name: str, told: Mapping[str, Any] | None, day: str) -> dict[str, Any]:
    begins, ends = (told["from"], told["until"]) if told else (None, None)
    covers = None if ends is None else (begins or "") <= day <= ends
    return {"type": name, "from": begins, "until": ends, "covers_reference_date": covers}


def coverage_of_all(connection: Connection, types: Iterable[str]) -> list[dict[str, Any]]:
    """Return a ``CoverageOfType`` for each of these types, as it is set now."""
    coverage = read_coverage(connection)
    unknown: dict[str, Any] = {"from": None, "until": None, "missing": []}
    return [{"type": name, **coverage.get(name, unknown)} for name in types]


def read_coverage(connection: Connection, known_at: str | None = None) -> Coverage:
    """Return the coverage set last, or last by an instant; without any type where none was."""
    condition = "" if known_at is None else "WHERE recorded_at <= :known_at "
    body = connection.execute(
        text(f"SELECT body FROM coverage {condition}ORDER BY recorded_at DESC LIMIT 1"),
        {} if known_at is None else {"known_at": known_at},
    ).scalar()
    coverage: Coverage = {} if body is None else orjson.loads(body)
    return coverage


def write_coverage(connection: Connection, coverage: Coverage) -> bool:
    """Set the coverage, in a transaction that writes; return whether it is another than was set."""
    if read_coverage(connection) == coverage:
        return False
    # Not at the instant of a change: what was known then has been told already.
    recorded_at = instants.now_after(newest_instant(connection))
    connection.execute(
        text("INSERT INTO coverage (recorded_at, body) VALUES (:recorded_at, :body)"),
        {"recorded_at": recorded_at, "body": dump(coverage)},
    )
    return True
