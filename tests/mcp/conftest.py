from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.servers import RunningServer, free_port, run_server

VERSION = "2026-07-28"
_META = {
    "io.modelcontextprotocol/protocolVersion": VERSION,
    "io.modelcontextprotocol/clientCapabilities": {},
}
_NAMED_BY = {"tools/call": "name", "resources/read": "uri"}

Send = Callable[..., httpx.Response]


@pytest.fixture(scope="session")
def server(
    copy_full_record: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    """A server with the full dataset, named by the URL that it is reached at."""
    url = copy_full_record(tmp_path_factory.mktemp("mcp") / "record.db")
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with run_server(
        url, port=port, workers=1, public_url=address, rate_limit_read="100000/minute"
    ) as running:
        yield running


@pytest.fixture(scope="session")
def post(server: RunningServer) -> Iterator[Send]:
    """Sends a body to ``/mcp``; header fields given as ``None`` are left out."""
    with httpx.Client(base_url=server.url, timeout=120) as client:

        def send(body: Any, **headers: str | None) -> httpx.Response:
            fields = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
            fields |= {name.replace("_", "-"): value for name, value in headers.items()}
            sent = {name: value for name, value in fields.items() if value is not None}
            content = body if isinstance(body, bytes) else httpx.Request("POST", "/", json=body).content
            return client.post("/mcp", content=content, headers=sent)

        yield send


@pytest.fixture(scope="session")
def ask(post: Send) -> Send:
    """Sends a request of the modern protocol, with all that it needs unless header fields are given."""

    def send(method: str, params: dict[str, Any] | None = None, **headers: str | None) -> httpx.Response:
        params = {"_meta": _META, **(params or {})}
        fields: dict[str, str | None] = {"MCP_Protocol_Version": VERSION, "Mcp_Method": method}
        if method in _NAMED_BY:
            fields["Mcp_Name"] = str(params.get(_NAMED_BY[method]))
        body = {"jsonrpc": "2.0", "id": "a", "method": method, "params": params}
        return post(body, **fields | headers)

    return send


@pytest.fixture(scope="session")
def tool(ask: Send) -> Callable[..., Any]:
    """Calls a tool and returns its result."""

    def call(name: str, **arguments: Any) -> Any:
        answer = ask("tools/call", {"name": name, "arguments": arguments})
        assert answer.status_code == 200, answer.text
        return answer.json()["result"]

    return call
