"""An import that the database cannot take: what is written beside the reading fails, and nothing of it stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from service.app import make_context
from service.exchange.entries import ImportEntry
from service.exchange.importing import BATCH, import_entries
from service.records.context import Context
from service.settings import Settings
from service.storage.migrate import migrate
from tests.contracts import factories

SOURCES = [
    ImportEntry({"line": number}, "source", factories.source(id=f"source-{number}"))
    for number in range(1, 3 * BATCH)
]


def test_an_import_that_fills_the_disk_leaves_nothing_and_a_later_one_begins_where_it_did(
    tmp_path: Path,
) -> None:
    context = make_context(Settings(database_url=f"sqlite:///{tmp_path / 'full.db'}"))
    migrate(context.database)
    import_entries(context, lambda _: SOURCES[:10], "tester")
    context.engine.dispose()
    # The disk is full a few pages on.
    event.listen(context.engine, "connect", _leave_no_room)
    with pytest.raises(OperationalError, match="full"):
        import_entries(context, lambda _: SOURCES, "tester")
    assert _changes(context) == list(range(1, 11))
    event.remove(context.engine, "connect", _leave_no_room)
    context.engine.dispose()
    report = import_entries(context, lambda _: SOURCES, "tester")
    assert (report.count("unchanged"), report.count("created")) == (10, len(SOURCES) - 10)
    assert _changes(context) == list(range(1, len(SOURCES) + 1))
    context.engine.dispose()


def _leave_no_room(connection: Any, _record: Any) -> None:
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 50}")


def _changes(context: Context) -> list[int]:
    with context.database.reading() as connection:
        return list(connection.execute(text("SELECT seq_from FROM revisions ORDER BY seq_from")).scalars())
