"""The query parameters of records: which there are for a type, and what each value must look like."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from service.records.http.parameter_fields import (
    BoundingBox,
    FieldPath,
    InstantField,
    Near,
    PastDay,
    RangeEnd,
    ReferenceDay,
)
from service.records.record_type import Filter, RecordType
from service.records.schemas.fields import Enumeration, Reference, Slug
from service.web.parameters import PageSize, Parameter, TrueOrFalse, WholeNumber

DEFAULT_LIMIT, MAX_LIMIT = 50, 500
_BY_WORDS = "Whole words of one name, in any order; case and accents ignored, `*` ends a prefix."


def _about(field: fields.Field[Any], description: str) -> fields.Field[Any]:
    field.metadata = {**field.metadata, "description": description}
    return field


def _text(description: str) -> fields.Field[Any]:
    return _about(fields.String(validate=validate.Length(1, 200)), description)


def date_range(of: str) -> list[Parameter]:
    """Return the parameters ``from`` and ``to``, for what the plural ``of`` names."""
    begin = (
        f"Only {of} whose dates reach to this day or later: a day, a month or a year, from its first day on."
    )
    end = f"Only {of} whose dates begin on this day or earlier: a day, a month or a year, up to its last day."
    return [
        Parameter("from", _about(RangeEnd(is_last=False), begin)),
        Parameter("to", _about(RangeEnd(is_last=True), end)),
    ]


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


def limit_or_all() -> Parameter:
    """Return the parameter for the size of a page, or for everything at once in forms that stream."""
    within = validate.Range(1, MAX_LIMIT, error="Must be between {min} and {max}, or all.")
    field = PageSize(validate=within, load_default=DEFAULT_LIMIT)
    description = (
        f"How many entries a page holds; {DEFAULT_LIMIT} if not given. "
        "`all` streams all, in CSV, NDJSON or GeoJSON."
    )
    return Parameter("limit", _about(field, description))


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
                "has the word; there are no other operators, `OR` is a word."
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
        declared += date_range("records")
    declared += [of_filter(each) for each in record_type.filters]
    sort = _about(
        Enumeration(*record_type.sorts, load_default=record_type.sorts[0]),
        f"Order, `-` for descending; `{record_type.sorts[0]}` if not given, in feeds `-recorded_at`. Ties go by id.",
    )
    return [
        *declared,
        Parameter("sort", sort),
        limit_or_all(),
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
