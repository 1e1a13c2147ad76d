"""``POST /mcp``: one JSON-RPC message a request, answered as JSON (Streamable HTTP without streams or sessions)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from flask import Response, request

from service.access.scopes import require
from service.mcp.asking import ask
from service.mcp.calling import call
from service.mcp.protocol import (
    INVALID_PARAMS,
    LEGACY,
    METHOD_NOT_FOUND,
    PARSE_ERROR,
    SERVER_INFO,
    SUPPORTED,
    RpcError,
    RpcRequest,
    id_of,
    read_request,
)
from service.mcp.tools import Tool, tools
from service.records.context import Context
from service.web import problem_catalogue as kinds
from service.web.identity import base_url
from service.web.json_body import read_json
from service.web.operation import Success
from service.web.problem import Problem
from service.web.resource import Path, Resource, Values

Method = Callable[[Mapping[str, Any]], dict[str, Any]]
ROOT = "/mcp"
# What a message may have: names, words, cursors. The tools take no texts.
_MOST_BYTES = 65_536
_SCHEME = "peninsula"
# How long a client may go on with the list of tools, which changes with a release, and with what it read.
_HOUR, _MINUTE = 3_600_000, 60_000
_INSTRUCTIONS = (
    "Peninsula is the sourced, dated record of diplomacy and denuclearisation on the Korean Peninsula: summits, "
    "communications, military parades, and nuclear and missile facilities. Begin with search or situation; records are "
    "named type/id, such as facilities/sohae. as_of asks what was so on a day, published_until what the public could "
    "know by a day, known_at what this service held at an instant. Every statement has citations with quotes: give "
    "them, and the pinned url. What is not recorded is unknown, not untrue."
)


class ToolsResource(Resource):
    """The endpoint: for readers, and for web pages of this service or of origins that the settings name."""

    def __init__(self, context: Context) -> None:
        super().__init__(ROOT, "mcp", offered=(), only_reads=True)
        self._settings = context.settings

    def admit(self, method: str, path: Path) -> None:
        """Raise ``Problem`` 403 for a web page of another origin, against DNS rebinding, and 401 without a key."""
        origin = request.headers.get("Origin")
        own = "{0.scheme}://{0.netloc}".format(urlsplit(base_url(self._settings)))
        if origin is not None and origin not in (own, *self._settings.cors_origins.split(",")):
            detail = f"Pages of the origin {origin[:100]} may not use the tools: name it in PENINSULA_CORS_ORIGINS."
            raise Problem(kinds.FORBIDDEN, detail)
        require("read")


class Server:
    """Answers the methods of the protocol; it keeps nothing from one message to the next."""

    def __init__(self, context: Context) -> None:
        self._settings = context.settings
        self._record_types = list(context.registry)
        self._tools = {each.name: each for each in tools(each.path for each in self._record_types)}
        self._scope = "public" if context.settings.read_access == "public" else "private"
        self._methods: Mapping[str, tuple[Method, int | None]] = {
            "server/discover": (self._discover, _HOUR),
            "tools/list": (self._list_tools, _HOUR),
            "tools/call": (self._call, None),
            "resources/list": (self._list_resources, _HOUR),
            "resources/templates/list": (self._list_templates, _HOUR),
            "resources/read": (self._read, _MINUTE),
        }
        self._legacy: Mapping[str, Method] = {"initialize": self._initialize, "ping": lambda _: {}}

    def answer(self, message: RpcRequest) -> dict[str, Any]:
        """Return the result of a request; raises ``RpcError``."""
        if not message.is_modern and message.method in self._legacy:
            return self._legacy[message.method](message.params)
        if message.method not in self._methods:
            names = ", ".join(self._methods)
            raise RpcError(METHOD_NOT_FOUND, f"Method not found: {message.method[:60]}. There are {names}.")
        method, fresh_ms = self._methods[message.method]
        if message.params.get("cursor") is not None:
            raise RpcError(INVALID_PARAMS, "There is one page only; leave the cursor out.")
        result = method(message.params)
        if message.is_modern:
            result = {"resultType": "complete", **result, "_meta": {SERVER_INFO: _identity()}}
            if fresh_ms is not None:
                result |= {"ttlMs": fresh_ms, "cacheScope": self._scope}
        return result

    def _initialize(self, params: Mapping[str, Any]) -> dict[str, Any]:
        wanted = params.get("protocolVersion")
        return {
            "protocolVersion": wanted if wanted in LEGACY else LEGACY[0],
            "capabilities": _capabilities(),
            "serverInfo": _identity(),
            "instructions": _INSTRUCTIONS,
        }

    def _discover(self, _: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "supportedVersions": list(SUPPORTED),
            "capabilities": _capabilities(),
            "instructions": _INSTRUCTIONS,
        }

    def _list_tools(self, _: Mapping[str, Any]) -> dict[str, Any]:
        return {"tools": [each.described() for each in self._tools.values()]}

    def _call(self, params: Mapping[str, Any]) -> dict[str, Any]:
        name, arguments = params.get("name"), params.get("arguments", {})
        tool: Tool | None = self._tools.get(name) if isinstance(name, str) else None
        if tool is None:
            raise RpcError(
                INVALID_PARAMS, f"Unknown tool: {str(name)[:60]}. There are {', '.join(self._tools)}."
            )
        if not isinstance(arguments, Mapping):
            raise RpcError(INVALID_PARAMS, "arguments has to be an object.")
        return call(tool, arguments, base_url(self._settings))

    def _list_resources(self, _: Mapping[str, Any]) -> dict[str, Any]:
        found = [("situation", "The state of play today")]
        found += [(each.path, f"The first page of {each.path}") for each in self._record_types]
        return {"resources": [{"uri": _uri(path), **_named(path, title)} for path, title in found]}

    def _list_templates(self, _: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "resourceTemplates": [
                {
                    "uriTemplate": f"{_uri(each.path)}/{{id}}{{?known_at}}",
                    **_named(
                        each.name, f"A record of {each.path}, whole, now or as it was held at an instant"
                    ),
                }
                for each in self._record_types
            ]
        }

    def _read(self, params: Mapping[str, Any]) -> dict[str, Any]:
        uri = params.get("uri")
        if not isinstance(uri, str):
            raise RpcError(INVALID_PARAMS, "uri has to be a string.")
        path, query = self._address(uri)
        found = ask(path, query)
        if found.is_problem:
            raise _not_found(uri, found.document["detail"])
        text = json.dumps(found.document, ensure_ascii=False)
        return {"contents": [{"uri": uri, "mimeType": "application/json", "text": text}]}

    def _address(self, uri: str) -> tuple[str, list[tuple[str, str]]]:
        """Return the path and query of the view that a URI names; raises ``RpcError``."""
        paths = ["situation", *(each.path for each in self._record_types)]
        try:
            parts = urlsplit(uri)
        except ValueError as error:
            raise _not_found(uri, "It is no URI.") from error
        query = parse_qsl(parts.query, keep_blank_values=True)
        if (
            parts.scheme != _SCHEME
            or parts.netloc not in paths
            or any(name != "known_at" for name, _ in query)
        ):
            raise _not_found(
                uri, f"URIs are such as {_uri('facilities/sohae')}: see resources/templates/list."
            )
        return f"/v1/{parts.netloc}{unquote(parts.path)}", query


def resource(context: Context) -> Resource:
    """Return the resource of the endpoint."""
    server = Server(context)

    def post_message(_: Values) -> Response:
        """Answer a message of the Model Context Protocol."""
        return _answer(server)

    return ToolsResource(context).on(
        "POST", post_message, answers={200: Success("The response.", dict)}, takes={"application/json": dict}
    )


def _answer(server: Server) -> Response:
    if not request.accept_mimetypes.accept_json and request.accept_mimetypes:
        raise Problem(kinds.NOT_ACCEPTABLE, "Answers are application/json: accept it.")
    try:
        message = read_json(request, _MOST_BYTES, expect_object=False)
    except Problem as problem:
        if problem.kind.status not in (400, 422):
            raise
        return _response(RpcError(PARSE_ERROR, problem.detail).document(None), 400)
    try:
        asked = read_request(message, request.headers)
    except RpcError as error:
        return _response(error.document(id_of(message)), error.status)
    if asked.id is None:
        return Response(status=202)
    try:
        return _response({"jsonrpc": "2.0", "id": asked.id, "result": server.answer(asked)}, 200)
    except RpcError as error:
        # Legacy clients take another status for a fault of the transport.
        return _response(error.document(asked.id), error.status if asked.is_modern else 200)


def _response(document: Mapping[str, Any], status: int) -> Response:
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    headers = {"Cache-Control": "no-store"}
    return Response(body, status, headers, content_type="application/json")


def _not_found(uri: str, why: str) -> RpcError:
    return RpcError(INVALID_PARAMS, f"Resource not found. {why}", {"uri": uri[:200]})


def _capabilities() -> dict[str, Any]:
    return {"tools": {}, "resources": {}}


def _identity() -> dict[str, Any]:
    return {"name": "peninsula", "title": "Peninsula", "version": version("peninsula")}


def _uri(path: str) -> str:
    return f"{_SCHEME}://{path}"


def _named(name: str, title: str) -> dict[str, Any]:
    return {"name": name, "title": title, "mimeType": "application/json"}
