"""A proxy that makes a later release of a running service: a member, a value and a type of problem more."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import httpx

from tests.servers import PATIENCE_SECONDS

ADDED = "added_later"
# Enumerations of answers to reads: by member, the value that a later release may answer with another.
_ENUMERATIONS = {"status": "held", "trend": "dismantling", "kind": "summit_step"}
_OF_CONNECTION = (
    *("accept-encoding", "connection", "content-encoding", "content-length", "date", "host", "server"),
    "transfer-encoding",
)
# Members whose keys are no names of members.
_MAPS = ("counts",)


@contextmanager
def newer_service(url: str) -> Iterator[str]:
    """Yield the URL of a service that answers as the one at a URL, and has what may be added within ``/v1``."""
    with httpx.Client(base_url=url, timeout=PATIENCE_SECONDS) as client:

        class Proxy(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def pass_on(self) -> None:
                body = _older(self.rfile.read(int(self.headers.get("Content-Length", 0))))
                sent = {
                    name: self.headers[name] for name in self.headers if name.lower() not in _OF_CONNECTION
                }
                answer = client.request(self.command, self.path, content=body, headers=sent)
                content = answer.content
                if "json" in answer.headers.get("Content-Type", ""):
                    content = json.dumps(_newer(answer.json())).encode()
                self.send_response(answer.status_code)
                for name, value in answer.headers.raw:
                    if name.decode().lower() not in _OF_CONNECTION:
                        self.send_header(name.decode(), value.decode())
                if answer.status_code != httpx.codes.NO_CONTENT:
                    self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                pass

        for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
            setattr(Proxy, f"do_{method}", Proxy.pass_on)
        server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def _older(body: bytes) -> bytes:
    """Return a body without the member that a later release takes back where it was read."""
    if ADDED.encode() not in body:
        return body
    return json.dumps({name: each for name, each in json.loads(body).items() if name != ADDED}).encode()


def _newer(value: Any, member: str = "") -> Any:
    if isinstance(value, list):
        return [_newer(each, member) for each in value]
    if not isinstance(value, dict):
        return ADDED if value is not None and value == _ENUMERATIONS.get(member) else value
    found = {name: _newer(each, name) for name, each in value.items()}
    if str(found.get("type")).startswith("/problems/"):
        # What is invalid keeps its type; this is something else that is wrong, of a type added since.
        found["type"] = f"/problems/{ADDED}"
        found.pop("errors", None)
    return found if member in _MAPS else found | {ADDED: {"of": ["a", "later", "release"]}}
