"""A proxy that troubles clients: the first part of the path says how."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import httpx

from tests.servers import PATIENCE_SECONDS

_PASSED_ON = ("authorization", "content-type", "if-match", "if-none-match", "idempotency-key", "accept")
_SHOWN = ("Content-Type", "ETag", "Location")
_HTML = {"Content-Type": "text/html"}
_NOT_FOUND = {"type": "/problems/not-found", "title": "Not found", "detail": "No such path.", "instance": "/"}
# What is answered to everything: status, body and header fields.
_ALWAYS: dict[str, tuple[int, Any, dict[str, str]]] = {
    "long": (429, {}, {"Retry-After": "3600"}),
    "page": (500, "<h1>Sorry</h1>", _HTML),
    "site": (200, "<h1>Welcome</h1>", _HTML),
    "major": (404, _NOT_FOUND, {"Content-Type": "application/problem+json"}),
}
_OTHER_MAJOR = {"info": {"title": "Peninsula", "version": "2.0.0"}}


class TroubledProxy(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, service: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.service = service
        self.seen: Counter[tuple[str, str]] = Counter()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: TroubledProxy

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def answer_any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        _, trouble, path = self.path.split("/", 2)
        self.server.seen[self.command, self.path] += 1
        times = self.server.seen[self.command, self.path]
        if (trouble, path) == ("major", "openapi.json"):
            self.answer(200, _OTHER_MAJOR, {})
        elif trouble in _ALWAYS:
            self.answer(*_ALWAYS[trouble])
        elif trouble == "moved":
            self.answer(301, {}, {"Location": f"{self.server.service}/{path}"})
        elif trouble == "busy" and times <= 2:
            self.answer(429 if times == 1 else 503, {}, {"Retry-After": "0"})
        else:
            self.pass_on(path, body, trouble, is_first=times == 1)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer_any  # noqa: N815 - the names of http.server

    def pass_on(self, path: str, body: bytes, trouble: str, *, is_first: bool) -> None:
        headers = {name: value for name, value in self.headers.items() if name.lower() in _PASSED_ON}
        url = f"{self.server.service}/{path}"
        answer = httpx.request(self.command, url, content=body, headers=headers, timeout=PATIENCE_SECONDS)
        if is_first and trouble in {"lost", "torn"}:
            self.close_connection = True
            if trouble == "torn":
                whole = len(answer.content)
                head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {whole}\r\n\r\n"
                self.wfile.write(head.encode() + answer.content[: whole // 2])
            return
        content = _of_a_later_release(answer.json()) if trouble == "later" else answer.text
        shown = {name: answer.headers[name] for name in _SHOWN if name in answer.headers}
        self.answer(answer.status_code, content, shown)

    def answer(self, status: int, content: Any, headers: dict[str, str]) -> None:
        data = (content if isinstance(content, str) else json.dumps(content)).encode()
        self.send_response(status)
        for name, value in ({"Content-Type": "application/json"} | headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def run_troubled_proxy(service: str) -> Iterator[str]:
    """Yield the URL of a proxy before the service at a URL.

    ``/busy/v1/…`` refuses each request twice, ``/lost/…`` passes it on and loses the first answer, ``/torn/…`` half of
    it, ``/long/…`` asks for an hour's patience, ``/page/…`` answers with a page of its own, ``/moved/…`` redirects;
    ``/later/…`` is a later release with more members, values and types of problems, ``/major/…`` one that has no
    ``/v1``, and ``/site/…`` no service at all.
    """
    server = TroubledProxy(service)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _of_a_later_release(node: Any) -> Any:
    """Add a member to every object, and give a status and a type of problem that no release has yet."""
    if isinstance(node, list):
        return [_of_a_later_release(each) for each in node]
    if not isinstance(node, dict):
        return node
    changed = {name: _of_a_later_release(value) for name, value in node.items()} | {"added": True}
    if isinstance(changed.get("status"), str):
        changed["status"] = "brand_new"
    if str(changed.get("type")).startswith("/problems/"):
        changed["type"] = "/problems/brand-new"
    return changed
