"""Communications as a record type."""

from __future__ import annotations

from collections.abc import Iterable

from service.communications.schema import KINDS, CommunicationSchema
from service.communications.timeline import COMMUNICATIONS, HEADLINE
from service.records.clocks import CLAIMS
from service.records.record_type import Document, Filter, RecordType
from service.records.schemas.dates import DateBounds
from service.records.schemas.fields import Enumeration, Reference, Text
from service.records.schemas.notations import Country
from service.records.schemas.parts import RecordAddress, address


def _title(document: Document) -> str:
    return f"{document['kind']} {document['from']['name']}"


def _date(document: Document) -> DateBounds:
    return DateBounds(document["date_earliest"], document["date_latest"])


def _of_parties(document: Document, member: str, ends: Iterable[str] = ("from", "to")) -> list[str | None]:
    """Return a member of the sender, the receiver or both."""
    return [document[end][member] for end in ends if document[end]]


COMMUNICATION = RecordType(
    name="communication",
    path="communications",
    schema=CommunicationSchema,
    description="Letters, statements, briefings, calls and visits: who said what to whom, and about what.",
    title=_title,
    date=_date,
    filters=(
        Filter(
            "kind",
            Enumeration(*KINDS, description="Only communications of one of these kinds."),
            of=lambda communication: [communication["kind"]],
        ),
        Filter(
            "from_country",
            Country("Only communications from a party of one of these countries (ISO 3166-1 alpha-3)."),
            of=lambda communication: _of_parties(communication, "country", ["from"]),
        ),
        Filter(
            "to_country",
            Country("Only communications to a party of one of these countries (ISO 3166-1 alpha-3)."),
            of=lambda communication: _of_parties(communication, "country", ["to"]),
        ),
        Filter(
            "regarding",
            RecordAddress(
                "Only communications that concern one of these records: `summits/singapore-2018`, say."
            ),
            in_feed=True,
            of=lambda communication: map(address, communication["regarding"]),
        ),
        Filter(
            "party",
            Text("Only communications from or to a party of this name, or whose actor has it."),
            "name",
            through="actor",
            there="name",
            in_feed=True,
            of=lambda communication: _of_parties(communication, "name"),
        ),
        Filter(
            "actor",
            Reference("actor", "Only communications from or to one of these actors."),
            of=lambda communication: _of_parties(communication, "actor"),
        ),
    ),
    for_views=(COMMUNICATIONS, HEADLINE),
    accounts=(*CLAIMS, "quotes"),
)
