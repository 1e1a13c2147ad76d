"""What a record type declares so that its records are events in calendars."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

EventStatus = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


@dataclass(frozen=True)
class EventKind:
    """That records of a type are events.

    :param date: gives the date of a record, EDTF; only those that are known to the day are in calendars.
    :param status: gives the status of the event (RFC 5545, 3.8.1.11).
    """

    date: Callable[[Mapping[str, Any]], str | None] = lambda record: record["date"]
    status: Callable[[Mapping[str, Any]], EventStatus] = lambda _: "CONFIRMED"
