"""Answers of views made short enough for a language model: what is recorded, its quotes, and what was cut."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

Json = Any
CITATIONS = "citations"
_MOST_CITATIONS = 2
_LONGEST_TEXT = 280
_REFERENCE = ("type", "id", "self")
# What only programs need: positions within a text, the chain of hashes, the same evidence a second time.
_FOR_PROGRAMS = frozenset(
    {"start", "whole_length", "highlights", "chain", "next_chain", "since_rests_on", "supports"}
)
_EVIDENCE = "rests_on"


def plain(value: Json) -> Json:
    """Return JSON values without what is empty, records named as ``summits/singapore-2018``, citations cut to quotes.

    Zero and false stay: they say something.
    """
    if isinstance(value, list):
        return [each for item in value if not _is_empty(each := plain(item))]
    if not isinstance(value, dict):
        return _shortened(value) if isinstance(value, str) else value
    found = {
        name: _cited(each) if name == CITATIONS and isinstance(each, list) else plain(each)
        for name, each in value.items()
        if name not in _REFERENCE or "self" not in value
    }
    found = {name: each for name, each in found.items() if not _is_empty(each) and name not in _FOR_PROGRAMS}
    for name in [each for each in found if found[each] == found.get(f"{each}_earliest")]:
        # A day is its own bounds.
        if found[name] == found.get(f"{name}_latest"):
            del found[f"{name}_earliest"], found[f"{name}_latest"]
    if "self" not in value:
        return found
    record = record_name(value["self"])
    return {"record": record, **found} if found else record


def record_name(url: str) -> str:
    """Return the type and id of a record that is at a URL below ``/v1``."""
    return url.partition("?")[0].removeprefix("/v1/")


def size(value: Json) -> int:
    """Return how many bytes JSON values take as text in UTF-8."""
    return len(text_of(value).encode())


def text_of(value: Json) -> str:
    """Return JSON values as their shortest text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def fitted(document: dict[str, Json], most_bytes: int) -> tuple[dict[str, Json], dict[str, int]]:
    """Return a document in at most so many bytes, and how many entries of which of its lists were cut.

    Of the evidence for each statement the first is kept, then the longest lists are halved down to one entry, then
    members go, the longest first. Nothing is cut to an empty list: that would say that there is nothing.
    """
    cut: dict[str, int] = {}
    for pointer, items in list(_lists(document, "")):
        if pointer.endswith((f"/{_EVIDENCE}", f"/{CITATIONS}")) and size(document) > most_bytes:
            del items[1:]
    while size(document) > most_bytes:
        long = [each for each in _lists(document, "") if len(each[1]) > 1]
        if not long:
            name = max(document, key=lambda each: size(document[each]))
            del document[name]
            cut[f"/{name}"] = 1
            continue
        pointer, items = max(long, key=lambda each: size(each[1]))
        gone = len(items) // 2
        del items[-gone:]
        cut[pointer] = cut.get(pointer, 0) + gone
    return document, cut


def cited_sources(value: Json) -> Iterator[str]:
    """Yield the id of every source that short JSON values cite, as often as it is cited."""
    if isinstance(value, list):
        for each in value:
            yield from cited_sources(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name == CITATIONS and isinstance(each, list):
                yield from (citation["source"] for citation in each if isinstance(citation, dict))
            else:
                yield from cited_sources(each)


def _lists(value: Json, pointer: str) -> Iterator[tuple[str, list[Json]]]:
    """Yield each list that is not empty, outer ones first, with the JSON Pointer to it."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _lists(each, f"{pointer}/{name}")
    elif isinstance(value, list) and value:
        yield pointer, value
        for number, each in enumerate(value):
            yield from _lists(each, f"{pointer}/{number}")


def _cited(citations: list[Json]) -> list[Json]:
    """Return the first citations, those with a quote before others; as they are where these are no citations."""
    if not all(isinstance(each, dict) and "source" in each for each in citations):
        return [plain(each) for each in citations]
    ordered = sorted(citations, key=lambda each: not each.get("quote"))
    return [
        {name: _shortened(each[name]) for name in ("source", "quote", "locator") if each.get(name)}
        for each in ordered[:_MOST_CITATIONS]
    ]


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"


def _is_empty(value: Json) -> bool:
    return value is None or value in ("", [], {})
