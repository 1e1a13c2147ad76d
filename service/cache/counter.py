"""The version that the processes of one machine share: two words in a small file that all of them map into memory."""

from __future__ import annotations

import fcntl
import mmap
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from service.cache.version_token import UNKNOWN, change_of

_BYTES = 16


class Counter:
    """The version token in a file that only its owner may read. Reading it costs as much as reading an item of a list.

    Raises ``OSError`` where the file cannot be made, or is not this user's.
    """

    def __init__(self, path: Path) -> None:
        # Others who may write to the folder must not be able to choose the file.
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        found = os.fstat(self._file)
        if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
            os.close(self._file)
            raise PermissionError(f"{path} belongs to another user")
        if found.st_size < _BYTES:
            os.ftruncate(self._file, _BYTES)
        # An aligned word of 64 bits is stored and loaded atomically. Index 0 is the token, index 1 the missing change.
        self.words = memoryview(mmap.mmap(self._file, _BYTES)).cast("Q")
        self._threads = Lock()

    def advance(self, token: int) -> bool:
        """Set the token if it is of a later change; return whether it is the stored one now.

        ``False`` means that another writer was faster, or that the database has another history.
        """
        with self._locked():
            held = self.words[0]
            if held == UNKNOWN or change_of(token) > change_of(held):
                self.words[0] = token
            return self.words[0] == token

    def replace(self, expected: int, token: int) -> None:
        """Set the token if the stored one is the expected one."""
        with self._locked():
            if self.words[0] == expected:
                self.words[0] = token

    @property
    def missing(self) -> int:
        """The newest acknowledged change that was later found missing from the database; 0 if there is none."""
        return self.words[1]

    def note_missing(self, change: int) -> None:
        """Note that an acknowledged change was found missing from the database."""
        with self._locked():
            self.words[1] = max(self.words[1], change)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        # The file's lock excludes other processes, and ends when its holder dies; threads of one process share it.
        with self._threads:
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)
