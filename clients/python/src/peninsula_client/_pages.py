"""Lists: an iterator over all that a query finds, page by page behind the scenes, or as a table."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from peninsula_client._calls import AsyncCaller, Caller
from peninsula_client._session import Query, Session
from peninsula_client._tables import Table, data_frame, table_steps

if TYPE_CHECKING:
    import pandas as pd

P = TypeVar("P")
T = TypeVar("T")


class _Query:
    """What a list asks: where, with which parameters."""

    _session: Session

    def __init__(self, path: str, query: Query, item: type, whole_table: bool) -> None:
        self._path = path
        self._query = query
        self._item = item
        self._whole_table = whole_table

    def _after(self, cursor: str) -> Query:
        return {**self._query, "cursor": cursor}

    def _table(self) -> Table:
        return table_steps(self._session, self._path, self._query, whole=self._whole_table)


class Pages(_Query, Generic[P, T]):
    """All that a query finds. Nothing is sent before it is iterated; each iteration asks anew.

    A record that is written meanwhile may be met or not, and none is met twice.
    """

    def __init__(self, caller: Caller, path: str, query: Query, item: type[T], *, whole_table: bool) -> None:
        super().__init__(path, query, item, whole_table)
        self._caller, self._session = caller, caller._session

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from cast("list[T]", cast("dict[str, Any]", page)["items"])

    def pages(self) -> Iterator[P]:
        """Iterate over the pages, each with its ``items`` and whatever else the answer says."""
        query: Query | None = self._query
        while query is not None:
            page = self._caller._read(self._path, query)
            yield cast("P", page)
            query = self._after(page["next_cursor"]) if page["next_cursor"] else None

    def first(self) -> P:
        """Return the first page."""
        return next(self.pages())

    def to_dataframe(self) -> pd.DataFrame:
        """Return all that the query finds as a pandas DataFrame: a row for each, columns as in the CSV form.

        Numbers and truth have the types of the description, also where a column is empty. Days (``date_earliest``) and
        instants (``recorded_at``) are timestamps; dates as recorded stay text, since they may be approximate. ``limit``
        and ``count`` do not matter. ``docs/formats.md`` of the service tells the columns.

        :raises ModuleNotFoundError: pandas is not installed: ``pip install peninsula-client[pandas]``.
        """
        return data_frame(self._caller._run(self._table()), self._item)


class AsyncPages(_Query, Generic[P, T]):
    """All that a query finds. Nothing is sent before it is iterated; each iteration asks anew.

    A record that is written meanwhile may be met or not, and none is met twice.
    """

    def __init__(
        self, caller: AsyncCaller, path: str, query: Query, item: type[T], *, whole_table: bool
    ) -> None:
        super().__init__(path, query, item, whole_table)
        self._caller, self._session = caller, caller._session

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in cast("list[T]", cast("dict[str, Any]", page)["items"]):
                yield item

    async def pages(self) -> AsyncIterator[P]:
        """Iterate over the pages, each with its ``items`` and whatever else the answer says."""
        query: Query | None = self._query
        while query is not None:
            page = await self._caller._read(self._path, query)
            yield cast("P", page)
            query = self._after(page["next_cursor"]) if page["next_cursor"] else None

    async def first(self) -> P:
        """Return the first page."""
        return cast("P", await self._caller._read(self._path, self._query))

    async def to_dataframe(self) -> pd.DataFrame:
        """Return all that the query finds as a pandas DataFrame: see ``Pages.to_dataframe``."""
        return data_frame(await self._caller._run(self._table()), self._item)
