"""What openapi.yaml shows of the derived views is what the service answers of the seed set."""

from __future__ import annotations

from service.openapi.view_examples import answers, questions
from service.records.http.routes import all_resources
from tests.contracts.api import Api


def test_the_example_of_a_view_is_what_is_answered(seeded: Api) -> None:
    asked = questions(all_resources(seeded.context))
    assert len(asked) == 12
    assert {each: seeded.get(each).json for each in asked} == answers()
