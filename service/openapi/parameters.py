"""Query parameters in the API description, from the same declarations that read them."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from service.openapi.schemas import Node, leaf_converter, without_null
from service.records.http.parameter_fields import (
    PATH,
    BoundingBox,
    Day,
    FieldPath,
    InstantField,
    Near,
    RangeEnd,
)
from service.records.http.revision_parameters import InstantOrDay
from service.records.shapes import MAX_PATHS
from service.web.operation import Operation
from service.web.parameters import ALL, PageSize, Parameter, QueryLimits, TrueOrFalse, WholeNumber

_NUMBER = r"-?[0-9]{1,9}(\.[0-9]{1,15})?"
# The most digits that a whole number may have, see WholeNumber.
_GREATEST = 10**18 - 1
_KEYWORDS: dict[type[fields.Field[Any]], Node] = {
    Day: {"type": "string", "format": "date"},
    RangeEnd: {"type": "string", "pattern": f"^{RangeEnd.pattern}$"},
    InstantField: {"type": "string", "format": "date-time"},
    InstantOrDay: {"type": "string", "pattern": f"^{InstantOrDay.pattern}$"},
    FieldPath: {"type": "string", "pattern": f"^{PATH.pattern}$", "maxLength": 500},
    BoundingBox: {
        "type": "string",
        "pattern": f"^{_NUMBER}(,{_NUMBER}){{3}}$",
    },
    Near: {"type": "string", "pattern": f"^{_NUMBER}(,{_NUMBER}){{2}}$"},
    TrueOrFalse: {"type": "boolean"},
}
SEVERAL = "Several in a comma list, or by repeating the parameter."
# Described once: they are the same wherever they are taken.
_PAGING = ("count", "cursor", "limit")
_SHAPING = ("bom", "expand", "fields", "format")
_CLOCKS = ("as_of", "known_at", "published_until")
_FILTERS = ("from", "id", "q", "recorded_after", "source", "to")
_SHARED = frozenset((*_PAGING, *_SHAPING, *_CLOCKS, *_FILTERS))
# Swagger UI sends the example of whatever parameter has one: only those have that no request goes without.
_EXAMPLES: dict[str, Any] = {"q": "kim"}


class QueryParameters:
    """Makes OpenAPI's parameters of those that a resource declares."""

    def __init__(self, bounds: QueryLimits) -> None:
        self.components: dict[str, Node] = {}
        self._bounds = bounds
        self._converter = leaf_converter()

    def all_of(self, operation: Operation) -> list[Node]:
        """Return the parameters of an operation, in their order."""
        return [self._named(self._one(each, operation)) for each in operation.parameters.declared]

    def _named(self, found: Node) -> Node:
        """Return a reference to the component of a parameter that many resources take, else the parameter."""
        name = found["name"]
        component = "limit_or_all" if "anyOf" in found["schema"] else name
        if name in _SHARED and self.components.setdefault(component, found) == found:
            return {"$ref": f"#/components/parameters/{component}"}
        return found

    def _one(self, parameter: Parameter, operation: Operation) -> Node:
        schema = self._schema(parameter, operation)
        description = schema.pop("description", "")
        found: Node = {"name": parameter.name, "in": "query", "description": description}
        if parameter.field.required:
            found["required"] = True
        if parameter.many:
            if "comma list" not in description:
                found["description"] = f"{description} {SEVERAL}".strip()
            found |= {"style": "form", "explode": False}
            schema = {"type": "array", "items": schema, "minItems": 1, "maxItems": self._most(parameter)}
        elif schema.get("type") == "array":
            found |= {"style": "form", "explode": False}
        found["schema"] = schema
        if parameter.field.required:
            found["example"] = _EXAMPLES[parameter.name]
        return found

    def _schema(self, parameter: Parameter, operation: Operation) -> Node:
        schema = without_null(self._converter.field2property(parameter.field))
        # Told in words: generated clients and Swagger UI would send it, and `days` alone is refused.
        default = schema.pop("default", None)
        if default is not None and "if not given" not in schema.get("description", ""):
            value = str(default).lower() if isinstance(default, bool) else default
            schema["description"] = f"{schema.get('description', '')} `{value}` if not given.".strip()
        if "examples" in schema:
            # Swagger UI would send them.
            such = ", ".join(f"`{each}`" for each in schema.pop("examples"))
            schema["description"] = f"{schema.get('description', '')} For example {such}.".strip()
        for declared, keywords in _KEYWORDS.items():
            if isinstance(parameter.field, declared):
                schema |= keywords
        if isinstance(parameter.field, WholeNumber):
            schema = self._number(parameter, schema)
        elif parameter.name == "cursor":
            schema["pattern"] = "^[A-Za-z0-9_.-]+$"
        elif parameter.name == "format":
            schema["enum"] = [each.name for each in operation.offered]
        elif schema.get("type") == "string" and not {"enum", "pattern", "format"} & schema.keys():
            # Control characters are refused in every parameter.
            schema["pattern"] = r"^[^\x00-\x1f\x7f]+$"
        return schema

    def _number(self, parameter: Parameter, schema: Node) -> Node:
        """Return the schema of a whole number, or also of the word ``all`` where that is taken."""
        schema = {"minimum": 0, "maximum": _GREATEST} | schema
        if parameter.name == "limit":
            schema["maximum"] = self._bounds.page
        if not isinstance(parameter.field, PageSize):
            return schema
        description = schema.pop("description")
        return {"description": description, "anyOf": [schema, {"type": "string", "enum": [ALL]}]}

    def _most(self, parameter: Parameter) -> int:
        return MAX_PATHS if parameter.name == "expand" else self._bounds.values


def path_parameter(parameter: Parameter, example: Any) -> Node:
    """Return the parameter for a part of a path; ``example`` is there in the bundled record."""
    schema = without_null(leaf_converter().field2property(parameter.field))
    schema.pop("default", None)
    example = schema.pop("example", example)
    description = schema.pop("description", "")
    found = {
        "name": parameter.name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": schema,
    }
    return found if example is None else found | {"example": example}
