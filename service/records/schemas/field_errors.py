"""Errors of a body: a code for programs, a sentence for people, and where, carried through Marshmallow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from marshmallow import ValidationError
from marshmallow.exceptions import SCHEMA

JsonPath = tuple[str | int, ...]
"""Where in a part an error is: field names and list indices, outermost first; ``()`` is the part itself."""

_LONGEST_ECHO = 60


class FieldError(str):
    """A Marshmallow message that knows its code.

    ``below`` is the rest of the pointer where the messages' own keys cannot say it.
    """

    code: str
    below: str

    def __new__(cls, code: str, detail: str, below: str = "") -> FieldError:
        error = super().__new__(cls, detail)
        error.code = code
        error.below = below
        return error

    def __getnewargs__(self) -> tuple[str, str, str]:  # type: ignore[override]
        return (self.code, str(self), self.below)

    def format(self, *args: object, **kwargs: object) -> FieldError:
        """Return the error with its placeholders filled, as Marshmallow's validators do; the code stays."""
        return FieldError(self.code, super().format(*args, **kwargs), self.below)


def refusal(code: str, detail: str) -> ValidationError:
    """Return the error that a field raises for this error."""
    return ValidationError([FieldError(code, detail)])


def refuse(errors: Iterable[tuple[JsonPath, FieldError]]) -> None:
    """Raise a ``ValidationError`` that holds each error at its place; without errors do nothing."""
    messages: dict[str | int, Any] = {}
    for place, error in errors:
        at = messages
        for step in place:
            at = at.setdefault(step, {})
        at.setdefault(SCHEMA, []).append(error)
    if messages:
        raise ValidationError(messages)


def flatten(messages: Any, prefix: str = "") -> list[dict[str, str]]:
    """Return Marshmallow's nested messages as ``{"pointer", "code", "detail"}``, in their order.

    ``prefix`` is the JSON Pointer (RFC 6901) of the value that the messages are about.
    """
    if isinstance(messages, Mapping):
        return [
            entry
            for key, value in messages.items()
            for entry in flatten(value, prefix if key == SCHEMA else f"{prefix}/{escape(key)}")
        ]
    if isinstance(messages, list):
        return [entry for message in messages for entry in flatten(message, prefix)]
    return [
        {
            "pointer": prefix + getattr(messages, "below", ""),
            "code": getattr(messages, "code", "invalid"),
            "detail": str(messages),
        }
    ]


def escape(token: str | int) -> str:
    """Return one reference token of a JSON Pointer (RFC 6901, section 3)."""
    return str(token).replace("~", "~0").replace("/", "~1")


def echo(value: str) -> str:
    """Return what a client sent as it may stand in a message: quoted, and cut where it is long."""
    return repr(value if len(value) <= _LONGEST_ECHO else f"{value[:_LONGEST_ECHO]}…")


def json_type(value: Any) -> str:
    """Return the JSON name of a value's type (RFC 8259, section 3) with its article, or what YAML made of it."""
    names = {
        type(None): "null",
        bool: "a boolean",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "an array",
        # Of YAML, which reads more into what stands without quotes than JSON does.
        date: "a date without quotes",
        datetime: "a date and time without quotes",
        bytes: "binary data",
        set: "a set",
    }
    return names.get(type(value), "an object")
