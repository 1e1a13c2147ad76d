"""One connection: the bytes that came and are not a request yet, and those that the client has not taken yet."""

from __future__ import annotations

import resource
import socket
from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from service.operations.framing import Chunks, Head, read_head, too_large

if TYPE_CHECKING:
    from service.operations.answer import Answer

_PIECE_BYTES = 65_536
# As many buffers as go out in one call; the system takes a thousand at most.
_MOST_BUFFERS = 64


class State(Enum):
    """Who has a connection, and what for: the loop, but for ``ANSWERING``, when a thread alone has it."""

    IDLE = auto()
    READING = auto()
    ANSWERING = auto()
    SENDING = auto()
    CLOSING = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a request line and a body may be, in bytes."""

    max_line_bytes: int
    max_body_bytes: int


class Connection:
    """A client's connection, whose socket never waits.

    :param client: its address, as ``accept`` gives it; :param server: ours, as the listening socket gives it.
    """

    __slots__ = (
        "_chunks",
        "_limits",
        "answer",
        "client",
        "deadline",
        "head",
        "is_broken",
        "is_kept",
        "received",
        "server",
        "sock",
        "state",
        "taken",
        "unsent",
        "watched",
    )

    def __init__(self, sock: socket.socket, client: Any, server: Any, limits: Limits) -> None:
        sock.settimeout(0)
        self.sock, self.client, self.server = sock, client, server
        self.state = State.IDLE
        self.deadline = 0.0
        self.received = bytearray()
        self.head: Head | None = None
        self.answer: Answer | None = None
        # Whether another request may come after this answer.
        self.is_kept = True
        # Whether the client has gone.
        self.is_broken = False
        self.unsent: deque[memoryview] = deque()
        # Bytes that the client took since it was last given more time.
        self.taken = 0
        # The events that the loop watches it for.
        self.watched = 0
        self._chunks: Chunks | None = None
        self._limits = limits

    @property
    def address(self) -> str:
        """The client's address, for the log."""
        return str(self.client[0]) if isinstance(self.client, tuple) and self.client else ""

    @property
    def held_bytes(self) -> int:
        """How much memory it takes, nearly."""
        content = len(self._chunks.content) if self._chunks else 0
        body = self.answer.held_bytes if self.answer else 0
        return len(self.received) + content + body + sum(len(piece) for piece in self.unsent)

    @property
    def has_begun(self) -> bool:
        """Whether something of a request has come."""
        return self.head is not None or bool(self.received)

    def receive(self) -> bool:
        """Read what there is, a piece at most; return False at the end of what the client has to say."""
        try:
            piece = self.sock.recv(_PIECE_BYTES)
        except (BlockingIOError, InterruptedError):
            return True
        except OSError:
            self.is_broken = True
            return False
        self.received += piece
        return bool(piece)

    def next_request(self) -> tuple[Head, bytes] | None:
        """Return the head and body of the next request once all of it has come; raises a problem for what is none."""
        if self.head is None:
            self.head = read_head(self.received, self._limits.max_line_bytes)
            if self.head is None:
                return None
            if self.head.length is None:
                self._chunks = Chunks(self._limits.max_body_bytes)
            elif self.head.length > self._limits.max_body_bytes:
                raise too_large(self._limits.max_body_bytes)
            if self.head.expects_continue and not self.received:
                self.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
                self.flush()
        head = self.head
        if self._chunks is not None:
            if not self._chunks.take(self.received):
                return None
            body = bytes(self._chunks.content)
        else:
            assert head.length is not None
            if len(self.received) < head.length:
                return None
            body = bytes(self.received[: head.length])
            del self.received[: head.length]
        self.head = self._chunks = None
        return head, body

    def sendall(self, data: bytes) -> None:
        """Put bytes in the line for the client; the name and arguments of a socket's, for Gunicorn's ``Response``."""
        if data:
            self.unsent.append(memoryview(data))

    def send(self, _data: bytes) -> None:
        """Say nothing: Gunicorn sends ``100 Continue`` by this, which ``next_request`` has said in time."""

    def flush(self) -> int:
        """Send as much as the client takes now; return how many bytes are left."""
        while self.unsent and not self.is_broken:
            try:
                sent = self.sock.sendmsg(
                    [self.unsent[index] for index in range(min(len(self.unsent), _MOST_BUFFERS))]
                )
            except (BlockingIOError, InterruptedError):
                break
            except OSError:
                self.is_broken = True
                break
            self.taken += sent
            while sent:
                first = self.unsent[0]
                if sent < len(first):
                    self.unsent[0] = first[sent:]
                    break
                sent -= len(first)
                self.unsent.popleft()
        if self.is_broken:
            self.unsent.clear()
        return sum(len(piece) for piece in self.unsent)


def allowed_files() -> int:
    """Return how many files this process may have open; from now on as many as the system lets it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft == hard:
        return soft if soft != resource.RLIM_INFINITY else 2**31
    wanted = 2**20 if hard == resource.RLIM_INFINITY else hard
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted
