"""The front page: for browsers an introduction with links, for programs the index."""

from __future__ import annotations

from functools import partial

from flask import Response

from service.pages.asked import Asked
from service.web.operation import Answer
from service.web.resource import Resource, Values

# The first steps of the tour in README.
TOUR = (
    ("What was the state of play on 10 September 2018?", "/v1/situation?as_of=2018-09-10"),
    (
        "How often did Trump and Kim meet, and what came of it?",
        "/v1/summits?party=Donald%20Trump&status=held&sort=date&fields=id,date,outcome.result",
    ),
    (
        "What did satellite images that were public on 6 March 2019 show of the launch site at Sohae?",
        "/v1/facilities/sohae/status?published_until=2019-03-06",
    ),
    ("What happened around the meeting in Singapore?", "/v1/timeline?near=summits/singapore-2018&days=60"),
)


def resource(index: Resource) -> Resource:
    """Return the resource of the front page, which answers programs as the index does."""
    shown = index.operations["GET"].answers[200]
    return Resource("/", "home").on("GET", partial(get_home, index), answers={200: shown})


def get_home(index: Resource, _: Values) -> Answer | Response:
    """Get the front page.

    For browsers a page with links; for other clients the same answer as `/v1`.
    """
    return index()


def home_page(asked: Asked) -> Answer:
    """Return the front page."""
    return asked.page("home.html", "Peninsula", tour=TOUR, headers_of_view=False)
