"""Entity tags and conditional requests (RFC 9110 §8.8, §13)."""

from __future__ import annotations

import gzip

import pytest
from flask import Flask, request
from werkzeug.test import EnvironBuilder

from service.web.conditional import (
    EntityTag,
    body_tag,
    check_if_match,
    check_if_none_match,
    check_write,
    coded_tag,
    parse_if_match,
    parse_if_none_match,
    respond,
)
from service.web.problem import Problem

RECORDED_AT = "2026-11-22T16:50:00.923456Z"
AT = "Sun, 22 Nov 2026 16:50:00 GMT"
BEFORE = "Sun, 22 Nov 2026 16:49:59 GMT"
AFTER = "Sun, 22 Nov 2026 16:50:01 GMT"
BODY = b'{"name": "Sohae"}' * 100


def slug_of(call, *arguments) -> str:
    with pytest.raises(Problem) as caught:
        call(*arguments)
    return caught.value.kind.slug


def names(opaque: str) -> bool:
    """Tell whether a tag is that of the current revision, here "42" in any coding."""
    return opaque.removesuffix("-gzip") == "42"


def other(opaque: str) -> bool:
    return opaque == "43"


def test_a_tag_names_its_coding():
    assert coded_tag('"42"', "identity") == '"42"'
    assert coded_tag('"42"', "gzip") == '"42-gzip"'


def test_the_tag_of_a_list_is_that_of_its_bytes():
    assert body_tag(b"[]") == body_tag(b"[]") != body_tag(b"[1]")


@pytest.mark.parametrize(
    ("header", "tags"),
    [
        ("*", "*"),
        (" * ", "*"),
        ('"a"', (EntityTag("a"),)),
        ('W/"a"', (EntityTag("a", weak=True),)),
        ('""', (EntityTag(""),)),
        ('"a,b" ,W/"c"\t,  "d"', (EntityTag("a,b"), EntityTag("c", weak=True), EntityTag("d"))),
        (', ,"a",, ', (EntityTag("a"),)),
    ],
)
def test_entity_tags_are_parsed(header, tags):
    assert parse_if_match(header) == parse_if_none_match(header) == tags


@pytest.mark.parametrize(
    "header",
    [
        "",
        " ",
        ",",
        "a",
        '"a',
        'a"',
        '*, "a"',
        '"a" "b"',
        'w/"a"',
        "W/a",
        'W/ "a"',
        '"a b"',
        "'a'",
        '"a";x',
        '"a"b',
    ],
)
def test_a_malformed_header_is_400(header):
    assert slug_of(parse_if_none_match, header) == "invalid-header"


def test_a_long_malformed_header_is_refused_quickly():
    assert slug_of(parse_if_match, '"a",' * 2000 + "x") == "invalid-header"


@pytest.mark.parametrize("header", ["*", '"42"', '"42-gzip"', '"41", "42"'])
def test_a_write_passes_with_any_tag_of_the_current_revision(header):
    check_if_match(header, names)


@pytest.mark.parametrize("header", ['"41"', 'W/"42"', '""'])
def test_a_stale_or_weak_tag_is_412(header):
    assert slug_of(check_if_match, header, names) == "precondition-failed"


def test_a_write_without_if_match_is_428():
    assert slug_of(check_if_match, None, names) == "precondition-required"


@pytest.mark.parametrize("header", ["*", '"42"'])
def test_if_match_fails_where_there_is_no_record(header):
    assert slug_of(check_if_match, header, None) == "precondition-failed"


def test_if_none_match_star_passes_only_if_there_is_no_record():
    check_if_none_match("*", None)
    assert slug_of(check_if_none_match, "*", names) == "precondition-failed"


@pytest.mark.parametrize("header", ['"42"', 'W/"42-gzip"'])
def test_if_none_match_with_the_current_tag_fails_a_write(header):
    assert slug_of(check_if_none_match, header, names) == "precondition-failed"
    check_if_none_match(header, other)


def writing(**headers: str):
    return EnvironBuilder(
        method="PUT", headers={k.replace("_", "-"): v for k, v in headers.items()}
    ).get_request()


def test_a_put_creates_without_preconditions_or_with_if_none_match_star():
    check_write(writing(), None)
    check_write(writing(If_None_Match="*"), None)


@pytest.mark.parametrize(
    ("headers", "current", "slug"),
    [
        ({}, names, "precondition-required"),
        ({"If_Unmodified_Since": AFTER}, names, "precondition-required"),
        ({"If_None_Match": '"41"'}, names, "precondition-required"),
        ({"If_None_Match": "*"}, names, "precondition-failed"),
        ({"If_Match": '"42"', "If_None_Match": "*"}, names, "precondition-failed"),
        ({"If_Match": '"41"'}, names, "precondition-failed"),
        ({"If_Match": "*"}, None, "precondition-failed"),
        ({"If_Match": "42"}, None, "invalid-header"),
        ({"If_None_Match": "x"}, None, "invalid-header"),
    ],
)
def test_a_write_fails_by_the_first_precondition_that_does(headers, current, slug):
    assert slug_of(check_write, writing(**headers), current) == slug


