"""Having the application compute an answer, complete and unconditional, so that it can be stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import time
from typing import TYPE_CHECKING, Any, NamedTuple

from service.cache.entry import Headers, StoredResponse
from service.cache.key import CacheKey

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

# Conditional request fields: the cache applies them itself, to the stored response.
_CONDITIONS = (
    "HTTP_IF_MATCH",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_UNMODIFIED_SINCE",
)
_DAY_SECONDS = 86_400


class ComputedAnswer(NamedTuple):
    """What the application answered, and the entry to store, if it may be stored."""

    status: str
    headers: Headers
    body: Iterable[bytes]
    entry: StoredResponse | None

    @property
    def lacks_database(self) -> bool:
        """Whether the service lacked something that it needs, such as the database, rather than failed itself."""
        return self.status.startswith("503")


def compute(
    application: WSGIApplication, environ: WSGIEnvironment, key: CacheKey, token: int
) -> ComputedAnswer:
    """Return the application's answer to ``GET``.

    :param token: version token of a state that the answer is no older than.
    """
    began = time()
    started: list[Any] = []

    def start(status: str, headers: Headers, _error: Any = None, /) -> Callable[[bytes], object]:
        started[:] = [status, headers]
        return _no_write

    saved = {name: environ.get(name) for name in (*_CONDITIONS, "REQUEST_METHOD", "HTTP_ACCEPT_ENCODING")}
    # Changed and restored rather than copied: outer middleware reads what the application notes in it.
    try:
        for name in _CONDITIONS:
            environ.pop(name, None)
        environ["REQUEST_METHOD"] = "GET"
        environ["HTTP_ACCEPT_ENCODING"] = key.coding
        body = application(environ, start)
    finally:
        environ.update({name: value for name, value in saved.items() if value is not None})
        if saved["HTTP_ACCEPT_ENCODING"] is None:
            environ.pop("HTTP_ACCEPT_ENCODING", None)
    status, headers = started
    if not _may_be_stored(status, headers, key):
        return ComputedAnswer(status, headers, body, None)
    try:
        content = b"".join(body)
    finally:
        getattr(body, "close", _nothing)()
    midnight = (began // _DAY_SECONDS + 1) * _DAY_SECONDS
    return ComputedAnswer(
        status, headers, [content], StoredResponse(token, began, midnight, headers, content)
    )


def _may_be_stored(status: str, headers: Headers, key: CacheKey) -> bool:
    """Return whether an answer is complete, public and of the media type that the key names."""
    fields = {name.lower(): value for name, value in headers}
    return (
        status.startswith("200")
        and fields.keys() >= {"etag", "content-length"}
        and fields.get("content-type") == key.media_type
        and "set-cookie" not in fields
        and not any(word in fields.get("cache-control", "") for word in ("no-store", "private"))
    )


def _no_write(_: bytes) -> None:
    raise NotImplementedError("the application returns its body")


def _nothing() -> None:
    pass
