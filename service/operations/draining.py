"""Graceful shutdown: after ``SIGTERM`` `/readyz` answers `503` for a while, and requests are still served."""

from __future__ import annotations

import mmap
import signal
from contextlib import suppress
from queue import Empty
from time import monotonic
from typing import NoReturn

from gunicorn.arbiter import Arbiter

# Shared memory: the master process receives the signal, and the workers, forked from it, read the flag.
_flag = mmap.mmap(-1, 1)
_AT_ONCE = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGQUIT})


def is_draining() -> bool:
    """Return whether this server is about to stop."""
    return _flag[0] == 1


def stop_in_two_steps(server: Arbiter, seconds: float) -> None:
    """Have ``SIGTERM`` first set the draining flag, and stop the server ``seconds`` later or at a second signal."""
    stop = server.handle_term

    def handle_term() -> NoReturn:
        _flag[0] = 1
        until = monotonic() + seconds
        with suppress(Empty):
            while (left := until - monotonic()) > 0 and server.SIG_QUEUE.get(timeout=left) not in _AT_ONCE:
                pass
        stop()
        raise AssertionError("gunicorn did not stop")

    server.handle_term = handle_term  # type: ignore[method-assign]
