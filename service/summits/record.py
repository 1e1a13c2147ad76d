"""Summits as a record type."""

from __future__ import annotations

from collections.abc import Iterator

from service.records.clocks import Clocks
from service.records.part_lists import PartFilter, PartList, by_party
from service.records.record_type import Acyclic, DatedPart, Document, Filter, RecordType
from service.records.schemas.dates import DateBounds
from service.records.schemas.fields import Enumeration, Reference, Text
from service.records.schemas.notations import CalendarDate, Country
from service.records.schemas.parts import position_of
from service.summits.calendar import MEETINGS
from service.summits.schema import STATUSES, SummitSchema
from service.summits.status import UNCERTAIN, status_at, untold_steps
from service.summits.timeline import HEADLINE, SUMMIT_STEPS, line_of_step


def _title(document: Document) -> str:
    return str(document["title"])


def _date(document: Document) -> DateBounds:
    """Return the summit's dates; while none is set, those of its last step."""
    dated = document if document["date"] is not None else document["steps"][-1]
    return DateBounds(dated["date_earliest"], dated["date_latest"])


def _position(document: Document) -> tuple[float, float] | None:
    return position_of(document["place"])


def _of_parties(document: Document, member: str) -> list[str | None]:
    return [party[member] for party in document["parties"]]


def _of_place(document: Document, member: str) -> list[str | None]:
    return [(document["place"] or {}).get(member)]


def _moments(document: Document) -> Iterator[DatedPart]:
    """Yield the steps; each concerns the actors and countries of the parties, of its ``by``, and of the place."""
    place = document["place"] or {}
    parties = [*document["parties"], place]
    for index, step in enumerate(document["steps"]):
        concerned = (*parties, step["by"] or {})
        yield DatedPart(
            f"/steps/{index}",
            DateBounds(step["date_earliest"], step["date_latest"]),
            tuple(
                dict.fromkeys(
                    (name, each[name])
                    for each in concerned
                    for name in ("country", "actor")
                    if each.get(name)
                )
            ),
        )


def _derive(document: Document) -> Document:
    status, since = status_at(document["steps"])
    return document | {"status": status, "status_since": since}


def _settled_on(document: Document) -> str:
    """Return the day from which the last step counts."""
    step = document["steps"][-1]
    return DateBounds(step["date_earliest"], step["date_latest"]).last


def _clocked(document: Document, clocks: Clocks) -> Document:
    status, since = status_at(document["steps"], clocks.as_of, lambda step: clocks.counts(step, document))
    if untold_steps(document, clocks):
        status = UNCERTAIN
    return document | {"status": status, "status_since": since}


STEPS = PartList(
    "steps",
    "The steps that led to a summit or away from it: what its status became, when, and by whom.",
    filters=(
        PartFilter(
            "status",
            Enumeration(*STATUSES, description="Only steps to one of these statuses (comma list)."),
            lambda step: [step["status"]],
        ),
        *by_party("steps taken"),
    ),
    example="status=coordinating&as_of=2018-09-10&fields=record.id,record.title,pointer,date,status,by.name,"
    "citations.source,citations.quote,cited_by",
    line=line_of_step,
)

SUMMIT = RecordType(
    name="summit",
    path="summits",
    schema=SummitSchema,
    description="Meetings of leaders, held or not: the parties, the steps that led there, and the outcome.",
    title=_title,
    date=_date,
    position=_position,
    filters=(
        Filter(
            "status",
            Enumeration(
                *STATUSES,
                UNCERTAIN,
                description="Only summits with one of these statuses by `as_of`, today (UTC) if not given; `uncertain` "
                "is found under `published_until` alone.",
            ),
            of=lambda summit: [summit["status"]],
        ),
        Filter(
            "party",
            Text("Only summits with a party of this name, or whose actor has it."),
            "name",
            through="actor",
            there="name",
            in_feed=True,
            of=lambda summit: _of_parties(summit, "name"),
        ),
        Filter(
            "actor",
            Reference("actor", "Only summits with a party that is one of these actors."),
            of=lambda summit: _of_parties(summit, "actor"),
        ),
        Filter(
            "party_country",
            Country("Only summits with a party from one of these countries (ISO 3166-1 alpha-3)."),
            of=lambda summit: _of_parties(summit, "country"),
        ),
        Filter(
            "place",
            Text("Only summits at a place of this name."),
            "name",
            of=lambda summit: _of_place(summit, "name"),
        ),
        Filter(
            "country",
            Country("Only summits at a place in one of these countries (ISO 3166-1 alpha-3)."),
            of=lambda summit: _of_place(summit, "country"),
        ),
        Filter(
            "bbox",
            Text("Only summits at places inside `west,south,east,north`, in degrees (WGS 84)."),
            "bbox",
        ),
    ),
    derive=_derive,
    read_only={
        "status": Enumeration(
            *STATUSES,
            UNCERTAIN,
            description="The status of the last step by `as_of`, today (UTC) if not given; null before the first. "
            "Under `published_until` that of the last step that was public, and `uncertain` where a later step had "
            "been taken by then but was reported only afterwards.",
            dump_only=True,
        ),
        "status_since": CalendarDate(
            "Since when it has had this status: the day from which the first step of the unbroken run counts; where "
            "it is `uncertain`, since when it had the last public status.",
            dump_only=True,
        ),
    },
    clocked=_clocked,
    settled_on=_settled_on,
    moments=_moments,
    acyclic=(Acyclic(("follows",)),),
    for_views=(SUMMIT_STEPS, HEADLINE, MEETINGS),
    part_lists=(STEPS,),
)
