"""A database of each release before is brought to this one, and answers as if this one had written it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from sqlalchemy import make_url, text

from service.app import create_app
from service.commands.reindex import prepare_store
from service.integrity.checking import check_store
from service.records.context import Context
from service.records.documents import draft
from service.records.revisions import DELETED, current_revision
from service.records.schemas import instants
from service.records.writing import Writer
from service.settings import Settings
from tests.contracts.api import Api

RELEASES = Path(__file__).parent / "releases"
BACKENDS = ("sqlite", "postgresql")


@pytest.fixture(params=BACKENDS)
def migrated(request: pytest.FixtureRequest) -> Iterator[Api]:
    """The seed set as release 0.1.0 wrote it, with revisions and deletions after that, started by this release."""
    url = request.getfixturevalue(f"{request.param}_database")
    if request.param == "sqlite":
        file = Path(str(make_url(url).database))
        file.write_bytes(gzip.decompress((RELEASES / "0.1.0-sqlite.db.gz").read_bytes()))
    else:
        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute((RELEASES / "0.1.0-postgresql.sql").read_bytes())
    yield from started(url)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Api]:
    yield from started(f"sqlite:///{tmp_path / 'fresh.db'}")


def started(url: str) -> Iterator[Api]:
    settings = Settings(database_url=url)
    api = Api(create_app(settings), {}, settings)
    prepare_store(api.context)
    yield api
    api.close()


def rewrite(source: Context, target: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write every revision anew, in order, as clients sent it and when they did."""
    with source.database.reading() as connection:
        revisions = connection.execute(
            text(
                "SELECT type, id, operation, recorded_at, actor, reason, body FROM revisions ORDER BY seq_from"
            )
        ).all()
        secrets = connection.execute(text("SELECT value FROM service_secrets")).scalar_one()
    with target.database.writing() as connection:
        connection.execute(text("UPDATE service_secrets SET value = :value"), {"value": secrets})
        # One writer for all: a load in any order names records that it writes later.
        writer = Writer(connection, target.registry, "")
        for record_type, record_id, operation, recorded_at, actor, reason, body in revisions:
            monkeypatch.setattr(instants, "now", lambda instant=recorded_at: instant)
            monkeypatch.setattr(writer, "_actor", actor)
            declared = target.registry.named(record_type)
            stored = current_revision(connection, record_type, record_id)
            if operation == DELETED:
                assert stored
                writer.delete(declared, stored, reason)
            else:
                made = draft(declared, target.registry, sent(json.loads(body)))
                writer.gather(made, record_id, stored=stored, reason=reason)
                writer.flush()
    monkeypatch.undo()


def sent(value: Any) -> Any:
    """A document without what the server sets."""
    if isinstance(value, list):
        return [sent(item) for item in value]
    if not isinstance(value, dict):
        return value
    own = {"revision", "recorded_at", "self", "status_since"} | (
        {"type", "status"} if "self" in value else set()
    )
    return {
        name: sent(member)
        for name, member in value.items()
        if name not in own and not name.endswith(("_earliest", "_latest"))
    }


def addresses(api: Api) -> Iterator[str]:
    """Everything there is to ask about: records, lists, histories and views, now and at each change."""
    changes = api.read("changes")["items"]
    clocks = ["", *(f"known_at={quote(change['recorded_at'])}" for change in changes)]
    clocks += ["published_until=2018-08-01", "published_until=2019-03-05", "as_of=2018-09-10"]
    yield "changes"
    for change in changes:
        record_type = api.context.registry.named(change["type"])
        yield f"{record_type.path}/{change['id']}/revisions/{change['revision']}"
        yield f"{record_type.path}/{change['id']}/revisions"
    for clock in clocks:
        for record_type in api.context.registry:
            yield f"{record_type.path}?{clock}"
            yield f"{record_type.path}?q=sohae&{clock}"
            yield f"{record_type.path}?country=PRK&sort=id&{clock}"
        for path in ("facilities/sohae/status", "situation", "timeline", "summits/singapore-2018"):
            yield f"{path}?{clock}"
        for words in ("kim", "denuclearization", "hwasong*", "launch stand"):
            yield f"search?q={quote(words)}&{clock}"
    yield "facilities/sohae/status/history"
    yield "parades/north-korea-2018-09-09/comparison"
    yield "observations?facility=sohae&state=dismantled,partially_dismantled"


def test_a_database_of_release_0_1_answers_as_one_written_by_this_release(
    migrated: Api, fresh: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite(migrated.context, fresh.context, monkeypatch)
    asked = list(dict.fromkeys(addresses(fresh)))
    assert len(asked) > 400
    differing = []
    for address in asked:
        ours, theirs = migrated.get(address), fresh.get(address)
        if (ours.status_code, ours.data, ours.headers.get("ETag")) != (
            theirs.status_code,
            theirs.data,
            theirs.headers.get("ETag"),
        ):
            differing.append((address, ours.text[:300], theirs.text[:300]))
    assert differing == []


def test_a_database_of_release_0_1_has_no_error_after_the_start_of_this_one(migrated: Api) -> None:
    assert list(check_store(migrated.context)) == []
    assert migrated.get("/readyz").status_code == 200
