"""The commands in README and the guide to importing can be pasted, and change only what the text says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.servers import PATIENCE_SECONDS, REPOSITORY, run_server

# They start servers, which run until they are stopped; other tests run them.
STARTING = ("make serve", "make test", "POSTGRES_PASSWORD")


def _commands(document: Path) -> str:
    blocks = re.findall(r"```console\n(.*?)```", document.read_text(), re.DOTALL)
    lines = "".join(blocks).splitlines()
    shown = [line.removeprefix("$ ") for line in lines if line.startswith(("$ ", "    "))]
    return "\n".join(line for line in shown if not line.startswith(STARTING))


def _exported(url: str) -> dict[str, Any]:
    lines = httpx.get(f"{url}/v1/export", timeout=PATIENCE_SECONDS).text.splitlines()
    return {f"{each['type']}/{each['id']}": each for each in map(json.loads, lines)}


@pytest.fixture(scope="module")
def service(
    copy_full_record: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """The address of a server with the full data set, and that of its database."""
    database_url = copy_full_record(tmp_path_factory.mktemp("record") / "record.db")
    with run_server(database_url, dataset="none", workers=1) as running:
        yield running.url, database_url


@pytest.mark.parametrize(
    ("name", "operations", "refused"),
    [
        ("README.md", ["created", "updated", "deleted"], ["/problems/invalid-parameter"]),
        ("docs/importing.md", [], []),
    ],
)
def test_pasting_every_command_leaves_the_record_as_it_was(
    tmp_path: Path, service: tuple[str, str], name: str, operations: list[str], refused: list[str]
) -> None:
    url, database_url = service
    document = REPOSITORY / name
    for table in re.findall(r"```csv\n(.*?)```", document.read_text(), re.DOTALL):
        (tmp_path / "sightings.csv").write_text(table)
    before = _exported(url)
    script = _commands(document).replace("http://127.0.0.1:8000", url)
    script = script.replace(".venv/bin/", f"{Path(sys.executable).parent}/")
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=tmp_path,
        env=os.environ | {"PENINSULA_DATABASE_URL": database_url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    assert _exported(url) == before
    # Of the read requests only the misspelt one is refused; of the writes none.
    assert re.findall(r'"type": ?"(/problems/[a-z-]+)"', done.stdout) == refused
    if operations:
        history = httpx.get(f"{url}/v1/sources/my-first-source/revisions", timeout=PATIENCE_SECONDS).json()
        assert [each["operation"] for each in history["items"]] == operations[::-1]


def test_the_quick_start_for_python_runs_as_written(service: tuple[str, str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (REPOSITORY / "README.md").read_text(), re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code.replace("http://127.0.0.1:8000", service[0])],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY / "clients" / "python" / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.splitlines()
    assert [line[:10] for line in lines] == ["2018-06-12", "2019-02-27", "2019-06-30", "rebuilding"]
