"""Where words stand in a text: the right characters of the original, whatever folding does to them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.records.index.conditions import Words
from service.records.index.indexing import spellings, split_words
from service.search.matching import are_held, asked_for, matches

LETTERS = st.sampled_from("aAßéÉİıﬁ℡½ŏŭǅΣςжЙ화성김확각ガｶﾞ的कीש\u0301\u0308\u0323\u05b0\u3099\u20dd😀👩‍🚀")
SEPARATORS = st.sampled_from(" -'’ʻʼ‑–_.,:;*\"()\u00a0\u3000\n¨")
TEXTS = st.text(
    st.one_of(LETTERS, LETTERS, SEPARATORS, st.characters(exclude_categories=["Cs"])), max_size=30
)


def words_of(text: str) -> set[str]:
    return {word for spelling in spellings(text) for word in split_words(spelling)}


def shown(text: str, query: str) -> list[str]:
    words = Words.of(query)
    assert words is not None
    return [text[each.start : each.end] for each in matches(text, asked_for(words))]


@given(TEXTS)
def test_every_word_of_a_text_is_found_in_it_where_it_stands(text: str) -> None:
    for word in words_of(text):
        found = matches(text, [(word, False)])
        assert found
        for each in found:
            assert 0 <= each.start < each.end <= len(text)
            assert word in words_of(text[each.start : each.end])


@given(TEXTS)
def test_every_beginning_of_a_word_is_found_as_a_prefix(text: str) -> None:
    for word in words_of(text):
        found = matches(text, [(word[:1], True)])
        assert any(word in words_of(text[each.start : each.end]) for each in found)


@given(TEXTS, TEXTS)
def test_what_is_found_is_what_the_index_holds(text: str, query: str) -> None:
    words = Words.of(query)
    asked = () if words is None else asked_for(words)
    found = {each.word for each in matches(text, asked)}
    assert found == {word for word in asked if are_held(Words((word,)), words_of(text))}


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("The Hwasong-14 was shown", "hwasong", ["Hwasong"]),
        ("The Hwasong-14 was shown", "hwasong14", ["Hwasong-14"]),
        ("The Hwasong-14 was shown", "hwa*", ["Hwasong", "Hwasong-14"]),
        ("at Tongch'ang-ri.", "tongchangri", ["Tongch'ang-ri"]),
        ("at Tongch’ang-ri.", "tongchang", ["Tongch’ang"]),
        ("at Tongchang-ri.", "Tongch'ang-ri", ["Tongchang", "Tongchang-ri", "ri"]),
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
        ("Hwasong-14", "hwasong14", True),
        ("Hwasong-14", "hwasong-15", False),
        ("Hwasong-14", "hwasong-1*", True),
        ("long-range missile", "longrange", True),
    ],
)
def test_hyphens_and_apostrophes_make_no_difference(text: str, query: str, held: bool) -> None:
    words = Words.of(query)
    assert words is not None
    assert are_held(words, words_of(text)) is held
