"""The description, and a service with the seed set to hold it against."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from service.access.keys import create_key
from service.app import create_app, make_context
from service.dataset.files import bundled
from service.dataset.loading import load
from service.settings import Settings
from service.storage.migrate import migrate
from tests.openapi.contract import Contract
from tests.servers import UNHURRIED


@pytest.fixture(scope="session")
def contract() -> Contract:
    return Contract.full()


@pytest.fixture(scope="session")
def committed() -> Contract:
    return Contract.committed()


class CheckedService:
    """The service with the seed set; every answer is held against the description as it comes."""

    def __init__(self, contract: Contract, database_url: str, **settings: Any) -> None:
        self.contract = contract
        context = make_context(Settings(database_url=database_url))
        migrate(context.database)
        with context.database.writing() as connection:
            self.keys = {
                scope: create_key(connection, f"{scope} tester", [scope], None, datetime.now(UTC))[1]
                for scope in ("read", "write")
            }
        load(context, bundled("seed"), "tests")
        context.engine.dispose()
        self.app = create_app(Settings(database_url=database_url, **UNHURRIED | settings))
        self.app.testing = False
        self._client = Client(self.app, TestResponse)

    def close(self) -> None:
        self.app.extensions["peninsula"].engine.dispose()

    def send(self, method: str, url: str, *, key: str | None = None, **options: Any) -> TestResponse:
        headers = dict(options.pop("headers", {}))
        if key is not None:
            headers["Authorization"] = f"Bearer {self.keys.get(key, key)}"
        response = self._client.open(url, method=method, headers=headers, **options)
        body = response.get_json(silent=True) if "json" in (response.content_type or "") else response.data
        path = url.partition("?")[0]
        self.contract.check(method, path, response.status_code, dict(response.headers), body)
        return response


@pytest.fixture
def make_checked(contract: Contract, sqlite_database: str) -> Iterator[Callable[..., CheckedService]]:
    made: list[CheckedService] = []

    def make(**settings: Any) -> CheckedService:
        made.append(CheckedService(contract, sqlite_database, **settings))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def service(make_checked: Callable[..., CheckedService]) -> CheckedService:
    """For tests that write."""
    return make_checked()


@pytest.fixture(scope="module")
def seeded(contract: Contract, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckedService]:
    """For tests that only read."""
    folder: Path = tmp_path_factory.mktemp("seeded")
    service = CheckedService(contract, f"sqlite:///{folder / 'peninsula.db'}")
    yield service
    service.close()
