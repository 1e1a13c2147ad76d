"""The fields that records are made of: strict JSON values in, the same values out, a code on every error."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import Schema, ValidationError, fields, missing, validate
from marshmallow.exceptions import SCHEMA

from service.records.schemas.field_errors import FieldError, echo, json_type, refusal
from service.suggestions import nearest

LONGEST_TEXT = 10_000
LONGEST_TITLE = 300
LONGEST_SLUG = 80
MOST_ITEMS = 500
GREATEST_NUMBER = 1_000_000_000_000
"""More than any count or distance there is to record, and far from where doubles lose whole numbers."""


def _in_quotes(value: Any) -> str:
    """Return what to do about a date that YAML read from a text without quotes; nothing for other values."""
    return f": in YAML, write it in quotes, '{value.isoformat()}'" if isinstance(value, date) else ""


class RecordField(fields.Field[Any]):
    """A field with a description, null where it is not required, whose errors have codes.

    ``description`` is the sentence that the API reference shows. Unless ``required``, the field is null
    by default.
    """

    default_error_messages = {
        "required": FieldError("required", "This field is required."),
        "null": FieldError("null_not_allowed", "This field cannot be null."),
        "validator_failed": FieldError("invalid", "Not a valid value."),
    }

    def __init__(
        self, description: str = "", *, metadata: Mapping[str, Any] | None = None, **options: Any
    ) -> None:
        if not options.get("required"):
            options.setdefault("load_default", None)
        described = {"description": description} if description else {}
        super().__init__(metadata=described | dict(metadata or {}), **options)

    def parse(self, value: Any) -> Any:
        """Return a value that is not null as it is stored; raises a ``ValidationError`` with a ``FieldError``."""
        raise NotImplementedError

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        return self.parse(value)

    def _validate(self, value: Any) -> None:
        for validator in self.validators:
            validator(value)


class Pattern(validate.Regexp):
    """A regular expression that the whole value must match; Marshmallow's own lets a line feed follow."""

    def __init__(self, regex: str, error: FieldError) -> None:
        super().__init__(regex)
        self.error = error

    def __call__(self, value: Any) -> Any:
        if self.regex.fullmatch(value) is None:
            raise ValidationError([self.error])
        return value


class Choice(validate.OneOf):
    """An enumeration that suggests the value that was probably meant."""

    def __call__(self, value: Any) -> Any:
        if value not in self.choices:
            meant = nearest(value, self.choices)
            hint = f"Did you mean {meant!r}?" if meant else f"Use one of {', '.join(self.choices)}."
            raise refusal("invalid_choice", f"Unknown value {echo(value)}. {hint}")
        return value


# Letters and symbols of Unicode that show nothing: fillers of Hangul, the Braille pattern without a dot.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def is_visible(text: str) -> bool:
    """Tell whether a text shows anything: a letter, digit, punctuation mark or symbol, not only marks that combine."""
    return any(unicodedata.category(each)[0] in "LNPS" and each not in _BLANK for each in text)


class String(RecordField, fields.String):
    """A JSON string, not empty, of at most ``max_length`` characters; base of all that are written as one."""

    min_length = 1
    max_length = LONGEST_TEXT

    def __init__(self, description: str = "", *, max_length: int | None = None, **options: Any) -> None:
        self.max_length = max_length or self.max_length
        too_long = FieldError("too_long", f"Must have at most {self.max_length:,} characters.")
        limits = validate.Length(min=self.min_length, max=self.max_length, error=too_long)
        options["validate"] = [limits, *options.get("validate", ())]
        super().__init__(description, **options)

    def parse(self, value: Any) -> str:
        if not isinstance(value, str):
            raise refusal("wrong_type", f"Must be a string, not {json_type(value)}{_in_quotes(value)}.")
        if not value and self.min_length:
            raise refusal("blank", "Must not be empty; leave it out where there is nothing to say.")
        for validator in self.validators:
            validator(value)
        return value

    def _validate(self, value: Any) -> None:
        """Do nothing: lengths are checked before anything is parsed."""


class Text(String):
    """Free text in any script, kept as it was sent; something of it is visible."""

    def __init__(
        self, description: str = "", *, metadata: Mapping[str, Any] | None = None, **options: Any
    ) -> None:
        super().__init__(description, metadata={"pattern": r"\S"} | dict(metadata or {}), **options)

    def parse(self, value: Any) -> str:
        text = super().parse(value)
        if not is_visible(text):
            raise refusal("blank", "Must hold more than white space and invisible characters.")
        return text


class Slug(String):
    """An identifier: lower-case words and numbers joined by single hyphens, at most 80 characters."""

    max_length = LONGEST_SLUG
    pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"
    error = FieldError(
        "invalid_slug",
        'Must be lower-case letters and digits joined by single hyphens, as in "singapore-2018".',
    )

    def __init__(self, description: str = "", **options: Any) -> None:
        super().__init__(description, validate=[Pattern(self.pattern, self.error)], **options)


