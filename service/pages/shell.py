"""What stands around the content of every page."""

from __future__ import annotations

from typing import Any

from flask import request

from service.pages.addresses import Addresses
from service.pages.files import file_url
from service.pages.words import plural
from service.records.record_type import Registry

_NAMED_BY_OTHERS = frozenset({"system", "actor", "source"})
_VIEWS = (("Situation", "/v1/situation"), ("Timeline", "/v1/timeline"))
# The header has a form for search.
_SERVICE = (("API", "/docs"),)


def shell_of(registry: Registry, to: Addresses, title: str) -> dict[str, Any]:
    """Return what the shell of a page is filled in with, by name; what a page lacks is empty."""
    return {
        "to": to,
        "title": title,
        "trail": (),
        "style": file_url("page.css"),
        "icon": file_url("icon.svg"),
        "navigation": _navigation(registry),
        "clocks": None,
        "forms": (),
        "canonical": "",
        "cite": "",
        "json_ld": None,
    }


def _navigation(registry: Registry) -> list[tuple[str, str, bool]]:
    """Return the name and path of each entry of the navigation, and whether the page is there or below."""
    types = sorted(registry, key=lambda each: each.name in _NAMED_BY_OTHERS)
    entries = [*_VIEWS, *((plural(each), f"/v1/{each.path}") for each in types), *_SERVICE]
    return [(name, path, f"{request.path}/".startswith(f"{path}/")) for name, path in entries]
