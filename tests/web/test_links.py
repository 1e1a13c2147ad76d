"""Link headers and the URLs in them."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from service.web.links import alternates, link_header, url
from service.web.negotiation import Representation


def test_a_link_header_has_each_relation_with_its_url():
    assert link_header({"first": "/v1/summits", "next": "/v1/summits?cursor=a"}) == (
        '</v1/summits>; rel="first", </v1/summits?cursor=a>; rel="next"'
    )


def test_a_relation_without_a_url_is_left_out():
    assert link_header({"first": "/v1/summits", "next": None}) == '</v1/summits>; rel="first"'


def test_whatever_a_value_holds_comes_back_as_it_was():
    pairs = [
        ("party", 'Kim Jong Un & 김정은+;>"<%#?=/é\n'),
        ("bbox", "124.5,37,131,43"),
        ("near", "a/b"),
        ("", ""),
    ]
    target = url("/v1/summits", pairs)
    assert parse_qsl(urlsplit(target).query, keep_blank_values=True) == pairs
    assert target.isascii()
    assert not set(target) & set(' <>"\n')


def test_a_target_cannot_break_out_of_the_header():
    header = link_header({"next": url("/v1/x>; rel=evil", [("a", ">, <evil>")])})
    assert header.count("<") == header.count(">") == 1
    assert header.endswith('>; rel="next"')


def test_other_representations_are_linked_with_their_media_types_and_the_rest_of_the_query():
    table = Representation("csv", "text/csv; charset=utf-8; header=present")
    query = [("party", "kim"), ("format", "json")]
    assert alternates("/v1/summits", [(table, query)]) == (
        '</v1/summits?party=kim&format=csv>; rel="alternate"; type="text/csv"'
    )


def test_other_representations_of_a_long_query_are_not_linked_so_that_proxies_have_room_for_the_header():
    table = Representation("csv", "text/csv")
    assert alternates("/v1/summits", [(table, [("party", "k" * 3000)])]) == ""
