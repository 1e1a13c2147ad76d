"""Writes the operations of the Python client: a method for each, in classes of records and parts of records.

No generator writes resources (``client.summits.list(…)``) with iterators over pages, for synchronous and asynchronous
clients alike.
"""

from __future__ import annotations

import keyword
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# By hand in the client: what is no JSON, or follows the feed; and what operators, not callers, ask for.
BY_HAND = {"exportRecords", "importRecords", "listProblems", "getProblem", "getHealth", "getReadiness"}
RECORD_METHODS = {"get": "get", "put": "replace", "patch": "update", "delete": "delete"}
WIDTH = 110

Json = dict[str, Any]


@dataclass
class Argument:
    """An argument of a method: its name in Python and on the wire, its annotation, what it means."""

    name: str
    wire: str
    annotation: str
    meaning: str
    required: bool = False


class OperationWriter:
    """Writes a module with a class for each kind of record, and one for all that the service answers."""

    def __init__(self, description: Json, is_async: bool) -> None:
        self._description = description
        self._is_async = is_async

    def module(self) -> Iterator[str]:
        prefix, kind = ("Async", "asynchronous") if self._is_async else ("", "synchronous")
        yield f'"""The operations of the service, {kind}."""\n'
        yield "from __future__ import annotations\n"
        yield "from collections.abc import Sequence"
        yield "from datetime import date, datetime"
        yield "from functools import cached_property"
        yield "from typing import cast\n"
        yield f"from peninsula_client._calls import {prefix}Caller, {prefix}Resource"
        yield "from peninsula_client._generated import models"
        yield f"from peninsula_client._pages import {prefix}Pages\n"
        collections = self._collections()
        methods: dict[str, list[str]] = {name: [] for name in ("", *collections)}
        for path, item in self._description["paths"].items():
            for method, operation in item.items():
                if method != "parameters" and operation["operationId"] not in BY_HAND:
                    collection = path.split("/")[2:3]
                    owner = collection[0] if collection and collection[0] in collections else ""
                    arguments = item.get("parameters", []) + operation.get("parameters", [])
                    methods[owner] += self.operation(path, method, operation, arguments)
        for name, words in collections.items():
            yield f"\nclass {prefix}{name.title()}({prefix}Resource):"
            yield f'    """{words}"""\n'
            yield f'    _path = "/v1/{name}"\n'
            yield from methods[name]
        yield f"\nclass {prefix}Operations({prefix}Caller):"
        yield '    """All that the service answers; records and parts of records are attributes."""\n'
        for name, words in collections.items():
            yield "    @cached_property"
            yield f"    def {name}(self) -> {prefix}{name.title()}:"
            yield f'        """{words}"""'
            yield f"        return {prefix}{name.title()}(self)\n"
        yield from methods[""]

    def _collections(self) -> dict[str, str]:
        """Return what has lists, kinds of records and of their parts, with a sentence on each."""
        tags = {tag["name"]: tag["description"] for tag in self._description["tags"]}
        found = {}
        for path, item in self._description["paths"].items():
            name = path.rpartition("/")[2]
            listed = item.get("get", {})
            if path == f"/v1/{name}" and listed.get("operationId") == f"list{name.title()}" != "listChanges":
                found[name] = tags.get(name) or f"{listed['description'].split('. ')[0]}."
        return found

    def operation(self, path: str, method: str, operation: Json, declared: list[Json]) -> list[str]:
        """Return the lines of one method."""
        parameters = [self._resolve(each) for each in declared]
        taken = [self._argument(each) for each in parameters if each["in"] == "path"]
        queries = [self._argument(each) for each in parameters if each["in"] == "query"]
        record = self._answer(operation)
        name = self._name(path, method, is_list=path.rpartition("/")[2] in self._collections())
        writes = {
            "post": [
                Argument("body", "", f"models.{record}Write", "", required=True),
                Argument("idempotency_key", "", "str | None", "Made for you if left out."),
            ],
            "put": [
                Argument("record", "", f"models.{record}Write | models.{record}", "", required=True),
                *self._if_match(),
            ],
            "patch": [
                Argument("record", "", f"models.{record} | str", "The record, or its id.", required=True),
                Argument(
                    "changes",
                    "",
                    f"models.{record}Patch",
                    "What changes; null takes a member away.",
                    required=True,
                ),
                *self._if_match(),
            ],
            "delete": [
                Argument(
                    "record",
                    "",
                    f"models.{self._record(path)} | str",
                    "The record, or its id.",
                    required=True,
                ),
                *self._if_match(),
            ],
        }
        arguments = (taken if method == "get" else []) + writes.get(method, []) + queries
        sent = ", ".join(f'"{each.wire}": {each.name}' for each in queries)
        filled = re.sub(r"\{(\w+)\}", lambda found: f"{{self._segment({found[1]})}}", path)
        address = f'f"{filled}"' if "{" in path else f'"{path}"'
        calls = {
            "post": "self._create(body, idempotency_key)",
            "put": "self._replace(record, if_match)",
            "patch": "self._update(record, changes, if_match)",
            "delete": "self._delete(record, if_match, {" + sent + "})",
            "get": f"self._read({address}, {{{sent}}})",
        }
        page = self._item_of_page(record, queries) if method == "get" else None
        if page:
            whole = any(each.wire == "limit" and "`all`" in each.meaning for each in queries)
            prefix = "Async" if self._is_async else ""
            returned = f"{prefix}Pages[models.{record}, models.{page}]"
            body = f"return {prefix}Pages(self, {address}, {{{sent}}}, models.{page}, whole_table={whole})"
            return self._method(name, arguments, returned, operation, body, awaited=False)
        call = f"await {calls[method]}" if self._is_async else calls[method]
        body = call if method == "delete" else f'return cast("models.{record}", {call})'
        returned = "None" if method == "delete" else f"models.{record}"
        return self._method(name, arguments, returned, operation, body, awaited=self._is_async)

    @staticmethod
    def _method(
        name: str, arguments: list[Argument], returned: str, operation: Json, body: str, *, awaited: bool
    ) -> list[str]:
        first = [f"{each.name}: {each.annotation}" for each in arguments if each.required]
        others = [f"{each.name}: {each.annotation} = None" for each in arguments if not each.required]
        signature = ", ".join(["self", *first, *(["*"] if others else []), *others])
        words = [f"{operation['summary'].rstrip('.')}.", ""]
        for paragraph in operation.get("description", "").split("\n\n"):
            words += [*textwrap.wrap(" ".join(paragraph.split()), WIDTH - 10), ""]
        for each in arguments:
            if each.meaning:
                meaning = f":param {each.name}: {' '.join(each.meaning.split())}"
                words += textwrap.wrap(meaning, WIDTH - 10, subsequent_indent="    ")
        text = "\n".join(f"        {line}".rstrip() for line in words).strip()
        mark = "r" if "\\" in text else ""
        define = "async def" if awaited else "def"
        return [
            f"    {define} {name}({signature}) -> {returned}:",
            f'        {mark}"""{text}\n        """',
            f"        {body}",
            "",
        ]

    @staticmethod
    def _if_match() -> list[Argument]:
        meaning = "The entity tag that the write is based on; that of the record passed if left out."
        return [Argument("if_match", "", "str | None", meaning)]

    @staticmethod
    def _name(path: str, method: str, is_list: bool) -> str:
        _, _, collection, *rest = f"{path}///".split("/")
        words = [part for part in rest if part and not part.startswith("{")]
        if words:
            return "revision" if path.endswith("{number}") else "_".join(words)
        if "{id}" in path:
            return RECORD_METHODS[method]
        if method == "post":
            return "create"
        return "list" if is_list else collection or "index"

    def _record(self, path: str) -> str:
        return self._answer(self._description["paths"][path]["get"])

    def _answer(self, operation: Json) -> str:
        for status, answer in operation["responses"].items():
            if status.startswith("2") and "content" in answer:
                (content,) = answer["content"].values()
                return str(content["schema"]["$ref"]).rpartition("/")[2]
        return ""

    def _item_of_page(self, schema: str, queries: list[Argument]) -> str | None:
        members = self._description["components"]["schemas"][schema].get("properties", {})
        if "items" in members and any(each.wire == "cursor" for each in queries):
            return str(members["items"]["items"]["$ref"]).rpartition("/")[2]
        return None

    def _argument(self, parameter: Json) -> Argument:
        name = parameter["name"]
        required = parameter.get("required", False)
        annotation = self._annotation(parameter["schema"])
        return Argument(
            f"{name}_" if keyword.iskeyword(name) else name,
            name,
            annotation if required else f"{annotation} | None",
            parameter.get("description", ""),
            required,
        )

    def _annotation(self, schema: Json) -> str:
        if "$ref" in schema:
            return f"models.{schema['$ref'].rpartition('/')[2]}"
        if schema["type"] == "array":
            item = self._annotation(schema["items"])
            return f"{item} | Sequence[{item}]"
        if schema["type"] == "string" and schema.get("format") == "date-time":
            return "datetime | str"
        if schema.get("format") == "date" or schema.get("pattern", "").startswith("^[0-9]{4}("):
            return "date | str"
        return {"string": "str", "integer": "int", "boolean": "bool"}[schema["type"]]

    def _resolve(self, declared: Json) -> Json:
        if "$ref" not in declared:
            return declared
        found: Json = self._description["components"]["parameters"][declared["$ref"].rpartition("/")[2]]
        return found
