"""`peninsula check`: a sound store has no fault, and each way to break it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from service.app import make_context
from service.cli import main
from service.dataset.files import bundled
from service.dataset.loading import load
from service.integrity.checking import check_store
from service.records.context import Context
from service.records.documents import draft
from service.records.revisions import current_revision
from service.records.writing import Writer
from service.settings import Settings
from service.storage.migrate import migrate
from tests.contracts import factories

BACKENDS = ("sqlite", "postgresql")
SOHAE = "type = 'facility' AND id = 'sohae'"
CITATIONS = [{"source": "many-lives"}]
BUILDING = [{"id": factories.COMPONENT, "name": "A building"}]
LETTER = "type = 'communication' AND id = 'kim-jong-un-letter-second-meeting'"


@pytest.fixture(params=BACKENDS)
def context(request: pytest.FixtureRequest) -> Iterator[Context]:
    """The seed set, and a source that was revised, deleted and brought back."""
    url = request.getfixturevalue(f"{request.param}_database")
    made = make_context(replace(Settings(), database_url=url))
    migrate(made.database)
    load(made, bundled("seed"), "tester")
    with made.database.writing() as connection:
        writer = Writer(connection, made.registry, "tester")
        source = made.registry.named("source")
        for title in ("First", "Second"):
            put(made, writer, "source", factories.source(id="many-lives", title=title))
        stored = current_revision(connection, "source", "many-lives")
        assert stored
        writer.delete(source, stored, None)
        put(made, writer, "source", factories.source(id="many-lives", published="2018-02"))
    yield made
    made.engine.dispose()


def put(context: Context, writer: Writer, record_type: str, body: dict[str, object]) -> None:
    made = draft(context.registry.named(record_type), context.registry, body)
    stored = current_revision(writer._connection, record_type, str(body["id"]))
    writer.put(made, str(body["id"]), stored=stored)


def spoil(context: Context, *statements: str) -> list[str]:
    """What is found after these statements were executed."""
    with context.database.writing() as connection:
        for statement in statements:
            assert connection.execute(text(statement)).rowcount, f"nothing to spoil: {statement}"
    return list(check_store(context))


def test_a_valid_store_has_no_error(context: Context) -> None:
    assert list(check_store(context)) == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM revisions WHERE seq_from = 3", "change 3 missing from the feed"),
        ("UPDATE revisions SET recorded_at = '2000-01-01T00:00:00.000000Z' WHERE seq_from = 3", "change 3 is of 2000"),
        ("UPDATE revisions SET revision = 7 WHERE id = 'many-lives' AND revision = 4", "revision 7 is in the place"),
        ("UPDATE revisions SET seq_to = 99 WHERE id = 'many-lives' AND revision = 1", "revision 1 ends with change 99"),
        ("UPDATE revisions SET operation = 'created' WHERE id = 'many-lives' AND revision = 2", "is 'created', after"),
        ("UPDATE revisions SET body = NULL WHERE id = 'many-lives' AND revision = 2", "has no body"),
        ("UPDATE revisions SET type = 'rumour' WHERE id = 'many-lives'", "there is no such type"),
        (f"UPDATE revisions SET body = '[' WHERE {LETTER}", "a body that is not a JSON object"),
        (f"UPDATE revisions SET body = replace(body, '\"revision\"', '\"was\"') WHERE {LETTER}", "says in its body"),
        (f"UPDATE revisions SET body = replace(body, '\"letter\"', '\"rumour\"') WHERE {LETTER}", "/kind: "),
        (f"UPDATE revisions SET body = replace(body, '\"type\"', ' \"type\"') WHERE {LETTER}", "differs from how it"),
        (f"UPDATE revisions SET body = replace(body, 'second-trump', 'third-trump') WHERE {LETTER}", "There is no"),
        (f"DELETE FROM terms WHERE {SOHAE} AND field = 'kind'", "rows in terms that do not follow"),
        (f"UPDATE terms SET value = 'mine' WHERE {SOHAE} AND field = 'kind'", "rows in terms that do not follow"),
        ("UPDATE terms SET sort_key = '0' WHERE field = 'finding'", "rows in terms that do not follow"),
        ("DELETE FROM links WHERE from_id = 'sohae' AND pointer = '/citations/0/source'", "rows in links that do not"),
        (f"UPDATE texts SET words = 'x' WHERE seq_from = (SELECT seq_from FROM revisions WHERE {SOHAE})", "texts"),
        ("UPDATE terms SET seq_from = 99 WHERE id = 'sohae' AND field = 'kind'", "rows of change 99, which stored no"),
        ("UPDATE terms SET seq_to = 99 WHERE id = 'sohae'", "end with another change"),
        ("UPDATE links SET seq_to = NULL WHERE seq_to IS NOT NULL", "end with another change"),
        ("UPDATE alembic_version SET version_num = '0000'", "the database has schema 0000"),
    ],
)  # fmt: skip
def test_every_kind_of_damage_is_reported(context: Context, statement: str, told: str) -> None:
    if statement.startswith("UPDATE links"):
        with context.database.writing() as connection:
            writer = Writer(connection, context.registry, "tester")
            for note in ("first", "second"):
                put(
                    context, writer, "system", factories.system(id="a-system", citations=CITATIONS, note=note)
                )
    found = spoil(context, statement)
    assert any(told in fault for fault in found), found


def test_a_source_that_got_another_day_is_marked_as_having_stale_copies(context: Context) -> None:
    with context.database.writing() as connection:
        writer = Writer(connection, context.registry, "tester")
        put(
            context,
            writer,
            "facility",
            factories.facility(id="a-facility", components=BUILDING, citations=CITATIONS),
        )
        seen = factories.observation(id="seen", facility="a-facility", citations=CITATIONS)
        put(context, writer, "observation", seen)
        put(context, writer, "source", factories.source(id="many-lives", published="2019-07"))
    assert list(check_store(context)) == []
    found = spoil(context, "DELETE FROM terms WHERE field = 'unsettled'")
    assert found == ["source many-lives has stale copies in index rows, and is not marked as having them"]


def test_damaged_keys_are_reported(context: Context) -> None:
    keys = "INSERT INTO api_keys (id, owner, scopes, secret_hash, created_at) VALUES"
    kept = "INSERT INTO idempotency_keys (api_key_id, idempotency_key, fingerprint, status, headers, body, created_at)"
    assert spoil(
        context,
        f"{keys} ('a', ' ', 'write', '{'0' * 64}', ''), ('b', 'B', 'rule', '{'0' * 64}', '')",
        f"{keys} ('c', 'C', 'read', 's', '')",
        f"{kept} VALUES ('a', 'k', '', 500, '{{}}', '', ''), ('a', 'l', '', 201, 'x', '', '')",
    ) == [
        "API key a has no owner",
        "API key b has invalid scopes: 'rule'",
        "API key c has no SHA-256 hash of a secret",
        "idempotency key k of a has a stored response with status 500",
        "idempotency key l of a has a stored response with unreadable headers",
    ]


def test_sqlites_full_text_index_is_checked(sqlite_database: str) -> None:
    context = make_context(replace(Settings(), database_url=sqlite_database))
    migrate(context.database)
    load(context, bundled("seed"), "tester")
    found = spoil(context, "UPDATE texts_index_data SET block = x'00' WHERE id > 10")
    context.engine.dispose()
    assert any(fault.startswith("the full-text index does not match") for fault in found), found


def test_the_command_reports_errors_and_fails(sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_DATABASE_URL", sqlite_database)
    assert CliRunner().invoke(main, ["load", "seed"]).exit_code == 0
    sound = CliRunner().invoke(main, ["check"])
    assert (sound.exit_code, sound.stdout) == (0, "")
    context = make_context(replace(Settings(), database_url=sqlite_database))
    spoil(context, "DELETE FROM links")
    context.engine.dispose()
    spoilt = CliRunner().invoke(main, ["check"])
    assert spoilt.exit_code == 1
    assert "rows in links that do not follow" in spoilt.stdout
