"""The Makefile lists itself, hands settings on, and says what is missing."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
MAKEFILE = (REPOSITORY / "Makefile").read_text()
# The make that runs the tests hands these down; those started here are to know nothing of it.
INHERITED = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "HOST", "PORT"}


def _make(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in INHERITED}
    return subprocess.run(
        [shutil.which("make"), *arguments],
        cwd=REPOSITORY,
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_make_alone_lists_every_command_with_a_sentence() -> None:
    commands = set(re.findall(r"^\.PHONY: (\S+)", MAKEFILE, re.MULTILINE))
    listed = [line.split(maxsplit=2) for line in _make().stdout.splitlines()]
    assert {command for _, command, _ in listed} == commands
    assert {"serve", "test", "lint", "openapi", "help"} <= commands
    assert all(len(sentence) > 10 for _, _, sentence in listed)


@pytest.mark.parametrize("how", ["as arguments", "in the environment", "not at all"])
def test_host_port_and_settings_are_handed_to_the_server(how: str) -> None:
    given = {"HOST": "0.0.0.0", "PORT": "9000", "PENINSULA_WORKERS": "3"}
    arguments = [f"{name}={value}" for name, value in given.items()] if how == "as arguments" else []
    environment = given if how == "in the environment" else {}
    shown = _make("--eval=show: ; @echo $$HOST $$PORT $$PENINSULA_WORKERS", "show", *arguments, **environment)
    expected = "127.0.0.1 8000" if how == "not at all" else "0.0.0.0 9000 3"
    assert shown.stdout.strip() == expected


def test_a_missing_python_is_named() -> None:
    result = _make("--always-make", ".venv/.installed", "find_python=true")
    assert result.returncode != 0
    assert "No Python 3.11 or newer" in result.stderr


def test_a_missing_npm_is_named(tmp_path: Path) -> None:
    (tmp_path / "sh").symlink_to(shutil.which("sh"))
    result = _make("--always-make", "tests/node_modules/.installed", PATH=str(tmp_path))
    assert result.returncode != 0
    assert "npm not found" in result.stderr


@pytest.mark.parametrize("has_python", [True, False])
def test_the_checks_of_a_change_run_on_the_image_s_python_or_say_that_they_did_not(
    tmp_path: Path, has_python: bool
) -> None:
    commands = {"make": 'echo "make $*"', "npm": "true", "chromium": "true"}
    commands["python3.13"] = "exit 0" if has_python else "exit 127"
    for name, does in commands.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n")
        (tmp_path / name).chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    said = subprocess.run(
        [REPOSITORY / ".ci" / "run"],
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = said.stdout.splitlines()
    assert lines[:3] == ["make lint", "make test", "make test-faults"]
    last = "make test-python PYTHON=python3.13" if has_python else "No python3.13 found"
    assert len(lines) == 4
    assert lines[3].startswith(last)
