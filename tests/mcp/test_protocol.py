"""The Model Context Protocol over HTTP: versions, headers, errors, who may ask (revision 2026-07-28)."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.mcp.conftest import VERSION, Send
from tests.servers import RunningServer

META = "io.modelcontextprotocol/"


def error(response: Any, status: int, code: int) -> dict[str, Any]:
    """The error of a response, which has to be of this status and code."""
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"] == "application/json"
    document = response.json()
    assert document["jsonrpc"] == "2.0"
    assert document["error"]["code"] == code, document
    return document["error"]


def test_discovery_tells_versions_capabilities_and_identity(ask: Send) -> None:
    response = ask("server/discover")
    assert response.status_code == 200
    assert response.json()["id"] == "a"
    result = response.json()["result"]
    assert result["resultType"] == "complete"
    assert result["supportedVersions"][0] == VERSION
    assert set(result["capabilities"]) == {"tools", "resources"}
    assert result["_meta"][f"{META}serverInfo"]["name"] == "peninsula"
    assert (result["ttlMs"] > 0, result["cacheScope"]) == (True, "public")


def test_answers_are_never_stored_and_carry_no_session(ask: Send) -> None:
    response = ask("tools/list", Mcp_Session_Id="abc")
    assert response.headers["Cache-Control"] == "no-store"
    assert "Mcp-Session-Id" not in response.headers


@pytest.mark.parametrize("version", ["2025-03-26", "2025-06-18", "2025-11-25"])
def test_a_legacy_client_initializes_and_goes_on_without_a_session(post: Send, version: str) -> None:
    hello = {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
    first = post({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello})
    assert first.json()["result"]["protocolVersion"] == version
    done = post({"jsonrpc": "2.0", "method": "notifications/initialized"}, MCP_Protocol_Version=version)
    assert (done.status_code, done.content) == (202, b"")
    listed = post({"jsonrpc": "2.0", "id": 2, "method": "tools/list"}, MCP_Protocol_Version=version)
    assert len(listed.json()["result"]["tools"]) == 8
    pong = post({"jsonrpc": "2.0", "id": 3, "method": "ping"}, MCP_Protocol_Version=version)
    assert pong.json()["result"] == {}


def test_an_older_client_is_offered_the_newest_version_with_an_initialization(post: Send) -> None:
    answer = post(
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2024-11-05"}}
    )
    assert answer.json()["result"]["protocolVersion"] == "2025-11-25"


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        (b"", -32700, "empty"),
        (b"{", -32700, ""),
        (b'{"a": 1, "a": 2}', -32700, ""),
        (b"\xff", -32700, ""),
        (b"[]", -32600, "batches"),
        (b'"ping"', -32600, "JSON-RPC 2.0"),
        (b'{"id": 1, "method": "ping"}', -32600, "JSON-RPC 2.0"),
        (b'{"jsonrpc": "2.0", "id": 1}', -32600, "method"),
        (b'{"jsonrpc": "2.0", "id": 1, "result": {}}', -32600, "Responses"),
        (b'{"jsonrpc": "2.0", "method": "tools/list"}', -32600, "needs an id"),
        (b'{"jsonrpc": "2.0", "id": null, "method": "ping"}', -32600, "id"),
        (b'{"jsonrpc": "2.0", "id": true, "method": "ping"}', -32600, "id"),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": []}', -32602, "params"),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": {"_meta": 1}}', -32602, "_meta"),
    ],
)
def test_a_body_that_is_no_request_is_an_error_of_the_protocol(
    post: Send, body: bytes, code: int, said: str
) -> None:
    assert said in error(post(body), 400, code)["message"]


def test_what_is_wrong_with_the_http_request_is_a_problem(post: Send) -> None:
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    assert post(ping, Content_Type="text/plain").status_code == 415
    assert post(ping, Accept="text/html").status_code == 406
    assert post(b" " * 70_000).status_code == 413
    assert post(ping, Accept="*/*").status_code == 200
    assert post(ping, Accept=None).status_code == 200


def test_versions_that_there_are_not_are_refused_with_those_there_are(ask: Send, post: Send) -> None:
    meta = {f"{META}protocolVersion": "1900-01-01", f"{META}clientCapabilities": {}}
    refused = error(ask("tools/list", {"_meta": meta}, MCP_Protocol_Version="1900-01-01"), 400, -32022)
    assert refused["data"]["requested"] == "1900-01-01"
    assert VERSION in refused["data"]["supported"]
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    error(post(ping, MCP_Protocol_Version="1900-01-01"), 400, -32022)


@pytest.mark.parametrize(
    "headers",
    [
        {"MCP_Protocol_Version": None},
        {"MCP_Protocol_Version": "2025-11-25"},
        {"Mcp_Method": None},
        {"Mcp_Method": "tools/list"},
        {"Mcp_Name": None},
        {"Mcp_Name": "cite"},
        {"Mcp_Name": "=?base64?!?="},
    ],
)
def test_headers_that_do_not_repeat_the_body_are_refused(ask: Send, headers: dict[str, str | None]) -> None:
    error(ask("tools/call", {"name": "situation"}, **headers), 400, -32020)


def test_a_name_may_come_in_base64(ask: Send) -> None:
    assert ask("tools/call", {"name": "situation"}, Mcp_Name="=?base64?c2l0dWF0aW9u?=").status_code == 200


@pytest.mark.parametrize("meta", [{}, {f"{META}protocolVersion": VERSION}])
def test_a_request_without_its_metadata_is_refused(ask: Send, meta: dict[str, Any]) -> None:
    error(ask("tools/list", {"_meta": meta}), 400, -32602)


def test_unknown_methods_are_404_for_modern_clients_and_an_error_for_legacy_ones(
    ask: Send, post: Send
) -> None:
    assert "tools/call" in error(ask("prompts/list"), 404, -32601)["message"]
    error(ask("ping"), 404, -32601)
    error(post({"jsonrpc": "2.0", "id": 1, "method": "prompts/list"}), 200, -32601)


@pytest.mark.parametrize(
    "params",
    [
        {"name": "nope"},
        {"name": 3},
        {"name": "situation", "arguments": []},
        {"name": "situation", "cursor": "x"},
    ],
)
def test_a_call_that_names_no_tool_is_an_error_of_the_protocol(ask: Send, params: dict[str, Any]) -> None:
    error(ask("tools/call", params), 400, -32602)


@pytest.mark.parametrize(
    "uri",
    [
        3,
        "",
        "peninsula://facilities/nope",
        "peninsula://nope",
        "peninsula://changes",
        "peninsula://export",
        "peninsula://facilities/../changes",
        "peninsula://facilities?limit=all",
        "http://[",
        "https://example.org/",
        "file:///etc/passwd",
    ],
)
def test_a_resource_that_there_is_not_is_an_error_of_the_protocol(ask: Send, uri: Any) -> None:
    error(ask("resources/read", {"uri": uri}), 400, -32602)


def test_only_post_is_answered(server: RunningServer) -> None:
    for method in ("GET", "DELETE", "PUT"):
        response = httpx.request(method, f"{server.url}/mcp")
        assert (response.status_code, response.headers["Allow"]) == (405, "OPTIONS, POST")


def test_pages_of_other_origins_are_refused_and_those_of_the_service_are_not(
    ask: Send, server: RunningServer
) -> None:
    refused = ask("tools/list", Origin="https://evil.example")
    assert refused.status_code == 403
    assert "PENINSULA_CORS_ORIGINS" in refused.json()["detail"]
    assert ask("tools/list", Origin="null").status_code == 403
    assert ask("tools/list", Origin=server.url).status_code == 200


def test_a_call_counts_once_and_as_a_read(ask: Send) -> None:
    def left(response: Any) -> tuple[str, int]:
        name, remaining, _ = response.headers["RateLimit"].split(";")
        return name, int(remaining.removeprefix("r="))

    before, after = (left(ask("tools/call", {"name": "situation"})) for _ in range(2))
    assert (before[0], after) == ('"read"', ('"read"', before[1] - 1))
