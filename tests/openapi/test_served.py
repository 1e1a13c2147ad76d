"""The description, as it is served."""

import json
from collections.abc import Callable

import pytest
import yaml

from service.openapi.levels import LEVELS
from tests.openapi.conftest import CheckedService
from tests.openapi.contract import COMMITTED, LOADER, Contract


@pytest.mark.parametrize(
    "origin",
    ["http://localhost", "https://record.example", "http://[::1]:8001", "http://desk.example/record"],
)
def test_the_description_is_served_as_committed_but_for_the_server_s_own_address(
    seeded: CheckedService, committed: Contract, origin: str
) -> None:
    written = committed.document
    served = written | {
        "servers": [{"url": origin, "description": "The server that this description comes from."}]
    }
    as_yaml, as_json = (
        seeded.send("GET", path, base_url=origin) for path in ("/openapi.yaml", "/openapi.json")
    )
    assert as_yaml.content_type == "application/yaml"
    assert yaml.load(as_yaml.text, Loader=LOADER) == served
    assert list(yaml.load(as_yaml.text, Loader=LOADER)) == list(written)
    assert as_json.content_type == "application/json"
    assert json.loads(as_json.data) == served


def test_the_committed_description_has_a_host_to_call_and_leaves_others_open(committed: Contract) -> None:
    local, other = committed.document["servers"]
    assert local["url"] == "http://127.0.0.1:8000"
    assert (other["url"], list(other["variables"])) == ("{scheme}://{host}", ["scheme", "host"])


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_names_the_public_url_as_its_server(
    make_checked: Callable[..., CheckedService], level: str
) -> None:
    service = make_checked(public_url="https://desk.example/record")
    description = service.send("GET", f"/openapi.json?detail={level}").json
    assert [each["url"] for each in description["servers"]] == ["https://desk.example/record"]


def test_a_level_that_there_is_not_is_refused_with_the_nearest(seeded: CheckedService) -> None:
    refused = seeded.send("GET", "/openapi.yaml?detail=client")
    assert refused.status_code == 400
    assert "Did you mean 'clients'?" in refused.json["detail"]


def test_the_committed_file_is_plain_yaml_without_anchors() -> None:
    text = COMMITTED.read_text()
    assert text.startswith("openapi: 3.1.0\n")
    assert not [token for token in yaml.scan(text) if isinstance(token, yaml.AnchorToken | yaml.AliasToken)]
