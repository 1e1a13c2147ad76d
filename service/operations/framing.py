"""Where a request begins and ends (RFC 9112), decided by one strict parser before Gunicorn's own parser runs.

Ambiguous framing is refused: if a proxy in front saw the end of a request elsewhere, a caller could smuggle another
request past it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote_from_bytes

from service.web import problem_catalogue as kinds
from service.web.problem import Problem

# The most bytes of a request head, whatever the length of its single fields.
MOST_HEAD_BYTES = 65_536
_MOST_CHUNK_LINE_BYTES = 1024
_MOST_TRAILER_BYTES = 8192
# Chunk framing may take as many bytes as the content plus these: a body in one-byte chunks is costly to parse.
_MOST_FRAMING_BYTES = 16_384

_END = b"\r\n\r\n"
_TOKEN = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
# Raw UTF-8 in a target is accepted, although RFC 3986 requires percent-encoding: many clients send what was typed.
_REQUEST_LINE = re.compile(rb"(%s) ([\x21-\x7e\x80-\xff]+) HTTP/1\.([01])" % _TOKEN)
_FIELD_LINES = re.compile(rb"(?:\r\n%s:[\t\x20-\x7e\x80-\xff]*+)*+" % _TOKEN)
_FRAMING_FIELDS = re.compile(
    rb"(?i)\r\n(host|content-length|transfer-encoding|expect):[\t ]*([^\r]*?)[\t ]*(?=\r|\Z)"
)
_HOST = re.compile(rb"[A-Za-z0-9\-._~%!$&'()*+,;=:\[\]]*")
_LENGTH = re.compile(rb"[0-9]{1,18}")
_CHUNK_LINE = re.compile(rb"([0-9A-Fa-f]{1,12})[\t ]*(?:;[\t\x20-\x7e\x80-\xff]*)?")
_LINE_FEED_ALONE = re.compile(rb"(?<!\r)\n")
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a request, and what it says about the framing of the body.

    :param data: the head as passed to Gunicorn's parser, with the final empty line; its target is ASCII.
    :param path: the path of the target, percent-encoded.
    :param length: bytes of the body; ``None`` for chunked encoding.
    :param expects_continue: whether the client waits for ``100 Continue`` before it sends the body.
    """

    data: bytes
    method: str
    path: str
    length: int | None
    expects_continue: bool


def read_head(received: bytearray, max_line_bytes: int) -> Head | None:
    """Remove the head of a request from the front of ``received`` and return it; ``None`` while it is incomplete.

    Raises a problem (400, 414, 431) as soon as the received bytes cannot become a valid head.
    """
    while received[:2] == b"\r\n":
        # RFC 9112 §2.2: empty lines before a request line are ignored.
        del received[:2]
    end = received.find(_END, 0, MOST_HEAD_BYTES)
    if end < 0:
        _check_beginning(received, max_line_bytes)
        return None
    data = bytes(received[: end + len(_END)])
    head = _parse(data, max_line_bytes)
    del received[: end + len(_END)]
    return head


def _check_beginning(received: bytearray, max_line_bytes: int) -> None:
    line_end = received.find(b"\r\n")
    if line_end < 0:
        if len(received) > max_line_bytes:
            raise _too_long_line(max_line_bytes)
        if received and not re.match(rb"\r?\Z|" + _TOKEN + rb"(?: |\Z)", received):
            raise _refused("The request line does not begin with a method.")
    else:
        _request_line(bytes(received[:line_end]), max_line_bytes)
    if _LINE_FEED_ALONE.search(received):
        raise _refused("A line ends in a line feed alone; lines end in a carriage return and a line feed.")
    if len(received) >= MOST_HEAD_BYTES:
        raise Problem(
            kinds.HEADER_FIELDS_TOO_LARGE, f"The head of the request has more than {MOST_HEAD_BYTES} bytes."
        )


def _request_line(line: bytes, max_line_bytes: int) -> re.Match[bytes]:
    if len(line) > max_line_bytes:
        raise _too_long_line(max_line_bytes)
    match = _REQUEST_LINE.fullmatch(line)
    if match is None:
        raise _refused(
            "The request line is not a method, a target and HTTP/1.1 or HTTP/1.0, one space between them."
        )
    return match


def _parse(data: bytes, max_line_bytes: int) -> Head:
    line_end = data.find(b"\r\n")
    line = _request_line(data[:line_end], max_line_bytes)
    if not _FIELD_LINES.fullmatch(data, line_end, len(data) - len(_END)):
        raise _refused(
            "A header field is not a name, a colon and a value in one line; control characters, line feeds or "
            "carriage returns alone, folded lines and spaces before the colon are refused."
        )
    fields: dict[bytes, list[bytes]] = {}
    for name, value in _FRAMING_FIELDS.findall(data, line_end, len(data) - len(_END)):
        fields.setdefault(name.lower(), []).append(value)
    is_1_1 = line[3] == b"1"
    _check_host(fields.get(b"host", []), is_required=is_1_1)
    length = _length(fields, is_1_1=is_1_1)
    expectations = [value.lower() for value in fields.get(b"expect", [])]
    target = _target(line[2])
    method = line[1].decode("ascii")
    if target != line[2]:
        data = b"%s %s HTTP/1.%s%s" % (line[1], target, line[3], data[line_end:])
    return Head(
        data,
        method,
        _path(method, target.decode("ascii")),
        length,
        expects_continue=is_1_1 and length != 0 and expectations == [b"100-continue"],
    )


