"""Which version of the record is the present one, and since when that is certain."""

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
from service.cache.stamps import UNKNOWN, change_of, stamp
from service.storage.engine import Database
from service.storage.migrate import current_revision

log = structlog.get_logger(__name__)

# How much of the time after which the database is taken for gone a request waits for it to say which version is the
# present one. What is cached, and which no write is known to have made old, is served stale then.
_PATIENCE = 1 / 3
_RETRY_SECONDS = 0.5
_LAST_NUMBER = text("SELECT coalesce(max(seq_from), 0) FROM revisions")


class Version:
    """The stamp of the record's present state, shared by this machine's processes.

    :param last_change: reads the number and the instant of the newest change.
    :param path: of the file that the processes share.
    :param bound_seconds: how old what the database last confirmed may get before requests wait for it to confirm
        again; that is how long another machine's write can go unseen where its notice was lost.
    :param timeout_seconds: after which the database is taken for gone.
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
        # The stamp with which the database failed when it was last asked: requests do not wait for it again until it
        # is back, or somebody here has written to it.
        self._failed_with: int | None = None
        # By the monotonic clock: when the database was asked what it last confirmed, how long that is good for, when to
        # ask again, and until when nobody has to think about any of it.
        self.confirmed_at = self._good_until = self._ask_at = self.sure_until = float("-inf")
        self.publish: Callable[[int], None] = lambda _stamp: None

    @cached_property
    def counter(self) -> Counter:
        """The word that this machine's processes share; raises ``OSError`` where they cannot."""
        return Counter(self._path)

    @property
    def current(self) -> int:
        """The stamp of the present state, as far as this machine knows."""
        return self.counter.words[0]

    def _last_known(self) -> int:
        """Return ``current``, or no stamp where the processes cannot share one."""
        try:
            return self.current
        except OSError:
            return UNKNOWN

    # -------------------------------------------------------------------------------------- after writes

    def announcing(self, connection: Connection) -> Callable[[], None]:
        """Return what tells everybody of the state that this transaction makes, once it is committed."""
        made = stamp(*self._last_change(connection))
        return lambda: self._announce(made)

    def _announce(self, made: int) -> None:
        try:
            is_known = made == self.current
            if not self.counter.advance(made):
                # Of two writers the later was faster; or the database was restored from a backup, or emptied.
                self.confirm()
        except OSError as error:
            # The write is committed: servers find it by themselves, within their bound.
            log.warning("cache_counter_unusable", path=str(self._path), error=str(error))
            is_known = False
        if not is_known:
            self.publish(made)

    def heard(self, made: int) -> None:
        """Look at the database, since another machine tells of a state that is not known here.

        What it tells is not believed as it stands: who shares a Redis need not share a record.
        """
        if made != self.current:
            self.confirm()

    def missing_changes(self, connection: Connection | None, *, noting: bool = False) -> str:
        """Return a sentence about acknowledged changes that the database is without, an empty text where it has all.

        What a server once found missing is told until the version file is removed, since its numbers are given anew.

        :param connection: to the database; ``None`` where there is none at all.
        :param noting: what is missing now is told later too, as a server does, whose writes go on.
        """
        try:
            # Before the database is read: others write meanwhile.
            known = change_of(self.current) if self._path.exists() else 0
            missing = self.counter.missing if known else 0
        except OSError:
            return ""
        is_empty = connection is None or current_revision(connection) is None
        # Not by ``_last_change``: a database of an older release, still to be migrated, is asked too.
        ends_with = 0 if connection is None or is_empty else connection.execute(_LAST_NUMBER).scalar_one()
        if not missing and known <= ends_with:
            return ""
        if noting:
            self.counter.note_missing(known if known > ends_with else 0)
        return (
            f"Change {max(missing, known)} was acknowledged, and the database was found without it; it ends with "
            f"change {ends_with}. Restore the database, or accept the loss: stop the server and remove the file "
            f"{self._path.name}, which notes what was acknowledged."
        )

    # ------------------------------------------------------------------------------------- confirmation

    @property
    def has_failed(self) -> bool:
        """Whether the database failed when it was last asked, and nobody here has written to it since."""
        return self._failed_with is not None and self._failed_with == self._last_known()

    def is_confirmed(self) -> bool:
        """Tell whether the counter is certain within the bound; asks the database, and waits for it, where need be."""
        now, has_failed = monotonic(), self.has_failed
        if now < self._ask_at and (has_failed or self._failed_with is None):
            return now < self._good_until
        attempt = self._begin(now)
        if now < self._good_until or has_failed:
            return now < self._good_until
        attempt.done.wait(attempt.started_at + self._patience_seconds - now)
        return monotonic() < self._good_until

    def _begin(self, now: float) -> _Attempt:
        """Return the attempt under way, a new one where there is none."""
        with self._lock:
            if self._attempt is None or self._attempt.done.is_set():
                self._attempt = _Attempt(now)
                threading.Thread(target=self._try, args=(self._attempt,), daemon=True).start()
            return self._attempt

    def _try(self, attempt: _Attempt) -> None:
        try:
            self.confirm()
        finally:
            attempt.done.set()

    def confirm(self) -> None:
        """Set the counter by the database; where that fails, leave it as it was and try again soon."""
        asked_at = monotonic()
        try:
            before = self.current
            with self._database.probing() as connection:
                found = stamp(*self._last_change(connection))
            if not self.counter.advance(found):
                if change_of(found) < change_of(before):
                    self.counter.note_missing(change_of(before))
                # A commit is told after it is made, so what was told before we asked must be in what we read. If it
                # is not, the database has another history than it had. A later one may have been told since.
                self.counter.replace(before, found)
        except (SQLAlchemyError, OSError) as error:
            log.warning("cache_version_unconfirmed", error=type(error).__name__)
            metrics.CONFIRMATIONS_FAILED.inc()
            self._ask_at = monotonic() + _RETRY_SECONDS
            self.sure_until = min(self._ask_at, self._good_until)
            self._failed_with = self._last_known()
            return
        self._failed_with = None
        metrics.CONFIRMATIONS.inc()
        metrics.CHANGE.set(change_of(self.current))
        self.confirmed_at = asked_at
        self._good_until = asked_at + self._bound_seconds
        self._ask_at = self.sure_until = asked_at + self._bound_seconds / 3


class _Attempt:
    """One asking of the database."""

    def __init__(self, started_at: float) -> None:
        self.started_at = started_at
        self.done = threading.Event()
