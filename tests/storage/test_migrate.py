"""Migrations: from nothing to exactly the tables that the code is written for, however many start at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from service.app import make_context
from service.dataset.files import bundled
from service.dataset.loading import load
from service.settings import Settings
from service.storage.engine import Database, make_engine
from service.storage.migrate import SchemaTooNew, current_revision, migrate, newest_revision
from service.storage.tables import metadata
from tests.servers import REPOSITORY

# What no table definition can say, and each migration writes in the dialect's own words.
FULL_TEXT = ("texts_index", "ix_texts_words")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(make_engine(database_url))
    yield database
    database.engine.dispose()


def is_ours(item: Any, name: str | None, *_: Any) -> bool:
    return not (name or "").startswith(FULL_TEXT)


def schema_of(connection: Connection) -> set[tuple[Any, ...]]:
    """Every table, column and index as the database itself describes it, but for the full-text index."""
    if connection.dialect.name == "sqlite":
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        found = {(name, " ".join(sql.split())) for name, sql in rows}
    else:
        found = {
            tuple(row)
            for statement in (
                "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
                "SELECT table_name, column_name, ordinal_position, data_type, is_nullable, column_default, "
                "collation_name FROM information_schema.columns WHERE table_schema = 'public'",
                "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
                "WHERE connamespace = 'public'::regnamespace",
                "SELECT objoid::regclass::text, objsubid, description FROM pg_description "
                "WHERE objoid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)",
            )
            for row in connection.execute(text(statement))
        }
    return {row for row in found if not row[0].startswith((*FULL_TEXT, "alembic"))}


def test_an_empty_database_gets_the_newest_schema(database: Database) -> None:
    migrate(database)
    with database.reading() as connection:
        assert current_revision(connection) == newest_revision()


def test_migrating_again_changes_nothing(database: Database) -> None:
    migrate(database)
    with database.reading() as connection:
        before = connection.execute(text("SELECT value FROM service_secrets")).scalars().all()
    migrate(database)
    with database.reading() as connection:
        assert connection.execute(text("SELECT value FROM service_secrets")).scalars().all() == before


def test_the_migrations_make_exactly_the_tables_that_the_code_declares(database: Database) -> None:
    migrate(database)
    with database.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": is_ours, "include_name": is_ours, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []


def test_collations_partial_indexes_and_names_are_those_declared_too(database: Database) -> None:
    migrate(database)
    with database.writing() as connection:
        migrated = schema_of(connection)
        for name in inspect(connection).get_table_names():
            if not name.startswith("texts_index_"):
                connection.execute(text(f"DROP TABLE {name}"))
        metadata.create_all(connection)
        assert migrated == schema_of(connection)


def test_no_migration_imports_what_may_change(database: Database) -> None:
    versions = REPOSITORY / "service" / "storage" / "migrations" / "versions"
    for version in versions.glob("[0-9]*.py"):
        assert "from service" not in version.read_text(), version.name


def test_several_processes_may_migrate_an_empty_database_at_once(
    database_url: str, database: Database
) -> None:
    script = (
        "import sys; from service.storage.engine import Database, make_engine; "
        "from service.storage.migrate import migrate; sys.stdin.read(); "
        "migrate(Database(make_engine(sys.argv[1], busy_timeout_seconds=60)))"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", script, database_url],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    # Each has loaded its code when it reads the end of its input.
    outcomes = [process.communicate(timeout=120)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 6, outcomes
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM service_secrets")).scalar_one() == 1


def test_a_schema_that_is_too_new_is_refused_and_not_changed(database: Database) -> None:
    migrate(database)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaTooNew, match="schema 9999, which this release does not know: start the newer"):
        migrate(database)
    with database.reading() as connection:
        assert current_revision(connection) == "9999"


def test_a_failed_migration_is_rolled_back(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        migrate(database)
    monkeypatch.undo()
    with database.reading() as connection:
        assert inspect(connection).get_table_names() == []
    migrate(database)


def test_a_missing_folder_is_created_for_sqlite(tmp_path: Path) -> None:
    database = Database(make_engine(f"sqlite:///{tmp_path}/new/folder/peninsula.db"))
    migrate(database)
    database.engine.dispose()
    assert (tmp_path / "new" / "folder" / "peninsula.db").exists()


def test_changes_from_before_the_chain_get_the_hashes_that_writing_them_would_have_given(
    database_url: str, database: Database
) -> None:
    migrate(database)
    context = make_context(Settings(database_url=database_url))
    load(context, bundled("seed"), "tests")
    context.engine.dispose()
    chains = text("SELECT chain FROM revisions ORDER BY seq_from")
    with database.reading() as connection:
        written = list(connection.execute(chains).scalars())
    with database.writing() as connection:
        connection.execute(text("DROP TABLE coverage"))
        connection.execute(text("ALTER TABLE revisions DROP COLUMN chain"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))
    migrate(database)
    with database.reading() as connection:
        assert list(connection.execute(chains).scalars()) == written
        assert len(set(written)) == len(written) > 10
