"""Files that were made to be sent, in a folder that the workers of a machine share; the least used make room."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from time import time
from typing import IO

from service.web import problem_catalogue as kinds
from service.web.problem import Problem

# How long a request waits for another file that this worker makes, before it is told to come again.
_PATIENCE_SECONDS = 5.0
# How many bytes the files may have that are not in use as the newest: 1 GiB.
_MOST_BYTES = 2**30
# What is older was left by a worker that ended while it wrote.
_ABANDONED_SECONDS = 3600.0
_UNFINISHED = ".part"


class StoredFiles:
    """Files by name, each complete and never changed.

    :param most_bytes: how many bytes the files together may have, besides the newest.

    A file that is removed can be read on by whoever has opened it.
    """

    def __init__(self, folder: Path, most_bytes: int = _MOST_BYTES) -> None:
        self.folder = folder
        self._most_bytes = most_bytes
        # One file at a time: each takes a whole core.
        self._making = Lock()

    def open(self, name: str, write: Callable[[IO[bytes]], None]) -> IO[bytes]:
        """Return a file to read from its beginning, which ``write`` makes if it is not there.

        Raises ``OSError`` where it cannot be written, ``Problem`` 503 while others are made.
        """
        if file := self._opened(name):
            return file
        if not self._making.acquire(timeout=_PATIENCE_SECONDS):
            raise Problem(
                kinds.SERVICE_UNAVAILABLE, "Other files are being made: ask for this one again later."
            )
        try:
            return self._opened(name) or self._made(name, write)
        finally:
            self._making.release()

    def _opened(self, name: str) -> IO[bytes] | None:
        try:
            file = (self.folder / name).open("rb")
        except FileNotFoundError:
            return None
        with suppress(OSError):
            os.utime(self.folder / name)
        return file

    def _made(self, name: str, write: Callable[[IO[bytes]], None]) -> IO[bytes]:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.folder.stat().st_uid != os.geteuid():
            raise PermissionError(f"{self.folder} belongs to another user")
        descriptor, path = tempfile.mkstemp(_UNFINISHED, dir=self.folder)
        file = os.fdopen(descriptor, "w+b")
        try:
            write(file)
            file.flush()
            # In one step: other workers see all of it, or nothing.
            Path(path).replace(self.folder / name)
            file.seek(0)
        except BaseException:
            file.close()
            Path(path).unlink(missing_ok=True)
            raise
        self._make_room(name)
        return file

    def _make_room(self, newest: str) -> None:
        """Remove the files that were not used for longest, until the others have room."""
        used: list[tuple[float, int, Path]] = []
        for path in self.folder.iterdir():
            with suppress(FileNotFoundError):
                stat = path.stat()
                if path.suffix != _UNFINISHED:
                    used.append((stat.st_mtime, stat.st_size, path))
                elif time() - stat.st_mtime > _ABANDONED_SECONDS:
                    path.unlink()
        total = sum(size for _, size, path in used if path.name != newest)
        for _, size, path in sorted(used):
            if total <= self._most_bytes:
                return
            if path.name != newest:
                path.unlink(missing_ok=True)
                total -= size
