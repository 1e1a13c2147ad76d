"""Index formats: the fingerprints of the rules by which revisions were indexed, and the releases that brought them."""

from __future__ import annotations

import re
from importlib.metadata import version

from sqlalchemy import Connection, text

from service.records.fingerprints import fingerprints
from service.records.reading import last_change
from service.records.record_type import Registry
from service.records.schemas import instants

_NULL = text("SELECT 1 FROM revisions WHERE type = :type AND index_format IS NULL LIMIT 1")
_NEXT = text("SELECT min(index_format) FROM revisions WHERE type = :type AND index_format > :last")


RELEASE = version("peninsula")
Stale = dict[str, list[str | None]]


def stale_formats(connection: Connection, registry: Registry) -> Stale:
    """Return by type the formats that revisions have, other than that of today; types without are left out.

    ``None`` is the format of revisions from before formats were noted. It reads one entry of an index for each format,
    however many revisions there are.
    """
    found: Stale = {}
    for record_type, today in fingerprints(registry).items():
        formats: list[str | None] = [None] if connection.execute(_NULL, {"type": record_type}).first() else []
        last = connection.execute(_NEXT, {"type": record_type, "last": ""}).scalar()
        while last is not None:
            if last != today:
                formats.append(last)
            last = connection.execute(_NEXT, {"type": record_type, "last": last}).scalar()
        if formats:
            found[record_type] = formats
    return found


def newer_releases(connection: Connection, stale: Stale, release: str) -> set[str]:
    """Return the releases, newer than this one, that brought some of the stale formats."""
    return {brought_by for _, _, brought_by in _newer(connection, stale, release)}


def is_complete(connection: Connection, registry: Registry) -> bool:
    """Tell whether it was noted that all is indexed by the rules of today; an older server may have written since."""
    rows = connection.execute(text("SELECT type, format FROM index_formats WHERE completed_at IS NOT NULL"))
    return {(row[0], row[1]) for row in rows}.issuperset(fingerprints(registry).items())


def is_indexed(connection: Connection, registry: Registry, release: str) -> bool:
    """Tell whether all was indexed by the rules of today once, or what is not was by a newer release.

    What an older server wrote since does not count: it is found by the rules of that release until the next start.
    """
    if is_complete(connection, registry):
        return True
    stale = stale_formats(connection, registry)
    newer = {(record_type, each) for record_type, each, _ in _newer(connection, stale, release)}
    return all((record_type, each) in newer for record_type, formats in stale.items() for each in formats)


def note_formats(connection: Connection, registry: Registry, release: str) -> None:
    """Note which release first indexed by the rules of today."""
    connection.execute(
        text(
            "INSERT INTO index_formats (type, format, release) VALUES (:type, :format, :release) "
            "ON CONFLICT DO NOTHING"
        ),
        [
            {"type": record_type, "format": each, "release": release}
            for record_type, each in fingerprints(registry).items()
        ],
    )


def note_completed(connection: Connection, registry: Registry) -> None:
    """Note of each type without stale revisions that all are indexed by the rules of today, and by no others."""
    stale = stale_formats(connection, registry)
    for record_type, today in fingerprints(registry).items():
        if record_type not in stale:
            connection.execute(
                text(
                    "UPDATE index_formats SET completed_at = CASE format WHEN :today THEN :now END "
                    "WHERE type = :type"
                ),
                {"type": record_type, "today": today, "now": instants.now()},
            )


def present_state(connection: Connection) -> tuple[int, str]:
    """Return the newest change number, and its instant with those of the last indexing and of the coverage.

    Answers follow from these.
    """
    change, instant = last_change(connection)
    indexed_at, covered_at = connection.execute(
        text("SELECT (SELECT max(completed_at) FROM index_formats), (SELECT max(recorded_at) FROM coverage)")
    ).one()
    return change, instants_of(instant, indexed_at, covered_at)


def instants_of(changed_at: str, indexed_at: str | None, covered_at: str | None) -> str:
    """Return as one text the instants of the newest change, of the last indexing, and when coverage was set last."""
    return f"{changed_at} {indexed_at or ''} {covered_at or ''}"


def _newer(connection: Connection, stale: Stale, release: str) -> list[tuple[str, str, str]]:
    rows = connection.execute(text("SELECT type, format, release FROM index_formats"))
    return [
        (record_type, each, brought_by)
        for record_type, each, brought_by in rows
        if each in stale.get(record_type, ()) and _is_newer(brought_by, release)
    ]


def _is_newer(one: str, other: str) -> bool:
    return _numbers(one) > _numbers(other)


def _numbers(release: str) -> list[int]:
    return [int(number) for number in re.findall("[0-9]+", release)[:3]]
