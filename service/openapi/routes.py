"""Serves the description as ``/openapi.yaml`` and ``/openapi.json``, and as pages to read and try it in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import Any

from flask import request
from marshmallow import fields

from service.openapi.document import as_json, as_yaml, served_from
from service.openapi.levels import CLIENTS, FULL, LEVELS, READS, levels_of
from service.openapi.reference import ApiReference
from service.records.schemas.fields import Enumeration
from service.web import problem_catalogue as kinds
from service.web.failures import NOT_FOUND
from service.web.html import MEDIA_TYPE as HTML_TYPE
from service.web.negotiation import Representation
from service.web.operation import Answer, Success
from service.web.parameters import Parameter
from service.web.problem import Problem
from service.web.resource import Resource, Values

Write = Callable[[dict[str, Any]], str]
YAML = Representation("yaml", "application/yaml", lambda answer: answer.content)


class Description:
    """The description of one application, made by ``describe`` when it is first asked for."""

    def __init__(self, describe: Callable[[], dict[str, Any]], public_url: str | None) -> None:
        self._describe = describe
        self._public_url = public_url
        self._texts: dict[tuple[str, Write], str] = {}

    @cached_property
    def documents(self) -> dict[str, dict[str, Any]]:
        """The description by level of detail."""
        return levels_of(self._describe())

    @cached_property
    def reference(self) -> ApiReference:
        """What pages show of it."""
        return ApiReference(self.documents[FULL])

    def text(self, level: str, write: Write) -> bytes:
        """Return the description at a level in a notation, as the server that was asked gives it of itself."""
        origin = self._public_url or request.root_url.rstrip("/")
        document = self.documents[level]
        if (level, write) not in self._texts:
            # Once, as that takes a second.
            self._texts[level, write] = write(document)
        servers = _inner(write({"servers": document["servers"]}))
        return self._texts[level, write].replace(servers, _inner(write(served_from(origin))), 1).encode()


def resources(describe: Callable[[], dict[str, Any]], public_url: str | None) -> list[Resource]:
    """Return the resources of the description and of its pages; ``describe`` makes the description.

    :param public_url: what callers reach the service by; else the description names the origin that it was asked at.
    """
    description = Description(describe, public_url)
    detail = Parameter(
        "detail",
        Enumeration(
            *LEVELS,
            load_default=LEVELS[0],
            description=f"How much of it: `{CLIENTS}` is for generators of clients, `{FULL}` is everything, and "
            f"`{READS}` is the reads in few words, for agents.",
        ),
    )
    page = Success("The page.", str, ("Content-Security-Policy",), media_types=(HTML_TYPE,))
    return [
        Resource("/openapi.yaml", "openapi.yaml", offered=(YAML,)).on(
            "GET",
            partial(get_openapi_yaml, description),
            [detail],
            answers={200: Success("OpenAPI 3.1, in YAML.", dict)},
        ),
        Resource("/openapi.json", "openapi.json").on(
            "GET",
            partial(get_openapi_json, description),
            [detail],
            answers={200: Success("OpenAPI 3.1, in JSON.", dict)},
        ),
        Resource("/docs", "openapi.docs", offered=(), is_page=True).on(
            "GET", partial(get_docs, description), answers={200: page}
        ),
        Resource(
            "/docs/<operation>",
            "openapi.reference_operation",
            offered=(),
            path=[_named("operation", "Name of an operation.", "listSummits")],
            is_page=True,
        ).on("GET", partial(get_reference_operation, description), answers={200: page}, fails=(NOT_FOUND,)),
        Resource(
            "/docs/shapes/<shape>",
            "openapi.reference_shape",
            offered=(),
            path=[_named("shape", "Name of a schema in the description.", "Summit")],
            is_page=True,
        ).on("GET", partial(get_reference_shape, description), answers={200: page}, fails=(NOT_FOUND,)),
    ]


def get_openapi_yaml(description: Description, values: Values) -> Answer:
    """Get this description in YAML.

    Generated from the code that answers.
    """
    return Answer(description.text(values.get("detail", LEVELS[0]), as_yaml))


def get_openapi_json(description: Description, values: Values) -> Answer:
    """Get this description in JSON.

    Generated from the code that answers.
    """
    return Answer(description.text(values.get("detail", LEVELS[0]), as_json))


def get_docs(description: Description, _: Values) -> Answer:
    """Read about this API.

    A page with what holds for all of it, and a link to each operation.
    """
    return Answer(description.reference.contents())


def get_reference_operation(description: Description, operation: str, _: Values) -> Answer:
    """Read about an operation, and try it.

    A page with its parameters, answers and, for a read, a form.
    """
    found = description.reference.operation(operation)
    if found is None:
        raise Problem(kinds.NOT_FOUND, "There is no operation of this name; /docs lists those there are.")
    return Answer(found)


def get_reference_shape(description: Description, shape: str, _: Values) -> Answer:
    """Read about a shape of a body or an answer.

    A page with its members.
    """
    found = description.reference.shape(shape)
    if found is None:
        raise Problem(kinds.NOT_FOUND, "There is no shape of this name; /docs leads to those there are.")
    return Answer(found)


def _named(name: str, description: str, example: str) -> Parameter:
    return Parameter(name, fields.String(metadata={"description": description, "example": example}))


def _inner(text: str) -> str:
    """Return a document in YAML or JSON without what begins and ends it."""
    return text[1:-1] if text.startswith("{") else text.strip("\n")
