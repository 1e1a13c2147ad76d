"""Every kind of problem that the service answers with: one table, explained at ``/problems/<slug>``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One entry: what `type`, `title` and `status` say, and what a caller reads at the type's URL (RFC 9457
    §4).

    ``retry_after_seconds`` is the ``Retry-After`` of an answer that names none itself (RFC 9110 §10.2.3).
    """

    slug: str
    title: str
    status: int
    explanation: str
    retry_after_seconds: int | None = None

    @property
    def type(self) -> str:
        return f"/problems/{self.slug}"


CATALOGUE: dict[str, ProblemKind] = {}


def _kind(
    slug: str, title: str, status: int, explanation: str, *, retry_after_seconds: int | None = None
) -> ProblemKind:
    CATALOGUE[slug] = ProblemKind(slug, title, status, explanation, retry_after_seconds)
    return CATALOGUE[slug]


BAD_REQUEST = _kind(
    "bad-request",
    "Bad request",
    400,
    "The request is not well-formed HTTP, or was cut off. Correct it as `detail` says; repeating it unchanged "
    "will not help.",
)
MALFORMED_JSON = _kind(
    "malformed-json",
    "The body is not JSON",
    400,
    "The body is empty, is not UTF-8, or is not JSON (RFC 8259), which has no NaN or Infinity, no comments and no "
    "trailing commas. `line` and `column`, counted from 1, say where reading stopped.",
)
JSON_TOO_DEEP = _kind(
    "json-too-deep",
    "The body is nested too deeply",
    400,
    "Arrays and objects in the body are nested more deeply than the limit that `detail` names. No record "
    "needs that many levels.",
)
INVALID_PARAMETER = _kind(
    "invalid-parameter",
    "Invalid parameter",
    400,
    "A query parameter is unknown to this resource, is repeated where it may not be, or has a value that "
    "cannot be read. Nothing is silently ignored. `errors` names each parameter, and the nearest valid name "
    "where there is one.",
)
INVALID_CURSOR = _kind(
    "invalid-cursor",
    "Invalid cursor",
    400,
    "The cursor was not made by this service, or not for this list with these filters and this order. "
    "Cursors are opaque: follow `next_cursor` or the `Link` header as they are, or start again without one.",
)
INVALID_HEADER = _kind(
    "invalid-header",
    "Invalid header field",
    400,
    "A header field of the request does not follow its grammar. `detail` names the field and what was "
    "expected; an entity tag, for instance, must be in double quotes (RFC 9110 §8.8.3).",
)
UNAUTHORIZED = _kind(
    "unauthorized",
    "A valid API key is needed",
    401,
    "The request has no API key where one is needed, or has one that is malformed, unknown, expired or "
    "revoked. Send `Authorization: Bearer <key>`. A bad key is refused on any request, also where none is "
    "needed.",
)
FORBIDDEN = _kind(
    "forbidden",
    "The API key lacks the scope",
    403,
    "The API key is valid but does not allow this. `WWW-Authenticate` names the scope that is required: `read`, "
    "`write` or `admin`; each includes the ones before it.",
)
NOT_FOUND = _kind(
    "not-found",
    "Not found",
    404,
    "There is nothing at this URL, or there was nothing yet at the instant that `known_at` names.",
)
METHOD_NOT_ALLOWED = _kind(
    "method-not-allowed",
    "Method not allowed",
    405,
    "The resource exists but does not support this method. The `Allow` header lists those it supports.",
)
NOT_ACCEPTABLE = _kind(
    "not-acceptable",
    "No acceptable representation",
    406,
    "The resource has no representation that `Accept`, `Accept-Encoding` or `format` allows. `available` "
    "lists the representations that there are.",
)
REQUEST_TIMEOUT = _kind(
    "request-timeout",
    "The request took too long to arrive",
    408,
    "The request did not arrive within the time that `detail` names. Send it again, over a new connection.",
)
ID_TAKEN = _kind(
    "id-taken",
    "The id is taken",
    409,
    "A record with this id exists or was deleted. Choose another id, or `PUT` to the record's own URL to "
    "replace it or bring it back.",
)
RECORD_REFERENCED = _kind(
    "record-referenced",
    "Other records refer to this one",
    409,
    "The record cannot be deleted while other records refer to it. `referenced_by` lists them: change or delete "
    "them first.",
)
IDEMPOTENCY_IN_PROGRESS = _kind(
    "idempotency-in-progress",
    "The first request is still running",
    409,
    "A request with the same `Idempotency-Key` has not finished. Repeat this one a little later to get its "
    "answer.",
    retry_after_seconds=1,
)
RECORD_DELETED = _kind(
    "record-deleted",
    "The record was deleted",
    410,
    "The record existed and was deleted; its last revision stays readable at the URL given. `PUT` brings "
    "the id back.",
)
FEED_NO_LONGER_RETAINED = _kind(
    "feed-no-longer-retained",
    "That part of the feed is no longer available",
    410,
    "The change feed no longer reaches back to `after`, so changes would be missed. Note the "
    "feed's newest number (`last_seq`), read the lists again, then follow the feed from that number.",
)
FEED_HISTORY_DIFFERS = _kind(
    "feed-history-differs",
    "The feed has another history",
    410,
    "This service never issued that number, or never with that `chain`: it was restored from a backup or rebuilt, "
    "or the number is from another service. The caller may hold changes that no longer exist. Read the "
    "lists or `/v1/export` again, then follow the feed with `after=latest`; `last_seq` is its newest number.",
)
PRECONDITION_FAILED = _kind(
    "precondition-failed",
    "The record is not in the state the request names",
    412,
    "`If-Match` has none of the record's current entity tags, or `If-None-Match: *` was sent for a record that "
    "exists. The record was changed in between: read it again, apply the change to its current state, and send "
    "that with its `ETag`.",
)
PAYLOAD_TOO_LARGE = _kind(
    "payload-too-large",
    "The body is too large",
    413,
    "The body is larger than the limit that `detail` names.",
)
URI_TOO_LONG = _kind(
    "uri-too-long", "The URL is too long", 414, "The URL is longer than the service accepts."
)
UNSUPPORTED_MEDIA_TYPE = _kind(
    "unsupported-media-type",
    "Unsupported media type",
    415,
    "The body's `Content-Type` or `Content-Encoding` is missing, or this method does not accept it. "
    "`Accept-Post`, `Accept-Patch`, `Accept` or `Accept-Encoding` of the answer list what it accepts.",
)
VALIDATION_FAILED = _kind(
    "validation-failed",
    "The body has errors",
    422,
    "The body is JSON but not a valid record. `errors` lists all errors at once, each with a JSON Pointer "
    "(RFC 6901) to its place, a `code` for programs and a `detail` for people. Nothing was stored.",
)
IMPORT_REFUSED = _kind(
    "import-refused",
    "Nothing was imported",
    422,
    "Some lines have errors, and the import was atomic. `errors` has the line of each. Correct them, or "
    "send `mode=best_effort` to import the other lines.",
)
IDEMPOTENCY_KEY_REUSED = _kind(
    "idempotency-key-reused",
    "The idempotency key was used for another request",
    422,
    "This `Idempotency-Key` came with another body within the last 24 hours. Use a new key for a new "
    "request.",
)
RANGE_NOT_SATISFIABLE = _kind(
    "range-not-satisfiable",
    "No such range of bytes",
    416,
    "`Range` asks for bytes that the file does not have; `Content-Range` says how long it is.",
)
PRECONDITION_REQUIRED = _kind(
    "precondition-required",
    "If-Match is needed",
    428,
    "A write to an existing record must say which revision it is based on, so that no write is lost: send "
    "the record's `ETag` in `If-Match`, or `*` to overwrite whatever is there.",
)
RATE_LIMITED = _kind(
    "rate-limited",
    "Too many requests",
    429,
    "The caller has used up its limit. `Retry-After` is the number of seconds to wait.",
    retry_after_seconds=1,
)
HEADER_FIELDS_TOO_LARGE = _kind(
    "request-header-fields-too-large",
    "Header fields too large",
    431,
    "The header fields of the request are larger than the service accepts.",
)
INTERNAL_ERROR = _kind(
    "internal-error",
    "Internal error",
    500,
    "The service failed, and logged the cause with the request's id. Report that id; the request itself "
    "was not at fault.",
)
SERVICE_UNAVAILABLE = _kind(
    "service-unavailable",
    "Temporarily unavailable",
    503,
    "Something that the service depends on, such as its database, cannot be reached or is too busy. Send the "
    "request again after the number of seconds in `Retry-After`; with `Idempotency-Key` or `If-Match` no write is "
    "repeated.",
    retry_after_seconds=5,
)
