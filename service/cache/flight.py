"""Single flight: when several threads want the same entry, one of them computes it."""

from __future__ import annotations

from threading import Event, Lock

from service.cache.entry import StoredResponse


class Flight:
    """A computation under way."""

    def __init__(self) -> None:
        self._landed = Event()
        self._entry: StoredResponse | None = None

    def land(self, entry: StoredResponse | None) -> None:
        """End it and give the entry to all that wait; ``None`` where it failed, since errors are not shared."""
        self._entry = entry
        self._landed.set()

    def wait(self, seconds: float) -> StoredResponse | None:
        """Return the entry, ``None`` where there is none in time."""
        self._landed.wait(seconds)
        return self._entry


class Flights:
    """The computations under way in this process, by address and version token."""

    def __init__(self) -> None:
        self._flights: dict[tuple[str, int], Flight] = {}
        self._lock = Lock()

    def join(self, what: tuple[str, int]) -> tuple[Flight, bool]:
        """Return the flight of an entry, and whether the caller computes it, and so must ``end`` it."""
        with self._lock:
            flight = self._flights.get(what)
            if flight is not None:
                return flight, False
            flight = self._flights[what] = Flight()
            return flight, True

    def end(self, what: tuple[str, int], entry: StoredResponse | None) -> None:
        """Land a flight."""
        with self._lock:
            flight = self._flights.pop(what)
        flight.land(entry)
