"""What a bibliography holds, whichever language it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.formats.fixed import refused_by

# The types of CSL 1.0.2 that there are here.
Kind = Literal["article-newspaper", "report", "speech", "treaty", "dataset", "document"]
REFUSED = refused_by("references")


@dataclass(frozen=True)
class PublishedDate:
    """A date as far as it is known.

    :param parts: year, month and day, of an interval those of its end too; empty where the year is not known.
    :param edtf: the date as it was given, EDTF level 1.
    """

    parts: tuple[tuple[int, ...], ...]
    edtf: str
    is_approximate: bool = False


@dataclass(frozen=True)
class CitableWork:
    """Something that can be cited.

    :param key: what texts cite it by: lower-case letters, digits and hyphens.
    :param language: BCP 47 tag.
    :param notes: what is said of it besides, the words quoted from it say.
    """

    key: str
    kind: Kind
    title: str
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    issued: PublishedDate | None = None
    accessed: PublishedDate | None = None
    url: str | None = None
    archived_url: str | None = None
    language: str | None = None
    version: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def remarks(self) -> str:
        """The notes, and where a copy is archived, as one text: for forms without a field for the copy."""
        archived = [f"Archived at {self.archived_url}"] if self.archived_url else []
        return ". ".join([*self.notes, *archived])


@dataclass(frozen=True)
class Bibliography:
    """References in order."""

    references: tuple[CitableWork, ...]


def plain(text: str) -> str:
    """Return a text on one line, without characters that are none."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
