"""Query parameters: declared once, for reading them strictly and for the API description."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple
from urllib.parse import parse_qsl

from marshmallow import ValidationError, fields

from service.suggestions import nearest
from service.web.percent_encoding import check_query
from service.web.problem import Problem, first_errors
from service.web.problem_catalogue import INVALID_PARAMETER

MAX_PARAMETERS, MAX_VALUES = 100, 500
ALL = "all"
_LONGEST_ECHO = 100
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class QueryLimits(NamedTuple):
    """What is read of any query: how many parameters, how many values of one, how large a page (``limit``)."""

    parameters: int = MAX_PARAMETERS
    values: int = MAX_VALUES
    page: int = MAX_VALUES


@dataclass(frozen=True)
class Parameter:
    """A query parameter. ``field`` validates one value; with ``many`` a comma list or repetition means "any of".

    :param forms: names of the representations that take it; none where all do.
    """

    name: str
    field: fields.Field[Any]
    many: bool = False
    forms: tuple[str, ...] = ()


class WholeNumber(fields.Field[int]):
    """A decimal whole number without sign; ``validate`` bounds it."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if not re.fullmatch(r"[0-9]{1,18}", value, re.ASCII):
            raise ValidationError("Must be a whole number.")
        return int(value)


class PageSize(WholeNumber):
    """How many entries: a whole number, or ``all``, which is read as that word."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return ALL if value == ALL else super()._deserialize(value, attr, data, **kwargs)

    def _validate(self, value: Any) -> None:
        if value != ALL:
            super()._validate(value)


class TrueOrFalse(fields.Field[bool]):
    """``true`` or ``false``, also as ``1`` or ``0``: what PHP's ``http_build_query`` makes of them."""

    _values: ClassVar = {"true": True, "1": True, "false": False, "0": False}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if value not in self._values:
            raise ValidationError("Must be true or false, or 1 or 0.")
        return bool(self._values[value])


class Parameters:
    """The parameters that one resource takes; all others are refused with the nearest name suggested.

    :param passes_over: tells of the name of an unknown one whether it is ignored.
    """

    def __init__(
        self,
        declared: Iterable[Parameter],
        bounds: QueryLimits | None = None,
        passes_over: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.declared = tuple(declared)
        self.bounds = bounds or QueryLimits()
        self._passes_over = passes_over
        self._by_name = {parameter.name: parameter for parameter in self.declared}
        # Callers repeat themselves: a poll is the same query again and again. Errors are raised, so never kept.
        self.read = lru_cache(maxsize=2048)(self._read)

    def _read(self, query: bytes) -> Mapping[str, Any]:
        """Return the values of a raw query string by name; lists for ``many``, absent ones left out.

        Raises ``Problem`` 400 with every error at once.
        """
        errors: list[dict[str, str]] = []
        values: dict[str, Any] = {}
        for name, texts in self._given(query).items():
            parameter = self._by_name.get(name)
            if parameter is None:
                errors.append(_error(name, "unknown_parameter", self._unknown(name)))
            elif any(_CONTROL.search(value) for value in texts):
                errors.append(_error(name, "invalid_value", "Must not hold control characters."))
            elif parameter.many:
                self._read_many(parameter, texts, values, errors)
            elif len(texts) > 1:
                errors.append(_error(name, "repeated_parameter", "May be given once only."))
            else:
                try:
                    values[name] = _deserialize(parameter, texts[0])
                except ValidationError as error:
                    errors.extend(_errors(parameter, error))
        if values.get("limit", ALL) != ALL and values["limit"] > self.bounds.page:
            errors.append(_error("limit", "invalid_value", f"Must be between 1 and {self.bounds.page}."))
        if errors:
            raise invalid_parameters(errors)
        return MappingProxyType(values)

    def _given(self, query: bytes) -> dict[str, list[str]]:
        """Return the texts of each parameter of a query string, of those that are not passed over."""
        given: dict[str, list[str]] = {}
        for name, value in _pairs(query, self.bounds.parameters):
            if name in self._by_name or not self._passes_over(name):
                given.setdefault(name, []).append(value)
        return given

    def normalised(self, values: Mapping[str, Any], told: Collection[str] = ()) -> list[tuple[str, str]]:
        """Return the query that means these values, in the order of the declarations, without what goes without saying.

        Queries that mean the same are the same, so that a kept answer and its links are everybody's who asks so.

        :param told: names of parameters whose defaults do not go without saying.
        """
        return [
            (each.name, _written(values[each.name]))
            for each in self.declared
            if each.name in values and (each.name in told or values[each.name] != each.field.load_default)
        ]

    def _read_many(
        self, parameter: Parameter, texts: list[str], values: dict[str, Any], errors: list[dict[str, str]]
    ) -> None:
        items = [item for value in texts for item in value.split(",")]
        most = self.bounds.values
        if len(items) > most:
            errors.append(_error(parameter.name, "too_many_values", f"Takes at most {most} values."))
            return
        found: list[Any] = []
        for item in dict.fromkeys(items):
            try:
                found.append(_deserialize(parameter, item))
            except ValidationError as error:
                errors.extend(_errors(parameter, error))
        # Any of them is meant, in whatever order they come: in one order, one question is one key and one cursor.
        values[parameter.name] = tuple(sorted(found))

    def _unknown(self, name: str) -> str:
        if meant := nearest(name, self._by_name):
            hint = f"Did you mean {meant!r}?"
        elif self._by_name:
            hint = f"The parameters here are {', '.join(sorted(self._by_name))}."
        else:
            hint = "There are no parameters here."
        return f"Unknown parameter {name[:_LONGEST_ECHO]!r}. {hint}"


def _written(value: Any) -> str:
    """Return a value as a query has it: what is read back is the same value."""
    if isinstance(value, tuple):
        return ",".join(map(_written, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        # Decimal digits in full: the shortest that give the same number back.
        return format(Decimal(repr(value)), "f")
    return str(value)


def _pairs(query: bytes, most: int) -> list[tuple[str, str]]:
    """Return the names and values of a query string; raises ``Problem`` 400 where it is none."""
    check_query(query)
    try:
        return parse_qsl(
            query.decode(),
            keep_blank_values=True,
            strict_parsing=bool(query),
            errors="strict",
            max_num_fields=most,
        )
    except ValueError:
        raise Problem(
            INVALID_PARAMETER,
            f"The query string is not a list of at most {most} name=value pairs joined by '&'.",
        ) from None


def invalid_parameters(errors: list[dict[str, str]]) -> Problem:
    """Return the problem for errors of parameters, each ``{"parameter", "code", "detail"}``."""
    told = (
        each["detail"]
        if each["code"] == "unknown_parameter"
        else f"Invalid parameter {each['parameter']!r}: {each['detail']}"
        for each in errors
    )
    return Problem(INVALID_PARAMETER, first_errors(told, len(errors)), errors=errors)


def parameter_error(name: str, code: str, detail: str) -> Problem:
    """Return the problem for one parameter."""
    return invalid_parameters([_error(name, code, detail)])


def _error(name: str, code: str, detail: str) -> dict[str, str]:
    return {"parameter": name, "code": code, "detail": detail}


def _deserialize(parameter: Parameter, value: str) -> Any:
    if value == "":
        raise ValidationError("Must not be empty.")
    return parameter.field.deserialize(value)


def _errors(parameter: Parameter, error: ValidationError) -> list[dict[str, str]]:
    messages = error.messages if isinstance(error.messages, list) else [str(error.messages)]
    return [
        _error(parameter.name, getattr(message, "code", "invalid_value"), str(message))
        for message in messages
    ]
