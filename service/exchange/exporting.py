"""Exporting NDJSON: every record as it was at one change, in the order of the changes that made them.

Past revisions stay stored, so the state at a change can be read in batches, however long that takes: no transaction
stays open, and an interrupted client can continue where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import text

from service.records.clocks import reference_date
from service.records.context import Context
from service.records.on_day import body_on_day
from service.records.reading import last_change
from service.records.record_type import Registry
from service.storage.engine import Database

BATCH = 500


@dataclass(frozen=True)
class Snapshot:
    """The records of some types (empty: of all types) as they were at the change ``at``, as of an ISO date."""

    registry: Registry
    at: int
    day: str
    types: tuple[str, ...] = ()

    def count(self, database: Database, after: int = 0) -> int:
        """Return how many of the records were made by changes after ``after``."""
        condition, values = self._condition(after)
        with database.reading() as connection:
            query = text(f"SELECT count(*) FROM revisions WHERE {condition}")  # noqa: S608 - constant pieces
            return int(connection.execute(query, values).scalar_one())

    def pieces(self, database: Database, after: int = 0) -> Iterator[Sequence[str]]:
        """Yield the lines of the records made by changes after ``after``, in batches."""
        while True:
            condition, values = self._condition(after)
            query = text(
                f"SELECT seq_from, type, body FROM revisions WHERE {condition} ORDER BY seq_from LIMIT {BATCH}"  # noqa: S608 - constant pieces
            )
            with database.reading() as connection:
                rows = connection.execute(query, values).all()
            if rows:
                yield [self._line(*row) for row in rows]
            if len(rows) < BATCH:
                return
            after = rows[-1][0]

    def _line(self, seq: int, type_name: str, body: str) -> str:
        return f'{{"seq":{seq},{body_on_day(self.registry.named(type_name), body, self.day)[1:]}\n'

    def _condition(self, after: int) -> tuple[str, dict[str, int | str]]:
        names = {f"type{number}": name for number, name in enumerate(self.types)}
        of_types = f"AND type IN ({', '.join(f':{name}' for name in names)}) " if names else ""
        condition = (
            "seq_from > :after AND seq_from <= :at AND (seq_to IS NULL OR seq_to > :at) "
            f"AND body IS NOT NULL {of_types}"
        )
        return condition, {"after": after, "at": self.at, **names}


def snapshot(context: Context, types: Sequence[str] = ()) -> Snapshot:
    """Return the current records, as of today."""
    with context.database.reading() as connection:
        return Snapshot(context.registry, last_change(connection)[0], reference_date({}), tuple(types))
