"""Pages may read what they are allowed to, errors too; and browsers are told what no answer is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings
from service.storage.migrate import migrate

DESK, OTHER = "https://desk.example", "https://other.example"


@pytest.fixture
def make(sqlite_database: str) -> Iterator[Callable[..., FlaskClient]]:
    engines = []

    def client(**settings: Any) -> FlaskClient:
        app = create_app(Settings(database_url=sqlite_database, **settings))
        app.testing = False
        context = app.extensions["peninsula"]
        migrate(context.database)
        engines.append(context.engine)
        return app.test_client()

    yield client
    for engine in engines:
        engine.dispose()


def preflight(
    client: FlaskClient, origin: str, method: str = "GET", path: str = "/v1/summits"
) -> dict[str, str]:
    asked = {"Origin": origin, "Access-Control-Request-Method": method}
    answer = client.open(path, method="OPTIONS", headers=asked)
    assert answer.status_code == 204
    assert answer.data == b""
    return dict(answer.headers)


EVERY_ANSWER = {
    "success": ("GET", "/v1", {}, 200),
    "not modified": ("GET", "/v1", {"If-None-Match": "*"}, 304),
    "not found": ("GET", "/nowhere", {}, 404),
    "a bad key": ("GET", "/v1", {"Authorization": "Bearer x"}, 401),
    "no key": ("POST", "/v1/summits", {}, 401),
    "a method": ("POST", "/v1", {}, 405),
    "health": ("GET", "/healthz", {}, 200),
    "the page": ("GET", "/docs", {}, 200),
}


@pytest.mark.parametrize(("method", "path", "headers", "status"), EVERY_ANSWER.values(), ids=EVERY_ANSWER)
def test_every_answer_can_be_read_by_any_page_and_is_no_page_itself(
    make: Callable[..., FlaskClient], method: str, path: str, headers: dict[str, str], status: int
) -> None:
    answer = make().open(path, method=method, headers={"Origin": OTHER} | headers)
    assert answer.status_code == status
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Access-Control-Expose-Headers"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    policies = answer.headers.getlist("Content-Security-Policy")
    if status == 304:
        assert policies == [], "what is stored keeps the policy that it came with"
    else:
        (policy,) = policies
        assert "frame-ancestors 'none'" in policy
        assert policy.startswith("default-src 'none'")
    assert "Strict-Transport-Security" not in answer.headers


def test_what_is_refused_at_the_limit_or_breaks_can_be_read_too(make: Callable[..., FlaskClient]) -> None:
    client = make(rate_limit_read="1/hour")

    def fail(**_: object) -> None:
        raise RuntimeError("broken")

    client.application.view_functions["index"] = fail
    for status in (500, 429):
        answer = client.get("/v1", headers={"Origin": OTHER})
        assert answer.status_code == status
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_any_page_may_ask_to_read_and_none_to_write_or_use_a_key(make: Callable[..., FlaskClient]) -> None:
    allowed = preflight(make(), OTHER)
    assert allowed["Access-Control-Allow-Origin"] == "*"
    assert allowed["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in allowed["Access-Control-Allow-Headers"]
    assert "Authorization" not in allowed["Access-Control-Allow-Headers"]
    assert allowed["Access-Control-Max-Age"] == "7200"


@pytest.mark.parametrize("name", ["Content-Type", "Accept", "X-Requested-With", "traceparent", "Pragma"])
def test_a_read_may_have_what_wrappers_of_fetch_set_on_every_request(
    make: Callable[..., FlaskClient], name: str
) -> None:
    assert name in preflight(make(), OTHER)["Access-Control-Allow-Headers"].split(", ")


def test_a_page_of_a_named_origin_may_write_beside_all_that_read(make: Callable[..., FlaskClient]) -> None:
    client = make(cors_origins=f"*,{DESK}")
    allowed = preflight(client, DESK, "PATCH")
    assert "PATCH" in allowed["Access-Control-Allow-Methods"]
    assert {"Authorization", "Content-Type", "If-Match", "Idempotency-Key"} <= set(
        allowed["Access-Control-Allow-Headers"].split(", ")
    )
    assert allowed["Vary"] == "Origin"
    assert "PATCH" not in preflight(client, OTHER, "PATCH")["Access-Control-Allow-Methods"]
    assert client.get("/v1", headers={"Origin": OTHER}).headers["Access-Control-Allow-Origin"] == "*"


def test_where_origins_are_named_others_may_not_read(make: Callable[..., FlaskClient]) -> None:
    client = make(cors_origins=DESK)
    assert client.get("/v1", headers={"Origin": DESK}).headers["Access-Control-Allow-Origin"] == DESK
    assert preflight(client, DESK)["Access-Control-Allow-Origin"] == DESK
    for origin in (OTHER, "null", f"{DESK}.evil.example", ""):
        answer = client.get("/v1", headers={"Origin": origin})
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert "Access-Control-Allow-Methods" not in preflight(client, origin)
    # A cache between must not give one origin's answer to another.
    (vary,) = client.get("/v1").headers.getlist("Vary")
    assert vary == "Accept, Accept-Encoding, Origin"


def test_off_is_no_word_to_pages_at_all(make: Callable[..., FlaskClient]) -> None:
    client = make(cors_origins="off")
    answer = client.get("/v1", headers={"Origin": OTHER})
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]
    assert answer.headers["Vary"] == "Accept, Accept-Encoding"
    assert "Access-Control-Allow-Methods" not in preflight(client, OTHER)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_options_that_is_not_a_preflight_is_answered_by_the_resource(
    make: Callable[..., FlaskClient],
) -> None:
    answer = make().options("/v1/summits", headers={"Origin": OTHER})
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"


def test_strict_transport_security_is_sent_only_if_configured_and_only_over_tls(
    make: Callable[..., FlaskClient],
) -> None:
    client = make(hsts_seconds=3600, trusted_proxies=1)
    assert "Strict-Transport-Security" not in client.get("/v1").headers
    over_tls = client.get("/v1", headers={"X-Forwarded-Proto": "https"})
    assert over_tls.headers["Strict-Transport-Security"] == "max-age=3600"
    with_others = make(hsts_seconds=3600, hsts_subdomains="on", trusted_proxies=1)
    over_tls = with_others.get("/v1", headers={"X-Forwarded-Proto": "https"})
    assert over_tls.headers["Strict-Transport-Security"] == "max-age=3600; includeSubDomains"
