"""The index, routes that there are not, who may read, and what every answer carries."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from service.access.keys import create_key, list_keys, revoke_key
from service.web.problem_catalogue import CATALOGUE
from tests.contracts import factories as a
from tests.contracts.api import Api

ANSWERS = (
    ("GET", "/v1", 200),
    ("GET", "/v1/summits", 200),
    ("HEAD", "/v1/summits", 200),
    ("OPTIONS", "/v1/summits", 204),
    ("GET", "/v1/summits/nobody", 404),
    ("GET", "/v1/summits?x=1", 400),
    ("GET", "/nothing", 404),
    ("POST", "/v1/summits", 401),
    ("DELETE", "/v1/changes", 405),
    ("GET", "/healthz", 200),
    ("GET", "/problems/not-found", 200),
)


def test_the_index_links_to_every_list_the_feed_the_problems_and_the_description(seeded: Api) -> None:
    links = seeded.read("/v1")["links"]
    assert links.keys() >= {*a.BODIES, "changes", "openapi", "docs", "problems", "self"}
    for name, target in links.items():
        if name not in ("openapi", "docs"):  # whose own tests follow them
            query = {"q": "sohae"} if name == "search" else None  # which asks for something
            assert seeded.get(target, query).status_code == 200, name


def test_every_record_is_reached_from_the_index_by_links_alone(seeded: Api) -> None:
    links = seeded.read("/v1")["links"]
    for path in a.BODIES:
        for item in seeded.read(links[path])["items"]:
            assert seeded.read(item["self"]) == item


@pytest.mark.parametrize(
    "path",
    [
        "/v1/",
        "/v2",
        "/v1/summits/",
        "/v1/summits/singapore-2018/",
        "/v1/summits/singapore-2018/revisions/",
        "/v1/summits/singapore-2018/revision",
        "//v1/summits",
        "/v1//summits",
        "/v1/summit",
        "/v1/Summits",
        "/V1/summits",
        "/v1/summits/singapore-2018/revisions/1/patch",
        "/v1/changes/1",
        "/v1/%73ummits/x/y",
        "/problems/nothing",
        "/static/x",
    ],
)
def test_what_there_is_not_is_a_problem_and_never_a_redirect(seeded: Api, path: str) -> None:
    answer = seeded.get(path)
    assert answer.status_code == 404, answer.headers
    assert answer.content_type == "application/problem+json"
    assert answer.json["type"] == "/problems/not-found"
    assert "Location" not in answer.headers


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE"])
@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/v1/summits/singapore-2018/", "/v1/summits/singapore-2018"),
        ("//v1/summits", "/v1/summits"),
        ("/Summit/singapore-2018?limit=2", "/v1/summits/singapore-2018"),
    ],
)
def test_what_was_probably_meant_by_an_address_stands_in_the_detail(
    seeded: Api, method: str, path: str, meant: str
) -> None:
    answer = seeded.send(method, path)
    assert answer.status_code == 404
    if method != "HEAD":
        assert answer.json["detail"].endswith(f" Did you mean '{meant}'?")


def test_every_kind_of_problem_is_explained_where_its_type_leads(seeded: Api) -> None:
    for kind in CATALOGUE.values():
        page = seeded.read(kind.type)
        assert (page["type"], page["title"], page["status"]) == (kind.type, kind.title, kind.status)
        assert page["explanation"]
    assert len(seeded.read("/problems")["problems"]) == len(CATALOGUE)


@pytest.mark.parametrize(("method", "path", "status"), [each for each in ANSWERS if each[2] >= 400])
def test_a_problem_says_its_type_title_status_detail_and_instance(
    seeded: Api, method: str, path: str, status: int
) -> None:
    answer = seeded.send(method, path)
    problem = answer.json
    assert (answer.status_code, problem["status"]) == (status, status)
    assert list(problem)[:5] == ["type", "title", "status", "detail", "instance"]
    assert problem["detail"]
    assert problem["instance"] == path.partition("?")[0]
    assert seeded.read(problem["type"])["title"] == problem["title"]


# ------------------------------------------------------------------------------- on every answer there is


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_every_answer_has_a_request_id_the_caller_s_own_if_it_is_sane(
    seeded: Api, method: str, path: str, status: int
) -> None:
    made = seeded.send(method, path)
    assert made.status_code == status
    assert re.fullmatch("[0-9a-f]{32}", made.headers["X-Request-ID"])
    taken = seeded.send(method, path, headers={"X-Request-ID": "desk-7.42_a"})
    assert taken.headers.getlist("X-Request-ID") == ["desk-7.42_a"]


@pytest.mark.parametrize("insane", ["", " ", "a b", "x" * 129, "<script>", "naïve", '"quoted"'])
def test_a_request_id_that_is_not_sane_is_replaced(seeded: Api, insane: str) -> None:
    answer = seeded.get("/v1", headers={"X-Request-ID": insane})
    assert re.fullmatch("[0-9a-f]{32}", answer.headers["X-Request-ID"])


def test_a_304_has_a_request_id(seeded: Api) -> None:
    answer = seeded.get("/v1", headers={"If-None-Match": "*", "X-Request-ID": "mine"})
    assert (answer.status_code, answer.headers["X-Request-ID"]) == (304, "mine")


def test_a_trace_is_continued_with_a_span_of_our_own(seeded: Api) -> None:
    trace, span = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
    answer = seeded.get("/v1", headers={"traceparent": f"00-{trace}-{span}-01"})
    version, same, ours, flags = answer.headers["traceparent"].split("-")
    assert (version, same, flags) == ("00", trace, "01")
    assert ours != span
    broken = seeded.get("/v1", headers={"traceparent": "00-nonsense"}).headers["traceparent"]
    assert trace not in broken
    assert "traceparent" not in seeded.get("/v1").headers


# ------------------------------------------------------------------------------------------ who may read


def test_anyone_may_read_by_default(seeded: Api) -> None:
    for path in ("/v1", "summits", "summits/singapore-2018", "summits/singapore-2018/revisions", "changes"):
        assert seeded.get(path).status_code == 200
        for scope in ("read", "write", "admin"):
            assert seeded.get(path, key=scope).status_code == 200


def test_where_reading_takes_a_key_none_is_401_and_any_scope_will_do(
    make_service: Callable[..., Api],
) -> None:
    closed = make_service(read_access="key")
    for path in ("/v1", "summits", "summits/nobody", "summits/nobody/revisions", "changes"):
        answer = closed.get(path)
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="peninsula"'
        assert closed.head(path).status_code == 401
        for scope in ("read", "write", "admin"):
            assert closed.get(path, key=scope).status_code in (200, 404)


def test_the_service_s_own_pages_stay_open_where_reading_takes_a_key(
    make_service: Callable[..., Api],
) -> None:
    closed = make_service(read_access="key")
    for path in ("/healthz", "/readyz", "/problems", "/problems/unauthorized"):
        assert closed.get(path).status_code == 200


@pytest.mark.parametrize(
    "authorization",
    [
        "Bearer pen_0_0",
        "Bearer two words",
        "Basic dXNlcjpwYXNz",
        "pen_123",
        f"Bearer pen_{'0' * 12}_{'0' * 64}",
    ],
)
def test_an_invalid_key_is_401_on_any_request(seeded: Api, authorization: str) -> None:
    for path in ("/v1/summits", "/v1/summits/singapore-2018", "/healthz", "/nothing"):
        answer = seeded.get(path, headers={"Authorization": authorization})
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"].startswith("Bearer ")
        assert answer.json["type"] == "/problems/unauthorized"


def test_a_key_that_was_revoked_or_has_expired_is_401(service: Api) -> None:
    now = datetime.now(UTC)
    with service.context.database.writing() as connection:
        revoked = create_key(connection, "gone", ["read"], None, now)
        revoke_key(connection, revoked[0].id, now)
        day = timedelta(days=1)
        expired = create_key(connection, "late", ["read"], now - day, now - 2 * day)
        good = create_key(connection, "good", ["read"], now + day, now)
    assert service.get("summits", key=revoked[1]).status_code == 401
    assert service.get("summits", key=expired[1]).status_code == 401
    assert service.get("summits", key=good[1]).status_code == 200
    with service.context.database.reading() as connection:
        assert {"gone", "late", "good"} <= {key.owner for key in list_keys(connection)}
