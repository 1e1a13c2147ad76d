"""The description taken apart for readers: its operations and shapes by name, with what their references lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from service.openapi.schemas import Node

# A line of the introduction: ``- **Errors** are …``.
_TERM = re.compile(r"- \*\*(?P<term>.+?)\*\*:?\s+(?P<said>.+)")
_READ = "get"


class ApiReference:
    """The operations and shapes of a full description."""

    def __init__(self, document: Node) -> None:
        self._document = document

    def contents(self) -> Node:
        """Return the introduction, as paragraphs and terms, and the operations by tag."""
        lines = self._document["info"]["description"].splitlines()
        terms = [found.groupdict() for line in lines if (found := _TERM.fullmatch(line))]
        paragraphs = [line for line in lines if line and not line.startswith("- ")]
        groups = [
            tag | {"operations": [each for each in self._operations.values() if tag["name"] in each["tags"]]}
            for tag in self._document["tags"]
        ]
        return {"paragraphs": paragraphs, "terms": terms, "groups": groups}

    def operation(self, name: str) -> Node | None:
        """Return an operation by its id, ``None`` where there is none.

        ``parameters`` are those of the path too, ``takes`` the bodies and ``answers`` what it may answer, each with its
        ``content``: (media type, schema). A read has the ``path`` for the ``example`` of each parameter in it.
        """
        operation = self._operations.get(name)
        if operation is None:
            return None
        found = operation["operation"]
        shared = self._document["paths"][operation["path"]].get("parameters", [])
        parameters = [self._resolved(each) for each in (*shared, *found["parameters"])]
        answers = [(status, self._resolved(each)) for status, each in found["responses"].items()]
        return operation | {
            "description": found["description"],
            "parameters": parameters,
            "takes": list(_content(found.get("requestBody", {}))),
            "answers": [
                {
                    "status": status,
                    "description": each["description"],
                    "headers": list(each.get("headers", ())),
                    "content": list(_content(each)),
                }
                for status, each in answers
            ],
        }

    def shape(self, name: str) -> Node | None:
        """Return a schema by its name, ``None`` where there is none."""
        found: Node | None = self._document["components"]["schemas"].get(name)
        return found

    @cached_property
    def _operations(self) -> dict[str, Node]:
        return {
            operation["operationId"]: {
                "id": operation["operationId"],
                "method": method.upper(),
                "is_read": method == _READ,
                "path": path,
                "summary": operation["summary"],
                "tags": operation["tags"],
                "operation": operation,
            }
            for path, item in self._document["paths"].items()
            for method, operation in item.items()
            if method != "parameters"
        }

    def _resolved(self, node: Node) -> Node:
        if "$ref" not in node:
            return node
        _, _, kind, name = node["$ref"].split("/")
        found: Node = self._document["components"][kind][name]
        return found


def _content(node: Node) -> Iterator[tuple[str, Any]]:
    for media_type, each in node.get("content", {}).items():
        yield media_type, each.get("schema", {})
