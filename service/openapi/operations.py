"""Operations in the API description: what each resource tells of its methods, in OpenAPI's words."""

from __future__ import annotations

from typing import Any

from service.openapi.examples import Examples
from service.openapi.headers import sent, taken
from service.openapi.parameters import QueryParameters, path_parameter
from service.openapi.problems import Failures
from service.openapi.schemas import Node, Schemas
from service.web.negotiation import JSON, Representation
from service.web.operation import Operation, Success, TextBody
from service.web.resource import Resource, is_behind_cache

KEY = "apiKey"
_KEPT_HEADERS = ("ETag", "Vary", "Cache-Control", "Content-Location", "Cache-Status", "Age")
_OF_RANGES = (*_KEPT_HEADERS[:4], "Accept-Ranges", "Content-Range", "Link", "Memento-Datetime")
_CONDITIONS = {
    "GET": ("If-None-Match",),
    "POST": ("Idempotency-Key",),
    "PUT": ("If-Match", "If-None-Match-Any"),
    "PATCH": ("If-Match-Required",),
    "DELETE": ("If-Match-Required",),
}


class Operations:
    """Describes the operations of resources."""

    def __init__(
        self, schemas: Schemas, failures: Failures, examples: Examples, parameters: QueryParameters
    ) -> None:
        self._schemas = schemas
        self._failures = failures
        self._examples = examples
        self._parameters = parameters

    def path_item(self, resource: Resource) -> Node:
        """Return the Path Item Object of a resource."""
        examples = {"id": self._examples.first_id(resource.tag), "number": 1}
        shared = [path_parameter(each, examples.get(each.name)) for each in resource.path]
        found: Node = {"parameters": shared} if shared else {}
        return found | {method.lower(): self.describe(resource, method) for method in resource.operations}

    def describe(self, resource: Resource, method: str) -> Node:
        """Return the Operation Object of a resource's method."""
        operation = resource.operations[method]
        is_read = method == "GET"
        operation_id, summary, description = resource.words(method)
        is_revalidated = is_read and any(each.is_tagged for each in operation.answers.values())
        conditions = _CONDITIONS[method] if is_revalidated or not is_read else ()
        found: Node = {
            "operationId": operation_id,
            "tags": [resource.tag],
            "summary": summary,
            "description": _unwrapped(description),
            # Reads need no key: that is said once, for all.
            **({} if is_read else {"security": [{KEY: []}]}),
            "parameters": [*self._parameters.all_of(operation), *taken(*conditions)],
        }
        is_file = is_read and any(each.is_file for each in operation.offered)
        if is_file:
            found["parameters"] += taken("Range", "If-Range")
        if operation.takes:
            content = {media_type: self._body(shape) for media_type, shape in operation.takes.items()}
            found["requestBody"] = {"required": True, "content": content}
        answers = {
            str(status): self._success(resource, operation, success, is_read=is_read)
            for status, success in operation.answers.items()
        }
        if is_revalidated:
            answers["304"] = {"$ref": "#/components/responses/NotModified"}
        if is_file:
            answers["206"] = {"$ref": "#/components/responses/PartialContent"}
        failures = self._failures.of(*resource.failures_of(method))
        return found | {"responses": dict(sorted((answers | failures).items()))}

    def _success(self, resource: Resource, operation: Operation, success: Success, *, is_read: bool) -> Node:
        headers: list[str] = []
        if success.is_tagged:
            headers += ["ETag", "Vary", "Cache-Control"]
            headers += ["Cache-Status"] if is_read and is_behind_cache(resource.rule) else []
            headers += ["Age"] if is_read and resource.is_kept else []
            headers.append("Content-Encoding")
        headers += success.headers
        headers += ["Link"] if operation.has("cursor") or len(operation.offered) > 1 else []
        headers += ["Link", "Memento-Datetime", "Content-Location"] if operation.has("known_at") else []
        headers += [name for each in operation.offered for name in each.headers]
        found: Node = {"description": success.words, "headers": sent(*headers)}
        own = tuple(Representation("", media_type) for media_type in success.media_types)
        if offered := own or operation.offered:
            found["content"] = {
                each.media_type.partition(";")[0]: self._content(operation, success, each) for each in offered
            }
        return found

    def _content(self, operation: Operation, success: Success, representation: Representation) -> Node:
        if representation.schema is not None:
            return {"schema": dict(representation.schema)}
        schema = self._schemas.of(success.shape)
        if operation.has("fields"):
            schema = self._schemas.with_selection(success.shape)
        if representation.media_type != JSON.media_type:
            return {"schema": schema}
        if success.example is not None:
            return {"schema": schema, "example": success.example}
        if success.question:
            name = self._schemas.of(success.shape)["$ref"].rpartition("/")[2]
            return {"schema": schema} | self._examples.answered(name, success.question)
        return {"schema": schema} | self._examples.shown(success.shape)

    def _body(self, shape: Any) -> Node:
        if isinstance(shape, TextBody):
            return {"schema": {"description": shape.words, "type": "string"}, "example": shape.example}
        return {"schema": self._schemas.of(shape)} | self._examples.shown(shape)


def not_modified() -> Node:
    """Return the answer to a read of what the client has already."""
    return {"description": "The client has this already.", "headers": sent(*_KEPT_HEADERS)}


def partial_content() -> Node:
    """Return the answer with a range of a file."""
    found = {"description": "The bytes of the file that `Range` asks for.", "headers": sent(*_OF_RANGES)}
    return found | {"content": {"application/vnd.apache.parquet": {"schema": {}}}}


def _unwrapped(text: str) -> str:
    """Return a docstring with each paragraph on one line, as Markdown is best kept."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
