"""Idempotency-Key: a POST sent again does nothing again."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Event
from types import ModuleType

import pytest
from sqlalchemy import text
from werkzeug.test import TestResponse

from service.access.keys import create_key
from service.records import idempotency
from service.records.http import writes
from service.records.idempotency import idempotency_lock
from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, faults, nothing_stored

KEY = "c0ffee-1"
HEADERS = ("Location", "ETag", "Last-Modified", "Content-Type")


def send(
    service: Api, body: object, key: str = KEY, path: str = "sources", **options: object
) -> TestResponse:
    headers = {"Idempotency-Key": key, **options.pop("headers", {})}
    return service.post(path, body, headers=headers, **options)


def other_key(service: Api) -> str:
    with service.context.database.writing() as connection:
        return create_key(connection, "another desk", ["write"], None, datetime.now(UTC))[1]


def test_a_repeat_gets_the_first_success_again(service: Api) -> None:
    first = send(service, factories.source())
    assert first.status_code == 201
    with nothing_stored(service):
        again = send(service, factories.source())
    assert (again.status_code, again.data) == (201, first.data)
    assert [again.headers[name] for name in HEADERS] == [first.headers[name] for name in HEADERS]
    assert again.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers


def test_a_repeat_gets_the_first_success_also_after_the_record_changed(service: Api) -> None:
    first = send(service, factories.source(id="one"))
    service.revise("sources/one", title="Changed")
    assert send(service, factories.source(id="one")).data == first.data
    service.remove("sources/one")
    assert send(service, factories.source(id="one")).data == first.data


@pytest.mark.parametrize(("first", "second"), [("gzip", "identity"), ("identity", "gzip"), ("gzip", "gzip")])
def test_a_repeat_is_answered_in_the_coding_that_it_prefers(service: Api, first: str, second: str) -> None:
    body = factories.source(note="A note. " * 200)
    plain = service.read(send(service, body, headers={"Accept-Encoding": first}).headers["Location"])
    again = send(service, body, headers={"Accept-Encoding": second})
    assert again.headers.get("Content-Encoding", "identity") == second
    if second == "identity":
        assert again.json == plain
    tag = service.get(plain["self"], headers={"Accept-Encoding": second}).headers["ETag"]
    assert again.headers["ETag"] == tag


def test_white_space_makes_no_other_body(service: Api) -> None:
    first = send(service, b'{"title":"T","published":null,"kind":"report"}')
    again = send(service, b'{ "title": "T",\n "published": null, "kind": "report" }')
    assert again.data == first.data


def test_another_body_is_422(service: Api) -> None:
    send(service, factories.source())
    with nothing_stored(service):
        answer = send(service, factories.source(title="Another"))
        assert_problem(answer, 422, "idempotency-key-reused")


def test_the_same_body_for_another_type_is_422(service: Api) -> None:
    service.furnish()
    send(service, factories.facility(), path="facilities")
    with nothing_stored(service):
        answer = send(service, factories.facility(), path="systems")
        assert_problem(answer, 422, "idempotency-key-reused")


def test_a_key_belongs_to_the_api_key_that_it_came_with(service: Api) -> None:
    first = send(service, factories.source())
    second = service.post(
        "sources", factories.source(), key=other_key(service), headers={"Idempotency-Key": KEY}
    )
    assert second.status_code == 201
    assert first.json["id"] != second.json["id"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": "No kind"},
        factories.source(id="a-source"),
        factories.source(republishes="nowhere"),
    ],
    ids=["invalid", "taken", "bad reference"],
)
def test_what_failed_may_be_sent_again(service: Api, wrong: factories.Body) -> None:
    service.furnish()
    with nothing_stored(service):
        first, second = send(service, wrong), send(service, wrong)
    assert first.status_code == second.status_code != 201
    assert first.json == second.json
    # The key is still free, for what was meant.
    assert send(service, factories.source()).status_code == 201


def test_what_failed_may_succeed_later(service: Api) -> None:
    body = factories.source(republishes="later")
    assert faults(send(service, body)) == {("/republishes", "unknown_reference")}
    service.make("sources", id="later")
    assert send(service, body).status_code == 201


def test_a_response_is_stored_for_24_hours(service: Api) -> None:
    first = send(service, factories.source())
    age(service, hours=23.99)
    assert send(service, factories.source()).data == first.data
    age(service, hours=24.01)
    later = send(service, factories.source(title="Another"))
    assert later.status_code == 201
    with service.context.database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM idempotency_keys")).scalar_one() == 1


def age(service: Api, hours: float) -> None:
    then = (datetime.now(UTC) - timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    with service.context.database.writing() as connection:
        connection.execute(text("UPDATE idempotency_keys SET created_at = :then"), {"then": then})


def test_what_has_expired_is_forgotten_at_the_next_write(service: Api) -> None:
    send(service, factories.source(), key="old")
    age(service, hours=25)
    send(service, factories.source(), key="new")
    with service.context.database.reading() as connection:
        kept = connection.execute(text("SELECT idempotency_key FROM idempotency_keys")).scalars().all()
    assert kept == ["new"]


@pytest.mark.parametrize("key", ["", "two words", "ключ", "x" * 256])
def test_a_key_that_cannot_be_read_is_400(service: Api, key: str) -> None:
    with nothing_stored(service):
        answer = send(service, factories.source(), key=key.encode().decode("latin-1"))
        problem = assert_problem(answer, 400, "invalid-header")
    assert "Idempotency-Key" in problem["detail"]


def test_the_longest_key_is_accepted(service: Api) -> None:
    key = "".join(chr(0x21 + number % 94) for number in range(255))
    first = send(service, factories.source(), key=key)
    assert send(service, factories.source(), key=key).data == first.data


def test_put_patch_and_delete_need_no_key_and_pass_one_over(service: Api) -> None:
    headers = {"Idempotency-Key": KEY}
    assert service.put("sources/one", factories.source(), headers=headers).status_code == 201
    assert service.patch("sources/one", {"title": "Changed"}, headers=headers).status_code == 200
    assert service.delete("sources/one", headers=headers).status_code == 204


@contextmanager
def writes_held_up(service: Api) -> Iterator[None]:
    """Another writer holds the database's write lock meanwhile."""
    other = service.restarted()
    with other.context.database.writing():
        yield
    other.close()


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Set once a POST has gone so far that it holds its key."""
    draft, event = writes._draft, Event()

    def draft_and_tell(*arguments: object) -> object:
        event.set()
        return draft(*arguments)

    monkeypatch.setattr(writes, "_draft", draft_and_tell)
    return event


def test_a_repeat_while_the_first_runs_is_409(service: Api, begun: Event) -> None:
    with ThreadPoolExecutor(1) as thread:
        with writes_held_up(service):
            first = thread.submit(send, service, factories.source())
            assert begun.wait(60)
            answer = send(service, factories.source())
            assert_problem(answer, 409, "idempotency-in-progress")
            assert int(answer.headers["Retry-After"]) >= 1
            # Nor does another body get a say before it is known how the first went.
            assert_problem(send(service, factories.source(title="x")), 409, "idempotency-in-progress")
        assert first.result().status_code == 201
    assert send(service, factories.source()).data == first.result().data


def test_another_replica_meets_the_first_too(service: Api, begun: Event) -> None:
    replica = service.restarted()
    with ThreadPoolExecutor(1) as thread:
        with writes_held_up(service):
            first = thread.submit(send, service, factories.source())
            assert begun.wait(60)
            assert_problem(send(replica, factories.source()), 409, "idempotency-in-progress")
        assert send(replica, factories.source(), key="other").status_code == 201
        assert first.result().status_code == 201
    replica.close()


def test_a_key_is_free_again_when_its_request_has_ended(service: Api) -> None:
    (key,) = (token.split("_")[1] for scope, token in service.tokens.items() if scope == "write")
    for body in (factories.source(), {"title": "No kind"}):
        send(service, body)
        with idempotency_lock(service.context.database, key, KEY):
            assert_problem(send(service, body), 409, "idempotency-in-progress")
    with idempotency_lock(service.context.database, key, KEY):
        pass


def test_a_replay_does_not_wait_for_writers(service: Api) -> None:
    first = send(service, factories.source())
    with writes_held_up(service):
        assert send(service, factories.source()).data == first.data


def test_of_many_simultaneous_requests_with_one_key_one_writes(service: Api) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: send(service, factories.source()), range(24)))
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len({answer.data for answer in answers if answer.status_code == 201}) == 1
    assert len(service.read("changes")["items"]) == 1


def test_faulty_bodies_under_many_keys_do_not_use_up_the_connections(make_service) -> None:
    service = make_service(database_pool_size=2, busy_timeout_seconds=30.0)
    with ThreadPoolExecutor(2) as threads:
        wrong = [({"title": number}, f"key-{number}") for number in range(20)]
        answers = list(threads.map(lambda each: send(service, *each), wrong))
    assert {answer.status_code for answer in answers} == {422}


def test_requests_with_keys_need_one_connection_each(make_service) -> None:
    service = make_service(database_pool_size=1, busy_timeout_seconds=30.0)
    with ThreadPoolExecutor(8) as threads:
        bodies = [(factories.source(title=f"Number {number}"), f"key-{number}") for number in range(8)]
        answers = list(threads.map(lambda each: send(service, *each), bodies))
    assert [answer.status_code for answer in answers] == [201] * 8
    assert len(service.read("changes")["items"]) == 8


def end_sessions_with_locks(service: Api) -> None:
    """End every session of PostgreSQL that holds an advisory lock."""
    with service.context.database.engine.connect() as connection:
        ended = connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
        ).all()
    assert ended


@pytest.mark.parametrize(
    ("module", "step", "status"), [(writes, "_draft", 503), (idempotency, "_unlock", 201)]
)
def test_a_request_whose_session_ends_is_503_or_done_and_its_repeat_succeeds(
    make_service, monkeypatch: pytest.MonkeyPatch, module: ModuleType, step: str, status: int
) -> None:
    service = make_service()
    if service.context.database.is_sqlite:
        pytest.skip("SQLite has no sessions")
    other, real = make_service(), getattr(module, step)

    def lose_session(*arguments: object) -> object:
        monkeypatch.setattr(module, step, real)
        end_sessions_with_locks(other)
        return real(*arguments)

    monkeypatch.setattr(module, step, lose_session)
    # Before the write nothing is done; after it, what was answered stands.
    assert send(service, factories.source()).status_code == status
    assert send(service, factories.source()).status_code == 201
    assert len(service.read("changes")["items"]) == 1
