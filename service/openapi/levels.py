"""The description in less detail: for generated clients, and for agents. Each is a part of the full one."""

from __future__ import annotations

from collections.abc import Iterable

from service.openapi.agents import DERIVED_DAYS, FORMATS, for_agents
from service.openapi.parameters import SEVERAL
from service.openapi.schemas import NULL, Node, ref
from service.openapi.shared import DATE, operations_of
from service.openapi.traversal import mapped, reached, without_unused
from service.web.negotiation import JSON
from service.web.problem import MEDIA_TYPE as PROBLEM

LEVELS = CLIENTS, FULL, READS = "clients", "full", "reads"
"""The names of the levels of detail; the first is that of whoever asks for none."""

# A generator makes an argument of each: these shape or choose the answer, which a typed client cannot follow.
_SHAPING = frozenset(("bom", "expand", "fields", "format", "pointer"))
_FOR_PROGRAMS = ("/v1", "/problems", "/healthz", "/readyz")
_STATUSES = frozenset(("200", "201", "204", "400", "404", "409", "410", "412", "422", "428"))
"""What a client tells apart; all else is one answer, the default."""
_HEADERS = frozenset(("ETag", "Location", "Retry-After"))
_OF_BODIES = frozenset(("examples", "maxItems", "maxLength", "minItems", "minLength", "pattern", "readOnly"))
_DATE = ref(DATE)
_FOR_CLIENTS = """

This is the description for programs. `/openapi.json?detail=full` also has what shapes an answer (`fields`, `expand`, \
`format`), conditional reads, pages, maps, and every header field, status and media type; `/docs` shows that one. \
`?detail=reads` has the reads alone, in few words.
"""


def levels_of(full: Node) -> dict[str, Node]:
    """Return the full description and those in less detail, by level."""
    clients = for_clients(full)
    return {CLIENTS: clients, FULL: full, READS: for_agents(clients)}


def for_clients(full: Node) -> Node:
    """Return what generators of clients need of the full description: of each operation one answer, in JSON."""
    declared = full["components"]["parameters"]
    paths = {
        path: _path_item(item, declared)
        for path, item in full["paths"].items()
        if path.startswith(_FOR_PROGRAMS)
    }
    failures = full["components"]["responses"] | {"Error": _any_error(full)}
    components = full["components"] | {
        "responses": {name: _error(each) for name, each in failures.items() if "content" in each},
        "parameters": {name: _of_one_type(each) for name, each in declared.items()},
    }
    info = full["info"] | {"description": full["info"]["description"].rstrip("\n") + _FOR_CLIENTS}
    used = {tag for operation in operations_of({"paths": paths}) for tag in operation["tags"]}
    tags = [each for each in full["tags"] if each["name"] in used]
    found = full | {"info": info, "tags": tags, "paths": paths, "components": components}
    return without_unused(_with_lean_schemas(found))


def _path_item(item: Node, declared: Node) -> Node:
    """Return a path with its operations as a program has them.

    :param declared: the component parameters.
    """
    # The tag of what was read is for the write that follows.
    return {
        key: value
        if key == "parameters"
        else _operation(value, declared, is_read=key == "get", has_tag=key != "get" or "put" in item)
        for key, value in item.items()
    }


def _operation(operation: Node, declared: Node, *, is_read: bool, has_tag: bool) -> Node:
    parameters = []
    for each in operation["parameters"]:
        parameter = declared[each["$ref"].rpartition("/")[2]] if "$ref" in each else each
        if parameter["name"] not in _SHAPING and not (is_read and parameter["in"] == "header"):
            parameters.append(each if "$ref" in each else _of_one_type(each))
    formats = [each["schema"]["enum"] for each in operation["parameters"] if each.get("name") == "format"]
    responses = {
        status: _response(response, *formats, has_tag=has_tag)
        for status, response in operation["responses"].items()
        if status in _STATUSES and not (is_read and status == "412")
    }
    responses["default"] = {"$ref": "#/components/responses/Error"}
    found = operation | {"parameters": parameters, "responses": responses}
    if body := operation.get("requestBody"):
        found["requestBody"] = body | {"content": _without_examples(body["content"])}
    return found


