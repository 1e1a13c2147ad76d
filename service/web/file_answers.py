"""Answers that are files: made once for each state, and sent whole or in ranges (RFC 9110, section 14)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import IO, Any

import structlog
from flask import Response
from werkzeug import Request
from werkzeug.exceptions import RequestedRangeNotSatisfiable
from werkzeug.wsgi import FileWrapper

from service.web import problem_catalogue as kinds
from service.web.conditional import body_tag, digest_of, not_modified
from service.web.problem import Problem
from service.web.stored_files import StoredFiles

_SUFFIX = re.compile(r"\s*-(\d{1,18})\s*", re.ASCII)
_PIECE_BYTES = 65_536
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class FileAnswer:
    """What a view answers with where that is a file.

    :param state: what determines every byte of the file, for its entity tag and its name.
    :param write: writes it; raises ``OSError``.
    :param files: where it is stored, until others need the room.
    :param headers: further header fields.
    """

    state: bytes
    write: Callable[[IO[bytes]], None]
    files: StoredFiles
    headers: Mapping[str, str] = field(default_factory=dict)


def send_file(
    request: Request, answer: FileAnswer, *, media_type: str, headers: Mapping[str, str]
) -> Response:
    """Return the file, the range of it that the request asks for, or ``304``.

    Raises ``Problem`` 412 where a precondition fails, 416 for a range that the file does not have, 503 where the file
    cannot be written.
    """
    etag = body_tag(answer.state)
    fields = {"ETag": etag, "Vary": "Accept", "Cache-Control": "no-cache", **headers}
    if not_modified(request, etag):
        return Response(status=304, headers=fields)
    try:
        file = answer.files.open(f"{digest_of(answer.state)}.file", answer.write)
    except OSError:
        log.exception("file_not_written", folder=str(answer.files.folder))
        detail = "The file cannot be written to the disk of the service, whose log says why."
        raise Problem(kinds.SERVICE_UNAVAILABLE, detail) from None
    length = file.seek(0, 2)
    file.seek(0)
    environ = _understood(request.environ, length)
    body = _FilePieces(file, _PIECE_BYTES)
    response = Response(body, headers=fields, content_type=media_type, direct_passthrough=True)
    response.content_length = length
    try:
        response.make_conditional(environ, accept_ranges=True, complete_length=length)
    except RequestedRangeNotSatisfiable:
        file.close()
        detail = (
            f"Range asks for bytes that the file of {length:,} bytes does not have, or is no range of bytes."
        )
        raise Problem(
            kinds.RANGE_NOT_SATISFIABLE, detail, headers={"Content-Range": f"bytes */{length}"}
        ) from None
    if request.method == "HEAD":
        file.close()
    return response


class _FilePieces(FileWrapper):
    """The pieces of a file, which is closed after the last one, or with the answer."""

    def __next__(self) -> bytes:
        try:
            return super().__next__()
        except StopIteration:
            self.close()
            raise


def _understood(environ: Mapping[str, Any], length: int) -> dict[str, Any]:
    """Return a request's environment, its range as RFC 9110 reads it where Werkzeug does not.

    Units other than bytes are ignored (section 14.2), several ranges are answered with the whole, a suffix longer than
    the file is the whole file (14.1.2), and a weak tag in ``If-Range`` is none (13.1.5).
    """
    # What this service tells of conditions is told already; Werkzeug reads what concerns ranges alone.
    understood = {name: value for name, value in environ.items() if not name.startswith("HTTP_IF_")}
    units, _, ranges = environ.get("HTTP_RANGE", "").partition("=")
    if_range = environ.get("HTTP_IF_RANGE", "")
    if units.strip().lower() != "bytes" or "," in ranges or if_range.strip().startswith("W/"):
        understood.pop("HTTP_RANGE", None)
    elif (suffix := _SUFFIX.fullmatch(ranges)) and int(suffix[1]) > length:
        understood["HTTP_RANGE"] = f"bytes=-{length}"
    if if_range:
        understood["HTTP_IF_RANGE"] = if_range
    return understood
