"""What all objects in a record share: unknown fields are refused, dates get their bounds beside them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, validates_schema
from marshmallow.exceptions import SCHEMA

from service.records.schemas import dates
from service.records.schemas.field_errors import FieldError, JsonPath, echo, escape, refuse
from service.records.schemas.notations import CalendarDate, EdtfDate
from service.suggestions import nearest

# Beyond so many unknown fields of one object the search for what was meant would only cost time.
_SUGGESTIONS = 20

_UNKNOWN = [FieldError("unknown_field", "Unknown field.")]

Data = dict[str, Any]
Rule = Callable[[Any, Data, Data], Iterator[tuple[JsonPath, FieldError]]]


def rule(check: Rule) -> Callable[..., None]:
    """Make a method that yields ``(place, error)`` pairs a rule of its schema.

    It is called with the valid fields, in which invalid ones are missing, and with the data as sent; so it
    reads with ``get``, and an item of a list may be ``None``. It runs whatever else is wrong, so that all
    errors come at once.
    """

    @functools.wraps(check)
    def run(schema: Any, data: Data, original: Data, **_: Any) -> None:
        refuse(check(schema, data, original))

    return validates_schema(run, pass_original=True, skip_on_field_errors=False)


class RecordPart(Schema):
    """Base of every object in a record.

    After each EDTF date ``x`` the loaded object has ``x_earliest`` and ``x_latest``.
    """

    error_messages = {
        "unknown": FieldError("unknown_field", "Unknown field."),
        "type": FieldError("wrong_type", "Must be an object."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._dated = tuple(name for name, field in self.fields.items() if isinstance(field, EdtfDate))

    @classmethod
    def read_only(cls) -> dict[str, fields.Field[Any]]:
        """Return the fields that loading adds to this object, by name."""
        return dict(_read_only(cls))

    @post_load
    def _add_bounds(self, data: Data, **_: Any) -> Data:
        if not self._dated:
            return data
        whole: Data = {}
        for name, value in data.items():
            whole[name] = value
            if name in self._dated:
                earliest, latest = (None, None) if value is None else dates.bounds(value)
                whole[f"{name}_earliest"] = earliest
                whole[f"{name}_latest"] = latest
        return whole

    def handle_error(self, error: ValidationError, data: Any, **_: Any) -> None:
        """Say for each unknown field what was probably meant, in the order in which they were sent."""
        messages = error.messages
        if not isinstance(data, dict) or not isinstance(messages, dict):
            return
        unknown = [name for name in data if name not in self.fields]
        for count, name in enumerate(unknown):
            if name == SCHEMA:
                # Marshmallow keeps the errors of the object as a whole under this very key.
                own = [
                    message for message in messages[SCHEMA] if message is not self.error_messages["unknown"]
                ]
                messages[SCHEMA] = [*own, FieldError("unknown_field", "Unknown field.", f"/{escape(SCHEMA)}")]
                continue
            messages.pop(name, None)
            messages[name] = (
                [FieldError("unknown_field", self._suggestion(name))] if count < _SUGGESTIONS else _UNKNOWN
            )

    def _suggestion(self, name: str) -> str:
        meant = nearest(name, self.fields)
        hint = f"Did you mean {meant!r}?" if meant else f"The fields here are {', '.join(self.fields)}."
        return f"Unknown field {echo(name)}. {hint}"


@functools.cache
def _read_only(schema: type[RecordPart]) -> dict[str, fields.Field[Any]]:
    bounds: dict[str, fields.Field[Any]] = {}
    for name, field in schema().fields.items():
        if isinstance(field, EdtfDate):
            bounds[f"{name}_earliest"] = CalendarDate(
                f"The first day of `{name}`; null where it is open.", dump_only=True
            )
            bounds[f"{name}_latest"] = CalendarDate(
                f"The last day of `{name}`; null where it is open.", dump_only=True
            )
    return bounds
