"""A stored response: the version of the record that it is of, until when it is fresh, its headers and its body."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from typing import Any

import orjson

from service.web.conditional import KEPT_ON_304, coded_tag
from service.web.negotiation import MINIMUM_GZIP_BYTES, encode

Headers = list[tuple[str, str]]

# Layout, version token, computed at, fresh until, length of the headers.
_FRAME = struct.Struct("!BQddI")
_LAYOUT = 1


@dataclass(slots=True, eq=False)
class StoredResponse:
    """A ``200`` to a ``GET``, in one content coding.

    :param version_token: of the record; the response is no older than that version.
    :param computed_at: when its computation began, in seconds since 1970.
    :param fresh_until: in seconds since 1970: a view without a clock is about today, so no response outlives its day.
    """

    version_token: int
    computed_at: float
    fresh_until: float
    headers: Headers
    body: bytes
    etag: str = field(init=False)
    size: int = field(init=False)
    headers_304: Headers = field(init=False)
    was_used: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.etag = next(value for name, value in self.headers if name == "ETag")
        self.headers_304 = [pair for pair in self.headers if pair[0].lower() in KEPT_ON_304]
        # An estimate of what strings and tuples take themselves, close enough to keep the store within its bound.
        self.size = len(self.body) + 512 + sum(len(name) + len(value) + 160 for name, value in self.headers)

    def header(self, wanted: str) -> str | None:
        """Return the value of a header field."""
        return next((value for name, value in self.headers if name == wanted), None)

    def packed(self) -> bytes:
        """Return the entry as bytes, for Redis."""
        headers = orjson.dumps(self.headers)
        frame = _FRAME.pack(_LAYOUT, self.version_token, self.computed_at, self.fresh_until, len(headers))
        return b"".join((frame, headers, self.body))

    @classmethod
    def unpacked(cls, packed: bytes) -> StoredResponse | None:
        """Return the entry in these bytes; ``None`` where they hold none, or one of another layout."""
        try:
            layout, token, computed_at, fresh_until, length = _FRAME.unpack_from(packed)
            if layout != _LAYOUT:
                return None
            start = _FRAME.size + length
            pairs: list[Any] = orjson.loads(packed[_FRAME.size : start])
            headers = [(str(name), str(value)) for name, value in pairs]
            entry = cls(token, computed_at, fresh_until, headers, packed[start:])
        except (struct.error, ValueError, TypeError, StopIteration):
            return None
        return entry if entry.header("Content-Length") == str(len(entry.body)) else None

    def in_coding(self, coding: str) -> StoredResponse:
        """Return the same response in another content coding; short ones are sent as they are."""
        is_gzip = self.header("Content-Encoding") == "gzip"
        if is_gzip == (coding == "gzip") or (not is_gzip and len(self.body) < MINIMUM_GZIP_BYTES):
            return self
        if is_gzip:
            body, etag = zlib.decompress(self.body, zlib.MAX_WBITS | 16), self.etag.replace("-gzip", "")
        else:
            body, etag = encode(self.body, "gzip"), coded_tag(self.etag, "gzip")
        changed = {"ETag": etag, "Content-Length": str(len(body))}
        headers = [(n, changed.get(n, v)) for n, v in self.headers if n != "Content-Encoding"]
        if not is_gzip:
            headers.append(("Content-Encoding", "gzip"))
        return StoredResponse(self.version_token, self.computed_at, self.fresh_until, headers, body)
