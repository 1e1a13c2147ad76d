"""The whole API description (OpenAPI 3.1) of an application, as a document, as YAML and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

import yaml

from service.openapi import headers
from service.openapi.examples import Examples
from service.openapi.numbers import with_sized_integers
from service.openapi.operations import KEY, Operations, not_modified, partial_content
from service.openapi.parameters import QueryParameters
from service.openapi.problems import Failures
from service.openapi.schemas import Node, Schemas
from service.openapi.shared import with_named_enumerations, with_shared_parameters
from service.records.context import Context
from service.records.http.routes import query_bounds
from service.web.resource import Resource

_DESCRIPTION = """\
The sourced, dated record of diplomacy and denuclearisation on the Korean Peninsula: summits, letters and statements, \
military parades, and the status of nuclear and missile facilities. No claim without a source; the past stays readable.

- **Records** are answered with every field, null or empty where there is nothing to say. Dates are EDTF level 1 \
(ISO 8601-2); beside each stand its first and last day, which filters and sorting use.
- **Errors** are `application/problem+json` (RFC 9457), those of the router too: an unknown URL is `404`, a method \
that a resource does not know `405` with `Allow`.
- **Parameters** that a resource does not know, or that are malformed, are `400`, with the nearest valid name.
- **Booleans** in a query are `true` and `false`; `1` and `0` are taken too. In a body they are JSON's.
- **Growth**: answers may get new members and enumerations new values within `/v1`; clients pass over what they do \
not know. Bodies of requests are closed: an unknown member is an error. `docs/versioning.md` in the source lists what \
may change and what does not, and how a deprecation is announced (`Deprecation`, `Sunset`, changelog).
- **Methods**: whatever answers `GET` answers `HEAD` with the same header fields and no body. `OPTIONS` is `204` with \
`Allow`.
- **Conditional requests** (RFC 9110): each `200` to `GET` has a strong `ETag`. Writes to an existing record need \
`If-Match`. Reads take `If-Match` as well, and those of a record `If-Modified-Since` and `If-Unmodified-Since`; \
writes take `If-None-Match`.
- **Citing and time travel**: what takes `known_at` links the URL that gives the same answer again, whatever is \
recorded later (`cite-as`, RFC 8574), and takes `Accept-Datetime` instead (RFC 7089, an HTTP date: the state at the \
end of that second, `400` in the future), answered with `Memento-Datetime` and, in `Content-Location`, its URL.
- **Tracing**: every request may have an `X-Request-ID` (at most 128 letters, digits, dots, hyphens and underscores, \
else the service makes one) and a `traceparent` (W3C Trace Context).
- **Length**: a URL beyond some 8,000 bytes is `414`, a header field beyond the same length `431`. A request that has \
not arrived after 20 seconds is `408`, and one that is not valid HTTP `400`; these close the connection.
- **Limits**: `RateLimit` states what a caller has left, by key or else by address. Beyond it the answer is `429`.
- **Browsers**: any page may read, unless the operator names origins (CORS). Every answer has `nosniff` and a \
`Content-Security-Policy`.
- **Access**: reads need no key, unless the operator requires one. Writes need a key with the scope `write`. A bad key \
is `401` on any request.
"""
_WIDTH = 120
# In characters: schemas of a few keywords are on one line.
_SHORT = 80
_SERVERS: list[Node] = [
    {"url": "http://127.0.0.1:8000", "description": "A service started with `make serve` on this machine."},
    {
        "url": "{scheme}://{host}",
        "description": "Any other, by host, and port where it is not the scheme's own. The description that a server "
        "gives of itself names its own address.",
        "variables": {
            "scheme": {"enum": ["https", "http"], "default": "https"},
            "host": {"default": "peninsula.example"},
        },
    },
]


# In C where there is libyaml, as in every ready-made wheel: the same text in a fifth of the time.
_BaseDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_BaseDumper):  # type: ignore[misc]
    """Writes no anchors, texts of several lines as blocks, and what is short on one line."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    is_short = not any(isinstance(each, dict | list) for each in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=is_short)


def _object(dumper: yaml.SafeDumper, members: Node) -> yaml.MappingNode:
    is_short = (
        "description" not in members
        and not any(isinstance(each, dict | list) for each in members.values())
        and sum(len(f"{name}: {each}, ") for name, each in members.items()) < _SHORT
    )
    return dumper.represent_mapping("tag:yaml.org,2002:map", members, flow_style=is_short)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)
_Dumper.add_representer(dict, _object)


def describe(
    context: Context, resources: Iterable[Resource], records: Iterable[tuple[str, dict[str, Any]]]
) -> Node:
    """Return the description of what an application with this context answers.

    :param resources: all that it has, in order.
    :param records: ``(type name, body)`` pairs; the first of each type becomes the example.

    Needs no database.
    """
    schemas = Schemas(context.registry)
    failures = Failures(schemas)
    examples = Examples(context.registry, records)
    query = QueryParameters(query_bounds(context))
    operations = Operations(schemas, failures, examples, query)
    paths = {
        re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", resource.rule): operations.path_item(resource)
        for resource in resources
    }
    has_files = any("206" in each["get"]["responses"] for each in paths.values() if "get" in each)
    tags = [{"name": each.path, "description": each.description} for each in context.registry]
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": "Peninsula",
            "summary": "Diplomacy and denuclearisation on the Korean Peninsula: sourced, dated, citable.",
            "description": _DESCRIPTION,
            "version": version("peninsula"),
            "contact": {"name": "The maintainers of Peninsula"},
            # The owner has not chosen one; an identifier is asked for all the same.
            "license": {"name": "Not granted yet", "identifier": "LicenseRef-not-granted-yet"},
        },
        "servers": _SERVERS,
        "security": [{}, {KEY: []}],
        "tags": [
            {"name": "service", "description": "What is no record: the index, the change feed, health."},
            {"name": "views", "description": "What follows from the records of several types, computed."},
            {
                "name": "features",
                "description": "OGC API Features, for map tools: the records that have a place.",
            },
            *tags,
        ],
        "paths": paths,
        "components": {
            "schemas": dict(sorted(schemas.components.items())),
            "responses": {
                "NotModified": not_modified(),
                **({"PartialContent": partial_content()} if has_files else {}),
                **dict(sorted(failures.components.items())),
            },
            "headers": headers.response_header_components(),
            "parameters": query.components | headers.request_header_components(),
            "examples": dict(sorted(examples.components.items())),
            "securitySchemes": {
                KEY: {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "An API key with the scope `read`, `write` or `admin`, each holding those before "
                    "it; made by `peninsula keys create`.",
                }
            },
        },
    }
    return with_shared_parameters(with_named_enumerations(with_sized_integers(document)))


def as_yaml(document: Node) -> str:
    """Return a description in YAML, the same text for the same description."""
    text: str = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text


def as_json(document: Node) -> str:
    """Return a description in JSON."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def served_from(origin: str) -> Node:
    """Return the member ``servers`` of the description that a server gives of itself: clients need a host."""
    return {"servers": [{"url": origin, "description": "The server that this description comes from."}]}
