"""Runs programs of Node.js that drive a real browser: Chromium on PATH, else the one that npm installed."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

MODULES = Path(__file__).parent / "node_modules"
PATIENCE_SECONDS = 880


def drive_browser(program: Path, folder: Path, url: str, given: object = None) -> Any:
    """Return what a program prints, as JSON, for the server at a URL and ``given`` on its standard input.

    :param folder: where its copy is put, beside a link to the modules that it imports: Node.js looks for them there.
    """
    assert (MODULES / "axe-core").is_dir(), "modules of Node.js are missing; run: make test"
    link, copy = folder / MODULES.name, folder / program.name
    if not link.is_symlink():
        link.symlink_to(MODULES)
    shutil.copy(program, copy)
    installed = shutil.which("chromium") or shutil.which("google-chrome") or ""
    done = subprocess.run(
        ["node", copy, url, installed],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)
