"""Applications with a cache, on databases of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from service.app import create_app, make_context
from service.dataset.loading import bundled, load
from service.settings import Settings
from service.storage.migrate import migrate
from tests.cache.reading import App, make_token
from tests.servers import UNHURRIED


@pytest.fixture(scope="session")
def seed_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A SQLite database with the seed set, and a token to write to its copies."""
    path = tmp_path_factory.mktemp("seed") / "seed.db"
    url = f"sqlite:///{path}"
    context = make_context(Settings(database_url=url))
    migrate(context.database)
    load(context, bundled("seed"), "cache tests")
    context.engine.dispose()
    return path, make_token(url)


@pytest.fixture
def make_app(seed_template: tuple[Path, str], tmp_path: Path) -> Iterator[Callable[..., App]]:
    """Makes applications on one copy of the seed set: ``make_app(redis_url=…)``. Two of them are two workers."""
    path, token = seed_template
    database = tmp_path / "record.db"
    shutil.copyfile(path, database)
    made: list[App] = []

    def make(**settings: Any) -> App:
        chosen = Settings(database_url=f"sqlite:///{database}", **UNHURRIED | settings)
        made.append(App(create_app(chosen), token))
        return made[-1]

    yield make
    for app in made:
        app.flask.extensions["peninsula"].caching.close()
        app.flask.extensions["peninsula"].engine.dispose()


@pytest.fixture
def app(make_app: Callable[..., App]) -> App:
    return make_app()
