"""The query parameters of a record's history: when its revisions were recorded, and which to compare."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import ValidationError

from service.records.http.parameter_fields import RangeEnd
from service.records.http.parameters import revision_number
from service.records.schemas import instants
from service.records.schemas.field_errors import FieldError
from service.web.parameters import Parameter

# What the database's column holds.
MOST_REVISIONS = 2**31 - 1


class InstantOrDay(RangeEnd):
    """An RFC 3339 instant, or a day, a month or a year, which stands for its first instant or for its last (UTC)."""

    pattern = rf"{RangeEnd.pattern}([Tt].{{1,40}})?"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        try:
            if re.match(r"\d{4}-\d\d-\d\d.", value, re.ASCII):
                return instants.render(instants.parse(value))
            if not re.fullmatch(RangeEnd.pattern, value):
                raise ValueError
            day = super()._deserialize(value, attr, data, **kwargs)
        except (ValueError, OverflowError):
            hint = " ('+' is written %2B in a query)" if " " in value else ""
            detail = (
                "Must be a day, a month, a year or an instant, such as 2018-09-10, 2018-09, 2018 or "
                f"2018-09-10T14:00:00Z{hint}."
            )
            raise ValidationError([FieldError("invalid_instant", detail)]) from None
        return f"{day}T{'23:59:59.999999' if self.is_last else '00:00:00.000000'}Z"


def recorded_within() -> list[Parameter]:
    """Return the parameters for the instants between which something was recorded."""
    ends = {"from": "at or after", "to": "at or before"}
    return [
        Parameter(
            name,
            InstantOrDay(
                is_last=name == "to",
                metadata={
                    "description": f"Only what was recorded {when} this instant (RFC 3339, or a day, month or year in "
                    "UTC; inclusive)."
                },
            ),
        )
        for name, when in ends.items()
    ]


def compare() -> Parameter:
    """Return the parameter for the revision to compare with."""
    words = "Number of another revision of the record, earlier or later: adds what differs from it (`comparison`)."
    return Parameter("compare", revision_number(words, MOST_REVISIONS))
