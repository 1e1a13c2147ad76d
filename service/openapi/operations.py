"""The operations on records: one description for each resource of the mechanism and method."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from service.openapi import problems
from service.openapi.examples import Examples
from service.openapi.headers import sent, taken
from service.openapi.parameters import QueryParameters
from service.openapi.problems import Failure, Failures
from service.openapi.schemas import Node, Schemas, component_name, ref, schema_name
from service.openapi.shared import add_revision_of, listing, total
from service.openapi.view_examples import QUESTIONS, answers
from service.records.http.routes import Resource
from service.records.http.writes import MERGE_PATCH
from service.records.record_type import RecordType, with_article
from service.web.negotiation import JSON

KEY = "apiKey"
_KEPT_HEADERS = ("ETag", "Vary", "Cache-Control", "Cache-Status", "Age")
_READ_HEADERS = (*_KEPT_HEADERS, "Content-Encoding")
_RECORD_HEADERS = (*_READ_HEADERS, "Last-Modified")
_CONDITIONAL = ("If-None-Match",)
NOT_MODIFIED: Node = {"$ref": "#/components/responses/NotModified"}
_PRECONDITIONS = (problems.PRECONDITION_FAILED, problems.PRECONDITION_REQUIRED)
_MISSING = (problems.NOT_FOUND, problems.DELETED)


@dataclass(frozen=True)
class Operation:
    """What there is to say of one method of a resource, beyond its parameters."""

    operation_id: str
    summary: str
    description: str
    failures: tuple[Failure, ...]
    answers: dict[str, Node]
    headers: list[Node] = field(default_factory=list)
    body: Node | None = None
    writes: bool = False

    def described(self, tag: str, parameters: list[Node], failures: Failures) -> Node:
        """Return the Operation Object."""
        security: list[Node] = [{KEY: []}] if self.writes else [{}, {KEY: []}]
        found: Node = {
            "operationId": self.operation_id,
            "tags": [tag],
            "summary": self.summary,
            "description": self.description,
            "security": security,
            "parameters": [*parameters, *self.headers],
        }
        if self.body is not None:
            found["requestBody"] = self.body
        found["responses"] = dict(sorted((self.answers | failures.of(*self.failures)).items()))
        return found


def answer(
    description: str, schema: Node, *headers: str, example: Any = None, media_type: str = JSON.media_type
) -> Node:
    """Return a Response Object with one media type."""
    content: Node = {"schema": schema}
    if example is not None:
        content |= example if "examples" in example else {"example": example}
    return {"description": description, "headers": sent(*headers), "content": {media_type: content}}


def not_modified() -> Node:
    """Return the answer to a read of what the client has already."""
    return {"description": "The client has this already.", "headers": sent(*_KEPT_HEADERS)}


def shown(name: str) -> Node:
    """Return the examples of a media type that show one component example."""
    return {"examples": {"seed": {"$ref": f"#/components/examples/{name}"}}}


def view(schemas: Schemas, resource: Resource, method: str) -> Operation:
    """Return what there is to say of a derived view; raises ``KeyError`` where it does not say what it answers."""
    schema = resource.answers[method]
    name = resource.endpoint.rpartition(".")[2]
    words, subject = name.replace("_", " "), ""
    failures = [*problems.ANY_READ]
    if any(each.name == "cursor" for each in resource.parameters[method].declared):
        failures[0] = problems.BAD_PAGE_REQUEST
    if resource.record_type is not None:
        subject = schema_name(resource.record_type.name)
        words = f"{words} of {with_article(resource.record_type.name)}"
        failures += _MISSING
    example = None
    if resource.endpoint in QUESTIONS:
        asked = {"summary": QUESTIONS[resource.endpoint], "value": answers()[resource.endpoint]}
        example = {"examples": {"seed": asked}}
    shape = {"anyOf": [schemas.part(schema, "read"), schemas.part(schema, "selection")]}
    found = answer("The answer.", shape, *_READ_HEADERS, "Link", example=example)
    return Operation(
        f"get{subject}{schema_name(name)}",
        f"Get the {words}",
        _unwrapped(inspect.getdoc(schema) or ""),
        tuple(failures),
        {"200": found, "304": NOT_MODIFIED},
        taken(*_CONDITIONAL),
    )


def _unwrapped(text: str) -> str:
    """Return a docstring with each paragraph on one line, as Markdown is best kept."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


