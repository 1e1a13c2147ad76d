"""JSON request bodies: read within limits, refused with all errors at once (RFC 8259, I-JSON: RFC 7493)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, NoReturn

import orjson
from gunicorn.http.errors import ParseException
from werkzeug import Request
from werkzeug.http import parse_options_header

from service.web import problem_catalogue as kinds
from service.web.problem import Problem

MAX_DEPTH = 64
_MAX_INTEGER = 2**63 - 1
_MIN_INTEGER = -(2**63)
# The longest text of a 64-bit integer: a sign and 19 digits. Longer ones are never converted, which could
# take long.
_MAX_INTEGER_CHARACTERS = 20

_ESCAPE = re.compile(r"(?s)\\.")
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_STEP = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
# An unfinished string reaches to the end, so that one pass is enough.
_STRING_OR_CONSTANT = re.compile(r'(?s)"(?:[^"\\]++|\\.)*+"?|(-?Infinity|NaN)')
# Escapes that may stand for NUL or for half a surrogate pair.
_SUSPICIOUS_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
# So many digits may be more than 64 bits hold. To look for them among zeros is a tenth of a regular expression's work.
_ZEROS = bytes.maketrans(b"123456789", b"0" * 9)
_LONG_NUMBER = b"0" * 19
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

_Path = tuple["_Path", str] | None
_JsonError = tuple[_Path, str, str]


def read_json(
    request: Request,
    max_bytes: int,
    max_depth: int = MAX_DEPTH,
    media_types: Sequence[str] = ("application/json",),
    *,
    expect_object: bool = True,
) -> Any:
    """Return the value of the request's JSON body.

    :param max_bytes: longest body taken, in bytes, with or without ``Content-Length``.
    :param max_depth: most arrays and objects inside one another.
    :param media_types: what ``Content-Type`` may say.
    :param expect_object: whether anything but an object is an error.

    Raises a problem: 415 for another media type, charset or content coding; 413; 400 for what is not JSON in
    UTF-8 or is too deep; 422, all errors at once, for duplicate keys, NUL, lone surrogates and numbers that
    64 bits do not hold.
    """
    return parse_json(read_body(request, max_bytes, media_types), max_depth, expect_object=expect_object)


def read_body(request: Request, max_bytes: int, media_types: Sequence[str]) -> bytes:
    """Return the request's body as it was sent; raises the 415, 413 and 400 problems of ``read_json``."""
    _check_media_type(request, media_types)
    _check_coding(request)
    return _read(request, max_bytes)


def parse_json(body: bytes, max_depth: int = MAX_DEPTH, *, expect_object: bool = True) -> Any:
    """Return the value of a JSON text in UTF-8; raises the 400 and 422 problems of ``read_json``."""
    text = _decode(body)
    if _is_too_deep(text, max_depth):
        raise Problem(
            kinds.JSON_TOO_DEEP, f"Arrays and objects are nested more than {max_depth} levels deep."
        )
    if expect_object and (canonical := _canonical(body)) is not None:
        return canonical
    parser = _Parser()
    try:
        value = parser.decoder.decode(text)
    except _NotANumberError:
        place = next(match for match in _STRING_OR_CONSTANT.finditer(text) if match[1])
        _refuse(f"{place[1]} is no JSON value", text, place.start())
    except json.JSONDecodeError as error:
        _refuse(error.msg, text, error.pos)
    if parser.found_error or _SUSPICIOUS_ESCAPE.search(text):
        errors = (_error(error) for error in _errors(value, None))
        problem = Problem(
            kinds.VALIDATION_FAILED, "The body has values that no record can hold.", errors=errors
        )
        if problem.errors:
            raise problem
    if expect_object and not isinstance(value, dict):
        not_object = {"pointer": "", "code": "invalid_type", "detail": "The body must be a JSON object."}
        raise Problem(kinds.VALIDATION_FAILED, not_object["detail"], errors=[not_object])
    return value


def _canonical(body: bytes) -> dict[str, Any] | None:
    """Return the object of a JSON text as ``orjson`` writes it, which is what an export is; ``None`` for any other.

    What is written again as it came has no key twice, nor a number beyond its type; the rest is looked for.
    """
    if not body.startswith(b"{") or b"\\u" in body or _LONG_NUMBER in body.translate(_ZEROS):
        return None
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return value if orjson.dumps(value) == body else None


def _check_media_type(request: Request, media_types: Sequence[str]) -> None:
    sent = request.headers.get("Content-Type", "")
    media_type, parameters = parse_options_header(sent)
    charset = parameters.get("charset", "utf-8").lower()
    if media_type.lower() in media_types and charset in ("utf-8", "utf8"):
        return
    taken = ", ".join(media_types)
    # RFC 5789 §3.1 for PATCH, LDP §7.1 for POST, RFC 9110 §15.5.16 for the rest.
    header = {"PATCH": "Accept-Patch", "POST": "Accept-Post"}.get(request.method, "Accept")
    what = f"{sent[:80]!r} is not taken here" if sent else "Content-Type is missing"
    raise Problem(kinds.UNSUPPORTED_MEDIA_TYPE, f"{what}; send {taken} in UTF-8.", headers={header: taken})


