"""BibTeX, with the field ``date`` of biblatex beside ``year`` and ``month``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from service.formats.references import REFUSED, Bibliography, CitableWork, Kind, PublishedDate, plain
from service.web.negotiation import Representation

_TYPES: dict[Kind, str] = {"report": "techreport", "article-newspaper": "article"}
# Whom BibTeX's own styles ask for by another name.
_PUBLISHER = {"techreport": "institution", "article": "journal", "misc": "howpublished"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Braces as commands, since BibTeX counts even escaped ones.
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{each: f"\\{each}" for each in "$&#_%"},
}
_SPECIAL = re.compile(r"[\\{}~^$&#_%]")
# All that RFC 3986 has; what else is in a URL is percent-encoded.
_SAFE_IN_URL = "%:/?#[]@!$&'()*+,;=~"


def write_bibliography(bibliography: Bibliography) -> bytes:
    """Return references as a BibTeX database in UTF-8."""
    return "\n".join(_entry(each) for each in bibliography.references).encode()


def escaped(text: str) -> str:
    """Return a text as LaTeX prints it."""
    return _SPECIAL.sub(lambda found: _COMMANDS[found[0]], plain(text))


def _entry(reference: CitableWork) -> str:
    kind = _TYPES.get(reference.kind, "misc")
    fields = "".join(f",\n  {name} = {value}" for name, value in _fields(reference, _PUBLISHER[kind]))
    return f"@{kind}{{{reference.key}{fields}\n}}\n"


def _fields(reference: CitableWork, publisher: str) -> Iterator[tuple[str, str]]:
    """Yield the fields, their values with the braces around them."""
    # In braces of its own a title keeps its capitals, and a name is not taken apart.
    yield "title", f"{{{{{escaped(reference.title)}}}}}"
    if reference.authors:
        yield "author", "{" + " and ".join(f"{{{escaped(each)}}}" for each in reference.authors) + "}"
    if reference.publisher:
        yield publisher, f"{{{{{escaped(reference.publisher)}}}}}"
    if reference.issued:
        yield from _dates(reference.issued)
    if reference.version:
        yield "version", f"{{{escaped(reference.version)}}}"
    if reference.url:
        yield "url", f"{{{quote(reference.url, safe=_SAFE_IN_URL)}}}"
    if reference.accessed and len(reference.accessed.parts) == 1:
        yield "urldate", f"{{{_iso(reference.accessed.parts[0])}}}"
    if reference.language:
        yield "language", f"{{{escaped(reference.language)}}}"
    if reference.remarks:
        yield "note", f"{{{escaped(reference.remarks)}}}"


def _dates(issued: PublishedDate) -> Iterator[tuple[str, str]]:
    # As it stands: biblatex reads EDTF.
    yield "date", f"{{{issued.edtf}}}"
    if not issued.parts:
        return
    year, *rest = issued.parts[0]
    yield "year", f"{{{year}}}"
    if rest:
        yield "month", _MONTHS[rest[0] - 1]


def _iso(parts: tuple[int, ...]) -> str:
    year, *rest = parts
    return "-".join([f"{year:04}", *(f"{each:02}" for each in rest)])


def _write(answer: Any) -> bytes:
    return write_bibliography(answer.content)


BIBTEX = Representation(
    "bibtex",
    "application/x-bibtex",
    _write,
    schema={"type": "string"},
    extension="bib",
    refuses=REFUSED,
)
