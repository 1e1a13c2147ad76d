"""Values that index rows hold copies of, those of the records that they name, and which of these copies are stale.

The day on which a source was public decides what counts under ``published_until``. With a copy of that day in the
rows of what rests on it, finding what counts is a range scan. Where a source gets another day, the copies stay as they
are, however many they are: the source is marked as having stale copies, and readers ask the few that are marked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, text

from service.records.index.indexing import Entries
from service.records.record_type import RecordType, Registry

# What the databases that there are call it.
STALE_COPIES = "unsettled"
# After every value and id, which hold no such character.
_END = "~"
# Enough for the sources and facilities of most imports; a few megabytes.
_MOST_KEPT = 20_000

_ORIGINAL = text(
    "SELECT value FROM terms WHERE type = :type AND field = :field AND value > :start AND value < :stop "
    "AND seq_to IS NULL"
)
_EVER_ANOTHER = text(
    "SELECT EXISTS (SELECT 1 FROM terms WHERE type = :type AND field = :field AND value > :start "
    "AND value < :stop AND seq_to IS NOT NULL AND value <> :original) "
    "OR EXISTS (SELECT 1 FROM terms WHERE type = :type AND field = :stale_copies AND value = :mark)"
)


class Originals:
    """The values to copy, in a transaction that holds the write lock; rows may wait there to be written.

    :param connected: returns the connection once it can be asked.
    """

    def __init__(self, connected: Callable[[], Connection], registry: Registry) -> None:
        self._connected = connected
        self._registry = registry
        # What was asked or made, as long as the database cannot tell it; else to be asked once only.
        self._originals: dict[tuple[str, str], str | None] = {}
        # Named in this transaction before they were there: no other leaves a name behind that leads nowhere.
        self._awaited: set[tuple[str, str]] = set()

    def __call__(self, record_type: str, record_id: str) -> str | None:
        """Return the value to copy of a record now, ``None`` where there is no such record."""
        found = self._now(self._registry.named(record_type), record_id)
        if found is None:
            self._awaited.add((record_type, record_id))
        return found

    def make(
        self, record_type: RecordType, record_id: str, found: Entries | None, *, is_new: bool
    ) -> str | None:
        """Take note of a revision, by its rows (``None``: a deletion).

        Returns the value of a ``STALE_COPIES`` term, if it needs one: where rows of other records may hold a copy of
        another value. That is where it ever was another, and where the record was named before it was there.
        ``is_new`` tells a record whose id was never used.
        """
        key = (record_type.name, record_id)
        original = None if found is None else original_in(record_type, found)
        if original is None:
            self._originals[key] = None
            return None
        value = original.partition("|")[2]
        # The value first, then the id: what has one value lies together.
        mark = f"{value}|{record_id}"
        is_stale = key in self._awaited or (
            not is_new and self._was_another(record_type, record_id, original, mark)
        )
        self._originals[key] = value
        return mark if is_stale else None

    def written(self) -> None:
        """Forget what the database can tell again, where it is much."""
        if len(self._originals) > _MOST_KEPT:
            self._originals.clear()

    def _now(self, record_type: RecordType, record_id: str) -> str | None:
        key = (record_type.name, record_id)
        if key not in self._originals:
            value = self._connected().execute(_ORIGINAL, _asked(record_type, record_id)).scalar()
            self._originals[key] = None if value is None else str(value).partition("|")[2]
        return self._originals[key]

    def _was_another(self, record_type: RecordType, record_id: str, original: str, mark: str) -> bool:
        now = self._now(record_type, record_id)
        if now is not None and now != original.partition("|")[2]:
            return True
        asked = _asked(record_type, record_id) | {
            "original": original,
            "stale_copies": STALE_COPIES,
            "mark": mark,
        }
        return bool(self._connected().execute(_EVER_ANOTHER, asked).scalar())


def original_in(record_type: RecordType, found: Entries) -> str | None:
    """Return ``id|value``, the term of a record that is copied onto its referrers, ``None`` where there is none."""
    return next((value for field, value in found.terms if field == record_type.copied_onto_referrers), None)


def _asked(record_type: RecordType, record_id: str) -> dict[str, Any]:
    return {
        "type": record_type.name,
        "field": record_type.copied_onto_referrers,
        "start": f"{record_id}|",
        "stop": f"{record_id}|{_END}",
    }
