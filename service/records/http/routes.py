"""The routes of every record type, and those across them: the index, the change feed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from marshmallow import fields, validate

from service.records.context import Context
from service.records.coverage import coverage_of_all
from service.records.feed import newest
from service.records.http import changes, history, lists, parameters, record, writes
from service.records.http.forms import citations, feeds, view_tables
from service.records.http.forms.offered import forms_of_list, forms_of_record, forms_of_revisions
from service.records.http.resource import ID, RecordResource
from service.records.http.revision_parameters import compare, recorded_within
from service.records.http.shapes import (
    PageShape,
    RecordShape,
    RevisionList,
    RevisionShape,
    change_list,
    index_shape,
)
from service.records.record_type import RecordType
from service.web import failures
from service.web.links import link_header
from service.web.operation import Answer, Success
from service.web.parameters import Parameter, QueryLimits
from service.web.resource import Resource


def resources_of_type(context: Context, record_type: RecordType) -> list[Resource]:
    """Return the resources of one record type: its list, a record, its revisions."""
    base, plural = f"/v1/{record_type.path}", record_type.path

    def bound(view: Any) -> Any:
        return partial(view, context, record_type)

    reason = fields.String(
        validate=validate.Length(1, 500),
        metadata={"description": "Why, in words; kept in the history and the feed."},
    )
    paging = [
        parameters.limit(),
        parameters.cursor(),
        parameters.known_at(),
    ]
    many = parameters.many_records(record_type)
    one, noun = RecordShape(record_type), record_type.name.replace("_", " ")
    json, written = "application/json", RecordShape(record_type, "write")
    dated = ("Last-Modified",)
    found = f"The {noun}; without `Last-Modified` where other records are in it too."
    return [
        RecordResource(base, f"{plural}.list", record_type)
        .on(
            "GET",
            bound(lists.list_records),
            many,
            {200: Success("One page.", PageShape(record_type))},
            forms=forms_of_list(context, record_type),
        )
        .on(
            "POST",
            bound(writes.create_record),
            answers={
                201: Success("It was created.", one, (*dated, "Location", "Idempotency-Replayed")),
            },
            fails=(failures.BAD_WRITE_REQUEST, failures.NOT_CREATED, failures.NOT_CREATABLE),
            takes={json: written},
        ),
        RecordResource(f"{base}/{ID}", f"{plural}.record", record_type)
        .on(
            "GET",
            bound(record.get_record),
            [*parameters.one_record(record_type), citations.POINTER],
            {200: Success(found, RecordShape(record_type, "selection"), dated)},
            failures.MISSING,
            forms=forms_of_record(context, record_type),
        )
        .on(
            "PUT",
            bound(writes.replace_record),
            answers={
                200: Success("It was replaced.", one, dated),
                201: Success("It was created, or brought back.", one, (*dated, "Location")),
            },
            fails=(
                failures.BAD_WRITE_REQUEST,
                failures.INVALID,
                *failures.PRECONDITIONS,
                failures.NOT_FOUND,
            ),
            takes={json: written},
        )
        .on(
            "PATCH",
            bound(writes.patch_record),
            answers={200: Success("It was changed.", one, dated)},
            fails=(
                failures.BAD_WRITE_REQUEST,
                *failures.MISSING,
                failures.INVALID,
                *failures.PRECONDITIONS,
            ),
            takes={writes.MERGE_PATCH: RecordShape(record_type, "patch")},
        )
        .on(
            "DELETE",
            bound(writes.delete_record),
            [Parameter("reason", reason)],
            {204: Success("It was deleted.", is_tagged=False)},
            (*failures.MISSING, failures.REFERENCED, *failures.PRECONDITIONS),
        ),
        RecordResource(f"{base}/{ID}/revisions", f"{plural}.revisions", record_type).on(
            "GET",
            bound(history.list_record_revisions),
            [*recorded_within(), *paging, parameters.byte_order_mark()],
            {200: Success("One page.", RevisionList)},
            (failures.NOT_FOUND,),
            forms=forms_of_revisions(context, record_type),
        ),
        RecordResource(f"{base}/{ID}/revisions/<int:number>", f"{plural}.revision", record_type).on(
            "GET",
            bound(history.get_record_revision),
            [compare(), parameters.known_at()],
            {200: Success("The revision.", RevisionShape(record_type))},
            (failures.NOT_FOUND,),
        ),
    ]


def shared_resources(context: Context) -> list[Resource]:
    """Return the resources across record types."""
    links, changed = links_of(context), change_list(context.registry.names)
    return [
        RecordResource("/v1", "index").on(
            "GET",
            partial(get_index, context, links),
            answers={200: Success("What there is.", index_shape(links), ("Link",))},
        ),
        RecordResource("/v1/changes", "changes").on(
            "GET",
            partial(changes.list_changes, context),
            changes.feed_parameters(context.registry),
            {200: Success("A stretch of the feed.", changed, ("Link",))},
            (failures.NOT_RETAINED,),
            forms={
                **view_tables.of_view(context, partial(changes.list_changes, context), changed),
                **feeds.of_changes(context),
            },
        ),
    ]


def all_resources(context: Context) -> list[Resource]:
    """Return every resource of the record, in the order of the API description."""
    found = shared_resources(context)
    for record_type in context.registry:
        found += resources_of_type(context, record_type)
        found += record_type.views(context) if record_type.views else []
    for views in context.views:
        found += views(context)
    for resource in found:
        resource.bound(query_bounds(context))
    return found


def query_bounds(context: Context) -> QueryLimits:
    """Return how much is read of any query."""
    settings = context.settings
    return QueryLimits(settings.max_parameters, settings.max_list_values, settings.max_page_size)


def links_of(context: Context) -> dict[str, tuple[str, str]]:
    """Return the URLs of the index, each with what is there, by name."""
    across = [resource for views in context.views for resource in views(context)]
    views = {each.rule: each.words("GET")[1] for each in across if "GET" in each.operations}
    return {
        "self": ("/v1", "This index."),
        "changes": ("/v1/changes", "The change feed."),
        **{each.path: (f"/v1/{each.path}", each.description) for each in context.registry},
        **{url.rsplit("/", 1)[1]: (url, f"{summary}.") for url, summary in views.items()},
        "features": ("/ogc", "OGC API Features: records that have a place, for map tools."),
        "openapi": ("/openapi.json", "This description."),
        "docs": ("/docs", "This description, to read and try."),
        "problems": ("/problems", "The kinds of problem."),
    }


def get_index(context: Context, links: Mapping[str, tuple[str, str]], _: Mapping[str, Any]) -> Answer:
    """See what there is.

    Links to every list, and to what else there is.
    """
    with context.database.reading() as connection:
        last = newest(connection)
        coverage = coverage_of_all(connection, context.registry.names)
    urls = {name: url for name, (url, _) in links.items()}
    described = link_header({"service-desc": "/openapi.json", "service-doc": "/docs"})
    document = {"title": "Peninsula", "last_seq": last, "coverage": coverage, "links": urls}
    return Answer(document, {"Link": described})
