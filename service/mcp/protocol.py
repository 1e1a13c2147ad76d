"""JSON-RPC 2.0 as the Model Context Protocol has it: versions, headers, errors (revision 2026-07-28)."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from werkzeug.datastructures import Headers

MODERN = ("2026-07-28",)
LEGACY = ("2025-11-25", "2025-06-18", "2025-03-26")
SUPPORTED = MODERN + LEGACY

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS = -32700, -32600, -32601, -32602
HEADER_MISMATCH, UNSUPPORTED_VERSION = -32020, -32022

_META = "io.modelcontextprotocol/"
_VERSION = f"{_META}protocolVersion"
_CAPABILITIES = f"{_META}clientCapabilities"
SERVER_INFO = f"{_META}serverInfo"
# What the header Mcp-Name repeats, by method.
_NAMED_BY = {"tools/call": "name", "resources/read": "uri"}
_BASE64 = re.compile(r"=\?base64\?(.*)\?=")


class RpcError(Exception):
    """A request that is refused: with a JSON-RPC error, and the HTTP status that it has in modern versions."""

    def __init__(self, code: int, message: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.data = data

    @property
    def status(self) -> int:
        """The HTTP status."""
        return 404 if self.code == METHOD_NOT_FOUND else 400

    def document(self, request_id: str | int | None) -> dict[str, Any]:
        """Return the response, without an id where none could be read."""
        error: dict[str, Any] = {"code": self.code, "message": str(self)}
        if self.data is not None:
            error["data"] = dict(self.data)
        return {"jsonrpc": "2.0", **({} if request_id is None else {"id": request_id}), "error": error}


@dataclass(frozen=True)
class RpcRequest:
    """One request, or a notification, which has no id."""

    method: str
    id: str | int | None = None
    params: Mapping[str, Any] = field(default_factory=dict)
    is_modern: bool = False


def id_of(message: Any) -> str | int | None:
    """Return the id of a message, ``None`` where it has none that may be."""
    found = message.get("id") if isinstance(message, Mapping) else None
    return found if isinstance(found, str | int) and not isinstance(found, bool) else None


def read_request(message: Any, headers: Headers) -> RpcRequest:
    """Return the request that a JSON value is; raises ``RpcError`` where it is none, or of no version there is.

    :param message: JSON values.
    :param headers: of the HTTP request; names in any case.
    """
    if isinstance(message, list):
        raise RpcError(INVALID_REQUEST, "Send one message for each request: batches are not taken.")
    if not isinstance(message, Mapping) or message.get("jsonrpc") != "2.0":
        raise RpcError(INVALID_REQUEST, 'Send a JSON-RPC 2.0 request: an object with "jsonrpc": "2.0".')
    method, params = message.get("method"), message.get("params", {})
    if not isinstance(method, str):
        raise RpcError(INVALID_REQUEST, "A request needs a method, a string. Responses are not taken.")
    if not isinstance(params, Mapping):
        raise RpcError(INVALID_PARAMS, "params has to be an object.")
    if "id" not in message:
        if not method.startswith("notifications/"):
            raise RpcError(
                INVALID_REQUEST, f"A request needs an id; only notifications have none: {method[:60]!r}."
            )
        return RpcRequest(method)
    request_id = id_of(message)
    if request_id is None:
        raise RpcError(INVALID_REQUEST, "The id has to be a string or an integer.")
    is_modern = _check_version(params, headers)
    if is_modern:
        _check_headers(method, params, headers)
    return RpcRequest(method, request_id, params, is_modern)


def _check_version(params: Mapping[str, Any], headers: Headers) -> bool:
    """Tell whether a request is of a modern version; raises ``RpcError`` for versions that there are not."""
    meta, sent = params.get("_meta", {}), headers.get("MCP-Protocol-Version")
    if not isinstance(meta, Mapping):
        raise RpcError(INVALID_PARAMS, "params._meta has to be an object.")
    version = meta.get(_VERSION)
    if version is None:
        if sent in MODERN:
            raise RpcError(INVALID_PARAMS, f"params._meta needs {_VERSION!r}.")
        version = sent
    elif sent is None:
        raise RpcError(HEADER_MISMATCH, "The header MCP-Protocol-Version is missing.")
    elif sent != version:
        raise RpcError(
            HEADER_MISMATCH, f"MCP-Protocol-Version is {sent[:40]!r}, the body has {str(version)[:40]!r}."
        )
    if version is not None and version not in SUPPORTED:
        data = {"supported": list(SUPPORTED), "requested": str(version)[:100]}
        raise RpcError(UNSUPPORTED_VERSION, "Unsupported protocol version", data)
    if version not in MODERN:
        return False
    if not isinstance(meta.get(_CAPABILITIES), Mapping):
        raise RpcError(INVALID_PARAMS, f"params._meta needs {_CAPABILITIES!r}, an object.")
    return True


def _check_headers(method: str, params: Mapping[str, Any], headers: Headers) -> None:
    """Raise ``RpcError`` where a header that repeats the body is missing or differs from it."""
    expected = {"Mcp-Method": method}
    if method in _NAMED_BY:
        expected["Mcp-Name"] = str(params.get(_NAMED_BY[method], ""))
    for name, value in expected.items():
        sent = headers.get(name)
        if sent is None:
            raise RpcError(HEADER_MISMATCH, f"The header {name} is missing.")
        if _decoded(sent) != value:
            raise RpcError(HEADER_MISMATCH, f"{name} is {sent[:60]!r}, the body has {value[:60]!r}.")


def _decoded(value: str) -> str | None:
    """Return a header's value, which may be in Base64; ``None`` where that cannot be decoded."""
    found = _BASE64.fullmatch(value)
    if found is None:
        return value
    try:
        return b64decode(found[1], validate=True).decode()
    except ValueError:
        return None
