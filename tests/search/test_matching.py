"""Where words stand in a text: the right characters of the original, whatever folding does to them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.records.index.analysis import BOUNDARY, words_of
from service.records.index.full_text_query import FullTextQuery, NoWords
from service.records.index.word_conditions import Words
from service.search.matching import matches

LETTERS = st.sampled_from("aAßéÉİıﬁ℡½ŏŭǅΣςжЙ화성김확각ガｶﾞ的कीש\u0301\u0308\u0323\u05b0\u3099\u20dd😀👩‍🚀")
SEPARATORS = st.sampled_from(" -'’ʻʼ‑–_.,:;*\"()\u00a0\u3000\n¨")
TEXTS = st.text(
    st.one_of(LETTERS, LETTERS, SEPARATORS, st.characters(exclude_categories=["Cs"])), max_size=30
)


def words_in(text: str) -> set[str]:
    return {*words_of([text])} - {BOUNDARY}


def indexed(text: str) -> str:
    return f" {' '.join(words_of([text]))} "


def one(word: str, *, is_prefix: bool = False) -> Words:
    return Words(((((word, is_prefix),),),))


def shown(text: str, query: str) -> list[str]:
    return [text[each.start : each.end] for each in matches(text, FullTextQuery.parse(query).words)]


@given(TEXTS)
def test_every_word_of_a_text_is_found_in_it_where_it_stands(text: str) -> None:
    for word in words_in(text):
        found = matches(text, one(word))
        assert found
        for each in found:
            assert 0 <= each.start < each.end <= len(text)
            assert word in words_in(text[each.start : each.end])


@given(TEXTS)
def test_every_beginning_of_a_word_is_found_as_a_prefix(text: str) -> None:
    for word in words_in(text):
        found = matches(text, one(word[:1], is_prefix=True))
        assert any(word in words_in(text[each.start : each.end]) for each in found)


@given(TEXTS, TEXTS)
def test_what_is_found_is_what_the_index_holds(text: str, query: str) -> None:
    try:
        words = FullTextQuery.parse(query).words
    except NoWords:
        return
    found = {each.clause for each in matches(text, words)}
    for number, clause in enumerate(words.clauses):
        assert (number in found) == Words((clause,)).are_held(indexed(text))


@given(TEXTS)
def test_a_text_is_found_by_itself(text: str) -> None:
    phrase = text.replace('"', "")
    try:
        words = FullTextQuery.parse(f'"{phrase}"').words
    except NoWords:
        return
    assert words.are_held(indexed(phrase))


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("The Hwasong-14 was shown", "hwasong", ["Hwasong"]),
        ("The Hwasong-14 was shown", "hwasong14", ["Hwasong-14"]),
        ("The Hwasong-14 was shown", "hwa*", ["Hwasong"]),
        ("The Hwasong-14 was shown", "hwasong1*", ["Hwasong-14"]),
        ("The Hwasong14 was shown", "hwasong-14", ["Hwasong14"]),
        ("Hwasong 14", "hwasong-14", ["Hwasong 14"]),
        ("at Tongch'ang-ri.", "tongchangri", ["Tongch'ang-ri"]),
        ("at Tongch’ang-ri.", "tongchang", ["Tongch’ang"]),
        ("at Tongchang-ri.", "Tongch'ang-ri", ["Tongchang-ri"]),
        ("U.S. and US, U.N.", "US un", ["U.S", "US", "U.N"]),
        ("the D.P.R.K.’s I.C.B.M.s", "dprk icbm", ["D.P.R.K.’s", "I.C.B.M.s"]),
        ("ICBM급을 쏘았다", "icbm", ["ICBM"]),
        ("판문점에서", "판문점", ["판문점에서"]),
        ("한·미 훈련", "한미", ["한·미"]),
        ("denuclearisation", "denuclearize", ["denuclearisation"]),
        ("partially_dismantled", "dismantled", ["dismantled"]),
        ("a joint statement, joint and several; a statement", '"joint statement"', ["joint statement"]),
        ("T’ongch’ŏng", "tongchong", ["T’ongch’ŏng"]),
        ("P'yŏngyang", "pyongyang", ["P'yŏngyang"]),
        ("P'yo\u0306ngyang!", "pyongyang", ["P'yo\u0306ngyang"]),
        ("화성-14형", "화성", ["화성"]),
        (unicodedata.normalize("NFD", "(화성)"), "화성", [unicodedata.normalize("NFD", "화성")]),
        ("ﬁne ℡ call", "tel fine", ["ﬁne", "℡"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("½ mile", "2", ["½"]),
        ("🚀 rocket 🚀", "rocket", ["rocket"]),
        ("a_b", "b", ["b"]),
    ],
)
def test_words_are_found_however_they_are_written(text: str, query: str, expected: list[str]) -> None:
    assert sorted(shown(text, query)) == sorted(expected)


def test_a_word_longer_than_is_indexed_is_found_by_its_beginning() -> None:
    assert shown("x" * 300, "x" * 150) == ["x" * 300]


@pytest.mark.parametrize(
    ("text", "query", "held"),
    [
        ("Tongch'ang-ri", "tongchang ri", True),
        ("Tongchang ri", "tongch'ang-ri", True),
        ("Tongchangri", "tongch'ang-ri", True),
        ("Hwasong 14", "hwasong-14", True),
        ("Hwasong 14", "hwasong14", True),
        ("Hwasong14", "hwasong 14", True),
        ("Hwasong-14", "hwasong 14", True),
        ("Hwasong-15 and KN-14", "hwasong-14", False),
        ("한미", "한·미", True),
        ("한·미·일은", "한미일", True),
        ("US", "U.S.", True),
        ("U.S.", "us", True),
        ("the USA", "U.S.", False),
        ("Hwasong-14", "hwasong14", True),
        ("Hwasong-14", "hwasong-15", False),
        ("Hwasong-14", "hwasong-1*", True),
        ("long-range missile", "longrange", True),
    ],
)
def test_hyphens_and_apostrophes_make_no_difference(text: str, query: str, held: bool) -> None:
    assert FullTextQuery.parse(query).words.are_held(indexed(text)) is held
