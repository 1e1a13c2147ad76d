"""A record type more, as a package would declare it: treaties, with the summit that each came of."""

from __future__ import annotations

from service.evidence.timeline_kind import TimelineKind
from service.records.part_lists import PartFilter, PartList
from service.records.record_type import Filter, RecordType
from service.records.schemas.dates import DateBounds
from service.records.schemas.fields import Enumeration, Parts, Reference, Text
from service.records.schemas.notations import EdtfDate
from service.records.schemas.parts import record_citations
from service.records.schemas.record_part import RecordPart
from service.records.schemas.schema import RecordSchema

TREATIES = TimelineKind("treaty", lambda *_: (), lambda told: str(told.record["title"]), date="signed")
KINDS = ("treaty", "armistice")


class Article(RecordPart):
    """An article of a treaty."""

    text = Text("What it says.", required=True)
    in_force = EdtfDate("Since when it has been in force.")
    amends = Reference("treaty", "Id of the treaty that it amends.")


class TreatySchema(RecordSchema):
    """A treaty."""

    title = Text("Title.", required=True)
    kind = Enumeration(*KINDS, description="What kind of treaty it is.", required=True)
    signed = EdtfDate("When it was signed.", required=True)
    summit = Reference("summit", "Id of the summit that it came of.")
    articles = Parts(Article, "Its articles.")
    citations = record_citations()


ARTICLES = PartList(
    "articles",
    "The articles of treaties.",
    filters=(
        PartFilter(
            "amends",
            Reference("treaty", "Only articles that amend one of these treaties."),
            lambda article: [article["amends"]],
        ),
        PartFilter(
            "text", Text("Only articles with these words."), lambda article: [article["text"]], "name"
        ),
    ),
    context=("kind",),
)

TREATY = RecordType(
    name="treaty",
    path="treaties",
    schema=TreatySchema,
    description="Treaties.",
    title=lambda document: str(document["title"]),
    date=lambda document: DateBounds(document["signed_earliest"], document["signed_latest"]),
    filters=(
        Filter(
            "kind",
            Enumeration(*KINDS, description="Only treaties of these kinds."),
            of=lambda treaty: [treaty["kind"]],
        ),
        Filter("name", Text("Only treaties of this name."), "name", of=lambda treaty: [treaty["title"]]),
        Filter(
            "summit",
            Reference("summit", "Only treaties that came of these summits."),
            of=lambda treaty: [treaty["summit"]],
        ),
    ),
    for_views=(TREATIES,),
    part_lists=(ARTICLES,),
)
