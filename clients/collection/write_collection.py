"""Writes the collection for API workbenches from openapi.yaml.

With ``--check`` it only says whether the file is of this description.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).parents[2]
TARGET = Path(__file__).parent / "peninsula.postman_collection.json"
_SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"

# Values that the bundled record has answers to; an enumeration gives its first.
_EXAMPLES = {
    "about": "/standing",
    "actor": "kim-jong-un",
    "after": "0",
    "as_of": "2018-09-10",
    "bbox": "100,0,135,45",
    "before": "100",
    "by": "foreign ministry",
    "by_actor": "kim-jong-un",
    "compare": "1",
    "component": "launch-pad",
    "count": "true",
    "country": "PRK",
    "facility": "sohae",
    "from": "2018",
    "from_country": "PRK",
    "limit": "10",
    "name": "kim",
    "near": "39.66,124.7,50",
    "party": "Donald Trump",
    "party_country": "USA",
    "place": "singapore",
    "published_until": "2019-03-06",
    "q": "kim",
    "recorded_after": "2020-01-01T00:00:00Z",
    "regarding": "summits/singapore-2018",
    "system": "hwasong-15",
    "to": "2019",
    "to_country": "USA",
    "with": "north-korea-2018-09-09",
}
# What an answer gives, or goes only with another parameter: left empty.
_LEFT_EMPTY = {"chain", "cursor", "days", "id", "known_at", "source"}
# A record of all types is too much for the window of a workbench.
_ENABLED = {("/v1/export", "type"): "parade"}
_OF_PATH = {
    ("/v1/claims", "type"): "communication",
    ("/v1/systems", "q"): "hwasong",
    ("/v1/timeline", "near"): "summits/singapore-2018",
}
_OF_REVISIONS = {"from": "2026", "to": "2036"}

_IS_ANSWERED = "pm.test('The service answers', () => pm.expect(pm.response.code).to.be.within(200, 299));"
_ONLY_WITH_KEY = "if (!pm.variables.get('token')) pm.execution.skipRequest();"
_KEEP_TAG = "pm.collectionVariables.set('etag', pm.response.headers.get('ETag'));"
_KEEP_ID = "pm.collectionVariables.set('source', pm.response.json().id);"
_SOURCE = {"title": "A source to try writing with", "kind": "report", "published": "2018-09-19"}


def collection(document: dict[str, Any]) -> dict[str, Any]:
    """Return the collection (format 2.1): a folder of reads for each tag, and one that tries writing."""
    folders = [
        {
            "name": tag["name"].capitalize(),
            "description": tag["description"],
            "item": [
                _read(document, path, item["get"], item.get("parameters", []))
                for path, item in document["paths"].items()
                if tag["name"] in item.get("get", {}).get("tags", [])
            ],
        }
        for tag in document["tags"]
    ]
    variables = {"baseUrl": document["servers"][0]["url"], "token": "", "source": "", "etag": ""}
    return {
        "info": {
            "name": f"{document['info']['title']} {document['info']['version']}",
            "description": f"{document['info']['summary']} Set `baseUrl`, and `token` to a key to write with.",
            "schema": _SCHEMA,
        },
        "item": [*folders, _writing()],
        "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "{{token}}", "type": "string"}]},
        "event": [_script("test", _IS_ANSWERED)],
        "variable": [{"key": name, "value": value} for name, value in variables.items()],
    }


def _read(
    document: dict[str, Any], path: str, operation: dict[str, Any], of_path: list[dict[str, Any]]
) -> dict[str, Any]:
    parameters = [_resolved(document, each) for each in [*of_path, *operation.get("parameters", [])]]
    query = [_query(document, path, each) for each in parameters if each["in"] == "query"]
    variables = [
        {"key": each["name"], "value": str(each["example"]), "description": each["description"]}
        for each in parameters
        if each["in"] == "path"
    ]
    request = _request("GET", path, query, variables)
    return {
        "name": operation["summary"],
        "request": request | {"description": operation["description"]},
    }


def _query(document: dict[str, Any], path: str, parameter: dict[str, Any]) -> dict[str, Any]:
    name = parameter["name"]
    key = (path, name)
    entry = {
        "key": name,
        "value": _example(document, key, parameter),
        "description": parameter["description"],
    }
    return entry if parameter.get("required") or key in _ENABLED else entry | {"disabled": True}


def _example(document: dict[str, Any], key: tuple[str, str], parameter: dict[str, Any]) -> str:
    path, name = key
    if given := _ENABLED.get(key) or _OF_PATH.get(key):
        return given
    if path.endswith("/revisions") and name in _OF_REVISIONS:
        return _OF_REVISIONS[name]
    schema = _resolved(document, parameter["schema"])
    schema = _resolved(document, schema.get("items", schema))
    if "enum" in schema:
        return str(schema["enum"][0])
    return "" if name in _LEFT_EMPTY else str(parameter.get("example", _EXAMPLES[name]))


def _writing() -> dict[str, Any]:
    path = "/v1/sources/:source"
    variables = [{"key": "source", "value": "{{source}}"}]
    merge = "application/merge-patch+json"
    items = [
        _write("Create a source", _request("POST", "/v1/sources"), _SOURCE, keep=[_KEEP_ID, _KEEP_TAG]),
        _write(
            "Change it", _request("PATCH", path, [], variables), {"language": "en"}, merge, keep=[_KEEP_TAG]
        ),
        _write(
            "Replace it", _request("PUT", path, [], variables), _SOURCE | {"language": "ko"}, keep=[_KEEP_TAG]
        ),
        _write("Delete it", _request("DELETE", path, [], variables)),
    ]
    return {
        "name": "Writing",
        "description": "Creates a source, changes, replaces and deletes it; other record types take the same. Without "
        "a `token` it is skipped.",
        "item": items,
        "event": [_script("prerequest", _ONLY_WITH_KEY)],
    }


def _write(
    name: str,
    request: dict[str, Any],
    body: dict[str, Any] | None = None,
    media_type: str = "application/json",
    keep: list[str] | None = None,
) -> dict[str, Any]:
    headers = []
    if request["method"] != "POST":
        headers.append({"key": "If-Match", "value": "{{etag}}"})
    if body is not None:
        headers.append({"key": "Content-Type", "value": media_type})
        request = request | {"body": {"mode": "raw", "raw": json.dumps(body, indent=2)}}
    item: dict[str, Any] = {"name": name, "request": request | {"header": headers}}
    return item | {"event": [_script("test", *keep)]} if keep else item


def _request(
    method: str,
    path: str,
    query: list[dict[str, Any]] | None = None,
    variables: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    parts = [f":{part[1:-1]}" if part.startswith("{") else part for part in path[1:].split("/")]
    enabled = "&".join(f"{each['key']}={each['value']}" for each in query or [] if not each.get("disabled"))
    raw = "/".join(["{{baseUrl}}", *parts]) + (f"?{enabled}" if enabled else "")
    url: dict[str, Any] = {"raw": raw, "host": ["{{baseUrl}}"], "path": parts}
    if query:
        url["query"] = query
    if variables:
        url["variable"] = variables
    return {"method": method, "header": [], "url": url}


def _script(listen: str, *lines: str) -> dict[str, Any]:
    return {"listen": listen, "script": {"type": "text/javascript", "exec": list(lines)}}


def _resolved(document: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        found: Any = document
        for name in node["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        node = found
    return node


def text(document: dict[str, Any]) -> str:
    return json.dumps(collection(document), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    written = text(yaml.load((REPOSITORY / "openapi.yaml").read_text(), Loader=yaml.CSafeLoader))
    if "--check" not in sys.argv:
        TARGET.write_text(written)
    elif TARGET.read_text() != written:
        sys.exit(f"{TARGET.name} is not of this openapi.yaml; run: make clients")
