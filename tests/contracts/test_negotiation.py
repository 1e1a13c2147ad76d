"""Media types, content codings, entity tags and conditional reads, on everything that can be read."""

from __future__ import annotations

import gzip
from datetime import timedelta
from email.utils import format_datetime, parsedate_to_datetime

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api

READABLE = (
    "/v1",
    "/v1/summits",
    "/v1/summits?limit=1",
    "/v1/summits?as_of=2018-09-09",
    "/v1/summits/singapore-2018",
    "/v1/summits/singapore-2018?fields=id,title",
    "/v1/summits/singapore-2018?expand=citations.source",
    "/v1/summits/singapore-2018?as_of=2018-06-01",
    "/v1/summits/singapore-2018/revisions",
    "/v1/summits/singapore-2018/revisions/1",
    "/v1/changes",
    "/problems",
    "/problems/not-found",
)
# Long enough to be worth compressing.
LONG = (
    "/v1/summits",
    "/v1/summits/singapore-2018",
    "/v1/summits/singapore-2018/revisions",
    "/v1/changes",
    "/problems",
)


# -------------------------------------------------------------------------------------- media types


@pytest.mark.parametrize(
    "accept",
    [
        None,
        "",
        "*/*",
        "application/*",
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "text/turtle, application/json;q=0.1",
        "text/turtle, */*;q=0.001",
        "application/json;q=0.5, text/turtle",
        "application/xml;q=0, application/*",
        " , application/json",
    ],
)
def test_json_is_answered_to_whoever_accepts_it(seeded: Api, accept: str | None) -> None:
    for path in ("summits", "summits/singapore-2018", "/v1", "changes"):
        answer = seeded.get(path, headers={} if accept is None else {"Accept": accept})
        assert answer.status_code == 200
        assert answer.content_type == "application/json"


@pytest.mark.parametrize(
    "accept",
    [
        "text/turtle",
        "application/json;q=0",
        "application/xml, image/png",
        "application/json;q=0, text/turtle;q=0.5",
    ],
)
def test_no_acceptable_representation_is_406_and_lists_the_available_ones(seeded: Api, accept: str) -> None:
    for path in (each for each in READABLE if not each.startswith("/problems")):
        answer = seeded.get(path, headers={"Accept": accept})
        assert answer.status_code == 406
        assert answer.content_type == "application/problem+json"
        assert {"format": "json", "media_type": "application/json"} in answer.json["available"]


