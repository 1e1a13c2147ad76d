"""Feeds as their standards have them, whatever the texts in them hold."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import feedparser
import pytest

from service.formats import atom, json_feed
from service.formats.feeds import EPOCH, Entry, Feed

ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}"
HOSTILE = "a \x0b\x00 b ]]> <script>alert(1)</script> & \ufffe \U0001f600 '\" 판문점"
READ = "a \ufffd\ufffd b ]]> <script>alert(1)</script> & \ufffd \U0001f600 '\" 판문점"


def entry(**more: object) -> Entry:
    given = {
        "id": "urn:uuid:10b5ad8f-8cb1-528b-ad1b-a5226d08592f",
        "title": "A title",
        "url": "https://peninsula.example/v1/summits/a?x=1&y=2",
        "updated": "2026-11-30T12:00:00.123456Z",
        "text": "Text",
        "html": "<p>Text</p>",
    }
    return Entry(**(given | more))


def feed(*entries: Entry, **more: object) -> Feed:
    given = {
        "id": "urn:uuid:f745a9d4-175b-5e66-b1c2-67ab77895a73",
        "title": "Peninsula: summits",
        "url": "https://peninsula.example/v1/summits?format=atom",
        "alternate_url": "https://peninsula.example/v1/summits",
    }
    return Feed(**(given | more), entries=entries)


def test_an_atom_feed_has_what_the_standard_requires() -> None:
    """RFC 4287: 4.1.1 (feed), 4.1.2 (entry), 4.2.7.2 (links)."""
    root = ET.fromstring(atom.write_feed(feed(entry(categories=("summit", "held")))))
    assert root.tag == f"{ATOM}feed"
    for parent in (root, root.find(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(parent.findall(f"{ATOM}{name}")) == 1
        links = {each.get("rel"): each.get("href") for each in parent.findall(f"{ATOM}link")}
        assert "alternate" in links
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Peninsula"
    assert [each.get("rel") for each in root.findall(f"{ATOM}link")] == ["self", "alternate"]
    assert [each.get("term") for each in root.iter(f"{ATOM}category")] == ["summit", "held"]
    assert root.findtext(f"{ATOM}updated") == root.findtext(f"{ATOM}entry/{ATOM}updated")


def test_a_feed_without_entries_has_been_updated_at_some_instant_all_the_same() -> None:
    assert feedparser.parse(atom.write_feed(feed())).feed.updated == EPOCH


def test_a_feed_reader_reads_what_an_entry_says() -> None:
    read = feedparser.parse(atom.write_feed(feed(entry(authors=("38 North",)))))
    assert not read.bozo
    (found,) = read.entries
    assert (found.id, found.title, found.link) == (entry().id, "A title", entry().url)
    assert (found.summary, found.content[0].value) == ("Text", "<p>Text</p>")
    assert found.author == "38 North"
    assert found.updated == "2026-11-30T12:00:00.123456Z"


@pytest.mark.parametrize("name", ["title", "text", "html"])
def test_no_text_breaks_the_document_or_becomes_markup(name: str) -> None:
    written = atom.write_feed(
        feed(entry(**{name: HOSTILE}), entry(authors=(HOSTILE,), categories=(HOSTILE,)))
    )
    root = ET.fromstring(written)
    element = {"title": "title", "text": "summary", "html": "content"}[name]
    assert root.findtext(f"{ATOM}entry/{ATOM}{element}") == READ
    assert root.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == READ
    assert not list(root.iter(f"{ATOM}script"))
    assert json.loads(json_feed.write_feed(feed(entry(title=HOSTILE))))["items"][0]["title"] == HOSTILE


def test_a_deletion_is_a_tombstone_for_the_record_and_an_entry_that_says_so() -> None:
    """RFC 6721, 3: ``ref`` and ``when`` are required."""
    deletion = entry(title="Deleted: a", deletion="urn:uuid:2e9daf51-4a53-53b9-a367-df4d8dbd0491")
    root = ET.fromstring(atom.write_feed(feed(deletion)))
    tombstone = root.find(f"{TOMBSTONE}deleted-entry")
    assert tombstone.attrib == {"ref": deletion.deletion, "when": deletion.updated}
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "Deleted: a"
    (item,) = json.loads(json_feed.write_feed(feed(deletion)))["items"]
    assert item["title"] == "Deleted: a"
    assert item["_peninsula"] == {"deleted": deletion.deletion}


def test_a_page_that_others_follow_links_the_next() -> None:
    following = "https://peninsula.example/v1/summits?format=atom&cursor=x"
    read = feedparser.parse(atom.write_feed(feed(next_url=following)))
    assert [each.href for each in read.feed.links if each.rel == "next"] == [following]
    assert json.loads(json_feed.write_feed(feed(next_url=following)))["next_url"] == following


def test_a_json_feed_has_what_its_standard_requires() -> None:
    document = json.loads(json_feed.write_feed(feed(entry())))
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert {"title", "home_page_url", "feed_url", "items"} <= document.keys()
    assert "next_url" not in document
    (item,) = document["items"]
    assert isinstance(item["id"], str)
    assert item["content_html"] or item["content_text"]
