"""Load on a cluster: readers of both servers, and a writer that checks whether what it wrote can be read."""

from __future__ import annotations

import json
import random
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count

RECORD = "/v1/sources/cluster-tally"
# Pages that many clients request, and that are cached until the next write.
_COMMON = (
    "/v1/summits",
    "/v1/situation",
    "/v1/facilities/sohae/status",
    "/v1/observations",
    "/v1/timeline?limit=20",
)
# Of ten reads, this many are of a page that no client has requested before.
_RARE = 3
_WRITE_EVERY_SECONDS = 0.2
_TIMEOUT_SECONDS = 20.0
_GIVE_UP_SECONDS = 15.0
_CUT_OFF = (OSError, HTTPException)


@dataclass
class Seen:
    """The observed results of one phase; times in seconds."""

    durations: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    # Connections that were refused or broke: a load balancer would have used the other server, as the reader does.
    cut_off: int = 0
    stale: int = 0
    acknowledged: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    own_reads: int = 0
    # Reads after a client's own write, at the same server, that did not include it and were not marked as possibly
    # stale.
    own_reads_old: int = 0
    # How long after a write was acknowledged the other server had it.
    followed_after: list[float] = field(default_factory=list)


class Client:
    """Sends requests to one server over one connection, as long as it stays open."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT_SECONDS)

    def ask(
        self, path: str, method: str = "GET", body: str | None = None, **headers: str
    ) -> tuple[int, bytes, str]:
        """Return status, body and ``Cache-Status``; raises what ``http.client`` does."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            self._connection.request(method, path, body, named)
            answer = self._connection.getresponse()
            return answer.status, answer.read(), answer.headers.get("Cache-Status", "")
        except _CUT_OFF:
            self._connection.close()
            raise


class Traffic:
    """Threads that read and write until stopped.

    :param ports: of the two servers. :param readers: threads for each server, each of which reads at most ``pace``
    times a second.
    """

    def __init__(self, ports: list[int], token: str, readers: int, pace: float) -> None:
        self._ports, self._token, self._pace = ports, token, pace
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self.seen = Seen()
        self.last_acknowledged = 0
        self._exists = False
        targets = [self._write] + [
            lambda first=first: self._read(first) for first in range(len(ports)) for _ in range(readers)
        ]
        self._threads = [threading.Thread(target=target, daemon=True) for target in targets]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stopped.set()
        for thread in self._threads:
            thread.join()

    def take(self) -> Seen:
        """Return what was observed since the last call."""
        with self._lock:
            seen, self.seen = self.seen, Seen()
        return seen

    # ------------------------------------------------------------------------------------------- reading

    def _read(self, first: int) -> None:
        clients = [Client(port) for port in self._ports]
        chance = random.Random(first)
        now = first
        while not self._stopped.is_set():
            path = chance.choice(_COMMON)
            if chance.random() * 10 < _RARE:
                path = f"/v1/observations?limit={chance.randint(1, 500)}&count=true"
            began = time.monotonic()
            try:
                status, _, how = clients[now].ask(path)
            except _CUT_OFF:
                with self._lock:
                    self.seen.cut_off += 1
                now = 1 - now
            else:
                with self._lock:
                    self.seen.durations.append(time.monotonic() - began)
                    self.seen.statuses[status] += 1
                    self.seen.stale += "ttl=-" in how
                if now != first and chance.random() < 0.02:
                    now = first
            self._stopped.wait(max(0.0, 1 / self._pace - (time.monotonic() - began)))

    # ------------------------------------------------------------------------------------------- writing

    def _write(self) -> None:
        clients = [Client(port) for port in self._ports]
        for number in count(1):
            if self._stopped.wait(_WRITE_EVERY_SECONDS):
                return
            own, other = clients[number % 2], clients[1 - number % 2]
            if self._put(own, number):
                acknowledged_at = time.monotonic()
                self.last_acknowledged = number
                self._look(own, number)
                self._follow(other, number, acknowledged_at)

    def _put(self, client: Client, number: int) -> bool:
        body = {"title": str(number), "published": "2018-01-01", "kind": "news_article"}
        headers = {"Authorization": f"Bearer {self._token}", "Content_Type": "application/json"}
        if self._exists:
            headers["If_Match"] = "*"
        try:
            status, _, _ = client.ask(RECORD, "PUT", json.dumps(body), **headers)
        except _CUT_OFF:
            with self._lock:
                self.seen.refused["cut off"] += 1
            return False
        if status == 428:
            # An earlier write that was cut off had succeeded.
            self._exists = True
        if status not in (200, 201):
            with self._lock:
                self.seen.refused[str(status)] += 1
            return False
        self._exists = True
        with self._lock:
            self.seen.acknowledged += 1
        return True

    def _look(self, client: Client, number: int) -> None:
        """Read at the server that acknowledged the write, from the cache and from the databases."""
        for wants in ({}, {"Cache_Control": "max-age=0"}):
            with suppress(*_CUT_OFF):
                status, body, how = client.ask(RECORD, **wants)
                if status == 200:
                    with self._lock:
                        self.seen.own_reads += 1
                        self.seen.own_reads_old += (
                            int(json.loads(body)["title"]) < number and "ttl=-" not in how
                        )

    def _follow(self, client: Client, number: int, acknowledged_at: float) -> None:
        """Wait until the other server has the write too."""
        while not self._stopped.is_set():
            asked_at = time.monotonic()
            try:
                status, body, _ = client.ask(RECORD)
            except _CUT_OFF:
                return
            if status != 200:
                return
            waited = asked_at - acknowledged_at
            if int(json.loads(body)["title"]) >= number or waited > _GIVE_UP_SECONDS:
                with self._lock:
                    self.seen.followed_after.append(waited)
                return
            self._stopped.wait(0.002)
