"""What is committed builds anywhere: locked by hash, bound to no registry and to no one's machine."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from service.settings import settings_table

REPOSITORY = Path(__file__).parents[2]
LOCKS = [f"requirements{name}.txt" for name in ("", "-build", "-fast", "-telemetry", "-parquet", "-dev")]
REGISTRIES = [
    *(f"{host}.org" for host in ("pypi", "pythonhosted")),
    *(f"registry.{host}.org" for host in ("npmjs", "yarnpkg")),
    *(f"{host}.{end}" for host, end in (("npmjs", "com"), ("yarnpkg", "com"), ("debian", "org"))),
]
# Folders of one machine; /tmp/ is every machine's.
MACHINE_PATHS = re.compile(r"(?<![\w.-])/(?:work|root|home/\w+|Users/\w+)/")


def _committed() -> list[Path]:
    """What git knows, or would take in: ignored files are not ours."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    paths = [REPOSITORY / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def _lines() -> list[tuple[str, int, str]]:
    return [
        (str(path.relative_to(REPOSITORY)), number, line)
        for path in _committed()
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
    ]


def test_no_file_names_the_address_of_a_package_registry() -> None:
    hosts = re.compile("|".join(re.escape(host) for host in REGISTRIES))
    assert [(name, number) for name, number, line in _lines() if hosts.search(line)] == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    found = [(name, number) for name, number, line in _lines() if MACHINE_PATHS.search(line)]
    assert found == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_locked_by_version_and_hash(name: str) -> None:
    text = (REPOSITORY / name).read_text()
    entries = re.split(r"\n(?=\S)", text.strip())
    assert entries
    for entry in entries:
        requirement, *hashes = [part.strip() for part in entry.split("\\\n")]
        assert re.fullmatch(r"[\w.\[\],-]+==[^ ;]+( ; .+)?", requirement), requirement
        assert hashes
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", each) for each in hashes), requirement


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_asked_for_is_locked_and_says_what_it_is_for(name: str) -> None:
    locked = (REPOSITORY / name).read_text()
    for line in (REPOSITORY / name.replace(".txt", ".in")).read_text().splitlines():
        if line.startswith(("#", "-r ")):
            continue
        wanted, _, reason = line.partition(" # ")
        assert reason.strip() or name == "requirements-build.txt", line
        assert re.search(rf"^{re.escape(Requirement(wanted.strip()).name)}==", locked, re.MULTILINE), line


def test_what_runs_is_tested_in_the_same_versions() -> None:
    running = re.findall(r"^(\S+==\S+)", (REPOSITORY / "requirements.txt").read_text(), re.MULTILINE)
    tested = re.findall(r"^(\S+==\S+)", (REPOSITORY / "requirements-dev.txt").read_text(), re.MULTILINE)
    assert set(running) <= set(tested)


def test_npm_packages_are_locked_by_hash_and_bound_to_no_registry() -> None:
    packages = json.loads((REPOSITORY / "tests" / "package-lock.json").read_text())["packages"]
    del packages[""]
    assert packages
    assert [name for name, each in packages.items() if "integrity" not in each or "resolved" in each] == []
    wanted = json.loads((REPOSITORY / "tests" / "package.json").read_text())["devDependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_the_readme_can_be_read_at_a_sitting_and_its_links_lead_somewhere() -> None:
    documents = [REPOSITORY / "README.md", *(REPOSITORY / "docs").glob("*.md")]
    assert len(documents[0].read_text().splitlines()) <= 250
    for document in documents:
        for target in re.findall(r"\]\((?!https?://|#)([^)#\s]+)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_table_of_settings_lists_every_setting() -> None:
    document = (REPOSITORY / "docs" / "settings.md").read_text()
    found = re.search(r"<!-- settings:begin -->\n(.*?)\n<!-- settings:end -->", document, re.DOTALL)
    assert found, "docs/settings.md lacks the lines <!-- settings:begin --> and <!-- settings:end -->"
    assert found[1].strip() == settings_table()


def _asked(name: str) -> set[str]:
    lines = (REPOSITORY / name).read_text().splitlines()
    return {
        canonicalize_name(Requirement(line.partition(" # ")[0]).name)
        for line in lines
        if not line.startswith(("#", "-r "))
    }


def test_the_optional_packages_are_the_same_in_both_lists() -> None:
    with (REPOSITORY / "pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    assert {name: set(extra) for name, extra in extras.items()} == {
        name: _asked(f"requirements-{name}.in") for name in ("telemetry", "parquet")
    }


def test_what_the_service_imports_is_what_it_asks_for() -> None:
    of_module = packages_distributions()
    imported = set()
    optional = {"operations/telemetry.py", "formats/parquet_file.py", "dataset/checks/places.py"}
    for path in set((REPOSITORY / "service").rglob("*.py")) - {
        REPOSITORY / "service" / name for name in optional
    }:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(str(node.module).split(".")[0])
    foreign = imported - sys.stdlib_module_names - {"service", "_typeshed"}
    needed = {canonicalize_name(of_module[module][0]) for module in foreign}
    assert _asked("requirements.in") == needed
