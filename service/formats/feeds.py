"""What a feed holds, whichever language it is written in."""

from __future__ import annotations

from dataclasses import dataclass

from service.formats.fixed import refused_by

REFUSED = refused_by("feeds")
EPOCH = "1970-01-01T00:00:00Z"


@dataclass(frozen=True)
class Entry:
    """One entry of a feed.

    :param id: an IRI that stays when the service moves.
    :param url: absolute URL of what it tells of.
    :param updated: RFC 3339 instant.
    :param text: what it says, as plain text of several lines.
    :param html: the same as HTML, in which all that came from outside is escaped.
    :param authors: names.
    :param deletion: of a record that was deleted, which one: the ``id`` of its entries elsewhere; else empty.
    """

    id: str
    title: str
    url: str
    updated: str
    text: str
    html: str
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    deletion: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed, or one page of it.

    :param url: absolute URL of this page.
    :param alternate_url: absolute URL of the same in JSON.
    :param next_url: absolute URL of the next page (RFC 5005, 3), where there is one.
    """

    id: str
    title: str
    url: str
    alternate_url: str
    entries: tuple[Entry, ...]
    next_url: str | None = None
    author: str = "Peninsula"

    @property
    def updated(self) -> str:
        """When anything on this page was last changed."""
        return max((each.updated for each in self.entries), default=EPOCH)
