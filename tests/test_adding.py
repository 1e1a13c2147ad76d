"""The guide to adding a record type, a field, a filter, a view and a representation works as it stands."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.servers import REPOSITORY

BLOCK = re.compile(r"^```(python|yaml|diff) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ASK = """
import json, sys
from service.app import create_app
from service.settings import Settings

client = create_app(Settings(database_url=sys.argv[1])).test_client()
answers = {each: client.get(each) for each in sys.argv[2:]}
print(json.dumps({each: [answer.status_code, answer.text] for each, answer in answers.items()}))
"""
ARTICLE = "A Military Demarcation Line shall be fixed."
TREATY = "/v1/treaties/armistice-1953"


def blocks() -> list[tuple[str, str, str]]:
    """Return the kind, file and text of each block of the guide that changes a file, in order."""
    return BLOCK.findall((REPOSITORY / "docs" / "adding.md").read_text())


def apply(copy: Path, kind: str, name: str, text: str) -> None:
    """Write a new file, or apply a diff at the place where its context lines are."""
    file = copy / name
    if kind != "diff":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return
    lines = text.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    content = file.read_text()
    assert content.count(before) == 1, f"docs/adding.md changes lines that are not in {name} once:\n{before}"
    file.write_text(content.replace(before, after))


def copied(folder: Path, without: str = "") -> Path:
    """A copy of the service without its large data set, after all steps, or all except those of one file or folder."""
    copy = folder / "copy"
    shutil.copytree(
        REPOSITORY / "service", copy / "service", ignore=shutil.ignore_patterns("full", "__pycache__")
    )
    shutil.copytree(REPOSITORY / "tests" / "guards", copy / "tests" / "guards")
    shutil.copy(REPOSITORY / "pyproject.toml", copy)
    for kind, name, text in blocks():
        if not without or not name.startswith(without):
            apply(copy, kind, name, text)
    return copy


def run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PENINSULA_")}
    environment |= {
        "PYTHONPATH": str(copy),
        "PENINSULA_DATABASE_URL": f"sqlite:///{copy / 'record.db'}",
        "PENINSULA_LOG_LEVEL": "error",
    }
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)


def guards(copy: Path) -> subprocess.CompletedProcess[str]:
    chosen = "layer or served or seed or sentence"
    options = ("-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-k", chosen)
    return run(copy, "-m", "pytest", *options, "tests/guards/test_layout.py")


def test_a_type_made_by_the_guide_is_listed_searched_exported_described_and_viewed(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    for arguments in (("check", "--dataset", "seed"), ("migrate",), ("load", "seed")):
        done = run(copy, "-m", "service.cli", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
    asked = {
        "list": "/v1/treaties?kind=armistice&from=1953-01-01&to=1953-12-31&sort=date",
        "filter": "/v1/treaties?depositary=nobody",
        "typo": "/v1/treaties?depositry=nobody",
        "record": TREATY,
        "view": f"{TREATY}/in-force?fields=as_of,articles&as_of=1953-08-01",
        "text": f"{TREATY}/in-force?format=text&as_of=1953-08-01",
        "parts": "/v1/articles?text=demarcation+line&kind=armistice&source=armistice-agreement",
        "other parts": "/v1/articles?text=reunification",
        "feed of parts": "/v1/articles.jsonfeed",
        "search": "/v1/search?q=armistice&type=treaty",
        "timeline": "/v1/timeline?kind=treaty&as_of=1953-12-31",
        "export": "/v1/export?type=treaty",
        "feed": "/v1/changes?type=treaty",
        "description": "/openapi.json?detail=full",
    }
    done = run(copy, "-c", ASK, f"sqlite:///{copy / 'record.db'}", *asked.values())
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout.splitlines()[-1])

    def answer(name: str) -> Any:
        status, text = answers[asked[name]]
        assert status == 200, text
        return json.loads(text)

    assert [each["id"] for each in answer("list")["items"]] == ["armistice-1953"]
    assert answer("filter")["items"] == []
    assert answers[asked["typo"]][0] == 400
    assert "Did you mean 'depositary'?" in answers[asked["typo"]][1]
    assert answer("record")["depositary"] is None
    (article,) = answer("view")["articles"]
    assert (article["text"], article["in_force"]) == (ARTICLE, "1953-07-27")
    assert answers[asked["text"]] == [200, f"{ARTICLE}\n"]
    (row,) = answer("parts")["items"]
    assert (row["record"]["id"], row["pointer"], row["date"]) == (
        "armistice-1953",
        "/articles/0",
        "1953-07-27",
    )
    assert (row["kind"], row["text"], row["cited_by"]) == ("armistice", ARTICLE, "record")
    assert answer("other parts")["items"] == []
    (entry,) = answer("feed of parts")["items"]
    assert entry["title"].startswith(f"Korean Armistice Agreement: {ARTICLE}, 27 July 1953")
    assert [each["record"]["id"] for each in answer("search")["items"]] == ["armistice-1953"]
    assert [each["summary"] for each in answer("timeline")["items"]] == ["Korean Armistice Agreement"]
    assert answer("export")["id"] == "armistice-1953"
    assert [each["id"] for each in answer("feed")["items"]] == ["armistice-1953"]
    described = answer("description")
    assert described["paths"]["/v1/treaties/{id}"]["get"]["operationId"] == "getTreaty"
    assert "depositary" in json.dumps(described["paths"]["/v1/treaties"]["get"]["parameters"])
    in_force = described["paths"]["/v1/treaties/{id}/in-force"]["get"]
    assert in_force["operationId"] == "getArticlesInForce"
    # Whatever answers in JSON has a page.
    in_all = {"application/json", "text/html", "text/plain"}
    assert in_force["responses"]["200"]["content"].keys() == in_all
    assert described["paths"]["/v1/articles"]["get"]["operationId"] == "listArticles"
    assert described["components"]["examples"]["Treaty"]["value"]["id"] == "armistice-1953"
    passed = guards(copy)
    assert passed.returncode == 0, passed.stdout


@pytest.mark.parametrize(
    ("without", "says"),
    [
        ("service/app.py", "list their record types in RECORD_TYPES of service/app.py"),
        ("pyproject.toml", "add them to a layer of [tool.importlinter] in pyproject.toml"),
        ("service/dataset/seed/treaties", "add one under service/dataset/seed/"),
    ],
)
def test_a_step_of_the_guide_that_is_left_out_is_named_by_a_guard(
    tmp_path: Path, without: str, says: str
) -> None:
    failed = guards(copied(tmp_path, without))
    assert failed.returncode == 1
    assert says in failed.stdout


def test_a_type_without_coverage_is_named_by_the_check_of_the_data_set(tmp_path: Path) -> None:
    failed = run(
        copied(tmp_path, "service/dataset/seed/coverage.yaml"),
        *("-m", "service.cli", "check", "--dataset", "seed"),
    )
    assert failed.returncode != 0
    assert "/treaty: is missing: add 'treaty:' with 'from' and 'until'" in failed.stderr
