"""A running service with the seed set, and a key to write with."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from service.access.keys import create_key
from service.app import make_context
from service.settings import Settings
from service.storage.migrate import migrate
from tests.servers import run_server


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    database_url = f"sqlite:///{tmp_path_factory.mktemp('service') / 'peninsula.db'}"
    context = make_context(Settings(database_url=database_url))
    migrate(context.database)
    with context.database.writing() as connection:
        _, key = create_key(connection, "clients", ["write"], None, datetime.now(UTC))
    context.engine.dispose()
    with run_server(database_url, dataset="seed", workers=1) as running:
        yield running.url, key
