"""What the service answers is what openapi.yaml says: status, header fields and body, success and failure."""

import json
import re
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from service.app import RECORD_TYPES
from service.openapi.schemas import component_name
from service.records.record_type import Registry
from service.records.shapes import Shapes
from service.storage.engine import Database
from tests.openapi.conftest import CheckedService
from tests.openapi.contract import IN_PATHS

SUMMIT = "/v1/summits/singapore-2018"
SYSTEM = {
    "id": "kn-23",
    "name": "KN-23",
    "category": "srbm",
    "country": "PRK",
    "citations": [{"source": "white-house-briefing-2018-09-10"}],
}
PATCH = "application/merge-patch+json"
SHAPES = Shapes(Registry(RECORD_TYPES))
PATHS = [each.path for each in RECORD_TYPES]


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.name)
def test_records_are_whole_when_nothing_is_selected(seeded: CheckedService, record_type: Any) -> None:
    name = component_name(record_type.name)
    page = seeded.send("GET", f"/v1/{record_type.path}?count=true").json
    assert page["items"]
    assert seeded.contract.errors(f"{name}List", page) == []
    for record in page["items"]:
        assert seeded.contract.errors(name, seeded.send("GET", record["self"]).json) == []


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.name)
def test_selections_and_inlined_records_are_described(seeded: CheckedService, record_type: Any) -> None:
    references = SHAPES.references(record_type.name)
    path = f"/v1/{record_type.path}"
    for expand in (
        references[:20],
        [f"{each}.citations.source" for each in references if "citation" not in each][:4],
    ):
        named = [each for each in expand if "regarding" not in each and "republishes" not in each]
        seeded.send("GET", f"{path}?expand={','.join(named)}" if named else path)
    for member in SHAPES.of(record_type.name).members:
        seeded.send("GET", f"{path}?fields={member}")
    first = seeded.send("GET", f"{path}?limit=1").json["items"][0]
    into, name = ("claims.citations", "claims") if "citations" not in first else ("citations", "citations")
    trimmed = seeded.send("GET", f"{first['self']}?fields=id,{into}.source&expand={into}.source")
    assert trimmed.json.keys() == {"id", name}


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.name)
def test_a_record_as_read_is_a_body_to_write_and_to_patch_with(
    seeded: CheckedService, record_type: Any
) -> None:
    name = component_name(record_type.name)
    for record in seeded.send("GET", f"/v1/{record_type.path}").json["items"]:
        assert seeded.contract.errors(f"{name}Write", record) == []
        patch = {field: value for field, value in record.items() if value is not None}
        assert seeded.contract.errors(f"{name}Patch", patch) == []


@pytest.mark.parametrize("path", PATHS)
def test_histories_are_described(seeded: CheckedService, path: str) -> None:
    first = seeded.send("GET", f"/v1/{path}?limit=1").json["items"][0]
    (entry,) = seeded.send("GET", f"{first['self']}/revisions").json["items"]
    seeded.send("GET", entry["self"])


@pytest.mark.parametrize(
    "url",
    (
        "/ /docs?utm_source=x "
        "/v1 /v1/changes /v1/changes?after=3&type=summit,source&limit=2 /problems /problems/not-found /healthz /readyz "
        "/docs /openapi.yaml /openapi.json "
        f"{SUMMIT}?as_of=2018-01-01 {SUMMIT}?published_until=2018-01-01 /v1/summits?as_of=2018-06-01&status=held "
        "/v1/observations?bbox=120,30,130,45 /v1/facilities?near=39.66,124.7,50 /v1/summits?party=kim* "
        "/v1/parades/north-korea-2018-09-09/comparison"
    ).split(),
)
def test_reads_are_described(seeded: CheckedService, url: str) -> None:
    assert seeded.send("GET", url).status_code == 200


