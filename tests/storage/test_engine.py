"""Transactions: readers see one state, writers come one after another, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, OperationalError

from service.storage.engine import Database, DatabaseGone, make_engine
from service.storage.postgresql import patience
from tests.servers import wait_until


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(make_engine(database_url))
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE numbers (number INTEGER PRIMARY KEY)"))
    yield database
    database.engine.dispose()


def add(connection: Connection) -> None:
    connection.execute(text("INSERT INTO numbers SELECT coalesce(max(number), 0) + 1 FROM numbers"))


def count(connection: Connection) -> int:
    return connection.execute(text("SELECT count(*) FROM numbers")).scalar_one()


def test_sqlite_writes_ahead_waits_and_checks_foreign_keys(sqlite_database: str) -> None:
    database = Database(make_engine(sqlite_database, busy_timeout_seconds=2.5))
    for connect in (database.reading, database.writing):
        with connect() as connection:
            pragmas = {
                name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
                for name in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
            }
        assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 2500, "synchronous": 2}
    database.engine.dispose()


def test_postgresql_waits_for_locks_as_long_as_set_and_counts_in_utc(postgresql_database: str) -> None:
    database = Database(make_engine(postgresql_database, busy_timeout_seconds=2.5))
    with database.reading() as connection:
        assert connection.execute(text("SHOW lock_timeout")).scalar_one() == "2500ms"
        assert connection.execute(text("SHOW timezone")).scalar_one() == "UTC"
    database.engine.dispose()


def test_a_committed_write_is_stored(database: Database) -> None:
    with database.writing() as connection:
        add(connection)
    with database.reading() as connection:
        assert count(connection) == 1


def test_a_write_that_fails_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.writing() as connection:
            add(connection)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.reading() as connection:
        assert count(connection) == 0


def test_a_snapshot_sees_one_state_whatever_is_written_meanwhile(database: Database) -> None:
    with database.reading(snapshot=True) as reader:
        assert count(reader) == 0
        with database.writing() as writer:
            add(writer)
        assert count(reader) == 0
    with database.reading(snapshot=True) as reader:
        assert count(reader) == 1


def test_a_reader_sees_nothing_of_an_uncommitted_write(database: Database) -> None:
    with database.writing() as writer:
        add(writer)
        with database.reading() as reader:
            assert count(reader) == 0


def test_writers_are_serialised(database: Database) -> None:
    together = Barrier(4)

    def write(_: int) -> None:
        together.wait()
        for _ in range(5):
            with database.writing() as connection:
                add(connection)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, range(4)))
    with database.reading() as connection:
        assert connection.execute(text("SELECT max(number) FROM numbers")).scalar_one() == 20


def test_waiting_for_another_writer_times_out(database_url: str, database: Database) -> None:
    hasty = Database(make_engine(database_url, busy_timeout_seconds=0.05))
    with database.writing(), pytest.raises(DBAPIError, match=r"locked|lock timeout"), hasty.writing():
        pytest.fail("two writers at once")
    with hasty.writing() as connection:
        add(connection)
    hasty.engine.dispose()


def test_a_busy_timeout_of_zero_does_not_wait_forever(database_url: str, database: Database) -> None:
    hasty = Database(make_engine(database_url, busy_timeout_seconds=0))
    with database.writing(), pytest.raises(DBAPIError, match=r"locked|lock timeout"), hasty.writing():
        pytest.fail("two writers at once")
    hasty.engine.dispose()


# Each would run for hours.
ENDLESS = {
    True: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    False: "SELECT count(*) FROM generate_series(1, 10000000000000) n",
}


def test_a_statement_that_takes_too_long_is_ended_and_the_connection_stays_usable(database_url: str) -> None:
    database = Database(make_engine(database_url, statement_timeout_seconds=0.3))
    try:
        with database.reading() as connection:
            for _ in range(2):
                with pytest.raises(OperationalError):
                    connection.execute(text(ENDLESS[database.is_sqlite]))
            assert connection.execute(text("SELECT 1")).scalar_one() == 1
    finally:
        database.engine.dispose()


def test_fetching_rows_counts_towards_the_statement_timeout_on_sqlite(sqlite_database: str) -> None:
    database = Database(make_engine(sqlite_database, statement_timeout_seconds=0.3))
    try:
        with database.reading() as connection:
            rows = connection.execution_options(stream_results=True).execute(
                text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n")
            )
            with pytest.raises(OperationalError):
                for _ in rows:
                    pass
    finally:
        database.engine.dispose()


def test_the_timeout_can_be_lifted_for_a_transaction(database_url: str) -> None:
    database = Database(make_engine(database_url, statement_timeout_seconds=0.05))
    some_seconds = {
        True: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000) SELECT count(*) FROM n",
        False: "SELECT count(*) FROM generate_series(1, 1000000) n, pg_sleep(0.2)",
    }
    try:
        with database.writing() as connection, patience(0.1), database.unhurried(connection):
            assert connection.execute(text(some_seconds[database.is_sqlite])).scalar_one() == 1_000_000
        with database.writing() as connection, pytest.raises(OperationalError):
            connection.execute(text(ENDLESS[database.is_sqlite]))
    finally:
        database.engine.dispose()


def test_a_database_that_fails_a_probe_is_not_used_until_it_answers(database: Database) -> None:
    with pytest.raises(DBAPIError), database.probing() as connection:
        connection.execute(text("SELECT * FROM nowhere"))
    for connect in (database.reading, database.writing):
        with pytest.raises(DatabaseGone), connect():
            pass
    with database.probing() as connection:
        assert count(connection) == 0
    with database.writing() as connection:
        add(connection)


def test_waiting_for_postgresql_ends_at_its_limit(postgresql_database: str) -> None:
    database = Database(make_engine(postgresql_database))
    with pytest.raises(DBAPIError) as raised, patience(0.2), database.reading() as connection:
        connection.execute(text("SELECT pg_sleep(30)"))
    assert raised.value.connection_invalidated
    with database.reading() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
    database.engine.dispose()


def test_a_failed_probe_interrupts_threads_that_wait(postgresql_database: str) -> None:
    database = Database(make_engine(postgresql_database))

    def wait_long() -> None:
        with database.reading() as connection:
            connection.execute(text("SELECT pg_sleep(60)"))

    def is_waiting() -> bool:
        with database.reading() as connection:
            asleep = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(60)%'"
            return bool(connection.execute(text(asleep)).scalar_one())

    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(wait_long)
        wait_until(is_waiting, "somebody waits")
        with pytest.raises(DBAPIError), database.probing() as connection:
            connection.execute(text("SELECT * FROM nowhere"))
        with pytest.raises(DBAPIError):
            waiting.result(timeout=30)
    database.engine.dispose()


def test_a_connection_that_postgresql_closed_is_replaced_with_the_whole_pool(
    postgresql_database: str,
) -> None:
    database = Database(make_engine(postgresql_database))

    def processes() -> set[int]:
        with database.reading() as one, database.reading() as other:
            return {each.execute(text("SELECT pg_backend_pid()")).scalar_one() for each in (one, other)}

    before = processes()
    assert processes() == before
    ending = make_engine(postgresql_database)
    with ending.connect() as connection:
        for process in before:
            connection.execute(text("SELECT pg_terminate_backend(:process, 5000)"), {"process": process})
    ending.dispose()
    assert processes().isdisjoint(before)
    database.engine.dispose()
