"""A URL told once: what its methods take, answer and are refused with, in which representations, and in what words.

Routing, strict parameters, negotiation, entity tags, the cache, the API description and the guards all read this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Self

from flask import Blueprint, Flask, Response, g, request
from marshmallow import fields

from service.web import failures
from service.web.conditional import respond
from service.web.failures import Failure
from service.web.file_answers import FileAnswer, send_file
from service.web.html import HTML
from service.web.links import alternates, url
from service.web.negotiation import (
    JSON,
    OFFERED,
    Representation,
    choose_coding,
    negotiate,
    prefers,
)
from service.web.operation import Operation, Success, View
from service.web.page_queries import as_filled_in, is_tracking
from service.web.parameters import Parameter, Parameters, QueryLimits

_CACHED_PATHS = ("/v1", "/ogc")
Path = Mapping[str, Any]
_FORMAT = (
    "Name of the representation, instead of `Accept`; below `/v1` also as the end of the path (`.json`)."
)
Values = Mapping[str, Any]


class Resource:
    """One URL rule with its methods.

    :param offered: the representations of what can be read, the one for whoever has no preference first; none where the
        view chooses the media type itself.
    :param tag: the heading that the API description lists it under.
    :param path: the values in the path, where they are no ids of records.
    :param is_page: whether it is for people to look at, whose links may carry parameters of others.
    :param is_kept: whether the cache may keep what is read.
    :param is_limited: whether its callers have a rate limit.
    :param only_reads: whether its methods, POST too, change nothing, and so count as reads.
    """

    def __init__(
        self,
        rule: str,
        endpoint: str,
        *,
        offered: tuple[Representation, ...] = OFFERED,
        tag: str = "service",
        path: Iterable[Parameter] = (),
        is_page: bool = False,
        is_kept: bool = False,
        is_limited: bool = True,
        only_reads: bool = False,
    ) -> None:
        self.rule = rule
        self.endpoint = endpoint
        self.offered = offered
        self.tag = tag
        self.path = tuple(path)
        self.is_page = is_page
        self.is_kept = is_kept
        self.is_limited = is_limited
        self.only_reads = only_reads
        self.operations: dict[str, Operation] = {}

    def on(
        self,
        method: str,
        view: View,
        declared: Iterable[Parameter] = (),
        answers: Mapping[int, Success] | None = None,
        fails: tuple[Failure, ...] = (),
        takes: Mapping[str, Any] | None = None,
        forms: Mapping[Representation, View] | None = None,
    ) -> Self:
        """Answer a method with a view, and return this resource; see ``Operation`` for what is told of it."""
        offered = (*self.offered, *(forms or {})) if method == "GET" else (JSON,)
        missing = tuple(each for each in offered if each.missing)
        offered = tuple(each for each in offered if not each.missing)
        if 204 in (answers or {}):
            offered = ()
        if method == "GET" and offered:
            declared = [*declared, Parameter("format", fields.String(metadata={"description": _FORMAT}))]
        parameters = Parameters(declared, passes_over=is_tracking) if self.is_page else Parameters(declared)
        self.operations[method] = Operation(
            view, parameters, answers or {}, fails, takes or {}, offered, forms or {}, missing=missing
        )
        return self

    def bound(self, bounds: QueryLimits) -> None:
        """Read no more of a query than this."""
        for operation in self.operations.values():
            operation.parameters.bounds = bounds

    def __call__(self, **path: Any) -> Response:
        """Answer the request in hand."""
        if request.method == "OPTIONS":
            response = Response(status=204, headers={"Allow": self.allow} | self.accepts)
            del response.headers["Content-Type"]
            return response
        method = "GET" if request.method == "HEAD" else request.method
        operation = self.operations[method]
        self.admit(method, path)
        representation = g.representation = self._chosen(operation)
        # Whatever a browser asks for may come from a form.
        if representation is not None and (representation.is_page or prefers(request, HTML)):
            meant = as_filled_in(request.query_string)
            if meant is not None:
                location = f"{url(request.path)}?{meant}" if meant else url(request.path)
                return Response(status=303, headers={"Location": location, "Cache-Control": "no-store"})
        values = operation.parameters_in(representation).read(request.query_string)
        g.query = operation.normalised(representation, values)
        if representation is not None:
            operation.check_form(values, representation)
            values = operation.values_in(representation, values)
            g.query = operation.normalised(representation, values)
            # What cannot be answered is refused before it is done.
            if method != "GET":
                choose_coding(request, 0)
        return self.answer(operation, path, values, partial(_written, operation, representation))

    def admit(self, method: str, path: Path) -> None:
        """Raise ``Problem`` where the caller may not use the method, or nothing can be at this path."""

    def answer(
        self, operation: Operation, path: Path, values: Values, write: Callable[[Any], Response]
    ) -> Response:
        """Return what the operation answers, as ``write`` makes it of an ``Answer``."""
        return write(operation.view_in(g.representation)(*path.values(), values))

    def _chosen(self, operation: Operation) -> Representation | None:
        """Return the representation to answer with, ``None`` where the view chooses the media type itself."""
        if operation.offered:
            return negotiate(request, operation.offered, operation.missing)
        page = next((each for each in operation.forms if each.is_page), None)
        return page if page is not None and (self.is_page or prefers(request, page)) else None

    def add_page(self, page: Representation, view: View, more: Iterable[Parameter]) -> None:
        """Answer ``GET`` as a page too, which takes ``more`` parameters and passes over those that follow readers.

        Where the view chooses the media type itself, those who prefer pages get it and nobody is refused.
        """
        operation = self.operations["GET"]
        parameters = operation.parameters
        taken = [*parameters.declared, *(each for each in more if not operation.has(each.name))]
        self.operations["GET"] = replace(
            operation,
            offered=(*operation.offered, page) if operation.offered else (),
            forms={**operation.forms, page: view},
            page_parameters=Parameters(taken, parameters.bounds, is_tracking),
        )

    def words(self, method: str) -> tuple[str, str, str]:
        """Return the name of an operation in camel case, its summary and its description."""
        operation = self.operations[method]
        return camel_case(operation.name), *operation.words

    def failures_of(self, method: str) -> tuple[Failure, ...]:
        """Return all that a method may be refused with."""
        operation = self.operations[method]
        found = [*failures.ANYWHERE, *operation.fails]
        if self.is_limited:
            found.append(failures.RATE_LIMITED)
        if operation.offered:
            found.append(failures.NOT_ACCEPTABLE)
        if any(each.is_file for each in operation.offered):
            found.append(failures.RANGE_NOT_SATISFIABLE)
        if method == "GET" and any(each.is_tagged for each in operation.answers.values()):
            found.append(failures.PRECONDITION_FAILED)
        if method != "GET":
            found.append(failures.FORBIDDEN)
        if operation.takes:
            found += [failures.PAYLOAD_TOO_LARGE, failures.UNSUPPORTED_MEDIA_TYPE]
        if not any(each.status == 400 for each in found):
            found.append(failures.BAD_PAGE_REQUEST if operation.has("cursor") else failures.BAD_REQUEST)
        return tuple(found)

    @property
    def accepts(self) -> dict[str, str]:
        """The media types of bodies, by header (RFC 5789, 3.1; W3C Linked Data Platform, 7.1)."""
        headers = {"POST": "Accept-Post", "PATCH": "Accept-Patch"}
        return {
            name: ", ".join(self.operations[method].takes)
            for method, name in headers.items()
            if method in self.operations
        }

    @property
    def methods(self) -> list[str]:
        """All methods that are answered, HEAD and OPTIONS among them."""
        return sorted({*self.operations, "OPTIONS", *(["HEAD"] if "GET" in self.operations else [])})

    @property
    def allow(self) -> str:
        """The value of the ``Allow`` header (RFC 9110, 10.2.1)."""
        return ", ".join(self.methods)


def _written(operation: Operation, representation: Representation | None, answer: Any) -> Response:
    """Return an answer in a representation, tagged, compressed, or ``304``; a ready response as it is."""
    if isinstance(answer, Response):
        return answer
    assert representation is not None
    headers = {**answer.headers, **{name: make() for name, make in representation.headers.items()}}
    others = [
        (each, operation.query_in(each, g.query)) for each in operation.offered if each is not representation
    ]
    if links := alternates(request.path, others):
        headers["Link"] = ", ".join(filter(None, (headers.get("Link"), links)))
    if isinstance(answer, FileAnswer):
        return send_file(request, answer, media_type=representation.media_type, headers=headers)
    body = representation.write(answer)
    return respond(
        request,
        body,
        etag=answer.tag(body),
        media_type=representation.media_type,
        last_modified=answer.last_modified,
        headers=headers,
        status=answer.status,
    )


def is_behind_cache(path: str) -> bool:
    """Tell whether reads of a path go through the cache: the front page, and what is below ``/v1`` and ``/ogc``."""
    return path.startswith(_CACHED_PATHS) or path == "/"


def camel_case(name: str) -> str:
    """Return a name whose words are joined by underscores or hyphens in camel case."""
    first, *others = name.replace("-", "_").split("_")
    return first + "".join(each[:1].upper() + each[1:] for each in others)


def add_resources(app: Flask | Blueprint, resources: Iterable[Resource]) -> None:
    """Have an application answer resources."""
    for resource in resources:
        app.add_url_rule(
            resource.rule,
            endpoint=resource.endpoint.replace(".", "_"),
            view_func=resource,
            methods=resource.methods,
            provide_automatic_options=False,
        )


def resources_of(app: Flask) -> list[Resource]:
    """Return every resource that an application answers, in the order in which they were added."""
    return [view for view in app.view_functions.values() if isinstance(view, Resource)]
