"""The pages of problems: of the kinds that there are, and of one that a request met."""

from __future__ import annotations

from service.pages.asked import Asked
from service.web.operation import Answer


def problem_kinds_page(asked: Asked) -> Answer:
    """Return the page that explains every kind of problem."""
    return asked.page("problems.html", "Problems", document=asked.document)


def problem_kind_page(asked: Asked) -> Answer:
    """Return the page that explains a kind of problem."""
    document = asked.document
    trail = [("Problems", "/problems")]
    return asked.page("problem.html", document["title"], trail=trail, document=document)
