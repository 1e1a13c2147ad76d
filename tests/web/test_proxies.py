"""Behind proxies the caller's address is what the last trusted one saw; what callers write is not believed."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from flask import Flask, request

from service.web import proxies

CALLER, PROXY, INNER = "203.0.113.9", "10.0.0.1", "10.0.0.2"
NETWORKS = (ip_network("10.0.0.0/8"), ip_network("::1/128"))


def seen(trusted: object, peer: str, forwarded: str | None, **headers: str) -> str:
    app = Flask("proxied")
    app.add_url_rule("/", view_func=lambda: f"{request.remote_addr} {request.scheme} {request.host}")
    proxies.install(app, trusted)  # type: ignore[arg-type]
    sent = {**headers, **({"X-Forwarded-For": forwarded} if forwarded is not None else {})}
    return app.test_client().get("/", headers=sent, environ_base={"REMOTE_ADDR": peer}).text.split()[0]


@pytest.mark.parametrize(
    ("trusted", "peer", "forwarded", "expected"),
    [
        # Nobody is believed who was not named.
        (0, CALLER, "198.51.100.1", CALLER),
        (NETWORKS, CALLER, "198.51.100.1", CALLER),
        # One proxy; the caller wrote something before it.
        (1, PROXY, CALLER, CALLER),
        (1, PROXY, f"198.51.100.1, {CALLER}", CALLER),
        (NETWORKS, PROXY, CALLER, CALLER),
        (NETWORKS, PROXY, f"198.51.100.1, {CALLER}", CALLER),
        # The caller claims to be a proxy too.
        (NETWORKS, PROXY, f"198.51.100.1, 10.9.9.9, {CALLER}", CALLER),
        # Two in a row.
        (2, INNER, f"198.51.100.1, {CALLER}, {PROXY}", CALLER),
        (NETWORKS, INNER, f"198.51.100.1, {CALLER}, {PROXY}", CALLER),
        (NETWORKS, "::1", f"{CALLER}, {PROXY}", CALLER),
        # Fewer entries than proxies, or none: what is known is the peer.
        (2, PROXY, CALLER, PROXY),
        (1, PROXY, None, PROXY),
        (NETWORKS, PROXY, None, PROXY),
        (NETWORKS, PROXY, "", PROXY),
        # A caller inside the networks.
        (NETWORKS, INNER, "10.5.5.5, 10.0.0.1", "10.5.5.5"),
        # With the caller's port.
        (1, PROXY, f"{CALLER}:5678", CALLER),
        (1, PROXY, "[2001:db8::9]:99", "2001:db8::9"),
        (1, PROXY, "[2001:db8::9]", "2001:db8::9"),
        (1, PROXY, "2001:db8::9", "2001:db8::9"),
        (2, INNER, f"198.51.100.1:1, {CALLER}:2, {PROXY}:3", CALLER),
        (NETWORKS, INNER, f"198.51.100.1:1, {CALLER}:2, {PROXY}:3", CALLER),
        (NETWORKS, "::1", f"{CALLER}:2,[::1]:3", CALLER),
        # No address: as far as it goes.
        (NETWORKS, PROXY, "made up", "made"),
        (NETWORKS, INNER, "198.51.100.1, made-up", "made-up"),
    ],
)
def test_the_caller_is_who_the_last_trusted_proxy_saw(
    trusted: object, peer: str, forwarded: str | None, expected: str
) -> None:
    assert seen(trusted, peer, forwarded) == expected


def test_a_very_long_list_is_read_from_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen(NETWORKS, PROXY, ", ".join(["10.1.1.1"] * 500)) == "10.1.1.1"


@pytest.mark.parametrize(("trusted", "expected"), [(0, "http"), (1, "https"), (NETWORKS, "https")])
def test_the_scheme_is_the_word_of_a_trusted_proxy(trusted: object, expected: str) -> None:
    app = Flask("proxied")
    app.add_url_rule("/", view_func=lambda: request.scheme)
    proxies.install(app, trusted)  # type: ignore[arg-type]
    sent = {"X-Forwarded-For": CALLER, "X-Forwarded-Proto": "https", "X-Forwarded-Host": "elsewhere.example"}
    answer = app.test_client().get("/", headers=sent, environ_base={"REMOTE_ADDR": PROXY})
    assert answer.text == expected
