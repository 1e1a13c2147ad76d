"""What a description no longer promises that an earlier one did: each breaking difference, in a sentence.

``python -m tests.openapi.breaking`` writes the promises of this code to ``released.json``: a step of each release.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

RELEASED = Path(__file__).with_name("released.json")
_KEPT = frozenset(
    (
        *(
            "$ref",
            "additionalProperties",
            "allOf",
            "anyOf",
            "const",
            "content",
            "enum",
            "in",
            "items",
            "name",
        ),
        *("parameters", "properties", "requestBody", "required", "responses", "schema", "type"),
    )
)
_NULL = {"type": "null"}


def promises(document: dict[str, Any]) -> dict[str, Any]:
    """A description without words, examples and limits, without answers to failures, and without pages for people."""
    components = document["components"]
    return {
        "version": document["info"]["version"],
        "paths": {path: _bare_methods(item) for path, item in document["paths"].items()},
        "components": {
            "schemas": {name: _bare(each) for name, each in components["schemas"].items()},
            "parameters": {name: _bare(each) for name, each in components["parameters"].items()},
        },
    }


def _bare_methods(item: dict[str, Any]) -> dict[str, Any]:
    found = {name: _bare(each) for name, each in item.items()}
    for operation in found.values():
        if "responses" in operation:
            successes = {status: each for status, each in operation["responses"].items() if status < "3"}
            operation["responses"] = successes
    return found


def _bare(node: Any) -> Any:
    if isinstance(node, list):
        return [_bare(each) for each in node]
    if not isinstance(node, dict):
        return node
    found = {}
    for key, value in node.items():
        if key in ("properties", "content", "responses"):
            found[key] = {name: _bare(each) for name, each in value.items() if name != "text/html"}
        elif key == "enum":
            found[key] = [each for each in value if each != "html"]
        elif key in _KEPT:
            found[key] = _bare(value)
    return found


class Comparison:
    """Two descriptions, each as ``promises`` gives it."""

    def __init__(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        self._old, self._new = old, new
        self._compared: set[tuple[str, str, bool]] = set()

    def breaking(self) -> Iterator[str]:
        """Yield what callers of the old one can no longer rely on."""
        for path, item in self._old["paths"].items():
            others = self._new["paths"].get(path, {})
            for method in item.keys() - {"parameters"}:
                where = f"{method.upper()} {path}"
                if method not in others:
                    yield f"{where} is gone"
                    continue
                yield from self._parameters(
                    where, self._declared(self._old, item, method), self._declared(self._new, others, method)
                )
                yield from self._contents(
                    where,
                    item[method].get("requestBody", {}),
                    others[method].get("requestBody", {}),
                    is_body=True,
                )
                for status, response in item[method]["responses"].items():
                    found = others[method]["responses"].get(status)
                    if found is None:
                        yield f"{where} no longer answers {status}"
                    else:
                        yield from self._contents(f"{where} {status}", response, found, is_body=False)

    def _declared(self, document: dict[str, Any], item: dict[str, Any], method: str) -> dict[str, Any]:
        every = item.get("parameters", []) + item[method].get("parameters", [])
        resolved = [_resolve(document, each) for each in every]
        return {f"{each['in']} parameter {each['name']}": each for each in resolved}

    def _parameters(self, where: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
        for name, parameter in old.items():
            if name not in new:
                yield f"{where} no longer takes the {name}"
            else:
                yield from self._schemas(
                    f"{where} {name}", parameter["schema"], new[name]["schema"], is_body=True
                )
        for name, parameter in new.items():
            if parameter.get("required") and not old.get(name, {}).get("required"):
                yield f"{where} requires the {name}"

    def _contents(
        self, where: str, old: dict[str, Any], new: dict[str, Any], *, is_body: bool
    ) -> Iterator[str]:
        for media_type, each in old.get("content", {}).items():
            if media_type not in new.get("content", {}):
                yield f"{where} no longer {'takes' if is_body else 'has'} {media_type}"
            else:
                yield from self._schemas(
                    where,
                    each.get("schema", {}),
                    new["content"][media_type].get("schema", {}),
                    is_body=is_body,
                )

    def _schemas(self, where: str, old: Any, new: Any, *, is_body: bool) -> Iterator[str]:
        """Yield what a value may no longer be (of a body), or what it may be now (of an answer)."""
        pair = (json.dumps(old, sort_keys=True), json.dumps(new, sort_keys=True), is_body)
        if pair in self._compared:
            return
        self._compared.add(pair)
        # The first alternative of several is the whole shape.
        (old, old_null), (new, new_null) = _whole(self._old, old), _whole(self._new, new)
        if is_body and old_null and not new_null:
            yield f"{where} may no longer be null"
        if not is_body and new_null and not old_null:
            yield f"{where} may be null"
        if old.get("type", new.get("type")) != new.get("type", old.get("type")):
            yield f"{where} is {new.get('type')} instead of {old.get('type')}"
            return
        if is_body and "enum" in new and (lost := set(old.get("enum", ())) - {None, *new["enum"]}):
            yield f"{where} may no longer be {', '.join(sorted(map(str, lost)))}"
        if "items" in old and "items" in new:
            yield from self._schemas(f"{where}[]", old["items"], new["items"], is_body=is_body)
        members = new.get("properties", {})
        for name, each in old.get("properties", {}).items():
            if name not in members:
                yield f"{where} has no member {name} any more"
            else:
                yield from self._schemas(f"{where}.{name}", each, members[name], is_body=is_body)
        required, was_required = set(new.get("required", ())), set(old.get("required", ()))
        if is_body:
            yield from (f"{where} requires {name}" for name in sorted(required - was_required))
        else:
            yield from (
                f"{where} may lack {name}" for name in sorted(was_required & members.keys() - required)
            )


def _resolve(document: dict[str, Any], node: Any) -> Any:
    while "$ref" in node:
        kind, name = node["$ref"].removeprefix("#/components/").split("/")
        node = document["components"][kind][name]
    return node


def _whole(document: dict[str, Any], node: Any) -> tuple[dict[str, Any], bool]:
    """Return the whole shape of a value, and whether it may be null."""
    found = dict(_resolve(document, node))
    if "anyOf" in found:
        choices = [each for each in found["anyOf"] if each != _NULL]
        whole, may_be_null = _whole(document, choices[0])
        return whole, may_be_null or len(choices) < len(found["anyOf"])
    for each in found.pop("allOf", ()):
        part, _ = _whole(document, each)
        found["properties"] = found.get("properties", {}) | part.get("properties", {})
        found["required"] = [*found.get("required", ()), *part.get("required", ())]
        found["type"] = part.get("type")
    types = found.get("type")
    if not isinstance(types, list):
        return found, None in found.get("enum", ())
    found["type"] = next(each for each in types if each != "null")
    return found, "null" in types


if __name__ == "__main__":
    from tests.openapi.contract import generated

    RELEASED.write_text(json.dumps(promises(generated()), separators=(",", ":"), sort_keys=True))