def test_everything_that_can_be_read_is_answered_as_described(seeded: CheckedService) -> None:
    of_path = {
        each.path: seeded.send("GET", f"/v1/{each.path}?limit=1").json["items"][0]["id"]
        for each in RECORD_TYPES
    }
    for path, method, operation in seeded.contract.operations():
        if method == "get":
            record_id = next((of_path[each] for each in path.split("/") if each in of_path), "")
            named = IN_PATHS | {"id": record_id}
            url = re.sub(r"\{(\w+)\}", lambda match: named[match[1]], path)  # noqa: B023 - called at once
            parameters = [seeded.contract.resolve(each)["name"] for each in operation["parameters"]]
            query = "?q=kim" if "q" in parameters else ""
            assert seeded.send("GET", url + query).status_code == 200


@pytest.mark.parametrize(
    ("url", "headers", "status"),
    [
        ("/v1/summits?satus=held", {}, 400),
        ("/v1/summits?cursor=made-up", {}, 400),
        ("/v1/summits?expand=title", {}, 400),
        ("/v1/changes?after=-1", {}, 400),
        ("/problems?page=2", {}, 400),
        ("/openapi.json?pretty=true", {}, 400),
        (SUMMIT, {"If-None-Match": "unquoted"}, 400),
        (f"{SUMMIT}?known_at=2999-01-01T00:00:00Z", {}, 400),
        (SUMMIT, {"Authorization": "Bearer wrong"}, 401),
        ("/healthz", {"Authorization": "Bearer wrong"}, 401),
        ("/docs", {"Authorization": "Basic eDp5"}, 401),
        ("/v1/summits/nowhere-1999", {}, 404),
        ("/v1/summits/Not-A-Slug", {}, 404),
        (f"{SUMMIT}?known_at=1999-01-01T00:00:00Z", {}, 404),
        (f"{SUMMIT}/revisions/9", {}, 404),
        ("/v1/summits/nowhere-1999/revisions", {}, 404),
        ("/problems/no-such", {}, 404),
        ("/v1", {"Accept": "text/csv"}, 406),
        (f"{SUMMIT}?format=xml", {}, 406),
        ("/v1/summits", {"Accept-Encoding": "identity;q=0, br"}, 406),
        ("/openapi.yaml", {"Accept": "application/json"}, 406),
        (SUMMIT, {"If-Match": '"0"'}, 412),
        ("/v1/changes", {"If-Match": '"0"'}, 412),
        (SUMMIT, {"If-Unmodified-Since": "Mon, 10 Sep 2001 14:05:00 GMT"}, 412),
    ],
)
def test_refused_reads_are_described(seeded: CheckedService, url: str, headers: Any, status: int) -> None:
    assert seeded.send("GET", url, headers=headers).status_code == status


@pytest.mark.parametrize(
    "url", ["/v1", "/v1/summits", SUMMIT, f"{SUMMIT}/revisions", "/v1/changes", "/openapi.yaml"]
)
def test_what_a_client_has_already_is_described(seeded: CheckedService, url: str) -> None:
    tag = seeded.send("GET", url).headers["ETag"]
    assert seeded.send("GET", url, headers={"If-None-Match": tag}).status_code == 304


def test_a_trace_and_a_compressed_body_are_described(seeded: CheckedService) -> None:
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    headers = {"traceparent": trace, "X-Request-ID": "mine", "Accept-Encoding": "gzip"}
    answer = seeded.send("GET", "/openapi.yaml", headers=headers)
    assert answer.headers["Content-Encoding"] == "gzip"


def test_a_record_s_life_is_described(service: CheckedService) -> None:
    url = "/v1/systems/kn-23"
    created = service.send("POST", "/v1/systems", key="write", json=SYSTEM, headers={"Idempotency-Key": "k"})
    assert (created.status_code, created.headers["Location"]) == (201, url)
    again = service.send("POST", "/v1/systems", key="write", json=SYSTEM, headers={"Idempotency-Key": "k"})
    assert again.headers["Idempotency-Replayed"] == "true"
    tag = {"If-Match": created.headers["ETag"]}
    replaced = service.send("PUT", url, key="write", json=SYSTEM | {"name": "KN-23 (KN-24?)"}, headers=tag)
    tag = {"If-Match": replaced.headers["ETag"]}
    patched = service.send(
        "PATCH", url, key="write", data=json.dumps({"note": "A note."}), content_type=PATCH, headers=tag
    )
    assert (replaced.status_code, patched.status_code) == (200, 200)
    assert len(service.send("GET", f"{url}/revisions?limit=2").json["items"]) == 2
    everything = {"If-Match": "*"}
    assert service.send("DELETE", f"{url}?reason=a+test", key="write", headers=everything).status_code == 204
    assert service.send("GET", url).status_code == 410
    assert (
        service.send("PATCH", url, key="write", data="{}", content_type=PATCH, headers=everything).status_code
        == 410
    )
    assert service.send("DELETE", url, key="write", headers=everything).status_code == 410
    assert service.send("GET", f"{url}/revisions/4").json["record"] is None
    assert (
        service.send("PUT", url, key="write", json=SYSTEM, headers={"If-None-Match": "*"}).status_code == 201
    )
    assert {entry["operation"] for entry in service.send("GET", "/v1/changes?after=10").json["items"]} >= {
        "deleted"
    }


@pytest.mark.parametrize(
    ("method", "url", "options", "status"),
    [
        ("POST", "/v1/systems", {"data": "{", "content_type": "application/json"}, 400),
        ("POST", "/v1/systems", {"data": "[" * 5000 + "]" * 5000, "content_type": "application/json"}, 400),
        ("POST", "/v1/systems?dry=1", {"json": SYSTEM}, 400),
        ("POST", "/v1/systems", {"json": SYSTEM, "headers": {"Idempotency-Key": "two words"}}, 400),
        ("POST", "/v1/systems", {"json": SYSTEM, "headers": {"Accept": "text/csv"}}, 406),
        ("POST", "/v1/systems", {"json": SYSTEM | {"id": "hwasong-15"}}, 409),
        ("POST", "/v1/systems", {"data": b" " * 1_100_000, "content_type": "application/json"}, 413),
        ("POST", "/v1/systems", {"data": "a: 1", "content_type": "application/yaml"}, 415),
        ("POST", "/v1/systems", {"json": SYSTEM, "headers": {"Content-Encoding": "gzip"}}, 415),
        ("POST", "/v1/systems", {"json": {"nmae": "x"}}, 422),
        ("POST", "/v1/systems", {"data": '{"a": 1, "a": 2}', "content_type": "application/json"}, 422),
        ("POST", "/v1/systems", {"json": []}, 422),
        ("PUT", "/v1/systems/Not-A-Slug", {"json": SYSTEM}, 404),
        ("PUT", "/v1/systems/hwasong-15", {"json": SYSTEM}, 422),
        ("PUT", "/v1/systems/hwasong-15", {"json": SYSTEM | {"id": "hwasong-15"}}, 428),
        ("PUT", "/v1/systems/kn-23", {"json": SYSTEM, "headers": {"If-Match": '"1"'}}, 412),
        ("PUT", "/v1/systems/kn-23", {"json": SYSTEM, "headers": {"If-Match": "1"}}, 400),
        ("PATCH", "/v1/systems/hwasong-15", {"json": {}}, 415),
        ("PATCH", "/v1/systems/hwasong-15", {"data": "{}", "content_type": PATCH}, 428),
        (
            "PATCH",
            "/v1/systems/nowhere",
            {"data": "{}", "content_type": PATCH, "headers": {"If-Match": "*"}},
            404,
        ),
        (
            "PATCH",
            SUMMIT,
            {"data": '{"steps": []}', "content_type": PATCH, "headers": {"If-Match": "*"}},
            422,
        ),
        ("DELETE", "/v1/systems/hwasong-15", {}, 428),
        ("DELETE", "/v1/systems/hwasong-15", {"headers": {"If-Match": '"0"'}}, 412),
        ("DELETE", SUMMIT, {"headers": {"If-Match": "*"}}, 409),
        ("DELETE", f"{SUMMIT}?because=so", {"headers": {"If-Match": "*"}}, 400),
        ("DELETE", "/v1/systems/nowhere", {"headers": {"If-Match": "*"}}, 404),
    ],
)
def test_refused_writes_are_described(
    seeded: CheckedService, method: str, url: str, options: Any, status: int
) -> None:
    assert seeded.send(method, url, key="write", **options).status_code == status


def test_a_reused_idempotency_key_is_described(service: CheckedService) -> None:
    headers = {"Idempotency-Key": "one"}
    service.send("POST", "/v1/systems", key="write", json=SYSTEM, headers=headers)
    other = SYSTEM | {"id": "kn-24"}
    assert service.send("POST", "/v1/systems", key="write", json=other, headers=headers).status_code == 422


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_writes_without_a_key_or_its_scope_are_described(seeded: CheckedService, method: str) -> None:
    url = "/v1/systems" if method == "POST" else "/v1/systems/hwasong-15"
    assert seeded.send(method, url, json={}).status_code == 401
    assert seeded.send(method, url, json={}, key="read").status_code == 403


def test_a_feed_that_reaches_back_less_far_is_described(make_checked: Callable[..., CheckedService]) -> None:
    assert make_checked(changes_retained=2).send("GET", "/v1/changes").status_code == 410


def test_closed_reads_are_described(make_checked: Callable[..., CheckedService]) -> None:
    service = make_checked(read_access="key")
    assert service.send("GET", SUMMIT).status_code == 401
    assert service.send("GET", SUMMIT, key="read").status_code == 200


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (OperationalError("SELECT", {}, sqlite3.OperationalError("unable to open database file")), 503),
        (KeyError("x"), 500),
    ],
    ids=["unavailable", "broken"],
)
@pytest.mark.parametrize("url", ["/v1/summits", SUMMIT, "/v1/changes"])
def test_a_failing_service_is_described(
    seeded: CheckedService, monkeypatch: pytest.MonkeyPatch, url: str, error: Exception, status: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Database, "reading", fail)
    # What is kept would do without the database.
    assert seeded.send("GET", url, headers={"Cache-Control": "no-cache"}).status_code == status


def test_a_service_that_is_not_ready_is_described(
    seeded: CheckedService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.operations.health.newest_revision", lambda: "another")
    assert seeded.send("GET", "/readyz").status_code == 503


def test_head_is_get_without_a_body_and_options_lists_the_methods(seeded: CheckedService) -> None:
    client = seeded.app.test_client()
    for path in ("/v1", "/v1/summits", SUMMIT, "/v1/changes"):
        # What is kept would tell its age.
        got, head = (ask(path, headers={"Cache-Control": "no-cache"}) for ask in (client.get, client.head))
        got_fields, head_fields = dict(got.headers), dict(head.headers)
        assert got_fields.pop("X-Request-ID") != head_fields.pop("X-Request-ID")
        assert (head.data, head_fields) == (b"", got_fields)
        described = {method.upper() for at, method, _ in seeded.contract.operations() if at == path}
        options = client.options(path)
        assert options.status_code == 204
        assert set(options.headers["Allow"].split(", ")) >= described | {"HEAD", "OPTIONS"}


@pytest.mark.parametrize(
    "url", ["/v1", "/v1/summits", SUMMIT, "/problems/rate-limited", "/docs", "/openapi.yaml"]
)
def test_what_is_left_to_a_caller_and_its_refusal_are_described(
    make_checked: Callable[..., CheckedService], url: str
) -> None:
    service = make_checked(rate_limit_read="1/hour", rate_limit_write="1/hour")
    assert service.send("GET", url).headers["RateLimit"] == '"read";r=0;t=3600'
    assert service.send("GET", url).status_code == 429
    assert service.send("POST", "/v1/systems", json=SYSTEM).status_code == 401
    assert service.send("POST", "/v1/systems", json=SYSTEM).status_code == 429
