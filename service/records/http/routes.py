"""The routes of every record type, and those across them: the index, the change feed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from flask import Blueprint, Flask, Response, g, request
from marshmallow import Schema, fields, validate

from service.access.scopes import require
from service.records.context import Context, current
from service.records.coverage import coverage_of_all
from service.records.feed import newest
from service.records.http import changes, history, lists, parameters, record, writes
from service.records.http.answers import answer_json, shape_view
from service.records.http.identifiers import check_identifiers, names_records
from service.records.reading import settle
from service.records.record_type import RecordType
from service.records.replica_reads import read_from_replica
from service.records.schemas.fields import LONGEST_SLUG, Slug
from service.web import problem_catalogue as kinds
from service.web.conditional import wants_newest
from service.web.negotiation import OFFERED, Representation, negotiate
from service.web.parameters import Bounds, Parameter, Parameters
from service.web.problem import Problem

ID = "<id>"
_SLUG = re.compile(Slug.pattern)
# What was known at an instant stays the same. A week, not for ever: rules may be mended, in a new release.
_SETTLED = "max-age=604800, immutable"
# What the database's column holds.
_MOST_REVISIONS = 2**31 - 1


class Resource:
    """One URL rule with its methods: for routing, for strict parameters, and for the API description."""

    def __init__(
        self,
        rule: str,
        endpoint: str,
        record_type: RecordType | None = None,
        offered: tuple[Representation, ...] = OFFERED,
    ) -> None:
        self.rule = rule
        self.endpoint = endpoint
        self.record_type = record_type
        self.parameters: dict[str, Parameters] = {}
        self.views: dict[str, Callable[..., Response]] = {}
        self.answers: dict[str, type[Schema]] = {}
        # What its views negotiate among: the cache chooses as they do. Nothing: they answer in their own way, uncached.
        self.offered = offered
        self._takes: dict[str, tuple[str, ...]] = {
            "POST": ("application/json",),
            "PATCH": (writes.MERGE_PATCH,),
        }

    def on(
        self,
        method: str,
        view: Callable[..., Response],
        declared: Iterable[Parameter] = (),
        answers: type[Schema] | None = None,
        takes: tuple[str, ...] = (),
    ) -> Resource:
        """Answer a method with a view, which is given the path's values and the parameters'.

        ``answers`` is the shape of a derived view's answer: the API description tells it, and ``fields`` and ``expand``
        go by it. ``takes`` the media types of a body that
        is no record.
        """
        if takes:
            self._takes[method] = takes
        shaping = parameters.shaping() if answers is not None else []
        self.parameters[method] = Parameters([*declared, *shaping])
        if answers is not None:
            self.answers[method] = answers
        self.views[method] = view
        return self

    def bound(self, bounds: Bounds) -> None:
        """Read no more of a query than this."""
        for method, taken in self.parameters.items():
            self.parameters[method] = Parameters(taken.declared, bounds)

    def __call__(self, **path: Any) -> Response:
        """Answer the request in hand."""
        if request.method == "OPTIONS":
            response = Response(status=204, headers={"Allow": self.allow} | self.accepts)
            del response.headers["Content-Type"]
            return response
        method = "GET" if request.method == "HEAD" else request.method
        require("read" if method == "GET" else "write")
        values = self.parameters[method].read(request.query_string)
        g.query = self.parameters[method].normalised(values)
        view = partial(self.views[method], values=values, **path)
        if method != "GET":
            return view()
        if method in self.answers:
            shape_view(self.answers[method], values)
        declared = self.parameters[method].declared
        answer = partial(_checked, declared, values, view) if names_records(declared, values) else view
        wants = request.headers.get("Cache-Control", "")
        if "known_at" not in values:
            return read_from_replica(current(), answer, wants_newest=wants_newest(wants))
        settle(current().database, values["known_at"])
        # What is settled in the database itself may not have come to a replica yet.
        response = read_from_replica(current(), answer, wants_newest=True)
        response.headers["Cache-Control"] = _SETTLED
        return response

    @property
    def accepts(self) -> dict[str, str]:
        """The media types of bodies, by header (RFC 5789, 3.1; W3C Linked Data Platform, 7.1)."""
        headers = {"POST": "Accept-Post", "PATCH": "Accept-Patch"}
        return {
            name: ", ".join(self._takes[method]) for method, name in headers.items() if method in self.views
        }

    @property
    def methods(self) -> list[str]:
        """All methods that are answered, HEAD and OPTIONS among them."""
        return sorted({*self.views, "OPTIONS", *(["HEAD"] if "GET" in self.views else [])})

    @property
    def allow(self) -> str:
        """The value of the ``Allow`` header (RFC 9110, 10.2.1)."""
        return ", ".join(self.methods)


def _checked(
    declared: Sequence[Parameter], values: Mapping[str, Any], view: Callable[[], Response]
) -> Response:
    """Return a view's answer; raises ``Problem`` 400 for identifiers that name nothing that there ever was."""
    context = current()
    with context.database.reading() as connection:
        check_identifiers(connection, context.registry, declared, values)
    return view()