class Reference(Slug):
    """The id of a record of the type with this singular name."""

    def __init__(self, record_type: str, description: str = "", **options: Any) -> None:
        self.record_type = record_type
        super().__init__(description, **options)


class PartReference(Slug):
    """The id of a part, in ``collection`` of the record that the top-level field ``record`` names."""

    def __init__(self, description: str = "", *, record: str, collection: str, **options: Any) -> None:
        self.record = record
        self.collection = collection
        super().__init__(description, **options)


class Enumeration(String):
    """One of a few words."""

    max_length = LONGEST_SLUG

    def __init__(self, *choices: str, description: str = "", **options: Any) -> None:
        self.choices = choices
        super().__init__(description, **options)
        # No limits of length: the choices say it all.
        self.validators = [Choice(choices)]


class Number(RecordField, fields.Float):
    """A finite JSON number from ``minimum`` to ``maximum``, kept as it was sent."""

    def __init__(
        self,
        description: str = "",
        *,
        minimum: float = 0,
        maximum: float = GREATEST_NUMBER,
        **options: Any,
    ) -> None:
        error = FieldError("out_of_range", f"Must be from {minimum:,} to {maximum:,}.")
        super().__init__(
            description, validate=[validate.Range(min=minimum, max=maximum, error=error)], **options
        )

    def parse(self, value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise refusal("wrong_type", f"Must be a number, not {json_type(value)}.")
        if isinstance(value, float) and not math.isfinite(value):
            raise refusal("wrong_type", "Must be a finite number.")
        return value


class Integer(RecordField, fields.Integer):
    """A whole JSON number from ``minimum`` to ``maximum``; ``3.0`` is whole, as JSON Schema has it."""

    def __init__(
        self, description: str = "", *, minimum: int = 0, maximum: int = GREATEST_NUMBER, **options: Any
    ) -> None:
        error = FieldError("out_of_range", f"Must be from {minimum:,} to {maximum:,}.")
        super().__init__(
            description=description,
            validate=[validate.Range(min=minimum, max=maximum, error=error)],
            **options,
        )

    def parse(self, value: Any) -> int:
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            found = "a fraction" if isinstance(value, float) else json_type(value)
            raise refusal("wrong_type", f"Must be a whole number, not {found}.")
        return value


class Flag(RecordField, fields.Boolean):
    """True, false, or null where it is not known."""

    def parse(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise refusal("wrong_type", f"Must be true or false, not {json_type(value)}.")
        return value


class Part(RecordField, fields.Nested):
    """An object of its own shape inside a record."""

    def __init__(self, schema: type[Schema], description: str = "", **options: Any) -> None:
        super().__init__(description, nested=schema, **options)

    def parse(self, value: Any) -> Any:
        if not isinstance(value, dict):
            raise refusal("wrong_type", f"Must be an object, not {json_type(value)}.")
        return self.schema.load(value)


class Many(RecordField, fields.List[Any]):
    """An array of values of one field, empty by default; with ``min_items`` it is required."""

    def __init__(
        self,
        item: fields.Field[Any],
        description: str = "",
        *,
        min_items: int = 0,
        max_items: int = MOST_ITEMS,
        **options: Any,
    ) -> None:
        item.load_default, item.allow_none = missing, False
        if min_items:
            options["required"] = True
        elif not options.get("required"):
            options["load_default"] = list
        self.min_items = min_items
        self.max_items = max_items
        counted = validate.Length(min=min_items or None, max=max_items)
        super().__init__(description, cls_or_instance=item, validate=[counted], **options)

    def parse(self, value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise refusal("wrong_type", f"Must be an array, not {json_type(value)}.")
        if len(value) > self.max_items:
            raise refusal("too_many_items", f"Must have at most {self.max_items:,} items.")
        items: list[Any] = []
        messages: dict[int | str, Any] = {}
        for index, each in enumerate(value):
            try:
                items.append(self.inner.deserialize(each))
            except ValidationError as error:
                messages[index] = error.messages
                # Rules between items still need each at its own index; a part brings what is valid of it.
                items.append(error.valid_data)
        if len(value) < self.min_items:
            few = "one item" if self.min_items == 1 else f"{self.min_items} items"
            messages[SCHEMA] = [FieldError("too_few_items", f"Must have at least {few}.")]
        if messages:
            raise ValidationError(messages, valid_data=items)
        return items

    def _validate(self, value: Any) -> None:
        """Do nothing: the number of items is checked before they are."""


class Parts(Many):
    """An array of objects of one shape."""

    def __init__(self, schema: type[Schema], description: str = "", **options: Any) -> None:
        super().__init__(Part(schema, required=True), description, **options)
