"""The words that a revision is in the full-text index with.

Beside the words of a record's texts these are its terms and slices, each as one word, so that any conditions that must
hold together are one question to the index; and what words begin with, so that a short prefix is one word too.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from itertools import chain

from service.records.index.analysis import BOUNDARY
from service.records.index.indexing import EVERY, Entries
from service.records.index.public_days import slices_of_public
from service.records.index.slices import slices_of
from service.records.index.word_conditions import NAME_MARK

# For private use in Unicode: letters to both full-text indexes, but in no word that a caller can ask for.
_TERM_MARK = "\ue000"
_START_MARK = "\ue002"
# Up to so many letters what a word begins with is a word itself; a longer prefix is looked up in the vocabulary.
_LONGEST_START = 3


@lru_cache(maxsize=65_536)
def term_word(record_type: str, field: str, value: str) -> str:
    """Return the word that stands for a term of records of this type, or for a slice of them."""
    # 64 bits: two terms of one word would mix what they hold.
    return f"{_TERM_MARK}{blake2b(f'{record_type} {field} {value}'.encode(), digest_size=8).hexdigest()}"


def indexed_words(record_type: str, record_id: str, seq: int, found: Entries) -> str:
    """Return all that a revision is in the index with, a space before, between and after."""
    slices = (
        *slices_of("sort_key", found.sort_key),
        *slices_of("id", record_id),
        *slices_of("recorded_at", seq),
        *slices_of_public(found.public_from),
    )
    # The term that every record has tells its type.
    every = (EVERY, EVERY)
    terms = dict.fromkeys((*sorted(found.terms - {every}), *slices, every))
    words = [term_word(record_type, field, value) for field, value in terms]
    starts = dict.fromkeys(chain.from_iterable(map(_starts_of, _words(found))))
    return f"{found.words}{' '.join((*found.whole_names, *starts, *words))} "


def vocabulary_of(found: Entries) -> set[tuple[int, str]]:
    """Return the words of a revision that a prefix from the vocabulary may begin.

    Each has before it how long the longest other word of the revision is that it begins with: what a prefix no longer
    than that finds by the word, it finds by the other: ``soha*`` needs ``sohae``, not every ``sohae20180720``.
    """
    rows: set[tuple[int, str]] = set()
    # What the last word begins with, and it: in order, a word comes right after these.
    heads: list[str] = []
    for word in sorted(_words(found)):
        while heads and not word.startswith(heads[-1]):
            heads.pop()
        if is_long(word):
            rows.add((len(heads[-1]) if heads else 0, word))
        heads.append(word)
    return rows


def _words(found: Entries) -> dict[str, None]:
    words = dict.fromkeys(found.words.split())
    words.pop(BOUNDARY, None)
    return words


def is_long(word: str) -> bool:
    """Tell whether a word, or a prefix, is longer than the prefixes that are words of the index."""
    return len(word) - word.startswith(NAME_MARK) > _LONGEST_START


def start_word(start: str) -> str:
    """Return the word that stands for all words that begin so."""
    return f"{_START_MARK}{start}"


@lru_cache(maxsize=65_536)
def _starts_of(word: str) -> tuple[str, ...]:
    mark = len(word) - len(word.removeprefix(NAME_MARK))
    longest = min(_LONGEST_START, len(word) - mark)
    return tuple(start_word(word[: mark + length]) for length in range(1, longest + 1))
