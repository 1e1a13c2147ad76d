"""The command line, run as an operator runs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import text

from service.access.keys import authenticate
from service.cli import main
from service.storage.engine import Database, make_engine
from tests.dataset.files import sound, write
from tests.servers import REPOSITORY

Run = Callable[..., Result]
TOKEN = re.compile(r"pen_[0-9a-f]{12}_[0-9a-f]{64}\n")


@pytest.fixture
def run(sqlite_database: str) -> Run:
    """Runs ``peninsula`` on an empty database; further settings by name."""

    def peninsula(*arguments: str, **settings: str) -> Result:
        unset = {name: None for name in os.environ if name.startswith("PENINSULA_")}
        chosen = {"PENINSULA_DATABASE_URL": sqlite_database}
        return CliRunner().invoke(main, arguments, env=unset | chosen | settings)

    return peninsula


@pytest.fixture
def database(sqlite_database: str) -> Iterator[Database]:
    database = Database(make_engine(sqlite_database))
    yield database
    database.engine.dispose()


def succeeded(done: Result) -> str:
    assert done.exit_code == 0, done.stderr
    return done.stdout


def refused(done: Result) -> str:
    assert done.exit_code != 0
    assert isinstance(done.exception, SystemExit), done.exc_info
    assert done.stdout == ""
    return done.stderr


def test_keys_create_prints_the_key_as_its_only_line_of_output(
    sqlite_database: str, database: Database
) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PENINSULA_")}
    done = subprocess.run(
        [sys.executable, "-m", "service.cli", "keys", "create", "--owner", "Ada", "--scope", "write"],
        cwd=REPOSITORY,
        env=environment | {"PENINSULA_DATABASE_URL": sqlite_database},
        capture_output=True,
        text=True,
        check=True,
    )
    token = done.stdout
    assert TOKEN.fullmatch(token)
    with database.reading() as connection:
        key = authenticate(connection, token.strip(), datetime.now(UTC))
    assert key is not None
    assert (key.owner, key.scopes, key.expires_at) == ("Ada", ("write",), None)


def test_only_the_hash_of_a_key_is_stored_and_the_key_is_shown_once(run: Run, database: Database) -> None:
    token = succeeded(run("keys", "create", "--owner", "Ada", "--scope", "admin")).strip()
    secret = token.rpartition("_")[2]
    with database.reading() as connection:
        row = str(connection.execute(text("SELECT * FROM api_keys")).one())
    assert secret not in row
    listed = run("keys", "list")
    assert secret not in listed.stdout + listed.stderr


def test_a_key_may_have_several_scopes_and_a_last_day(run: Run, database: Database) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date()
    arguments = ("--owner", "Ada", "--scope", "read", "--scope", "write", "--expires", str(tomorrow))
    token = succeeded(run("keys", "create", *arguments)).strip()
    last = datetime.combine(tomorrow, datetime.min.time(), UTC) + timedelta(days=1)
    with database.reading() as connection:
        assert authenticate(connection, token, last - timedelta(seconds=1)) is not None
        assert authenticate(connection, token, last) is None
    assert f"\tAda\tread,write\tvalid until {tomorrow}\n" in succeeded(run("keys", "list"))


def test_a_revoked_key_is_invalid_and_still_listed(run: Run, database: Database) -> None:
    token = succeeded(run("keys", "create", "--owner", "Ada", "--scope", "write")).strip()
    key_id = token.split("_")[1]
    assert f"{key_id}\tAda\twrite\tvalid\n" in succeeded(run("keys", "list"))
    assert key_id in succeeded(run("keys", "revoke", key_id))
    assert f"{key_id}\tAda\twrite\trevoked" in succeeded(run("keys", "list"))
    with database.reading() as connection:
        assert authenticate(connection, token, datetime.now(UTC)) is None


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--owner", " ", "--scope", "write"), "--owner"),
        (("--owner", "a\nb", "--scope", "write"), "--owner"),
        (("--scope", "write"), "--owner"),
        (("--owner", "Ada"), "--scope"),
        (("--owner", "Ada", "--scope", "root"), "root"),
        (("--owner", "Ada", "--scope", "write", "--expires", "2001-01-01"), "--expires"),
        (("--owner", "Ada", "--scope", "write", "--expires", "soon"), "soon"),
    ],
)
def test_an_invalid_key_is_not_created(run: Run, arguments: tuple[str, ...], says: str) -> None:
    assert says in refused(run("keys", "create", *arguments))


def test_revoking_an_unknown_key_is_an_error(run: Run) -> None:
    assert "0123456789ab" in refused(run("keys", "revoke", "0123456789ab"))


def test_loading_the_seed_set_twice_writes_it_once(run: Run, database: Database) -> None:
    first, second = run("load", "seed"), run("load", "seed")
    succeeded(first)
    succeeded(second)
    assert "wrote 0" in second.stderr
    with database.reading() as connection:
        revisions = connection.execute(text("SELECT max(revision), count(*) FROM revisions")).one()
        actors = connection.execute(text("SELECT DISTINCT actor FROM revisions")).scalars().all()
    assert revisions[0] == 1
    assert f"wrote {revisions[1]}" in first.stderr
    assert actors == ["command line"]


@pytest.mark.parametrize("arguments", [("--dataset",), ("--dataset", "full"), ("--dataset", "seed")])
def test_the_bundled_record_is_checked_without_a_database(
    run: Run, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    assert "no errors" in succeeded(run("check", *arguments))
    assert list(tmp_path.iterdir()) == []


def test_a_check_without_the_borders_of_countries_says_what_it_did_not_check(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = sound()
    files["facilities/sohae.yaml"]["place"] |= {"latitude": 48.85, "longitude": 2.35, "precision": "site"}
    folder = write(tmp_path / "files", files)
    monkeypatch.setattr("service.commands.check.bundled", lambda _: [folder])
    assert "48.85, 2.35 does not lie in PRK" in refused(run("check", "--dataset"))
    monkeypatch.setitem(sys.modules, "tzfpy", None)
    result = run("check", "--dataset")
    assert "no errors" in succeeded(result)
    assert "Coordinates were not compared with country borders" in result.stderr


def test_every_error_of_the_bundled_record_is_reported(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = sound()
    files["systems/hwasong-14.yaml"] |= {"category": "ikbm", "country": "XYZ"}
    folder = write(tmp_path / "files", files)
    monkeypatch.setattr("service.commands.check.bundled", lambda _: [folder])
    said = refused(run("check", "--dataset"))
    assert "systems/hwasong-14.yaml: /category: " in said
    assert "systems/hwasong-14.yaml: /country: " in said


def test_the_coverage_printed_is_what_was_set(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "coverage.yaml"
    file.write_text(
        "parade:\n  from: null\n  until: '2018-09-10'\n  missing:\n  - 열병식.\n", encoding="utf-8"
    )
    assert succeeded(run("coverage")) == "{}\n"
    assert run("coverage", str(file)).stderr == "Set.\n"
    assert succeeded(run("coverage")) == file.read_text(encoding="utf-8")
    assert run("coverage", str(file)).stderr == "Nothing changed.\n"


def test_every_error_of_a_coverage_is_reported_and_nothing_is_set(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "coverage.yaml"
    file.write_text("parades: {}\nsummit: {until: '2018'}\n", encoding="utf-8")
    said = refused(run("coverage", str(file)))
    assert "/parades: Unknown record type 'parades'. Did you mean 'parade'?" in said
    assert "/summit/until: '2018' is not a calendar date" in said
    file.write_text("parade: [\n", encoding="utf-8")
    assert "coverage.yaml: line 2, column 1: " in refused(run("coverage", str(file)))
    assert succeeded(run("coverage")) == "{}\n"


def test_coverage_is_of_a_dataset(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.touch()
    assert "--dataset" in refused(run("check", "--coverage", str(file)))


def test_the_coverage_is_written_between_its_markers_only(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text("No place for it.\n", encoding="utf-8")
    assert "no <!-- until:begin -->" in refused(run("check", "--dataset", "seed", "--coverage", str(file)))
    file.write_text(
        "Before.\n<!-- coverage:begin -->\nold\n<!-- coverage:end -->\nBetween.\n"
        "<!-- until:begin --><!-- until:end -->\nAfter.\n",
        encoding="utf-8",
    )
    succeeded(run("check", "--dataset", "seed", "--coverage", str(file)))
    text_ = file.read_text(encoding="utf-8")
    assert text_.startswith("Before.\n<!-- coverage:begin -->\n| year | sources |")
    assert "|\n<!-- coverage:end -->\nBetween.\n<!-- until:begin -->\n| type | from | until |\n" in text_
    assert text_.endswith("|\n<!-- until:end -->\nAfter.\n")
    assert "old" not in text_


def test_migrating_is_reported_and_may_be_repeated(run: Run) -> None:
    assert "up to date" in succeeded(run("migrate"))
    assert "up to date" in succeeded(run("migrate"))


@pytest.mark.parametrize("command", [("migrate",), ("load", "seed"), ("keys", "list"), ("serve",)])
def test_a_database_of_a_newer_release_is_refused_in_one_line(
    run: Run, database: Database, command: tuple[str, ...]
) -> None:
    succeeded(run("migrate"))
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert "start the newer release" in refused(run(*command))


def test_all_invalid_settings_are_named(run: Run) -> None:
    said = refused(
        run("migrate", PENINSULA_WORKERS="many", PENINSULA_LOG_FORMAT="xml", PENINSULA_DATASETS="none")
    )
    for name in ("PENINSULA_WORKERS", "PENINSULA_LOG_FORMAT", "PENINSULA_DATASETS"):
        assert name in said


def test_an_unknown_command_is_refused(run: Run) -> None:
    assert "serv" in refused(run("serv"))
