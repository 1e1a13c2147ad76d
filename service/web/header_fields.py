"""Header fields of requests and answers: what each means, and what its value looks like, in terms of JSON Schema."""

from __future__ import annotations

from typing import Any

Node = dict[str, Any]

_ENTITY_TAG = r'(W/)?"[!#-~]*"'
_ENTITY_TAGS = rf"^(\*|{_ENTITY_TAG}( *, *{_ENTITY_TAG})*)$"
_STRONG_TAG = r'^"[!#-~]+"$'


def _field(description: str, example: object | None = None, **schema: Any) -> Node:
    shown = {} if example is None else {"example": example}
    return {"description": description, "schema": {"type": "string"} | schema} | shown


_HTTP_DATE = "Mon, 10 Sep 2018 14:05:00 GMT"

RESPONSE_HEADERS: dict[str, Node] = {
    "Accept": _field("The media type that this method takes (RFC 9110, 15.5.16).", "application/json"),
    "Accept-Encoding": _field("The content codings that bodies may have: none.", "identity"),
    "Accept-Patch": _field(
        "The media type that PATCH takes (RFC 5789, 3.1).", "application/merge-patch+json"
    ),
    "Accept-Post": _field("The media type that POST takes.", "application/json"),
    "Accept-Ranges": _field("`bytes`, on files: `Range` asks for a part of them (RFC 9110, 14.3).", "bytes"),
    "Age": _field(
        "Seconds since a kept answer was computed; it is current all the same, unless `Cache-Status` says it is stale.",
        3,
        type="integer",
        minimum=0,
    ),
    "Cache-Control": _field(
        "`no-cache` lets the answer be stored, and asks to revalidate it with its `ETag`; `no-store` does not. "
        "`max-age` and `immutable` are on answers with `known_at`: they stay as they are.",
        "no-cache",
    ),
    "Cache-Status": _field(
        "What the service's own cache did (RFC 9211): `hit`, else why it asked the database (`fwd`); a negative "
        "`ttl` is on a stale answer, served because the database is gone.",
        "peninsula; hit; detail=memory",
    ),
    "Content-Encoding": _field("`gzip`, where the client takes it and the body is long enough.", "gzip"),
    "Content-Location": _field(
        "The URL of the record that has the id; of an export, and where `Accept-Datetime` was sent, that of the state "
        "answered.",
        "/v1/summits/singapore-2018",
        format="uri-reference",
    ),
    "Content-Range": _field(
        "Which bytes of the file these are, and how many it has (RFC 9110, 14.4).", "bytes 0-1023/14651"
    ),
    "Content-Security-Policy": _field("Lets the page load nothing from anywhere else.", "default-src 'self'"),
    "ETag": _field(
        "Strong entity tag (RFC 9110, 8.8.3), one for each content coding: for `If-None-Match` on reads, and "
        "that of a record for `If-Match` on writes.",
        '"9f86d081884c7d65"',
        pattern=_STRONG_TAG,
    ),
    "Idempotency-Replayed": _field(
        "`true` where this is the answer to an earlier request with this `Idempotency-Key`.",
        "true",
        const="true",
    ),
    "Last-Modified": _field("When the revision was recorded, in whole seconds.", _HTTP_DATE),
    "Link": _field(
        "Links (RFC 8288), which keep all other parameters: to other pages, to the URL to cite (`cite-as`), to the "
        "current state (`original`, `timegate`), and those of a record to its versions.",
        '</v1/summits?limit=1>; rel="first"',
    ),
    "Location": _field("The URL of the new record.", "/v1/summits/singapore-2018", format="uri-reference"),
    "Memento-Datetime": _field(
        "The instant, in whole seconds, that the state answered is of (RFC 7089): that of `known_at` or "
        "`Accept-Datetime`, only where one was sent.",
        _HTTP_DATE,
    ),
    "RateLimit": _field(
        "What this caller has left: the policy that counted, requests (`r`) and seconds until all are back (`t`); "
        "draft-ietf-httpapi-ratelimit-headers. Not where no limit is set.",
        '"read";r=1187;t=42',
        pattern=r'^"(read|write)";r=[0-9]+;t=[0-9]+$',
    ),
    "RateLimit-Policy": _field(
        "The limit that counted: requests (`q`) in a window of seconds (`w`).",
        '"read";q=1200;w=60',
        pattern=r'^"(read|write)";q=[0-9]+;w=[0-9]+$',
    ),
    "Retry-After": _field("Seconds after which to send the request again.", 5, type="integer", minimum=0),
    "Vary": _field("The request headers that the answer was chosen by.", "Accept, Accept-Encoding"),
    "WWW-Authenticate": _field(
        "The challenge (RFC 6750, 3); it names what is wrong with a key that was sent.",
        'Bearer realm="peninsula"',
    ),
    "X-Request-ID": _field(
        "The id under which this request is logged: that of the request if it is sane, else a new one.",
        "6f1f6b1c9d0e4e0fb7c6a1f0a9f2b3c4",
        pattern="^[A-Za-z0-9._-]{1,128}$",
    ),
    "traceparent": _field(
        "The span of this service in the trace that the request names (W3C Trace Context); only where it names one.",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
        pattern="^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$",
    ),
}
REQUIRED = frozenset({"X-Request-ID", "ETag", "Location", "Vary", "Cache-Control"})

REQUEST_HEADERS: dict[str, Node] = {
    "If-Match": _field(
        "The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`.",
        pattern=_ENTITY_TAGS,
    ),
    "If-Match-Required": _field(
        "The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without "
        "it the answer is `428`.",
        "*",
        pattern=_ENTITY_TAGS,
    ),
    "If-None-Match": _field(
        "Entity tags of what the client has, as `ETag` gave them: answered `304` where one is that of the answer.",
        pattern=_ENTITY_TAGS,
    ),
    "If-None-Match-Any": _field(
        "`*` writes only if there is no record: creates, or fails with `412`.", pattern=_ENTITY_TAGS
    ),
    "If-Range": _field(
        "The `ETag` of the file that the range is of: if it is another one by now, all of it is answered."
    ),
    "Range": _field("Which bytes of a file to answer with; other forms ignore it."),
    "Idempotency-Key": _field(
        "A name for this request, new for each, such as a UUID: sent again with the same key and body within 24 "
        "hours, it gets the first success again and writes nothing.",
        pattern="^[!-~]{1,255}$",
    ),
}
