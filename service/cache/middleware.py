"""The cache as WSGI middleware in front of routing: a hit and a ``304`` meet neither Flask nor the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock
from time import monotonic, time
from typing import TYPE_CHECKING

from service.cache import metrics
from service.cache.entry import Headers, StoredResponse
from service.cache.finding import CacheResult, Finder
from service.cache.key import CacheKey, Keys
from service.cache.sending import send
from service.web.resource import is_behind_cache

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# CacheKey in the WSGI environment: how the cache answered, for the log and the metrics.
OUTCOME = "peninsula.cache"

_HOT = ("Cache-Status", "peninsula; hit; detail=memory")
_BYPASS = ("Cache-Status", "peninsula; fwd=bypass")

# How many spellings of requests are remembered with their keys, and how long one may be, in characters.
_MAX_SPELLINGS, _MAX_SPELLING = 8192, 2000

Spelling = tuple[str, str, str | None, str | None, str | None, str | None]


class Cache:
    """Answers reads below ``is_behind_cache`` from the stores, and stores what the application answers.

    :param listen: starts listening for other machines' writes; called in the serving process, any number of times.
    """

    def __init__(
        self,
        application: WSGIApplication,
        keys: Keys,
        finder: Finder,
        listen: Callable[[], None],
    ) -> None:
        self._application = application
        self._keys = keys
        self._finder = finder
        self._local_store = finder.local_store
        self._version = finder.version
        self._words = finder.version.counter.words
        self._listen = listen
        self._known: dict[Spelling, CacheKey] = {}
        self._remembering = Lock()
        self._hot = metrics.REQUESTS.labels("hot")

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or not is_behind_cache(path):
            return self._application(environ, start_response)
        if "HTTP_AUTHORIZATION" in environ:
            return self._bypass(environ, start_response)
        get = environ.get
        spelling = (
            path,
            get("QUERY_STRING", ""),
            get("HTTP_ACCEPT"),
            get("HTTP_ACCEPT_ENCODING"),
            get("HTTP_ACCEPT_DATETIME"),
            get("SCRIPT_NAME"),
        )
        key = self._known.get(spelling)
        if key is not None and "HTTP_CACHE_CONTROL" not in environ:
            entry = self._local_store.get(key.address)
            if (
                entry is not None
                and entry.version_token == self._words[0]
                and monotonic() < self._version.verified_until
            ):
                now = time()
                if now < entry.fresh_until:
                    self._hot.inc()
                    environ[OUTCOME] = "hot"
                    age = ("Age", str(max(0, int(now - entry.computed_at))))
                    return self._reply(environ, start_response, entry, [age, _HOT])
        return self._slowly(environ, start_response, spelling, key)

    def _slowly(
        self,
        environ: WSGIEnvironment,
        start_response: StartResponse,
        spelling: Spelling,
        key: CacheKey | None,
    ) -> Iterable[bytes]:
        self._listen()
        if key is None:
            key = self._keys.of(environ)
            if key is None:
                return self._bypass(environ, start_response)
            self._remember(spelling, key)
        found = self._finder.find(environ, key)
        environ[OUTCOME] = found.outcome
        metrics.REQUESTS.labels(found.outcome).inc()
        return self._reply_found(environ, start_response, found)

    def _reply_found(
        self, environ: WSGIEnvironment, start_response: StartResponse, found: CacheResult
    ) -> Iterable[bytes]:
        was_stored = found.detail.startswith("hit")
        stored = "; stored" if found.is_stored and not was_stored else ""
        status = ("Cache-Status", f"peninsula; {found.detail}{stored}")
        if found.entry is not None:
            age = ("Age", str(max(0, int(time() - found.entry.computed_at))))
            return self._reply(
                environ, start_response, found.entry, [age, status] if was_stored else [status]
            )
        answer = found.answer
        assert answer is not None
        start_response(answer.status, [*answer.headers, status])
        if environ["REQUEST_METHOD"] == "HEAD":
            getattr(answer.body, "close", lambda: None)()
            return []
        return answer.body

    def _reply(
        self, environ: WSGIEnvironment, start_response: StartResponse, entry: StoredResponse, more: Headers
    ) -> Iterable[bytes]:
        body = send(environ, start_response, entry, more)
        # A condition failed or is malformed: the application knows the right error.
        return self._application(environ, start_response) if body is None else body

    def _bypass(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Let the application answer a request with an API key, or an invalid one."""
        environ[OUTCOME] = "bypass"
        metrics.REQUESTS.labels("bypass").inc()

        def start(status: str, headers: Headers, exc_info: object = None, /) -> object:
            return start_response(status, [*headers, _BYPASS], exc_info)  # type: ignore[arg-type]

        return self._application(environ, start)  # type: ignore[arg-type]

    def _remember(self, spelling: Spelling, key: CacheKey) -> None:
        if sum(len(part) for part in spelling if part) > _MAX_SPELLING:
            return
        with self._remembering:
            if len(self._known) >= _MAX_SPELLINGS:
                # Replaced by a copy in one step, since other threads read it without the lock.
                self._known = dict(list(self._known.items())[_MAX_SPELLINGS // 2 :])
            self._known[spelling] = key
