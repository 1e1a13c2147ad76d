"""A filled database can change its mind: what follows from revisions is built anew where the rules are others."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import click
import pytest
from sqlalchemy import text

from service.access.keys import create_key
from service.app import RECORD_TYPES, create_app, make_context
from service.commands.reindex import prepare_store, reindex_store
from service.integrity.checking import check_store
from service.records.context import Context
from service.records.index_formats import stale_formats
from service.records.record_type import Document, Filter, RecordType
from service.records.reindexing import CannotReindex, Reindexing
from service.records.schemas import instants
from service.records.schemas.fields import Flag, Integer, Many, Part, Parts, Text
from service.records.schemas.notations import EdtfDate
from service.records.schemas.parts import Party
from service.records.schemas.record_part import RecordPart
from service.settings import Settings
from service.systems.record import SYSTEM
from service.systems.schema import SystemSchema
from tests.contracts import factories
from tests.contracts.api import Api
from tests.servers import REPOSITORY

TABLES = ("revisions", "terms", "links", "positions", "texts")


class Stage(RecordPart):
    fuel = Text("What it burns.")


class NewSystemSchema(SystemSchema):
    nicknames = Many(Text(), "What soldiers call it.")
    first_flight = EdtfDate("When it first flew.")
    maker = Part(Party, "Who makes it.")
    stages = Parts(Stage, "Its stages, from the ground up.")
    is_mobile = Flag("Whether it moves.", load_default=True)


def new_terms(document: Document) -> Iterator[tuple[str, str]]:
    yield from SYSTEM.terms(document)
    yield "initial", document["name"][0]


NEW_SYSTEM = replace(
    SYSTEM,
    schema=NewSystemSchema,
    terms=new_terms,
    filters=(*SYSTEM.filters, Filter("initial", Text("The first letter of its name."))),
    derive=lambda document: document | {"letters": len(document["name"])},
    read_only={"letters": Integer("How many letters its name has.", dump_only=True)},
)
NEW_MEMBERS = {
    "nicknames": [],
    "first_flight": None,
    "first_flight_earliest": None,
    "first_flight_latest": None,
    "maker": None,
    "stages": [],
    "is_mobile": True,
}


def types_with(changed: RecordType) -> tuple[RecordType, ...]:
    return tuple(changed if each.name == changed.name else each for each in RECORD_TYPES)


@pytest.fixture
def service(database_url: str) -> Iterator[Api]:
    """The service of today, with records of every type, some of them revised and deleted."""
    settings = Settings(database_url=database_url)
    api = Api(create_app(settings), {}, settings)
    prepare_store(api.context)
    with api.context.database.writing() as connection:
        now = instants.parse(instants.now())
        api = replace(api, tokens={"write": create_key(connection, "tester", ["write"], None, now)[1]})
    for path in factories.BODIES:
        api.make(path, id=f"one-of-{path}")
    api.make("systems", id="renamed", name="Hwasong-2")
    api.revise("systems/renamed", name="Musudan")
    api.make("systems", id="gone", name="Hwasong-3")
    api.remove("systems/gone")
    yield api
    api.close()


@pytest.fixture
def restarted(service: Api) -> Iterator[Api]:
    """The next release, started on the same database: a filter and fields more."""
    api = Api(create_app(service.settings, types_with(NEW_SYSTEM)), service.tokens, service.settings)
    prepare_store(api.context)
    yield api
    api.close()


def rows(context: Context, *tables: str) -> dict[str, list[str]]:
    with context.database.reading() as connection:
        return {
            table: sorted(repr(tuple(row)) for row in connection.execute(text(f"SELECT * FROM {table}")))
            for table in tables or TABLES
        }


def forget_formats(context: Context) -> None:
    """As if another release had indexed everything."""
    with context.database.writing() as connection:
        connection.execute(text("UPDATE revisions SET index_format = NULL"))
        connection.execute(text("DELETE FROM index_formats"))


# ---------------------------------------------------------------------------------- a new filter and field


def test_a_new_filter_finds_records_from_before_it(restarted: Api) -> None:
    assert restarted.ids("systems", {"initial": "M"}) == ["renamed"]
    assert "renamed" not in restarted.ids("systems", {"initial": "H"})


def test_a_new_filter_finds_what_was_so_at_an_earlier_change(restarted: Api) -> None:
    first = restarted.read("systems/renamed/revisions/1")["recorded_at"]
    assert restarted.ids("systems", {"initial": "H", "id": "renamed", "known_at": first}) == ["renamed"]
    assert restarted.ids("systems", {"initial": "M", "known_at": first}) == []


def test_records_from_before_a_field_have_it_empty_and_derived_members_made(restarted: Api) -> None:
    record = restarted.read("systems/renamed")
    assert {name: record[name] for name in NEW_MEMBERS} == NEW_MEMBERS
    assert record["letters"] == len("Musudan")
    assert list(record)[-3:] == ["same_as", "claims", "note"]
    assert restarted.items("systems", {"id": "renamed"}) == [record]


def test_earlier_revisions_have_a_new_field_too_and_the_difference_stays_what_was_written(
    restarted: Api,
) -> None:
    first, second = (restarted.read(f"systems/renamed/revisions/{number}") for number in (1, 2))
    assert first["record"]["is_mobile"] is True
    assert restarted.read("systems/renamed", {"known_at": first["recorded_at"]}) == first["record"]
    changed = {operation["path"] for operation in second["patch"]}
    assert changed == {"/revision", "/recorded_at", "/name", "/letters"}


def test_what_was_read_before_a_field_was_added_may_be_sent_back(service: Api, restarted: Api) -> None:
    read = service.read("systems/renamed")
    answer = restarted.put("systems/renamed", {**read, "is_mobile": False}, match="*")
    assert answer.status_code == 200, answer.text
    assert answer.json["revision"] == 3


def test_the_index_of_a_restarted_release_has_no_fault(restarted: Api) -> None:
    assert list(check_store(restarted.context)) == []


def test_a_release_of_the_same_rules_writes_nothing_at_its_start(service: Api) -> None:
    before = rows(service.context, *TABLES, "index_formats")
    prepare_store(service.context)
    assert rows(service.context, *TABLES, "index_formats") == before


def test_only_types_with_changed_rules_are_reindexed(service: Api, restarted: Api) -> None:
    with restarted.context.database.reading() as connection:
        assert stale_formats(connection, restarted.context.registry) == {}
        # The rules of before find only what was indexed by those of now: systems.
        assert list(stale_formats(connection, service.context.registry)) == ["system"]


# ------------------------------------------------------------------------------------------ the whole index


def test_an_index_that_lost_all_its_rows_is_built_as_it_was(service: Api) -> None:
    before = rows(service.context)
    with service.context.database.writing() as connection:
        if service.context.database.is_sqlite:
            connection.execute(text("INSERT INTO texts_index (texts_index) VALUES ('delete-all')"))
        for table in ("terms", "links", "positions", "texts"):
            connection.execute(text(f"DELETE FROM {table}"))
    Reindexing(service.context.database, service.context.registry, everything=True).run()
    after = rows(service.context)
    # Nobody can tell any more whether a record was named too early, so all are looked up.
    after["terms"] = [row for row in after["terms"] if "'unsettled'" not in row]
    assert after == before
    assert list(check_store(service.context)) == []


def test_rows_that_no_longer_follow_go(service: Api) -> None:
    before = rows(service.context)
    with service.context.database.writing() as connection:
        connection.execute(text("UPDATE terms SET value = 'stray' WHERE field = 'country'"))
        connection.execute(text("UPDATE links SET to_part = 'stray' WHERE from_type = 'summit'"))
    forget_formats(service.context)
    prepare_store(service.context)
    assert rows(service.context) == before


# --------------------------------------------------------------------------------- broken off, and at once

KILLED = """
import os, signal, sys
from dataclasses import replace
from service.app import make_context
from service.commands.reindex import prepare_store
from service.records import reindexing
from service.settings import Settings
reindexing.BATCH = 4
batches = []
mark = reindexing.Reindexing._mark_stale_copies
def mark_and_die(run, connection, todo):
    batches.append(mark(run, connection, todo))
    if len(batches) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
