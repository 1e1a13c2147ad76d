"""The line by which people recognise a record, and the sources that it cites, with their words."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from service.records.clocks import citations_within
from service.records.record_type import RecordType
from service.records.schemas.date_words import date_in_words
from service.records.shapes import Shapes, Tree

Document = Mapping[str, Any]
LONGEST_LINE = 300
_MOST_PUBLISHERS = 2


@dataclass(frozen=True)
class Headline:
    """How the records of a type are told in a line, without the date and the sources, which follow by themselves.

    :param line: makes the line of a record, whose ``references`` are inlined as far as they exist.
    :param references: paths of the references that it reads.
    :param date: gives the date that the line ends with, EDTF, or ``None``.
    :param heading: makes what stands above a record that has no title, where the line also tells what it says.
    """

    line: Callable[[Document], str]
    references: tuple[str, ...] = ()
    date: Callable[[Document], str | None] = lambda _: None
    heading: Callable[[Document], str] | None = None


class CitedSource(NamedTuple):
    """A source that a record cites: its record, and the words and the place in it, where these are told."""

    source: Document
    quote: str | None
    locator: str | None


def headline(record_type: RecordType, document: Document) -> str:
    """Return ``what, date in words (publishers)`` of a record whose references are inlined.

    For instance ``Sohae: rail-mounted structure partially dismantled, 20 July 2018 (38 North)``. What has no date is
    told by its name alone.
    """
    declared = record_type.declared(Headline)
    line = declared.line(document) if declared else record_type.called(dict(document))
    return dated_line(line, declared.date(document) if declared else None, document.get("citations", ()))


def dated_line(line: str, date: str | None, citations: Iterable[Document]) -> str:
    """Return ``line, date in words (publishers)``, the line alone where there is no date.

    :param date: EDTF.
    :param citations: their sources are inlined.
    """
    line = shortened(line)
    if date is None:
        return line
    told = f"{line}, {date_in_words(date)}"
    publishers = list(dict.fromkeys(_publishers(citations)))
    if not publishers:
        return told
    others = len(publishers) - _MOST_PUBLISHERS
    rest = f" and {others} more" if others > 0 else ""
    return f"{told} ({', '.join(publishers[:_MOST_PUBLISHERS])}{rest})"


def shortened(line: str) -> str:
    """Return a line with at most ``LONGEST_LINE`` characters, its words joined by single spaces."""
    plain = " ".join(line.split())
    return plain if len(plain) <= LONGEST_LINE else textwrap.shorten(plain, LONGEST_LINE, placeholder=" …")


def references_of(record_type: RecordType, shapes: Shapes) -> tuple[str, ...]:
    """Return the paths that must be inlined before a record has a headline and tells its sources."""
    declared = record_type.declared(Headline)
    sources = (
        path for path in shapes.references(record_type.name) if f".{path}".endswith(".citations.source")
    )
    return (*(declared.references if declared else ()), *sources)


def reference_tree(record_type: RecordType, shapes: Shapes) -> Tree:
    """Return these paths as the tree that inlining takes."""
    return shapes.follow(record_type.name, references_of(record_type, shapes))


def cited_sources(citations: Iterable[Document]) -> list[CitedSource]:
    """Return what citations name, whose sources are inlined; each source with each quote once."""
    found = {
        (each["source"]["id"], each["quote"]): CitedSource(each["source"], each["quote"], each["locator"])
        for each in citations
        if isinstance(each["source"], Mapping)
    }
    return list(found.values())


def citations_in(document: Document) -> Iterator[Document]:
    """Yield every citation of a record and of its parts, those of the record first."""
    yield from document.get("citations", ())
    yield from citations_within({name: each for name, each in document.items() if name != "citations"})


def name_in(inlined: Any) -> str:
    """Return what a referenced record is called, or its id where it is not inlined."""
    if isinstance(inlined, Mapping):
        return str(inlined.get("name") or inlined.get("title") or inlined["id"])
    return str(inlined)


def _publishers(citations: Iterable[Document]) -> Iterator[str]:
    for each in cited_sources(citations):
        if each.source["publisher"]:
            yield each.source["publisher"]
