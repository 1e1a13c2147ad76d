"""Rate limits on requests: who is counted as whom, and what the refused are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from flask.testing import FlaskClient
from prometheus_client import REGISTRY
from werkzeug.test import TestResponse

from service.access.keys import create_key, revoke_key
from service.access.rate_limits import caller_network
from service.app import create_app
from service.settings import Settings
from service.storage.migrate import migrate

ADDRESS = "192.0.2.1"


class Service:
    def __init__(self, database_url: str, **settings: Any) -> None:
        limits = {"rate_limit_read": "5/hour", "rate_limit_write": "3/hour"}
        app = create_app(Settings(database_url=database_url, **limits | settings))
        app.testing = False
        self.database = app.extensions["peninsula"].database
        migrate(self.database)
        self._client: FlaskClient = app.test_client()

    def make_key(self) -> tuple[str, dict[str, str]]:
        with self.database.writing() as connection:
            key, token = create_key(connection, "tests", ["write"], None, datetime.now(UTC))
        return key.id, {"Authorization": f"Bearer {token}"}

    def send(
        self, method: str = "GET", path: str = "/v1", address: str = ADDRESS, **options: Any
    ) -> TestResponse:
        return self._client.open(path, method=method, environ_base={"REMOTE_ADDR": address}, **options)

    def statuses(self, times: int, **options: Any) -> list[int]:
        return [self.send(**options).status_code for _ in range(times)]


@pytest.fixture
def make(sqlite_database: str) -> Iterator[Callable[..., Service]]:
    made: list[Service] = []

    def one(**settings: Any) -> Service:
        made.append(Service(sqlite_database, **settings))
        return made[-1]

    yield one
    for each in made:
        each.database.engine.dispose()


@pytest.fixture
def service(make: Callable[..., Service]) -> Service:
    return make()


def test_every_answer_says_what_is_left(service: Service) -> None:
    answers = [service.send() for _ in range(3)]
    answers += [service.send(path="/v1/summits/none"), service.send("HEAD")]
    assert [each.headers["RateLimit"] for each in answers] == [
        f'"read";r={left};t=3600' for left in (4, 3, 2, 1, 0)
    ]
    assert {each.headers["RateLimit-Policy"] for each in answers} == {'"read";q=5;w=3600'}


def test_beyond_the_limit_a_problem_says_when_to_retry(service: Service) -> None:
    service.statuses(5)
    before = REGISTRY.get_sample_value("peninsula_rate_limited_total", {"policy": "read"}) or 0
    refused = service.send(path="/v1/summits")
    assert refused.status_code == 429
    assert refused.content_type == "application/problem+json"
    assert refused.json["type"] == "/problems/rate-limited"
    assert (refused.json["instance"], refused.json["policy"]) == ("/v1/summits", "read")
    assert refused.headers["Retry-After"] == "3600"
    assert refused.headers["RateLimit"] == '"read";r=0;t=3600'
    assert refused.headers["RateLimit-Policy"] == '"read";q=5;w=3600'
    assert refused.headers["Cache-Control"] == "no-store"
    assert refused.headers["X-Request-ID"]
    assert REGISTRY.get_sample_value("peninsula_rate_limited_total", {"policy": "read"}) == before + 1


def test_a_refused_head_has_no_body(service: Service) -> None:
    service.statuses(5)
    refused = service.send("HEAD")
    assert (refused.status_code, refused.data) == (429, b"")


def test_what_the_limit_counts_is_every_answer_and_not_only_success(service: Service) -> None:
    assert service.statuses(6, path="/nowhere") == [404] * 5 + [429]


def test_reads_and_writes_have_limits_of_their_own(service: Service) -> None:
    assert service.statuses(4, method="POST", path="/v1/summits") == [401] * 3 + [429]
    assert service.send("DELETE", "/v1/summits/x").json["policy"] == "write"
    assert service.statuses(6) == [200] * 5 + [429]


def test_addresses_are_counted_apart(service: Service) -> None:
    service.statuses(6)
    assert service.send(address="192.0.2.2").status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_probes_have_no_limit(service: Service, path: str) -> None:
    service.statuses(6)
    assert service.statuses(9, path=path) == [200] * 9
    assert "RateLimit" not in service.send(path=path).headers


@pytest.mark.parametrize("path", ["/metrics", "/v1", "//metrics", "/openapi.json", "/docs"])
def test_everything_else_has_one_preflights_too(service: Service, path: str) -> None:
    asked = {"Origin": "https://desk.example", "Access-Control-Request-Method": "GET"}
    preflights = [service.send("OPTIONS", path, headers=asked) for _ in range(5)]
    assert {each.status_code for each in preflights} == {204}
    assert preflights[-1].headers["RateLimit"] == '"read";r=0;t=3600'
    assert service.send("OPTIONS", path, headers=asked).status_code == 429
    assert service.send(path=path).status_code == 429


def test_a_limit_that_is_off_does_not_limit(make: Callable[..., Service]) -> None:
    service = make(rate_limit_read="off")
    assert service.statuses(20) == [200] * 20
    assert "RateLimit" not in service.send().headers
    assert service.statuses(4, method="POST", path="/v1/summits") == [401] * 3 + [429]


# ----------------------------------------------------------------------------------------- by key


def test_a_valid_key_has_its_own_limit_from_any_address(service: Service) -> None:
    _, headers = service.make_key()
    assert service.send(headers=headers).status_code == 200  # learnt: the first counts as one with a key
    counted = [service.send(headers=headers, address=f"192.0.2.{number}").status_code for number in range(6)]
    assert counted == [200] * 5 + [429]
    assert service.statuses(6) == [200] * 5 + [429]


def test_a_valid_key_is_not_limited_by_requests_of_its_address_without_one(service: Service) -> None:
    assert service.statuses(7)[-1] == 429
    assert service.statuses(6, headers=service.make_key()[1]) == [200] * 6


def test_keys_of_one_address_are_counted_apart(service: Service) -> None:
    keys = [service.make_key()[1] for _ in range(3)]
    assert [service.send(headers=headers).status_code for headers in keys] == [200] * 3
    assert [service.statuses(6, headers=headers) for headers in keys] == [[200] * 5 + [429]] * 3


def test_invented_keys_of_an_address_are_counted_together_and_apart_from_the_rest(service: Service) -> None:
    made_up = [{"Authorization": f"Bearer pen_{number:012x}_{number:064x}"} for number in range(6)]
    assert [service.send(headers=headers).status_code for headers in made_up] == [401] * 5 + [429]
    assert service.send().status_code == 200


def test_a_revoked_key_counts_on_the_address_again(service: Service) -> None:
    key_id, headers = service.make_key()
    service.send(headers=headers)
    with service.database.writing() as connection:
        revoke_key(connection, key_id, datetime.now(UTC))
    # The first refusal was still the key's; the address had one request before.
    assert service.statuses(6, headers=headers) == [401] * 5 + [429]


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", "unknown"),
        ("made up", "unknown"),
    ],
)
def test_a_network_of_ipv6_is_one_caller(address: str, counted_as: str) -> None:
    assert caller_network(address) == counted_as
