"""The address that was probably meant by one at which there is nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import dropwhile

from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import Map, MapAdapter

from service.suggestions import nearest

# Nobody's typing error; to look for what was meant would only cost time.
_LONGEST = 300
_VERSION = "v1"
# What other services have before their resources; there is no other version of this one.
_PREFIX = re.compile(r"api|rest|v[0-9]+(\.[0-9]+)*", re.ASCII | re.IGNORECASE)


def nearest_address(url_map: Map, path: str) -> str | None:
    """Return the path of a route that was probably meant, ``None`` where none is near.

    Slashes too many are left out, the version is added where it is missing or put in the place of another one and of
    what stands before it, and the fixed segments may be spelled otherwise: in capitals, in the singular, with a typing
    error. Identifiers stay as they are.
    """
    if len(path) > _LONGEST:
        return None
    segments = [segment for segment in path.split("/") if segment]
    adapter = url_map.bind("")
    rules = [rule.rule.strip("/").split("/") for rule in url_map.iter_rules()]
    below = list(dropwhile(_PREFIX.fullmatch, segments))
    for each in (segments, [_VERSION, *segments], [_VERSION, *below]):
        for candidate in _candidates(each, rules):
            if candidate != path and _is_route(adapter, candidate):
                return candidate
    return None


def _candidates(segments: list[str], rules: Iterable[list[str]]) -> Iterator[str]:
    yield f"/{'/'.join(segments)}"
    spelled = [found for rule in rules if (found := _spelled(segments, rule)) is not None]
    yield from (candidate for _, candidate in sorted(spelled, reverse=True))


def _spelled(segments: list[str], rule: list[str]) -> tuple[float, str] | None:
    """Return the segments with those of a rule that are fixed, and how near these are; ``None`` where they are not."""
    if len(segments) != len(rule):
        return None
    likeness, found = 0.0, []
    for segment, fixed in zip(segments, rule, strict=True):
        if "<" in fixed:
            found.append(segment)
        elif nearest(segment, (fixed,)) is None:
            return None
        else:
            found.append(fixed)
            likeness += SequenceMatcher(None, segment.casefold(), fixed).ratio()
    return likeness, f"/{'/'.join(found)}"


def _is_route(adapter: MapAdapter, path: str) -> bool:
    try:
        adapter.match(path, method="GET")
    except MethodNotAllowed:
        return True
    except HTTPException:
        return False
    return True
