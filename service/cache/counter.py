"""The version that the processes of one machine share: two words in a small file that all have in memory."""

from __future__ import annotations

import fcntl
import mmap
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from service.cache.stamps import UNKNOWN, change_of

_BYTES = 16


class Counter:
    """A stamp in a file. Reading it costs what reading a list costs; only its own user may.

    Raises ``OSError`` where the file cannot be made, or is not this user's.
    """

    def __init__(self, path: Path) -> None:
        # Whoever else may write to the folder must not choose the file for us.
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        found = os.fstat(self._file)
        if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
            os.close(self._file)
            raise PermissionError(f"{path} belongs to another user")
        if found.st_size < _BYTES:
            os.ftruncate(self._file, _BYTES)
        # An aligned word of 64 bits is stored and loaded whole. Index 0 is the stamp, index 1 what is missing.
        self.words = memoryview(mmap.mmap(self._file, _BYTES)).cast("Q")
        self._threads = Lock()

    def advance(self, stamped: int) -> bool:
        """Raise the stamp to one of a later change; return whether it is this one now.

        ``False`` means that another writer was faster, or that the database's history is another one.
        """
        with self._alone():
            held = self.words[0]
            if held == UNKNOWN or change_of(stamped) > change_of(held):
                self.words[0] = stamped
            return self.words[0] == stamped

    def replace(self, expected: int, stamped: int) -> None:
        """Set the stamp, unless it is no longer the expected one."""
        with self._alone():
            if self.words[0] == expected:
                self.words[0] = stamped

    @property
    def missing(self) -> int:
        """The newest change that was acknowledged and that the database was later found without; 0 if there is none."""
        return self.words[1]

    def note_missing(self, change: int) -> None:
        """Note that the database was found without a change that was acknowledged."""
        with self._alone():
            self.words[1] = max(self.words[1], change)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        # The file's lock keeps processes apart, and is let go when one dies; threads share it.
        with self._threads:
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)
