"""The description for agents, who read it whole: what can be asked, and which members records have, in few words."""

from __future__ import annotations

from service.openapi.schemas import Node
from service.openapi.traversal import mapped, without_unused

FORMATS = " Other formats:"
"""What begins the list of other formats in the words of an answer for clients."""

_DESCRIPTION = """\
The sourced, dated record of diplomacy and denuclearisation on the Korean Peninsula: the reads, in few words. \
`/openapi.json` has all that programs use, `?detail=full` everything. Dates are EDTF level 1, each followed by its \
first and last day (`date_earliest`, `date_latest`). `as_of` asks what was so on a day, `published_until` what the \
public could know by it, `known_at` what was recorded then. Lists are paged: send `next_cursor` as `cursor`. Unknown \
parameters are `400`. Errors are `application/problem+json`; their `detail` says what to do. \
`/v1/{type}/{id}/revisions` has the history of each record.
"""
_LEFT_OUT = ("/revisions", "/revisions/{number}", "/export")
_KEYWORDS = frozenset(("$ref", "allOf", "anyOf", "enum", "items", "properties", "type"))
_EVIDENT_TYPES = ("string", ["string", "null"], "object", "array")
_ERROR = {"description": "An error, with `detail`.", "content": {"application/problem+json": {}}}
DERIVED_DAYS = ("_earliest", "_latest")


def for_agents(clients: Node) -> Node:
    """Return the reads of a description for clients in few words: what can be asked, and which members records have."""
    paths = {
        path: _read(item)
        for path, item in clients["paths"].items()
        if "get" in item and path.startswith("/v1") and not path.endswith(_LEFT_OUT)
    }
    components = clients["components"]
    kept = {
        "schemas": {name: mapped(each, _in_few_words) for name, each in components["schemas"].items()},
        "parameters": {name: _lean_parameter(each) for name, each in components["parameters"].items()},
        "responses": {"Error": _ERROR},
        "securitySchemes": components["securitySchemes"],
    }
    info = {key: clients["info"][key] for key in ("title", "version")} | {"description": _DESCRIPTION}
    found = {key: clients[key] for key in ("openapi", "servers", "security")}
    return without_unused(found | {"info": info, "paths": paths, "components": kept})


def _read(item: Node) -> Node:
    """Return what a path says of its read; of answers that are no records an agent sees the members when it asks."""
    operation = item["get"]
    answer = operation["responses"]["200"]
    is_of_records = bool({"put", "post"} & item.keys())
    content = {name: each if is_of_records else {} for name, each in answer["content"].items()}
    return {
        "get": {
            "operationId": operation["operationId"],
            "summary": operation["summary"],
            **({} if is_of_records else {"description": operation["description"]}),
            "parameters": _lean_parameters(item.get("parameters", []) + operation["parameters"]),
            "responses": {
                "200": {"description": answer["description"].partition(FORMATS)[0], "content": content},
                "default": {"$ref": "#/components/responses/Error"},
            },
        }
    }


def _lean_parameters(parameters: list[Node]) -> list[Node]:
    return [each if "$ref" in each else _lean_parameter(each) for each in parameters]


def _lean_parameter(parameter: Node) -> Node:
    found = {key: value for key, value in parameter.items() if key not in ("example", "explode")}
    first_sentence = parameter["description"].partition(". ")[0]
    return found | {"description": first_sentence, "schema": mapped(parameter["schema"], _in_few_words)}


def _in_few_words(schema: Node) -> Node:
    """Return a schema with its names and enumerations; what has no type is text, or null."""
    found = {key: value for key, value in schema.items() if key in _KEYWORDS}
    if found.get("type") in _EVIDENT_TYPES:
        found.pop("type")
    if "properties" in found:
        members = found["properties"].items()
        found["properties"] = {name: each for name, each in members if not name.endswith(DERIVED_DAYS)}
    return found
