"""The local store: responses in this process's memory, within bounds."""

from __future__ import annotations

from threading import Lock

from service.cache import metrics
from service.cache.entry import StoredResponse


class MemoryStore:
    """Entries by address, as many as fit. To make room the oldest goes, unless it was used since it was last looked at
    (the CLOCK algorithm).
    """

    def __init__(self, max_bytes: int, max_entries: int, max_entry_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._max_entry_bytes = min(max_entry_bytes, max_bytes)
        self._max_entries = max_entries
        self._entries: dict[str, StoredResponse] = {}
        self._bytes = 0
        self._lock = Lock()

    def get(self, address: str) -> StoredResponse | None:
        """Return the entry at an address."""
        entry = self._entries.get(address)
        if entry is not None:
            entry.was_used = True
        return entry

    def put(self, address: str, entry: StoredResponse) -> bool:
        """Store an entry unless it is too large; return whether it was stored."""
        if entry.size > self._max_entry_bytes:
            return False
        with self._lock:
            self._take(address)
            while self._entries and (
                self._bytes + entry.size > self._max_bytes or len(self._entries) >= self._max_entries
            ):
                self._make_room()
            self._entries[address] = entry
            self._bytes += entry.size
            metrics.HOT_BYTES.set(self._bytes)
            metrics.HOT_ENTRIES.set(len(self._entries))
        return True

    def _make_room(self) -> None:
        oldest = next(iter(self._entries))
        entry = self._take(oldest)
        if entry is not None and entry.was_used:
            entry.was_used = False
            self._entries[oldest] = entry
            self._bytes += entry.size

    def _take(self, address: str) -> StoredResponse | None:
        entry = self._entries.pop(address, None)
        if entry is not None:
            self._bytes -= entry.size
        return entry
