"""Who may do what over HTTP, and whose name stands in the history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from service.access.keys import create_key, revoke_key
from service.storage.tables import metadata
from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, nothing_stored

UNKNOWN = f"pen_{'0' * 12}_{'0' * 64}"
WRITES: dict[str, Callable[..., object]] = {
    "POST": lambda service, key: service.post("sources", factories.source(), key=key),
    "PUT": lambda service, key: service.put("sources/new", factories.source(), key=key),
    "PATCH": lambda service, key: service.patch("sources/a-source", {"title": "x"}, key=key),
    "DELETE": lambda service, key: service.delete("systems/a-system", key=key),
}
READS = (
    "/v1",
    "/v1/sources",
    "/v1/sources/a-source",
    "/v1/sources/a-source/revisions",
    "/v1/sources/a-source/revisions/1",
    "/v1/changes",
)


def make_key(service: Api, *, expires: datetime | None = None, owner: str = "desk") -> tuple[str, str]:
    """The id and token of a key that may write."""
    with service.context.database.writing() as connection:
        key, token = create_key(connection, owner, ["write"], expires, datetime.now(UTC))
    return key.id, token


@pytest.mark.parametrize("method", WRITES)
def test_no_write_without_a_key(service: Api, method: str) -> None:
    service.furnish()
    with nothing_stored(service):
        answer = WRITES[method](service, None)
        assert_problem(answer, 401, "unauthorized")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="peninsula"'


@pytest.mark.parametrize("method", WRITES)
def test_a_key_that_may_only_read_gets_403_with_the_scope_that_is_missing(service: Api, method: str) -> None:
    service.furnish()
    with nothing_stored(service):
        answer = WRITES[method](service, "read")
        assert_problem(answer, 403, "forbidden")
    assert 'error="insufficient_scope", scope="write"' in answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize("scope", ["write", "admin"])
@pytest.mark.parametrize("method", WRITES)
def test_a_key_with_the_scope_may_write(service: Api, method: str, scope: str) -> None:
    service.furnish()
    assert WRITES[method](service, scope).status_code in (200, 201, 204)


def test_a_write_is_refused_before_its_body_is_looked_at(service: Api) -> None:
    assert_problem(service.post("sources", b"{", key=None), 401, "unauthorized")
    assert_problem(service.post("sources?x=y", b"{", key="read"), 403, "forbidden")


def test_an_expired_key_is_401(service: Api) -> None:
    _, token = make_key(service, expires=datetime.now(UTC) + timedelta(days=1))
    assert service.get("sources", key=token).status_code == 200
    with service.context.database.writing() as connection:
        connection.execute(
            text("UPDATE api_keys SET expires_at = '2020-01-01T00:00:00.000000Z' WHERE owner = 'desk'")
        )
    with nothing_stored(service):
        answer = service.post("sources", factories.source(), key=token)
        assert_problem(answer, 401, "unauthorized")
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


def test_a_revoked_key_is_401_at_once(service: Api) -> None:
    key_id, token = make_key(service)
    assert service.post("sources", factories.source(id="one"), key=token).status_code == 201
    with service.context.database.writing() as connection:
        assert revoke_key(connection, key_id, datetime.now(UTC))
    with nothing_stored(service):
        assert_problem(service.post("sources", factories.source(id="two"), key=token), 401, "unauthorized")


@pytest.mark.parametrize("path", [*READS, "/healthz", "/problems", "/v1/nothing", "/nowhere"])
@pytest.mark.parametrize("method", ["GET", "OPTIONS", "POST"])
def test_an_invalid_key_is_401_on_any_request(service: Api, path: str, method: str) -> None:
    answer = service.send(method, path, key=UNKNOWN)
    assert answer.status_code == 401
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize(
    "authorization", ["Basic dTpw", "bearer a b", "Token x", "Bearer \xe9", "pen_x", "Basic ", "Bearer=x"]
)
def test_an_authorization_that_cannot_be_read_is_401(service: Api, authorization: str) -> None:
    answer = service.get("sources", headers={"Authorization": authorization})
    assert_problem(answer, 401, "unauthorized")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("authorization", ["", " ", "Bearer", "Bearer ", "bearer  "])
def test_an_authorization_without_a_key_is_as_none(
    service: Api, make_service: Callable[..., Api], authorization: str
) -> None:
    headers = {"Authorization": authorization}
    assert service.get("sources", headers=headers).status_code == 200
    assert service.get("/healthz", headers=headers).status_code == 200
    for answer in (
        service.post("sources", factories.source(), key=None, headers=headers),
        make_service(read_access="key").get("sources", headers=headers),
    ):
        assert_problem(answer, 401, "unauthorized")
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="peninsula"'


def test_a_key_of_the_right_id_with_another_secret_is_401(service: Api) -> None:
    _, token = make_key(service)
    wrong = token[:-1] + ("0" if token[-1] != "0" else "1")
    assert_problem(service.get("sources", key=wrong), 401, "unauthorized")


@pytest.mark.parametrize("path", READS)
def test_reads_are_public_by_default(service: Api, path: str) -> None:
    service.furnish()
    assert service.get(path).status_code == 200


@pytest.mark.parametrize("path", READS)
def test_read_access_key_closes_reads(make_service: Callable[..., Api], path: str) -> None:
    service = make_service(read_access="key")
    service.put("sources/a-source", factories.source())
    for answer in (service.get(path), service.head(path)):
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="peninsula"'
    for scope in ("read", "write", "admin"):
        assert service.get(path, key=scope).status_code == 200


def test_what_is_not_of_the_record_stays_open_when_reads_are_closed(make_service: Callable[..., Api]) -> None:
    service = make_service(read_access="key")
    for path in ("/healthz", "/problems", "/problems/not-found"):
        assert service.get(path).status_code == 200


def test_the_history_names_the_authors(service: Api) -> None:
    tokens = {owner: make_key(service, owner=owner)[1] for owner in ("Ada", "김 기자")}
    service.post("sources", factories.source(id="one"), key=tokens["Ada"])
    service.patch("sources/one", {"title": "Changed"}, key=tokens["김 기자"])
    service.delete("sources/one", key=tokens["Ada"])
    entries = service.read("sources/one/revisions")["items"]
    assert [(entry["operation"], entry["actor"]) for entry in entries] == [
        ("deleted", "Ada"),
        ("updated", "김 기자"),
        ("created", "Ada"),
    ]


def test_only_a_hash_of_a_key_is_in_the_database(service: Api) -> None:
    _, token = make_key(service)
    secret = token.rpartition("_")[2]
    service.post("sources", factories.source(), key=token, headers={"Idempotency-Key": "k"})
    with service.context.database.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(table.select()):
                assert secret not in str(tuple(row))


def test_no_answer_repeats_the_key(service: Api) -> None:
    _, token = make_key(service)
    for answer in (
        service.post("sources", factories.source(), key=token),
        service.get("sources", key=token[:-1]),
        service.post("sources", {}, key=token),
    ):
        assert token[:-1].rpartition("_")[2] not in answer.text + str(answer.headers)
