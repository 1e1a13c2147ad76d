"""The application on a database of one size: called in this process, timed, its work counted."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import Any

from itsdangerous import URLSafeSerializer
from sqlalchemy import event, text

from benchmarks.application import Application, Query, Times
from benchmarks.population import FIRST_DAY, LAST_DAY

PATH, SEARCH = "/v1/observations", "/v1/search"
LIMIT = 50
# SQLite calls the progress handler after this many steps.
STEPS = 20
Values = Query
Place = tuple[str | int, ...]


class Size:
    """The application on a database of one size."""

    def __init__(self, url: str) -> None:
        self._application = Application(url)
        self._context = self._application.context
        with self._context.database.reading() as connection:
            rows = connection.execute(
                text(
                    "SELECT recorded_at, seq_from, id FROM revisions WHERE type = 'observation' ORDER BY recorded_at"
                )
            ).all()
        self.instants = [row[0] for row in rows]
        self._changes = {row[0]: int(row[1]) for row in rows}
        self.ids = sorted(row[2] for row in rows)

    def time(self, query: Values, path: str = PATH) -> Times:
        """Return how long a page takes."""
        return self._application.time(path, query)

    def work(self, query: Values, path: str = PATH) -> int:
        """Return the steps of SQLite's virtual machine for a page, or the database pages that PostgreSQL reads."""
        if self._context.database.is_sqlite:
            return self._steps(query, path)
        asked: list[tuple[str, Any]] = []

        def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
            asked.append((statement, parameters))

        event.listen(self._context.engine, "before_cursor_execute", note)
        self.get(query, path)
        event.remove(self._context.engine, "before_cursor_execute", note)
        read = 0
        with self._context.database.reading() as connection:
            for statement, parameters in asked:
                if statement.startswith(("SELECT", "WITH")):
                    explained = f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) {statement}"
                    plan = connection.exec_driver_sql(explained, parameters).scalar_one()[0]["Plan"]
                    read += plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
        return int(read)

    def _steps(self, query: Values, path: str) -> int:
        steps = 0

        def count() -> int:
            nonlocal steps
            steps += STEPS
            return 0

        # The pool returns the connection that this thread used last.
        with self._context.database.reading() as connection:
            driver = connection.connection.driver_connection
        driver.set_progress_handler(count, STEPS)
        self.get(query, path)
        driver.set_progress_handler(None, 0)
        return steps

    def get(self, query: Values, path: str = PATH) -> Any:
        """Return a page."""
        return self._application.get(path, query)

    def total(self, filters: Values) -> int:
        """Return how many observations match these filters."""
        return int(self.get({**filters, "limit": "1", "count": "true"})["total"])

    def query(self, filters: Values, sort: str, page: str) -> Values | None:
        """Return the parameters of a page; ``None`` if the list has fewer pages."""
        query = {**filters, "sort": sort, "limit": str(LIMIT)}
        first = self.get({**filters, "sort": sort, "limit": "1"})
        if page == "first":
            return query
        if first["next_cursor"] is None:
            return None
        backwards = sort[1:] if sort.startswith("-") else f"-{sort}"
        end = self.get({**filters, "sort": backwards, "limit": str(LIMIT + 1)})["items"]
        if len(end) <= LIMIT:
            return None
        last = self._place(end[-1], sort)
        place = last if page == "last" else self._between(self._place(first["items"][0], sort), last)
        _, (_, scope) = URLSafeSerializer("").loads_unsafe(first["next_cursor"])
        return {**query, "cursor": self._context.cursors.make(place, scope)}

    def searched(self, words: str, page: str) -> Values | None:
        """Return the parameters of a page of a search; ``None`` if the result has fewer pages."""
        query = {"q": words, "limit": str(LIMIT)}
        following = self.get(query, SEARCH)["next_cursor"]
        if page == "first" or following is None:
            return query if page == "first" else None
        _, (_, scope) = URLSafeSerializer("").loads_unsafe(following)
        half_way = date.fromordinal((FIRST_DAY.toordinal() + LAST_DAY.toordinal()) // 2).isoformat()
        # A position among the records that contain all the words in their texts, and have no name.
        place = (0, 1, 2, 1, half_way, "observation", "m")
        return {**query, "cursor": self._context.cursors.make(place, scope)}

    def _place(self, item: dict[str, Any], sort: str) -> Place:
        if sort.endswith("date"):
            return (item["date_earliest"] or item["date_latest"], item["id"])
        return (item["id"],) if sort.endswith("id") else (self._changes[item["recorded_at"]],)

    def _between(self, one: Place, other: Place) -> Place:
        """Return a position about half way between two; there need not be a record at it."""
        if len(one) == 2:
            days = [date.fromisoformat(str(place[0])).toordinal() for place in (one, other)]
            return (date.fromordinal(sum(days) // 2).isoformat(), "m")
        if isinstance(one[0], int):
            return ((one[0] + int(other[0])) // 2,)
        return (self.ids[(bisect_left(self.ids, one[0]) + bisect_left(self.ids, str(other[0]))) // 2],)
