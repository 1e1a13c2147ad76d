"""RIS, the tagged format of reference managers: a tag a line, lines ended by CRLF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.formats.references import REFUSED, Bibliography, CitableWork, Kind, PublishedDate, plain
from service.web.negotiation import Representation

_TYPES: dict[Kind, str] = {
    "article-newspaper": "NEWS",
    "report": "RPRT",
    "dataset": "DATA",
    "treaty": "STAT",
}


def write_bibliography(bibliography: Bibliography) -> bytes:
    """Return references as RIS in UTF-8."""
    lines = (
        f"{tag}  - {plain(value)}\r\n"
        for reference in bibliography.references
        for tag, value in _tags(reference)
    )
    return "".join(lines).encode()


def _tags(reference: CitableWork) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(reference.kind, "GEN")
    yield "ID", reference.key
    yield "TI", reference.title
    for author in reference.authors:
        yield "AU", author
    if reference.publisher:
        yield "PB", reference.publisher
    if reference.issued and reference.issued.parts:
        yield "PY", f"{reference.issued.parts[0][0]:04}"
        yield "DA", _date(reference.issued)
    if reference.version:
        yield "ET", reference.version
    if reference.url:
        yield "UR", reference.url
    if reference.archived_url:
        yield "L2", reference.archived_url
    if reference.accessed and reference.accessed.parts:
        yield "Y2", _date(reference.accessed)
    if reference.language:
        yield "LA", reference.language
    for note in reference.notes:
        yield "N1", note
    yield "ER", ""


def _date(date: PublishedDate) -> str:
    """Return ``YYYY/MM/DD/``, with nothing in the places of what is not known."""
    year, *rest = date.parts[0]
    return "/".join([f"{year:04}", *(f"{each:02}" for each in rest), *[""] * (3 - len(rest))])


def _write(answer: Any) -> bytes:
    return write_bibliography(answer.content)


RIS = Representation(
    "ris", "application/x-research-info-systems", _write, schema={"type": "string"}, refuses=REFUSED
)
