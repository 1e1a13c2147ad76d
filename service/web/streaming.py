"""Bodies that are sent while they are made: of a state that stays as it is, and tagged before the first byte."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping

from flask import Response
from werkzeug import Request

from service.web.conditional import body_tag, coded_tag, not_modified
from service.web.negotiation import VARY, choose_coding

# A length that is never too short to compress: that of a streamed answer is unknown.
_LONG = 1 << 20


def stream(
    request: Request,
    pieces: Iterator[bytes],
    *,
    state: bytes,
    media_type: str,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the answer that sends pieces one after another, in the coding that the client prefers, or ``304``.

    :param state: what determines every byte of the body, for its entity tag.

    An error on the way breaks the connection, as the status has been sent: with chunked coding the client sees that the
    body is incomplete (RFC 9112, section 8). Nothing of it is kept in a cache.
    """
    coding = choose_coding(request, _LONG)
    etag = coded_tag(body_tag(state), coding)
    fields = {"ETag": etag, "Vary": VARY, "Cache-Control": "no-store", **(headers or {})}
    if not_modified(request, etag):
        return Response(status=304, headers=fields)
    if coding != "identity":
        fields["Content-Encoding"] = coding
    body = pieces if coding == "identity" else _compressed(pieces)
    return Response(body, headers=fields, content_type=media_type)


def _compressed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    compressor = zlib.compressobj(5, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    for piece in pieces:
        # Flushed, so that the client can decode all that has been sent.
        yield compressor.compress(piece) + compressor.flush(zlib.Z_SYNC_FLUSH)
    yield compressor.flush()
