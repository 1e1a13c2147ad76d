"""A URL told once: what its methods take, answer and are refused with, in which representations, and in what words.

Routing, strict parameters, negotiation, entity tags, the cache, the API description and the guards all read this.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Self

from flask import Blueprint, Flask, Response, g, request
from marshmallow import fields

from service.web import failures
from service.web.conditional import body_tag, respond
from service.web.failures import Failure
from service.web.negotiation import JSON, OFFERED, Representation, choose_coding, negotiate
from service.web.parameters import Parameter, Parameters, QueryLimits
from service.web.problem import Problem

Path = Mapping[str, Any]
_FORMAT = "Name of the representation, instead of `Accept`."
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """What a view answers with; its resource writes it in the representation that the client prefers.

    :param content: the document, JSON values, or the bytes of its JSON text.
    :param tag: makes the quoted entity tag from the bytes of the representation.
    :param last_modified: RFC 3339 UTC instant, where the answer is of one revision of one record.
    """

    content: Any
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    tag: Callable[[bytes], str] = body_tag
    last_modified: str | None = None

    @property
    def document(self) -> Any:
        """The document as JSON values."""
        return json.loads(self.content) if isinstance(self.content, bytes) else self.content


@dataclass(frozen=True)
class Success:
    """What an operation answers with a status where it succeeds, for the API description.

    :param words: what it is.
    :param shape: a Marshmallow schema, a shape of records, ``dict`` for any JSON object, ``str`` for text, ``bytes``
        for a file; None where there is no body.
    :param headers: header fields besides those that follow from the method and the representation.
    :param example: a document of this shape, in JSON values.
    :param question: or the URL of one that the seed set answers.
    :param media_types: of a view that chooses its media type itself; else those of the representations.
    :param is_tagged: whether it has an entity tag, and so is negotiated, compressed and revalidated.
    """

    words: str
    shape: Any = None
    headers: tuple[str, ...] = ()
    example: Any = None
    question: str = ""
    media_types: tuple[str, ...] = ()
    is_tagged: bool = True


@dataclass(frozen=True)
class TextBody:
    """A body of a request that is text of many lines, such as a table."""

    words: str
    example: str


@dataclass(frozen=True)
class Operation:
    """One method of a resource.

    :param view: answers it, given the path's values and then the parameters'. Its name is that of the operation, its
        docstring the words: the first line is the summary.
    :param answers: by status.
    :param fails: what it is refused with, besides what any such method may be.
    :param takes: the shapes of a body by media type.
    """

    view: Callable[..., Any]
    parameters: Parameters
    answers: Mapping[int, Success]
    fails: tuple[Failure, ...] = ()
    takes: Mapping[str, Any] = field(default_factory=dict)
    offered: tuple[Representation, ...] = OFFERED

    @property
    def name(self) -> str:
        """The name of the view."""
        return str(_function(self.view).__name__)

    @property
    def words(self) -> tuple[str, str]:
        """The first line of the view's docstring without its full stop, and the rest."""
        summary, _, rest = (inspect.getdoc(_function(self.view)) or "").partition("\n")
        return summary.removesuffix("."), rest.strip()

    def has(self, parameter: str) -> bool:
        """Tell whether the operation takes a parameter of this name."""
        return any(each.name == parameter for each in self.parameters.declared)


class Resource:
    """One URL rule with its methods.

    :param offered: the representations of what can be read, the one for whoever has no preference first; none where the
        view chooses the media type itself.
    :param tag: the heading that the API description lists it under.
    :param path: the values in the path, where they are no ids of records.
    :param is_page: whether it is for people to look at, whose links may carry parameters of others.
    :param is_kept: whether the cache may keep what is read.
    :param is_limited: whether its callers have a rate limit.
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
    ) -> None:
        self.rule = rule
        self.endpoint = endpoint
        self.offered = offered
        self.tag = tag
        self.path = tuple(path)
        self.is_page = is_page
        self.is_kept = is_kept
        self.is_limited = is_limited
        self.operations: dict[str, Operation] = {}

    def on(
        self,
        method: str,
        view: Callable[..., Any],
        declared: Iterable[Parameter] = (),
        answers: Mapping[int, Success] | None = None,
        fails: tuple[Failure, ...] = (),
        takes: Mapping[str, Any] | None = None,
    ) -> Self:
        """Answer a method with a view, and return this resource; see ``Operation`` for what is told of it."""
        offered = self.offered if method == "GET" else (JSON,)
        if 204 in (answers or {}):
            offered = ()
        if method == "GET" and offered:
            declared = [*declared, Parameter("format", fields.String(metadata={"description": _FORMAT}))]
        self.operations[method] = Operation(
            view, Parameters(declared), answers or {}, fails, takes or {}, offered
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
        values = self._read(operation)
        g.query = operation.parameters.normalised(values)
        representation = None
        if operation.offered:
            representation = g.representation = negotiate(request, operation.offered)
            # What cannot be answered is refused before it is done.
            if method != "GET":
                choose_coding(request, 0)
        return self.answer(operation, path, values, partial(_written, representation))

    def admit(self, method: str, path: Path) -> None:
        """Raise ``Problem`` where the caller may not use the method, or nothing can be at this path."""

    def answer(
        self, operation: Operation, path: Path, values: Values, write: Callable[[Any], Response]
    ) -> Response:
        """Return what the operation answers, as ``write`` makes it of an ``Answer``."""
        return write(operation.view(*path.values(), values))

    def _read(self, operation: Operation) -> Values:
        parameters, query = operation.parameters, request.query_string
        try:
            return parameters.read(query)
        except Problem:
            # Pages ignore what they do not know: newsletters and the like add parameters of their own to links.
            may_be_page = any(each.is_page for each in operation.offered)
            if not self.is_page and not (may_be_page and negotiate(request, operation.offered).is_page):
                raise
            return parameters.read(parameters.known(query))

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


def _written(representation: Representation | None, answer: Any) -> Response:
    """Return an answer in a representation, tagged, compressed, or ``304``; a ready response as it is."""
    if isinstance(answer, Response):
        return answer
    assert representation is not None
    body = representation.write(answer)
    return respond(
        request,
        body,
        etag=answer.tag(body),
        media_type=representation.media_type,
        last_modified=answer.last_modified,
        headers={**answer.headers, **{name: make() for name, make in representation.headers.items()}},
        status=answer.status,
    )


def _function(view: Callable[..., Any]) -> Any:
    """Return the function of a view, part of whose arguments may be given already."""
    return view.func if isinstance(view, partial) else view


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
