"""Reads that a replica ends, and what it must hold to be asked at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from service.app import make_context
from service.cache.version_token import version_token
from service.dataset.loading import bundled, load
from service.records import replica_reads
from service.records.context import Context
from service.records.index_formats import instants_of, present_state
from service.records.replica_reads import has_caught_up
from service.settings import Settings
from service.storage.migrate import migrate
from tests.postgresql import replica_of, run_postgresql
from tests.servers import wait_until


@pytest.fixture(scope="module")
def context() -> Iterator[Context]:
    """A record of the seed set that a replica has too."""
    with run_postgresql() as primary, replica_of(primary) as replica:
        name = primary.create_database()
        context = make_context(
            Settings(database_url=primary.url(name), database_read_url=replica.server.url(name))
        )
        migrate(context.database)
        load(context, bundled("seed"), "tests")
        replica.catch_up(primary)
        yield context
        context.engine.dispose()
        assert context.database.replica
        context.database.replica.engine.dispose()


class Reading:
    """A read that does something to its connection when the replica answers it; remembers who was asked."""

    def __init__(self, context: Context, at_replica: str = "SELECT 1") -> None:
        self.context, self.at_replica = context, at_replica
        self.asked: list[str] = []

    def __call__(self) -> list[str]:
        replica = self.context.database.replica
        assert replica
        return replica.answering(lambda _: True, self._read)

    def _read(self) -> list[str]:
        with self.context.database.reading(snapshot=True) as connection:
            is_replica = connection.execute(text("SELECT pg_is_in_recovery()")).scalar()
            self.asked.append("replica" if is_replica else "primary")
            if is_replica:
                connection.execute(text(self.at_replica))
        return self.asked


def test_a_read_that_the_replica_cancels_is_repeated_on_the_primary(context: Context) -> None:
    wait_until(lambda: Reading(context)() == ["replica"], "the replica is read")
    assert Reading(context, "SELECT pg_terminate_backend(pg_backend_pid())")() == ["replica", "primary"]
    wait_until(lambda: Reading(context)() == ["replica"], "the replica is read again")


def test_a_read_cancelled_by_replication_is_repeated_and_the_replica_stays_in_use(context: Context) -> None:
    wait_until(lambda: Reading(context)() == ["replica"], "the replica is read")
    conflict = "DO $$ BEGIN RAISE EXCEPTION 'conflict with recovery' USING ERRCODE = '40001'; END $$"
    assert Reading(context, conflict)() == ["replica", "primary"]
    assert Reading(context)() == ["replica"]


def test_a_read_that_times_out_is_not_repeated(context: Context) -> None:
    wait_until(lambda: Reading(context)() == ["replica"], "the replica is read")
    reading = Reading(context, "SELECT pg_cancel_backend(pg_backend_pid())")
    with pytest.raises(OperationalError):
        reading()
    assert reading.asked == ["replica"]


def test_the_replica_is_read_only_where_it_is_allowed(context: Context) -> None:
    wait_until(lambda: Reading(context)() == ["replica"], "the replica is read")
    assert Reading(context)._read() == ["primary"]


def test_a_replica_has_caught_up_if_it_has_that_change(context: Context) -> None:
    replica = context.database.replica
    assert replica
    with replica.engine.connect() as connection:
        change, instants = present_state(connection)
        first, indexed_at, covered_at = connection.execute(
            text(
                "SELECT (SELECT min(recorded_at) FROM revisions), (SELECT max(completed_at) FROM index_formats),"
                " (SELECT max(recorded_at) FROM coverage)"
            )
        ).one()
        assert has_caught_up(connection, version_token(change, instants))
        assert has_caught_up(connection, version_token(1, instants_of(first, indexed_at, covered_at)))
        assert not has_caught_up(connection, version_token(change + 1, "2026-01-01T00:00:00.000000Z"))
        # The same number in another history: the primary was set back to a backup.
        assert not has_caught_up(connection, version_token(change, "2026-01-01T00:00:00.000000Z"))
        # An empty record: whatever the replica holds is older.
        assert not has_caught_up(connection, version_token(0, ""))


def test_a_replica_with_another_schema_has_not_caught_up(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    replica = context.database.replica
    assert replica
    with replica.engine.connect() as connection:
        token = version_token(*present_state(connection))
        assert has_caught_up(connection, token)
        monkeypatch.setattr(replica_reads, "_newest_schema", lambda: "9999")
        assert not has_caught_up(connection, token)


def test_a_replica_without_tables_has_not_caught_up(context: Context) -> None:
    assert context.database.replica
    url = context.database.replica.engine.url.set(database="postgres")
    engine = create_engine(url)
    with engine.connect() as connection:
        assert not has_caught_up(connection, version_token(1, "2026-01-01T00:00:00.000000Z"))
    engine.dispose()
