"""SQLite's file: connections are to the one that stands at its path, and nobody but a migration makes one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, event
from sqlalchemy.exc import InvalidatePoolError, OperationalError

# Primary result codes (https://www.sqlite.org/rescode.html): wrong SQL, a file that is damaged, and one that is none of
# SQLite's.
_ERROR, _CORRUPT, _NOT_A_DATABASE = 1, 11, 26
# SQLite looks at the clock after so many steps of its machine.
_STEPS = 10_000
# A probe reads a file of some tens of MiB through; of a larger one it reads what fits into this time.
_EXAMINE_SECONDS = 0.25
# Anybody may probe: the file is not read through more often than this.
_EXAMINE_EVERY_SECONDS = 2.0

_RESTORE = "Stop the server, restore the file from a backup, and start the server again."
_REMOVED = f"There is no database file at its path: it was removed, or its folder is not mounted. {_RESTORE}"
_EMPTIED = f"The database file was emptied. {_RESTORE}"
_REPLACED = "The database file was removed or replaced during the write, which may be lost."
_LOG_REMOVED = (
    "The write-ahead log beside the database file was removed or replaced while the server ran. Stop the server and "
    "start it again: it then says whether changes are missing."
)
_EMPTY = "The database file is empty. Restore it from a backup, or run 'peninsula migrate' to begin anew."

Inode = tuple[int, int] | None


class UnusableFile(OperationalError):
    """The file of the database cannot be read or written.

    :param status: as `/readyz` names it.
    :param public_detail: what is wrong and what to do, in sentences.
    """

    def __init__(self, status: str, public_detail: str) -> None:
        super().__init__("the database file", None, OSError(public_detail))
        self.status = status
        self.public_detail = public_detail


class SqliteFile:
    """The file of a database, which may be removed, replaced or damaged while a server has it open.

    To look at it costs two system calls, for each connection that is taken out of the pool.
    """

    def __init__(self, engine: Engine) -> None:
        self._path = Path(str(engine.url.database)).absolute()
        self._log = self._path.with_name(f"{self._path.name}-wal")
        self._log_was_removed = False
        # The file that was found damaged, and how.
        self._damaged: tuple[Inode, str] | None = None
        self._examine_at = float("-inf")
        event.listen(engine, "do_connect", self._open_only)
        event.listen(engine, "connect", self._note_log)
        event.listen(engine, "checkout", self._refuse_other)
        event.listen(engine, "handle_error", self._name_error, retval=True)

    def create(self) -> None:
        """Make an empty file where there is none, and its folder."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.touch()

    def is_there(self) -> bool:
        """Tell whether there is a file."""
        return _inode(self._path) is not None

    def check_written(self, info: dict[Any, Any]) -> None:
        """Raise ``UnusableFile`` where what a connection wrote is not in the file that stands there now.

        :param info: what was noted of the connection (``Connection.info``).
        """
        if self._is_other(info) or self._is_other_log(info):
            raise UnusableFile("unavailable", _REPLACED)

    def refuse_damaged(self) -> None:
        """Raise ``UnusableFile`` where the file was found damaged, and no other has been put in its place."""
        if self._damaged is not None:
            inode, reason = self._damaged
            if inode == _inode(self._path):
                raise _damage(reason)
            self._damaged = None

    def probe(self) -> None:
        """Examine the file, unless that was done a moment ago; raises ``UnusableFile``."""
        self.refuse_damaged()
        if monotonic() >= self._examine_at:
            self.examine(_EXAMINE_SECONDS)
            self._examine_at = monotonic() + _EXAMINE_EVERY_SECONDS

    def examine(self, seconds: float | None = None) -> None:
        """Have SQLite read its file through, or what it can within some seconds; raises ``UnusableFile``.

        It does so with a connection of its own, since one of the pool may have in memory what is no longer in the file.
        """
        self._refuse_missing()
        until = None if seconds is None else monotonic() + seconds
        inode = _inode(self._path)
        try:
            with closing(sqlite3.connect(self._uri, uri=True)) as connection:
                if until is not None:
                    connection.set_progress_handler(lambda: monotonic() > until, _STEPS)
                found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        except sqlite3.Error as error:
            if not _is_damage(error):
                # Interrupted, or busy: nothing was found.
                return
            found = str(error)
        if found != "ok":
            self._damaged = (inode, " ".join(found.split()))
            raise _damage(self._damaged[1])

    def _refuse_missing(self) -> None:
        if not self.is_there():
            raise UnusableFile("unavailable", _REMOVED)
        if not self._path.stat().st_size and self._log.exists() and self._log.stat().st_size:
            # SQLite would take it for a new database and remove the log, in which the newest changes still are.
            raise UnusableFile("damaged", _EMPTIED)

    @property
    def _uri(self) -> str:
        # SQLite would make an empty file for one that was removed, and writes would go on in that.
        return f"file:{quote(str(self._path))}?mode=rw"

    def _open_only(
        self, _dialect: Any, record: Any, arguments: list[Any], parameters: dict[str, Any]
    ) -> None:
        if self._log_was_removed:
            # SQLite would begin another log, and take the index of the old one for its own.
            raise UnusableFile("damaged", _LOG_REMOVED)
        # Before it is opened: one that is put there meanwhile is another.
        record.info["file"] = _inode(self._path)
        self._refuse_missing()
        arguments[0] = self._uri
        parameters["uri"] = True

    def _note_log(self, _connection: Any, record: Any) -> None:
        # SQLite keeps the log for as long as anybody has the file open; before the first write there is none.
        record.info["log"] = _inode(self._log)

    def _refuse_other(self, _connection: Any, record: Any, _proxy: Any) -> None:
        if self._is_other(record.info):
            raise InvalidatePoolError
        if self._is_other_log(record.info):
            self._log_was_removed = True
            raise UnusableFile("damaged", _LOG_REMOVED)

    def _is_other(self, info: dict[Any, Any]) -> bool:
        return bool(info.get("file") != _inode(self._path))

    def _is_other_log(self, info: dict[Any, Any]) -> bool:
        noted = info.get("log")
        return noted is not None and noted != _inode(self._log)

    def _name_error(self, context: Any) -> UnusableFile | None:
        error = context.original_exception
        if _is_damage(error):
            self._damaged = (_inode(self._path), str(error))
            return _damage(str(error))
        if _code(error) == _ERROR and str(error).startswith("no such table") and self._is_empty():
            return UnusableFile("not_migrated", _EMPTY)
        return None

    def _is_empty(self) -> bool:
        try:
            with closing(sqlite3.connect(self._uri, uri=True)) as connection:
                return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
        except sqlite3.Error:
            return False


def _inode(path: Path) -> Inode:
    """Return what tells the file at a path from any other; ``None`` where there is none."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_dev, found.st_ino


def _code(error: BaseException | None) -> int:
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _is_damage(error: BaseException | None) -> bool:
    return _code(error) in (_CORRUPT, _NOT_A_DATABASE)


def _damage(reason: str) -> UnusableFile:
    return UnusableFile("damaged", f"The database file is damaged ({reason}). {_RESTORE}")
