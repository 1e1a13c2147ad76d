"""The tools: what each is for, its arguments, and the view that answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from service.mcp.selections import COMPARISON, SITUATION, by_trend

Schema = dict[str, Any]


@dataclass(frozen=True)
class Argument:
    """An argument of a tool: the parameter of this name of its view, or a value in the path."""

    name: str
    words: str
    schema: Schema
    is_required: bool = False

    @property
    def described(self) -> Schema:
        """Its JSON Schema."""
        return {**self.schema, "description": self.words}


def _as_it_is(document: Any) -> Any:
    return document


@dataclass(frozen=True)
class Tool:
    """A question that a view answers.

    :param path: of the view, with arguments in braces.
    :param members: what the answer has besides ``url``, ``sources`` and ``cut``: JSON Schemas by name.
    :param query: parameters that the view is always asked with.
    :param shape: makes the answer of the view's document.
    """

    name: str
    title: str
    words: str
    path: str
    arguments: tuple[Argument, ...]
    members: Mapping[str, Schema]
    query: tuple[tuple[str, str], ...] = ()
    shape: Callable[[Any], Any] = _as_it_is

    def described(self) -> Schema:
        """Return the tool as ``tools/list`` tells it."""
        return {
            "name": self.name,
            "title": self.title,
            "description": self.words,
            "inputSchema": {
                "type": "object",
                "properties": {each.name: each.described for each in self.arguments},
                "required": [each.name for each in self.arguments if each.is_required],
                "additionalProperties": False,
            },
            "outputSchema": {
                "type": "object",
                "properties": {**self.members, **_ALWAYS},
                "required": ["url"],
            },
            "annotations": {"readOnlyHint": True, "openWorldHint": False},
        }


def _text(words: str = "") -> Schema:
    return {"type": "string", **({"description": words} if words else {})}


def _object(words: str) -> Schema:
    return {"type": "object", "description": words}


def _objects(words: str) -> Schema:
    return {"type": "array", "items": {"type": "object"}, "description": words}


_NUMBER: Schema = {"type": "integer"}
_ALWAYS: Mapping[str, Schema] = {
    "url": _text(
        "Where this answer can be had again, pinned to what was held where the view can be: give it."
    ),
    "unrecorded": _text("Set where nothing is recorded. That is no statement that nothing was there."),
    "sources": _objects("The sources that are cited here: id, title, publisher, url, published."),
    "cut": _object("How many entries were cut from which list, by JSON Pointer; ask for less, or open url."),
}
_AS_OF = Argument("as_of", "What was so on this day (YYYY-MM-DD); today if not given.", _text())
_PUBLISHED_UNTIL = Argument("published_until", "Only what sources published by this day say.", _text())
_KNOWN_AT = Argument("known_at", "What this service held at this instant (RFC 3339).", _text())
CLOCKS = (_AS_OF, _PUBLISHED_UNTIL, _KNOWN_AT)
_CURSOR = Argument("cursor", "next_cursor of the page before.", _text())
_PAGED = {"next_cursor": _text("Ask with it as cursor for more.")}
_COVERAGE = {"coverage": _objects("From when until when the record has anything of each type.")}
_LEFT_OUT = {"left_out": _object("How much was left out because of the clocks or what was withdrawn.")}


def _limit(most: int, usual: int) -> Argument:
    schema = {**_NUMBER, "minimum": 1, "maximum": most, "default": usual}
    return Argument("limit", f"How many at most; {usual} if not given.", schema)


def tools(record_paths: Iterable[str]) -> tuple[Tool, ...]:
    """Return the tools; ``record_paths`` name the record types as URLs do."""
    types: Schema = {"type": "string", "enum": list(record_paths)}
    named = (
        Argument("type", "The type, as in the record's name.", types, is_required=True),
        Argument("id", "The id, as in the record's name.", _text(), is_required=True),
    )
    return (
        Tool(
            "situation",
            "The state of play on a day",
            "What was the state of play on a day: the last summit held, summits in preparation, the latest "
            "communications, the last parade and what it no longer showed, and what each facility was last seen doing.",
            "/v1/situation",
            CLOCKS,
            {
                "reference_date": _text(),
                "last_summit_held": _object("The summit, with what it rests on."),
                "summits_in_preparation": _objects("Summits with their status."),
                "latest_communications": _objects("Letters, calls and statements, newest first."),
                "last_parade": _object("The parade, the one before it, and what was no longer shown."),
                "facilities": _object(
                    "By trend: the id of each facility, with the day it was last observed."
                ),
                **_LEFT_OUT,
                **_COVERAGE,
            },
            (("fields", SITUATION),),
            by_trend,
        ),
        Tool(
            "facility_status",
            "The status of a facility",
            "What was known of a nuclear or missile facility on a day: each component with its state, since when, "
            "when it was last seen, and the observation with its quote. A state `unknown` means that nothing is "
            "recorded of it. Take the facility's id from search.",
            "/v1/facilities/{facility}/status",
            (Argument("facility", "Id of the facility, such as sohae.", _text(), is_required=True), *CLOCKS),
            {
                "facility": _object("The facility."),
                "reference_date": _text(),
                "trend": _text("What its last change was, such as dismantling or building."),
                "last_change": _object("The day, and what changed."),
                "counts": _object("How many components are in each state."),
                "last_observed": _text(),
                "days_since_observed": _NUMBER,
                "history": _text("Where all earlier states are, below this service's URL."),
                "components": _objects("Components with state, since, last_observed and rests_on."),
                **_LEFT_OUT,
                **_COVERAGE,
            },
        ),
        Tool(
            "compare_parades",
            "What a parade showed or left out",
            "Compare a military parade with the one before it, or with another: systems and categories that were "
            "added, kept, no longer shown. `absent` means that a source says so (basis `stated`) or that it follows "
            "(`inferred`); `unrecorded` means that no source says anything.",
            "/v1/parades/{parade}/comparison",
            (
                Argument(
                    "parade", "Id of the parade, such as north-korea-2018-09-09.", _text(), is_required=True
                ),
                Argument(
                    "with", "Id of the other parade; the one before in this country if not given.", _text()
                ),
                *CLOCKS,
            ),
            {
                "parade": _object("The parade."),
                "with": _object("The one that it is compared with."),
                "systems": _object("Lists added, kept, no_longer_shown, shown_at_neither."),
                "categories": _object("The same for kinds of systems, such as icbm."),
                **_LEFT_OUT,
                **_COVERAGE,
            },
            (("fields", COMPARISON),),
        ),
        Tool(
            "timeline",
            "What happened when",
            "Everything dated, in order: steps of summits, communications, parades, observations of facilities and "
            "other events, within a range of days or around a record.",
            "/v1/timeline",
            (
                Argument("from", "First day, month or year.", _text()),
                Argument("to", "Last day, month or year.", _text()),
                Argument(
                    "near",
                    "Around a record, such as summits/singapore-2018, instead of from and to.",
                    _text(),
                ),
                Argument("days", "How many days around it.", _NUMBER),
                Argument(
                    "kind",
                    "Only summit_step, communication, parade or observation; several joined by commas.",
                    _text(),
                ),
                Argument("country", "Only of this country, in ISO 3166-1 alpha-3, such as PRK.", _text()),
                Argument("facility", "Only of this facility.", _text()),
                Argument("actor", "Only with this person or body: its id.", _text()),
                Argument("sort", "date, or -date for the newest first.", _text()),
                _limit(50, 15),
                _CURSOR,
                *CLOCKS,
            ),
            {
                "items": _objects("Entries with date, title, record and citations."),
                **_PAGED,
                **_LEFT_OUT,
                **_COVERAGE,
            },
        ),
        Tool(
            "search",
            "Find records by words",
            "Find records by words in them: names, titles, quotes. Gives the record's name (type/id), by which other "
            "tools ask, and where the words stand.",
            "/v1/search",
            (
                Argument(
                    "q", 'Words; "several words" in quotation marks are a phrase.', _text(), is_required=True
                ),
                Argument("type", "Only records of this type, such as facility or parade.", _text()),
                _limit(20, 8),
                _CURSOR,
                *CLOCKS,
            ),
            {
                "items": _objects("Records with title and snippets."),
                "matched": _text(),
                **_PAGED,
                **_LEFT_OUT,
                **_COVERAGE,
            },
        ),
        Tool(
            "get_record",
            "Read one record",
            "Read a whole record, or some members of it with `fields`: a summit's steps, a parade's appearances, an "
            "observation's findings, a communication's text, each with citations. Long lists are cut.",
            "/v1/{type}/{id}",
            (
                *named,
                Argument("fields", "Only these members, joined by commas, such as title,steps.", _text()),
                _KNOWN_AT,
            ),
            {"record": _text("Its name."), "title": _text(), "revision": _NUMBER, "recorded_at": _text()},
        ),
        Tool(
            "what_changed",
            "What was recorded lately",
            "What was added to the record, mended or deleted, by number. Ask with `after` from where you stopped; "
            "`last_seq` is the newest number, so last_seq - 20 tells the last twenty.",
            "/v1/changes",
            (
                Argument(
                    "after", "Only changes after this number; from the beginning if not given.", _NUMBER
                ),
                Argument("type", "Only records of this type, such as summit.", _text()),
                Argument("facility", "Only what is of this facility.", _text()),
                Argument("party", "Only what is of this party.", _text()),
                _limit(50, 20),
            ),
            {
                "items": _objects("Changes with record, operation, title."),
                "next_after": _NUMBER,
                "last_seq": _NUMBER,
            },
        ),
        Tool(
            "cite",
            "Cite a record and its sources",
            "Get references, in CSL-JSON, for a record at its revision and for every source that it cites, or for "
            "one statement in it by its JSON Pointer.",
            "/v1/{type}/{id}",
            (
                *named,
                Argument("pointer", "JSON Pointer to a statement, such as /steps/2.", _text()),
                _KNOWN_AT,
            ),
            {"references": _objects("The record first, then its sources.")},
            (("format", "csl"),),
        ),
    )
