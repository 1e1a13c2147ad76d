"""Words of the full-text index that stand for what words begin with, and the vocabulary of longer prefixes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.records.index.analysis import BOUNDARY, words_of
from service.records.index.indexed_words import indexed_words, is_long, start_word, vocabulary_of
from service.records.index.indexing import Entries
from service.records.index.word_conditions import NAME_MARK

WORDS = st.sets(
    st.tuples(st.sampled_from(("", NAME_MARK)), st.text("ab1", min_size=1, max_size=9)).map("".join),
    min_size=1,
)


def _entries(words: set[str]) -> Entries:
    return Entries("", frozenset(), (), None, f" {' '.join(sorted(words))} ")


@given(WORDS, st.text("ab1", min_size=4, max_size=9))
def test_a_prefix_finds_by_the_vocabulary_what_has_a_word_that_begins_so(
    words: set[str], prefix: str
) -> None:
    held = {word for length, word in vocabulary_of(_entries(words)) if length < len(prefix)}
    found = any(word.startswith(prefix) for word in held)
    assert found == any(word.startswith(prefix) for word in words)


@given(WORDS)
def test_a_short_prefix_is_a_word_of_the_index(words: set[str]) -> None:
    indexed = set(indexed_words("toy", "an-id", 1, _entries(words)).split())
    for prefix in (mark + text for mark in ("", NAME_MARK) for text in ("a", "ab", "b1", "aba", "1")):
        assert not is_long(prefix)
        assert (start_word(prefix) in indexed) == any(word.startswith(prefix) for word in words)


def test_words_joined_to_another_of_the_same_record_need_not_be_looked_up_for_a_shorter_prefix() -> None:
    rows = vocabulary_of(_entries({"sohae", "sohae20180720", "sohae2018", "2018", "so"}))
    assert rows == {(0, "2018"), (2, "sohae"), (5, "sohae2018"), (9, "sohae20180720")}


def test_the_boundary_between_texts_is_no_word() -> None:
    words = {"sohae", BOUNDARY}
    assert vocabulary_of(_entries(words)) == {(0, "sohae")}
    assert start_word(BOUNDARY) not in indexed_words("toy", "an-id", 1, _entries(words)).split()


@given(st.text(st.characters(max_codepoint=127)))
def test_words_are_the_same_whatever_else_is_in_the_text(text: str) -> None:
    assert set(words_of([text])) <= set(words_of([f"{text}\n나"]))