def _response(response: Node, formats: Iterable[str] = (), *, has_tag: bool) -> Node:
    if "$ref" in response:
        return response
    words = response["description"]
    if others := [each for each in formats if each not in (JSON.name, "html")]:
        words += f"{FORMATS} {', '.join(others)}."
    headers = {
        name: each
        for name, each in response["headers"].items()
        if name in _HEADERS and (has_tag or name != "ETag")
    }
    found = {"description": words} | ({"headers": headers} if headers else {})
    if content := response.get("content"):
        chosen = JSON.media_type if JSON.media_type in content else next(iter(content))
        found["content"] = {chosen: {"schema": _one_answer(content[chosen]["schema"])}}
    return found


def _one_answer(schema: Node) -> Node:
    """Return the schema of an answer that is whole."""
    return schema["anyOf"][0] if "anyOf" in schema else schema


def _error(response: Node) -> Node:
    """Return the answer to a failure without examples, and with the header fields that a program heeds."""
    headers = {name: each for name, each in response["headers"].items() if name in _HEADERS}
    found = response | {"content": _without_examples(response["content"]), "headers": headers}
    return found if headers else _without(found, "headers")


def _without_examples(content: Node) -> Node:
    return {media_type: {"schema": each["schema"]} for media_type, each in content.items()}


def _any_error(full: Node) -> Node:
    statuses = sorted(
        {
            status
            for operation in operations_of(full)
            for status in operation["responses"]
            if status >= "400" and status not in _STATUSES
        }
    )
    return {
        "description": f"Another error: {', '.join(statuses)}.",
        "headers": {"Retry-After": {"$ref": "#/components/headers/Retry-After"}},
        "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def _of_one_type(parameter: Node) -> Node:
    """Return a parameter that is of one type: a whole number where that or a word may be sent.

    That an array may have several values its type says, and the style is what goes without saying.
    """
    schema = parameter["schema"]
    return _without(parameter, "style") | {
        "description": parameter["description"].replace(SEVERAL, "").strip(),
        "schema": mapped(schema["anyOf"][0] if "anyOf" in schema else schema, _of_body),
    }


def _with_lean_schemas(document: Node) -> Node:
    """Return a description whose answers say what there may be, and whose bodies say what a client may decide."""
    schemas = document["components"]["schemas"]
    bodies = [operation.get("requestBody", {}) for operation in operations_of(document)]
    taken = reached(document, *bodies)
    lean = {
        name: mapped(each, _of_body if ("schemas", name) in taken else _of_answer)
        for name, each in schemas.items()
    }
    for name, each in lean.items():
        if name.endswith("Write"):
            lean[name] = _told_once(each, lean[name.removesuffix("Write")])
    return document | {"components": document["components"] | {"schemas": lean}}


def _told_once(body: Node, answer: Node) -> Node:
    """Return the shape of a body without the words on members that the shape of the answer has too."""
    answered = answer["properties"]
    members = {
        name: _without(each, "description")
        if each.get("description") == answered[name].get("description")
        else each
        for name, each in body["properties"].items()
    }
    return body | {"properties": members}


def _without(node: Node, *left_out: str) -> Node:
    return {key: value for key, value in node.items() if key not in left_out}


def _of_answer(schema: Node) -> Node:
    """Return a schema without the limits of what the service accepts; a date is text."""
    found = {key: value for key, value in schema.items() if key not in _OF_BODIES}
    if found.get("$ref") == _DATE["$ref"]:
        found.pop("$ref")
        found["type"] = "string"
    elif found.get("anyOf") == [_DATE, NULL]:
        found.pop("anyOf")
        found["type"] = ["string", "null"]
    for name, member in found.get("properties", {}).items():
        if name.endswith(DERIVED_DAYS):
            # Said once, in the introduction.
            found["properties"] = found["properties"] | {name: _without(member, "description")}
    return found


def _of_body(schema: Node) -> Node:
    """Return a schema without what the server sets, and without what its pattern says again."""
    found = {key: value for key, value in schema.items() if key != "examples"}
    if "pattern" in found:
        found.pop("minLength", None)
    if "properties" in found:
        members = found["properties"].items()
        found["properties"] = {name: each for name, each in members if not each.get("readOnly")}
    return found
