"""Entity tags and conditional requests (RFC 9110 §8.8 and §13), on reads and on writes.

Tags are strong, and made of the bytes that they stand for: a list's or view's is ``"<digest of the body>"``, those of
records are told in ``record_tags.py``. Each gets the suffix ``-gzip`` when it is sent in that coding, since its bytes
then differ (§8.8.3.3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal, NamedTuple

from flask import Response
from werkzeug import Request
from werkzeug.http import http_date, parse_date

from service.web import problem_catalogue as kinds
from service.web.negotiation import VARY, choose_coding, encode
from service.web.problem import Problem

GZIP_SUFFIX = "-gzip"
# Optional white space, a tag (RFC 9110 §8.8.3; obs-text arrives as Latin-1), and then a comma or the end.
_LISTED_TAG = re.compile(r'[ \t]*(?:(W/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*)?(?:,|$)')
# What a 304 repeats of the 200 (RFC 9110 §15.4.5); Date is the server's.
KEPT_ON_304 = frozenset({"cache-control", "content-location", "expires", "vary", "etag"})
_REVALIDATE = "no-cache"


class EntityTag(NamedTuple):
    """A tag as a client sent it: without its quotes, and whether it is weak."""

    opaque: str
    weak: bool = False


Tags = tuple[EntityTag, ...] | Literal["*"]
Names = Callable[[str], bool]


def body_tag(body: bytes) -> str:
    """Return the tag of a list or view: the same bytes, the same tag, whichever worker made them."""
    return f'"{digest_of(body)}"'


def coded_tag(etag: str, coding: str) -> str:
    """Return the tag that ``etag`` becomes in a content coding."""
    return etag if coding == "identity" else f'{etag[:-1]}-{coding}"'


def parse_entity_tags(field: str, header: str) -> Tags:
    """Return the tags of an ``If-Match`` or ``If-None-Match`` header; raises a 400 problem that names
    ``field``.

    Empty list elements are passed over (RFC 9110 §5.6.1.2), an empty list is none.
    """
    if header.strip() == "*":
        return "*"
    tags: list[EntityTag] = []
    position = 0
    while position < len(header):
        match = _LISTED_TAG.match(header, position)
        if match is None or match.end() == position:
            raise _malformed(field)
        position = match.end()
        if match[2] is not None:
            tags.append(EntityTag(match[2], weak=match[1] is not None))
    if not tags:
        raise _malformed(field)
    return tuple(tags)


def parse_if_match(header: str) -> Tags:
    return parse_entity_tags("If-Match", header)


def parse_if_none_match(header: str) -> Tags:
    return parse_entity_tags("If-None-Match", header)


def check_if_match(header: str | None, names: Names | None) -> None:
    """Let a write to an existing record pass if ``If-Match`` names its current revision.

    :param header: the field's value; ``*`` and any tag of the revision will do, of any variant and coding,
        save weak ones (RFC 9110 §13.1.1).
    :param names: tells of a tag, without quotes, whether it was given for the current revision; None where there is no
        record now.

    Raises a 428 problem without the header, a 412 one where it does not match, a 400 one where it cannot be
    read. ``If-Unmodified-Since`` is no substitute: a second is too coarse to keep two writes apart
    (§8.8.2.2).
    """
    if header is None:
        raise Problem(
            kinds.PRECONDITION_REQUIRED, "Send If-Match with the record's ETag, or * to overwrite it."
        )
    tags = parse_if_match(header)
    if names is None:
        raise Problem(kinds.PRECONDITION_FAILED, "If-Match was sent, and there is no record here now.")
    if tags != "*" and not any(not tag.weak and names(tag.opaque) for tag in tags):
        raise Problem(
            kinds.PRECONDITION_FAILED, "If-Match names no entity tag of the record's current revision."
        )


def check_if_none_match(header: str | None, names: Names | None) -> None:
    """Let a write pass unless ``If-None-Match`` names what is there: ``*`` means "only if there is nothing".

    Raises a 412 problem where it does (RFC 9110 §13.1.2, weak comparison), a 400 one where it cannot be read.
    """
    if header is None:
        return
    tags = parse_if_none_match(header)
    if names is None:
        return
    if tags == "*" or any(names(tag.opaque) for tag in tags):
        raise Problem(kinds.PRECONDITION_FAILED, "If-None-Match was sent, and the record exists.")


def check_write(request: Request, names: Names | None) -> None:
    """Check all preconditions of ``PUT``, ``PATCH`` or ``DELETE``, in the order of RFC 9110 §13.2.2.

    Where there is no record (``names`` None) a write needs no ``If-Match``, and fails if it has one.
    """
    if_match, if_none_match = request.headers.get("If-Match"), request.headers.get("If-None-Match")
    if if_match is not None:
        check_if_match(if_match, names)
    check_if_none_match(if_none_match, names)
    if if_match is None and names is not None:
        check_if_match(None, names)


def not_modified(request: Request, etag: str, last_modified: str | None = None) -> bool:
    """Tell whether a ``GET`` or ``HEAD`` is answered ``304``, by RFC 9110 §13.2.2; raises 412 and 400
    problems.

    :param etag: of the selected representation, coding included.
    :param last_modified: RFC 3339 UTC instant, or None where the resource has none.

    ``If-Modified-Since`` counts only without ``If-None-Match``, ``If-Unmodified-Since`` only without
    ``If-Match``, both only for valid dates (§13.1.3, §13.1.4).
    """
    headers = request.headers
    if_match, if_none_match = headers.get("If-Match"), headers.get("If-None-Match")
    if if_match is not None:
        tags = parse_if_match(if_match)
        if tags != "*" and EntityTag(etag[1:-1]) not in tags:
            raise Problem(
                kinds.PRECONDITION_FAILED, "If-Match does not name the entity tag of what is here now."
            )
    elif _modified_after(last_modified, headers.get("If-Unmodified-Since")):
        raise Problem(kinds.PRECONDITION_FAILED, "The record was modified since If-Unmodified-Since.")
    if if_none_match is not None:
        if if_none_match == etag:
            return True
        tags = parse_if_none_match(if_none_match)
        return tags == "*" or any(tag.opaque == etag[1:-1] for tag in tags)
    return _modified_after(last_modified, headers.get("If-Modified-Since")) is False


def wants_newest(cache_control: str) -> bool:
    """Tell whether a request with this ``Cache-Control`` wants nothing that was kept (RFC 9111, section 5.2.1)."""
    directives = cache_control.lower()
    return "no-cache" in directives or "no-store" in directives


def respond(
    request: Request,
    body: bytes,
    *,
    etag: str,
    media_type: str,
    last_modified: str | None = None,
    headers: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """Return the answer that carries ``body``, in the coding the client prefers, or ``304`` if it has it
    already.

    :param body: the representation before any content coding.
    :param etag: its quoted tag, as ``RecordTags`` or ``body_tag`` make it.
    :param last_modified: RFC 3339 UTC instant of a record's revision. Leave it out where other records are in
        the body too, since it says nothing of them.
    :param headers: further fields; ``Cache-Control`` is ``no-cache`` (store, but ask) where they have none.
    """
    coding = choose_coding(request, len(body))
    etag = coded_tag(etag, coding)
    fields = {"ETag": etag, "Vary": VARY, "Cache-Control": _REVALIDATE}
    if headers:
        fields.update(headers)
    if status == 200 and request.method in ("GET", "HEAD") and not_modified(request, etag, last_modified):
        kept = [(name, value) for name, value in fields.items() if name.lower() in KEPT_ON_304]
        return Response(status=304, headers=kept)
    content = encode(body, coding)
    if coding != "identity":
        fields["Content-Encoding"] = coding
    if last_modified is not None:
        fields["Last-Modified"] = http_date(_seconds(last_modified))
    fields["Content-Length"] = str(len(content))
    fields["Content-Type"] = media_type
    return Response(content, status=status, headers=list(fields.items()))


def digest_of(body: bytes) -> str:
    """Return the digest of bytes that stands for them in tags, sixteen hexadecimal digits."""
    # Processors of today compute SHA-256 in hardware: on a page of 80 KiB it takes half of BLAKE2's time.
    return sha256(body).hexdigest()[:16]


def _modified_after(last_modified: str | None, date: str | None) -> bool | None:
    """Return None where there is nothing to compare: no modification date, or no valid HTTP date."""
    since = http_date_of(date)
    return None if last_modified is None or since is None else _seconds(last_modified) > since


def http_date_of(text: str | None) -> datetime | None:
    """Return the instant of an HTTP date, None for what is no date or beyond the calendar (RFC 9110 §13.1.3)."""
    try:
        return parse_date(text)
    except OverflowError:
        return None


def _seconds(instant: str) -> datetime:
    """Return an RFC 3339 instant in the whole seconds that HTTP dates have (RFC 9110 §5.6.7)."""
    return datetime.fromisoformat(instant).astimezone(UTC).replace(microsecond=0)


def _malformed(field: str) -> Problem:
    detail = f"The header field {field} must be * or a comma list of entity tags in double quotes, as ETag has them."
    return Problem(kinds.INVALID_HEADER, detail)