def test_a_write_over_the_current_revision_passes():
    check_write(writing(If_Match='"42"'), names)


@pytest.fixture
def get(app: Flask):
    @app.route("/record", methods=["GET", "POST"])
    def record():
        status = 201 if request.method == "POST" else 200
        return respond(
            request,
            BODY,
            etag='"42"',
            media_type="application/json",
            last_modified=RECORDED_AT,
            headers={"Link": "</v1>; rel=up", "Content-Location": "/record"},
            status=status,
        )

    @app.get("/list")
    def listing():
        headers = {"Cache-Control": "private"}
        return respond(request, b"[]", etag=body_tag(b"[]"), media_type="application/json", headers=headers)

    client = app.test_client()

    def send(path="/record", method="GET", **headers):
        return client.open(path, method=method, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return send


def test_a_200_carries_its_validators_and_what_it_varies_by(get):
    response = get()
    assert (response.status_code, response.data) == (200, BODY)
    assert response.headers["ETag"] == '"42"'
    assert response.headers["Last-Modified"] == AT
    assert response.headers["Vary"] == "Accept, Accept-Encoding"
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Link"] == "</v1>; rel=up"


def test_each_content_coding_has_a_tag_of_its_own(get):
    response = get(Accept_Encoding="gzip")
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.headers["ETag"] == '"42-gzip"'
    assert response.headers["Content-Length"] == str(len(response.data))
    assert gzip.decompress(response.data) == BODY


def test_a_short_body_is_neither_coded_nor_tagged_so(get):
    response = get("/list", Accept_Encoding="gzip")
    assert "Content-Encoding" not in response.headers
    assert response.headers["ETag"] == body_tag(b"[]")


def test_a_caller_s_cache_control_stays(get):
    response = get("/list")
    assert response.headers.getlist("Cache-Control") == ["private"]
    assert "Last-Modified" not in response.headers


@pytest.mark.parametrize("header", ['"42"', 'W/"42"', '"1", "42"', "*"])
def test_what_the_client_has_is_304(get, header):
    response = get(If_None_Match=header)
    assert (response.status_code, response.data) == (304, b"")


def test_a_304_carries_what_rfc_9110_asks_for_and_no_more(get):
    headers = get(If_None_Match='"42"').headers
    kept = ["Cache-Control", "Content-Location", "ETag", "Vary"]
    assert sorted(name for name, _ in headers if name != "X-Request-ID") == kept
    assert headers["ETag"] == '"42"'


def test_the_tag_of_another_coding_is_not_what_the_client_would_get(get):
    assert get(If_None_Match='"42-gzip"').status_code == 200
    assert get(If_None_Match='"42-gzip"', Accept_Encoding="gzip").status_code == 304
    assert get(If_None_Match='"42"', Accept_Encoding="gzip").status_code == 200


def test_a_head_is_conditional_too_and_has_the_length_of_the_body(get):
    assert get(method="HEAD", If_None_Match='"42"').status_code == 304
    response = get(method="HEAD")
    assert (response.headers["Content-Length"], response.data) == (str(len(BODY)), b"")


def test_a_malformed_if_none_match_is_400(get, assert_problem):
    assert_problem(get(If_None_Match="42"), 400, "invalid-header")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If_Modified_Since": BEFORE}, 200),
        ({"If_Modified_Since": AT}, 304),
        ({"If_Modified_Since": AFTER}, 304),
        ({"If_Modified_Since": "yesterday"}, 200),
        ({"If_Modified_Since": AT, "If_None_Match": '"41"'}, 200),
        ({"If_Unmodified_Since": BEFORE}, 412),
        ({"If_Unmodified_Since": AT}, 200),
        ({"If_Unmodified_Since": "yesterday"}, 200),
        ({"If_Unmodified_Since": BEFORE, "If_Match": '"42"'}, 200),
        ({"If_Match": '"42"'}, 200),
        ({"If_Match": "*"}, 200),
        ({"If_Match": 'W/"42"'}, 412),
        ({"If_Match": '"41"', "If_None_Match": '"42"'}, 412),
        ({"If_Match": '"42"', "If_None_Match": '"42"'}, 304),
    ],
)
def test_preconditions_of_a_read_are_evaluated_in_the_order_of_the_rfc(get, headers, status):
    assert get(**headers).status_code == status


def test_a_list_has_no_modification_date_to_compare(get):
    assert get("/list", If_Modified_Since=AFTER).status_code == 200


def test_the_answer_to_a_write_is_never_304(get):
    response = get(method="POST", If_None_Match='"42"')
    assert response.status_code == 201
    assert response.headers["ETag"] == '"42"'
