"""/docs in a real browser: Execute on an untouched form is a request that works, and nothing comes from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import drive_browser
from tests.openapi.contract import Contract
from tests.servers import run_server

MOST_FILES = 5
PROGRAM = Path(__file__).parent / "clients" / "execute_docs.mjs"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database_url = f"sqlite:///{tmp_path_factory.mktemp('server') / 'peninsula.db'}"
    with run_server(database_url, dataset="seed", workers=2) as running:
        yield running.url


def test_execute_on_every_untouched_get_is_200(url: str, contract: Contract, tmp_path: Path) -> None:
    shown = drive_browser(PROGRAM, tmp_path, url)
    gets = {each["operationId"] for _, method, each in contract.operations() if method == "get"}
    assert shown["statuses"] == dict.fromkeys(gets, "200")
    assert shown["loaded"] <= MOST_FILES
    assert shown["elsewhere"] == []
    assert shown["broken"] == []
