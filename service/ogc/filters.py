"""Filters in CQL2 as tests on features; an unknown value makes what is said of it unknown, as in SQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from service.formats.tables import Kind
from service.ogc.expressions import InvalidExpression
from service.ogc.geometry import Position, region
from service.ogc.time import EARLIEST, LATEST, RELATIONS, Interval, read_date, read_instant
from service.suggestions import nearest

GEOMETRY = "geometry"
# Of a parsed tree: far below where Python ends recursion.
_DEEPEST = 200


class Candidate(NamedTuple):
    """A feature to test: its properties, and its latitude and longitude."""

    properties: Mapping[str, Any]
    position: Position | None


Test = Callable[[Candidate], bool | None]
Value = Callable[[Candidate], Any]

_COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_HOW = {
    "text": "a text in single quotes",
    "number": "a number",
    "integer": "a number",
    "boolean": "true or false",
    "date": "DATE('2018-09-10')",
    "instant": "TIMESTAMP('2018-09-10T14:00:00Z')",
}


def compile_filter(tree: Any, kinds: Mapping[str, Kind]) -> Test:
    """Return the test that a filter is, true, false or unknown (``None``); raises ``InvalidExpression``.

    :param tree: the filter in CQL2 JSON.
    :param kinds: what the values of each property are.
    """
    return _Compiler(kinds).test(tree, 0)


class _Compiler:
    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = kinds

    def test(self, tree: Any, depth: int) -> Test:
        if isinstance(tree, bool):
            return lambda _: tree
        if depth > _DEEPEST:
            raise InvalidExpression("It is nested too deep.")
        if not isinstance(tree, Mapping) or "op" not in tree:
            raise InvalidExpression("A condition is expected, such as kind = 'shipyard'.")
        name, arguments = str(tree["op"]), list(tree["args"])
        if name in ("and", "or", "not"):
            return _joined(name, [self.test(each, depth + 1) for each in arguments])
        if name in _COMPARISONS:
            return self._comparison(name, arguments)
        makers = {"like": self._like, "between": self._between, "in": self._in, "isNull": self._is_null}
        if name in makers:
            return makers[name](arguments)
        if name == "s_intersects":
            return self._intersects(arguments)
        if name.lower() in RELATIONS:
            return self._relation(name.lower(), arguments)
        raise InvalidExpression(
            f"{name[:60]!r} is not offered: use comparisons, LIKE, BETWEEN, IN, IS NULL, CASEI, S_INTERSECTS, the "
            "temporal functions (T_AFTER, T_INTERSECTS, ...), AND, OR and NOT."
        )

    def _property(self, tree: Any) -> tuple[Value, Kind]:
        """Return what reads a property, perhaps in CASEI, and the kind of its values."""
        if isinstance(tree, Mapping) and tree.get("op") == "casei" and len(tree["args"]) == 1:
            read, kind = self._property(tree["args"][0])
            if kind != "text":
                raise InvalidExpression("CASEI takes a text.")
            return (lambda each: None if (value := read(each)) is None else value.casefold()), kind
        if isinstance(tree, Mapping) and "property" in tree:
            name = str(tree["property"])
            if name == GEOMETRY:
                raise InvalidExpression("The geometry is compared by S_INTERSECTS.")
            if name not in self._kinds:
                raise InvalidExpression(self._unknown(name))
            return (lambda each: each.properties.get(name)), self._kinds[name]
        if isinstance(tree, Mapping) and "op" in tree:
            raise InvalidExpression(f"{str(tree['op'])[:60]!r} is not offered for values: name a property.")
        raise InvalidExpression("One side of a comparison must name a property.")

    def _unknown(self, name: str) -> str:
        meant = nearest(name, (*self._kinds, GEOMETRY))
        hint = f"Did you mean {meant!r}?" if meant else "The queryables of the collection list them all."
        return f"Unknown property {name[:60]!r}. {hint}"

    def _comparison(self, name: str, arguments: list[Any]) -> Test:
        one, other = arguments
        if not _names_property(one) and _names_property(other):
            one, other, name = other, one, _FLIPPED.get(name, name)
        if _names_property(other):
            raise InvalidExpression("A property is compared with a value, not with another property.")
        read, kind = self._property(one)
        value, compare = _literal(other, kind), _COMPARISONS[name]
        return lambda each: None if (found := read(each)) is None else compare(found, value)

    def _like(self, arguments: list[Any]) -> Test:
        read, kind = self._property(arguments[0])
        if kind != "text":
            raise InvalidExpression("LIKE takes a property that is text.")
        pattern = _pattern(_literal(arguments[1], "text"))
        return lambda each: None if (found := read(each)) is None else pattern.fullmatch(found) is not None

    def _between(self, arguments: list[Any]) -> Test:
        read, kind = self._property(arguments[0])
        if kind not in ("number", "integer"):
            raise InvalidExpression("BETWEEN takes a property that is a number.")
        low, high = (_literal(each, kind) for each in arguments[1:])
        return lambda each: None if (found := read(each)) is None else low <= found <= high

    def _in(self, arguments: list[Any]) -> Test:
        read, kind = self._property(arguments[0])
        values = {_literal(each, kind) for each in arguments[1]}
        return lambda each: None if (found := read(each)) is None else found in values

    def _is_null(self, arguments: list[Any]) -> Test:
        if arguments == [{"property": GEOMETRY}]:
            return lambda each: each.position is None
        read, _ = self._property(arguments[0])
        return lambda each: read(each) is None

    def _intersects(self, arguments: list[Any]) -> Test:
        geometry = {"property": GEOMETRY}
        if geometry not in arguments or len(arguments) != 2:
            raise InvalidExpression("S_INTERSECTS takes the property geometry and a geometry.")
        inside = region(arguments[1 - arguments.index(geometry)])
        return lambda each: None if each.position is None else inside(each.position)

    def _relation(self, name: str, arguments: list[Any]) -> Test:
        if len(arguments) != 2:
            raise InvalidExpression(f"{name.upper()} takes two dates, instants or intervals.")
        kinds = [kind for each in arguments for kind in self._kinds_in(each)]
        if not kinds:
            raise InvalidExpression(f"{name.upper()} must name a property that is a date or an instant.")
        if len(set(kinds)) > 1 or kinds[0] not in ("date", "instant"):
            raise InvalidExpression(f"{name.upper()} compares dates with dates, or instants with instants.")
        one, other = (self._interval(each, kinds[0]) for each in arguments)
        relation = RELATIONS[name]

        def test(candidate: Candidate) -> bool | None:
            first, second = one(candidate), other(candidate)
            return None if first is None or second is None else relation(first, second)

        return test

    def _kinds_in(self, tree: Any) -> list[Kind]:
        ends = tree["interval"] if isinstance(tree, Mapping) and "interval" in tree else [tree]
        return [self._property(each)[1] for each in ends if _names_property(each)]

    def _interval(self, tree: Any, kind: Kind) -> Callable[[Candidate], Interval | None]:
        if isinstance(tree, Mapping) and "interval" in tree:
            ends = tree["interval"]
            if len(ends) != 2:
                raise InvalidExpression("INTERVAL takes a start and an end, '..' for an open one.")
            start, end = (
                self._end(each, kind, open_end)
                for each, open_end in zip(ends, (EARLIEST, LATEST), strict=True)
            )
        else:
            start = end = self._end(tree, kind, "")

        def read(candidate: Candidate) -> Interval | None:
            first, last = start(candidate), end(candidate)
            return None if first is None or last is None else Interval(first, last)

        return read

    def _end(self, tree: Any, kind: Kind, open_end: str) -> Value:
        if open_end and tree == "..":
            return lambda _: open_end
        if _names_property(tree):
            return self._property(tree)[0]
        value = _literal(tree, kind)
        return lambda _: value


def _joined(name: str, tests: list[Test]) -> Test:
    """Return AND, OR or NOT of tests, with three values as in SQL."""
    if name == "not":
        (only,) = tests
        return lambda each: None if (found := only(each)) is None else not found
    # What decides: one false of AND, one true of OR.
    deciding = name == "or"

    def test(candidate: Candidate) -> bool | None:
        is_unknown = False
        for each in tests:
            found = each(candidate)
            if found is deciding:
                return deciding
            is_unknown = is_unknown or found is None
        return None if is_unknown else not deciding

    return test


def _names_property(tree: Any) -> bool:
    if not isinstance(tree, Mapping):
        return False
    return "property" in tree or ("op" in tree and any(_names_property(each) for each in tree["args"]))


def _literal(tree: Any, kind: Kind) -> Any:
    """Return a value of CQL2 JSON as properties of this kind have it; raises ``InvalidExpression``."""
    if isinstance(tree, Mapping) and tree.get("op") == "casei" and kind == "text":
        (inner,) = tree["args"]
        return str(_literal(inner, kind)).casefold()
    if kind == "date" and (isinstance(tree, str) or _is(tree, "date")):
        return read_date(tree if isinstance(tree, str) else tree["date"])
    if kind == "instant" and (isinstance(tree, str) or _is(tree, "timestamp")):
        return read_instant(tree if isinstance(tree, str) else tree["timestamp"])
    fits = {
        "text": isinstance(tree, str),
        "boolean": isinstance(tree, bool),
        "number": isinstance(tree, int | float) and not isinstance(tree, bool),
    }
    if not fits.get("number" if kind == "integer" else kind, False):
        what = {"text": "text", "boolean": "true or false", "date": "a date", "instant": "an instant"}.get(
            kind, "a number"
        )
        raise InvalidExpression(f"A property that is {what} is compared with {_HOW[kind]}.")
    return tree


def _is(tree: Any, name: str) -> bool:
    return isinstance(tree, Mapping) and set(tree) == {name}


def _pattern(text: str) -> re.Pattern[str]:
    r"""Return a pattern of LIKE: ``%`` is any text, ``_`` any character, after ``\`` they are themselves.

    What lies between two ``%`` is taken where it comes first and never tried again, so that time grows with the length
    of the text times that of the pattern.
    """
    parts: list[str] = [""]
    characters = iter(text)
    for character in characters:
        if character == "%":
            parts.append("")
        elif character == "_":
            parts[-1] += "."
        else:
            parts[-1] += re.escape(next(characters, "\\") if character == "\\" else character)
    if len(parts) == 1:
        return re.compile(parts[0], re.DOTALL)
    first, *between, last = parts
    middle = "".join(f"(?>.*?{each})" for each in between if each)
    return re.compile(f"{first}{middle}.*{last}", re.DOTALL)
