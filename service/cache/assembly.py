"""Building the cache from the settings."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from functools import cached_property
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import structlog
from flask import Flask
from sqlalchemy import URL, Connection, make_url

from service.cache.finding import Finder
from service.cache.key import Keys
from service.cache.memory import MemoryStore
from service.cache.middleware import Cache
from service.cache.notices import Notices
from service.cache.redis import GuardedRedis, RedisStore
from service.cache.version import Version
from service.settings import Settings
from service.storage.engine import Database
from service.web.identity import base_url
from service.web.resource import Resource

log = structlog.get_logger(__name__)

_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - the file in it is readable by its owner only


class Caching:
    """The version of one database, and the stores of responses that depend on it."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        last_change: Callable[[Connection], tuple[int, str]],
    ) -> None:
        self._settings = settings
        address = make_url(settings.database_url)
        record = _digest(_database_location(address))
        self.version = Version(
            database,
            last_change,
            _counter_file(settings, address, record),
            settings.cache_max_stale_seconds,
            settings.database_timeout_seconds,
        )
        self._prefix = f"{settings.cache_prefix}:{record}"
        self.redis: GuardedRedis | None = None
        self.notices: Notices | None = None
        if settings.redis_url:
            self.redis = GuardedRedis(settings.redis_url, settings.redis_timeout_seconds)
            self.notices = Notices(self.redis, f"{self._prefix}:version")
            self.version.publish = self.notices.publish
        database.announce_writes(self.version.announcing, self.version.refuse_older)

    def install(self, app: Flask, resources: Iterable[Resource]) -> None:
        """Put a cache before an application, for its resources.

        There is none where reading needs a key: only responses that anybody may read are stored.
        """
        settings = self._settings
        if settings.read_access != "public":
            return
        try:
            _ = self.version.counter
        except OSError as error:
            # Workers that cannot announce their writes to one another must not store responses.
            log.warning("cache_off", error=str(error), hint="set PENINSULA_CACHE_DIRECTORY")
            return
        shared_store = None
        if self.redis is not None:
            prefix = f"{self._prefix}:{self.release}"
            shared_store = RedisStore(
                self.redis, prefix, settings.cache_ttl_seconds, settings.cache_entry_bytes
            )
        local_store = MemoryStore(
            settings.cache_hot_bytes, settings.cache_hot_entries, settings.cache_entry_bytes
        )
        finder = Finder(
            app.wsgi_app, self.version, local_store, shared_store, settings.cache_stale_if_error_seconds
        )
        cache = Cache(
            app.wsgi_app,
            Keys(app.url_map, resources),
            finder,
            self.listen,
        )
        app.wsgi_app = cache  # type: ignore[method-assign]

    @cached_property
    def release(self) -> str:
        """A digest of the code and of the settings that answers depend on: with others, answers may differ."""
        return _release(self._settings)

    def listen(self) -> None:
        """Begin to listen for other machines' writes, in the serving process."""
        if self.notices is not None:
            self.notices.listen(self.version)

    def close(self) -> None:
        """Stop listening to other machines."""
        if self.notices is not None:
            self.notices.stop()


def _database_location(address: URL) -> str:
    """Return the location of the database, without user, password and options."""
    if address.get_backend_name() == "sqlite":
        return str(Path(address.database or "").resolve())
    host = address.host or address.query.get("host") or ""
    return f"{host}:{address.port or 5432}/{address.database}"


def _counter_file(settings: Settings, address: URL, record: str) -> Path:
    """Return the path of the version file: the same for all processes of this machine, and for no other machine."""
    if settings.cache_directory:
        return Path(settings.cache_directory) / f"peninsula-{record}"
    if address.get_backend_name() == "sqlite":
        # Whoever writes to the database may write beside it, and the file is moved and removed along with it.
        return Path(f"{address.database}-version").resolve()
    folder = _SHARED_MEMORY if _SHARED_MEMORY.is_dir() else Path(tempfile.gettempdir())
    return folder / f"peninsula-{os.geteuid()}-{record}"


def _release(settings: Settings) -> str:
    digest = blake2b(f"{settings.changes_retained} {base_url(settings)}".encode(), digest_size=8)
    for source in _sources(files("service")):
        digest.update(source)
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[bytes]:
    found: list[bytes] = []
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.is_dir():
            found += _sources(each)
        elif each.name.endswith((".py", ".html", ".css", ".js", ".svg")):
            found.append(each.read_bytes())
    return found


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
