"""Decimal numbers as people and programs write them in tables and URLs."""

from __future__ import annotations

import math
import re

# An optional sign, digits with an optional point among, before or after them, an optional exponent; ASCII only.
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?")


def parse_number(text: str) -> int | float | None:
    """Return the number that a text stands for, whole where it is written so; ``None`` for any other text."""
    if not _NUMBER.fullmatch(text):
        return None
    if text.lstrip("+-").isdigit():
        return int(text)
    number = float(text)
    return number if math.isfinite(number) else None
