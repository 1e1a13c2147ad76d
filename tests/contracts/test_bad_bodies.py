"""Bodies that are no record, or no JSON, or not what they say they are: a 4xx problem, and nothing stored."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.contracts import factories
from tests.contracts.api import JSON, Api
from tests.contracts.refusals import assert_problem, faults, nothing_stored

LIMIT = 1_048_576


def body(text: str) -> bytes:
    """A source whose note is this JSON text."""
    return b'{"title": "T", "published": null, "kind": "report", "note": ' + text.encode() + b"}"


MALFORMED = {
    "empty": b"",
    "white space": b" \n",
    "cut off": b'{"title": "T"',
    "trailing comma": b'{"title": "T",}',
    "comment": b'{"title": "T"} // so',
    "two values": b"{} {}",
    "single quotes": b"{'title': 'T'}",
    "NaN": body("NaN"),
    "Infinity": body("-Infinity"),
    "leading zero": body("01"),
    "a bare control character": body('"a\nb"'),
    "invalid UTF-8": body('"x"').replace(b"x", b"\xff"),
    "overlong UTF-8": body('"x"').replace(b"x", b"\xc0\xaf"),
    "a surrogate in UTF-8": body('"x"').replace(b"x", b"\xed\xa0\x80"),
    "UTF-16": body('"x"').decode().encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf" + body('"x"'),
    "NUL byte": body('"x"') + b"\0",
}


@pytest.mark.parametrize("sent", MALFORMED.values(), ids=MALFORMED)
def test_invalid_json_is_400_and_says_where_parsing_stopped(service: Api, sent: bytes) -> None:
    with nothing_stored(service):
        for answer in (service.post("sources", sent), service.put("sources/one", sent)):
            problem = assert_problem(answer, 400, "malformed-json")
            assert "empty" in problem["detail"] or {"line", "column"} <= problem.keys()


@pytest.mark.parametrize("levels", [33, 10_000, 500_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")], ids=["arrays", "objects"])
def test_what_is_too_deep_is_400(service: Api, levels: int, opening: str, closing: str) -> None:
    levels = min(levels, LIMIT // len(opening) // 2)
    for sent in (opening * levels + "1" + closing * levels, opening * levels):
        with nothing_stored(service):
            assert_problem(service.post("sources", sent.encode()), 400, "json-too-deep")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"a\\u0000b"', "nul_character"),
        ('"\\ud800"', "lone_surrogate"),
        ('"\\udc00\\ud800"', "lone_surrogate"),
        (str(2**63), "integer_out_of_range"),
        (str(-(2**63) - 1), "integer_out_of_range"),
        ("9" * 100_000, "integer_out_of_range"),
        ("1e400", "number_out_of_range"),
        ("-1e99999999", "number_out_of_range"),
    ],
    ids=lambda value: value[:12],
)
def test_values_that_no_record_can_hold_are_422(service: Api, text: str, code: str) -> None:
    with nothing_stored(service):
        assert faults(service.post("sources", body(text))) == {("/note", code)}


def test_duplicate_keys_are_422_at_any_depth(service: Api) -> None:
    sent = b'{"title": "T", "title": "T", "claims": [{"by": {"name": "a", "na\\u006de": "b"}}]}'
    with nothing_stored(service):
        assert faults(service.post("sources", sent)) == {
            ("/title", "duplicate_key"),
            ("/claims/0/by/name", "duplicate_key"),
        }


@pytest.mark.parametrize(
    "key", ["\\u0000", "\\ud800", "__proto__", "_schema", "", "~/", "a" * 10_000, "x'; DROP TABLE"]
)
def test_any_unknown_field_is_refused(service: Api, key: str) -> None:
    sent = ('{"title": "T", "published": null, "kind": "report", "' + key + '": 1}').encode()
    with nothing_stored(service):
        ((_, code),) = faults(service.post("sources", sent))
    assert code in ("unknown_field", "nul_character", "lone_surrogate")


@pytest.mark.parametrize("sent", [b"[]", b"null", b"1", b'"text"', b"true"])
def test_a_body_that_is_not_an_object_is_422(service: Api, sent: bytes) -> None:
    with nothing_stored(service):
        assert faults(service.post("sources", sent)) == {("", "invalid_type")}
        assert faults(service.put("sources/one", sent)) == {("", "invalid_type")}


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain",
        "text/json",
        "application/merge-patch+json",
        "application/json; charset=utf-16",
        "x",
        ";",
    ],
)
@pytest.mark.parametrize("method", ["post", "put"])
def test_another_media_type_is_415_and_names_the_accepted_ones(
    service: Api, method: str, content_type: str
) -> None:
    path, header = {"post": ("sources", "Accept-Post"), "put": ("sources/one", "Accept")}[method]
    with nothing_stored(service):
        answer = getattr(service, method)(path, body('"x"'), content_type=content_type)
        assert_problem(answer, 415, "unsupported-media-type")
    assert answer.headers[header] == JSON


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "identity, gzip"])
def test_a_coded_body_is_415(service: Api, coding: str) -> None:
    with nothing_stored(service):
        answer = service.post("sources", body('"x"'), headers={"Content-Encoding": coding})
        assert_problem(answer, 415, "unsupported-media-type")
    assert answer.headers["Accept-Encoding"] == "identity"


def padded(size: int) -> bytes:
    return body('"x"').ljust(size)


def test_a_body_of_1_mib_is_read(service: Api) -> None:
    assert service.post("sources", padded(LIMIT)).status_code == 201


def test_a_body_over_1_mib_is_413(service: Api) -> None:
    with nothing_stored(service):
        for answer in (
            service.post("sources", padded(LIMIT + 1)),
            service.put("sources/one", padded(LIMIT + 1)),
        ):
            problem = assert_problem(answer, 413, "payload-too-large")
            assert problem["max_bytes"] == LIMIT


def test_the_body_limit_is_a_setting(make_service: Any) -> None:
    service = make_service(max_body_bytes=2048)
    assert_problem(service.post("sources", padded(2049)), 413, "payload-too-large")
    assert service.post("sources", padded(2048)).status_code == 201


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Accept", "text/html"),
        ("Accept", "application/json;q=0"),
    ],
)
def test_a_write_without_an_acceptable_representation_is_406_and_stores_nothing(
    service: Api, name: str, value: str
) -> None:
    with nothing_stored(service):
        answer = service.post("sources", factories.source(), headers={name: value})
        assert_problem(answer, 406, "not-acceptable")


@pytest.mark.parametrize(
    ("name", "value"),
    [("Accept", "text"), ("Accept", "a/b;q=2"), ("Accept-Encoding", "gzip;q=x"), ("Accept-Encoding", "a b")],
)
def test_a_header_that_cannot_be_read_is_400_and_stores_nothing(service: Api, name: str, value: str) -> None:
    with nothing_stored(service):
        answer = service.post("sources", factories.source(), headers={name: value})
        problem = assert_problem(answer, 400, "invalid-header")
    assert name in problem["detail"]


def test_a_coding_that_cannot_be_answered_is_406_and_stores_nothing(service: Api) -> None:
    headers = {"Accept-Encoding": "identity;q=0, gzip;q=0"}
    with nothing_stored(service):
        assert_problem(service.post("sources", factories.source(), headers=headers), 406, "not-acceptable")
        assert_problem(service.put("sources/one", factories.source(), headers=headers), 406, "not-acceptable")


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "sources"), ("PATCH", "changes"), ("POST", "sources/one")]
)
def test_a_method_that_there_is_not_is_405_with_allow(service: Api, method: str, path: str) -> None:
    with nothing_stored(service):
        answer = service.send(method, path, key="write", json=factories.source())
        assert_problem(answer, 405, "method-not-allowed")
    assert method not in answer.headers["Allow"]


def test_ten_thousand_faults_do_not_bring_the_service_down(service: Api) -> None:
    claims = [{"statement": 1, "by": [], "citations": [{}] * 25} for _ in range(400)]
    with nothing_stored(service):
        problem = assert_problem(
            service.post("sources", factories.source(claims=claims)), 422, "validation-failed"
        )
    assert problem["errors_truncated"] is True
    assert len(json.dumps(problem)) < LIMIT
