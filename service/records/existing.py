"""Which records there are, and their parts: read many at once, to tell references that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable

import orjson
from sqlalchemy import Connection, text

from service.records.documents import error_at
from service.records.index.indexing import Named
from service.records.record_type import Document, Registry

Key = tuple[str, str]
_MANY = 500


class ExistingRecords:
    """The records that exist, as far as they were asked for; good while nobody else writes."""

    def __init__(
        self, connection: Connection, registry: Registry, announced: ExistingRecords | None = None
    ) -> None:
        """Begin with the records that were ``announced``: they will be there, and no others besides those stored."""
        self.has_all = announced is not None
        self._connection = connection
        self._registry = registry
        # Without parts where it is only assumed that the record will be there.
        self._parts: dict[Key, frozenset[str] | None] = dict(announced._parts) if announced else {}

    def learn(self, named: Iterable[Named]) -> None:
        """Read those of the records named that are not known yet."""
        asked: dict[str, dict[str, None]] = {}
        for each in named:
            if (each.type, each.id) not in self._parts:
                asked.setdefault(each.type, {})[each.id] = None
        for record_type, ids in asked.items():
            self._read(record_type, list(ids))

    def _read(self, record_type: str, ids: list[str]) -> None:
        has_parts = self._registry.named(record_type).parts is not None
        column = "body" if has_parts else "NULL"
        for start in range(0, len(ids), _MANY):
            names = {f"id{number}": each for number, each in enumerate(ids[start : start + _MANY])}
            rows = self._connection.execute(
                text(
                    f"SELECT id, {column} FROM revisions WHERE type = :type AND seq_to IS NULL "
                    f"AND body IS NOT NULL AND id IN ({', '.join(f':{name}' for name in names)})"
                ),
                {"type": record_type, **names},
            )
            for record_id, body in rows:
                self.add(record_type, record_id, orjson.loads(body) if has_parts else {})

    def add(self, record_type: str, record_id: str, document: Document) -> None:
        """Know a record that was written."""
        self._parts[record_type, record_id] = self._parts_of(record_type, document)

    def _parts_of(self, record_type: str, document: Document) -> frozenset[str]:
        parts = self._registry.named(record_type).parts
        return frozenset(parts(document)) if parts else frozenset()

    def assume(self, record_type: str, record_id: str) -> None:
        """Take a record that is not known to exist, and to have whatever part is named."""
        self._parts.setdefault((record_type, record_id), None)

    def errors(
        self, named: Iterable[Named], own: Key | None = None, document: Document | None = None
    ) -> list[dict[str, str]]:
        """Return an error for each reference that leads nowhere, or to the record ``own`` itself.

        ``document`` is the draft of ``own``, whose parts may name one another. What is named must be learnt.
        """
        return [found for each in named if (found := self._error(each, own, document))]

    def _error(self, named: Named, own: Key | None, document: Document | None) -> dict[str, str] | None:
        target = (named.type, named.id)
        what = f"The {named.type} {named.id!r}"
        if target == own and named.part is None:
            return error_at(named.pointer, "self_reference", f"{what} cannot name itself.")
        parts: frozenset[str] | None
        if target == own and document is not None:
            parts = self._parts_of(named.type, document)
        elif target in self._parts:
            parts = self._parts[target]
        else:
            return error_at(named.pointer, "unknown_reference", f"There is no {named.type} {named.id!r}.")
        if named.part is not None and parts is not None and named.part not in parts:
            return error_at(named.pointer, "unknown_part", f"{what} has no part {named.part!r}.")
        return None


def reference_errors(
    connection: Connection,
    registry: Registry,
    named: Iterable[Named],
    own: Key | None = None,
    document: Document | None = None,
) -> list[dict[str, str]]:
    """Return an error for each reference that leads nowhere; see ``ExistingRecords.errors``."""
    known, all_named = ExistingRecords(connection, registry), list(named)
    known.learn(all_named)
    return known.errors(all_named, own, document)
