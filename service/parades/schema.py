"""The fields of a parade."""

from __future__ import annotations

from service.records.schemas.field_errors import FieldError
from service.records.schemas.fields import (
    LONGEST_TITLE,
    Enumeration,
    Flag,
    Integer,
    Part,
    Parts,
    Reference,
    Text,
)
from service.records.schemas.notations import Country, EdtfDate, Instant
from service.records.schemas.parts import FieldErrors, Party, Place, Quantity, citations, record_citations
from service.records.schemas.record_part import Data, RecordPart, rule
from service.records.schemas.schema import RecordSchema
from service.records.schemas.weapons import CATEGORIES

PRESENCES = ("displayed", "absent", "not_observed")
BASES = ("stated", "inferred")
IDENTIFICATIONS = ("identified", "presumed", "unidentified", "later_identified")


class Occasion(RecordPart):
    """The occasion of a parade."""

    name = Text("Name of the day or event.", max_length=LONGEST_TITLE)
    anniversary_years = Integer("Which anniversary it was, in years.", minimum=0, maximum=10_000)


class Broadcast(RecordPart):
    """How a parade was shown on television."""

    mode = Enumeration("live", "delayed", "none", "unknown", description="Whether and how it was broadcast.")
    aired = EdtfDate("When it was broadcast, EDTF level 1.")


class Leader(RecordPart):
    """The leader's part in a parade."""

    party = Part(Party, "The leader.")
    attended = Flag("Whether the leader attended; null where it is not known.")
    spoke = Flag("Whether the leader gave a speech; null where it is not known.")


class Appearance(RecordPart):
    """A system, or a category of systems, shown at a parade or missing from it."""

    system = Reference("system", "Id of the weapon system; give this or `category`.")
    category = Enumeration(
        *CATEGORIES, description="A category of systems as a whole; give this or `system`."
    )
    presence = Enumeration(
        *PRESENCES,
        description="`displayed`; `absent`: not shown; `not_observed`: not seen in what footage there is "
        "yet. A system that nobody mentions has no appearance.",
        required=True,
    )
    basis = Enumeration(
        *BASES,
        description="Whether a source states it or it is inferred; required where `presence` is `absent`.",
    )
    quantity = Part(Quantity, "How many were shown: pieces, or vehicles carrying them.")
    first_display = Flag("Whether it was shown for the first time.")
    identification = Enumeration(
        *IDENTIFICATIONS,
        description="How certain the identification of the system is.",
    )
    reported_as = Text("The label used at the time.", max_length=LONGEST_TITLE)
    note = Text("Remarks on this appearance.")
    citations = citations()

    @rule
    def names_a_system_or_a_category(self, _: Data, sent: Data) -> FieldErrors:
        given = [name for name in ("system", "category") if sent.get(name) is not None]
        if len(given) != 1:
            wrong = "not both" if given else "one is required"
            yield (), FieldError("exactly_one_of", f"Give either system or category; {wrong}.")

    @rule
    def tells_the_basis_of_an_absence(self, data: Data, sent: Data) -> FieldErrors:
        if data.get("presence") == "absent" and sent.get("basis") is None:
            yield (
                ("basis",),
                FieldError("required", "Required for an absence: does a source state it, or is it inferred?"),
            )


class ParadeSchema(RecordSchema):
    """A military or paramilitary parade."""

    title = Text("Title, in a few words.", max_length=LONGEST_TITLE, required=True)
    date = EdtfDate("When it took place, local date, EDTF level 1.", required=True)
    starts_at = Instant("When it began, if known: RFC 3339, returned in UTC.")
    country = Country("Country that held it: ISO 3166-1 alpha-3.", required=True)
    place = Part(Place, "Where it took place.")
    force = Enumeration("military", "paramilitary", description="Which forces paraded.")
    occasion = Part(Occasion, "What it was held for.")
    time_of_day = Enumeration(
        "day", "night", "unknown", description="Whether it was held by day or by night."
    )
    broadcast = Part(Broadcast, "How it was shown on television.")
    leader = Part(Leader, "The leader's part in it.")
    troops = Part(Quantity, "How many people marched.")
    appearances = Parts(Appearance, "The systems and categories shown, and those known not to have been.")
    attendees = Parts(Party, "Who else attended.")
    citations = record_citations()

    @rule
    def what_was_shown_was_not_missing(self, data: Data, _: Data) -> FieldErrors:
        yield from contradictions(data.get("appearances", []))


def contradictions(appearances: list[Data | None]) -> FieldErrors:
    """Yield an error where a system, or a category as a whole, is displayed in one appearance and not in another."""
    first: dict[tuple[str, str], tuple[int, str]] = {}
    for index, each in enumerate(appearances):
        presence = each.get("presence") if each else None
        name = next((name for name in ("system", "category") if each and each.get(name)), None)
        if each is None or presence is None or name is None:
            continue
        number, said = first.setdefault((name, each[name]), (index, presence))
        if (said == "displayed") is not (presence == "displayed"):
            detail = (
                f"The {name} {each[name]!r} is {said} at /appearances/{number}: it cannot be {presence} too."
            )
            yield ("appearances", index, "presence"), FieldError("contradiction", detail)
