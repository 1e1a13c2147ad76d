"""The front page: for a browser what this is and where to go, for programs the index."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, current_app, request

from service.web.html import HTML, page
from service.web.negotiation import JSON, negotiate

# The first steps of README's tour.
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

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def get_home() -> Response:
    """Answer the front page, or to programs what ``/v1`` answers."""
    if negotiate(request, (JSON, HTML)) is HTML:
        return page("home.html", tour=TOUR)
    index: Callable[[], Response] = current_app.view_functions["records.index"]  # type: ignore[assignment]
    return index()
