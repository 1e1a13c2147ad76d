"""Load on a server: requests over connections that are kept open, from a process of its own.

With wrk where it is on PATH, else with the generator below: one thread, raw sockets, the least work for each
answer. What it took of its core is reported with every figure: below 1 the server was the bottleneck.
"""

from __future__ import annotations

import re
import resource
import selectors
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

CONNECTIONS = 8


@dataclass(frozen=True)
class Load:
    """What came of some seconds of load: answers a second, and which part of its core the generator was busy for."""

    requests_a_second: float
    generator_busy: float


def generators() -> list[str]:
    """Return the names of the generators there are, the preferred first."""
    return ["wrk", "python"] if shutil.which("wrk") else ["python"]


def measure(url: str, seconds: float, generator: str, headers: Mapping[str, str] | None = None) -> Load:
    """Send requests to ``url`` for some seconds; raises ``RuntimeError`` for any answer but 200 and 304."""
    lines = [f"{name}: {value}" for name, value in (headers or {}).items()]
    if generator == "wrk":
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds:g}s"]
        command += [part for line in lines for part in ("-H", line)] + [url]
    else:
        command = [sys.executable, "-m", "benchmarks.load", url, str(seconds), *lines]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = re.search(r"Requests/sec:\s*([\d.]+)", ran.stdout)
    if ran.returncode or found is None or "Non-2xx" in ran.stdout or "Socket errors" in ran.stdout:
        raise RuntimeError(f"{url}: {ran.stdout}{ran.stderr}")
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Load(float(found[1]), busy / seconds)


def _drive(url: str, seconds: float, lines: Sequence[str]) -> float:
    """Return how many answers a second came."""
    parts = urlsplit(url)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    head_lines = "".join(f"{line}\r\n" for line in (f"Host: {parts.netloc}", *lines))
    request = f"GET {target} HTTP/1.1\r\n{head_lines}\r\n".encode()
    selector = selectors.DefaultSelector()
    for _ in range(CONNECTIONS):
        connection = socket.create_connection((parts.hostname or "", parts.port or 80))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # What is still to come of the answer in hand; nothing is known of it before its head is here.
        selector.register(connection, selectors.EVENT_READ, [0])
        connection.sendall(request)
    buffer = bytearray(1 << 20)
    answers, started = 0, time.perf_counter()
    while time.perf_counter() - started < seconds:
        for key, _ in selector.select(1):
            connection, state = key.fileobj, key.data
            assert isinstance(connection, socket.socket)
            received = connection.recv_into(buffer)
            if state[0] == 0:
                head = buffer.find(b"\r\n\r\n", 0, received)
                length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", buffer[:head])
                if buffer.startswith(b"HTTP/1.1 304") and head >= 0:
                    state[0] = head + 4
                elif buffer.startswith(b"HTTP/1.1 200") and head >= 0 and length is not None:
                    state[0] = head + 4 + int(length[1])
                else:
                    raise RuntimeError(f"unexpected answer: {bytes(buffer[: min(received, 300)])!r}")
            state[0] -= received
            if state[0] == 0:
                answers += 1
                connection.sendall(request)
    return answers / (time.perf_counter() - started)


if __name__ == "__main__":
    print(f"Requests/sec: {_drive(sys.argv[1], float(sys.argv[2]), sys.argv[3:]):.1f}")
