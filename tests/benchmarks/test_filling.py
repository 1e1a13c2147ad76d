"""What the benchmarks fill databases with is what the service's writer would have made of the same bodies."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest
from sqlalchemy import text

from benchmarks import databases
from benchmarks.filling import ACTOR, COLUMNS, fill, write_named
from benchmarks.population import Population
from service.app import RECORD_TYPES, make_context
from service.records.context import Context
from service.records.documents import draft
from service.records.record_type import Registry
from service.records.writing import Writer
from service.settings import Settings
from service.storage.migrate import migrate

COUNT = 150
SET_BY_THE_SERVER = {"type", "revision", "recorded_at", "self"}


def _context(url: str) -> Context:
    return make_context(replace(Settings(), database_url=url, dataset="none"))


def _body(value: Any, top: bool = True) -> Any:
    if isinstance(value, list):
        return [_body(each, top=False) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _body(each, top=False)
        for name, each in value.items()
        if not name.endswith(("_earliest", "_latest")) and not (top and name in SET_BY_THE_SERVER)
    }


def _rows(context: Context, table: str) -> list[tuple[Any, ...]]:
    columns = COLUMNS[table].split(", ")
    with context.database.reading() as connection:
        rows = []
        for row in connection.execute(text(f"SELECT {COLUMNS[table]} FROM {table}")):
            named = dict(zip(columns, row, strict=True))
            # The two were not recorded at the same time.
            if named.pop("recorded_at", None):
                named["body"] = {**json.loads(named["body"]), "recorded_at": None}
            rows.append(tuple(repr(value) for value in named.values()))
    return sorted(rows)


def test_rows_filled_in_bulk_are_those_that_the_writer_makes(
    database_url: str, tmp_path_factory: Any
) -> None:
    written = _context(f"sqlite:///{tmp_path_factory.mktemp('written') / 'peninsula.db'}")
    migrate(written.database)
    population = Population()
    first = write_named(written, population)
    with written.database.writing() as connection:
        writer = Writer(connection, written.registry, ACTOR)
        for _, document in islice(
            population.observations(COUNT, first, "2026-01-01T00:00:00.000000Z"), COUNT
        ):
            made = draft(written.registry.named("observation"), written.registry, _body(document))
            writer.put(made, document["id"], stored=None)
    filled = _context(database_url)
    fill([filled], COUNT)
    for table in COLUMNS:
        assert _rows(filled, table) == _rows(written, table)
    for context in (filled, written):
        context.engine.dispose()


def test_databases_are_rebuilt_when_an_indexing_rule_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = databases.version()
    changed = {**databases.fingerprints(Registry(RECORD_TYPES)), "observation": "0" * 16}
    monkeypatch.setattr(databases, "fingerprints", lambda _registry: changed)
    assert databases.version() != before
