"""Deriving ids, and what they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, text

from service.app import RECORD_TYPES
from service.records.identifiers import MAX_LENGTH, derive_id
from service.records.record_type import Registry
from service.storage.engine import Database, make_engine
from service.storage.migrate import migrate

REGISTRY = Registry(RECORD_TYPES)
PARADE = REGISTRY.named("parade")


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    database = Database(make_engine(database_url))
    migrate(database)
    with database.writing() as connection:
        yield connection
    database.engine.dispose()


def parade(title: str, earliest: str | None = None, latest: str | None = None) -> dict[str, Any]:
    return {"title": title, "date_earliest": earliest, "date_latest": latest}


def take(connection: Connection, *ids: str) -> None:
    for number, record_id in enumerate(ids, 1):
        connection.execute(
            text(
                "INSERT INTO revisions (seq_from, type, id, revision, operation, recorded_at, actor) "
                "VALUES (:seq, 'parade', :id, 1, 'deleted', :seq_text, 'x')"
            ),
            {"seq": number, "id": record_id, "seq_text": str(number)},
        )


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (None, None, "day"),
        ("2018-09-09", "2018-09-09", "day-2018-09-09"),
        ("2018-02-01", "2018-02-28", "day-2018-02"),
        ("2020-02-01", "2020-02-29", "day-2020-02"),
        ("2020-02-01", "2020-02-28", "day-2020-02-01-2020-02-28"),
        ("2018-01-01", "2018-12-31", "day-2018"),
        ("2010-01-01", "2019-12-31", "day-2010-01-01-2019-12-31"),
        (None, "2018-07-31", "day-2018-07-31"),
        ("2018-07-01", None, "day-2018-07-01"),
    ],
)
def test_dates_are_written_as_short_as_they_can_be(
    connection: Connection, earliest: str | None, latest: str | None, expected: str
) -> None:
    assert derive_id(connection, PARADE, parade("Day", earliest, latest)) == expected


def test_the_first_free_number_is_used(connection: Connection) -> None:
    take(connection, "day", "day-2", "day-4", "day-20", "day-x", "daylight-3")
    assert derive_id(connection, PARADE, parade("Day")) == "day-3"


def test_a_title_without_a_letter_gives_the_name_of_the_type(connection: Connection) -> None:
    assert derive_id(connection, PARADE, parade("…")) == "parade"


@pytest.mark.parametrize("title", ["a" * 300, "ab " * 100, "한" * 300, "-" * 300, "a" + "-" * 100 + "b"])
def test_an_id_is_a_slug_with_room_for_a_number(connection: Connection, title: str) -> None:
    first = derive_id(connection, PARADE, parade(title, "2018-07-20", "2018-07-22"))
    take(connection, first, *(f"{first}-{number}" for number in range(2, 1000)))
    made = derive_id(connection, PARADE, parade(title, "2018-07-20", "2018-07-22"))
    assert made == f"{first}-1000"
    assert len(made) <= MAX_LENGTH