class RecordOperations:
    """Describes the resources that the mechanism has for each record type."""

    def __init__(
        self, schemas: Schemas, failures: Failures, examples: Examples, parameters: QueryParameters
    ) -> None:
        self.schemas = schemas
        self.failures = failures
        self.examples = examples
        self.component_examples: dict[str, Node] = {}
        self._parameters = parameters
        self._of: dict[tuple[str, str], Callable[[RecordType], Operation]] = {
            ("list", "GET"): self._list,
            ("list", "POST"): self._create,
            ("record", "GET"): self._get,
            ("record", "PUT"): self._replace,
            ("record", "PATCH"): self._patch,
            ("record", "DELETE"): self._delete,
            ("revisions", "GET"): self._list_revisions,
            ("revision", "GET"): self._get_revision,
        }

    def describe(self, resource: Resource, method: str) -> Node:
        """Return the Operation Object of a resource's method; raises ``KeyError`` for an unknown one."""
        record_type = resource.record_type
        assert record_type is not None
        known = self._of.get((resource.endpoint.rpartition(".")[2], method))
        operation = known(record_type) if known else view(self.schemas, resource, method)
        declared = resource.parameters[method].declared
        query = self._parameters.all_of(declared)
        return operation.described(record_type.path, query, self.failures)

    def _shown(self, name: str, summary: str, value: Any) -> Node | None:
        if value is None:
            return None
        self.component_examples[name] = {"summary": summary, "value": value}
        return shown(name)

    def _record(self, record_type: RecordType, description: str, *headers: str) -> Node:
        example = self._shown(
            component_name(record_type.name), "From the seed set", self.examples.read(record_type)
        )
        return answer(
            description, self.schemas.record(record_type, "read"), *_RECORD_HEADERS, *headers, example=example
        )

    def _written(self, record_type: RecordType) -> Node:
        name = f"{component_name(record_type.name)}Write"
        example = self._shown(name, "From the seed set", self.examples.written(record_type))
        schema = self.schemas.record(record_type, "write")
        return {"required": True, "content": {JSON.media_type: {"schema": schema} | (example or {})}}

    def _list(self, record_type: RecordType) -> Operation:
        one = component_name(record_type.name)
        pages = []
        for name, mode in ((one, "read"), (f"{one}Selection", "selection")):
            item = self.schemas.record(record_type, "read" if mode == "read" else "selection")
            where = "" if mode == "read" else ", with `fields` or `expand`"
            page = listing(f"One page of {record_type.path}{where}.", item, total())
            pages.append(self.schemas.add(f"{name}List", page))
        example = self._shown(f"{one}List", "From the seed set", self.examples.page(record_type))
        found = answer("One page.", {"anyOf": pages}, *_READ_HEADERS, "Link", example=example)
        return Operation(
            f"list{schema_name(record_type.path)}",
            f"List {record_type.path}",
            "Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages: "
            "none skips or repeats a record.",
            (problems.BAD_PAGE_REQUEST, *problems.ANY_READ[1:]),
            {"200": found, "304": NOT_MODIFIED},
            taken(*_CONDITIONAL),
        )

    def _create(self, record_type: RecordType) -> Operation:
        created = self._record(record_type, "It was created.", "Location", "Idempotency-Replayed")
        return Operation(
            f"create{schema_name(record_type.name)}",
            f"Create {with_article(record_type.name)}",
            "Without an `id` the service derives one from the title or name and the date.",
            (*problems.ANY_BODY, problems.NOT_CREATED, problems.NOT_CREATABLE),
            {"201": created},
            taken("Idempotency-Key"),
            self._written(record_type),
            writes=True,
        )

    def _get(self, record_type: RecordType) -> Operation:
        noun = record_type.name.replace("_", " ")
        plain = self.schemas.record(record_type, "read")
        selected = self.schemas.record(record_type, "selection")
        found = self._record(
            record_type, f"The {noun}; without `Last-Modified` where other records are in it too."
        )
        found["content"][JSON.media_type]["schema"] = {"anyOf": [plain, selected]}
        return Operation(
            f"get{schema_name(record_type.name)}",
            f"Get {with_article(record_type.name)}",
            "Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and "
            "`expand` puts records in the places of their ids; only then the answer is a "
            f"`{component_name(record_type.name)}Selection`.",
            (*problems.ANY_READ, *_MISSING),
            {"200": found, "304": NOT_MODIFIED},
            taken(*_CONDITIONAL),
        )

    def _replace(self, record_type: RecordType) -> Operation:
        return Operation(
            f"replace{schema_name(record_type.name)}",
            f"Replace {with_article(record_type.name)}, or create it",
            "An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be "
            "that of the URL. A body that says what is stored writes nothing.",
            (*problems.ANY_BODY, problems.INVALID, *_PRECONDITIONS, problems.NOT_FOUND),
            {
                "200": self._record(record_type, "It was replaced."),
                "201": self._record(record_type, "It was created, or brought back.", "Location"),
            },
            taken("If-Match", "If-None-Match-Any"),
            self._written(record_type),
            writes=True,
        )

    def _patch(self, record_type: RecordType) -> Operation:
        name = schema_name(record_type.name)
        example = self._shown(
            f"{component_name(record_type.name)}Patch", "A note", self.examples.patch(record_type)
        )
        patch = {"schema": self.schemas.record(record_type, "patch")} | (example or {})
        return Operation(
            f"patch{name}",
            f"Change parts of {with_article(record_type.name)}",
            "Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is a "
            "value of a required member (a source's `published`), it sets null. Null for an unknown member is an "
            "error.",
            (*problems.ANY_BODY, *_MISSING, problems.INVALID, *_PRECONDITIONS),
            {"200": self._record(record_type, "It was changed.")},
            taken("If-Match-Required"),
            {"required": True, "content": {MERGE_PATCH: patch}},
            writes=True,
        )

    def _delete(self, record_type: RecordType) -> Operation:
        return Operation(
            f"delete{schema_name(record_type.name)}",
            f"Delete {with_article(record_type.name)}",
            "Refused while other records name it. Its history stays readable, and `PUT` brings it back.",
            (*problems.ANY_WRITE, problems.BAD_REQUEST, *_MISSING, problems.REFERENCED, *_PRECONDITIONS),
            {"204": {"description": "It was deleted.", "headers": sent()}},
            taken("If-Match-Required"),
            writes=True,
        )

    def _list_revisions(self, record_type: RecordType) -> Operation:
        example = self._shown("RevisionList", "From the seed set", self.examples.revisions())
        return Operation(
            f"list{schema_name(record_type.name)}Revisions",
            f"List the revisions of {with_article(record_type.name)}",
            "Newest first: who wrote it when, and what changed. Also of a deleted record.",
            (problems.BAD_PAGE_REQUEST, *problems.ANY_READ[1:], problems.NOT_FOUND),
            {
                "200": answer("One page.", ref("RevisionList"), *_READ_HEADERS, "Link", example=example),
                "304": NOT_MODIFIED,
            },
            taken(*_CONDITIONAL),
        )

    def _get_revision(self, record_type: RecordType) -> Operation:
        schema = add_revision_of(self.schemas, record_type.name, self.schemas.record(record_type, "read"))
        return Operation(
            f"get{schema_name(record_type.name)}Revision",
            f"Get a revision of {with_article(record_type.name)}",
            "With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC), with "
            "`known_at` as of its day, in the record and in the patch alike.",
            (*problems.ANY_READ, problems.NOT_FOUND),
            {"200": answer("The revision.", schema, *_READ_HEADERS), "304": NOT_MODIFIED},
            taken(*_CONDITIONAL),
        )
