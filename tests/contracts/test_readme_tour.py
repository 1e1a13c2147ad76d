"""README's tour is the truth: each question it asks gets the answer it shows."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.contracts.api import Api

README = Path(__file__).parents[2] / "README.md"
STEPS = re.findall(
    r"\$ curl -s 'http://127\.0\.0\.1:8000(?P<path>[^']+)'\n```\n```json\n(?P<answer>.*?)\n```",
    README.read_text(encoding="utf-8"),
    re.DOTALL,
)


@pytest.mark.parametrize(("path", "answer"), STEPS, ids=[path for path, _ in STEPS])
def test_readme_shows_the_answer_that_the_service_gives(seeded: Api, path: str, answer: str) -> None:
    assert seeded.get(path).json == json.loads(answer)


def test_the_tour_has_steps() -> None:
    assert len(STEPS) >= 5
