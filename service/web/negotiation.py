"""Proactive negotiation (RFC 9110 §12): which representation, and in which content coding."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

import orjson
from werkzeug import Request
from werkzeug.http import parse_options_header

from service.suggestions import nearest
from service.web import problem_catalogue as kinds
from service.web.parameters import parameter_error
from service.web.problem import MEDIA_TYPE as PROBLEM
from service.web.problem import Problem

Coding = Literal["gzip", "identity"]


def _json(answer: Any) -> bytes:
    content = answer.content
    return content if isinstance(content, bytes) else orjson.dumps(content)


@dataclass(frozen=True, eq=False)
class Representation:
    """A form that resources are served in.

    :param name: what ``?format=`` calls it.
    :param write: makes the bytes of an ``Answer``, from its ``document``.
    :param headers: header fields that come with it, and what makes their values.
    :param schema: its JSON Schema where it is not that of the document: of a table or page, text.
    :param is_page: whether it is for people to look at, whose links may carry parameters of others.
    :param extension: what ends the names of such files, where that is not ``name``.
    :param streams: whether it is made piece by piece, so that a list can be answered whole (``limit=all``).
    :param is_file: whether it is a file, which can be asked for in ranges.
    :param missing: why it cannot be written here and how that is changed; empty where it can.
    :param refuses: names of parameters that it has no place for, and what to do instead.
    """

    name: str
    media_type: str
    write: Callable[[Any], bytes] = _json
    headers: Mapping[str, Callable[[], str]] = field(default_factory=dict)
    schema: Mapping[str, Any] | None = None
    is_page: bool = False
    extension: str = ""
    streams: bool = False
    is_file: bool = False
    missing: str = ""
    refuses: Mapping[str, str] = field(default_factory=dict)

    @property
    def bare_media_type(self) -> str:
        """The media type without parameters."""
        return self.media_type.partition(";")[0]

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called by the end of a path: its name, and its extension where that differs."""
        return tuple(dict.fromkeys((self.name, self.extension or self.name)))


JSON = Representation("json", "application/json")


def is_json(media_type: str) -> bool:
    """Tell whether a media type is that of JSON, or of something written in it (RFC 6839, 3.1)."""
    return media_type.partition(";")[0].endswith("json")


OFFERED: tuple[Representation, ...] = (JSON,)

VARY = "Accept, Accept-Encoding"

# Below this, gzip's frame and the time it takes outweigh what it saves: the answer fits one packet anyway.
MINIMUM_GZIP_BYTES = 860
# 5 of 9: pages of records come out within 2 % of level 9 in a third of the time.
_GZIP_LEVEL = 5
_GZIP_WINDOW = zlib.MAX_WBITS | 16

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105 - the grammar's word for it, RFC 9110 §5.6.2
_MEDIA_RANGE = re.compile(rf"(\*|{_TOKEN}/{_TOKEN})")
_CODING = re.compile(_TOKEN)
# Java's own client sends ".2", and some send more digits than the three of RFC 9110 §12.4.2.
_WEIGHT = re.compile(r"(?:0|1)?(?:\.\d*)?")
# Commas and semicolons inside quoted strings separate nothing (RFC 9110 §5.6.4).
_PIECE = r'(?:[^{}"\\]|\\.|"(?:[^"\\]|\\.)*+"?)++'
_ELEMENT = re.compile(_PIECE.format(","))
_PART = re.compile(_PIECE.format(";"))


def negotiate(
    request: Request,
    offered: Sequence[Representation] = OFFERED,
    missing: Sequence[Representation] = (),
) -> Representation:
    """Return the representation to answer with: what ``?format=`` names, else what ``Accept`` prefers.

    Of equals the first of ``offered`` wins. Whoever names the media type of problems is answered with what
    there is, as RFC 9110 §12.5.1 allows: generated clients name it where it is all that they know of an answer.
    Raises a 406 problem that lists what there is, and a 400 one for a header that cannot be read.

    :param missing: the representations that there would be, if what writes them were installed.
    """
    if "format" in request.args:
        return _by_name(request.args.getlist("format"), offered, missing)
    accept = request.headers.get("Accept")
    if accept is None or accept == "*/*" or not accept.strip():
        return offered[0]
    ranges = _parse_accept(accept)
    best, best_weight = offered[0], 0.0
    for representation in offered:
        weight = _weight_of(representation.media_type, ranges)
        if weight > best_weight:
            best, best_weight = representation, weight
    if best_weight == 0.0 and not any(each.media_type == PROBLEM and each.weight for each in ranges):
        lacking = next((each.missing for each in missing if _weight_of(each.media_type, ranges)), "")
        detail = lacking or "Accept allows none of the media types that this resource has."
        raise _not_acceptable(detail, offered)
    return best


def prefers(request: Request, page: Representation) -> bool:
    """Tell whether a request would rather have a page than JSON, by ``Accept`` alone; not where that is invalid."""
    unnamed = Request({name: value for name, value in request.environ.items() if name != "QUERY_STRING"})
    try:
        return negotiate(unnamed, (JSON, page)) is page
    except Problem:
        return False


