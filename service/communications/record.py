"""Communications as a record type."""

from __future__ import annotations

from collections.abc import Iterator

from service.communications.schema import KINDS, CommunicationSchema
from service.communications.timeline import COMMUNICATIONS
from service.records.clocks import CLAIMS
from service.records.record_type import Document, Filter, RecordType
from service.records.schemas.dates import Bounds
from service.records.schemas.fields import Enumeration, Reference, Text
from service.records.schemas.notations import Country
from service.records.schemas.parts import RecordAddress, address


def _title(document: Document) -> str:
    return f"{document['kind']} {document['from']['name']}"


def _date(document: Document) -> Bounds:
    return Bounds(document["date_earliest"], document["date_latest"])


def _terms(document: Document) -> Iterator[tuple[str, str]]:
    yield "kind", document["kind"]
    for end in ("from", "to"):
        party = document[end]
        if party:
            yield "party", party["name"]
        if party and party["actor"]:
            yield "actor", party["actor"]
        if party and party["country"]:
            yield f"{end}_country", party["country"]
    for reference in document["regarding"]:
        yield "regarding", address(reference)


COMMUNICATION = RecordType(
    name="communication",
    path="communications",
    schema=CommunicationSchema,
    description="Letters, statements, briefings, calls and visits: who said what to whom, and about what.",
    title=_title,
    date=_date,
    terms=_terms,
    filters=(
        Filter("kind", Enumeration(*KINDS, description="Only communications of one of these kinds.")),
        Filter(
            "from_country",
            Country("Only communications from a party of one of these countries (ISO 3166-1 alpha-3)."),
        ),
        Filter(
            "to_country",
            Country("Only communications to a party of one of these countries (ISO 3166-1 alpha-3)."),
        ),
        Filter(
            "regarding",
            RecordAddress(
                "Only communications that concern one of these records: `summits/singapore-2018`, say."
            ),
            in_feed=True,
        ),
        Filter(
            "party",
            Text("Only communications from or to a party of this name, or whose actor has it."),
            "name",
            through="actor",
            there="name",
            in_feed=True,
        ),
        Filter("actor", Reference("actor", "Only communications from or to one of these actors.")),
    ),
    for_views=(COMMUNICATIONS,),
    accounts=(*CLAIMS, "quotes"),
)
