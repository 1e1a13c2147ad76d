"""docs/security.md speaks of tests that there are, and the service can call no other server."""

import ast
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
DOCUMENT = (REPOSITORY / "docs" / "security.md").read_text()
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", DOCUMENT)))


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_a_test_that_the_document_names_is_there(path: str, name: str) -> None:
    tree = ast.parse((REPOSITORY / path).read_text())
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_each_of_the_ten_risks_has_a_test() -> None:
    chapters = re.split(r"^### ", DOCUMENT.partition("## Injection")[0], flags=re.MULTILINE)[1:]
    assert [each.split()[0] for each in chapters] == [f"API{number}" for number in range(1, 11)]
    assert [each.split("\n")[0] for each in chapters if "`tests/" not in each] == []


def test_the_service_has_no_http_client() -> None:
    clients = {
        "requests",
        "httpx",
        "aiohttp",
        "urllib3",
        "urllib.request",
        "http.client",
        "ftplib",
        "smtplib",
    }
    for path in (REPOSITORY / "service").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                assert not {alias.name for alias in node.names} & clients, path
            elif isinstance(node, ast.ImportFrom):
                assert node.module not in clients, path