def choose_coding(request: Request, length: int) -> Coding:
    """Return the coding for a body of ``length`` bytes by ``Accept-Encoding`` (RFC 9110 §12.5.3).

    Short bodies are sent as they are unless the header forbids that. Raises a 406 problem where both codings
    are refused, and a 400 one for a header that cannot be read.
    """
    header = request.headers.get("Accept-Encoding")
    if header is None:
        return "identity"
    gzip, identity = _coding_weights(header)
    if gzip == 0.0 and identity == 0.0:
        raise Problem(
            kinds.NOT_ACCEPTABLE, "Accept-Encoding refuses gzip and identity, and there is nothing else."
        )
    if identity == 0.0:
        return "gzip"
    return "gzip" if length >= MINIMUM_GZIP_BYTES and gzip > 0.0 and gzip >= identity else "identity"


def encode(body: bytes, coding: Coding) -> bytes:
    """Return ``body`` in ``coding``: always the same bytes, as strong entity tags need (RFC 9110 §8.8.1)."""
    # Unlike the gzip module, zlib writes no time into the frame.
    return zlib.compress(body, _GZIP_LEVEL, _GZIP_WINDOW) if coding == "gzip" else body


def _by_name(
    names: list[str], offered: Sequence[Representation], missing: Sequence[Representation]
) -> Representation:
    if len(names) > 1:
        raise parameter_error("format", "repeated_parameter", "May be given once only.")
    for representation in offered:
        if representation.name == names[0]:
            return representation
    for representation in missing:
        if representation.name == names[0]:
            raise _not_acceptable(representation.missing, offered)
    meant = nearest(names[0], (each.name for each in offered))
    suggestion = f" Did you mean {meant!r}?" if meant else ""
    raise _not_acceptable(f"Unknown format {names[0][:80]!r}.{suggestion}", offered)


def _not_acceptable(detail: str, offered: Sequence[Representation]) -> Problem:
    forms = ", ".join(f"{each.name} ({each.bare_media_type})" for each in offered)
    detail = f"{detail} This resource is available as {forms}."
    available = [{"format": each.name, "media_type": each.media_type} for each in offered]
    return Problem(kinds.NOT_ACCEPTABLE, detail, available=available)


@dataclass(frozen=True, slots=True)
class _MediaRange:
    media_type: str
    parameters: frozenset[tuple[str, str]]
    weight: float

    def specificity(self, media_type: str) -> int:
        """Return how closely this names ``media_type`` (RFC 9110 §12.5.1), 0 where it does not."""
        if self.parameters:
            return 4 if self.media_type == media_type else 0
        if self.media_type == media_type:
            return 3
        if self.media_type == media_type.partition("/")[0] + "/*":
            return 2
        return 1 if self.media_type == "*/*" else 0


def _weight_of(media_type: str, ranges: Sequence[_MediaRange]) -> float:
    bare, parameters = parse_options_header(media_type)
    wanted = frozenset(parameters.items())
    fitting = [
        (specificity, each.weight)
        for each in ranges
        if each.parameters <= wanted and (specificity := each.specificity(bare))
    ]
    return max(fitting)[1] if fitting else 0.0


@lru_cache(maxsize=256)
def _parse_accept(header: str) -> tuple[_MediaRange, ...]:
    ranges = []
    for name, parameters in _elements("Accept", header):
        match = _MEDIA_RANGE.fullmatch(name)
        if match is None:
            raise _malformed("Accept", f"{name[:80]!r} is no media range such as application/json")
        weight = _weight("Accept", parameters)
        # Everything is served in UTF-8, so asking for that narrows nothing.
        narrowing = {
            (key, value)
            for key, value in parameters.items()
            if key != "q" and (key, value.lower()) != ("charset", "utf-8")
        }
        media_type = "*/*" if name == "*" else name.lower()
        ranges.append(_MediaRange(media_type, frozenset(narrowing), weight))
    return tuple(ranges)


@lru_cache(maxsize=256)
def _coding_weights(header: str) -> tuple[float, float]:
    weights: dict[str, float] = {}
    for name, parameters in _elements("Accept-Encoding", header):
        if not _CODING.fullmatch(name):
            raise _malformed("Accept-Encoding", f"{name[:80]!r} is no content coding")
        weights[name.lower().removeprefix("x-")] = _weight("Accept-Encoding", parameters)
    anything = weights.get("*")
    gzip = weights.get("gzip", anything or 0.0)
    if "identity" in weights:
        identity = weights["identity"]
    elif anything is not None:
        identity = anything
    else:
        # Not named, so acceptable, but less wanted than anything that is.
        identity = min(gzip, 0.001) or 0.001
    return gzip, identity


def _elements(field: str, header: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (name, parameters) of a comma list; empty elements are passed over (RFC 9110 §5.6.1.2)."""
    for element in _ELEMENT.findall(header):
        parts = [part.strip() for part in _PART.findall(element)]
        name, *rest = parts or [""]
        if not name and not any(rest):
            continue
        parameters = {}
        for part in filter(None, rest):
            key, equals, value = part.partition("=")
            if not equals or not _CODING.fullmatch(key):
                raise _malformed(field, f"{part[:80]!r} is no parameter")
            parameters[key.lower()] = value.strip('"')
        yield name, parameters


def _weight(field: str, parameters: dict[str, str]) -> float:
    text = parameters.get("q", "1")
    if text.strip(".") and _WEIGHT.fullmatch(text) and float(text) <= 1.0:
        return float(text)
    raise _malformed(field, f"the weight {text[:80]!r} is no number from 0 to 1 with at most three decimals")


def _malformed(field: str, what: str) -> Problem:
    return Problem(kinds.INVALID_HEADER, f"The header field {field} cannot be read: {what}.")
