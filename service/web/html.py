"""HTML as a representation: a template filled in, with a policy that lets the page load its own files alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import render_template

from service.web.negotiation import Representation

MEDIA_TYPE = "text/html; charset=utf-8"
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


@dataclass(frozen=True)
class HtmlPage:
    """What a page shows.

    :param templates: names of templates, of which the first that there is is filled in.
    :param values: what it is filled in with, by name.
    """

    templates: tuple[str, ...]
    values: Mapping[str, Any]


def render(page: HtmlPage) -> bytes:
    """Return a page as HTML; text in its values is text, whatever it looks like."""
    return render_template(list(page.templates), **page.values).encode("utf-8", "replace")


HTML = Representation(
    "html",
    MEDIA_TYPE,
    lambda answer: render(answer.content),
    {"Content-Security-Policy": lambda: POLICY},
    {"type": "string"},
    is_page=True,
)