def _check_coding(request: Request) -> None:
    coding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if coding != "identity":
        detail = f"The content coding {coding[:80]!r} is not taken; send the body as it is."
        raise Problem(kinds.UNSUPPORTED_MEDIA_TYPE, detail, headers={"Accept-Encoding": "identity"})


def _read(request: Request, max_bytes: int) -> bytes:
    pieces: list[bytes] = []
    left = max_bytes + 1 if (request.content_length or 0) <= max_bytes else 0
    try:
        while left > 0 and (piece := request.stream.read(left)):
            pieces.append(piece)
            left -= len(piece)
    except (OSError, ParseException) as error:
        # Gunicorn's words for a body that breaks off, and for chunks that are none.
        raise Problem(kinds.BAD_REQUEST, "The body is not sent as its header fields say.") from error
    if left <= 0:
        raise Problem(
            kinds.PAYLOAD_TOO_LARGE, f"The body is larger than {max_bytes} bytes.", max_bytes=max_bytes
        )
    return b"".join(pieces)


def _decode(body: bytes) -> str:
    if not body.strip():
        raise Problem(kinds.MALFORMED_JSON, "The body is empty.")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse("not UTF-8", body[: error.start].decode("utf-8"), error.start)
    if text.startswith("\ufeff"):
        _refuse("a byte order mark, which JSON must not begin with", text, 0)
    return text


def _refuse(what: str, text: str, position: int) -> NoReturn:
    line = text.count("\n", 0, position) + 1
    column = min(position, len(text)) - text.rfind("\n", 0, position)
    detail = f"The body cannot be read at line {line}, column {column}: {what}."
    raise Problem(kinds.MALFORMED_JSON, detail, line=line, column=column)


def _is_too_deep(text: str, max_depth: int) -> bool:
    if text.count("[") + text.count("{") <= max_depth:
        return False
    # Without escapes, every second piece between quotes is a string's. All of this runs at the speed of C.
    outside_strings = "".join((_ESCAPE.sub("", text) if "\\" in text else text).split('"')[::2])
    brackets = outside_strings.encode("ascii", "ignore").translate(None, _NOT_BRACKETS)
    return max(accumulate(map(_STEP.__getitem__, brackets)), default=0) > max_depth


class _NotANumberError(Exception):
    """NaN or an Infinity, which Python reads and JSON does not have."""


class _Unfit(tuple[str, str]):
    """Stands for a number that 64 bits do not hold: the code and detail of its error."""

    __slots__ = ()


class _Members(list[tuple[str, Any]]):
    """Stands for an object with duplicate keys: its members as sent."""

    __slots__ = ()


class _Parser:
    """One reading of one text by the standard decoder, which leaves a stand-in where it meets an error."""

    def __init__(self) -> None:
        self.found_error = False
        self.decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_int=self._integer,
            parse_float=self._float,
            parse_constant=self._constant,
        )

    def _object(self, pairs: list[tuple[str, Any]]) -> Any:
        members = dict(pairs)
        if len(members) == len(pairs):
            return members
        self.found_error = True
        return _Members(pairs)

    def _integer(self, text: str) -> Any:
        if len(text) <= _MAX_INTEGER_CHARACTERS and _MIN_INTEGER <= (number := int(text)) <= _MAX_INTEGER:
            return number
        self.found_error = True
        return _Unfit(("integer_out_of_range", "The integer does not fit in 64 bits."))

    def _float(self, text: str) -> Any:
        number = float(text)
        if abs(number) != float("inf"):
            return number
        self.found_error = True
        return _Unfit(("number_out_of_range", "The number is too large for a 64-bit floating-point number."))

    def _constant(self, name: str) -> NoReturn:
        raise _NotANumberError(name)


def _errors(value: Any, path: _Path) -> Iterator[_JsonError]:
    if isinstance(value, str):
        yield from _text_errors(value, path, "string")
    elif isinstance(value, _Unfit):
        yield path, *value
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _text_errors(key, (path, key), "key")
            yield from _errors(member, (path, key))
    elif isinstance(value, _Members):
        yield from _member_errors(value, path)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _errors(item, (path, str(index)))


def _member_errors(members: _Members, path: _Path) -> Iterator[_JsonError]:
    times: dict[str, int] = {}
    for key, member in members:
        times[key] = times.get(key, 0) + 1
        if times[key] == 1:
            yield from _text_errors(key, (path, key), "key")
        elif times[key] == 2:
            yield (path, key), "duplicate_key", "The object has this key more than once."
        yield from _errors(member, (path, key))


def _text_errors(text: str, path: _Path, what: str) -> Iterator[_JsonError]:
    if "\0" in text:
        yield path, "nul_character", f"The {what} has the character NUL (U+0000)."
    if _LONE_SURROGATE.search(text):
        yield path, "lone_surrogate", f"The {what} has half a surrogate pair, which is no character."


def _error(error: _JsonError) -> dict[str, str]:
    path, code, detail = error
    pieces: list[str] = []
    while path is not None:
        path, key = path
        pieces.append("/" + key.replace("~", "~0").replace("/", "~1"))
    return {"pointer": "".join(reversed(pieces)), "code": code, "detail": detail}
