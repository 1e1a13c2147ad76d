"""Atom (RFC 4287), pages of feeds (RFC 5005) and deleted entries (RFC 6721)."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from service.formats.feeds import REFUSED, Entry, Feed
from service.web.negotiation import Representation

_NAMESPACES = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:at": "http://purl.org/atompub/tombstones/1.0",
    "xml:lang": "en",
}
# What no XML document may hold, not even escaped (XML 1.0, 2.2).
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_feed(feed: Feed) -> bytes:
    """Return a feed as an Atom feed document in UTF-8."""
    root = Element("feed", _NAMESPACES)
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", feed.updated)
    _text(SubElement(root, "author"), "name", feed.author)
    _text(root, "generator", "Peninsula")
    _link(root, "self", feed.url, "application/atom+xml")
    _link(root, "alternate", feed.alternate_url, "application/json")
    if feed.next_url:
        _link(root, "next", feed.next_url, "application/atom+xml")
    for each in feed.entries:
        _add_entry(root, each)
        if each.deletion:
            _add_deletion(root, each)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _add_entry(root: Element, entry: Entry) -> None:
    element = SubElement(root, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", entry.updated)
    for name in entry.authors:
        _text(SubElement(element, "author"), "name", name)
    for term in entry.categories:
        SubElement(element, "category", {"term": _allowed(term)})
    _link(element, "alternate", entry.url)
    _text(element, "summary", entry.text)
    _text(element, "content", entry.html, {"type": "html"})


def _add_deletion(root: Element, entry: Entry) -> None:
    attributes = {"ref": entry.deletion, "when": entry.updated}
    element = SubElement(root, "at:deleted-entry", attributes)
    if entry.authors:
        _text(SubElement(element, "at:by"), "name", entry.authors[0])
    _text(element, "at:comment", entry.text)


def _text(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    SubElement(parent, name, attributes or {}).text = _allowed(text)


def _link(parent: Element, relation: str, url: str, media_type: str | None = None) -> None:
    attributes = {"rel": relation, "href": url}
    SubElement(parent, "link", attributes | ({"type": media_type} if media_type else {}))


def _allowed(text: str) -> str:
    return _NO_CHARACTER.sub("\ufffd", text)


def _write(answer: Any) -> bytes:
    return write_feed(answer.content)


ATOM = Representation("atom", "application/atom+xml", _write, schema={"type": "string"}, refuses=REFUSED)
