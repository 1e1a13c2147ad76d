"""Limits the length of quotes; those of the seed set, which rests on one article, may be as long as the schema says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.dataset.checks.record_set import SEED, DatasetError, RecordSet

MOST_WORDS = 25


def check_quotes(records: RecordSet) -> Iterator[DatasetError]:
    """Yield each quote of more than 25 words."""
    for record in records:
        if record.file.folders[-1] == SEED:
            continue
        for pointer, quote in _quotes(record.document, ""):
            words = len(quote.split())
            if words > MOST_WORDS:
                yield record.finding(pointer, f"quotes {words} words; {MOST_WORDS} are the most")


def _quotes(part: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, list):
        for index, item in enumerate(part):
            yield from _quotes(item, f"{pointer}/{index}")
    elif isinstance(part, dict):
        for name, value in part.items():
            if name == "quote" and value is not None:
                yield f"{pointer}/quote", value
            elif name == "quotes":
                yield from (
                    (f"{pointer}/quotes/{index}/text", said["text"]) for index, said in enumerate(value)
                )
            yield from _quotes(value, f"{pointer}/{name}")
