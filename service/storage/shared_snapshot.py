"""One snapshot for all reads of a request, so that its parts agree and it is known which state they are of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from contextvars import ContextVar

from sqlalchemy import Connection


class SharedSnapshot:
    """The connection that the reads within ``reading_one_state`` share; ``None`` until one of them needs a snapshot.

    :param always: whether every read needs one.

    ``pin`` is an RFC 3339 instant at which what was read is the same for ever, where a reader knew one.
    """

    def __init__(self, stack: ExitStack, *, always: bool) -> None:
        self.connection: Connection | None = None
        self.always = always
        self.pin = ""
        self._stack = stack

    def connected(self, connect: Callable[[], AbstractContextManager[Connection]]) -> Connection:
        """Return the shared connection, which ``connect`` opens the first time."""
        if self.connection is None:
            self.connection = self._stack.enter_context(connect())
        return self.connection


_shared: ContextVar[SharedSnapshot | None] = ContextVar("shared", default=None)


def shared_snapshot() -> SharedSnapshot | None:
    """Return what the reads of this thread share, ``None`` outside of ``reading_one_state``."""
    return _shared.get()


def pin_reads(instant: str) -> None:
    """Note the instant at which what this thread reads stays the same, for who needs no snapshot to know it."""
    shared = _shared.get()
    if shared is not None:
        shared.pin = instant


@contextmanager
def reading_one_state(*, always: bool) -> Iterator[SharedSnapshot]:
    """Have all reads of this thread within the block see the same state.

    :param always: from the first read on, and not only from the first that needs a snapshot.

    The connection is closed at the end of the block: what is read later, for a streamed body say, needs its own.
    """
    with ExitStack() as stack:
        shared = SharedSnapshot(stack, always=always)
        token = _shared.set(shared)
        try:
            yield shared
        finally:
            _shared.reset(token)
