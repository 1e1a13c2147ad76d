"""Up to which instant nothing more can be recorded: what was known then stays the same."""

from __future__ import annotations

from service.records.schemas import instants
from service.storage.engine import Database
from service.storage.writers import has_writer


class SettledInstants:
    """Remembers the last instant at which no write was under way.

    A write takes its instant once it has the write lock, so what is recorded later is recorded after that instant.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._until = ""

    def includes(self, instant: str) -> bool:
        """Tell whether no write can be recorded at or before an instant any more, without waiting for one."""
        if instant > self._until:
            now = instants.now()
            if instant > now or has_writer(self._database):
                return False
            self._until = now
        return True
