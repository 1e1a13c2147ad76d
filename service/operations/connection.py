"""One client connection: received bytes that are not a complete request yet, and response bytes not sent yet."""

from __future__ import annotations

import resource
import socket
from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Protocol

from service.operations.framing import Chunks, Head, read_head, too_large

_PIECE_BYTES = 65_536
# How many buffers are sent in one call; the system accepts about a thousand at most (IOV_MAX).
_MOST_BUFFERS = 64


class State(Enum):
    """What a connection is doing. The event loop owns it, except in ``ANSWERING``, when one thread owns it."""

    IDLE = auto()
    READING = auto()
    ANSWERING = auto()
    SENDING = auto()
    CLOSING = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True)
class Limits:
    """The maximum lengths of a request line and of a body, in bytes."""

    max_line_bytes: int
    max_body_bytes: int


class Answering(Protocol):
    """What answers the request of a connection, in steps."""

    @property
    def held_bytes(self) -> int:
        """The length of the request body that the application has not read yet."""

    def go_on(self) -> bool:
        """Run the next step; return whether the answer is complete."""

    def give_up(self) -> None:
        """Close the application's response early, because the client has disconnected."""


class Connection:
    """A client's connection on a non-blocking socket.

    :param client: the client's address, from ``accept``; :param server: our address, from the listening socket.
    """

    __slots__ = (
        "_chunks",
        "_limits",
        "answer",
        "client",
        "deadline",
        "head",
        "is_broken",
        "received",
        "sent_bytes",
        "server",
        "sock",
        "state",
        "stays_open",
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
        self.answer: Answering | None = None
        # Whether the connection stays open for another request after this answer.
        self.stays_open = True
        # Whether the client has disconnected.
        self.is_broken = False
        self.unsent: deque[memoryview] = deque()
        # Bytes sent since the deadline was last extended.
        self.sent_bytes = 0
        # The events that the event loop watches the socket for.
        self.watched = 0
        self._chunks: Chunks | None = None
        self._limits = limits

    @property
    def address(self) -> str:
        """The client's address, for the log."""
        return str(self.client[0]) if isinstance(self.client, tuple) and self.client else ""

    @property
    def held_bytes(self) -> int:
        """Approximately how many bytes of memory the connection holds."""
        content = len(self._chunks.content) if self._chunks else 0
        body = self.answer.held_bytes if self.answer else 0
        return len(self.received) + content + body + sum(len(piece) for piece in self.unsent)

    @property
    def has_begun(self) -> bool:
        """Whether any bytes of a request have arrived."""
        return self.head is not None or bool(self.received)

    def receive(self) -> bool:
        """Read the available bytes, at most ``_PIECE_BYTES``; return False when the client sends nothing more."""
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
        """Return the next request's head and body once complete, else ``None``; raise a problem if it is invalid."""
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
        """Queue bytes for the client; named like the socket method, because Gunicorn's ``Response`` calls it."""
        if data:
            self.unsent.append(memoryview(data))

    def send(self, _data: bytes) -> None:
        """Do nothing: Gunicorn sends only ``100 Continue`` with it, and ``next_request`` has sent that already."""

    def flush(self) -> int:
        """Send as much as the socket accepts now; return how many bytes are left."""
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
            self.sent_bytes += sent
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
    """Raise this process's limit of open files to the system's maximum, and return the new limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft == hard:
        return soft if soft != resource.RLIM_INFINITY else 2**31
    wanted = 2**20 if hard == resource.RLIM_INFINITY else hard
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted
