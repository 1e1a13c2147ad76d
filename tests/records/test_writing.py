"""The writer: numbers without gaps, instants in order, everything a record is found by kept in step."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from sqlalchemy import text

from service.app import RECORD_TYPES
from service.records.documents import Invalid, draft
from service.records.reading import history
from service.records.record_type import Registry
from service.records.revisions import StoredRevision, current_revision
from service.records.schemas import instants
from service.records.writing import Referenced, Writer
from service.storage.engine import Database, make_engine
from service.storage.migrate import migrate
from tests.contracts import factories

REGISTRY = Registry(RECORD_TYPES)


class Store:
    """Writes each record in a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def put(self, path: str, record_id: str, **changes_: object) -> StoredRevision:
        record_type = REGISTRY.at(path)
        assert record_type is not None
        made = draft(record_type, REGISTRY, factories.BODIES[path](**changes_))
        with self.database.writing() as connection:
            writer = Writer(connection, REGISTRY, "tester")
            stored = current_revision(connection, record_type.name, record_id)
            return writer.put(made, record_id, stored=stored)[0]

    def delete(self, path: str, record_id: str) -> StoredRevision:
        record_type = REGISTRY.at(path)
        assert record_type is not None
        with self.database.writing() as connection:
            stored = current_revision(connection, record_type.name, record_id)
            assert stored is not None
            return Writer(connection, REGISTRY, "tester").delete(record_type, stored, None)

    def current(self, table: str) -> list[int]:
        with self.database.reading() as connection:
            statement = f"SELECT seq_from FROM {table} WHERE seq_to IS NULL ORDER BY seq_from"
            return sorted(set(connection.execute(text(statement)).scalars()))


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    database = Database(make_engine(database_url))
    migrate(database)
    store = Store(database)
    store.put("sources", factories.SOURCE)
    yield store
    database.engine.dispose()


def test_numbers_have_no_gaps_and_instants_are_in_order(store: Store) -> None:
    written = [store.put("sources", f"s-{number}") for number in range(5)]
    written += [
        store.delete("sources", "s-1"),
        store.put("sources", "s-1"),
        store.put("sources", "s-2", title="x"),
    ]
    assert [revision.seq for revision in written] == list(range(2, 10))
    assert all(one.recorded_at < other.recorded_at for one, other in pairwise(written))


def test_instants_stay_in_order_when_the_clock_goes_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.put("sources", "before")
    monkeypatch.setattr(instants, "now", lambda: "2001-01-01T00:00:00.000000Z")
    after = store.put("sources", "after")
    assert after.recorded_at == instants.after(before.recorded_at)
    assert store.delete("sources", "after").recorded_at == instants.after(after.recorded_at)


def test_a_write_that_is_refused_uses_no_number(store: Store) -> None:
    with pytest.raises(Invalid):
        store.put("sources", "one", republishes="nowhere")
    assert store.put("sources", "two").seq == 2


def test_only_the_current_revision_is_in_the_index(store: Store) -> None:
    place = {"name": "x", "latitude": 1, "longitude": 1}
    store.put("facilities", "one", place=place)
    changed = store.put("facilities", "one", place=place, note="Changed")
    assert store.current("terms")[-1] == changed.seq
    assert store.current("links") == store.current("positions") == [changed.seq]
    deletion = store.delete("facilities", "one")
    assert store.current("links") == store.current("positions") == []
    assert store.current("terms") == [1]
    assert store.current("revisions") == [1, deletion.seq]


def test_the_same_content_makes_no_new_revision(store: Store) -> None:
    first = store.put("sources", "one")
    assert store.put("sources", "one") == first


def test_a_referenced_record_cannot_be_deleted_and_its_referrers_are_listed(store: Store) -> None:
    store.put("systems", "one")
    with pytest.raises(Referenced) as caught:
        store.delete("sources", factories.SOURCE)
    assert [(name.type, name.id, name.pointer) for name in caught.value.named_by] == [
        ("system", "one", "/citations/0/source")
    ]


def test_what_is_gathered_is_written_together(store: Store) -> None:
    source = REGISTRY.named("source")
    with store.database.writing() as connection:
        writer = Writer(connection, REGISTRY, "tester")
        for record_id in ("a", "b"):
            writer.gather(draft(source, REGISTRY, factories.source()), record_id, stored=None)
        assert current_revision(connection, "source", "a") is None
        writer.flush()
        writer.flush()
        found = [current_revision(connection, "source", record_id) for record_id in ("a", "b")]
    assert [revision and revision.seq for revision in found] == [2, 3]
    assert store.current("terms") == store.current("revisions") == [1, 2, 3]


def test_author_and_operation_are_stored(store: Store) -> None:
    store.put("sources", "one")
    store.delete("sources", "one")
    store.put("sources", "one")
    with store.database.reading() as connection:
        entries = history(connection, "source", "one", at=None, after=None, limit=10)[::-1]
    assert [(entry.operation, entry.revision) for entry in entries] == [
        ("created", 1),
        ("deleted", 2),
        ("created", 3),
    ]
    assert {entry.actor for entry in entries} == {"tester"}
