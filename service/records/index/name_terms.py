"""The terms by which a name is found: its words, and all of them together."""

from __future__ import annotations

from collections.abc import Iterator

from service.records.index.spellings import spellings, split_words

# A term must fit into a key of an index, 2,700 bytes on PostgreSQL. Words of the name as it is written come first.
_LONGEST_NAME = 500


def same_name(field: str) -> str:
    """Return the field under which all words of each name in a field are one term."""
    return f"{field}.name"


def terms_of_name(field: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield a term for each word of a name in a field, and one for all its words."""
    for word in _words_of(name):
        yield field, word
    yield same_name(field), whole_name(name)


def whole_name(name: str) -> str:
    """Return all words of a name, in every spelling, with blanks between: the value of the one term of it all."""
    return " ".join(_words_of(name))[:_LONGEST_NAME]


def _words_of(name: str) -> list[str]:
    return list(dict.fromkeys(word for spelling in spellings(name) for word in split_words(spelling)))
