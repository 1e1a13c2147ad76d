"""Words of the full-text index that stand for what words begin with."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.records.index.analysis import BOUNDARY, words_of
from service.records.index.indexed_words import indexed_words, start_word
from service.records.index.indexing import Entries
from service.records.index.word_conditions import NAME_MARK

WORDS = st.sets(
    st.tuples(st.sampled_from(("", NAME_MARK)), st.text("ab1", min_size=1, max_size=9)).map("".join),
    min_size=1,
)


def _entries(words: set[str]) -> Entries:
    return Entries("", frozenset(), (), None, f" {' '.join(sorted(words))} ")


@given(WORDS)
def test_a_short_prefix_is_a_word_of_the_index(words: set[str]) -> None:
    indexed = set(indexed_words("toy", _entries(words)).split())
    for prefix in (mark + text for mark in ("", NAME_MARK) for text in ("a", "ab", "b1", "aba", "1")):
        assert (start_word(prefix) in indexed) == any(word.startswith(prefix) for word in words)


def test_a_longer_prefix_is_left_to_the_index() -> None:
    assert start_word("soha") is None
    assert start_word(f"{NAME_MARK}soha") is None


def test_the_boundary_between_texts_is_no_word() -> None:
    words = {"sohae", BOUNDARY}
    assert start_word(BOUNDARY) not in indexed_words("toy", _entries(words)).split()


@given(st.text(st.characters(max_codepoint=127)))
def test_words_are_the_same_whatever_else_is_in_the_text(text: str) -> None:
    assert set(words_of([text])) <= set(words_of([f"{text}\n나"]))
