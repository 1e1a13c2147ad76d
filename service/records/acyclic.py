"""References among records of one type that must not lead back: no summit follows one that follows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection, text

from service.records.documents import error_at
from service.records.record_type import Acyclic, RecordType
from service.records.schemas.cycles import cycles, spelled_out
from service.storage.lists import among, bound_list

Key = tuple[str, str]
_AT_ONCE = 100
# Of one graph of one import. Whoever mends these sees the next.
_MOST_CYCLES = 100


@dataclass
class _Graph:
    """The references of new documents under one rule, by id: the ids referred to, and where.

    ``gained`` are records that others may refer to already and that now refer to more than they did.
    """

    rule: Acyclic
    new: dict[str, Mapping[str, str]] = field(default_factory=dict)
    gained: set[str] = field(default_factory=set)


class ReferenceCycles:
    """Cycles that new documents close, with one another and with what is stored."""

    def __init__(self, connected: Callable[[], Connection]) -> None:
        self._connected = connected
        self._graphs: dict[tuple[str, int], _Graph] = {}

    def add(
        self,
        record_type: RecordType,
        record_id: str,
        document: Mapping[str, Any],
        stored: Mapping[str, Any] | None,
    ) -> None:
        """Take in a document that is to be written; ``stored`` is the one that it replaces."""
        for number, rule in enumerate(record_type.acyclic):
            to = references(rule, document)
            if not to and stored is None:
                continue
            graph = self._graph(record_type, number, rule)
            graph.new[record_id] = to
            # Nobody can refer to a record that was not there, but in free text.
            before = references(rule, stored).keys() if stored is not None else None
            if rule.free_text if before is None else not to.keys() <= before:
                graph.gained.add(record_id)

    def discard(self, record_type: RecordType, record_id: str) -> None:
        """Leave out a document that is not written after all."""
        for number, rule in enumerate(record_type.acyclic):
            graph = self._graph(record_type, number, rule)
            graph.new.pop(record_id, None)
            graph.gained.discard(record_id)

    def errors_of(self, record_type: RecordType, record_id: str) -> list[dict[str, str]]:
        """Return an error for each cycle that this document closes, where it is written after those before it."""
        found: list[dict[str, str]] = []
        for number, rule in enumerate(record_type.acyclic):
            graph = self._graph(record_type, number, rule)
            if record_id in graph.gained:
                found += [each for _, each in self._errors(record_type.name, graph, [record_id])]
        return found

    def errors(self) -> Iterator[tuple[Key, dict[str, str]]]:
        """Yield an error for each cycle that the documents close together, with the type and id of one on it."""
        for (type_name, _), graph in self._graphs.items():
            for record_id, found in self._errors(type_name, graph, list(graph.new)):
                yield (type_name, record_id), found

    def _graph(self, record_type: RecordType, number: int, rule: Acyclic) -> _Graph:
        return self._graphs.setdefault((record_type.name, number), _Graph(rule))

    def _errors(
        self, type_name: str, graph: _Graph, starts: list[str]
    ) -> Iterator[tuple[str, dict[str, str]]]:
        stored = self._stored(type_name, graph, starts) if graph.gained else {}

        def following(record_id: str) -> Mapping[str, str]:
            return graph.new.get(record_id) or stored.get(record_id, {})

        for cycle in islice(cycles(starts, following), _MOST_CYCLES):
            pairs = zip(cycle, [*cycle[1:], cycle[0]], strict=True)
            # A cycle of stored records alone is older than these documents.
            closing = next(((one, to) for one, to in pairs if to in graph.new.get(one, {})), None)
            if closing is None:
                continue
            pointer = graph.new[closing[0]][closing[1]]
            # A reference to the record itself is refused as such, a free text is not.
            if len(cycle) > 1 or pointer.startswith(f"/{graph.rule.free_text}/"):
                detail = f"Must not form a cycle: {spelled_out(cycle)}."
                yield closing[0], error_at(pointer, "cyclic_reference", detail)

    def _stored(self, type_name: str, graph: _Graph, starts: list[str]) -> dict[str, Mapping[str, str]]:
        """Return the references of stored records that can be reached from new ones."""
        found: dict[str, Mapping[str, str]] = {}
        seen = set(starts)
        ahead = list(starts)
        while ahead:
            some, ahead = ahead[:_AT_ONCE], ahead[_AT_ONCE:]
            unread = [each for each in some if each not in graph.new]
            if unread:
                found |= self._read(type_name, graph.rule, unread)
            for each in some:
                more = [to for to in graph.new.get(each) or found.get(each, {}) if to not in seen]
                seen.update(more)
                ahead += more
        return found

    def _read(self, type_name: str, rule: Acyclic, ids: list[str]) -> dict[str, Mapping[str, str]]:
        connection = self._connected()
        is_sqlite = connection.dialect.name == "sqlite"
        query = (
            "SELECT id, body FROM revisions WHERE type = :type AND seq_to IS NULL AND body IS NOT NULL "
            f"AND id {among(':ids', is_sqlite=is_sqlite)}"
        )
        rows = connection.execute(
            text(query), {"type": type_name, "ids": bound_list(ids, is_sqlite=is_sqlite)}
        )
        return {row[0]: references(rule, orjson.loads(row[1])) for row in rows}


def references(rule: Acyclic, document: Mapping[str, Any]) -> dict[str, str]:
    """Return the ids that a document refers to under a rule, each with the JSON Pointer of its place."""
    found: dict[str, str] = {}
    for path in rule.fields:
        parts, _, name = path.rpartition(".")
        if parts:
            for index, part in enumerate(document.get(parts) or ()):
                if not rule.having or part.get(rule.having) in rule.values:
                    found.setdefault(part[name], f"/{parts}/{index}/{name}")
        elif isinstance(value := document.get(name), list):
            for index, each in enumerate(value):
                found.setdefault(each, f"/{name}/{index}")
        elif value is not None:
            found.setdefault(value, f"/{name}")
    return found
