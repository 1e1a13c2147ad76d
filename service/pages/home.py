"""The front page: for browsers the situation today and the ways in, for programs the index."""

from __future__ import annotations

from functools import partial
from typing import Any

from service.formats.ndjson import NDJSON
from service.pages.asked import Asked
from service.pages.structured_data import data_set
from service.records.http.answers import CLOCKS, resolve_known_at
from service.records.http.resource import RecordResource
from service.situation.answers import Situation
from service.situation.reading import situation_document
from service.timeline.routes import get_timeline
from service.web.operation import Answer
from service.web.resource import Resource, Values

# The first steps of the tour in README.
TOUR = (
    ("What was the state of play on 10 September 2018?", "/v1/situation?as_of=2018-09-10"),
    (
        "How often did Trump and Kim meet, and what came of it?",
        "/v1/summits?party=Donald%20Trump&status=held&sort=date",
    ),
    (
        "What did satellite images that were public on 6 March 2019 show of the launch site at Sohae?",
        "/v1/facilities/sohae/status?published_until=2019-03-06",
    ),
    ("What happened around the meeting in Singapore?", "/v1/timeline?near=summits/singapore-2018&days=60"),
)
_LATEST = 8
_FACILITIES = 10


def resource(index: Resource) -> Resource:
    """Return the resource of the front page, which answers programs as the index does."""
    shown = index.operations["GET"].answers[200]
    return RecordResource("/", "home").on("GET", partial(get_home, index), answers={200: shown})


def get_home(index: Resource, values: Values) -> Answer:
    """Get the front page.

    For browsers a page with links; for other clients the same answer as `/v1`.
    """
    answer: Answer = index.operations["GET"].view(values)
    return answer


def home_page(asked: Asked) -> Answer:
    """Return the front page."""
    context = asked.context
    clocks = {name: value for name, value in asked.values.items() if name in CLOCKS}
    with context.database.reading(snapshot=True) as connection:
        situation = situation_document(connection, clocks, resolve_known_at(connection, clocks))
    latest: Any = get_timeline(context, {**clocks, "limit": _LATEST}).document["items"]
    return asked.page(
        "home.html",
        "Peninsula",
        headers_of_view=False,
        clocks_taken=CLOCKS,
        tour=TOUR,
        document=situation,
        facilities=sorted(
            situation["facilities"], key=lambda each: each["last_observed"] or "", reverse=True
        )[:_FACILITIES],
        latest=latest,
        names=asked.names([situation], context.shapes.of_view(Situation)),
        json_ld=data_set(
            asked,
            "Peninsula",
            "The sourced, dated record of diplomacy and denuclearisation on the Korean Peninsula: "
            "summits, letters and statements, military parades, nuclear and missile facilities.",
            [(NDJSON.media_type, "/v1/export?format=ndjson")],
        ),
    )
