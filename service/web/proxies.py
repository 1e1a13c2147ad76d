"""Whose word counts for where a request came from: as many proxies as the operator has, and no further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Network = IPv4Network | IPv6Network
FORWARDED_FOR = "HTTP_X_FORWARDED_FOR"
# More than anybody has; what is beyond is made up.
MOST_HOPS = 10


class TrustedNetworks:
    """WSGI middleware that believes ``X-Forwarded-For`` from the nearest proxy on, while it is in the networks."""

    def __init__(self, application: WSGIApplication, networks: tuple[Network, ...]) -> None:
        self._application = application
        self._networks = networks
        self._believing = lru_cache(maxsize=MOST_HOPS)(lambda hops: _believing(application, hops))

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        # The last entry is what our own proxy saw, and the first what anybody may have written.
        forwarded = environ.get(FORWARDED_FOR, "").split(",")[-MOST_HOPS:][::-1]
        hops = sum(1 for _ in self._trusted(environ.get("REMOTE_ADDR", ""), forwarded))
        application = self._believing(hops) if hops else self._application
        return application(environ, start_response)

    def _trusted(self, peer: str, forwarded: Iterable[str]) -> Iterator[str]:
        """Yield what each proxy in the networks says, the nearest first."""
        for said in forwarded:
            if not said.strip() or not self._is_trusted(peer):
                return
            yield said
            peer = said.strip()

    def _is_trusted(self, address: str) -> bool:
        try:
            parsed = ip_address(address)
        except ValueError:
            return False
        return any(parsed in network for network in self._networks)


def _believing(application: WSGIApplication, hops: int) -> ProxyFix:
    # The host is used nowhere. The scheme is the nearest proxy's word, whatever stands before it.
    return ProxyFix(application, x_for=hops, x_proto=1, x_host=0)


def install(app: Flask, trusted: int | tuple[Network, ...]) -> None:
    """Have ``app`` see the address and scheme that the trusted proxies tell."""
    if isinstance(trusted, tuple):
        app.wsgi_app = TrustedNetworks(app.wsgi_app, trusted)  # type: ignore[method-assign]
    elif trusted:
        app.wsgi_app = _believing(app.wsgi_app, trusted)  # type: ignore[method-assign]
