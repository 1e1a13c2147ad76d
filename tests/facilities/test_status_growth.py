"""What the status of a facility takes does not grow with its observations, counted in steps of SQLite's machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection

from service.app import make_context
from service.facilities.routes import status_document
from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.documents import draft
from service.records.reading import bodies_at
from service.records.writing import Writer
from service.settings import Settings
from service.storage.migrate import migrate
from tests.contracts import factories as a

FEW, MANY = 60, 1200
STATES = ("intact", "damaged", "rebuilding", "obscured")
CLOCKS: tuple[dict[str, str], ...] = ({}, {"as_of": "2019-06-30"})
PUBLIC_CLOCKS: tuple[dict[str, str], ...] = (
    {"published_until": "2019-06-30"},
    {"published_until": "2024-06-30"},
    {"as_of": "2019-06-30", "published_until": "2019-06-30"},
)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """A record of two facilities: with few observations, and with many; of each some are taken back."""
    folder = tmp_path_factory.mktemp("growth")
    made = make_context(replace(Settings(), database_url=f"sqlite:///{folder}/p.db", dataset="none"))
    migrate(made.database)
    with made.database.writing() as connection:
        writer = Writer(connection, made.registry, "tests")

        def put(kind: str, body: dict[str, Any]) -> None:
            writer.put(draft(made.registry.named(kind), made.registry, body), body["id"], stored=None)

        for year in range(2010, 2026):
            put("source", a.source(id=f"s-{year}", published=f"{year}-12-31"))
        for name, count in (("few", FEW), ("many", MANY)):
            components = [{"id": "pad", "name": "Pad"}, {"id": "stand", "name": "Stand"}]
            put("facility", a.facility(id=name, components=components, citations=[a.citation("s-2010")]))
            for number in range(count):
                put("observation", _observation(name, number, 15 * number // count + 2010))
    yield made
    made.engine.dispose()


def _observation(facility: str, number: int, year: int) -> dict[str, Any]:
    # Of both facilities three are taken back, so that only what is passed over differs.
    related = {"observation": f"{facility}-{number - 1}", "relation": "retracts"}
    return {
        "id": f"{facility}-{number}",
        "facility": facility,
        "date": f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "method": "satellite_imagery",
        "findings": [
            {"component": "pad", "state": STATES[number % 4]},
            {"component": "stand", "state": STATES[number // 7 % 4]},
        ],
        "related": [related] if number in (20, 30, 40) else [],
        "citations": [a.citation(f"s-{year}")],
    }


def _steps(connection: Connection, facility: str, clocks: dict[str, str]) -> int:
    """Return how many hundreds of steps SQLite's machine takes."""
    document = bodies_at(connection, "facility", [facility], None)[facility]
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    driver: Any = connection.connection.dbapi_connection
    driver.set_progress_handler(count, 100)
    status_document(connection, document, at_reference_date(clocks), None)
    driver.set_progress_handler(None, 0)
    return counted


@pytest.mark.parametrize("clocks", CLOCKS, ids=lambda clocks: ", ".join(clocks) or "no clock")
def test_twenty_times_the_observations_take_less_than_twice_the_work(
    context: Context, clocks: dict[str, str]
) -> None:
    with context.database.reading(snapshot=True) as connection:
        few, many = (_steps(connection, facility, clocks) for facility in ("few", "many"))
    assert 0 < many < 2 * few


@pytest.mark.parametrize("clocks", PUBLIC_CLOCKS, ids=", ".join)
def test_counting_what_was_not_public_takes_a_few_steps_for_each_finding(
    context: Context, clocks: dict[str, str]
) -> None:
    with context.database.reading(snapshot=True) as connection:
        few, many = (_steps(connection, name, clocks) for name in ("few", "many"))
    # Two findings in each observation, each looked at in the index.
    assert many < 2 * few + 2 * MANY * 30 // 100
