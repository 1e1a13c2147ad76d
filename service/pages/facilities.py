"""The pages of a facility's status, its history and periods, and of what parades showed: each with its drawing."""

from __future__ import annotations

from dataclasses import replace

from service.pages.asked import MOST_ROWS, Asked, Trail
from service.pages.drawings.strip import draw_strip
from service.pages.figures import figure_of, grid_figure, strip_figure
from service.pages.forms import chips_of, controls_of
from service.pages.parade_choice import parades_to_compare
from service.pages.pictures import grid_of, grid_of_two
from service.records.schemas.date_words import date_in_words
from service.web.operation import Answer

# As many columns as fit a screen.
_PARADES = 15


def status_page(asked: Asked) -> Answer:
    """Return the page of the status of a facility on a day."""
    document = asked.document
    facility = document["facility"]
    return asked.page(
        "facility_status.html",
        f"{facility['name']}: status on {date_in_words(document['reference_date'])}",
        trail=_trail(facility),
        document=document,
        names=asked.names(),
        figure=strip_figure(asked, facility["id"]),
    )


def history_page(asked: Asked) -> Answer:
    """Return the page of the history of a facility's status."""
    document = asked.document
    facility = document["facility"]
    return asked.page(
        "facility_history.html",
        f"{facility['name']}: how its status changed",
        trail=_trail(facility),
        document=document,
        names=asked.names(),
        figure=strip_figure(asked, facility["id"]),
        next_url=asked.to.next_page(document["next_cursor"]),
    )


def periods_page(asked: Asked) -> Answer:
    """Return the page of the strip of a facility."""
    document = asked.document
    return asked.page(
        "drawing.html",
        f"{document['facility']['name']}: states over time",
        trail=_trail(document["facility"]),
        document=document,
        figure=figure_of(asked, draw_strip(document)),
    )


def presence_page(asked: Asked) -> Answer:
    """Return the page of the grid of weapon systems by parades, of the newest ones where nobody says how many."""
    asked = replace(asked, values={"limit": _PARADES, **asked.values})
    document = asked.document
    return asked.page(
        "drawing.html",
        "Weapon systems by parades",
        trail=[("Parades", "/v1/parades")],
        document=document,
        figure=grid_figure(asked, grid_of(asked.context, document, asked.values)),
        controls=controls_of(asked),
        chips=chips_of(asked),
        next_url=asked.to.next_page(document["next_cursor"]),
        next_words="Earlier parades",
        all_url=asked.to.here(limit=MOST_ROWS) if document["next_cursor"] else None,
    )


def comparison_page(asked: Asked) -> Answer:
    """Return the page that compares two parades."""
    document = asked.document
    parade = document["parade"]
    return asked.page(
        "comparison.html",
        f"What {parade['title']} showed",
        trail=[("Parades", "/v1/parades"), (parade["title"], parade["self"])],
        document=document,
        names=asked.names(),
        figure=grid_figure(asked, grid_of_two(asked.context, document, asked.values)),
        parades=parades_to_compare(asked, parade),
        other=(document["with"] or {}).get("id", ""),
    )


def _trail(facility: dict[str, str]) -> Trail:
    return [("Facilities", "/v1/facilities"), (facility["name"], facility["self"])]
