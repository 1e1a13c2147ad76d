"""Which version of the record is current, and since when that is verified."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from time import monotonic

import structlog
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from service.cache import metrics
from service.cache.counter import Counter
from service.cache.version_token import UNKNOWN, change_of, version_token
from service.storage.engine import Database
from service.storage.migrate import current_revision
from service.storage.sqlite_file import UnusableFile

log = structlog.get_logger(__name__)

# The share of the database's timeout that a request waits for the current version. After that it is answered from the
# cache, unless a write is known to have made the stored response old.
_PATIENCE = 1 / 3
_RETRY_SECONDS = 0.5
_OLDER = (
    "The database file lacks change {}, which was acknowledged: an older file was put in its place. Nothing was "
    "written. Stop the server, restore the newest backup, and start the server again."
)
_LAST_NUMBER = text("SELECT coalesce(max(seq_from), 0) FROM revisions")


class Version:
    """The token of the record's current version, shared by this machine's processes.

    :param last_change: reads the number and the instant of the newest change.
    :param path: the version file, which the processes share.
    :param bound_seconds: for how long a version counts as current after the database was asked; another machine's
        write can go unseen for that long where its notice was lost.
    :param timeout_seconds: after which the database counts as gone.
    """

    def __init__(
        self,
        database: Database,
        last_change: Callable[[Connection], tuple[int, str]],
        path: Path,
        bound_seconds: float,
        timeout_seconds: float,
    ) -> None:
        self._database = database
        self._last_change = last_change
        self._path = path
        self._bound_seconds = bound_seconds
        self._patience_seconds = timeout_seconds * _PATIENCE
        self._attempt: _Attempt | None = None
        self._lock = threading.Lock()
        # The current token when the database failed to answer: requests do not wait for it again until it is back,
        # or a process of this machine has written to it.
        self._failed_with: int | None = None
        # By the monotonic clock: when the database was last asked with success, until when its answer counts, when to
        # ask again, and until when a request need not look at any of these.
        self.verified_at = self._bound_until = self._ask_at = self.verified_until = float("-inf")
        self.publish: Callable[[int], None] = lambda _token: None

    @cached_property
    def counter(self) -> Counter:
        """The version file of this machine; raises ``OSError`` where there can be none."""
        return Counter(self._path)

    @property
    def current(self) -> int:
        """The token of the newest version that this machine knows."""
        return self.counter.words[0]

    def _last_known(self) -> int:
        """Return ``current``, or ``UNKNOWN`` where there is no version file."""
        try:
            return self.current
        except OSError:
            return UNKNOWN

    # -------------------------------------------------------------------------------------- after writes

    def announcing(self, connection: Connection) -> Callable[[], None]:
        """Return the function to call after this transaction is committed, which announces its version."""
        made = version_token(*self._last_change(connection))
        return lambda: self._announce(made)

    def refuse_older(self, connection: Connection) -> None:
        """Raise ``UnusableFile`` where SQLite's file lacks a change that was announced; the connection has its lock.

        Otherwise the number of that change would be given again before anybody notices that an older file was put in
        place. What was announced is committed, so it is there once the lock is held.
        """
        known = change_of(self._last_known()) if self._database.is_sqlite else 0
        if known and connection.execute(_LAST_NUMBER).scalar_one() < known:
            self.counter.note_missing(known)
            self._begin(monotonic())
            raise UnusableFile("changes_missing", _OLDER.format(known))

    def _announce(self, made: int) -> None:
        try:
            is_known = made == self.current
            if not self.counter.advance(made):
                # A later writer announced first; or the database was restored from a backup, or emptied.
                self.verify()
        except OSError as error:
            # The write is committed: servers find it by asking the database, within their bound.
            log.warning("cache_counter_unusable", path=str(self._path), error=str(error))
            is_known = False
        if not is_known:
            self.publish(made)

    def heard(self, made: int) -> None:
        """Ask the database for the current version, after another machine's notice of one that is unknown here.

        The token of the notice itself is not used: machines that share a Redis need not share a database.
        """
        if made != self.current:
            self.verify()

    def missing_changes(self, connection: Connection | None, *, noting: bool = False) -> str:
        """Return a sentence about acknowledged changes that the database lacks; an empty string where it has all.

        Changes that a server found missing are reported until the version file is removed, since their numbers are
        given again.

        :param connection: to the database; ``None`` where there is none at all.
        :param noting: whether to note what is missing now, so that it is reported later too; a server does, since it
            goes on writing.
        """
        try:
            # Read before the database is, since others write meanwhile.
            known = change_of(self.current) if self._path.exists() else 0
            missing = self.counter.missing if known else 0
        except OSError:
            return ""
        is_empty = connection is None or current_revision(connection) is None
        # Not by ``_last_change``, so that it works on a database of an older release, before its migration.
        ends_with = 0 if connection is None or is_empty else connection.execute(_LAST_NUMBER).scalar_one()
        lacking = known if known > ends_with else 0
        if not missing and not lacking:
            return ""
        if noting:
            self.counter.note_missing(lacking)
        return (
            f"Change {max(missing, lacking)} was acknowledged, and the database was found without it; it ends with "
            f"change {ends_with}. Restore the database, or accept the loss: stop the server and remove the file "
            f"{self._path.name}, which notes what was acknowledged."
        )

    # ------------------------------------------------------------------------------------- verification

    @property
    def has_failed(self) -> bool:
        """Whether the database failed when it was last asked, and this machine has not written to it since."""
        return self._failed_with is not None and self._failed_with == self._last_known()

    def is_verified(self) -> bool:
        """Return whether ``current`` is verified within the bound; asks the database, and waits for it, if it must."""
        now, has_failed = monotonic(), self.has_failed
        if now < self._ask_at and (has_failed or self._failed_with is None):
            return now < self._bound_until
        attempt = self._begin(now)
        if now < self._bound_until or has_failed:
            return now < self._bound_until
        attempt.done.wait(attempt.started_at + self._patience_seconds - now)
        return monotonic() < self._bound_until

    def _begin(self, now: float) -> _Attempt:
        """Return the attempt under way, or a new one."""
        with self._lock:
            if self._attempt is None or self._attempt.done.is_set():
                self._attempt = _Attempt(now)
                threading.Thread(target=self._try, args=(self._attempt,), daemon=True).start()
            return self._attempt

    def _try(self, attempt: _Attempt) -> None:
        try:
            self.verify()
        finally:
            attempt.done.set()

    def verify(self) -> None:
        """Set the version from the database; where that fails, leave it and try again soon."""
        asked_at = monotonic()
        try:
            before = self.current
            with self._database.probing() as connection:
                found = version_token(*self._last_change(connection))
            if not self.counter.advance(found):
                if change_of(found) < change_of(before):
                    self.counter.note_missing(change_of(before))
                # Versions are announced after their commit, so the database must have every version announced
                # before it was asked. If it has not, its history is another one. Later versions may have been
                # announced meanwhile: ``replace`` leaves those.
                self.counter.replace(before, found)
        except (SQLAlchemyError, OSError) as error:
            log.warning("cache_version_unverified", error=type(error).__name__)
            metrics.VERIFICATIONS_FAILED.inc()
            self._ask_at = monotonic() + _RETRY_SECONDS
            self.verified_until = min(self._ask_at, self._bound_until)
            self._failed_with = self._last_known()
            return
        self._failed_with = None
        metrics.VERIFICATIONS.inc()
        metrics.CHANGE.set(change_of(self.current))
        self.verified_at = asked_at
        self._bound_until = asked_at + self._bound_seconds
        self._ask_at = self.verified_until = asked_at + self._bound_seconds / 3


class _Attempt:
    """One attempt to ask the database."""

    def __init__(self, started_at: float) -> None:
        self.started_at = started_at
        self.done = threading.Event()
