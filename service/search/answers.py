"""What is found as it is answered."""

from __future__ import annotations

from service.evidence.citations import cited, place
from service.evidence.left_out import AT_MOST_COUNTED
from service.records.coverage import coverage_field
from service.records.http.parameters import MAX_LIMIT
from service.records.links import RecordLink
from service.records.schemas.fields import LONGEST_TEXT, Enumeration, Integer, Part, Parts, Text
from service.records.schemas.notations import CalendarDate
from service.records.schemas.record_part import RecordPart
from service.search.ranking import MATCHED
from service.search.snippets import LONGEST_SNIPPET, MOST_SNIPPETS


class Highlight(RecordPart):
    """Characters of a snippet that are a word asked for, from `start` up to but without `end`.

    Counted in Unicode code points, from 0.
    """

    start = Integer("The first character.", required=True, maximum=LONGEST_SNIPPET)
    end = Integer("The character after the last one.", required=True, maximum=LONGEST_SNIPPET)


class Snippet(RecordPart):
    """A passage of a record in which words stand that were asked for."""

    pointer = place()
    text = Text(
        f"The text at that place, as it is recorded; of a long one about {LONGEST_SNIPPET} characters.",
        required=True,
        max_length=LONGEST_SNIPPET,
    )
    start = Integer(
        "Where in the text at that place the snippet begins, in Unicode code points; 0 at its beginning.",
        required=True,
        maximum=LONGEST_TEXT,
    )
    whole_length = Integer(
        "The length of the text at that place, in Unicode code points.", required=True, maximum=LONGEST_TEXT
    )
    highlights = Parts(
        Highlight,
        "Where in the snippet the words stand, in order, without overlaps.",
        required=True,
    )
    citations = cited()


class SearchResult(RecordPart):
    """A record that was found."""

    record = Part(RecordLink, "The record.", required=True)
    title = Text(
        "What it is called; where it has no name, what its id is made of.",
        required=True,
        max_length=LONGEST_TEXT,
    )
    earliest = CalendarDate("The first day that its date can mean; null where it is open, or has none.")
    latest = CalendarDate("The last day that its date can mean; null where it is open, or has none.")
    matched = Enumeration(
        *MATCHED,
        description="Why it ranks where it does: `name` where the words stand in its name, title, other names or id; "
        "`text` where they do not, but stand somewhere in it.",
        required=True,
    )
    snippets = Parts(
        Snippet,
        "Where the words stand: the passages that between them hold most of the words, names first. Those of sources "
        "have no citations, they are what is cited.",
        required=True,
        max_items=MOST_SNIPPETS,
    )


class SearchLeftOut(RecordPart):
    """What `published_until` leaves out of all pages."""

    not_public = Integer(
        "How many records that hold the words, and had come by `as_of` where that is given, no source had reported by "
        "`published_until` (sources: that had not appeared); 0 where that is not given. A record that was public, and "
        f"holds the words only in what was not, is not counted. Of one type {AT_MOST_COUNTED}.",
        minimum=0,
        required=True,
    )


class Search(RecordPart):
    """One page of the records that hold the words of `q`, of every type."""

    items = Parts(SearchResult, "The records found, in order of rank.", max_items=MAX_LIMIT, required=True)
    matched = Enumeration(
        "all",
        "any",
        description="`all` where the records hold all words; `any` where none does, and these hold as many of the "
        "words as any record. Of more than eight words the eight longest count then.",
        required=True,
    )
    next_cursor = Text("Where to go on with `cursor`; null on the last page.")
    left_out = Part(SearchLeftOut, "What was not public.", required=True)
    coverage = coverage_field()
