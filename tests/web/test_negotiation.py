"""Representations and content codings (RFC 9110 §12)."""

from __future__ import annotations

import gzip

import pytest
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from service.web.negotiation import JSON, MINIMUM_GZIP_BYTES, Representation, choose_coding, encode, negotiate
from service.web.problem import Problem

CSV = Representation("csv", "text/csv")
GEOJSON = Representation("geojson", "application/geo+json")
ALL = (JSON, CSV, GEOJSON)
LONG = MINIMUM_GZIP_BYTES


def asking(query: str = "", **headers: str) -> Request:
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return EnvironBuilder(query_string=query, headers=fields).get_request()


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("*/*", JSON),
        ("", JSON),
        ("application/json", JSON),
        ("Application/JSON; charset=UTF-8", JSON),
        ("application/*", JSON),
        ("text/*", CSV),
        ("text/html, application/xhtml+xml, */*;q=0.8", JSON),
        ("application/json;q=0.5, text/csv", CSV),
        ("text/csv;q=0.5, application/*;q=0.4", CSV),
        ("*/*, application/json;q=0", CSV),
        ("*/*;q=0.9, application/json;q=0.1, text/*;q=0.2", GEOJSON),
        ("text/csv, application/json", JSON),
        ("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", JSON),
        (', text/csv ;q="0.5" ,,', CSV),
        ('application/json;profile="a,b;c", text/csv;q=0.1', CSV),
        ("text/csv;q=0.001, text/html", CSV),
    ],
)
def test_accept_chooses_by_weight_and_closeness(accept, expected):
    assert negotiate(asking(Accept=accept), ALL) is expected


def test_without_accept_the_first_is_answered():
    assert negotiate(asking()) is JSON


@pytest.mark.parametrize(
    "accept",
    [
        "text/html",
        "application/json;q=0",
        "*/*;q=0",
        "text/*",
        "application/json;version=2",
        "*/*, */*;q=0, application/json;q=0",
    ],
)
def test_no_match_is_406_and_lists_what_there_is(accept):
    with pytest.raises(Problem) as caught:
        negotiate(asking(Accept=accept))
    assert caught.value.kind.slug == "not-acceptable"
    assert caught.value.members["available"] == [{"format": "json", "media_type": "application/json"}]


@pytest.mark.parametrize(
    "accept",
    [
        "json",
        "application",
        "application/",
        "a/b/c",
        "a/b;q=2",
        "a/b;q=-1",
        "a/b;q=x",
        "a/b;q=",
        "a/b;q=.",
        "a/b;x",
        "é/b",
        "a b/c",
    ],
)
def test_an_accept_that_cannot_be_read_is_400(accept):
    with pytest.raises(Problem) as caught:
        negotiate(asking(Accept=accept), ALL)
    assert caught.value.kind.slug == "invalid-header"
    assert "Accept" in caught.value.detail


def test_format_goes_before_accept():
    assert negotiate(asking("format=csv", Accept="application/json"), ALL) is CSV


@pytest.mark.parametrize("query", ["format=xml", "format=", "format=JSON"])
def test_an_unknown_format_is_406(query):
    with pytest.raises(Problem) as caught:
        negotiate(asking(query), ALL)
    assert caught.value.kind.slug == "not-acceptable"
    assert [each["format"] for each in caught.value.members["available"]] == ["json", "csv", "geojson"]


def test_a_repeated_format_is_400():
    with pytest.raises(Problem) as caught:
        negotiate(asking("format=csv&format=json"), ALL)
    assert caught.value.kind.slug == "invalid-parameter"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "identity"),
        ("identity", "identity"),
        ("br, deflate", "identity"),
        ("gzip", "gzip"),
        ("GZip", "gzip"),
        ("x-gzip", "gzip"),
        ("gzip, deflate, br, zstd", "gzip"),
        ("gzip;q=0", "identity"),
        ("gzip;q=0.000", "identity"),
        ("gzip;q=0.001", "gzip"),
        ("gzip;q=0.5, identity", "identity"),
        ("gzip;q=0.5, identity;q=0.5", "gzip"),
        ("*", "gzip"),
        ("*;q=0, gzip", "gzip"),
        ("*;q=0, identity", "identity"),
        ("br, *;q=0.1", "gzip"),
        ("gzip;q=0, *", "identity"),
        ("identity;q=0, *", "gzip"),
    ],
)
def test_the_coding_is_chosen_by_weight(header, expected):
    assert choose_coding(asking(Accept_Encoding=header), LONG) == expected


def test_without_the_header_nothing_is_coded():
    assert choose_coding(asking(), LONG) == "identity"


def test_short_bodies_are_sent_as_they_are_unless_that_is_refused():
    assert choose_coding(asking(Accept_Encoding="gzip"), LONG - 1) == "identity"
    assert choose_coding(asking(Accept_Encoding="gzip, identity;q=0"), LONG - 1) == "gzip"


@pytest.mark.parametrize("header", ["*;q=0", "identity;q=0", "gzip;q=0, identity;q=0", "br, identity;q=0"])
def test_where_all_codings_are_refused_the_answer_is_406(header):
    with pytest.raises(Problem) as caught:
        choose_coding(asking(Accept_Encoding=header), LONG)
    assert caught.value.kind.slug == "not-acceptable"


@pytest.mark.parametrize("header", ["gzip;q=2", "gzip;level=x y;;q", "g zip", "gzip;q"])
def test_an_accept_encoding_that_cannot_be_read_is_400(header):
    with pytest.raises(Problem) as caught:
        choose_coding(asking(Accept_Encoding=header), LONG)
    assert caught.value.kind.slug == "invalid-header"


def test_the_same_body_is_always_coded_to_the_same_bytes():
    body = b"Sohae " * 1000
    assert encode(body, "gzip") == encode(body, "gzip")
    assert encode(body, "gzip")[4:8] == bytes(4), "no time in the frame"
    assert gzip.decompress(encode(body, "gzip")) == body
    assert encode(body, "identity") is body
