"""Having the application compute an answer, whole and unconditional, so that it can be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import time
from typing import TYPE_CHECKING, Any, NamedTuple

from service.cache.entry import Entry, Headers
from service.cache.key import Key

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

# What makes an answer depend on what the client has already: the cache applies it to what it keeps.
_CONDITIONS = (
    "HTTP_IF_MATCH",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_UNMODIFIED_SINCE",
)
_DAY_SECONDS = 86_400


class Answer(NamedTuple):
    """What the application answered, and the entry to keep, if it may be kept."""

    status: str
    headers: Headers
    body: Iterable[bytes]
    entry: Entry | None

    @property
    def has_failed(self) -> bool:
        """Whether the fault is the service's."""
        return self.status.startswith("5")


def compute(application: WSGIApplication, environ: WSGIEnvironment, key: Key, stamp: int) -> Answer:
    """Return the application's answer to ``GET``; ``stamp`` is of a state that it is no older than."""
    began = time()
    started: list[Any] = []

    def start(status: str, headers: Headers, _error: Any = None, /) -> Callable[[bytes], object]:
        started[:] = [status, headers]
        return _no_write

    kept = {name: environ.get(name) for name in (*_CONDITIONS, "REQUEST_METHOD", "HTTP_ACCEPT_ENCODING")}
    # Changed and put back, not copied: what the application notes there is for whoever stands further out.
    try:
        for name in _CONDITIONS:
            environ.pop(name, None)
        environ["REQUEST_METHOD"] = "GET"
        environ["HTTP_ACCEPT_ENCODING"] = key.coding
        body = application(environ, start)
    finally:
        environ.update({name: value for name, value in kept.items() if value is not None})
        if kept["HTTP_ACCEPT_ENCODING"] is None:
            environ.pop("HTTP_ACCEPT_ENCODING", None)
    status, headers = started
    if not _may_be_kept(status, headers, key):
        return Answer(status, headers, body, None)
    try:
        content = b"".join(body)
    finally:
        getattr(body, "close", _nothing)()
    midnight = (began // _DAY_SECONDS + 1) * _DAY_SECONDS
    return Answer(status, headers, [content], Entry(stamp, began, midnight, headers, content))


def _may_be_kept(status: str, headers: Headers, key: Key) -> bool:
    """Tell whether an answer is whole, public, and what the key says it is."""
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
