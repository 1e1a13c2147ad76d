"""The statements of a page are those that the decision about it shows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sqlalchemy import event

from service.app import make_context
from service.records.index.conditions import AnyOf
from service.records.index.listing import page
from service.records.index.selection import Selection
from service.settings import Settings
from service.storage.migrate import migrate

DECISION = Path(__file__).parents[2] / "docs/decisions/0013-let-the-database-plan.md"
FACILITY, STATE = AnyOf.of("facility", ("sohae",)), AnyOf.of("state", ("intact",))


def plain(statement: str) -> str:
    return re.sub(r"(?<=\() | (?=\))", "", " ".join(statement.split()))


def test_a_page_of_one_filter_and_of_two_is_read_by_the_statements_that_are_documented(
    sqlite_database: str,
) -> None:
    context = make_context(Settings(database_url=sqlite_database))
    migrate(context.database)
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(plain(statement))

    event.listen(context.engine, "before_cursor_execute", note)
    with context.database.reading() as connection:
        one = Selection("observation", (FACILITY,))
        page(connection, one, "sort_key", descending=True, after=("2018-06-12", "x"), limit=51)
        two = Selection("observation", (FACILITY, STATE))
        page(connection, two, "id", descending=False, after=None, limit=51)
    context.engine.dispose()
    documented = map(plain, re.findall(r"```sql\n(.*?)```", DECISION.read_text(), re.DOTALL))
    one_filter, position, two_filters = documented
    assert sent == [one_filter, position, position, two_filters]
