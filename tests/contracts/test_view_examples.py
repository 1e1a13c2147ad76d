"""What openapi.yaml shows of the derived views is what the service answers of the seed set."""

from __future__ import annotations

import pytest

from service.openapi.view_examples import QUESTIONS, answers
from service.records.http.routes import all_resources
from tests.contracts.api import Api


@pytest.mark.parametrize("endpoint", QUESTIONS)
def test_the_example_of_a_view_is_what_is_answered(seeded: Api, endpoint: str) -> None:
    assert seeded.get(QUESTIONS[endpoint]).json == answers()[endpoint]


def test_every_view_has_an_example(seeded: Api) -> None:
    assert {each.endpoint for each in all_resources(seeded.context) if each.answers} == QUESTIONS.keys()
