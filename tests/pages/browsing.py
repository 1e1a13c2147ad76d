"""Runs the program that opens pages in a real browser."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]
PROGRAM = Path(__file__).with_name("browse.mjs")
PATIENCE_SECONDS = 880


@contextmanager
def browsing(url: str) -> Iterator[Callable[[dict[str, Any]], dict[str, Any]]]:
    """What has the browser do what it is asked, on a server: see the program."""
    # Beside node_modules, where Node.js looks for what it imports.
    copy = TESTS / f".{os.getpid()}-{PROGRAM.name}"
    shutil.copy(PROGRAM, copy)
    installed = shutil.which("chromium") or shutil.which("google-chrome") or ""

    def run(asked: dict[str, Any]) -> dict[str, Any]:
        assert (TESTS / "node_modules" / "axe-core").is_dir(), "axe-core is missing; run: make test"
        done = subprocess.run(
            ["node", copy, url, installed],
            input=json.dumps(asked),
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_SECONDS,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    try:
        yield run
    finally:
        copy.unlink()
