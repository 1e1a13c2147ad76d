"""What words take does not grow with the records that lack them, counted in steps of SQLite's machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection

from service.app import make_context
from service.evidence.left_out import records_not_public
from service.records.context import Context
from service.records.documents import draft
from service.records.http.words import words_asked
from service.records.index.listing import page
from service.records.index.public_days import Public
from service.records.index.selection import Selection
from service.records.writing import Writer
from service.settings import Settings
from service.storage.migrate import migrate
from tests.contracts import factories as a

FEW, MANY, WITH_THE_WORD = 300, 3000, 30
Query = Callable[[Connection], Any]


@pytest.fixture(scope="module")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Context]]:
    """A few and many letters, of as many of which a word is in the note; half were reported late."""
    made = {}
    for size in (FEW, MANY):
        folder = tmp_path_factory.mktemp(f"words-{size}")
        made[size] = make_context(
            replace(Settings(), database_url=f"sqlite:///{folder}/p.db", dataset="none")
        )
        _fill(made[size], size)
    yield made
    for context in made.values():
        context.engine.dispose()


def _fill(context: Context, size: int) -> None:
    migrate(context.database)
    with context.database.writing() as connection:
        writer = Writer(connection, context.registry, "tests")

        def put(kind: str, body: dict[str, Any]) -> None:
            writer.gather(
                draft(context.registry.named(kind), context.registry, body), body["id"], stored=None
            )

        put("source", a.source(id="early", published="2010-01-01"))
        put("source", a.source(id="late", published="2020-01-01"))
        writer.flush()
        for number in range(size):
            block, place = divmod(number, size // WITH_THE_WORD)
            put(
                "communication",
                a.communication(
                    id=f"c-{number}",
                    date=f"{2000 + number % 9}-{number % 12 + 1:02}-{number % 28 + 1:02}",
                    note="aardvark" if place == 0 else "basalt",
                    citations=[a.citation("late" if block % 2 else "early")],
                ),
            )
        writer.flush()


def _steps(context: Context, query: Query) -> int:
    """Return how many steps SQLite's machine takes, in hundreds."""
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    with context.database.reading(snapshot=True) as connection:
        driver: Any = connection.connection.dbapi_connection
        driver.set_progress_handler(count, 100)
        try:
            query(connection)
        finally:
            driver.set_progress_handler(None, 0)
    return counted


def _selection(*more: Public) -> Selection:
    return Selection("communication", (words_asked("aardvark").words, *more))


def _first_page(connection: Connection, *more: Public) -> None:
    rows = page(connection, _selection(*more), "sort_key", descending=True, after=None, limit=20)
    assert len(rows) == (15 if more else 20)


def _count(connection: Connection) -> None:
    assert records_not_public(connection, _selection(), "2015-01-01") == 15


@pytest.mark.parametrize(
    "query",
    [_first_page, lambda connection: _first_page(connection, Public("2015-01-01")), _count],
    ids=["first page", "first page of what was public", "count of what was not public"],
)
def test_ten_times_the_records_without_a_word_take_less_than_twice_the_work(
    contexts: dict[int, Context], query: Query
) -> None:
    few, many = (_steps(contexts[size], query) for size in (FEW, MANY))
    assert 0 < many < 2 * few
