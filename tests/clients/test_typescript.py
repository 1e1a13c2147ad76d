"""clients/typescript is of this description, builds and packs, and works against a running service."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pytest

from service.access.keys import create_key
from service.app import make_context
from service.settings import Settings
from tests.clients.troubled_proxy import run_troubled_proxy
from tests.servers import REPOSITORY, run_server

PACKAGE = REPOSITORY / "clients" / "typescript"
PROGRAM = Path(__file__).parent / "typescript" / "program.ts"
NPM = REPOSITORY / "tests" / "node_modules"
MAX_LINES = 300
STRICTLY = {
    "target": "es2022",
    "lib": ["es2022", "dom", "dom.iterable"],
    "module": "nodenext",
    "types": [],
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "skipLibCheck": True,
}


def run(*command: str | Path, cwd: Path) -> str:
    """Return what a command prints, or fail with all that it said; it finds the tools of tests/package.json."""
    path = f"{NPM / '.bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _code(document: Path) -> list[str]:
    return re.findall(r"```ts\n(.*?)```", document.read_text(), re.DOTALL)


@pytest.fixture(scope="module")
def server(
    copy_full_record: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """The URL of a running server with the full record, and a key to write with."""
    database_url = copy_full_record(tmp_path_factory.mktemp("record") / "record.db")
    context = make_context(Settings(database_url=database_url))
    with context.database.writing() as connection:
        _, key = create_key(connection, "clients", ["write"], None, datetime.now(UTC))
    context.engine.dispose()
    with run_server(database_url, dataset="none", workers=1) as running:
        yield running.url, key


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory, server: tuple[str, str]) -> Path:
    """A folder with the packed and installed package, and programs that use it, compiled."""
    folder = tmp_path_factory.mktemp("programs")
    package = folder / "package"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("dist", "node_modules"))
    run("npm", "pack", "--offline", "--silent", "--pack-destination", folder, cwd=package)
    installed = folder / "node_modules" / "@peninsula"
    installed.mkdir(parents=True)
    run("tar", "-xzf", next(folder.glob("*.tgz")), cwd=installed)
    (installed / "package").rename(installed / "client")
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "tsconfig.json").write_text(
        json.dumps({"compilerOptions": STRICTLY, "files": ["program.ts", "readme.ts", "quick_start.ts"]})
    )
    (folder / "program.ts").write_text(PROGRAM.read_text())
    reading, writing, following = _code(PACKAGE / "README.md")
    readme = "\n".join(
        [reading, f"const KEY = {server[1]!r};", writing, "let stored: string | undefined;", following]
    )
    ending = "stored = feed.position;\n  break;"
    (folder / "readme.ts").write_text(
        readme.replace("http://127.0.0.1:8000", server[0])
        .replace("stored = feed.position;", ending)
        .replace('stored ?? "latest", type: ["observation"]', 'stored ?? 0, type: ["observation"]')
    )
    (quick_start,) = _code(REPOSITORY / "README.md")
    (folder / "quick_start.ts").write_text(quick_start.replace("http://127.0.0.1:8000", server[0]))
    run("tsc", "--project", folder, cwd=folder)
    return folder


def test_the_generated_types_are_of_this_description() -> None:
    run("node", PACKAGE / "generate.mjs", "--check", cwd=REPOSITORY)


def test_the_package_has_the_version_of_the_service() -> None:
    assert json.loads((PACKAGE / "package.json").read_text())["version"] == version("peninsula")


def test_what_is_written_by_hand_stays_below_300_lines_a_file() -> None:
    written = [path for path in (PACKAGE / "src").glob("*.ts") if path.name != "schema.ts"]
    assert written
    assert [path.name for path in written if len(path.read_text().splitlines()) > MAX_LINES] == []


def test_the_package_reads_writes_follows_and_endures(programs: Path, server: tuple[str, str]) -> None:
    with run_troubled_proxy(server[0]) as proxy:
        run("node", programs / "program.js", *server, proxy, cwd=programs)


def test_the_quick_start_of_the_project_runs_as_written(programs: Path) -> None:
    said = run("node", programs / "quick_start.js", cwd=programs).splitlines()
    assert [line[:10] for line in said] == ["2018-06-12", "2019-02-27", "2019-06-30", "rebuilding"]


def test_the_package_s_own_readme_runs_as_written(programs: Path) -> None:
    said = run("node", programs / "readme.js", cwd=programs)
    assert "2018-06-12 Singapore meeting of Donald Trump and Kim Jong Un" in said
    assert "Sohae, by what was public on 6 March 2019: rebuilding" in said
    assert "/problems/not-found" in said
    assert "created /v1/observations/" in said
