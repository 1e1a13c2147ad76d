"""openapi.yaml satisfies the linter, and clients generated from it work against the running server."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from service.access.keys import create_key
from service.app import make_context
from service.settings import Settings
from service.storage.migrate import migrate
from tests.openapi.contract import COMMITTED, Contract
from tests.servers import PATIENCE_SECONDS, run_server

CLIENTS = Path(__file__).parent / "clients"
NPM = Path(__file__).parents[1] / "node_modules" / ".bin"


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    assert Path(command[0]).exists() or "/" not in str(command[0]), f"{command[0]} is missing; run: make test"
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    finished = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=os.environ | quiet | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The URL of a running server with the seed set, and a key to write with."""
    database_url = f"sqlite:///{tmp_path_factory.mktemp('server') / 'peninsula.db'}"
    context = make_context(Settings(database_url=database_url))
    migrate(context.database)
    with context.database.writing() as connection:
        _, key = create_key(connection, "clients", ["write"], None, datetime.now(UTC))
    context.engine.dispose()
    with run_server(database_url, dataset="seed", workers=2) as running:
        yield running.url, key


def test_redocly_s_recommended_rules_find_nothing(tmp_path: Path) -> None:
    command = (NPM / "redocly", "lint", COMMITTED, "--extends=recommended", "--format=json")
    totals = json.loads(run(*command, cwd=tmp_path))["totals"]
    assert totals == {"errors": 0, "warnings": 0, "ignored": 0}


def test_a_python_client_is_generated_and_lists_reads_and_writes(
    tmp_path: Path, server: tuple[str, str]
) -> None:
    generator = (Path(sys.executable).parent / "openapi-python-client", "generate", "--fail-on-warning")
    target = ("--meta", "none", "--output-path", tmp_path / "peninsula_client")
    said = run(
        *generator, "--path", COMMITTED, "--config", CLIENTS / "python_client.yaml", *target, cwd=tmp_path
    )
    assert "WARNING" not in said
    assert "skipping" not in said.lower()
    run(sys.executable, CLIENTS / "python_client.py", *server, cwd=tmp_path, PYTHONPATH=str(tmp_path))


def test_typescript_clients_are_generated_type_check_and_list_read_and_write(
    tmp_path: Path, server: tuple[str, str]
) -> None:
    (tmp_path / "node_modules").symlink_to(NPM.parent)
    run(NPM / "openapi-typescript", COMMITTED, "--output", tmp_path / "peninsula.d.ts", cwd=tmp_path)
    plugins = ("--plugins", "@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk", "--no-log-file")
    run(NPM / "openapi-ts", "--input", COMMITTED, "--output", tmp_path / "hey", *plugins, cwd=tmp_path)
    programs = [tmp_path / "typescript_client.ts", tmp_path / "hey_api_client.ts"]
    for program in programs:
        program.write_text((CLIENTS / program.name).read_text())
    strictly = ("--strict", "--noUncheckedIndexedAccess", "--skipLibCheck")
    modules = ("--module", "commonjs", "--moduleResolution", "node10", "--esModuleInterop")
    platform = ("--target", "es2022", "--lib", "es2022,dom,dom.iterable")
    run(NPM / "tsc", *strictly, *modules, *platform, *programs, cwd=tmp_path)
    for program in programs:
        run("node", program.with_suffix(".js"), *server, cwd=tmp_path)


def test_a_url_longer_than_gunicorn_reads_is_414_as_the_introduction_says(
    server: tuple[str, str], contract: Contract
) -> None:
    url = f"{server[0]}/v1/summits"
    answer = httpx.get(url, params={"source": ",".join(["a" * 80] * 200)}, timeout=PATIENCE_SECONDS)
    assert answer.status_code == 414
    assert "is `414`" in contract.document["info"]["description"]
    assert not [operation for _, _, operation in contract.operations() if "414" in operation["responses"]]
