"""Single flight: of many threads that want the same entry at the same time, one computes it."""

from __future__ import annotations

from threading import Event, Lock

from service.cache.entry import Entry


class Flight:
    """A computation under way."""

    def __init__(self) -> None:
        self._landed = Event()
        self._entry: Entry | None = None

    def land(self, entry: Entry | None) -> None:
        """End it, with what all who wait may have: ``None`` where it failed, since errors are not shared."""
        self._entry = entry
        self._landed.set()

    def wait(self, seconds: float) -> Entry | None:
        """Return what came of it, ``None`` where nothing did in time."""
        self._landed.wait(seconds)
        return self._entry


class Flights:
    """The computations under way in this process, each by what it is of."""

    def __init__(self) -> None:
        self._flights: dict[tuple[str, int], Flight] = {}
        self._lock = Lock()

    def join(self, what: tuple[str, int]) -> tuple[Flight, bool]:
        """Return the flight that computes this, and whether it was begun for the caller, who must then ``end`` it."""
        with self._lock:
            flight = self._flights.get(what)
            if flight is not None:
                return flight, False
            flight = self._flights[what] = Flight()
            return flight, True

    def end(self, what: tuple[str, int], entry: Entry | None) -> None:
        """Land a flight."""
        with self._lock:
            flight = self._flights.pop(what)
        flight.land(entry)
