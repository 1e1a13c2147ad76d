"""The Python client is of this description and this release, and installs from what is built of it."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.servers import REPOSITORY

CLIENT = REPOSITORY / "clients" / "python"
PACKAGE = CLIENT / "src" / "peninsula_client"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "_generated")


def run(*command: str | Path, cwd: Path) -> str:
    finished = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


def test_what_is_generated_is_of_this_description(tmp_path: Path) -> None:
    run(sys.executable, CLIENT / "generate.py", "--output", tmp_path / "_generated", cwd=tmp_path)
    made, committed = (
        {path.name: path.read_text() for path in folder.glob("*.py")}
        for folder in (tmp_path / "_generated", PACKAGE / "_generated")
    )
    assert made == committed, "openapi.yaml changed: run `make clients`"


def test_the_client_has_the_version_of_the_service() -> None:
    with (REPOSITORY / "pyproject.toml").open("rb") as file:
        version = tomllib.load(file)["project"]["version"]
    assert f'__version__ = "{version}"' in (PACKAGE / "_version.py").read_text()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_written_by_hand_stays_below_300_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 300


def test_what_the_client_imports_is_what_it_asks_for() -> None:
    imported = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(str(node.module).split(".")[0])
    with (CLIENT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    needed = project["dependencies"] + project["optional-dependencies"]["pandas"]
    foreign = imported - sys.stdlib_module_names - {"peninsula_client"}
    assert foreign == {Requirement(each).name for each in needed}


def test_wheel_and_source_archive_are_built_and_the_wheel_installs(tmp_path: Path) -> None:
    """Without a network: with the setuptools of this environment, and without the dependencies that are there."""
    build = "from setuptools import build_meta as b; import sys; b.build_sdist(sys.argv[1])"
    source = tmp_path / "source"
    run("cp", "-r", CLIENT, source, cwd=tmp_path)
    run(sys.executable, "-c", build, tmp_path, cwd=source)
    (archive,) = tmp_path.glob("peninsula_client-*.tar.gz")
    (tmp_path / "unpacked").mkdir()
    run("tar", "-xzf", archive, cwd=tmp_path / "unpacked")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    install = (
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--target",
        tmp_path / "place",
    )
    run(sys.executable, "-m", "pip", *install, unpacked, cwd=tmp_path)
    shown = "import peninsula_client as p; print(p.__version__, p.__file__); p.Client().close()"
    found = run(sys.executable, "-c", f"import sys; sys.path.insert(0, 'place'); {shown}", cwd=tmp_path)
    assert str(tmp_path / "place") in found
    assert {"py.typed", "_generated"} <= {
        path.name for path in (tmp_path / "place" / "peninsula_client").iterdir()
    }
