"""The service under test, on both databases: empty for each test, or with the seed set to read."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from service.access.keys import create_key
from service.app import create_app, make_context
from service.dataset.files import bundled
from service.dataset.loading import load
from service.records.context import Context
from service.settings import Settings
from service.storage.migrate import migrate
from service.storage.tables import api_keys, metadata
from tests.contracts.api import ACTOR, Api
from tests.contracts.world import World, populate
from tests.postgresql import PostgreSQLServer
from tests.servers import UNHURRIED

BACKENDS = ("sqlite", "postgresql")


class Databases:
    """Databases of one kind, copied from templates that are made when first asked for."""

    def __init__(
        self, folder: Path, server: PostgreSQLServer | None, copy_full_record: Callable[[Path], str]
    ) -> None:
        self._folder = folder
        self._copy_full_record = copy_full_record
        self.files = folder / "files"
        self._server = server
        self._templates: dict[str, str] = {}
        self._number = 0
        self.tokens: dict[str, str] = {}
        self.world = World()

    @contextmanager
    def copy(self, template: str) -> Iterator[str]:
        """The URL of a new database: ``empty`` has the schema and keys, ``seed``, ``full``, ``world`` records too."""
        name = self._new(self._template(template))
        yield self._url(name)
        if self._server is None:
            for file in (name, f"{name}-wal", f"{name}-shm"):
                Path(file).unlink(missing_ok=True)
        else:
            self._server.drop_database(name)

    def _new(self, template: str | None = None) -> str:
        if self._server is not None:
            return self._server.create_database(*([template] if template else []))
        self._number += 1
        name = str(self._folder / f"{self._number}.db")
        if template:
            shutil.copyfile(template, name)
        return name

    def _url(self, name: str) -> str:
        return f"sqlite:///{name}" if self._server is None else self._server.url(name)

    def _template(self, wanted: str) -> str:
        if wanted not in self._templates and (wanted, self._server) == ("full", None):
            name = self._new()
            self._copy_full_record(Path(name))
            self._copy_keys(self._template("empty"), name)
            self._templates[wanted] = name
        if wanted not in self._templates:
            name = self._new(None if wanted == "empty" else self._template("empty"))
            context = make_context(Settings(database_url=self._url(name)))
            if wanted in ("seed", "full"):
                load(context, bundled(wanted), ACTOR)
            else:
                {"empty": self._make_empty, "world": self._make_world}[wanted](context)
            context.engine.dispose()
            self._templates[wanted] = name
        return self._templates[wanted]

    def _copy_keys(self, source: str, target: str) -> None:
        """Give one database the keys of another, and the secrets that they are checked with."""
        from_it, to_it = (make_context(Settings(database_url=self._url(name))) for name in (source, target))
        with from_it.database.reading() as before, to_it.database.writing() as after:
            for table in (metadata.tables["service_secrets"], api_keys):
                after.execute(table.delete())
                if rows := [dict(each) for each in before.execute(table.select()).mappings()]:
                    after.execute(table.insert(), rows)
        from_it.engine.dispose()
        to_it.engine.dispose()

    def _make_empty(self, context: Context) -> None:
        migrate(context.database)
        with context.database.writing() as connection:
            for scope in ("read", "write", "admin"):
                owner, now = f"{scope} tester", datetime.now(UTC)
                _, self.tokens[scope] = create_key(connection, owner, [scope], None, now)

    def _make_world(self, context: Context) -> None:
        self.world = populate(context)


@pytest.fixture(scope="session")
def databases(
    request: pytest.FixtureRequest,
    copy_full_record: Callable[[Path], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str], Databases]:
    """Databases of a kind, ``sqlite`` or ``postgresql``; a server is started only for who asks."""
    made: dict[str, Databases] = {}

    def of(backend: str) -> Databases:
        if backend not in made:
            server = request.getfixturevalue("postgresql_server") if backend == "postgresql" else None
            made[backend] = Databases(tmp_path_factory.mktemp(backend), server, copy_full_record)
        return made[backend]

    return of


@contextmanager
def serving(databases: Databases, template: str, **settings: Any) -> Iterator[Api]:
    """An application on a database of its own."""
    with databases.copy(template) as url:
        files = {"files_directory": str(databases.files)}
        chosen = Settings(database_url=url, **UNHURRIED | files | settings)
        app = create_app(chosen)
        app.testing = False  # what breaks is answered as it would be in service
        api = Api(app, databases.tokens, chosen)
        try:
            yield api
        finally:
            api.close()


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def make_service(backend: str, databases: Callable[[str], Databases]) -> Iterator[Callable[..., Api]]:
    """Makes services with settings of their own on empty databases: ``make_service(read_access="key")``."""
    with ExitStack() as stack:
        yield lambda **settings: stack.enter_context(serving(databases(backend), "empty", **settings))


@pytest.fixture(scope="session")
def sqlite_service(databases: Callable[[str], Databases]) -> Iterator[Api]:
    with serving(databases("sqlite"), "empty") as api:
        yield api


@pytest.fixture(scope="session")
def postgresql_service(
    postgresql_server: PostgreSQLServer, databases: Callable[[str], Databases]
) -> Iterator[Api]:
    with serving(databases("postgresql"), "empty") as api:
        yield api


@pytest.fixture
def service(request: pytest.FixtureRequest, backend: str) -> Iterator[Api]:
    """The service on an empty database: always the same, emptied after each test, as it takes long to make."""
    api = request.getfixturevalue(f"{backend}_service")
    yield api
    empty(api)


def empty(api: Api) -> None:
    """Leave nothing but the schema, its secrets and the testers' keys."""
    testers = [token.split("_")[1] for token in api.tokens.values()]
    with api.context.database.writing() as connection:
        for table in metadata.sorted_tables:
            if table.name not in ("api_keys", "service_secrets"):
                connection.execute(table.delete())
        connection.execute(api_keys.delete().where(api_keys.c.id.not_in(testers)))
        if api.context.database.is_sqlite:
            connection.execute(text("INSERT INTO texts_index (texts_index) VALUES ('delete-all')"))


@pytest.fixture(scope="module", params=BACKENDS)
def shared(request: pytest.FixtureRequest, databases: Callable[[str], Databases]) -> Iterator[Api]:
    """A service that starts empty, for a module's own fixture to fill and its tests to read."""
    with serving(databases(request.param), "empty") as api:
        yield api


@pytest.fixture(scope="module", params=BACKENDS)
def seeded(request: pytest.FixtureRequest, databases: Callable[[str], Databases]) -> Iterator[Api]:
    """The service with the seed set, for tests that only read."""
    with serving(databases(request.param), "seed") as api:
        yield api


@pytest.fixture(scope="module", params=BACKENDS)
def full(request: pytest.FixtureRequest, databases: Callable[[str], Databases]) -> Iterator[Api]:
    """The service with the whole bundled record, as ``make serve`` has it, for tests that only read."""
    with serving(databases(request.param), "full") as api:
        yield api


@pytest.fixture(scope="module", params=BACKENDS)
def peopled(
    request: pytest.FixtureRequest, databases: Callable[[str], Databases]
) -> Iterator[tuple[Api, World]]:
    """The service with the random record of ``world.py``, and what was written; for tests that only read."""
    of_kind = databases(request.param)
    with serving(of_kind, "world") as api:
        yield api, of_kind.world
