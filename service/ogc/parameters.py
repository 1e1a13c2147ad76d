"""The query parameters of features: those of the standard, the clocks, and a property each."""

from __future__ import annotations

from datetime import date
from typing import Any

from marshmallow import ValidationError, fields

from service.ogc.collection import CRS84, Collection
from service.records.http import parameters
from service.records.http.forms.properties import Property
from service.records.http.parameter_fields import BoundingBox, Day, InstantField, latest_day
from service.records.schemas import instants
from service.records.schemas.field_errors import FieldError
from service.records.schemas.fields import Enumeration
from service.records.schemas.numbers import parse_number
from service.web.parameters import Parameter, TrueOrFalse, WholeNumber

CQL2_TEXT = "cql2-text"
_OPEN = ("", "..")


class CappedNumber(WholeNumber):
    """A whole number from 1 on; the greatest pages are as long as the service makes them (OGC 17-069r4, 7.15.2)."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        number: int = super()._deserialize(value, attr, data, **kwargs)
        if number < 1:
            raise ValidationError("Must be 1 or more.")
        return number


class PlaneBox(fields.Field[tuple[float, ...]]):
    """A bounding box without heights."""

    _box = BoundingBox()

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> tuple[float, ...]:
        if value.count(",") == 5:
            detail = (
                "Must be west,south,east,north: features here have no height, so six numbers are too many."
            )
            raise ValidationError([FieldError("has_height", detail)])
        return tuple(self._box.deserialize(value))


class DaysField(fields.Field[str]):
    """A day or instant, or two joined by ``/`` of which either may be open; read into days (UTC), ``first/last``."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        ends = value.split("/")
        if len(ends) > 2 or (len(ends) == 1 and ends[0] in _OPEN):
            raise _invalid_time()
        days = [".." if each in _OPEN and len(ends) == 2 else _day(each) for each in ends]
        first, last = days[0], days[-1]
        if ".." not in days and first > last:
            raise ValidationError([FieldError("out_of_order", "The interval must not end before it begins.")])
        return f"{first}/{last}"


def days_of(text: str) -> tuple[str | None, str | None]:
    """Return the first and last day of what ``DaysField`` read, ``None`` for an open end."""
    first, last = (None if each == ".." else each for each in text.split("/"))
    return first, last


def as_of(text: str | None) -> str | None:
    """Return the day that derived members are answered as of: the last of ``datetime``, ``None`` for today."""
    last = days_of(text)[1] if text else None
    return last if last is not None and last <= latest_day() else None


def of_items(collection: Collection, most: int) -> list[Parameter]:
    """Return the parameters of the features of a collection; ``most`` is the length of the longest page."""
    own = {each.name: each for each in _of_the_standard(collection, most)}
    properties = [_of_property(each) for each in collection.properties if each.name not in own]
    return [*own.values(), *properties]


def clocks(collection: Collection) -> list[Parameter]:
    """Return the clocks of features that the standard has no parameter for."""
    of_type = parameters.clocks(collection.record_type)
    return [*(each for each in of_type if each.name == "published_until"), parameters.known_at()]


def _of_the_standard(collection: Collection, most: int) -> list[Parameter]:
    box = "Only features in `west,south,east,north`, in degrees (WGS 84), or without a place."
    time = "Only features dated in this day, instant or interval (`2018-01-01/..`), or undated."
    if collection.record_type.clocked is not None:
        time += " Derived members are as of its last day, of today if that is open or to come."
    limit = {"type": "integer", "minimum": 1, "maximum": most}
    numbers = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4}
    crs = "Coordinate reference system of {}: longitude and latitude of WGS 84."
    return [
        Parameter("bbox", PlaneBox(metadata={"description": box, **numbers})),
        Parameter("datetime", DaysField(metadata={"description": time, "type": "string"})),
        Parameter(
            "limit",
            CappedNumber(
                load_default=min(parameters.DEFAULT_LIMIT, most),
                metadata={"description": "How many features a page holds; 50 if not given.", **limit},
            ),
        ),
        parameters.cursor(),
        Parameter(
            "filter", fields.String(metadata={"description": "Only features that this is true of (CQL2)."})
        ),
        Parameter(
            "filter-lang",
            Enumeration(CQL2_TEXT, description="Language of the filter.", load_default=CQL2_TEXT),
        ),
        *(
            Parameter(name, Enumeration(CRS84, description=crs.format(of), load_default=CRS84))
            for name, of in (("crs", "the answer"), ("bbox-crs", "`bbox`"), ("filter-crs", "the filter"))
        ),
        *clocks(collection),
    ]


def _of_property(declared: Property) -> Parameter:
    about = {"description": f"Only features whose `{declared.name}` is this."}
    made: dict[str, fields.Field[Any]] = {
        "integer": _Decimal(metadata=about | {"type": "integer"}),
        "number": _Decimal(metadata=about | {"type": "number"}),
        "boolean": TrueOrFalse(metadata=about),
        "date": Day(metadata=about),
        "instant": InstantField(metadata=about),
        "text": Enumeration(*declared.choices, description=about["description"])
        if declared.choices
        else fields.String(metadata=about),
    }
    return Parameter(declared.name, made[declared.kind])


class _Decimal(fields.Field[float]):
    """A decimal number."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        number = parse_number(value.strip())
        if number is None:
            raise ValidationError("Must be a number.")
        return float(number)


def _day(text: str) -> str:
    try:
        # GDAL ends dates with the T that a time would follow.
        if len(day := text.removesuffix("T")) == 10:
            return date.fromisoformat(day).isoformat()
        return instants.parse(text).date().isoformat()
    except (ValueError, OverflowError):
        raise _invalid_time(text) from None


def _invalid_time(text: str = "") -> ValidationError:
    hint = " ('+' is written %2B in a query)" if " " in text else ""
    detail = f"Must be a day or an instant such as 2018-09-10T14:00:00Z{hint}, or an interval such as 2018-01-01/.."
    return ValidationError([FieldError("invalid_datetime", detail)])
