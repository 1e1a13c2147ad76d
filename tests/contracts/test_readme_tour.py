"""README's tour is the truth: what ``make serve`` has loaded gives each question the answer it shows."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.api import Api

README = Path(__file__).parents[2] / "README.md"
STEPS = re.findall(
    r"\$ curl -s 'http://127\.0\.0\.1:8000(?P<path>[^']+)'\n```\n"
    r"```json(?P<shortened> shortened)?\n(?P<answer>.*?)\n```",
    README.read_text(encoding="utf-8"),
    re.DOTALL,
)
TABLES = re.findall(
    r"\$ curl -s 'http://127\.0\.0\.1:8000([^']+\.csv[^']*)' \| cut -d, -f1-(\d+)\n```\n```csv\n(.*?)\n```",
    README.read_text(encoding="utf-8"),
    re.DOTALL,
)
TEXTS = re.findall(
    r"\$ curl -s 'http://127\.0\.0\.1:8000([^']+)' \| (grep [^\n]+)\n```\n```text\n(.*?)\n```",
    README.read_text(encoding="utf-8"),
    re.DOTALL,
)


@pytest.mark.parametrize(("path", "command", "shown"), TEXTS, ids=[each[0] for each in TEXTS])
def test_readme_shows_lines_of_the_text_that_the_service_gives(
    full: Api, path: str, command: str, shown: str
) -> None:
    given = full.get(path).get_data(as_text=True).replace("\r\n", "\n")
    found = subprocess.run(["sh", "-c", command], input=given, capture_output=True, text=True, check=True)
    assert found.stdout.splitlines() == shown.splitlines()


@pytest.mark.parametrize(("path", "columns", "answer"), TABLES, ids=[each[0] for each in TABLES])
def test_readme_shows_the_columns_of_the_table_that_the_service_gives(
    full: Api, path: str, columns: str, answer: str
) -> None:
    lines = full.get(path).get_data(as_text=True).splitlines()
    assert [",".join(line.split(",")[: int(columns)]) for line in lines] == answer.splitlines()


@pytest.mark.parametrize(("path", "shortened", "answer"), STEPS, ids=[step[0] for step in STEPS])
def test_readme_shows_the_answer_that_the_service_gives(
    full: Api, path: str, shortened: str, answer: str
) -> None:
    shown, given = json.loads(answer), full.get(path).json
    assert (_only_what_is_shown(given, shown) if shortened else given) == shown


def _only_what_is_shown(given: Any, shown: Any) -> Any:
    """The members that are shown, and as many items of each list; one shown as empty is."""
    if isinstance(given, dict) and isinstance(shown, dict):
        return {name: _only_what_is_shown(given[name], value) for name, value in shown.items()}
    if isinstance(given, list) and isinstance(shown, list) and shown:
        return [_only_what_is_shown(item, value) for item, value in zip(given, shown, strict=False)]
    return given


def test_the_tour_has_steps_of_which_the_first_is_the_state_of_play() -> None:
    assert len(STEPS) >= 5
    assert TABLES
    assert len(TEXTS) == 2
    assert STEPS[0][0] == "/v1/situation?as_of=2018-09-10"
