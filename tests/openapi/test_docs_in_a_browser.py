"""/docs in a real browser: Execute on an untouched form is a request that works, and nothing comes from elsewhere."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.openapi.contract import Contract
from tests.servers import run_server

TESTS = Path(__file__).parents[1]
PROGRAM = Path(__file__).parent / "clients" / "execute_docs.mjs"
PATIENCE_SECONDS = 880


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database_url = f"sqlite:///{tmp_path_factory.mktemp('server') / 'peninsula.db'}"
    with run_server(database_url, dataset="seed", workers=2) as running:
        yield running.url


@pytest.fixture
def program() -> Iterator[Path]:
    """The program beside node_modules, where Node.js looks for what it imports."""
    copy = TESTS / f".{PROGRAM.name}"
    shutil.copy(PROGRAM, copy)
    yield copy
    copy.unlink()


def test_execute_on_every_untouched_get_is_200(url: str, contract: Contract, program: Path) -> None:
    installed = shutil.which("chromium") or shutil.which("google-chrome") or ""
    assert (TESTS / "node_modules" / "playwright-core").is_dir(), "playwright-core is missing; run: make test"
    done = subprocess.run(
        ["node", program, url, installed],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    shown = json.loads(done.stdout)
    gets = {each["operationId"] for _, method, each in contract.operations() if method == "get"}
    assert shown["statuses"] == dict.fromkeys(gets, "200")
    assert shown["elsewhere"] == []
    assert shown["broken"] == []
