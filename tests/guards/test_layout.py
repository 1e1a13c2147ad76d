"""The house stays as it was planned: arrows point down, rooms are small, doors are labelled."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from service.app import RECORD_TYPES

REPOSITORY = Path(__file__).parents[2]
SERVICE = REPOSITORY / "service"
MODULES = sorted(SERVICE.rglob("*.py"))
MAX_LINES = 300


def _name(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


def test_imports_follow_the_layers() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    found = subprocess.run(
        [*command, "--no-cache"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_every_package_of_the_service_has_its_layer() -> None:
    with (REPOSITORY / "pyproject.toml").open("rb") as file:
        contract, *_ = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    layered = {
        name.strip(" ()") for layer in contract["layers"] for name in layer.replace(":", "|").split("|")
    }
    there = {path.parent.name for path in SERVICE.glob("*/__init__.py")}
    there |= {path.stem for path in SERVICE.glob("*.py")} - {"__init__", "gunicorn.conf"}
    missing = sorted(there - layered)
    assert missing == [], f"{missing}: add them to a layer of [tool.importlinter] in pyproject.toml"


def test_every_package_with_a_record_type_is_served() -> None:
    declared = {path.parent.name for path in SERVICE.glob("*/record.py")}
    missing = sorted(declared - {each.path for each in RECORD_TYPES})
    assert missing == [], f"{missing}: list their record types in RECORD_TYPES of service/app.py"


@pytest.mark.parametrize("path", [each.path for each in RECORD_TYPES])
def test_every_record_type_has_a_record_in_the_seed_set(path: str) -> None:
    found = sorted((SERVICE / "dataset" / "seed" / path).glob("*.yaml"))
    assert found, f"the description has no example of {path}: add one under service/dataset/seed/{path}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_stays_below_300_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=_name)
def test_an_init_file_holds_a_sentence_and_no_code(path: Path) -> None:
    body = ast.parse(path.read_text()).body
    assert len(body) == 1
    assert isinstance(body[0], ast.Expr)
    assert isinstance(body[0].value, ast.Constant)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_says_in_one_line_what_belongs_there(path: Path) -> None:
    sentence = ast.get_docstring(ast.parse(path.read_text()))
    assert sentence, "no docstring"
    assert len(sentence.split("\n\n")[0].splitlines()) == 1


def test_no_two_classes_have_the_same_name() -> None:
    found: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(_name(path))
    shared = {name: places for name, places in found.items() if len(places) > 1}
    assert shared == {}, "name each class after what it alone is"


def test_no_module_is_named_utils_or_helpers() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [_name(path) for path in MODULES if path.stem in drawers or path.parent.name in drawers] == []


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if "operations" not in path.parts and path.name != "settings.py"],
    ids=_name,
)
def test_only_settings_reads_the_environment(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        reads = isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
        assert not reads or getattr(node.value, "id", None) != "os", f"line {node.lineno}"
