"""``peninsula import`` and ``peninsula export``, run as an operator runs them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import text

from service.app import make_context
from service.cli import main
from service.dataset.files import bundled
from service.dataset.loading import load
from service.records.context import Context
from service.settings import Settings
from service.storage.migrate import migrate
from tests.contracts import factories
from tests.servers import REPOSITORY

Run = Callable[..., Result]
SOURCE = {"type": "source", **factories.source(id="a-source")}
SYSTEM = {"type": "system", **factories.system(id="a-system")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


@pytest.fixture
def run(database_url: str) -> Run:
    """Runs ``peninsula`` on an empty database, or on that of a URL."""

    def peninsula(*arguments: object, url: str = database_url, given: bytes | None = None) -> Result:
        unset = {name: None for name in os.environ if name.startswith("PENINSULA_")}
        environment = unset | {"PENINSULA_DATABASE_URL": url}
        return CliRunner().invoke(main, [str(each) for each in arguments], env=environment, input=given)

    return peninsula


@pytest.fixture
def context(database_url: str) -> Iterator[Context]:
    context = make_context(Settings(database_url=database_url))
    migrate(context.database)
    yield context
    context.engine.dispose()


def ndjson(*lines: Any) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in lines)


def written(context: Context) -> list[tuple[str, int, str | None]]:
    with context.database.reading() as connection:
        rows = connection.execute(text("SELECT id, revision, reason FROM revisions ORDER BY seq_from"))
        return [(row[0], row[1], row[2]) for row in rows]


def told(done: Result, code: int = 0) -> str:
    assert done.exit_code == code, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done.stderr


def test_a_file_is_imported_and_again_changes_nothing(run: Run, context: Context, folder: Path) -> None:
    file = folder / "some.ndjson"
    file.write_bytes(ndjson(SYSTEM, SOURCE))
    assert "Imported: 2 created, 0 updated, 0 unchanged, 0 failed." in told(run("import", file))
    assert "Imported: 0 created, 0 updated, 2 unchanged, 0 failed." in told(run("import", file))
    assert written(context) == [("a-system", 1, None), ("a-source", 1, None)]


def test_standard_input_is_imported(run: Run, context: Context) -> None:
    told(run("import", "-", given=ndjson(SOURCE)))
    changed = ndjson(SOURCE | {"title": "Changed"})
    assert "1 updated" in told(run("import", "--reason", "Proof read", "-", given=changed))
    assert written(context) == [("a-source", 1, None), ("a-source", 2, "Proof read")]


def test_a_folder_of_yaml_and_ndjson_is_imported_together(run: Run, context: Context, folder: Path) -> None:
    (folder / "sources").mkdir()
    (folder / "README.md").write_text("What this is.\n")
    (folder / "sources" / "a-source.yaml").write_text(
        "id: a-source\ntitle: A\nkind: other\npublished: null\nreason: First reading.\n"
    )
    (folder / "more.jsonl").write_bytes(ndjson(SYSTEM))
    assert "2 created" in told(run("import", folder))
    (folder / "sources" / "a-source.yaml").write_text(
        "id: a-source\ntitle: B\nkind: other\npublished: null\nreason: Misread.\n"
    )
    assert "1 updated, 1 unchanged" in told(run("import", folder))
    assert written(context)[-1] == ("a-source", 2, "Misread.")


def test_all_errors_are_reported_with_file_line_and_pointer(run: Run, context: Context, folder: Path) -> None:
    lines, yaml = folder / "some.ndjson", folder / "odd.yaml"
    lines.write_bytes(ndjson(SOURCE, SYSTEM | {"country": "XYZ"}) + b"{\n")
    yaml.write_text("id: 'open")
    said = told(run("import", lines, yaml), 1)
    assert f"{lines}: line 2: /country: " in said
    assert f"{lines}: line 3: column 2: The line cannot be read" in said
    assert f"{yaml}: line 1, column " in said
    assert "3 of 4 records have errors: nothing was imported." in said
    assert written(context) == []


@pytest.mark.parametrize(
    ("line", "detail"),
    [
        ("published: 2018-09-09", "/published: Must be a string, not a date without quotes: {}'2018-09-09'."),
        ("note: 2018-09-09", "/note: Must be a string, not a date without quotes: {}'2018-09-09'."),
        ("authors: [2018-09-09]", "/authors/0: Must be a string, not a date without quotes: {}'2018-09-09'."),
        ("note: 2018-09-09T10:00:00", "a date and time without quotes: {}'2018-09-09T10:00:00'."),
        ("published: 2018-09-31", "line 4, column 12: 2018-09-31 is not a calendar date"),
        ("2018-09-09: A", "line 4, column 1: the key 2018-09-09 is not a string: write it in quotes"),
        ("no: A", "line 4, column 1: the key no is not a string: write it in quotes"),
    ],
)
def test_what_yaml_does_not_read_as_a_string_is_refused_with_the_advice_to_quote_it(
    run: Run, folder: Path, line: str, detail: str
) -> None:
    (folder / "sources").mkdir()
    (folder / "sources" / "a-source.yaml").write_text(f"id: a-source\ntitle: A\nkind: other\n{line}\n")
    assert detail.format("in YAML, write it in quotes, ") in told(run("import", folder), 1)


def test_best_effort_imports_the_rest_and_still_fails(run: Run, context: Context) -> None:
    said = told(run("import", "--best-effort", "-", given=ndjson(SOURCE) + b"{\n"), 1)
    assert "line 2: " in said
    assert "Imported: 1 created, 0 updated, 0 unchanged, 1 failed." in said
    assert written(context) == [("a-source", 1, None)]


def test_a_dry_run_stores_nothing(run: Run, context: Context) -> None:
    assert "Would be: 1 created" in told(run("import", "--dry-run", "-", given=ndjson(SOURCE)))
    assert written(context) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("import",), "PATHS"),
        (("import", "nowhere.ndjson"), "does not exist"),
        (("import", __file__), "must end in one of .ndjson"),
        (("export", "--type", "sumit"), "'sumit' is not one of source, system, actor, summit"),
        (("export", "--after", "-1"), "--after"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, arguments: tuple[str, ...], says: str) -> None:
    assert says in told(run(*arguments), 2)


def test_an_export_imported_into_an_empty_service_gives_the_same_records(
    run: Run, context: Context, folder: Path
) -> None:
    load(context, bundled("full"), "tests")
    whole = folder / "all.ndjson"
    told(run("export", "--output", whole))
    other = f"sqlite:///{folder / 'other.db'}"
    assert "0 failed" in told(run("import", whole, url=other))
    again = run("export", url=other)
    told(again)

    def records(lines: bytes) -> list[dict[str, Any]]:
        found = [json.loads(line) for line in lines.splitlines()]
        return [{k: v for k, v in each.items() if k != "recorded_at"} for each in found]

    assert records(again.stdout_bytes) == records(whole.read_bytes())


def test_an_export_continues_after_a_change_and_can_be_limited_to_types(run: Run, context: Context) -> None:
    load(context, bundled("seed"), "tests")
    lines = run("export").stdout_bytes.splitlines()
    cut = json.loads(lines[9])["seq"]
    assert run("export", "--after", cut).stdout_bytes.splitlines() == lines[10:]
    facilities = run("export", "--type", "facility", "--type", "system").stdout_bytes.splitlines()
    assert {json.loads(line)["type"] for line in facilities} == {"facility", "system"}


def test_progress_is_shown_on_a_terminal_only(database_url: str, run: Run, folder: Path) -> None:
    file = folder / "some.ndjson"
    file.write_bytes(ndjson(SOURCE))
    assert "Importing" not in told(run("import", file))
    master, terminal = pty.openpty()
    environment = {**os.environ, "PENINSULA_DATABASE_URL": database_url, "TERM": "xterm"}
    command = [sys.executable, "-m", "service.cli", "import", str(file)]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment, stderr=terminal, stdout=subprocess.PIPE, check=True
    )
    os.close(terminal)
    shown = os.read(master, 100_000).decode()
    os.close(master)
    assert "Importing" in shown
    assert "100%" in shown
    assert done.stdout == b""


def test_the_coverage_file_of_a_folder_is_not_imported_and_the_operator_is_told_how_to_set_it(
    run: Run, folder: Path
) -> None:
    (folder / "a-source.ndjson").write_bytes(ndjson(SOURCE))
    (folder / "coverage.yaml").write_text("parade: {until: '2018-09-10'}\n", encoding="utf-8")
    done = run("import", folder)
    assert done.exit_code == 0, done.stderr
    assert "Imported: 1 created" in done.stderr
    assert f"'peninsula coverage {folder}/coverage.yaml' sets the coverage" in done.stderr
