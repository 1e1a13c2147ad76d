"""The query parameters of records: which there are for a type, and what each value must look like."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from marshmallow import ValidationError, fields, validate

from service.records.record_type import Filter, RecordType
from service.records.schemas import instants
from service.records.schemas.field_errors import FieldError
from service.records.schemas.fields import Enumeration, Reference, Slug
from service.records.schemas.numbers import parse_number
from service.web.parameters import Parameter, TrueOrFalse, WholeNumber

DEFAULT_LIMIT, MAX_LIMIT = 50, 500
_BY_WORDS = "Whole words of one name, in any order; case and accents ignored, `*` ends a prefix."
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


class PastDay(Day):
    """A calendar date that has begun somewhere on Earth: the first time zone is fourteen hours ahead of UTC."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        day: str = super()._deserialize(value, attr, data, **kwargs)
        if day > (datetime.now(UTC) + timedelta(hours=14)).date().isoformat():
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


def _about(field: fields.Field[Any], description: str) -> fields.Field[Any]:
    field.metadata = {**field.metadata, "description": description}
    return field


def _text(description: str) -> fields.Field[Any]:
    return _about(fields.String(validate=validate.Length(1, 200)), description)


def day(description: str) -> fields.Field[Any]:
    """Return the field of a parameter that is a calendar date."""
    return _about(Day(), description)


def known_at() -> Parameter:
    """Return the parameter that every reading of the record takes."""
    return Parameter(
        "known_at",
        _about(
            InstantField(),
            "Answer as the service would have at this instant (RFC 3339, inclusive, not in the future).",
        ),
    )


def revision_number(description: str, greatest: int) -> fields.Field[Any]:
    """Return the field of the number of a revision in a path."""
    return _about(WholeNumber(validate=validate.Range(1, greatest)), description)


def limit() -> Parameter:
    """Return the parameter for the size of a page."""
    within = validate.Range(1, MAX_LIMIT, error="Must be between {min} and {max}.")
    field = WholeNumber(validate=within, load_default=DEFAULT_LIMIT)
    return Parameter(
        "limit",
        _about(field, f"How many entries a page holds; {DEFAULT_LIMIT} if not given."),
    )


def cursor() -> Parameter:
    """Return the parameter for the place in a list to go on from."""
    return Parameter(
        "cursor",
        _about(
            fields.String(validate=validate.Length(1, 2000)),
            "Where to go on: the `next_cursor` of the page before.",
        ),
    )


def shaping() -> list[Parameter]:
    """Return the parameters that trim and inline."""
    return [
        Parameter(
            "fields",
            _about(FieldPath(), "Members to answer with, dotted paths in a comma list; all if not given."),
            many=True,
        ),
        Parameter(
            "expand",
            _about(
                FieldPath(), "References to inline, dotted paths in a comma list such as `citations.source`."
            ),
            many=True,
        ),
    ]


def clocks(record_type: RecordType) -> list[Parameter]:
    """Return the parameters for the clocks, where the type has fields that depend on them."""
    if record_type.clocked is None:
        return []
    return [
        as_of(),
        Parameter(
            "published_until", _about(PastDay(), "Derived fields from what had been published by this date.")
        ),
    ]


def as_of() -> Parameter:
    """Return the parameter for the day that derived fields of records are answered as of."""
    description = "Derived fields as they were on this date, today (UTC) if not given."
    return Parameter("as_of", _about(ReferenceDay(), description))


def view_clocks(*, of_any_day: bool = False) -> list[Parameter]:
    """Return the three clocks of a view, which without ``as_of`` is of today or ``of_any_day``."""
    otherwise, day = ("any day", PastDay()) if of_any_day else ("today (UTC)", ReferenceDay())
    as_of = (
        f"Only what certainly was so by this date, {otherwise} if not given: what is dated counts once the latest day "
        "that its date can mean has come."
    )
    published_until = (
        "Only what was public by this date: each statement counts once one of its own citations, else of its "
        "record's, names a source that had certainly appeared."
    )
    return [
        Parameter("as_of", _about(day, as_of)),
        Parameter("published_until", _about(PastDay(), published_until)),
        known_at(),
    ]


def one_record(record_type: RecordType) -> list[Parameter]:
    """Return the parameters of one record."""
    return [known_at(), *clocks(record_type), *shaping()]


def many_records(record_type: RecordType) -> list[Parameter]:
    """Return the parameters of a type's list."""
    declared = [
        Parameter("id", _about(Slug(), "Only records with one of these ids (comma list)."), many=True),
        Parameter(
            "q",
            _text(
                "Only records whose texts hold all these words, by their stems and in either spelling; case and "
                'accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what '
                "has the word."
            ),
        ),
        Parameter(
            "source",
            _about(Reference("source"), "Only records that cite one of these sources (comma list)."),
            many=True,
        ),
        Parameter(
            "recorded_after",
            _about(
                InstantField(),
                "Only records whose current revision was recorded after this instant (RFC 3339).",
            ),
        ),
    ]
    if record_type.date is not None:
        declared += [
            Parameter("from", _about(Day(), "Only records whose dates reach to this day or later.")),
            Parameter("to", _about(Day(), "Only records whose dates begin on this day or earlier.")),
        ]
    declared += [of_filter(each) for each in record_type.filters]
    sort = _about(
        Enumeration(*record_type.sorts, load_default=record_type.sorts[0]),
        f"Order, `-` for descending; `{record_type.sorts[0]}` if not given, in feeds `-recorded_at`. Ties go by id.",
    )
    return [
        *declared,
        Parameter("sort", sort),
        limit(),
        cursor(),
        Parameter(
            "count",
            _about(
                TrueOrFalse(load_default=False), "Whether to add `total`, the number of all records selected."
            ),
        ),
        *one_record(record_type),
        byte_order_mark(),
    ]


def byte_order_mark() -> Parameter:
    """Return the parameter for CSV that Excel reads as UTF-8."""
    description = "Whether CSV begins with a byte order mark, by which Excel knows UTF-8."
    return Parameter("bom", _about(TrueOrFalse(load_default=False), description), forms=("csv",))


def of_filter(declared: Filter) -> Parameter:
    """Return the parameter of a filter."""
    description = str(declared.field.metadata.get("description", ""))
    if declared.match == "bbox":
        return Parameter(declared.name, _about(BoundingBox(), description))
    if declared.match == "near":
        return Parameter(declared.name, _about(Near(), description))
    if declared.match == "name":
        return Parameter(declared.name, _text(f"{description} {_BY_WORDS}"))
    return Parameter(declared.name, declared.field, many=True)
