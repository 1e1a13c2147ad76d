"""The description held against what is answered: statuses, header fields and bodies."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from service.app import RECORD_TYPES, make_context, make_resources
from service.dataset.loading import bundled_records
from service.openapi.document import describe
from service.settings import Settings

COMMITTED = Path(__file__).parents[2] / "openapi.yaml"
# What may stand in a path, besides the ids of records.
IN_PATHS = {"number": "1", "slug": "not-found", "operation": "listSummits", "shape": "Summit"}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_URI = "urn:openapi"
# What HTTP servers and frameworks add, and what a description leaves to HTTP (OpenAPI 3.1, Response Object).
_NOT_DESCRIBED = {"content-type", "content-length", "date", "server", "connection"}
# What every answer tells browsers, and the introduction of the description says once.
_NOT_DESCRIBED |= {"access-control-allow-origin", "access-control-expose-headers", "content-security-policy"}
_NOT_DESCRIBED |= {"x-content-type-options", "referrer-policy", "strict-transport-security"}


def generated(record_types: Any = RECORD_TYPES) -> dict[str, Any]:
    """Return the full description of a service with these types of records."""
    context = make_context(Settings(database_url="sqlite:///none.db"), record_types)
    return describe(context, make_resources(context), bundled_records("seed", context.registry))


def close_answers(document: dict[str, Any]) -> None:
    """Allow no member that is not described: clients pass over others, the service of today has none."""
    schemas = document["components"]["schemas"]
    # What adds members to another shape is closed as a whole, and the other is left open.
    extended = {part.get("$ref") for each in schemas.values() for part in each.get("allOf", [])}
    for name, schema in schemas.items():
        if "allOf" in schema:
            schema["unevaluatedProperties"] = False
        elif schema.get("type") == "object" and f"#/components/schemas/{name}" not in extended:
            schema.setdefault("additionalProperties", False)


class Contract:
    """An API description that answers can be checked against."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self._registry = Registry().with_resource(_URI, DRAFT202012.create_resource(document))
        self._paths = {path: re.compile(re.sub(r"\{\w+\}", "[^/]+", path)) for path in document["paths"]}
        self._validators: dict[str, Draft202012Validator] = {}

    @classmethod
    def committed(cls) -> "Contract":
        """What clients are generated from."""
        return cls(yaml.load(COMMITTED.read_text(), Loader=LOADER))

    @classmethod
    def full(cls) -> "Contract":
        """The full description, with its answers closed."""
        document = generated()
        close_answers(document)
        return cls(document)

    def resolve(self, node: Any) -> Any:
        while isinstance(node, dict) and "$ref" in node:
            found: Any = self.document
            for name in node["$ref"].removeprefix("#/").split("/"):
                found = found[name.replace("~1", "/").replace("~0", "~")]
            node = found
        return node

    def operations(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        for path, item in self.document["paths"].items():
            for method in item.keys() - {"parameters"}:
                yield path, method, item[method]

    def operation(self, method: str, path: str) -> dict[str, Any]:
        # A name in full goes before a placeholder.
        matching = sorted(
            (each for each, shape in self._paths.items() if shape.fullmatch(path)), key=lambda p: "{" in p
        )
        assert matching, f"{path} is no path of the description"
        found = self.document["paths"][matching[0]].get(method.lower())
        assert found, f"{matching[0]} has no {method}"
        return found

    def errors(self, schema: Any, value: Any) -> list[str]:
        """What is wrong with a value, by a schema of the description (or its component's name)."""
        if isinstance(schema, str):
            schema = {"$ref": f"#/components/schemas/{schema}"}
        key = str(schema)
        if key not in self._validators:
            self._validators[key] = Draft202012Validator(
                _absolute(schema), registry=self._registry, format_checker=Draft202012Validator.FORMAT_CHECKER
            )
        return [
            f"{error.json_path}: {error.message[:300]}" for error in self._validators[key].iter_errors(value)
        ]

    def check(self, method: str, path: str, status: int, headers: Mapping[str, str], body: Any) -> None:
        """Fail unless the description has this answer to this method of this path (without its query)."""
        operation = self.operation(method, path)
        assert str(status) in operation["responses"], (
            f"{operation['operationId']} does not describe {status}: {body}"
        )
        response = self.resolve(operation["responses"][str(status)])
        described = {
            name.lower(): self.resolve(header) for name, header in response.get("headers", {}).items()
        }
        sent = {name.lower(): value for name, value in headers.items()}
        assert sent.keys() - _NOT_DESCRIBED <= described.keys(), "a header field that is not described"
        for name, header in described.items():
            assert name in sent or not header.get("required"), f"no {name}"
            if name in sent:
                value = int(sent[name]) if header["schema"]["type"] == "integer" else sent[name]
                assert self.errors(header["schema"], value) == [], name
        media_type = sent.get("content-type", "").partition(";")[0]
        if not response.get("content"):
            assert not body
            return
        assert media_type in response["content"], f"{media_type} is not described"
        if media_type.endswith(("/json", "+json")):
            found = self.errors(response["content"][media_type]["schema"], body)
            assert not found, found


def _absolute(node: Any) -> Any:
    if isinstance(node, list):
        return [_absolute(item) for item in node]
    if isinstance(node, dict):
        return {
            name: f"{_URI}{value}" if name == "$ref" and value.startswith("#") else _absolute(value)
            for name, value in node.items()
        }
    return node
