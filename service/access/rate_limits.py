"""Rate limits, applied before any other work: by API key if it is known to be valid, else by address."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Any, Protocol

from flask import Flask
from limits import parse
from prometheus_client import Counter

from service.access.quotas import Quota, QuotaState, Store
from service.access.scopes import KEY_ID
from service.web import problem_catalogue as kinds
from service.web.problem import Problem, answer_outside
from service.web.resource import resources_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

READS = frozenset({"GET", "HEAD", "OPTIONS"})
OFF = "off"
# One customer has a network of this prefix length (RFC 6177), and so any number of addresses.
_IPV6_PREFIX = 64
_MOST_KEYS = 10_000

REFUSED = Counter("peninsula_rate_limited", "Requests refused with 429, by policy.", ("policy",))


class _RateLimitSettings(Protocol):
    @property
    def rate_limit_read(self) -> str: ...

    @property
    def rate_limit_write(self) -> str: ...

    @property
    def redis_url(self) -> str | None: ...

    @property
    def redis_timeout_seconds(self) -> float: ...

    @property
    def cache_prefix(self) -> str: ...


class RateLimits:
    """WSGI middleware that counts each request and refuses those beyond the limit with a 429 problem.

    It runs before the cache and the database, so it knows that a key is valid only after a request with it was
    answered. Until then, and once a key was refused, the request counts against its address, in a quota for requests
    with unverified keys. So an invented key gets no quota of its own, and requests without a key use none of that one.

    :param exempt: paths without a limit.
    :param only_read: paths where every method reads.
    """

    def __init__(
        self,
        application: WSGIApplication,
        reads: Quota | None,
        writes: Quota | None,
        exempt: frozenset[str] = frozenset(),
        only_read: frozenset[str] = frozenset(),
    ) -> None:
        self._application = application
        self._reads = reads
        self._writes = writes
        self._exempt = exempt
        self._only_read = only_read
        self._policies = {
            quota: f'"{quota.name}";q={quota.amount};w={quota.seconds}' for quota in (reads, writes) if quota
        }
        # Key ids by the hash of their Authorization header, so that no secret stays in memory.
        self._good_keys: dict[bytes, str] = {}

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO")
        is_read = environ["REQUEST_METHOD"] in READS or path in self._only_read
        quota = self._reads if is_read else self._writes
        if quota is None or path in self._exempt:
            return self._application(environ, start_response)
        authorization = environ.get("HTTP_AUTHORIZATION")
        sent = authorization and sha256(authorization.encode("latin-1")).digest()
        key_id = self._good_keys.get(sent) if sent else None
        state = quota.count(f"key:{key_id}" if key_id else _address(environ, with_key=bool(sent)))
        fields = [
            ("RateLimit-Policy", self._policies[quota]),
            ("RateLimit", f'"{quota.name}";r={state.remaining};t={state.seconds}'),
        ]
        if not state.allowed:
            REFUSED.labels(quota.name).inc()
            return _refuse(quota, state, fields, environ, start_response)

        def start(
            status: str, headers: list[tuple[str, str]], exc_info: Any = None, /
        ) -> Callable[[bytes], object]:
            if sent and status.startswith("401"):
                self._good_keys.pop(sent, None)
            return start_response(status, [*headers, *fields], exc_info)

        answer = self._application(environ, start)
        if sent and KEY_ID in environ and not key_id:
            if len(self._good_keys) >= _MOST_KEYS:
                self._good_keys.clear()
            self._good_keys[sent] = environ[KEY_ID]
        return answer


@lru_cache(maxsize=4096)
def caller_network(address: str) -> str:
    """Return what an address is counted as: an IPv4 address as itself, an IPv6 address as its /64 network."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    if not isinstance(parsed, IPv6Address):
        return address
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ip_network((parsed, _IPV6_PREFIX), strict=False))


def _address(environ: WSGIEnvironment, *, with_key: bool) -> str:
    network = caller_network(environ.get("REMOTE_ADDR", ""))
    return f"unproven:{network}" if with_key else network


def _refuse(
    quota: Quota,
    state: QuotaState,
    fields: list[tuple[str, str]],
    environ: WSGIEnvironment,
    start_response: StartResponse,
) -> Iterable[bytes]:
    problem = Problem(
        kinds.RATE_LIMITED,
        f"The {quota.amount} {quota.name} requests in {quota.seconds} seconds are used up; "
        f"there are new ones in {state.seconds} seconds.",
        headers={**dict(fields), "Retry-After": str(state.seconds)},
        policy=quota.name,
    )
    return answer_outside(problem, environ, start_response)


def install(app: Flask, settings: _RateLimitSettings) -> None:
    """Limit the requests of ``app`` as the settings say."""
    store = Store(settings.redis_url, settings.cache_prefix, settings.redis_timeout_seconds)
    reads, writes = (
        None if rate == OFF else Quota(name, parse(rate), store)
        for name, rate in (("read", settings.rate_limit_read), ("write", settings.rate_limit_write))
    )
    if reads or writes:
        resources = resources_of(app)
        exempt = frozenset(each.rule for each in resources if not each.is_limited)
        only_read = frozenset(each.rule for each in resources if each.only_reads)
        app.wsgi_app = RateLimits(app.wsgi_app, reads, writes, exempt, only_read)  # type: ignore[method-assign]
