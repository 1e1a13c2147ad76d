"""Examples of the derived views: questions to the seed set, and the file of answers that ``make openapi`` writes."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

# By endpoint. None may have a next page: cursors are another database's in another database.
QUESTIONS = {
    "facilities.status": "/v1/facilities/sohae/status?as_of=2018-07-21",
    "facilities.status_history": "/v1/facilities/sohae/status/history?as_of=2018-07-21",
    "parades.comparison": "/v1/parades/north-korea-2018-09-09/comparison?as_of=2018-09-10",
    "situation": "/v1/situation?as_of=2018-09-10",
    "timeline": "/v1/timeline?from=2018-09-09&to=2018-09-10&as_of=2018-09-10",
    "search": "/v1/search?q=hwasong-14&type=system,parade&as_of=2018-09-10",
}


@cache
def answers() -> dict[str, Any]:
    """Return the answers to ``QUESTIONS``, by endpoint."""
    found: dict[str, Any] = json.loads(files(__package__).joinpath("view_examples.json").read_text("utf-8"))
    return found
