"""Which page each resource has, and the putting of them in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from flask import Flask

from service.pages.addresses import names_file
from service.pages.asked import Asked
from service.pages.docs import docs_page, operation_page, shape_page
from service.pages.documents import document_page
from service.pages.facilities import (
    comparison_page,
    history_page,
    periods_page,
    presence_page,
    status_page,
)
from service.pages.features import definition_page, item_page, items_page, queryables_page
from service.pages.home import home_page
from service.pages.lists import list_page
from service.pages.parts import parts_page
from service.pages.problems import ProblemPages, problem_kind_page, problem_kinds_page
from service.pages.records import record_page
from service.pages.revisions import revision_page, revisions_page
from service.pages.views import search_page, situation_page, timeline_page
from service.pages.whole_record import changes_page, export_page, index_page
from service.pages.words import FILTERS, TESTS
from service.parts.routes import PartListResource
from service.records.context import Context
from service.records.http import parameters
from service.records.http.resource import RecordResource
from service.web.html import HTML
from service.web.negotiation import is_json
from service.web.operation import Answer, Operation
from service.web.resource import Resource

MakePage = Callable[[Asked], Answer]

PAGES: dict[str, MakePage] = {
    "changes": changes_page,
    "export": export_page,
    "home": home_page,
    "index": index_page,
    "ogc.api.3.0": definition_page,
    "ogc.api.3.1": definition_page,
    "search": search_page,
    "situation": situation_page,
    "timeline": timeline_page,
    "facilities.status": status_page,
    "facilities.status_history": history_page,
    "facilities.status_periods": periods_page,
    "parades.comparison": comparison_page,
    "parades.presence": presence_page,
    "openapi.docs": docs_page,
    "openapi.reference_operation": operation_page,
    "openapi.reference_shape": shape_page,
    "problems.get_problem_kind": problem_kind_page,
    "problems.list_problem_kinds": problem_kinds_page,
}
"""What makes the page of a view, by the endpoint of its resource."""

# Of any type of records, by the end of the endpoint.
_OF_TYPES: dict[str, MakePage] = {
    ".item": item_page,
    ".items": items_page,
    ".list": list_page,
    ".queryables": queryables_page,
    ".record": record_page,
    ".revisions": revisions_page,
    ".revision": revision_page,
}


def add_pages(context: Context, resources: Iterable[Resource]) -> None:
    """Have resources answer browsers with pages: all that answer ``GET`` in JSON, or in something written in it."""
    clocks = parameters.view_clocks()
    for resource in resources:
        operation = resource.operations.get("GET")
        if operation is None or not _has_page(resource, operation):
            continue
        # Every page takes all three clocks: those that change nothing in it are kept on its links.
        resource.add_page(HTML, partial(show_page, context, resource, _page_of(resource)), clocks)


def show_page(context: Context, resource: Resource, make: MakePage, *arguments: Any) -> Answer:
    """Return a page, for the values in the path and then those of the parameters."""
    *path, values = arguments
    names = [each.name for each in resource.path]
    return make(Asked(context, resource, dict(zip(names, path, strict=True)), values))


def install(app: Flask, context: Context) -> None:
    """Give templates the words that they are written with, and show browsers a page of every problem."""
    app.wsgi_app = ProblemPages(app, app.wsgi_app, context.registry)  # type: ignore[method-assign]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.tests.update(TESTS)


def _has_page(resource: Resource, operation: Operation) -> bool:
    """Tell whether browsers get a page: instead of all that is written in JSON, unless the path names a file."""
    if resource.endpoint in PAGES:
        return True
    shown = [each.media_type for each in operation.offered] or [
        each for success in operation.answers.values() for each in success.media_types
    ]
    return any(map(is_json, shown)) and not names_file(resource.rule)


def _page_of(resource: Resource) -> MakePage:
    if resource.endpoint in PAGES:
        return PAGES[resource.endpoint]
    if isinstance(resource, RecordResource) and resource.record_type is not None:
        for end, make in _OF_TYPES.items():
            if resource.endpoint in (
                f"{resource.record_type.path}{end}",
                f"ogc.{resource.record_type.path}{end}",
            ):
                return make
    if isinstance(resource, PartListResource):
        return parts_page
    return document_page