def resources_of(context: Context, record_type: RecordType) -> list[Resource]:
    """Return the resources of one record type: its list, a record, its revisions."""
    base, plural = f"/v1/{record_type.path}", record_type.path

    def bound(view: Callable[..., Response]) -> Callable[..., Response]:
        def answer(values: Mapping[str, Any], **path: Any) -> Response:
            check_path(record_type, path)
            return view(context, record_type, *path.values(), values)

        return answer

    def unparameterised(view: Callable[..., Response]) -> Callable[..., Response]:
        def answer(**named: Any) -> Response:
            path = {name: value for name, value in named.items() if name != "values"}
            check_path(record_type, path)
            return view(context, record_type, *path.values())

        return answer

    reason = fields.String(
        validate=validate.Length(1, 500),
        metadata={"description": "Why, in words; kept in the history and the feed."},
    )
    paging = [
        parameters.limit(),
        parameters.cursor(),
        parameters.known_at(),
        parameters.response_format(),
    ]
    many = parameters.many_records(record_type)
    return [
        Resource(base, f"{plural}.list", record_type)
        .on("GET", bound(lists.list_records), many)
        .on("POST", unparameterised(writes.create_record)),
        Resource(f"{base}/{ID}", f"{plural}.record", record_type)
        .on("GET", bound(record.read_record), parameters.one_record(record_type))
        .on("PUT", unparameterised(writes.replace_record))
        .on("PATCH", unparameterised(writes.patch_record))
        .on("DELETE", bound(writes.delete_record), [Parameter("reason", reason)]),
        Resource(f"{base}/{ID}/revisions", f"{plural}.revisions", record_type).on(
            "GET", bound(history.list_revisions), paging
        ),
        Resource(f"{base}/{ID}/revisions/<int:number>", f"{plural}.revision", record_type).on(
            "GET", bound(history.get_revision), [parameters.known_at(), parameters.response_format()]
        ),
    ]


def shared_resources(context: Context) -> list[Resource]:
    """Return the resources across record types."""
    across = views_across(context)
    return [
        Resource("/v1", "index").on(
            "GET", lambda **_: _index(context, across), [parameters.response_format()]
        ),
        Resource("/v1/changes", "changes").on(
            "GET",
            lambda values: changes.list_changes(context, values),
            changes.feed_parameters(context.registry),
        ),
    ]


def all_resources(context: Context) -> list[Resource]:
    """Return every resource of the record, in the order of the API description."""
    found = shared_resources(context)
    for record_type in context.registry:
        found += resources_of(context, record_type)
        found += record_type.views(context) if record_type.views else []
    for views in context.views:
        found += views(context)
    for resource in found:
        resource.bound(query_bounds(context))
    return found


def query_bounds(context: Context) -> Bounds:
    """Return how much is read of any query."""
    settings = context.settings
    return Bounds(settings.max_parameters, settings.max_list_values, settings.max_page_size)


def install(app: Flask, context: Context) -> list[Resource]:
    """Add the resources to an application and return them."""
    blueprint = Blueprint("records", __name__)
    resources = all_resources(context)
    for resource in resources:
        blueprint.add_url_rule(
            resource.rule,
            endpoint=resource.endpoint.replace(".", "_"),
            view_func=resource,
            methods=resource.methods,
            provide_automatic_options=False,
        )
    app.register_blueprint(blueprint)
    return resources


def check_path(record_type: RecordType, path: Mapping[str, Any]) -> None:
    """Raise ``Problem`` 404 where the values of a path can name no record of the type, or no revision."""
    if "id" in path and (len(path["id"]) > LONGEST_SLUG or not _SLUG.fullmatch(path["id"])):
        raise Problem(
            kinds.NOT_FOUND,
            f"No {record_type.name} can have this id: ids are lower-case words and numbers joined by hyphens, "
            f"at most {LONGEST_SLUG} characters.",
        )
    if path.get("number", 0) > _MOST_REVISIONS:
        raise Problem(kinds.NOT_FOUND, f"No {record_type.name} has as many revisions.")


def views_across(context: Context) -> dict[str, str]:
    """Return the URLs of what can be read across record types, by name."""
    found = [resource for view in context.views for resource in view(context)]
    return {each.rule.rsplit("/", 1)[1]: each.rule for each in found if "GET" in each.views}


def _index(context: Context, across: Mapping[str, str]) -> Response:
    negotiate(request)
    links = {"self": "/v1", "changes": "/v1/changes"}
    links |= {record_type.path: f"/v1/{record_type.path}" for record_type in context.registry}
    links |= across
    links |= {"openapi": "/openapi.json", "docs": "/docs", "problems": "/problems"}
    with context.database.reading() as connection:
        last = newest(connection)
        coverage = coverage_of_all(connection, context.registry.names)
    return answer_json({"title": "Peninsula", "last_seq": last, "coverage": coverage, "links": links})
