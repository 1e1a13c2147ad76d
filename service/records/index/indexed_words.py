"""The words that a revision is in the full-text index with.

Beside the words of a record's texts these are one for its type, so that the records of one type are a question to the
index; and what words begin with, so that a short prefix is one word too.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from itertools import chain

from service.records.index.analysis import BOUNDARY
from service.records.index.indexing import Entries
from service.records.index.word_conditions import NAME_MARK

# For private use in Unicode: letters to both full-text indexes, but in no word that a caller can ask for.
_TYPE_MARK = "\ue000"
_START_MARK = "\ue002"
# Up to so many letters what a word begins with is a word itself.
_LONGEST_START = 3


@lru_cache
def type_word(record_type: str) -> str:
    """Return the word that every record of a type has."""
    # A name may hold what is no letter, at which an index would cut it.
    return f"{_TYPE_MARK}{blake2b(record_type.encode(), digest_size=8).hexdigest()}"


def indexed_words(record_type: str, found: Entries) -> str:
    """Return all that a revision is in the index with, a space before, between and after."""
    words = dict.fromkeys(found.words.split())
    words.pop(BOUNDARY, None)
    starts = dict.fromkeys(chain.from_iterable(map(_starts_of, words)))
    return f"{found.words}{' '.join((*found.whole_names, *starts, type_word(record_type)))} "


def start_word(start: str) -> str | None:
    """Return the word that stands for all words that begin so; ``None`` where it is too long to have one."""
    is_short = len(start) - start.startswith(NAME_MARK) <= _LONGEST_START
    return f"{_START_MARK}{start}" if is_short else None


@lru_cache(maxsize=65_536)
def _starts_of(word: str) -> tuple[str, ...]:
    mark = len(word) - len(word.removeprefix(NAME_MARK))
    longest = min(_LONGEST_START, len(word) - mark)
    return tuple(f"{_START_MARK}{word[: mark + length]}" for length in range(1, longest + 1))
