"""The description and the page that renders it, as they are served."""

import json
import re
import zlib
from collections.abc import Callable
from importlib.resources import files

import pytest
import yaml

from service.openapi.levels import LEVELS
from service.pages.files import file_url
from tests.openapi.conftest import CheckedService
from tests.openapi.contract import COMMITTED, LOADER, Contract

STATIC = files("service.pages").joinpath("static")
GZIP_WINDOW = zlib.MAX_WBITS | 16


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


def test_the_page_and_its_files_come_from_here(seeded: CheckedService) -> None:
    page = seeded.send("GET", "/docs")
    loaded = re.findall(r'<(?:script|link rel="(?:stylesheet|icon)")[^>]* ?(?:src|href)="([^"]+)"', page.text)
    # With the page and the description they are five.
    assert len(loaded) == 3
    for url in loaded:
        assert url.startswith("/static/")
        file = seeded.app.test_client().get(url)
        assert file.status_code == 200
        assert file.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        sent = seeded.app.test_client().get(url, headers={"Accept-Encoding": "gzip"}).data
        assert sent in (file.data, zlib.compress(file.data, zlib.Z_BEST_COMPRESSION, GZIP_WINDOW))
    mounted = seeded.send("GET", "/docs", base_url="http://desk.example/record")
    assert [
        each for each in re.findall(r'(?:src|href)="(/[^"]+)"', mounted.text) if each[:8] != "/record/"
    ] == []
    assert '"openapi.json?detail=full"' in STATIC.joinpath("docs.js").read_text()


@pytest.mark.parametrize("name", ["docs.js", "docs.css"])
def test_the_page_names_no_other_server(name: str) -> None:
    assert not re.search(r"(?:https?:)?//[a-z]", STATIC.joinpath(name).read_text())


def test_the_style_sheet_of_swagger_ui_loads_nothing(seeded: CheckedService) -> None:
    with seeded.app.app_context():
        style = seeded.app.test_client().get(file_url("docs.css")).text
    assert ".swagger-ui" in style
    assert "@import" not in style
    assert {url[:5] for url in re.findall(r"url\([\"']?([^)]{5})", style)} == {"data:"}


def test_the_page_may_not_load_from_elsewhere_and_asks_no_validator(seeded: CheckedService) -> None:
    policy = seeded.send("GET", "/docs").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self';")
    assert "http" not in policy
    assert "validatorUrl: null" in STATIC.joinpath("docs.js").read_text()


def test_swagger_ui_is_of_a_version_that_reads_openapi_3_1() -> None:
    from swagger_ui_bundle import swagger_ui_path

    major, *_ = swagger_ui_path.name.removeprefix("swagger-ui-").split(".")
    assert int(major) >= 5


def test_the_committed_file_is_plain_yaml_without_anchors() -> None:
    text = COMMITTED.read_text()
    assert text.startswith("openapi: 3.1.0\n")
    assert not [token for token in yaml.scan(text) if isinstance(token, yaml.AnchorToken | yaml.AliasToken)]
