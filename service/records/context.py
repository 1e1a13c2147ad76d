"""What a request needs of the application that serves it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import current_app
from sqlalchemy import Connection, Engine, text

from service.cache.assembly import Caching
from service.records.index_formats import RELEASE, is_indexed
from service.records.record_type import Registry
from service.records.settled import SettledInstants
from service.records.shapes import Shapes
from service.settings import Settings
from service.storage.engine import Database
from service.web.cursors import Cursors
from service.web.record_tags import RecordTags
from service.web.stored_files import StoredFiles

if TYPE_CHECKING:
    from flask import Flask


@dataclass(frozen=True)
class Context:
    """The settings, the database and the record types of one application.

    ``views`` are those across record types: each returns, for this context, its ``Resource``s.
    """

    settings: Settings
    database: Database
    registry: Registry
    views: tuple[Callable[[Any], list[Any]], ...]
    caching: Caching

    @property
    def engine(self) -> Engine:
        """The database's engine."""
        return self.database.engine

    @cached_property
    def shapes(self) -> Shapes:
        """The paths of every type's documents."""
        return Shapes(self.registry)

    @cached_property
    def cursors(self) -> Cursors:
        """The maker of cursors."""
        return Cursors(self._secret)

    @cached_property
    def files(self) -> StoredFiles:
        """The files that are made to be sent."""
        return StoredFiles(self._files_folder)

    @property
    def _files_folder(self) -> Path:
        url = self.engine.url
        if self.settings.files_directory:
            return Path(self.settings.files_directory)
        if self.database.is_sqlite and url.database:
            # Whoever writes to the database may write beside it.
            return Path(f"{url.database}-files").resolve()
        return Path(tempfile.gettempdir()) / f"peninsula-{os.geteuid()}-files"

    @cached_property
    def tags(self) -> RecordTags:
        """The maker of records' entity tags."""
        return RecordTags(self._secret)

    @cached_property
    def settled(self) -> SettledInstants:
        """What tells up to which instant nothing more can be recorded."""
        return SettledInstants(self.database)

    @cached_property
    def _secret(self) -> str:
        # That of cursors; each maker derives a key of its own. All replicas on this database share it.
        with self.database.reading() as connection:
            secret = connection.execute(text("SELECT value FROM service_secrets WHERE name = 'cursor'"))
            return str(secret.scalar_one())

    def is_indexed(self, connection: Connection) -> bool:
        """Tell whether no older release indexed records that nothing has indexed since."""
        return is_indexed(connection, self.registry, RELEASE)

    def install(self, app: Flask) -> None:
        """Make this the context of an application."""
        app.extensions["peninsula"] = self


def current() -> Context:
    """Return the context of the application that serves this request."""
    context: Context = current_app.extensions["peninsula"]
    return context
