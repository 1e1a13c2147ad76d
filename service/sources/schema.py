"""The fields of a source."""

from __future__ import annotations

from service.records.schemas.fields import LONGEST_TITLE, Enumeration, Many, Reference, Text
from service.records.schemas.notations import EdtfDate, Language, Url
from service.records.schemas.schema import RecordSchema

KINDS = (
    "news_article",
    "imagery_analysis",
    "press_briefing",
    "official_statement",
    "state_media",
    "treaty_text",
    "dataset",
    "report",
    "other",
)


class SourceSchema(RecordSchema):
    """A publication or statement that records cite."""

    publisher = Text("Who published it; null where the page does not say.", max_length=LONGEST_TITLE)
    title = Text("Title, as the source gives it.", max_length=LONGEST_TITLE, required=True)
    url = Url("Where it was published.")
    authors = Many(Text(max_length=LONGEST_TITLE), "Its authors, as the source names them.")
    published = EdtfDate(
        "When it was published, EDTF level 1. Null where the page gives no date: then it counts as public "
        "only once `retrieved_on` has passed.",
        required=True,
        allow_none=True,
    )
    date_note = Text("How the date is known, where the source does not give it outright.")
    kind = Enumeration(*KINDS, description="What kind of source it is.", required=True)
    language = Language("Language it is written in, a BCP 47 tag: `en` or `ko`, say.")
    retrieved_on = EdtfDate("When it was read for this record, EDTF level 1.")
    archived_url = Url("Where an archived copy is kept.")
    reliability = Enumeration(
        *"ABCDEF",
        description="Reliability of the source on the Admiralty scale: A completely reliable, B usually, "
        "C fairly, D not usually, E unreliable, F cannot be judged.",
    )
    republishes = Reference(
        "source", "Id of the source that this one copies; a copy may lack its correction."
    )
    relays = Many(
        Text(max_length=LONGEST_TITLE),
        "Ids of sources, or names of publishers, whose reading this one only passes on: two sources that relay one "
        "analyst are one origin. A text that equals the id of a source means that source, also of one recorded later.",
    )
    corrected = EdtfDate("When it was corrected, EDTF level 1.")
    correction = Text("What was corrected.")