@pytest.mark.parametrize("path", READABLE)
def test_a_format_in_the_query_goes_before_accept(seeded: Api, path: str) -> None:
    answer = seeded.get(path, {"format": "json"}, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert seeded.get(path, {"format": "xml"}, headers={"Accept": "application/json"}).status_code == 406


@pytest.mark.parametrize(
    ("query", "accept", "begin"),
    [
        ({"format": "jsn"}, None, "Unknown format 'jsn'. Did you mean 'json'?"),
        ({"format": "xyz"}, None, "Unknown format 'xyz'."),
        ({}, "text/turtle", "Accept allows none of the media types that this resource has."),
    ],
)
@pytest.mark.parametrize("path", ["situation", "facilities"])
def test_what_no_representation_fits_is_told_those_there_are(
    seeded: Api, path: str, query: dict[str, str], accept: str | None, begin: str
) -> None:
    answer = seeded.get(path, query, headers={"Accept": accept} if accept else {})
    forms = ", ".join(
        f"{each['format']} ({each['media_type'].partition(';')[0]})" for each in answer.json["available"]
    )
    assert answer.json["detail"] == f"{begin} This resource is available as {forms}."
    assert "json (application/json)" in forms


def test_a_repeated_format_is_refused(seeded: Api) -> None:
    answer = seeded.get("summits?format=json&format=json")
    assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (400, "format")


@pytest.mark.parametrize("accept", ["json", "application/json;q=2", "application/json;q=x", "text/", "a/b;c"])
def test_an_accept_header_that_cannot_be_read_is_refused(seeded: Api, accept: str) -> None:
    answer = seeded.get("summits", headers={"Accept": accept})
    assert (answer.status_code, answer.json["type"]) == (400, "/problems/invalid-header")


def test_answers_say_what_they_vary_by(seeded: Api) -> None:
    for path in READABLE:
        has_states = path not in ("/v1", "/problems", "/problems/not-found")
        varying = "Accept, Accept-Encoding, Accept-Datetime" if has_states else "Accept, Accept-Encoding"
        assert seeded.get(path).headers["Vary"] == varying, path


# ---------------------------------------------------------------------------------- content codings


@pytest.mark.parametrize("path", LONG)
def test_gzip_is_sent_if_accepted_and_has_its_own_etag(seeded: Api, path: str) -> None:
    plain = seeded.get(path)
    packed = seeded.get(path, headers={"Accept-Encoding": "gzip, deflate, br"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data)
    assert packed.headers["Content-Length"] == str(len(packed.data))
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert packed.headers["Vary"] == plain.headers["Vary"]
    again = seeded.get(path, headers={"Accept-Encoding": "gzip"})
    assert (again.data, again.headers["ETag"]) == (packed.data, packed.headers["ETag"])


@pytest.mark.parametrize("path", LONG)
def test_each_coding_is_revalidated_by_its_own_tag(seeded: Api, path: str) -> None:
    plain = seeded.get(path).headers["ETag"]
    packed = seeded.get(path, headers={"Accept-Encoding": "gzip"}).headers["ETag"]

    def status(tag: str, coding: str) -> int:
        return seeded.get(path, headers={"Accept-Encoding": coding, "If-None-Match": tag}).status_code

    assert status(plain, "identity") == 304
    assert status(packed, "gzip") == 304
    assert status(plain, "gzip") == 200
    assert status(packed, "identity") == 200
    assert status(f"{plain}, {packed}", "gzip") == 304


@pytest.mark.parametrize("coding", ["identity", "br", "gzip;q=0", "gzip;q=0.5, identity", "*;q=0, identity"])
def test_gzip_is_not_sent_if_not_accepted(seeded: Api, coding: str) -> None:
    assert "Content-Encoding" not in seeded.get("summits", headers={"Accept-Encoding": coding}).headers


def test_refusing_every_coding_is_406(seeded: Api) -> None:
    answer = seeded.get("summits", headers={"Accept-Encoding": "br, *;q=0"})
    assert (answer.status_code, answer.json["type"]) == (406, "/problems/not-acceptable")


def test_a_short_answer_is_not_compressed_unless_it_must_be(seeded: Api) -> None:
    path = "summits/singapore-2018?fields=id"
    assert "Content-Encoding" not in seeded.get(path, headers={"Accept-Encoding": "gzip"}).headers
    forced = seeded.get(path, headers={"Accept-Encoding": "gzip, identity;q=0"})
    assert forced.headers["Content-Encoding"] == "gzip"


# ------------------------------------------------------------------------------- conditional reading


@pytest.mark.parametrize("path", READABLE)
def test_everything_readable_has_a_strong_etag_and_is_304_if_it_matches(seeded: Api, path: str) -> None:
    answer = seeded.get(path)
    tag = answer.headers["ETag"]
    assert tag.startswith('"')
    assert tag.endswith('"')
    for sent in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        unchanged = seeded.get(path, headers={"If-None-Match": sent})
        assert unchanged.status_code == 304, sent
        assert unchanged.data == b""
        assert unchanged.headers["ETag"] == tag
        assert unchanged.headers["Vary"] == answer.headers["Vary"]
        assert unchanged.headers["Cache-Control"] == answer.headers["Cache-Control"]
        assert "Content-Type" not in unchanged.headers
    assert seeded.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert seeded.get(path).headers["ETag"] == tag


@pytest.mark.parametrize("header", ["If-None-Match", "If-Match"])
@pytest.mark.parametrize("value", ["abc", '"abc', "W/abc", ",", '"a" "b"'])
def test_a_tag_without_its_quotes_is_refused(seeded: Api, header: str, value: str) -> None:
    answer = seeded.get("summits/singapore-2018", headers={header: value})
    assert (answer.status_code, answer.json["type"]) == (400, "/problems/invalid-header")
    assert header in answer.json["detail"]


def test_the_tag_of_whatever_a_write_touches_changes_with_it(service: Api) -> None:
    service.make("systems", id="one")
    # The index tells the newest change number.
    paths = ("/v1", "systems", "systems/one", "systems/one/revisions", "changes", "systems?q=hwasong&id=one")
    before = {path: service.get(path).headers["ETag"] for path in paths}
    service.revise("systems/one", note="Revised.")
    for path in paths:
        answer = service.get(path, headers={"If-None-Match": before[path]})
        assert (answer.status_code, path) == (200, path)


def test_a_revision_does_not_change_and_neither_does_its_tag(service: Api) -> None:
    service.make("systems", id="one")
    first = service.get("systems/one/revisions/1").headers["ETag"]
    service.revise("systems/one", note="Revised.")
    assert service.get("systems/one/revisions/1", headers={"If-None-Match": first}).status_code == 304


def test_a_record_unmodified_since_its_date_is_304_and_one_modified_is_not(service: Api) -> None:
    service.make("systems", id="one")
    modified = service.get("systems/one").headers["Last-Modified"]
    earlier = format_datetime(parsedate_to_datetime(modified) - timedelta(seconds=1), usegmt=True)

    def status(**headers: str) -> int:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return service.get("systems/one", headers=sent).status_code

    assert status(If_Modified_Since=modified) == 304
    assert status(If_Modified_Since=earlier) == 200
    assert status(If_Modified_Since="yesterday") == 200
    # The tag goes before the date (RFC 9110, 13.1.3).
    assert status(If_Modified_Since=modified, If_None_Match='"other"') == 200
    assert status(If_Unmodified_Since=earlier) == 412
    assert status(If_Unmodified_Since=modified) == 200
    assert status(If_Match='"other"') == 412
    assert status(If_Match="*") == 200


def test_lists_have_no_date_of_modification_to_ask_by(seeded: Api) -> None:
    for path in ("summits", "changes", "/v1", "summits/singapore-2018?expand=citations.source"):
        answer = seeded.get(path, headers={"If-Modified-Since": "Fri, 31 Dec 2999 23:59:59 GMT"})
        assert answer.status_code == 200
        assert "Last-Modified" not in answer.headers


def test_a_problem_is_never_stored_by_caches(seeded: Api) -> None:
    for path in ("summits/nobody", "summits?limit=0", "/nothing"):
        assert seeded.get(path).headers["Cache-Control"] == "no-store"


# ------------------------------------------------------------------------------------ HEAD and OPTIONS


@pytest.mark.parametrize("coding", ["identity", "gzip"])
@pytest.mark.parametrize("path", [*READABLE, "/healthz", "/readyz"])
def test_head_answers_as_get_does_without_the_body(seeded: Api, path: str, coding: str) -> None:
    headers = {"Accept-Encoding": coding, "X-Request-ID": "same", "Cache-Control": "no-cache"}
    got, headed = seeded.get(path, headers=headers), seeded.head(path, headers=headers)
    assert headed.status_code == got.status_code == 200
    assert headed.data == b""
    assert dict(headed.headers) == dict(got.headers)


@pytest.mark.parametrize("path", ["summits/nobody", "summits?limit=0", "/nothing", "summits/x/revisions/1"])
def test_head_answers_problems_as_get_does_without_the_body(seeded: Api, path: str) -> None:
    headers = {"X-Request-ID": "same"}
    got, headed = seeded.get(path, headers=headers), seeded.head(path, headers=headers)
    assert headed.status_code == got.status_code >= 400
    assert headed.data == b""
    assert dict(headed.headers) == dict(got.headers)


def test_head_with_the_tag_that_is_current_is_304(seeded: Api) -> None:
    tag = seeded.head("summits").headers["ETag"]
    assert seeded.head("summits", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/v1", "GET, HEAD, OPTIONS"),
        ("summits", "GET, HEAD, OPTIONS, POST"),
        ("summits/singapore-2018", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"),
        ("summits/singapore-2018/revisions", "GET, HEAD, OPTIONS"),
        ("summits/singapore-2018/revisions/1", "GET, HEAD, OPTIONS"),
        ("changes", "GET, HEAD, OPTIONS"),
    ],
)
def test_options_and_405_say_which_methods_there_are(seeded: Api, path: str, allowed: str) -> None:
    answer = seeded.options(path)
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["Allow"] == allowed
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"} - set(allowed.split(", ")):
        refused = seeded.send(method, path, key="write")
        assert refused.status_code == 405, method
        assert refused.headers["Allow"] == allowed
        assert refused.json["type"] == "/problems/method-not-allowed"
        assert method in refused.json["detail"]


def test_a_body_on_a_read_is_passed_over(seeded: Api) -> None:
    answer = seeded.get("summits/singapore-2018", data=a.SOURCE.encode(), content_type="text/plain")
    assert answer.status_code == 200
