"""CQL2 text (OGC 21-065r2) as a tree of JSON values: what is too long or too deep is refused before it is parsed."""

from __future__ import annotations

import re
from typing import Any

import cql2

# The parser tries each opening parenthesis in several ways, so that its time doubles with each level where what
# follows does not parse: 0.1 s at twelve, over a second at sixteen. Thousands overflow its stack and end the process.
LONGEST, DEEPEST = 2_000, 12
_TEXTS = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"")
_SIGNS = re.compile(r"(?:[-+]\s*){3}")
_POSITION = re.compile(r"--> \d+:(\d+)")
_EXPECTED = re.compile(r"= expected (.+)")
_WORDS = {
    "Add": "an operator",
    "And": "AND",
    "Array": "a list in parentheses",
    "DECIMAL": "a number",
    "Divide": "an operator",
    "Double": "a number",
    "EOI": "the end",
    "Eq": "a comparison",
    "Expr": "an expression",
    "ExpressionInParentheses": "an expression in parentheses",
    "GEOMETRY": "a geometry",
    "Gt": "a comparison",
    "GtEq": "a comparison",
    "Identifier": "the name of a property",
    "IsNullPostfix": "IS NULL",
    "Lt": "a comparison",
    "LtEq": "a comparison",
    "Modulo": "an operator",
    "Multiply": "an operator",
    "Negative": "a number",
    "NotEq": "a comparison",
    "NotFlag": "NOT",
    "Null": "",
    "Or": "OR",
    "Power": "an operator",
    "SingleQuotedString": "a text in single quotes",
    "Subtract": "an operator",
    "True": "TRUE",
    "False": "FALSE",
    "UnaryNot": "NOT",
}


class InvalidExpression(ValueError):
    """What is wrong with a filter, in a sentence."""


def parse(text: str) -> Any:
    """Return a filter as the JSON values of CQL2 JSON; raises ``InvalidExpression``."""
    if len(text) > LONGEST:
        raise InvalidExpression(f"It has {len(text):,} characters: at most {LONGEST:,} are read.")
    if _depth(text) > DEEPEST:
        raise InvalidExpression(f"Parentheses may be nested {DEEPEST} deep at most.")
    if _SIGNS.search(_TEXTS.sub("", text)):
        raise InvalidExpression("A number has one sign at most.")
    try:
        return cql2.parse_text(text).to_json()
    except Exception as error:  # noqa: BLE001 - what the parser raises has no class of its own
        raise InvalidExpression(_sentence(str(error), text)) from None


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in _TEXTS.sub("", text):
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    return deepest


def _sentence(message: str, text: str) -> str:
    """Return where a filter does not parse and what was expected there, from the parser's report."""
    position = _POSITION.search(message)
    if position is None:
        return f"It is not CQL2 text: {message.splitlines()[0][:200]}." if message else "It is not CQL2 text."
    number = int(position[1])
    where = f"character {number}" if number <= len(text) else "its end"
    expected = _EXPECTED.search(message)
    names = re.split(r", or |, | or ", expected[1]) if expected else []
    words = list(dict.fromkeys(filter(None, (_WORDS.get(each, each) for each in names))))
    hint = f": expected {', '.join(words[:-1])}{' or ' if words[1:] else ''}{words[-1]}" if words else ""
    return f"It does not parse at {where}{hint}."
