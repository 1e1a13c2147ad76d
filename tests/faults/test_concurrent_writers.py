"""Many concurrent writers through real servers: the feed has no gaps or duplicates, and nothing is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from threading import Event
from typing import Any

import httpx
import pytest

from service.access.keys import create_key
from service.app import make_context
from service.settings import Settings
from tests.contracts import factories
from tests.servers import client_of_threads, run_server

WRITERS = 8
WRITES = 6


@dataclass
class Server:
    client: httpx.Client

    def write(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        return self.client.request(method, f"/v1/{path}", json=body, headers=headers)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Three workers of four threads each: few enough for writers to meet within a worker and across workers.

    The source that records cite is there.
    """
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('writers')}/peninsula.db"
    else:
        postgresql = request.getfixturevalue("postgresql_server")
        url = postgresql.url(postgresql.create_database())
    settings = {"workers": 3, "threads": 4, "dataset": "none", "busy_timeout_seconds": 60}
    with run_server(url, **settings) as running:
        authorization = {"Authorization": f"Bearer {make_token(url)}"}
        with client_of_threads(running.url, authorization) as client:
            started = Server(client)
            assert started.write("PUT", f"sources/{factories.SOURCE}", factories.source()).status_code == 201
            yield started


def make_token(url: str) -> str:
    context = make_context(Settings(database_url=url))
    with context.database.writing() as connection:
        _, token = create_key(connection, "writers", ["write"], None, datetime.now(UTC))
    context.engine.dispose()
    return token


def last_change(server: Server) -> int:
    after = -1
    while (page := server.client.get(f"/v1/changes?after={max(after, 0)}&limit=500").json())[
        "next_after"
    ] != after:
        after = page["next_after"]
    return after


def follow(server: Server, query: str, after: int, stopped: Event) -> list[dict[str, Any]]:
    """Return the entries that a client gets that polls until the writers are done, and then once more."""
    entries: list[dict[str, Any]] = []
    while True:
        is_last = stopped.is_set()
        page = server.client.get(f"/v1/changes?after={after}&limit=7{query}").json()
        entries += page["items"]
        assert page["next_after"] >= after
        if is_last and page["next_after"] == after:
            return entries
        after = page["next_after"]


def write_a_life(server: Server, writer: int) -> Counter[str]:
    """Create, change and delete records, the writer's own and shared ones; counts the operations."""
    done: Counter[str] = Counter()
    for number in range(WRITES):
        own = f"sources/own-{writer}-{number}"
        created = server.write("PUT", own, factories.source())
        assert created.status_code == 201, created.text
        tag = {"If-Match": created.headers["ETag"]}
        changed = server.write("PUT", own, factories.source(title="Changed"), **tag)
        assert changed.status_code == 200, changed.text
        done.update(created=1, updated=1)
        if number % 2:
            assert server.write("DELETE", own, **{"If-Match": "*"}).status_code == 204
            done.update(deleted=1)
        named = server.write("POST", "systems", factories.system(name="Shared"))
        assert named.status_code == 201, named.text
        done.update(created=1)
        refused = server.write("PUT", f"sources/never-{writer}", factories.source(republishes="nowhere"))
        assert refused.status_code == 422
    return done


def test_a_reader_of_the_feed_sees_every_change_once(server: Server) -> None:
    before, stopped = last_change(server), Event()
    with ThreadPoolExecutor(WRITERS + 2) as threads:
        everything = threads.submit(follow, server, "", before, stopped)
        systems = threads.submit(follow, server, "&type=system", before, stopped)
        lives = [threads.submit(write_a_life, server, writer) for writer in range(WRITERS)]
        try:
            done = sum((life.result() for life in lives), Counter())
        finally:
            stopped.set()
        seen, seen_systems = everything.result(), systems.result()
    numbers = [entry["seq"] for entry in seen]
    assert numbers == list(range(before + 1, before + done.total() + 1))
    assert Counter(entry["operation"] for entry in seen) == done
    assert all(one["recorded_at"] < other["recorded_at"] for one, other in pairwise(seen))
    assert seen_systems == [entry for entry in seen if entry["type"] == "system"]
    ids = [entry["id"] for entry in seen_systems]
    assert len(set(ids)) == len(ids) == WRITERS * WRITES
    # What every worker answers now is what the feed reported.
    deleted = {entry["id"] for entry in seen if entry["operation"] == "deleted"}
    kept = {entry["id"] for entry in seen if entry["type"] == "source"} - deleted
    listed = server.client.get("/v1/sources?limit=500&fields=id").json()["items"]
    assert {item["id"] for item in listed if item["id"].startswith("own-")} == kept


