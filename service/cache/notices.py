"""Notices of writes to and from other machines, through a channel of Redis."""

from __future__ import annotations

import threading
from typing import Any

import structlog

from service.cache import metrics
from service.cache.redis import GuardedRedis
from service.cache.version import Version
from service.storage.redis import FAILURES

log = structlog.get_logger(__name__)

_POLL_SECONDS = 1.0
_RETRY_SECONDS = 0.5


class Notices:
    """One channel for each database. A notice that is lost is made up for by asking the database, within the bound."""

    def __init__(self, redis: GuardedRedis, channel: str) -> None:
        self._redis = redis
        self._channel = channel
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def publish(self, token: int) -> None:
        """Publish the token of a new version."""
        if self._redis.run("publish", lambda client: client.publish(self._channel, str(token))) is not None:
            metrics.NOTICES_SENT.inc()

    def listen(self, version: Version) -> None:
        """Pass notices on to ``version``, from the first call on, in a thread that ends with the process."""
        if self._thread is not None:
            return
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._listen, args=(version,), daemon=True, name="cache notices"
                )
                self._thread.start()

    def stop(self) -> None:
        """Stop listening soon."""
        self._stopped.set()

    def _listen(self, version: Version) -> None:
        while not self._stopped.is_set():
            try:
                client: Any = self._redis.client
                with client.pubsub(ignore_subscribe_messages=True) as channel:
                    self._hear(channel, version)
            except FAILURES as error:
                log.warning("cache_notices_cut_off", error=type(error).__name__)
                self._stopped.wait(_RETRY_SECONDS)

    def _hear(self, channel: Any, version: Version) -> None:
        channel.subscribe(self._channel)
        # Notices may have been published before this process listened.
        version.verify()
        while not self._stopped.is_set():
            message = channel.get_message(timeout=_POLL_SECONDS)
            if message is not None and message["data"].isdigit():
                metrics.NOTICES_HEARD.inc()
                version.heard(int(message["data"]))
