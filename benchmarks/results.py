"""The file of results, written after each measurement: an interrupted run loses nothing that was measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

# Shorter than the resolution of the clocks: a time of zero counts as this, so that ratios can be computed.
TICK_SECONDS = 1e-6


class Results:
    """The results of a run so far; the file keeps those of other runs, and the machine of each."""

    def __init__(self, path: Path, machine: Any) -> None:
        self._path = path
        self._machine = machine
        self.found: dict[str, Any] = {}

    def add(self, name: str, measured: Any) -> None:
        """Add a measurement and write it."""
        self.found[name] = measured
        kept = json.loads(self._path.read_text()) if self._path.exists() else {}
        machines = kept.get("machines", {}) | {name: self._machine}
        text = json.dumps(kept | {name: measured, "machines": machines}, indent=1) + "\n"
        beside = self._path.with_suffix(".new")
        beside.write_text(text)
        beside.replace(self._path)


def rate(count: int, seconds: float) -> int | None:
    """Return the number a second, ``None`` if nothing was counted or the clock shows no elapsed time."""
    return round(count / seconds) if count and seconds > 0 else None


def told(number: int | None) -> str:
    """Return a rate in words."""
    return "too few to say how many" if number is None else f"{number:,}"


def ratio(one: float, other: float) -> float:
    """Return how many times as long one took as the other."""
    return max(one, TICK_SECONDS) / max(other, TICK_SECONDS)