def _target(target: bytes) -> bytes:
    """Return the target with all non-ASCII bytes percent-encoded."""
    if target.isascii():
        return target
    try:
        target.decode("utf-8")
    except UnicodeDecodeError:
        raise _refused(
            "The URL is not UTF-8. Send it in UTF-8, percent-encoded (%EA%B9%80 for 김)."
        ) from None
    return _NOT_ASCII.sub(lambda match: quote_from_bytes(match[0]).encode("ascii"), target)


def _path(method: str, target: str) -> str:
    if target.startswith("/"):
        return target.partition("?")[0]
    if target == "*" and method == "OPTIONS":
        return target
    scheme, _, rest = target.partition("://")
    if scheme.lower() not in ("http", "https") or rest[:1] in ("", "/", "?"):
        raise _refused("The target of the request is neither a path nor a URL of http or https.")
    _, slash, path = rest.partition("?")[0].partition("/")
    return slash + path


def _check_host(hosts: list[bytes], *, is_required: bool) -> None:
    """Check ``Host`` (RFC 9112 §3.2: an HTTP/1.1 request has it exactly once)."""
    if len(hosts) > 1 or (is_required and not hosts):
        raise _refused("The request must have the header field Host once.")
    if hosts and not _HOST.fullmatch(hosts[0]):
        raise _refused("The header field Host is not a host with or without a port.")


def _length(fields: dict[bytes, list[bytes]], *, is_1_1: bool) -> int | None:
    """Return the length of the body, ``None`` for chunked encoding (RFC 9112 §6.3 without its lenient options)."""
    lengths, codings = fields.get(b"content-length", []), fields.get(b"transfer-encoding", [])
    if codings:
        if lengths:
            raise _refused("The request has both Content-Length and Transfer-Encoding.")
        if not is_1_1 or [coding.lower() for coding in codings] != [b"chunked"]:
            raise _refused("Transfer-Encoding may only be chunked, once, in HTTP/1.1.")
        return None
    if not lengths:
        return 0
    if len(lengths) > 1 or not _LENGTH.fullmatch(lengths[0]):
        raise _refused("Content-Length must be one number in decimal digits.")
    return int(lengths[0])


class Chunks:
    """A decoder of a chunked body (RFC 9112 §7.1), fed as bytes arrive.

    :param max_bytes: the most bytes that the content may have.
    """

    def __init__(self, max_bytes: int) -> None:
        self.content = bytearray()
        self._max_bytes = max_bytes
        self._framing_bytes = 0

    def take(self, received: bytearray) -> bool:
        """Move the content of complete chunks from ``received`` to ``content``; return whether the body has ended.

        Raises a problem for an invalid chunk, a body that is too large, and far more framing than content.
        """
        at = 0
        try:
            while (line_end := received.find(b"\r\n", at, at + _MOST_CHUNK_LINE_BYTES)) >= 0:
                match = _CHUNK_LINE.fullmatch(received, at, line_end)
                if match is None:
                    raise _refused("A chunk does not begin with its size in hexadecimal digits.")
                size, start = int(match[1], 16), line_end + 2
                if size == 0:
                    end = self._end_of_trailers(received, line_end)
                    at = max(at, end)
                    return end > 0
                if size + len(self.content) > self._max_bytes:
                    raise too_large(self._max_bytes)
                if len(received) < start + size + 2:
                    return False
                if received[start + size : start + size + 2] != b"\r\n":
                    raise _refused("The length of a chunk differs from the size that it states.")
                self.content += received[start : start + size]
                self._framing_bytes += start - at + 2
                at = start + size + 2
                if self._framing_bytes > len(self.content) + _MOST_FRAMING_BYTES:
                    raise _refused(
                        "The chunks of the body are too small: their framing takes more bytes than their content."
                    )
            if len(received) - at >= _MOST_CHUNK_LINE_BYTES:
                raise _refused("A chunk does not begin with a line that states its size.")
            return False
        finally:
            del received[:at]

    @staticmethod
    def _end_of_trailers(received: bytearray, line_end: int) -> int:
        """Return where the body ends, 0 while the trailer is incomplete. Trailer fields are checked and ignored."""
        end = received.find(_END, line_end, line_end + _MOST_TRAILER_BYTES)
        if end < 0:
            if len(received) - line_end >= _MOST_TRAILER_BYTES:
                raise Problem(
                    kinds.HEADER_FIELDS_TOO_LARGE, f"The trailer has more than {_MOST_TRAILER_BYTES} bytes."
                )
            return 0
        if not _FIELD_LINES.fullmatch(received, line_end, end):
            raise _refused("A trailer field is not a name, a colon and a value in one line.")
        return end + len(_END)


def too_large(max_bytes: int) -> Problem:
    """Return the problem for a body that is larger than any route accepts."""
    return Problem(
        kinds.PAYLOAD_TOO_LARGE, f"The body is larger than {max_bytes} bytes.", max_bytes=max_bytes
    )


def _too_long_line(max_line_bytes: int) -> Problem:
    return Problem(kinds.URI_TOO_LONG, f"The request line has more than {max_line_bytes} bytes.")


def _refused(detail: str) -> Problem:
    return Problem(kinds.BAD_REQUEST, detail)
