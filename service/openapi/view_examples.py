"""Examples of the derived views: what the seed set answers, in the file that ``make openapi`` writes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from service.web.resource import Resource


def questions(resources: Iterable[Resource]) -> list[str]:
    """Return the URLs whose answers are examples. None may have a next page: cursors differ between databases."""
    return [
        success.question
        for resource in resources
        for operation in resource.operations.values()
        for success in operation.answers.values()
        if success.question
    ]


@cache
def answers() -> dict[str, Any]:
    """Return the answers of the seed set, by URL."""
    found: dict[str, Any] = json.loads(files(__package__).joinpath("view_examples.json").read_text("utf-8"))
    return found
