"""An answer as it is kept: which version it is of, until when it is good, its headers and its bytes."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from typing import Any

import orjson

from service.web.conditional import KEPT_ON_304, coded_tag
from service.web.negotiation import MINIMUM_GZIP_BYTES, encode

Headers = list[tuple[str, str]]

# Layout, stamp, computed at, good until, length of the headers.
_FRAME = struct.Struct("!BQddI")
_LAYOUT = 1


@dataclass(slots=True, eq=False)
class Entry:
    """A ``200`` to a ``GET``, in one content coding.

    :param stamp: version of the record that it is no older than.
    :param computed_at: when its computation began, seconds since 1970.
    :param good_until: likewise: a view without a clock speaks of today, so nothing outlives its day.
    """

    stamp: int
    computed_at: float
    good_until: float
    headers: Headers
    body: bytes
    etag: str = field(init=False)
    size: int = field(init=False)
    headers_304: Headers = field(init=False)
    was_used: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.etag = next(value for name, value in self.headers if name == "ETag")
        self.headers_304 = [pair for pair in self.headers if pair[0].lower() in KEPT_ON_304]
        # Strings and tuples have a price of their own; this is near enough to keep to a bound.
        self.size = len(self.body) + 512 + sum(len(name) + len(value) + 160 for name, value in self.headers)

    def header(self, wanted: str) -> str | None:
        """Return the value of a header field."""
        return next((value for name, value in self.headers if name == wanted), None)

    def packed(self) -> bytes:
        """Return the entry as bytes."""
        headers = orjson.dumps(self.headers)
        frame = _FRAME.pack(_LAYOUT, self.stamp, self.computed_at, self.good_until, len(headers))
        return b"".join((frame, headers, self.body))

    @classmethod
    def unpacked(cls, packed: bytes) -> Entry | None:
        """Return the entry that bytes hold, ``None`` where they hold none that this code knows."""
        try:
            layout, stamp, computed_at, good_until, length = _FRAME.unpack_from(packed)
            if layout != _LAYOUT:
                return None
            start = _FRAME.size + length
            pairs: list[Any] = orjson.loads(packed[_FRAME.size : start])
            headers = [(str(name), str(value)) for name, value in pairs]
            entry = cls(stamp, computed_at, good_until, headers, packed[start:])
        except (struct.error, ValueError, TypeError, StopIteration):
            return None
        return entry if entry.header("Content-Length") == str(len(entry.body)) else None

    def in_coding(self, coding: str) -> Entry:
        """Return the same answer for who prefers another coding; short ones are sent as they are."""
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
        return Entry(self.stamp, self.computed_at, self.good_until, headers, body)