reindexing.Reindexing._mark_stale_copies = mark_and_die
prepare_store(make_context(replace(Settings(), database_url=sys.argv[1])))
"""


def test_a_start_continues_where_a_killed_one_stopped(service: Api) -> None:
    before = rows(service.context)
    forget_formats(service.context)
    with service.context.database.writing() as connection:
        connection.execute(text("DELETE FROM terms WHERE field = ''"))
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, service.settings.database_url], cwd=REPOSITORY, check=False
    )
    assert killed.returncode == -9
    with service.context.database.reading() as connection:
        done = connection.execute(text("SELECT count(*) FROM revisions WHERE index_format IS NOT NULL"))
        # Two batches are written, the third went with its process.
        assert done.scalar_one() == 8
    assert service.get("/readyz").json["dependencies"]["database"]["status"] == "not_indexed"
    prepare_store(service.context)
    assert rows(service.context) == before
    assert service.get("/readyz").status_code == 200


def test_of_two_processes_that_start_at_once_one_indexes_and_the_other_waits(service: Api) -> None:
    forget_formats(service.context)
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "service.cli", "migrate"],
            cwd=REPOSITORY,
            env={"PENINSULA_DATABASE_URL": service.settings.database_url, "PATH": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    told = [each.communicate()[1] for each in started]
    assert [each.returncode for each in started] == [0, 0], told
    assert "".join(told).count("Indexed ") == 1


def test_readers_are_answered_in_the_middle_of_a_batch_and_writers_between_two(
    service: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_formats(service.context)
    monkeypatch.setattr("service.records.reindexing.BATCH", 5)
    read: list[int] = []
    monkeypatch.setattr(
        "service.records.reindexing.Reindexing._mark_stale_copies",
        lambda *_: read.append(service.get("systems", {"country": "PRK", "limit": "1"}).status_code),
    )
    written: list[int] = []

    def write(_: int) -> None:
        body = {"note": f"Written after batch {len(written)}."}
        written.append(service.patch("systems/renamed", body).status_code)

    Reindexing(service.context.database, service.context.registry).run(write)
    assert len(read) > 1
    assert set(read) == set(written) == {200}
    assert list(check_store(service.context)) == []


# --------------------------------------------------------------------------------- other releases, bad input


def test_what_an_older_server_writes_beside_a_newer_one_is_indexed_at_the_next_start(
    service: Api, restarted: Api
) -> None:
    service.make("systems", id="late", name="Late")
    assert restarted.get("/readyz").status_code == 200
    assert restarted.ids("systems", {"initial": "L"}) == []
    prepare_store(restarted.context)
    assert restarted.ids("systems", {"initial": "L"}) == ["late"]
    assert restarted.read("systems/late")["is_mobile"] is True


def test_a_release_does_not_start_on_an_index_of_a_newer_one(service: Api, restarted: Api) -> None:
    with restarted.context.database.writing() as connection:
        connection.execute(text("UPDATE index_formats SET release = '99.1' WHERE type = 'system'"))
        connection.execute(
            text(
                "UPDATE index_formats SET release = '0.1.0' WHERE format NOT IN "
                "(SELECT index_format FROM revisions)"
            )
        )
    before = rows(restarted.context)
    with pytest.raises(
        click.ClickException, match=r"indexed by release 99\.1, and this is .* 'peninsula reindex'"
    ):
        prepare_store(service.context)
    assert rows(restarted.context) == before
    # It goes on where it runs already.
    assert service.get("/readyz").status_code == 200
    assert service.get("systems").status_code == 200


def test_an_older_release_can_reindex_by_its_own_rules(service: Api, restarted: Api) -> None:
    reindex_store(service.context)
    with service.context.database.reading() as connection:
        assert stale_formats(connection, service.context.registry) == {}
    assert restarted.get("/readyz").status_code == 503
    prepare_store(restarted.context)
    assert restarted.ids("systems", {"initial": "M"}) == ["renamed"]


def test_a_document_that_no_rule_of_today_can_index_is_named_and_all_stays(service: Api) -> None:
    def of_the_year(document: Document) -> Iterator[tuple[str, str]]:
        yield "year", document["maker"]["name"]

    made = make_context(service.settings, types_with(replace(NEW_SYSTEM, terms=of_the_year)))
    before = rows(service.context)
    with pytest.raises(CannotReindex, match=r"the system 'a-system' \(change \d+\) cannot be indexed"):
        Reindexing(made.database, made.registry).run()
    made.engine.dispose()
    assert rows(service.context) == before
