"""A server that is told to stop says so on `/readyz` first, while it still answers everybody."""

from __future__ import annotations

import mmap
import signal
from contextlib import suppress
from queue import Empty
from time import monotonic
from typing import NoReturn

from gunicorn.arbiter import Arbiter

# Shared with the workers, which are forked from the process that is told.
_flag = mmap.mmap(-1, 1)
_AT_ONCE = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGQUIT})


def is_draining() -> bool:
    """Tell whether this server will stop soon."""
    return _flag[0] == 1


def stop_in_two_steps(server: Arbiter, seconds: float) -> None:
    """Have ``SIGTERM`` turn readiness first, and stop the server after so many seconds, or at a second signal."""
    stop = server.handle_term

    def handle_term() -> NoReturn:
        _flag[0] = 1
        until = monotonic() + seconds
        with suppress(Empty):
            while (left := until - monotonic()) > 0 and server.SIG_QUEUE.get(timeout=left) not in _AT_ONCE:
                pass
        stop()
        raise AssertionError("gunicorn goes on although it was told to stop")

    server.handle_term = handle_term  # type: ignore[method-assign]
