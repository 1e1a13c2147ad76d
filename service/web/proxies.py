"""Whose word counts for where a request came from: as many proxies as the operator has, and no further."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from service.setting_values import PATH_PREFIX

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Network = IPv4Network | IPv6Network
FORWARDED_FOR = "HTTP_X_FORWARDED_FOR"
# More than anybody has; what is beyond is made up.
MOST_HOPS = 10
# Some proxies send the caller's port as well: 192.0.2.1:5678, [2001:db8::1]:5678.
_WITH_PORT = re.compile(r"([0-9.]+):[0-9]+|\[([0-9A-Fa-f:.]+)\](?::[0-9]+)?")


class TrustedProxies:
    """WSGI middleware that takes address, scheme and path prefix of a request from the proxies that are trusted.

    :param trusted: how many there are, or in which networks: then ``X-Forwarded-For`` is believed from the nearest
        proxy on, while it is in them.
    """

    def __init__(self, application: WSGIApplication, trusted: int | tuple[Network, ...]) -> None:
        self._application = application
        self._trusted = trusted
        self._believing = lru_cache(maxsize=MOST_HOPS)(lambda hops: _believing(application, hops))

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        # The last entry is what our own proxy saw, and the first what anybody may have written.
        forwarded = [_address(each) for each in environ.get(FORWARDED_FOR, "").split(",")[-MOST_HOPS:]]
        hops = self._trusted if isinstance(self._trusted, int) else self._hops(environ, forwarded)
        if not hops:
            return self._application(environ, start_response)
        if any(forwarded):
            environ[FORWARDED_FOR] = ",".join(forwarded)
        # The nearest proxy's word, like the scheme.
        prefix = environ.get("HTTP_X_FORWARDED_PREFIX", "").rpartition(",")[2].strip().rstrip("/")
        if PATH_PREFIX.fullmatch(prefix):
            environ["SCRIPT_NAME"] = prefix
        return self._believing(hops)(environ, start_response)

    def _hops(self, environ: WSGIEnvironment, forwarded: list[str]) -> int:
        return sum(1 for _ in self._believed(environ.get("REMOTE_ADDR", ""), reversed(forwarded)))

    def _believed(self, peer: str, forwarded: Iterable[str]) -> Iterator[str]:
        """Yield what each proxy in the networks says, the nearest first."""
        for said in forwarded:
            if not said or not self._is_trusted(peer):
                return
            yield said
            peer = said

    def _is_trusted(self, address: str) -> bool:
        try:
            parsed = ip_address(address)
        except ValueError:
            return False
        assert not isinstance(self._trusted, int)
        return any(parsed in network for network in self._trusted)


def _address(entry: str) -> str:
    """Return the address of an entry of ``X-Forwarded-For``, without a port and brackets."""
    match = _WITH_PORT.fullmatch(entry.strip())
    return (match[1] or match[2]) if match else entry.strip()


def _believing(application: WSGIApplication, hops: int) -> ProxyFix:
    # The host is used nowhere. The scheme is the nearest proxy's word, whatever stands before it.
    return ProxyFix(application, x_for=hops, x_proto=1, x_host=0)


def install(app: Flask, trusted: int | tuple[Network, ...]) -> None:
    """Have ``app`` see the address, scheme and path prefix that the trusted proxies tell."""
    if trusted:
        app.wsgi_app = TrustedProxies(app.wsgi_app, trusted)  # type: ignore[method-assign]