def test_what_is_cited_while_others_write_is_answered_alike_afterwards(server: Server) -> None:
    stopped = Event()

    def cite(query: str) -> list[tuple[str, Any]]:
        """Return the pinned URL and the items of what is answered until the writers are done."""
        cited: dict[str, Any] = {}
        while not stopped.is_set():
            # Every other one may be a kept answer.
            for headers in ({"Cache-Control": "no-cache"}, {}):
                answer = server.client.get(f"/v1/{query}", headers=headers)
                assert answer.status_code == 200, answer.text
                url = answer.links["cite-as"]["url"]
                assert cited.setdefault(url, answer.json()["items"]) == answer.json()["items"]
        return list(cited.items())

    queries = ("sources?limit=500", "sources?limit=500&q=changed", "systems?limit=20&count=true", "timeline")
    with ThreadPoolExecutor(WRITERS + len(queries)) as threads:
        readers = [threads.submit(cite, query) for query in queries]
        lives = [threads.submit(cite_a_life, server, writer) for writer in range(WRITERS)]
        try:
            for life in lives:
                life.result()
        finally:
            stopped.set()
        cited = [pair for reader in readers for pair in reader.result()]
    assert len(cited) > 2 * len(queries), "nothing was written meanwhile"
    for url, items in cited:
        assert server.client.get(url).json()["items"] == items, url


def cite_a_life(server: Server, writer: int) -> None:
    for number in range(WRITES):
        own = f"sources/cited-{writer}-{number}"
        assert server.write("PUT", own, factories.source()).status_code == 201
        changed = server.write("PUT", own, factories.source(title="Changed"), **{"If-Match": "*"})
        assert changed.status_code == 200, changed.text
        if number % 2:
            assert server.write("DELETE", own, **{"If-Match": "*"}).status_code == 204


def test_with_if_match_no_update_is_lost(server: Server) -> None:
    assert server.write("PUT", "sources/tally", factories.source(authors=["start"])).status_code == 201

    def add(writer: int) -> int:
        refused = 0
        for number in range(4):
            while True:
                read = server.client.get("/v1/sources/tally")
                body = read.json() | {"authors": [*read.json()["authors"], f"{writer}-{number}"]}
                answer = server.write("PUT", "sources/tally", body, **{"If-Match": read.headers["ETag"]})
                if answer.status_code == 200:
                    break
                assert answer.status_code == 412, answer.text
                refused += 1
        return refused

    with ThreadPoolExecutor(6) as threads:
        refused = sum(threads.map(add, range(6)))
    tally = server.client.get("/v1/sources/tally").json()
    assert sorted(tally["authors"][1:]) == sorted(
        f"{writer}-{number}" for writer in range(6) for number in range(4)
    )
    assert tally["revision"] == 1 + 24
    assert refused > 0, "the writers never met"


def test_of_many_posts_with_one_idempotency_key_one_writes(server: Server) -> None:
    def post(_: int) -> httpx.Response:
        while True:
            answer = server.write("POST", "sources", factories.source(), **{"Idempotency-Key": "same"})
            if answer.status_code != 409:
                return answer

    before = last_change(server)
    with ThreadPoolExecutor(WRITERS) as threads:
        answers = list(threads.map(post, range(24)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sum("Idempotency-Replayed" not in answer.headers for answer in answers) == 1
    assert last_change(server) == before + 1
