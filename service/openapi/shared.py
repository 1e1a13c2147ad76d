"""What a description would say in many places, said once among its components: enumerations, dates, parameters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator
from typing import Any

from service.openapi.schemas import NULL, Node, ref, schema_name

# Longer patterns are named: they are that of dates.
_LONG_PATTERN = 100
DATE = "EdtfDate"
_MODE = re.compile(r"(Write|Patch|Selection)$")
# What differs from path to path, and so is said there.
_OF_ONE_PATH = ("format",)
_OF_THE_PLACE = ("description", "readOnly", "default", "examples")
# Keywords of JSON Schema between a member and the values of it.
_KEYWORDS = ("items", "anyOf", "schema")
Path = tuple[str, ...]


def with_named_enumerations(document: Node) -> Node:
    """Return a description with each enumeration, and the pattern of dates, as a component that all others refer to.

    Each is named after a member that has it: of a record or a part of one if there is such a member, and of several
    the one with the shortest name.
    """
    names = _names(document)
    components: dict[str, Node] = {}

    def named(schema: Node, _: Path) -> Node:
        name = names[_identity(schema)]
        components.setdefault(name, _bare(schema))
        own = {key: schema[key] for key in _OF_THE_PLACE if key in schema}
        is_nullable = isinstance(schema["type"], list)
        return own | ({"anyOf": [ref(name), NULL]} if is_nullable else ref(name))

    found: Node = _replaced(document, named)
    schemas = found["components"]["schemas"] | components
    found["components"]["schemas"] = dict(sorted(schemas.items()))
    return found


def with_shared_parameters(document: Node) -> Node:
    """Return a description with each parameter that is in several places in the same words as a component."""
    inline = [
        each for node in _with_parameters(document) for each in node.get("parameters", []) if _may_share(each)
    ]
    uses = Counter(map(repr, inline))
    shared = dict(document["components"]["parameters"])
    names: dict[str, str] = {}
    for each in inline:
        if uses[repr(each)] > 1 and repr(each) not in names:
            names[repr(each)] = name = _free_name(each["name"], shared)
            shared[name] = each

    def shortened(parameters: list[Node]) -> list[Node]:
        found = ((each, names.get(repr(each))) for each in parameters)
        return [{"$ref": f"#/components/parameters/{name}"} if name else each for each, name in found]

    paths = {
        path: {
            key: shortened(value)
            if key == "parameters"
            else value | {"parameters": shortened(value["parameters"])}
            for key, value in item.items()
        }
        for path, item in document["paths"].items()
    }
    return document | {"paths": paths, "components": document["components"] | {"parameters": shared}}


def _with_parameters(document: Node) -> Iterator[Node]:
    """Yield what has parameters: paths and their operations."""
    yield from document["paths"].values()
    yield from operations_of(document)


def _may_share(parameter: Node) -> bool:
    return "$ref" not in parameter and parameter["name"] not in _OF_ONE_PATH


def operations_of(document: Node) -> Iterator[Node]:
    """Yield the operations of a description."""
    for item in document["paths"].values():
        yield from (operation for method, operation in item.items() if method != "parameters")


def _names(document: Node) -> dict[frozenset[str], str]:
    """Return the component names of what is to be named."""
    schemas = document["components"]["schemas"]
    written = {_MODE.sub("", name) for name in schemas if name.endswith("Write")}
    candidates: dict[frozenset[str], list[tuple[bool, int, str]]] = {}

    def note(schema: Node, path: Path) -> Node:
        member = schema_name(next(each for each in reversed(path) if not _is_keyword(each)))
        owner = _MODE.sub("", path[2]) if path[:2] == ("components", "schemas") else ""
        name = owner + member if owner else _parameter_name(member, schema)
        rank = (owner not in written, len(name) if owner else len(name) + 100, name)
        candidates.setdefault(_identity(schema), []).append(rank)
        return schema

    _replaced(document, note)
    names: dict[frozenset[str], str] = {}
    for identity, found in candidates.items():
        wanted = DATE if len(identity) == 1 else min(found)[2]
        names[identity] = _free_name(wanted, {*schemas, *names.values()})
    return names


def _replaced(document: Node, replace: Callable[[Node, Path], Node]) -> Node:
    """Return a description with each schema that is to be a component replaced."""

    def walk(node: Any, path: Path) -> Any:
        if isinstance(node, dict):
            if _is_shared(node):
                return replace(node, path)
            # A parameter's schema is that of the parameter.
            own = (node["name"],) if "in" in node and "schema" in node else ()
            return {key: walk(value, (*path, *own, key)) for key, value in node.items()}
        if isinstance(node, list):
            return [walk(value, (*path, str(index))) for index, value in enumerate(node)]
        return node

    def of_operation(operation: Node) -> Node:
        declared = [
            each if each.get("name") in _OF_ONE_PATH else walk(each, ()) for each in operation["parameters"]
        ]
        return operation | {"parameters": declared}

    paths = {
        path: {key: value if key == "parameters" else of_operation(value) for key, value in item.items()}
        for path, item in document["paths"].items()
    }
    components = dict(document["components"])
    components["schemas"] = walk(components["schemas"], ("components", "schemas"))
    components["parameters"] = {
        name: each if each["name"] in _OF_ONE_PATH else walk(each, ())
        for name, each in components["parameters"].items()
    }
    return document | {"paths": paths, "components": components}


def _is_shared(schema: Node) -> bool:
    if isinstance(schema.get("enum"), list):
        words = _words(schema)
        # A single word is a constant.
        return len(words) > 1 and all(isinstance(each, str) for each in words)
    pattern = schema.get("pattern")
    return isinstance(pattern, str) and len(pattern) > _LONG_PATTERN


def _words(schema: Node) -> list[Any]:
    return [each for each in schema["enum"] if each is not None]


def _identity(schema: Node) -> frozenset[str]:
    return frozenset(_words(schema)) if "enum" in schema else frozenset([schema["pattern"]])


def _bare(schema: Node) -> Node:
    if "enum" in schema:
        return {"type": "string", "enum": _words(schema)}
    kept = {key: value for key, value in schema.items() if key not in (*_OF_THE_PLACE, "type")}
    return {"description": "A date in EDTF level 1 (ISO 8601-2).", "type": "string"} | kept


def _parameter_name(member: str, schema: Node) -> str:
    """Return the name for the values of a parameter; orders differ from list to list, so their keys name them."""
    if "enum" not in schema or member != "Sort":
        return member
    return "SortBy" + "Or".join(schema_name(each) for each in _words(schema) if not each.startswith("-"))


def _is_keyword(key: str) -> bool:
    return key in _KEYWORDS or key.isdigit()


def _free_name(name: str, taken: Container[str]) -> str:
    """Return a name, with a number after it where others have it that say something else."""
    number = 1
    while (found := name if number == 1 else f"{name}{number}") in taken:
        number += 1
    return found
