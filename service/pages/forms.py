"""The parameters of a view as a form, and as chips: each that is set can be taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marshmallow import fields, validate

from service.pages.addresses import query_here
from service.pages.asked import SHAPING, Asked
from service.pages.words import country, label, words
from service.records.http.answers import CLOCKS
from service.records.http.parameter_fields import BoundingBox, Near, RangeEnd
from service.records.schemas.fields import Enumeration
from service.records.schemas.notations import Country
from service.records.schemas.parts import RecordAddress
from service.web.parameters import Parameter, TrueOrFalse

# What the page has other means for: the order, the place in the list, the form, the clocks.
_ELSEWHERE = frozenset({*SHAPING, *CLOCKS, "sort", "limit", "cursor", "count", "format", "bom", "pointer"})
_FIRST = (
    "q",
    "from",
    "to",
    "status",
    "kind",
    "category",
    "party",
    "facility",
    "system",
    "type",
    "near",
    "days",
)
_MOST_FIRST = 6
_ORDERS = {
    "date": "oldest first",
    "-date": "newest first",
    "name": "by name, A to Z",
    "-name": "by name, Z to A",
    "id": "by id",
    "-id": "by id, backwards",
    "recorded_at": "first recorded first",
    "-recorded_at": "last recorded first",
}
_PLACEHOLDERS = (
    (RangeEnd, "2018-09-10 or 2018"),
    (RecordAddress, "summits/singapore-2018"),
    (Near, "39.66,124.7,50"),
    (BoundingBox, "124,37,131,43"),
    (Country, "PRK"),
)


@dataclass(frozen=True)
class Control:
    """A control of a form.

    :param kind: ``select`` with ``choices`` (value, words), or ``text``.
    :param hint: what may be written, from the description of the parameter.
    """

    name: str
    label: str
    kind: str
    value: str
    choices: Sequence[tuple[str, str]]
    hint: str
    placeholder: str
    is_first: bool


@dataclass(frozen=True)
class Chip:
    """A parameter that is set, in words, and the URL of the page without it."""

    label: str
    value: str
    without: str


@dataclass(frozen=True)
class Sort:
    """An order that a list may have, in words, and the URL of the page in it."""

    label: str
    url: str
    is_current: bool


def controls_of(asked: Asked) -> list[Control]:
    """Return the controls of the parameters that narrow what is shown, those that most readers want first."""
    declared = [each for each in asked.operation.parameters.declared if each.name not in _ELSEWHERE]
    order = {name: index for index, name in enumerate(_FIRST)}
    declared.sort(key=lambda each: order.get(each.name, len(order)))
    first = [each.name for each in declared if each.name in order][:_MOST_FIRST]
    given = dict(query_here())
    return [_control(each, given.get(each.name, ""), is_first=each.name in first) for each in declared]


def chips_of(asked: Asked) -> list[Chip]:
    """Return the parameters that are set."""
    declared = {each.name: each for each in asked.operation.parameters.declared}
    return [
        Chip(label(name), _in_words(declared[name], value), asked.to.here(**{name: None}))
        for name, value in query_here()
        if name in declared and name not in _ELSEWHERE
    ]


def sorts_of(asked: Asked, sorts: Sequence[str]) -> list[Sort]:
    """Return the orders that a list may have, of which the first is that without any given."""
    current = asked.taken.get("sort", sorts[0])
    return [Sort(_ORDERS.get(each, words(each)), asked.to.here(sort=each), each == current) for each in sorts]


def _control(parameter: Parameter, value: str, *, is_first: bool) -> Control:
    choices = _choices(parameter)
    # A list of several values has no entry of its own.
    kind = "select" if choices and (not value or value in dict(choices)) else "text"
    hint = str(parameter.field.metadata.get("description", ""))
    placeholder = next((text for each, text in _PLACEHOLDERS if isinstance(parameter.field, each)), "")
    return Control(parameter.name, label(parameter.name), kind, value, choices, hint, placeholder, is_first)


def _choices(parameter: Parameter) -> list[tuple[str, str]]:
    declared = parameter.field
    if isinstance(declared, Enumeration):
        return [(each, words(each)) for each in declared.choices]
    if isinstance(declared, TrueOrFalse):
        return [("true", "yes"), ("false", "no")]
    if isinstance(declared, fields.String) and isinstance(declared.validate, validate.OneOf):
        return [(str(each), words(each)) for each in declared.validate.choices]
    return []


def _in_words(parameter: Parameter, value: str) -> str:
    if isinstance(parameter.field, Enumeration):
        return " or ".join(words(each) for each in value.split(","))
    if isinstance(parameter.field, Country):
        return " or ".join(country(each) for each in value.split(","))
    return value
