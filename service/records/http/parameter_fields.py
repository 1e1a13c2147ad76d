"""The fields of query parameters: dates, instants, paths and numbers, and what is answered where one cannot be read."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import Any

from marshmallow import ValidationError, fields

from service.records.schemas import instants
from service.records.schemas.field_errors import FieldError
from service.records.schemas.numbers import parse_number

PATH = re.compile(r"[a-z_]+(\.[a-z_]+)*", re.ASCII)


def _refuse(code: str, detail: str) -> ValidationError:
    return ValidationError([FieldError(code, detail)])


class Day(fields.Field[str]):
    """An ISO 8601 calendar date."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
                raise ValueError
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise _refuse("invalid_date", "Must be a calendar date such as 2018-09-10.") from None


class RangeEnd(fields.Field[str]):
    """A day, a month or a year (ISO 8601); read as its first day, or as its last where a range ends with it."""

    pattern = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"

    def __init__(self, *, is_last: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.is_last = is_last

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        try:
            if not re.fullmatch(self.pattern, value):
                raise ValueError
            first = date.fromisoformat(f"{value}-01-01"[:10])
        except ValueError:
            raise _refuse(
                "invalid_date", "Must be a day, a month or a year, such as 2018-09-10, 2018-09 or 2018."
            ) from None
        if not self.is_last or len(value) == len("2018-09-10"):
            return first.isoformat()
        month = 12 if len(value) == len("2018") else first.month
        return first.replace(month=month, day=monthrange(first.year, month)[1]).isoformat()


class InstantField(fields.Field[str]):
    """An RFC 3339 instant; read into UTC with microseconds."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        try:
            return instants.render(instants.parse(value))
        except (ValueError, OverflowError):
            hint = " ('+' is written %2B in a query)" if " " in value else ""
            raise _refuse(
                "invalid_instant", f"Must be an instant such as 2018-09-10T14:00:00Z{hint}."
            ) from None


def latest_day() -> str:
    """Return the latest day that has begun somewhere on Earth: the first time zone is fourteen hours ahead of UTC."""
    return (datetime.now(UTC) + timedelta(hours=14)).date().isoformat()


class PastDay(Day):
    """A calendar date that has begun somewhere on Earth."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        day: str = super()._deserialize(value, attr, data, **kwargs)
        if day > latest_day():
            raise _refuse("in_the_future", "Must not be in the future: nothing is known of it yet.")
        return day


class ReferenceDay(PastDay):
    """The day that an answer is of: without it that of ``known_at``, else today."""


class FieldPath(fields.Field[str]):
    """Member names joined by dots."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not PATH.fullmatch(value):
            raise _refuse("invalid_path", "Must be member names joined by dots, such as citations.source.")
        return str(value)


class NumberList(fields.Field[tuple[float, ...]]):
    """Decimal numbers joined by commas, each within its bounds."""

    def __init__(self, bounds: dict[str, tuple[float, float]], example: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.bounds, self.example = bounds, example

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> tuple[float, ...]:
        # A plus that is not percent-encoded comes as a space.
        read = [parse_number(part.strip()) for part in value.split(",")]
        numbers = tuple(float(number) for number in read if number is not None)
        if not len(read) == len(numbers) == len(self.bounds):
            raise _refuse(
                "invalid_numbers",
                f"Must be {','.join(self.bounds)} as decimal numbers, such as {self.example}.",
            )
        for number, (name, (low, high)) in zip(numbers, self.bounds.items(), strict=True):
            if not low <= number <= high:
                raise _refuse("out_of_range", f"{name} must be between {low:g} and {high:g}.")
        return numbers


class BoundingBox(NumberList):
    """``west,south,east,north`` in degrees; across the antimeridian when west > east (RFC 7946, 5.2)."""

    def __init__(self, **kwargs: Any) -> None:
        longitude, latitude = (-180.0, 180.0), (-90.0, 90.0)
        bounds = {"west": longitude, "south": latitude, "east": longitude, "north": latitude}
        super().__init__(bounds, "124,37,131,43", **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> tuple[float, ...]:
        box = super()._deserialize(value, attr, data, **kwargs)
        if box[1] > box[3]:
            raise _refuse("out_of_order", "south must not be north of north.")
        return box


class Near(NumberList):
    """``latitude,longitude,km``."""

    def __init__(self, **kwargs: Any) -> None:
        bounds = {"lat": (-90.0, 90.0), "lon": (-180.0, 180.0), "km": (0.0, 20038.0)}
        super().__init__(bounds, "39.66,124.7,50", **kwargs)
