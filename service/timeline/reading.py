"""One page of the stream: entries that count under the clocks, and the observations left out between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection

from service.evidence.citations import own_citations
from service.evidence.findings import WITHDRAWS
from service.evidence.series import having
from service.evidence.withdrawals import Evidence, Withdrawal
from service.records.clocks import Clocks
from service.records.index.indexing import moment_of
from service.records.links import link_of, link_to
from service.records.publication import clocks_of
from service.records.reading import bodies_at
from service.records.record_type import Registry
from service.timeline import entries
from service.timeline.stream import Found, Place, Question, stream

Document = dict[str, Any]
_OBSERVATION = "observation"


@dataclass
class Page:
    """Entries in order; ``left_out`` are the observations between them that others took back as a whole."""

    entries: list[Document] = field(default_factory=list)
    left_out: list[Document] = field(default_factory=list)
    next_place: Place | None = None


def read_page(
    connection: Connection,
    registry: Registry,
    question: Question,
    after: Sequence[str | int] | None,
    limit: int,
) -> Page:
    """Return the page of ``limit`` entries after a place; ``next_place`` is its last one's, where there are more."""
    rows = stream(connection, question, after, limit + 1)
    page, last = Page(), None
    # Left out behind the last entry: they belong to the page that follows, if one does.
    behind: list[Document] = []
    while chunk := list(islice(rows, limit + 1)):
        reader = _Reader(connection, registry, question, chunk)
        for found in chunk:
            entry = reader.entry(found)
            if entry is None:
                behind += reader.left_out(found)
                continue
            if len(page.entries) == limit:
                page.next_place = last
                return page
            page.entries.append(entry)
            page.left_out += behind
            last, behind = found.place, []
    page.left_out += behind
    return page


class _Reader:
    """What some rows of the stream need to become entries, looked up for all of them at once."""

    def __init__(
        self, connection: Connection, registry: Registry, question: Question, rows: Iterable[Found]
    ) -> None:
        self._registry = registry
        self._records: dict[tuple[str, str], Document] = {}
        for found in rows:
            self._records.setdefault(_address(found), orjson.loads(found.body))
        observations = [record for (kind, _), record in self._records.items() if kind == _OBSERVATION]
        later = _withdrawing(connection, [each["id"] for each in observations], question.at)
        documents = [*self._records.values(), *later]
        self._clocks = clocks_of(connection, documents, question.values, question.at)
        self._withdrawals = _holding([*observations, *later], self._clocks)
        facilities = list(dict.fromkeys(str(each["facility"]) for each in observations))
        self._facilities = bodies_at(connection, "facility", facilities, question.at)

    def entry(self, found: Found) -> Document | None:
        """Return the entry, or ``None`` where it does not count, or was taken back."""
        record = self._records[_address(found)]
        pointer = self._pointer(found, record)
        statement = entries.at(record, pointer)
        if not self._clocks.holds(statement, record):
            return None
        if found.kind.record_type == _OBSERVATION and self._whole(record):
            return None
        summary = self._summary(found, record, statement)
        return entries.entry(found.kind.name, record, pointer, summary, self._clocks)

    def left_out(self, found: Found) -> list[Document]:
        """Return what took an observation back, one entry each; nothing for what does not count."""
        record = self._records[_address(found)]
        if found.kind.record_type != _OBSERVATION or not self._clocks.holds(record, record):
            return []
        return [
            {
                "record": link_to(record),
                "relation": each.relation,
                "by": link_of(_OBSERVATION, each.by),
            }
            for each in self._whole(record)
        ]

    def _pointer(self, found: Found, record: Document) -> str:
        moments = self._registry.named(found.kind.record_type).moments
        if moments is None:
            return ""
        _, number = moment_of(found.place.id)
        return next(islice(moments(record), number, None)).pointer

    def _whole(self, observation: Document) -> list[Withdrawal]:
        return [each for each in self._withdrawals.get(observation["id"], ()) if not each.components]

    def _summary(self, found: Found, record: Document, statement: Mapping[str, Any]) -> str:
        match found.kind.record_type:
            case "summit":
                return entries.summary_of_step(record, statement)
            case "communication":
                return entries.summary_of_communication(record)
            case "parade":
                return entries.summary_of_parade(record, self._clocks)
        return entries.summary_of_observation(
            record, self._facilities.get(record["facility"]), self._standing(record)
        )

    def _standing(self, observation: Document) -> list[Document]:
        taken_back = {
            component
            for each in self._withdrawals.get(observation["id"], ())
            for component in each.components
        }
        return [
            finding
            for index, finding in enumerate(observation["findings"])
            if finding["component"] not in taken_back
            and self._clocks.counts(
                {"citations": own_citations(observation, f"/findings/{index}")}, observation
            )
        ]


def _address(found: Found) -> tuple[str, str]:
    return found.kind.record_type, found.place.id.partition("/")[0]


def _withdrawing(connection: Connection, observations: Sequence[str], at: int | None) -> list[Document]:
    """Return the observations that take any of these back, those that take them back, and so on."""
    found: dict[str, Document] = {}
    known, named = set(observations), list(observations)
    while named:
        new = {row.id for row in having(connection, _OBSERVATION, WITHDRAWS, named, at)} - known
        found |= bodies_at(connection, _OBSERVATION, sorted(new), at)
        known |= new
        named = sorted(new)
    return list(found.values())


def _holding(observations: Iterable[Document], clocks: Clocks) -> dict[str, list[Withdrawal]]:
    evidence = Evidence("")
    evidence.add(observations, clocks)
    found: dict[str, list[Withdrawal]] = defaultdict(list)
    for each in evidence.holding():
        found[each.observation].append(each)
    return found
