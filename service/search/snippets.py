"""The passages shown of a record: which texts hold the words, and how much of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.records.index.word_conditions import Words
from service.search.matching import Match, matches

Document = Mapping[str, Any]
MOST_SNIPPETS = 3
LONGEST_SNIPPET = 240
_BEFORE = 60
# How far a cut may move to fall between words.
_REACH = 25


@dataclass(frozen=True)
class Passage:
    """A text of a record, by its place, and the citations it rests on."""

    pointer: str
    text: str
    citations: Sequence[Document] = ()
    is_name: bool = False


def snippets(passages: Iterable[Passage], words: Words) -> list[dict[str, Any]]:
    """Return up to ``MOST_SNIPPETS`` snippets: first what holds most of the words that none before it holds.

    Of passages that hold as many, names go first, then what is more than one word, then what stands first.
    """
    found = [(passage, hits) for passage in passages if (hits := matches(passage.text, words))]
    seen: set[int] = set()
    chosen: list[dict[str, Any]] = []
    while found and len(chosen) < MOST_SNIPPETS:
        best = min(range(len(found)), key=lambda number: (*_rank(*found[number], seen), number))
        passage, hits = found[best]
        found = [each for each in found if each[0].text != passage.text]
        seen.update(hit.clause for hit in hits)
        chosen.append(_snippet(passage, hits))
    return chosen


def _rank(passage: Passage, hits: Sequence[Match], seen: set[int]) -> tuple[int, bool, bool]:
    new = {hit.clause for hit in hits} - seen
    return -len(new), not passage.is_name, len(passage.text.split()) < 2


def _snippet(passage: Passage, hits: Sequence[Match]) -> dict[str, Any]:
    text = passage.text
    start, end = _window(text, hits[0])
    return {
        "pointer": passage.pointer,
        "text": text[start:end],
        "start": start,
        "whole_length": len(text),
        "highlights": [
            {"start": from_ - start, "end": min(to, end) - start}
            for from_, to in _merged(hits)
            if start <= from_ < end
        ],
        "citations": list(passage.citations),
    }


def _window(text: str, hit: Match) -> tuple[int, int]:
    """Return the range of a text to show, cut between words where that is near."""
    if len(text) <= LONGEST_SNIPPET:
        return 0, len(text)
    start = max(0, min(hit.start - _BEFORE, len(text) - LONGEST_SNIPPET))
    if start:
        start = next(
            (place for place in range(start, min(start + _REACH, hit.start)) if text[place - 1].isspace()),
            start,
        )
    end = min(start + LONGEST_SNIPPET, len(text))
    if end < len(text):
        whole = range(end, max(end - _REACH, hit.end), -1)
        end = next((place for place in whole if text[place].isspace()), end)
    return start, end


def _merged(hits: Iterable[Match]) -> list[tuple[int, int]]:
    """Return the ranges with those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end, _ in hits:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
