"""The shapes of answers and bodies."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

ActivityKind: TypeAlias = Literal[
    "vehicles", "crane", "construction", "demolition", "thermal", "personnel", "launch", "test", "other"
]


ActivityLevel: TypeAlias = Literal["none", "low", "moderate", "high"]


ActorKind: TypeAlias = Literal[
    "person",
    "government",
    "ministry",
    "agency",
    "party",
    "armed_force",
    "institute",
    "media",
    "international_organisation",
    "other",
]


SameA: TypeAlias = str


class Alias(TypedDict):
    """Another name."""

    name: str
    """The name."""
    language: str | None
    """Language of the name, a BCP 47 tag: `ko` or `en`, say."""


class AliasWrite(TypedDict):
    """Another name."""

    name: str
    language: NotRequired[str | None]


AppearanceCategory: TypeAlias = Literal[
    "icbm",
    "irbm",
    "mrbm",
    "srbm",
    "slbm",
    "hypersonic_glide",
    "cruise_missile",
    "space_launch_vehicle",
    "sam",
    "rocket_artillery",
    "artillery",
    "armour",
    "uav",
    "unidentified",
    "other",
]


AppearanceIdentification: TypeAlias = Literal["identified", "presumed", "unidentified", "later_identified"]


AppearancePresence: TypeAlias = Literal["displayed", "absent", "not_observed"]


class AvailableRepresentation(TypedDict):
    """A representation."""

    format: str
    """Its name in `format`."""
    media_type: str


class BodyError(TypedDict):
    """An error in a body."""

    pointer: str
    """JSON Pointer (RFC 6901) to the place in the body; empty for the whole."""
    code: str
    """What is wrong, for programs."""
    detail: str
    """What is wrong, for people."""


BroadcastMode: TypeAlias = Literal["live", "delayed", "none", "unknown"]


ChangeOperation: TypeAlias = Literal["created", "updated", "deleted"]


ChangeType: TypeAlias = Literal[
    "source", "system", "actor", "summit", "communication", "parade", "facility", "observation"
]


class Citation(TypedDict):
    """What a statement rests on: a source, the words in it, and the fields that they support."""

    source: str
    """Id of the source record, which must exist."""
    quote: str | None
    """The words of the source, at most 500 characters."""
    locator: str | None
    """Where in the source: a page, paragraph, figure or time code."""
    supports: list[str]
    """JSON Pointers (RFC 6901) to the places in this record that the source supports; each must resolve. Empty where it supports the whole of what it is cited by."""


Support: TypeAlias = str


class CitationWrite(TypedDict):
    """What a statement rests on: a source, the words in it, and the fields that they support."""

    source: str
    quote: NotRequired[str | None]
    locator: NotRequired[str | None]
    supports: NotRequired[list[Support]]


ClaimBasis: TypeAlias = Literal["stated", "inferred"]


ClaimStance: TypeAlias = Literal["asserts", "denies", "disputes", "corrects"]


CommitmentForm: TypeAlias = Literal["written", "oral"]


CommunicationKind: TypeAlias = Literal[
    "letter",
    "oral_message",
    "invitation",
    "statement",
    "press_briefing",
    "phone_call",
    "envoy_visit",
    "speech",
]


CommunicationStanding: TypeAlias = Literal["confirmed", "reported", "disputed", "denied", "refused"]


class ComparedParade(TypedDict):
    """A parade that is looked at."""

    type: str
    """Type of the record, in the singular."""
    id: str
    """Id of the record."""
    self: str
    """URL of the record."""
    title: str
    """Title of the parade."""
    date: str
    """When it took place, local date, EDTF level 1."""
    date_earliest: str | None
    date_latest: str | None
    country: str
    """Country that held it: ISO 3166-1 alpha-3."""
    counts: bool
    """Whether it counts under the clocks: it had certainly taken place by `as_of`, and something of it was public by `published_until`. Where one of two does not, nothing is compared."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""


class Component(TypedDict):
    """A building, structure or area of a facility that findings are about."""

    id: str
    """Identifies the component within its facility."""
    name: str
    """Name, as analysts call it."""
    kind: str | None
    """What kind of structure it is: launch pad or tunnel portal, say."""
    part_of: str | None
    """Id of the component that this one is part of."""
    aliases: list[Alias]
    """Other names."""
    latitude: float | None
    """Degrees north of the equator, WGS 84; given together with `longitude`."""
    longitude: float | None
    """Degrees east of Greenwich, WGS 84; given together with `latitude`."""
    first_identified: str | None
    """When analysts first identified it, EDTF level 1."""
    first_identified_earliest: str | None
    first_identified_latest: str | None
    citations: list[Citation]
    """What this rests on; empty where it rests on the citations of the record."""


CoverageOfType = TypedDict(
    "CoverageOfType",
    {
        "type": str,
        "from": str | None,
        "until": str | None,
        "missing": list[str],
    },
)


CoverageOfView = TypedDict(
    "CoverageOfView",
    {
        "type": str,
        "from": str | None,
        "until": str | None,
        "covers_reference_date": bool | None,
    },
)


DependencyStatus: TypeAlias = Literal[
    "ok", "unavailable", "damaged", "changes_missing", "not_migrated", "not_indexed", "not_a_replica"
]


EdtfDate: TypeAlias = str
"""A date in EDTF level 1 (ISO 8601-2)."""


class Extent(TypedDict):
    """How much of a component is affected, as a fraction."""

    low: float | None
    """Least fraction of the component, 0 to 1."""
    high: float | None
    """Greatest fraction of the component, 0 to 1."""


class ExtentWrite(TypedDict):
    """How much of a component is affected, as a fraction."""

    low: NotRequired[float | None]
    high: NotRequired[float | None]


FacilityKind: TypeAlias = Literal[
    "satellite_launch_site",
    "nuclear_reactor",
    "nuclear_complex",
    "enrichment_plant",
    "reprocessing_plant",
    "nuclear_test_site",
    "missile_base",
    "missile_plant",
    "shipyard",
    "engine_test_site",
    "mine_or_mill",
    "research_centre",
    "undetermined",
    "other",
]


class FacilityLink(TypedDict):
    """The facility that the answer is about."""

    type: str
    """Type of the record, in the singular."""
    id: str
    """Id of the record."""
    self: str
    """URL of the record."""
    name: str
    """Name of the facility."""


FindingAspect: TypeAlias = Literal["integrity", "position", "activity"]


class FindingExtent(TypedDict):
    """How much of a component is affected, as a fraction."""

    low: float | None
    """Least fraction of the component, 0 to 1."""
    high: float | None
    """Greatest fraction of the component, 0 to 1."""


FindingState: TypeAlias = Literal[
    "intact",
    "modified",
    "partially_dismantled",
    "dismantled",
    "damaged",
    "destroyed",
    "under_construction",
    "rebuilding",
    "rebuilt",
    "obscured",
    "unknown",
    "in_place",
    "relocated",
    "operating",
    "intermittent",
    "idle",
    "shut_down",
]


Alternative: TypeAlias = str


class FindingWrite(TypedDict):
    """The state of one component in one aspect; two aspects of a component are two findings."""

    component: NotRequired[str | None]
    aspect: NotRequired[FindingAspect]
    state: FindingState
    extent: NotRequired[ExtentWrite | None]
    description: NotRequired[str | None]
    credibility: NotRequired[int | None]
    alternatives: NotRequired[list[Alternative]]
    reversible: NotRequired[bool | None]


class Health(TypedDict):
    """The process answers."""

    status: Literal["ok"]


class Highlight(TypedDict):
    """Characters of a snippet that are a word asked for, from `start` up to but without `end`."""

    start: int
    """The first character."""
    end: int
    """The character after the last one."""


class Image(TypedDict):
    """An image that an observation rests on."""

    provider: str | None
    """Who provided the image: Airbus or Planet Labs, say."""
    sensor: str | None
    """Satellite or camera it was taken with."""
    acquired: str | None
    """When it was taken, EDTF level 1."""
    acquired_earliest: str | None
    acquired_latest: str | None
    resolution_m: float | None
    """Ground resolution in metres."""


class ImageWrite(TypedDict):
    """An image that an observation rests on."""

    provider: NotRequired[str | None]
    sensor: NotRequired[str | None]
    acquired: NotRequired[EdtfDate | None]
    resolution_m: NotRequired[float | None]


ImportReportMode: TypeAlias = Literal["atomic", "best_effort"]


ImportResultResult: TypeAlias = Literal["created", "updated", "unchanged", "failed"]


IntegrityChangeDirection: TypeAlias = Literal["dismantling", "building", "rebuilding"]


class LeftOutOfComparison(TypedDict):
    """What no source had reported by `published_until`; all 0 without `published_until`."""

    parades: int
    """How many later parades of the country, over before this one, were passed over in the choice of `with`; 0 where the request names `with`."""
    appearances: int
    """How many appearances of the two parades, of those that had taken place by `as_of`."""


class LeftOutOfGrid(TypedDict):
    """What no source had reported by `published_until`; all 0 without `published_until`."""

    parades: int
    """How many parades of this page, which had taken place by `as_of`."""
    appearances: int
    """How many appearances at the parades of this page."""


class LeftOutOfHistory(TypedDict):
    """What `published_until` leaves out of the whole history, over all its pages; 0 without `published_until`."""

    not_public: int
    """How many findings of days up to `as_of` no source had reported by `published_until`; 0 where that is not given."""


class LeftOutOfParts(TypedDict):
    """How many rows that meet the filters the clocks leave out, on all pages; at most so many are counted."""

    not_yet: int
    """Rows whose date had not certainly come by `as_of`; 1000 where there are more."""
    not_public: int
    """Rows whose date had certainly come by `as_of`, all of whose sources appeared after `published_until`; 1000 where there are more, 0 where it is not given."""


class LeftOutOfSituation(TypedDict):
    """What had happened by `as_of`, and no source had told of by `published_until`; all 0 where that is not given."""

    summit_steps: int
    """How many steps of summits; 1000 are counted at most: of so many or more it is that number."""
    communications: int
    """How many communications; 1000 are counted at most: of so many or more it is that number."""
    parades: int
    """How many parades, of which no source of the record had told; 1000 are counted at most: of so many or more it is that number."""


LeftOutOfTimelineRelation: TypeAlias = Literal["retracts", "supersedes"]


class LineError(TypedDict):
    """An error or a warning of a line."""

    pointer: str
    """JSON Pointer (RFC 6901) to the place in the line's record; empty for the whole."""
    code: str
    """What is wrong, for programs."""
    detail: str
    """What is wrong, for people."""
    line: NotRequired[int]
    """Number of the line, from 1; where a problem lists the errors."""
    column: NotRequired[int | str]
    """Where in the line: the column where reading stopped, of a table the name of the column."""


ObservationMethod: TypeAlias = Literal[
    "satellite_imagery", "ground_photo", "site_visit", "inspection", "official_statement", "sensor"
]


class Occasion(TypedDict):
    """The occasion of a parade."""

    name: str | None
    """Name of the day or event."""
    anniversary_years: int | None
    """Which anniversary it was, in years."""


class OccasionPatch(TypedDict):
    """The occasion of a parade."""

    name: NotRequired[str | None]
    anniversary_years: NotRequired[int | None]


class OccasionWrite(TypedDict):
    """The occasion of a parade."""

    name: NotRequired[str | None]
    anniversary_years: NotRequired[int | None]


Office = TypedDict(
    "Office",
    {
        "title": str,
        "from": str | None,
        "from_earliest": str | None,
        "from_latest": str | None,
        "to": str | None,
        "to_earliest": str | None,
        "to_latest": str | None,
        "citations": list[Citation],
    },
)


OfficeWrite = TypedDict(
    "OfficeWrite",
    {
        "title": str,
        "from": NotRequired[EdtfDate | None],
        "to": NotRequired[EdtfDate | None],
        "citations": NotRequired[list[CitationWrite]],
    },
)


OtherLocationStanding: TypeAlias = Literal["alternative", "approximate", "wrong"]


class OutcomeDocument(TypedDict):
    """A document that resulted from a summit."""

    title: str
    """Title of the document."""
    url: str | None
    """Where its text is."""


class OutcomeDocumentWrite(TypedDict):
    """A document that resulted from a summit."""

    title: str
    url: NotRequired[str | None]


OutcomeResult: TypeAlias = Literal[
    "signed_document", "joint_statement", "agreement_in_principle", "no_agreement", "none_reported"
]


ParadeForce: TypeAlias = Literal["military", "paramilitary"]


ParadeShowingPresence: TypeAlias = Literal["displayed", "absent", "not_observed", "unrecorded"]


ParadeTimeOfDay: TypeAlias = Literal["day", "night", "unknown"]


class ParameterError(TypedDict):
    """An error in a query parameter."""

    parameter: str
    """Name of the query parameter."""
    code: str
    """What is wrong, for programs."""
    detail: str
    """What is wrong, for people."""


class PartOwner(TypedDict):
    """The record that a part belongs to, at the revision that was read."""

    type: str
    """Type of the record, in the singular."""
    id: str
    """Id of the record."""
    self: str
    """URL of the record."""
    title: str
    """What the record is called; where it has no name, what its id is made of."""
    revision: int
    """Number of the revision."""
    recorded_at: str
    """When that revision was recorded (RFC 3339, UTC)."""


class Party(TypedDict):
    """A person, delegation, body or state that takes part; unnamed officials are a party too."""

    name: str
    """Name, as the sources give it."""
    actor: str | None
    """Id of the actor that the party is, where there is a record of it."""
    country: str | None
    """The country the party acts for: ISO 3166-1 alpha-3."""
    office: str | None
    """Office held at the time: President, say."""
    role: str | None
    """Role in this event: host or interpreter, say."""


class PartyPatch(TypedDict):
    """A person, delegation, body or state that takes part; unnamed officials are a party too."""

    name: NotRequired[str]
    actor: NotRequired[str | None]
    country: NotRequired[str | None]
    office: NotRequired[str | None]
    role: NotRequired[str | None]


class PartyWrite(TypedDict):
    """A person, delegation, body or state that takes part; unnamed officials are a party too."""

    name: str
    actor: NotRequired[str | None]
    country: NotRequired[str | None]
    office: NotRequired[str | None]
    role: NotRequired[str | None]


PatchOperationOp: TypeAlias = Literal["add", "remove", "replace", "move", "copy", "test"]


PlacePrecision: TypeAlias = Literal["exact", "site", "town", "region", "country"]


class PlaceWrite(TypedDict):
    """A place, known at least by its name or its country."""

    name: NotRequired[str | None]
    country: NotRequired[str | None]
    latitude: NotRequired[float | None]
    longitude: NotRequired[float | None]
    precision: NotRequired[PlacePrecision | None]


class ProblemKind(TypedDict):
    """A kind of problem."""

    type: str
    """The URL that problems of this kind have as their `type`."""
    title: str
    """Its name."""
    status: int
    """The status that it is answered with."""
    explanation: str
    """What it means, and what to do."""


class ProblemKindList(TypedDict):
    """Every kind of problem."""

    problems: list[ProblemKind]
    """All kinds there are."""


ProblemPolicy: TypeAlias = Literal["read", "write"]


QuantityQualifier: TypeAlias = Literal["exact", "at_least", "up_to", "about", "more_than"]


class QuantityWrite(TypedDict):
    """A number as sources give it: exact (`low` and `high` are equal), a range, or open on one side."""

    low: NotRequired[float | None]
    high: NotRequired[float | None]
    qualifier: NotRequired[QuantityQualifier | None]


class Quote(TypedDict):
    """Words of a communication, as they were said or written."""

    text: str
    """The words."""
    speaker: Party | None
    """Whose words they are; null where they are the sender's."""
    citations: list[Citation]
    """What this rests on; empty where it rests on the citations of the record."""


class QuoteWrite(TypedDict):
    """Words of a communication, as they were said or written."""

    text: str
    speaker: NotRequired[PartyWrite | None]
    citations: NotRequired[list[CitationWrite]]


class RecordLink(TypedDict):
    """A record, with the way to it."""

    type: str
    """Type of the record, in the singular."""
    id: str
    """Id of the record."""
    self: str
    """URL of the record."""


class ReferringPlace(TypedDict):
    """A place in a record that names this one."""

    type: str
    id: str
    pointer: str
    self: str


RelatedFacilityRelation: TypeAlias = Literal["part_of", "possibly_same_as", "formerly", "supports"]


class RelatedFacilityWrite(TypedDict):
    """The relation of a facility to another one."""

    facility: str
    relation: RelatedFacilityRelation
    credibility: NotRequired[int | None]
    citations: NotRequired[list[CitationWrite]]


RelatedObservationRelation: TypeAlias = Literal["supersedes", "contradicts", "corroborates", "retracts"]


Component1: TypeAlias = str


class RelatedObservationWrite(TypedDict):
    """The relation of an observation to an earlier one."""

    observation: str
    relation: RelatedObservationRelation
    components: NotRequired[list[Component1]]


class RevisionDifference(TypedDict):
    """A place where two revisions differ."""

    pointer: str
    """Where: in the record of this revision, and where that has no such place in the other one's. Empty, the whole record, where one of the two is a deletion."""
    old: Any
    """What stands there in the other revision; null where nothing does."""
    new: Any
    """What stands there in this revision; null where nothing does."""


class SearchLeftOut(TypedDict):
    """What `published_until` leaves out of all pages."""

    not_public: int
    """How many records that hold the words, and had come by `as_of` where that is given, no source had reported by `published_until` (sources: that had not appeared); 0 where that is not given. A record that was public, and holds the words only in what was not, is not counted. Of one type 1000 are counted at most: of so many or more it is that number."""


SearchMatched: TypeAlias = Literal["all", "any"]


SearchResultMatched: TypeAlias = Literal["name", "text"]


class ServiceIndexLinks(TypedDict):
    """Where to go from here."""

    self: Literal["/v1"]
    """This index."""
    changes: Literal["/v1/changes"]
    """The change feed."""
    sources: Literal["/v1/sources"]
    """The articles, imagery analyses, briefings and statements that records rest on."""
    systems: Literal["/v1/systems"]
    """Weapon systems: what they are called by whom, their category and range."""
    actors: Literal["/v1/actors"]
    """People and bodies that take part in events or make statements: their names, offices and countries."""
    summits: Literal["/v1/summits"]
    """Meetings of leaders, held or not: the parties, the steps that led there, and the outcome."""
    communications: Literal["/v1/communications"]
    """Letters, statements, briefings, calls and visits: who said what to whom, and about what."""
    parades: Literal["/v1/parades"]
    """Military parades: the occasion, the forces, and the weapon systems shown or left out."""
    facilities: Literal["/v1/facilities"]
    """Nuclear and missile facilities: where they are and the components that findings are about."""
    observations: Literal["/v1/observations"]
    """What analysts saw at a facility on a date: the state of its components, and activity there."""
    situation: Literal["/v1/situation"]
    """Get the situation."""
    timeline: Literal["/v1/timeline"]
    """Get the timeline."""
    search: Literal["/v1/search"]
    """Get the search."""
    steps: Literal["/v1/steps"]
    """List steps."""
    appearances: Literal["/v1/appearances"]
    """List appearances."""
    findings: Literal["/v1/findings"]
    """List findings."""
    claims: Literal["/v1/claims"]
    """List claims."""
    export: Literal["/v1/export"]
    """Export all records."""
    features: Literal["/ogc"]
    """OGC API Features: records that have a place, for map tools."""
    openapi: Literal["/openapi.json"]
    """This description."""
    docs: Literal["/docs"]
    """This description, to read and try."""
    problems: Literal["/problems"]
    """The kinds of problem."""


class SituationClocks(TypedDict):
    """The clocks that an answer was given under; null where one was not asked for."""

    as_of: str | None
    """Only what certainly was so by this date."""
    published_until: str | None
    """Only what was public by this date."""
    known_at: str | None
    """As the service held it at this instant."""


class SituationEvidence(TypedDict):
    """A place in a record that a statement rests on."""

    record: RecordLink
    """The record."""
    pointer: str
    """JSON Pointer (RFC 6901) to the place in the record; empty for all of it."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""


class SituationLeftOut(TypedDict):
    """Evidence that does not count; `status` tells which later observations take back."""

    retracted: int
    """How many observations are retracted, wholly or in part."""
    superseded: int
    """How many others are superseded, wholly or in part."""
    not_public: int
    """How many findings of days up to `as_of` no source had reported by `published_until`; 0 where that is not given."""


SituationSummitStatus: TypeAlias = Literal[
    "held",
    "proposed",
    "requested",
    "accepted",
    "coordinating",
    "scheduled",
    "postponed",
    "reinstated",
    "uncertain",
]


class Snippet(TypedDict):
    """A passage of a record in which words stand that were asked for."""

    pointer: str
    """JSON Pointer (RFC 6901) to the place in the record; empty for all of it."""
    text: str
    """The text at that place, as it is recorded; of a long one about 240 characters."""
    start: int
    """Where in the text at that place the snippet begins, in Unicode code points; 0 at its beginning."""
    whole_length: int
    """The length of the text at that place, in Unicode code points."""
    highlights: list[Highlight]
    """Where in the snippet the words stand, in order, without overlaps."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""


SortByDate: TypeAlias = Literal["-date", "date"]


SortByDateOrIdOrRecordedAt: TypeAlias = Literal["-date", "date", "id", "-id", "recorded_at", "-recorded_at"]


SortByNameOrIdOrRecordedAt: TypeAlias = Literal["name", "-name", "id", "-id", "recorded_at", "-recorded_at"]


SourceKind: TypeAlias = Literal[
    "news_article",
    "imagery_analysis",
    "press_briefing",
    "official_statement",
    "state_media",
    "treaty_text",
    "dataset",
    "report",
    "other",
]


Author: TypeAlias = str


Relay: TypeAlias = str


SourceReliability: TypeAlias = Literal["A", "B", "C", "D", "E", "F"]


StatusChangeTrend: TypeAlias = Literal[
    "dismantling", "building", "rebuilding", "mixed", "unchanged", "unknown"
]


StepRowCitedBy: TypeAlias = Literal["part", "record"]


StepStatus: TypeAlias = Literal[
    "proposed",
    "requested",
    "accepted",
    "coordinating",
    "scheduled",
    "held",
    "postponed",
    "cancelled",
    "reinstated",
    "declined",
    "withdrawn",
    "lapsed",
    "not_held",
]


SummitKind: TypeAlias = Literal["summit", "meeting", "sideline_meeting", "impromptu_meeting", "state_visit"]


SummitStatus: TypeAlias = Literal[
    "proposed",
    "requested",
    "accepted",
    "coordinating",
    "scheduled",
    "held",
    "postponed",
    "cancelled",
    "reinstated",
    "declined",
    "withdrawn",
    "lapsed",
    "not_held",
    "uncertain",
]


class SystemAlias(TypedDict):
    """Another designation of a system."""

    name: str
    """The designation: KN-22, say."""
    used_by: str | None
    """Who uses it: a government, an alliance, analysts."""


class SystemAliasWrite(TypedDict):
    """Another designation of a system."""

    name: str
    used_by: NotRequired[str | None]


class TargetWrite(TypedDict):
    """The date and place aimed at when a step was taken."""

    date: NotRequired[EdtfDate | None]
    place: NotRequired[PlaceWrite | None]


TimelineEntryKind: TypeAlias = Literal["communication", "observation", "parade", "summit_step"]


class TypedReference(TypedDict):
    """A reference to a record of any type."""

    type: str
    """Type of the record, in the singular: `summit`, say. It must be one that this API has."""
    id: str
    """Id of the record, which must exist."""


class TypedReferenceWrite(TypedDict):
    """A reference to a record of any type."""

    type: str
    id: str


class ValidationProblem(TypedDict):
    """A body that is not a valid record (RFC 9457)."""

    type: Literal["/problems/validation-failed"]
    """The kind of problem: a URL that explains it."""
    title: str
    """The kind of problem, in words."""
    status: Literal[422]
    """The status of the answer."""
    detail: str
    """What is wrong with this request, for people."""
    instance: str
    """The path of the request."""
    errors_truncated: NotRequired[Literal[True]]
    """There are more errors than are listed."""
    errors_total: NotRequired[int]
    """How many errors there are, where they were counted."""
    errors: list[BodyError]
    """The errors of the body."""


class ActivityWrite(TypedDict):
    """Something going on at a facility."""

    kind: ActivityKind
    component: NotRequired[str | None]
    level: NotRequired[ActivityLevel | None]
    count: NotRequired[QuantityWrite | None]
    note: NotRequired[str | None]


class AppearanceWrite(TypedDict):
    """A system, or a category of systems, shown at a parade or missing from it."""

    system: NotRequired[str | None]
    category: NotRequired[AppearanceCategory | None]
    presence: AppearancePresence
    basis: NotRequired[ClaimBasis | None]
    quantity: NotRequired[QuantityWrite | None]
    first_display: NotRequired[bool | None]
    identification: NotRequired[AppearanceIdentification | None]
    reported_as: NotRequired[str | None]
    note: NotRequired[str | None]
    citations: NotRequired[list[CitationWrite]]


class Broadcast(TypedDict):
    """How a parade was shown on television."""

    mode: BroadcastMode | str | None
    """Whether and how it was broadcast."""
    aired: str | None
    """When it was broadcast, EDTF level 1."""
    aired_earliest: str | None
    aired_latest: str | None


class BroadcastPatch(TypedDict):
    """How a parade was shown on television."""

    mode: NotRequired[BroadcastMode | None]
    aired: NotRequired[EdtfDate | None]


class BroadcastWrite(TypedDict):
    """How a parade was shown on television."""

    mode: NotRequired[BroadcastMode | None]
    aired: NotRequired[EdtfDate | None]


class Change(TypedDict):
    """An entry of the change feed."""

    seq: int
    """Number of the change: without gaps, ever rising."""
    operation: ChangeOperation | str
    """What was done."""
    type: ChangeType | str
    """Type of the record."""
    id: str
    """Id of the record."""
    self: str
    """The URL of the record."""
    title: str
    """What the record was called; where it has no name, what its id is made of."""
    revision: int
    """Number of the revision that it made."""
    recorded_at: str
    """When (RFC 3339, UTC)."""
    reason: str | None
    """Why, where it was given."""
    chain: str
    """SHA-256, hexadecimal, of the JSON array `[chain before, seq, operation, type, id, revision, recorded_at, reason]` as RFC 8785 writes it; 64 zeros come before the first."""


class ChangeList(TypedDict):
    """A stretch of the change feed."""

    items: list[Change]
    """The changes, oldest first."""
    next_after: int
    """Send it as `after` to go on; it passes over entries that the filter leaves out."""
    next_chain: str
    """The chain of that change: sent as `chain` beside `after`, it tells this history from another."""
    last_seq: int
    """The newest change number."""


class ClaimWrite(TypedDict):
    """What one party says, kept beside what others say; accounts that contradict one another are all kept."""

    id: NotRequired[str | None]
    about: NotRequired[str | None]
    statement: str
    by: PartyWrite
    stance: NotRequired[ClaimStance | None]
    responds_to: NotRequired[str | None]
    value: NotRequired[EdtfDate | QuantityWrite | PlaceWrite | None]
    basis: NotRequired[ClaimBasis | None]
    credibility: NotRequired[int | None]
    citations: list[CitationWrite]


class Commitment(TypedDict):
    """What a party undertook."""

    by: Party | None
    """Who undertook it; null where all parties did."""
    text: str
    """What was undertaken, in words."""
    form: CommitmentForm | str | None
    """Whether it was written down or said."""
    regarding: list[TypedReference]
    """The records that it concerns."""


class CommitmentWrite(TypedDict):
    """What a party undertook."""

    by: NotRequired[PartyWrite | None]
    text: str
    form: NotRequired[CommitmentForm | None]
    regarding: NotRequired[list[TypedReferenceWrite]]


CommunicationPatch = TypedDict(
    "CommunicationPatch",
    {
        "id": NotRequired[str | None],
        "kind": NotRequired[CommunicationKind],
        "date": NotRequired[EdtfDate],
        "written": NotRequired[EdtfDate | None],
        "delivered": NotRequired[EdtfDate | None],
        "disclosed": NotRequired[EdtfDate | None],
        "standing": NotRequired[CommunicationStanding | None],
        "from": NotRequired[PartyPatch],
        "to": NotRequired[PartyPatch | None],
        "carried_by": NotRequired[PartyPatch | None],
        "summary": NotRequired[str],
        "tone": NotRequired[str | None],
        "described_by": NotRequired[PartyPatch | None],
        "quotes": NotRequired[list[QuoteWrite] | None],
        "regarding": NotRequired[list[TypedReferenceWrite] | None],
        "citations": NotRequired[list[CitationWrite]],
        "same_as": NotRequired[list[SameA] | None],
        "claims": NotRequired[list[ClaimWrite] | None],
        "note": NotRequired[str | None],
    },
)


CommunicationWrite = TypedDict(
    "CommunicationWrite",
    {
        "id": NotRequired[str | None],
        "kind": CommunicationKind,
        "date": EdtfDate,
        "written": NotRequired[EdtfDate | None],
        "delivered": NotRequired[EdtfDate | None],
        "disclosed": NotRequired[EdtfDate | None],
        "standing": NotRequired[CommunicationStanding | None],
        "from": PartyWrite,
        "to": NotRequired[PartyWrite | None],
        "carried_by": NotRequired[PartyWrite | None],
        "summary": str,
        "tone": NotRequired[str | None],
        "described_by": NotRequired[PartyWrite | None],
        "quotes": NotRequired[list[QuoteWrite]],
        "regarding": NotRequired[list[TypedReferenceWrite]],
        "citations": list[CitationWrite],
        "same_as": NotRequired[list[SameA]],
        "claims": NotRequired[list[ClaimWrite]],
        "note": NotRequired[str | None],
    },
)


class ComponentWrite(TypedDict):
    """A building, structure or area of a facility that findings are about."""

    id: str
    name: str
    kind: NotRequired[str | None]
    part_of: NotRequired[str | None]
    aliases: NotRequired[list[AliasWrite]]
    latitude: NotRequired[float | None]
    longitude: NotRequired[float | None]
    first_identified: NotRequired[EdtfDate | None]
    citations: NotRequired[list[CitationWrite]]


class Dependency(TypedDict):
    """Something that the service rests on."""

    status: DependencyStatus | str
    required: bool
    """Whether the service is not ready without it."""


class Finding(TypedDict):
    """The state of one component in one aspect; two aspects of a component are two findings."""

    component: str | None
    """Id of the component in the observed facility; null for the whole site."""
    aspect: FindingAspect | str
    """Which question the state answers: whether the component is whole, where it is, or what it is doing."""
    state: FindingState | str
    """integrity: intact, modified, partially_dismantled, dismantled, damaged, destroyed, under_construction, rebuilding, rebuilt, obscured, unknown; position: in_place, relocated; activity: operating, intermittent, idle, shut_down, unknown."""
    extent: Extent | None
    """How much of the component is affected."""
    description: str | None
    """What was seen, in words."""
    credibility: int | None
    """How credible the finding is, on the Admiralty scale: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged."""
    alternatives: list[str]
    """Other readings that the source leaves open."""
    reversible: bool | None
    """Whether what was done could be undone; null where it is not known."""


class FindingEvidence(TypedDict):
    """A finding in the observation that made it."""

    record: RecordLink
    """The observation."""
    pointer: str
    """JSON Pointer (RFC 6901) to the place in the record; empty for all of it."""
    date: str
    """What day the observation shows, EDTF level 1."""
    date_earliest: str | None
    date_latest: str | None
    method: ObservationMethod | str
    """How it was observed."""
    state: FindingState | str
    """The state found."""
    extent: FindingExtent | None
    """How much of the component is affected."""
    description: str | None
    """What was seen, in words."""
    credibility: int | None
    """How credible the finding is, on the Admiralty scale: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged."""
    alternatives: list[str]
    """Other readings that the source leaves open."""
    reversible: bool | None
    """Whether what was done could be undone; null where it is not known."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""


class FindingRow(TypedDict):
    """One of the findings of a record, with the record and what it rests on."""

    record: PartOwner
    """The record that it belongs to."""
    pointer: str
    """JSON Pointer (RFC 6901) to its place in the record."""
    date: str | None
    """The date of the record, EDTF level 1: that of what it records, or while none is set of its last step; null where it has none."""
    date_earliest: str | None
    date_latest: str | None
    facility: str
    """Id of the facility observed."""
    method: ObservationMethod | str
    """How it was observed."""
    note: str | None
    """Anything else that a reader of the record should know."""
    component: str | None
    """Id of the component in the observed facility; null for the whole site."""
    aspect: FindingAspect | str
    """Which question the state answers: whether the component is whole, where it is, or what it is doing."""
    state: FindingState | str
    """integrity: intact, modified, partially_dismantled, dismantled, damaged, destroyed, under_construction, rebuilding, rebuilt, obscured, unknown; position: in_place, relocated; activity: operating, intermittent, idle, shut_down, unknown."""
    extent: Extent | None
    """How much of the component is affected."""
    description: str | None
    """What was seen, in words."""
    credibility: int | None
    """How credible the finding is, on the Admiralty scale: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged."""
    alternatives: list[str]
    """Other readings that the source leaves open."""
    reversible: bool | None
    """Whether what was done could be undone; null where it is not known."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""
    cited_by: StepRowCitedBy | str
    """Whose citations these are: its own, or where it has none those of the record, if some `supports` lead to its place these alone."""


class ImportProblem(TypedDict):
    """An import of which nothing was kept (RFC 9457)."""

    type: Literal["/problems/import-refused"]
    """The kind of problem: a URL that explains it."""
    title: str
    """The kind of problem, in words."""
    status: Literal[422]
    """The status of the answer."""
    detail: str
    """What is wrong with this request, for people."""
    instance: str
    """The path of the request."""
    errors_truncated: NotRequired[Literal[True]]
    """There are more errors than are listed."""
    errors_total: NotRequired[int]
    """How many errors there are, where they were counted."""
    errors: list[LineError]
    """The errors of all lines, each with its line."""


class ImportResult(TypedDict):
    """What came of a line."""

    line: int
    """Number of the line, from 1."""
    result: ImportResultResult | str
    """What was done."""
    type: NotRequired[str]
    """Type of the record, as far as the line tells it."""
    id: NotRequired[str]
    """Id of the record, as far as the line tells it."""
    revision: NotRequired[int | None]
    """Number of the record's revision now; null in a dry run."""
    seq: NotRequired[int | None]
    """Number of the change that made it; null in a dry run."""
    errors: NotRequired[list[LineError]]
    """Its errors."""
    errors_truncated: NotRequired[Literal[True]]
    """The line has more errors than are listed."""
    warnings: NotRequired[list[LineError]]
    """What the record that was replaced had and no longer has: fewer items of a list, fewer citations."""


class IntegrityChange(TypedDict):
    """A change of a component's integrity that the trend rests on."""

    component: str | None
    """Id of the component; null for the whole site."""
    name: str | None
    """Name of the component; null for the whole site."""
    before: list[FindingState | str]
    """The states before; several where they competed, none where it was not seen before."""
    direction: IntegrityChangeDirection | str
    """Its direction."""
    rests_on: list[FindingEvidence]
    """The findings that first show it, one for each state after it."""


class LastChange(TypedDict):
    """The last change of integrity that has a direction."""

    date: str
    """The day on which it was first seen."""
    changes: list[IntegrityChange]
    """What changed, as seen that day."""


class Leader(TypedDict):
    """The leader's part in a parade."""

    party: Party | None
    """The leader."""
    attended: bool | None
    """Whether the leader attended; null where it is not known."""
    spoke: bool | None
    """Whether the leader gave a speech; null where it is not known."""


class LeaderPatch(TypedDict):
    """The leader's part in a parade."""

    party: NotRequired[PartyPatch | None]
    attended: NotRequired[bool | None]
    spoke: NotRequired[bool | None]


class LeaderWrite(TypedDict):
    """The leader's part in a parade."""

    party: NotRequired[PartyWrite | None]
    attended: NotRequired[bool | None]
    spoke: NotRequired[bool | None]


class LeftOutObservation(TypedDict):
    """An observation that a later one, which is in force, withdraws."""

    record: RecordLink
    """The observation left out."""
    relation: LeftOutOfTimelineRelation | str
    """How the later one withdraws it."""
    components: list[str]
    """The components that it concerns; empty for the whole observation."""
    by: RecordLink
    """The observation that withdraws it."""
    pointer: str
    """JSON Pointer (RFC 6901) to the place in the record; empty for all of it."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""


class LeftOutOfTimeline(TypedDict):
    """An observation that a later one took back as a whole, and which is in force itself."""

    record: RecordLink
    """The observation."""
    relation: LeftOutOfTimelineRelation | str
    """How it was taken back."""
    by: RecordLink
    """The observation that took it back."""


class ObservationPatch(TypedDict):
    """What was seen of a facility at a date. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array."""

    id: NotRequired[str | None]
    facility: NotRequired[str]
    date: NotRequired[EdtfDate]
    method: NotRequired[ObservationMethod]
    imagery: NotRequired[list[ImageWrite] | None]
    findings: NotRequired[list[FindingWrite]]
    activity: NotRequired[list[ActivityWrite] | None]
    related: NotRequired[list[RelatedObservationWrite] | None]
    regarding: NotRequired[list[TypedReferenceWrite] | None]
    citations: NotRequired[list[CitationWrite]]
    same_as: NotRequired[list[SameA] | None]
    claims: NotRequired[list[ClaimWrite] | None]
    note: NotRequired[str | None]


class ObservationWrite(TypedDict):
    """What was seen of a facility at a date. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written."""

    id: NotRequired[str | None]
    facility: str
    date: EdtfDate
    method: ObservationMethod
    imagery: NotRequired[list[ImageWrite]]
    findings: list[FindingWrite]
    activity: NotRequired[list[ActivityWrite]]
    related: NotRequired[list[RelatedObservationWrite]]
    regarding: NotRequired[list[TypedReferenceWrite]]
    citations: list[CitationWrite]
    same_as: NotRequired[list[SameA]]
    claims: NotRequired[list[ClaimWrite]]
    note: NotRequired[str | None]


class OtherLocation(TypedDict):
    """A location that other sources give for a facility."""

    name: str | None
    """Name, as precise as it is known: a city, a site, a hotel."""
    country: str | None
    """Country the place is in: ISO 3166-1 alpha-3."""
    latitude: float | None
    """Degrees north of the equator, WGS 84; given together with `longitude`."""
    longitude: float | None
    """Degrees east of Greenwich, WGS 84; given together with `latitude`."""
    precision: PlacePrecision | str | None
    """How closely the coordinates, else the name, tell where it is."""
    standing: OtherLocationStanding | str | None
    """How this location is judged."""
    citations: list[Citation]
    """What this rests on; empty where it rests on the citations of the record."""


class OtherLocationWrite(TypedDict):
    """A location that other sources give for a facility."""

    name: NotRequired[str | None]
    country: NotRequired[str | None]
    latitude: NotRequired[float | None]
    longitude: NotRequired[float | None]
    precision: NotRequired[PlacePrecision | None]
    standing: NotRequired[OtherLocationStanding | None]
    citations: NotRequired[list[CitationWrite]]


class Outcome(TypedDict):
    """The outcome of a summit."""

    result: OutcomeResult | str | None
    """The firmest result there was."""
    documents: list[OutcomeDocument]
    """The documents that resulted from it."""
    commitments: list[Commitment]
    """What the parties undertook."""


class OutcomePatch(TypedDict):
    """The outcome of a summit."""

    result: NotRequired[OutcomeResult | None]
    documents: NotRequired[list[OutcomeDocumentWrite] | None]
    commitments: NotRequired[list[CommitmentWrite] | None]


class OutcomeWrite(TypedDict):
    """The outcome of a summit."""

    result: NotRequired[OutcomeResult | None]
    documents: NotRequired[list[OutcomeDocumentWrite]]
    commitments: NotRequired[list[CommitmentWrite]]


class ParadeWrite(TypedDict):
    """A military or paramilitary parade. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written."""

    id: NotRequired[str | None]
    title: str
    date: EdtfDate
    starts_at: NotRequired[str | None]
    country: str
    place: NotRequired[PlaceWrite | None]
    force: NotRequired[ParadeForce | None]
    occasion: NotRequired[OccasionWrite | None]
    time_of_day: NotRequired[ParadeTimeOfDay | None]
    broadcast: NotRequired[BroadcastWrite | None]
    leader: NotRequired[LeaderWrite | None]
    troops: NotRequired[QuantityWrite | None]
    appearances: NotRequired[list[AppearanceWrite]]
    attendees: NotRequired[list[PartyWrite]]
    citations: list[CitationWrite]
    same_as: NotRequired[list[SameA]]
    claims: NotRequired[list[ClaimWrite]]
    note: NotRequired[str | None]


PatchOperation = TypedDict(
    "PatchOperation",
    {
        "op": PatchOperationOp | str,
        "path": str,
        "from": NotRequired[str],
        "value": NotRequired[Any],
    },
)


class Place(TypedDict):
    """A place, known at least by its name or its country."""

    name: str | None
    """Name, as precise as it is known: a city, a site, a hotel."""
    country: str | None
    """Country the place is in: ISO 3166-1 alpha-3."""
    latitude: float | None
    """Degrees north of the equator, WGS 84; given together with `longitude`."""
    longitude: float | None
    """Degrees east of Greenwich, WGS 84; given together with `latitude`."""
    precision: PlacePrecision | str | None
    """How closely the coordinates, else the name, tell where it is."""


class PlacePatch(TypedDict):
    """A place, known at least by its name or its country."""

    name: NotRequired[str | None]
    country: NotRequired[str | None]
    latitude: NotRequired[float | None]
    longitude: NotRequired[float | None]
    precision: NotRequired[PlacePrecision | None]


class Quantity(TypedDict):
    """A number as sources give it: exact (`low` and `high` are equal), a range, or open on one side."""

    low: float | None
    """Least value; null where only an upper end is known."""
    high: float | None
    """Greatest value; null where only a lower end is known."""
    qualifier: QuantityQualifier | str | None
    """How the source puts the number."""


class QuantityPatch(TypedDict):
    """A number as sources give it: exact (`low` and `high` are equal), a range, or open on one side."""

    low: NotRequired[float | None]
    high: NotRequired[float | None]
    qualifier: NotRequired[QuantityQualifier | None]


class RelatedFacility(TypedDict):
    """The relation of a facility to another one."""

    facility: str
    """Id of the other facility."""
    relation: RelatedFacilityRelation | str
    """What this facility is to the other one."""
    credibility: int | None
    """How credible the relation is, on the Admiralty scale: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged."""
    citations: list[Citation]
    """What this rests on; empty where it rests on the citations of the record."""


class RelatedObservation(TypedDict):
    """The relation of an observation to an earlier one."""

    observation: str
    """Id of the other observation."""
    relation: RelatedObservationRelation | str
    """What this observation does to the other one."""
    components: list[str]
    """Ids of the components that it concerns; empty where it concerns the whole observation."""


class Revision(TypedDict):
    """An entry of a record's history."""

    revision: int
    """Number of the revision, from 1."""
    seq: int
    """Number of the change that made it."""
    operation: ChangeOperation | str
    """What was done."""
    recorded_at: str
    """When (RFC 3339, UTC)."""
    actor: str
    """Who did it: the owner of the key."""
    reason: str | None
    """Why, where it was given."""
    self: str
    """The URL of the revision."""
    memento: str | None
    """The URL of the record as it was then; null where it was deleted."""
    patch: list[PatchOperation]
    """JSON Patch from the revision before to this one, both as of one day: today (UTC), or that of `known_at`. The first adds the whole document, a deletion removes it."""


class RevisionComparison(TypedDict):
    """What differs between a revision and another one."""

    revision: int
    """Number of the other revision, as `compare` gives it."""
    changes: list[RevisionDifference]
    """The smallest parts that differ, without what the service sets: the number and instant of the revision, the bounds of dates, and what is derived."""


class RevisionList(TypedDict):
    """One page of a record's history, newest first."""

    items: list[Revision]
    """The entries of this page."""
    next_cursor: str | None
    """Send it as `cursor` for the next page; null on the last."""


class SearchResult(TypedDict):
    """A record that was found."""

    record: RecordLink
    """The record."""
    title: str
    """What it is called; where it has no name, what its id is made of."""
    earliest: str | None
    """The first day that its date can mean; null where it is open, or has none."""
    latest: str | None
    """The last day that its date can mean; null where it is open, or has none."""
    matched: SearchResultMatched | str
    """Why it ranks where it does: `name` where the words stand in its name, title, other names or id; `text` where they do not, but stand somewhere in it."""
    snippets: list[Snippet]
    """Where the words stand: the passages that between them hold most of the words, names first. Those of sources have no citations, they are what is cited."""


class ServiceIndex(TypedDict):
    """What there is."""

    title: str
    """The name of the service."""
    last_seq: int
    """The newest change number of the feed."""
    coverage: list[CoverageOfType]
    """From when until when the record was looked after, an entry for each type of records."""
    links: ServiceIndexLinks
    """Where to go from here."""


SituationCommunication = TypedDict(
    "SituationCommunication",
    {
        "record": RecordLink,
        "pointer": str,
        "kind": CommunicationKind | str,
        "date": str,
        "date_earliest": str | None,
        "date_latest": str | None,
        "standing": CommunicationStanding | str | None,
        "from": Party,
        "to": Party | None,
        "summary": str,
        "tone": str | None,
        "described_by": Party | None,
        "regarding": list[TypedReference],
        "citations": list[Citation],
    },
)


class SituationFacility(TypedDict):
    """The status of a facility in short."""

    facility: FacilityLink
    """The facility."""
    trend: StatusChangeTrend | str
    """Direction of the last change of the integrity of any component: `dismantling`, which includes destruction; `building` what was not there before; `rebuilding` what had been taken down or damaged; `mixed` where changes of that day have several of these directions, `unchanged` where nothing changed or no change had a direction (from intact to modified, or damaged by a flood), `unknown` where nothing was seen."""
    last_change: LastChange | None
    """What the trend rests on; null where there was none."""
    counts: dict[str, int]
    """How many entries have each state, the states that none has left out; `contested` are those whose state is null."""
    last_observed: str | None
    """The day of the last observation that counts; null where there is none."""
    days_since_observed: int | None
    """Days from then to `reference_date`."""
    last_observed_by: list[SituationEvidence]
    """The observations that states of that day come from, with what these rest on; empty where never observed."""
    left_out: SituationLeftOut
    """Evidence that does not count."""
    status: str
    """URL of the whole status, by the same clocks."""


class SourcePatch(TypedDict):
    """A publication or statement that records cite. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array."""

    id: NotRequired[str | None]
    publisher: NotRequired[str | None]
    title: NotRequired[str]
    url: NotRequired[str | None]
    authors: NotRequired[list[Author] | None]
    published: NotRequired[EdtfDate]
    date_note: NotRequired[str | None]
    kind: NotRequired[SourceKind]
    language: NotRequired[str | None]
    retrieved_on: NotRequired[EdtfDate | None]
    archived_url: NotRequired[str | None]
    reliability: NotRequired[SourceReliability | None]
    republishes: NotRequired[str | None]
    relays: NotRequired[list[Relay] | None]
    corrected: NotRequired[EdtfDate | None]
    correction: NotRequired[str | None]
    same_as: NotRequired[list[SameA] | None]
    claims: NotRequired[list[ClaimWrite] | None]
    note: NotRequired[str | None]


class SourceWrite(TypedDict):
    """A publication or statement that records cite. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written."""

    id: NotRequired[str | None]
    publisher: NotRequired[str | None]
    title: str
    url: NotRequired[str | None]
    authors: NotRequired[list[Author]]
    published: EdtfDate | None
    date_note: NotRequired[str | None]
    kind: SourceKind
    language: NotRequired[str | None]
    retrieved_on: NotRequired[EdtfDate | None]
    archived_url: NotRequired[str | None]
    reliability: NotRequired[SourceReliability | None]
    republishes: NotRequired[str | None]
    relays: NotRequired[list[Relay]]
    corrected: NotRequired[EdtfDate | None]
    correction: NotRequired[str | None]
    same_as: NotRequired[list[SameA]]
    claims: NotRequired[list[ClaimWrite]]
    note: NotRequired[str | None]


StatusPeriod = TypedDict(
    "StatusPeriod",
    {
        "states": list[FindingState | str],
        "from": str,
        "last_observed": str,
        "until": str | None,
        "observed_on": list[str],
        "observed_days": int,
        "rests_on": list[FindingEvidence],
    },
)


class StatusPeriodRow(TypedDict):
    """The periods of a component, or of the whole site, in one aspect."""

    component: str | None
    """Id of the component; null for the whole site."""
    name: str | None
    """Name of the component; null for the whole site."""
    aspect: FindingAspect | str
    """Which question the state answers: whether it is whole, where it is, what it does."""
    periods: list[StatusPeriod]
    """The periods, oldest first; the last 200. Empty where it was never observed."""
    earlier_periods: int
    """How many earlier ones are left out."""


class StepWrite(TypedDict):
    """A change of a summit's status."""

    status: StepStatus
    date: EdtfDate
    by: NotRequired[PartyWrite | None]
    target: NotRequired[TargetWrite | None]
    note: NotRequired[str | None]
    citations: NotRequired[list[CitationWrite]]


class SummitPatch(TypedDict):
    """A meeting of leaders or their delegations, held or not. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array."""

    id: NotRequired[str | None]
    title: NotRequired[str]
    kind: NotRequired[SummitKind | None]
    parties: NotRequired[list[PartyWrite]]
    place: NotRequired[PlacePatch | None]
    date: NotRequired[EdtfDate | None]
    steps: NotRequired[list[StepWrite]]
    follows: NotRequired[str | None]
    outcome: NotRequired[OutcomePatch | None]
    citations: NotRequired[list[CitationWrite]]
    same_as: NotRequired[list[SameA] | None]
    claims: NotRequired[list[ClaimWrite] | None]
    note: NotRequired[str | None]


class SummitWrite(TypedDict):
    """A meeting of leaders or their delegations, held or not. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written."""

    id: NotRequired[str | None]
    title: str
    kind: NotRequired[SummitKind | None]
    parties: list[PartyWrite]
    place: NotRequired[PlaceWrite | None]
    date: NotRequired[EdtfDate | None]
    steps: list[StepWrite]
    follows: NotRequired[str | None]
    outcome: NotRequired[OutcomeWrite | None]
    citations: list[CitationWrite]
    same_as: NotRequired[list[SameA]]
    claims: NotRequired[list[ClaimWrite]]
    note: NotRequired[str | None]


class Target(TypedDict):
    """The date and place aimed at when a step was taken."""

    date: str | None
    """The date aimed at, EDTF level 1."""
    date_earliest: str | None
    date_latest: str | None
    place: Place | None
    """The place aimed at."""


class TimelineEntry(TypedDict):
    """Something that took place: a step towards a summit, a communication, a parade, an observation."""

    date: str
    """When it took place, EDTF level 1."""
    date_earliest: str | None
    date_latest: str | None
    kind: TimelineEntryKind | str
    """What kind of entry it is."""
    record: RecordLink
    """The record that it comes from."""
    pointer: str
    """JSON Pointer (RFC 6901) to the place in the record; empty for all of it."""
    summary: str
    """What took place, in a line made of the record."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""


class TimelineLeftOut(TypedDict):
    """What is not among the entries: observations of this page that later ones withdraw, and what was not public."""

    retracted: int
    """How many observations of this page were retracted as a whole."""
    superseded: int
    """How many others were superseded as a whole."""
    not_public: int
    """How many steps, communications, parades and observations that meet the filters had certainly taken place by `as_of`, and no source had reported by `published_until`, on all pages; 0 where that is not given. Of a kind 1000 are counted at most: of so many or more it is that number."""
    observations: list[LeftOutOfTimeline]
    """Which, and by which, in the order of the page; the first 100."""


class WeaponSystemPatch(TypedDict):
    """A type of weapon system, not a single weapon. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array."""

    id: NotRequired[str | None]
    name: NotRequired[str]
    aliases: NotRequired[list[SystemAliasWrite] | None]
    category: NotRequired[AppearanceCategory]
    country: NotRequired[str]
    range_km: NotRequired[QuantityPatch | None]
    citations: NotRequired[list[CitationWrite]]
    same_as: NotRequired[list[SameA] | None]
    claims: NotRequired[list[ClaimWrite] | None]
    note: NotRequired[str | None]


class WeaponSystemWrite(TypedDict):
    """A type of weapon system, not a single weapon. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written."""

    id: NotRequired[str | None]
    name: str
    aliases: NotRequired[list[SystemAliasWrite]]
    category: AppearanceCategory
    country: str
    range_km: NotRequired[QuantityWrite | None]
    citations: list[CitationWrite]
    same_as: NotRequired[list[SameA]]
    claims: NotRequired[list[ClaimWrite]]
    note: NotRequired[str | None]


class Activity(TypedDict):
    """Something going on at a facility."""

    kind: ActivityKind | str
    """What kind of activity, or of sign of it."""
    component: str | None
    """Id of the component where it was seen; null for the whole site."""
    level: ActivityLevel | str | None
    """How much of it was seen."""
    count: Quantity | None
    """How many vehicles, cranes or people were seen."""
    note: str | None
    """Remarks on this activity."""


class ActorPatch(TypedDict):
    """A person or body. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array."""

    id: NotRequired[str | None]
    name: NotRequired[str]
    aliases: NotRequired[list[AliasWrite] | None]
    kind: NotRequired[ActorKind]
    country: NotRequired[str | None]
    offices: NotRequired[list[OfficeWrite] | None]
    citations: NotRequired[list[CitationWrite]]
    same_as: NotRequired[list[SameA] | None]
    claims: NotRequired[list[ClaimWrite] | None]
    note: NotRequired[str | None]


class ActorWrite(TypedDict):
    """A person or body. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written."""

    id: NotRequired[str | None]
    name: str
    aliases: NotRequired[list[AliasWrite]]
    kind: ActorKind
    country: NotRequired[str | None]
    offices: NotRequired[list[OfficeWrite]]
    citations: list[CitationWrite]
    same_as: NotRequired[list[SameA]]
    claims: NotRequired[list[ClaimWrite]]
    note: NotRequired[str | None]


class Appearance(TypedDict):
    """A system, or a category of systems, shown at a parade or missing from it."""

    system: str | None
    """Id of the weapon system; give this or `category`."""
    category: AppearanceCategory | str | None
    """A category of systems as a whole; give this or `system`."""
    presence: AppearancePresence | str
    """`displayed`; `absent`: not shown; `not_observed`: not seen in what footage there is yet. A system that nobody mentions has no appearance."""
    basis: ClaimBasis | str | None
    """Whether a source states it or it is inferred; required where `presence` is `absent`."""
    quantity: Quantity | None
    """How many were shown: pieces, or vehicles carrying them."""
    first_display: bool | None
    """Whether it was shown for the first time."""
    identification: AppearanceIdentification | str | None
    """How certain the identification of the system is."""
    reported_as: str | None
    """The label used at the time."""
    note: str | None
    """Remarks on this appearance."""
    citations: list[Citation]
    """What this rests on; empty where it rests on the citations of the record."""


class AppearanceEvidence(TypedDict):
    """An appearance in the record of a parade."""

    record: RecordLink
    """The parade that it is in."""
    pointer: str
    """JSON Pointer (RFC 6901) to the place in the record; empty for all of it."""
    presence: AppearancePresence | str
    """`displayed`; `absent`: not shown; `not_observed`: not seen in what footage there is yet. A system that nobody mentions has no appearance."""
    basis: ClaimBasis | str | None
    """Whether a source states it or it is inferred; required where `presence` is `absent`."""
    quantity: Quantity | None
    """How many were shown: pieces, or vehicles carrying them."""
    first_display: bool | None
    """Whether it was shown for the first time."""
    identification: AppearanceIdentification | str | None
    """How certain the identification of the system is."""
    reported_as: str | None
    """The label used at the time."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""


class AppearanceRow(TypedDict):
    """One of the appearances of a record, with the record and what it rests on."""

    record: PartOwner
    """The record that it belongs to."""
    pointer: str
    """JSON Pointer (RFC 6901) to its place in the record."""
    date: str | None
    """The date of the record, EDTF level 1: that of what it records, or while none is set of its last step; null where it has none."""
    date_earliest: str | None
    date_latest: str | None
    country: str
    """Country that held it: ISO 3166-1 alpha-3."""
    system: str | None
    """Id of the weapon system; give this or `category`."""
    category: AppearanceCategory | str | None
    """A category of systems as a whole; give this or `system`. Where it is not given, that of the `system`."""
    presence: AppearancePresence | str
    """`displayed`; `absent`: not shown; `not_observed`: not seen in what footage there is yet. A system that nobody mentions has no appearance."""
    basis: ClaimBasis | str | None
    """Whether a source states it or it is inferred; required where `presence` is `absent`."""
    quantity: Quantity | None
    """How many were shown: pieces, or vehicles carrying them."""
    first_display: bool | None
    """Whether it was shown for the first time."""
    identification: AppearanceIdentification | str | None
    """How certain the identification of the system is."""
    reported_as: str | None
    """The label used at the time."""
    note: str | None
    """Remarks on this appearance."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""
    cited_by: StepRowCitedBy | str
    """Whose citations these are: its own, or where it has none those of the record, if some `supports` lead to its place these alone."""


class ChangedEntry(TypedDict):
    """An entry of the status after a change."""

    component: str | None
    """Id of the component; null for the whole site."""
    name: str | None
    """Name of the component; null for the whole site."""
    aspect: FindingAspect | str
    """Which question the state answers: whether it is whole, where it is, what it does."""
    state: FindingState | str | None
    """The latest state that is neither retracted nor superseded; `unknown` where it was never observed, null where observations of the last day compete: then see `conflicts`."""
    since: str | None
    """The first day of the unbroken run of this state; null where it was never observed, or states compete."""
    last_observed: str | None
    """The day from which the last observation of it certainly counts; null where there is none."""
    days_since_observed: int | None
    """Days from then to `reference_date`."""
    rests_on: list[FindingEvidence]
    """The finding that the state comes from. Of several that agree, it is that of the most precise date, then of the last id. Empty where it was never observed, or states compete."""
    since_rests_on: RecordLink | None
    """The observation that begins the run."""
    conflicts: list[FindingEvidence]
    """The competing states, where observations of the last day differ: a finding for each, none picked."""
    before: list[FindingState | str]
    """The states before; several where they competed, `unknown` where it was not observed, none where the component had not been identified."""


class Claim(TypedDict):
    """What one party says, kept beside what others say; accounts that contradict one another are all kept."""

    id: str | None
    """Name of the claim, unique in the record, for others to respond to."""
    about: str | None
    """What it is about: a JSON Pointer into this record, beginning with a slash, or a topic in words."""
    statement: str
    """What is claimed, in words."""
    by: Party
    """Who claims it."""
    stance: ClaimStance | str | None
    """How the claim stands to what it is about."""
    responds_to: str | None
    """Id of the claim in this record that it answers."""
    value: str | Quantity | Place | None
    """The date (EDTF), quantity or place claimed, as data."""
    basis: ClaimBasis | str | None
    """Whether the party says so, or it is inferred from what the party says."""
    credibility: int | None
    """Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged."""
    citations: list[Citation]
    """Where the claim was made; at least one."""


class ClaimRow(TypedDict):
    """One of the claims of a record, with the record and what it rests on."""

    record: PartOwner
    """The record that it belongs to."""
    pointer: str
    """JSON Pointer (RFC 6901) to its place in the record."""
    date: str | None
    """The date of the record, EDTF level 1: that of what it records, or while none is set of its last step; null where it has none."""
    date_earliest: str | None
    date_latest: str | None
    id: str | None
    """Name of the claim, unique in the record, for others to respond to."""
    about: str | None
    """What it is about: a JSON Pointer into this record, beginning with a slash, or a topic in words."""
    statement: str
    """What is claimed, in words."""
    by: Party
    """Who claims it."""
    stance: ClaimStance | str | None
    """How the claim stands to what it is about."""
    responds_to: str | None
    """Id of the claim in this record that it answers."""
    value: str | Quantity | Place | None
    """The date (EDTF), quantity or place claimed, as data."""
    basis: ClaimBasis | str | None
    """Whether the party says so, or it is inferred from what the party says."""
    credibility: int | None
    """Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""
    cited_by: StepRowCitedBy | str
    """Whose citations these are: its own, or where it has none those of the record, if some `supports` lead to its place these alone."""


Communication = TypedDict(
    "Communication",
    {
        "type": Literal["communication"],
        "id": str,
        "revision": int,
        "recorded_at": str,
        "self": str,
        "kind": CommunicationKind | str,
        "date": str,
        "date_earliest": str | None,
        "date_latest": str | None,
        "written": str | None,
        "written_earliest": str | None,
        "written_latest": str | None,
        "delivered": str | None,
        "delivered_earliest": str | None,
        "delivered_latest": str | None,
        "disclosed": str | None,
        "disclosed_earliest": str | None,
        "disclosed_latest": str | None,
        "standing": CommunicationStanding | str | None,
        "from": Party,
        "to": Party | None,
        "carried_by": Party | None,
        "summary": str,
        "tone": str | None,
        "described_by": Party | None,
        "quotes": list[Quote],
        "regarding": list[TypedReference],
        "citations": list[Citation],
        "same_as": list[str],
        "claims": list[Claim],
        "note": str | None,
    },
)


class CommunicationList(TypedDict):
    """One page of communications."""

    items: list[Communication]
    """The entries of this page."""
    next_cursor: str | None
    """Send it as `cursor` for the next page; null on the last."""
    total: NotRequired[int]
    """The number of all records selected; with `count=true` only."""


class CommunicationRevision(Revision):
    """A revision of a communication."""

    record: Communication | None
    """The record as it stood; null where it was deleted."""
    comparison: NotRequired[RevisionComparison]
    """With `compare` only: what differs from that revision."""


class Dependencies(TypedDict):
    """Each by name."""

    database: Dependency
    """The record."""
    replica: NotRequired[Dependency]
    """The replica that answers reads; only where one is set."""
    redis: NotRequired[Dependency]
    """The shared cache; only where one is set."""


class Facility(TypedDict):
    """A nuclear or missile facility."""

    type: Literal["facility"]
    """The type of the record."""
    id: str
    """Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date."""
    revision: int
    """How many times the record was written, this time included."""
    recorded_at: str
    """When this revision was recorded (RFC 3339, UTC)."""
    self: str
    """The URL of the record."""
    name: str
    """Name, as analysts call it."""
    aliases: list[Alias]
    """Other names, and their language."""
    kind: FacilityKind | str
    """What kind of facility it is."""
    country: str
    """Country it is in: ISO 3166-1 alpha-3."""
    place: Place
    """Where it is."""
    other_locations: list[OtherLocation]
    """Where other sources place it, if they disagree."""
    declared: bool | None
    """Whether the country has declared or acknowledged it; null where it is not known."""
    components: list[Component]
    """What it consists of, as far as findings tell it apart."""
    related: list[RelatedFacility]
    """Other facilities that it belongs to, may be the same as, or supports."""
    citations: list[Citation]
    """What the record rests on; at least one."""
    same_as: list[str]
    """URLs that name the same thing elsewhere: a Wikidata entity, say."""
    claims: list[Claim]
    """What parties claim about it; accounts that contradict one another stand side by side."""
    note: str | None
    """Anything else that a reader of the record should know."""


class FacilityList(TypedDict):
    """One page of facilities."""

    items: list[Facility]
    """The entries of this page."""
    next_cursor: str | None
    """Send it as `cursor` for the next page; null on the last."""
    total: NotRequired[int]
    """The number of all records selected; with `count=true` only."""


class FacilityPatch(TypedDict):
    """A nuclear or missile facility. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array."""

    id: NotRequired[str | None]
    name: NotRequired[str]
    aliases: NotRequired[list[AliasWrite] | None]
    kind: NotRequired[FacilityKind]
    country: NotRequired[str]
    place: NotRequired[PlacePatch]
    other_locations: NotRequired[list[OtherLocationWrite] | None]
    declared: NotRequired[bool | None]
    components: NotRequired[list[ComponentWrite] | None]
    related: NotRequired[list[RelatedFacilityWrite] | None]
    citations: NotRequired[list[CitationWrite]]
    same_as: NotRequired[list[SameA] | None]
    claims: NotRequired[list[ClaimWrite] | None]
    note: NotRequired[str | None]


class FacilityRevision(Revision):
    """A revision of a facility."""

    record: Facility | None
    """The record as it stood; null where it was deleted."""
    comparison: NotRequired[RevisionComparison]
    """With `compare` only: what differs from that revision."""


class FacilityStatusEntry(TypedDict):
    """The latest state of a component, or of the whole site, in one aspect."""

    component: str | None
    """Id of the component; null for the whole site."""
    name: str | None
    """Name of the component; null for the whole site."""
    aspect: FindingAspect | str
    """Which question the state answers: whether it is whole, where it is, what it does."""
    state: FindingState | str | None
    """The latest state that is neither retracted nor superseded; `unknown` where it was never observed, null where observations of the last day compete: then see `conflicts`."""
    since: str | None
    """The first day of the unbroken run of this state; null where it was never observed, or states compete."""
    last_observed: str | None
    """The day from which the last observation of it certainly counts; null where there is none."""
    days_since_observed: int | None
    """Days from then to `reference_date`."""
    rests_on: list[FindingEvidence]
    """The finding that the state comes from. Of several that agree, it is that of the most precise date, then of the last id. Empty where it was never observed, or states compete."""
    since_rests_on: RecordLink | None
    """The observation that begins the run."""
    conflicts: list[FindingEvidence]
    """The competing states, where observations of the last day differ: a finding for each, none picked."""


class FacilityWrite(TypedDict):
    """A nuclear or missile facility. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written."""

    id: NotRequired[str | None]
    name: str
    aliases: NotRequired[list[AliasWrite]]
    kind: FacilityKind
    country: str
    place: PlaceWrite
    other_locations: NotRequired[list[OtherLocationWrite]]
    declared: NotRequired[bool | None]
    components: NotRequired[list[ComponentWrite]]
    related: NotRequired[list[RelatedFacilityWrite]]
    citations: list[CitationWrite]
    same_as: NotRequired[list[SameA]]
    claims: NotRequired[list[ClaimWrite]]
    note: NotRequired[str | None]


class FindingList(TypedDict):
    """One page of findings, one row each."""

    items: list[FindingRow]
    """The rows of this page."""
    next_cursor: str | None
    """Where to go on with `cursor`; null on the last page."""
    total: NotRequired[int]
    """The number of all rows selected; with `count=true` only."""
    left_out: LeftOutOfParts
    """What the clocks leave out."""
    coverage: list[CoverageOfView]
    """Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`."""


class ImportReport(TypedDict):
    """What came of an import."""

    mode: ImportReportMode | str
    """The mode asked for."""
    dry_run: bool
    """Whether nothing was kept."""
    results: list[ImportResult]
    """What came of each line, in order. Where these are too many for one answer, lines with errors or warnings come before others."""
    results_omitted: int
    """How many lines are not listed in `results`."""
    created: int
    """How many lines are created."""
    updated: int
    """How many lines are updated."""
    unchanged: int
    """How many lines are unchanged."""
    failed: int
    """How many lines are failed."""


class LeftOut(TypedDict):
    """Evidence that does not count: later observations withdrew it, or it was not public."""

    retracted: int
    """How many observations are retracted, wholly or in part."""
    superseded: int
    """How many others are superseded, wholly or in part."""
    not_public: int
    """How many findings of days up to `as_of` no source had reported by `published_until`; 0 where that is not given."""
    observations: list[LeftOutObservation]
    """Which observations are withdrawn, and by which, in order of id; the first 20."""


class Observation(TypedDict):
    """What was seen of a facility at a date."""

    type: Literal["observation"]
    """The type of the record."""
    id: str
    """Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date."""
    revision: int
    """How many times the record was written, this time included."""
    recorded_at: str
    """When this revision was recorded (RFC 3339, UTC)."""
    self: str
    """The URL of the record."""
    facility: str
    """Id of the facility observed."""
    date: str
    """The date that it shows, not that of its publication, EDTF level 1."""
    date_earliest: str | None
    date_latest: str | None
    method: ObservationMethod | str
    """How it was observed."""
    imagery: list[Image]
    """The images it rests on."""
    findings: list[Finding]
    """The states found; at least one."""
    activity: list[Activity]
    """What was going on."""
    related: list[RelatedObservation]
    """Other observations that it supersedes, contradicts, corroborates or retracts."""
    regarding: list[TypedReference]
    """Records that it concerns: the parade that a rehearsal was for, say."""
    citations: list[Citation]
    """What the record rests on; at least one."""
    same_as: list[str]
    """URLs that name the same thing elsewhere: a Wikidata entity, say."""
    claims: list[Claim]
    """What parties claim about it; accounts that contradict one another stand side by side."""
    note: str | None
    """Anything else that a reader of the record should know."""


class ObservationList(TypedDict):
    """One page of observations."""

    items: list[Observation]
    """The entries of this page."""
    next_cursor: str | None
    """Send it as `cursor` for the next page; null on the last."""
    total: NotRequired[int]
    """The number of all records selected; with `count=true` only."""


class ObservationRevision(Revision):
    """A revision of an observation."""

    record: Observation | None
    """The record as it stood; null where it was deleted."""
    comparison: NotRequired[RevisionComparison]
    """With `compare` only: what differs from that revision."""


class Parade(TypedDict):
    """A military or paramilitary parade."""

    type: Literal["parade"]
    """The type of the record."""
    id: str
    """Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date."""
    revision: int
    """How many times the record was written, this time included."""
    recorded_at: str
    """When this revision was recorded (RFC 3339, UTC)."""
    self: str
    """The URL of the record."""
    title: str
    """Title, in a few words."""
    date: str
    """When it took place, local date, EDTF level 1."""
    date_earliest: str | None
    date_latest: str | None
    starts_at: str | None
    """When it began, if known: RFC 3339, returned in UTC."""
    country: str
    """Country that held it: ISO 3166-1 alpha-3."""
    place: Place | None
    """Where it took place."""
    force: ParadeForce | str | None
    """Which forces paraded."""
    occasion: Occasion | None
    """What it was held for."""
    time_of_day: ParadeTimeOfDay | str | None
    """Whether it was held by day or by night."""
    broadcast: Broadcast | None
    """How it was shown on television."""
    leader: Leader | None
    """The leader's part in it."""
    troops: Quantity | None
    """How many people marched."""
    appearances: list[Appearance]
    """The systems and categories shown, and those known not to have been."""
    attendees: list[Party]
    """Who else attended."""
    citations: list[Citation]
    """What the record rests on; at least one."""
    same_as: list[str]
    """URLs that name the same thing elsewhere: a Wikidata entity, say."""
    claims: list[Claim]
    """What parties claim about it; accounts that contradict one another stand side by side."""
    note: str | None
    """Anything else that a reader of the record should know."""


class ParadeList(TypedDict):
    """One page of parades."""

    items: list[Parade]
    """The entries of this page."""
    next_cursor: str | None
    """Send it as `cursor` for the next page; null on the last."""
    total: NotRequired[int]
    """The number of all records selected; with `count=true` only."""


class ParadePatch(TypedDict):
    """A military or paramilitary parade. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array."""

    id: NotRequired[str | None]
    title: NotRequired[str]
    date: NotRequired[EdtfDate]
    starts_at: NotRequired[str | None]
    country: NotRequired[str]
    place: NotRequired[PlacePatch | None]
    force: NotRequired[ParadeForce | None]
    occasion: NotRequired[OccasionPatch | None]
    time_of_day: NotRequired[ParadeTimeOfDay | None]
    broadcast: NotRequired[BroadcastPatch | None]
    leader: NotRequired[LeaderPatch | None]
    troops: NotRequired[QuantityPatch | None]
    appearances: NotRequired[list[AppearanceWrite] | None]
    attendees: NotRequired[list[PartyWrite] | None]
    citations: NotRequired[list[CitationWrite]]
    same_as: NotRequired[list[SameA] | None]
    claims: NotRequired[list[ClaimWrite] | None]
    note: NotRequired[str | None]


class ParadeRevision(Revision):
    """A revision of a parade."""

    record: Parade | None
    """The record as it stood; null where it was deleted."""
    comparison: NotRequired[RevisionComparison]
    """With `compare` only: what differs from that revision."""


class ParadeShowing(TypedDict):
    """Whether one parade showed a system or a category."""

    presence: ParadeShowingPresence | str
    """`displayed`; `absent`: a source states, or it is inferred, that it was not shown; `not_observed`: not seen in what footage there was; `unrecorded`: the record does not say. A category's absence is that of its systems, unless one of them was displayed; a system displayed is its category displayed."""
    basis: ClaimBasis | str | None
    """The firmest basis of that presence."""
    contested: bool
    """Whether one appearance says displayed and another absent; then `presence` is `displayed`, and `rests_on` has both."""
    rests_on: list[AppearanceEvidence]
    """The appearances that say so; empty where unrecorded."""


class PresenceAtParade(TypedDict):
    """The presence of a system or a category at one parade."""

    presence: ParadeShowingPresence | str
    """`displayed`; `absent`: a source states, or it is inferred, that it was not shown; `not_observed`: not seen in what footage there was; `unrecorded`: the record does not say. A category's absence is that of its systems, unless one of them was displayed; a system displayed is its category displayed."""
    basis: ClaimBasis | str | None
    """The firmest basis of that presence."""
    contested: bool
    """Whether one appearance says displayed and another absent; then `presence` is `displayed`, and `rests_on` has both."""
    rests_on: list[AppearanceEvidence]
    """The appearances that say so; empty where unrecorded."""
    parade: str
    """Id of the parade."""


class Problem(TypedDict):
    """What went wrong (RFC 9457)."""

    type: str
    """The kind of problem: a URL that explains it: `/problems/bad-request`, `/problems/feed-history-differs`, `/problems/feed-no-longer-retained`, `/problems/forbidden`, `/problems/id-taken`, `/problems/idempotency-in-progress`, `/problems/idempotency-key-reused`, `/problems/import-refused`, `/problems/internal-error`, `/problems/invalid-cursor`, `/problems/invalid-header`, `/problems/invalid-parameter`, `/problems/json-too-deep`, `/problems/malformed-json`, `/problems/method-not-allowed`, `/problems/not-acceptable`, `/problems/not-found`, `/problems/payload-too-large`, `/problems/precondition-failed`, `/problems/precondition-required`, `/problems/range-not-satisfiable`, `/problems/rate-limited`, `/problems/record-deleted`, `/problems/record-referenced`, `/problems/request-header-fields-too-large`, `/problems/request-timeout`, `/problems/service-unavailable`, `/problems/unauthorized`, `/problems/unsupported-media-type`, `/problems/uri-too-long`, `/problems/validation-failed`. Later releases may add others."""
    title: str
    """The kind of problem, in words."""
    status: int
    """The status of the answer."""
    detail: str
    """What is wrong with this request, for people."""
    instance: str
    """The path of the request."""
    errors_truncated: NotRequired[Literal[True]]
    """There are more errors than are listed."""
    errors_total: NotRequired[int]
    """How many errors there are, where they were counted."""
    errors: NotRequired[list[ParameterError]]
    """What is wrong with which parameter."""
    line: NotRequired[int]
    """Line of the body where reading stopped."""
    column: NotRequired[int]
    """Column of that line."""
    available: NotRequired[list[AvailableRepresentation]]
    """The representations that there are."""
    record: NotRequired[str]
    """The URL of the record that has the id."""
    referenced_by: NotRequired[list[ReferringPlace]]
    """The places that name the record."""
    last_revision: NotRequired[str]
    """The last content of the deleted record."""
    deleted_at: NotRequired[str]
    """When it was deleted."""
    reason: NotRequired[str | None]
    """Why it was deleted, in the words of who did."""
    oldest_after: NotRequired[int]
    """The least `after` that the feed still answers."""
    last_seq: NotRequired[int]
    """The newest change number of the feed."""
    max_bytes: NotRequired[int]
    """The longest body that is taken."""
    max_lines: NotRequired[int]
    """The most lines that an import takes."""
    policy: NotRequired[ProblemPolicy | str]
    """The rate limit that is used up."""
    request_id: NotRequired[str]
    """The id under which this is logged."""
    dependencies: NotRequired[Dependencies]
    """Each by name."""


class Readiness(TypedDict):
    """What the service rests on."""

    status: Literal["ready"]
    """Whether the service can do its work."""
    dependencies: Dependencies
    """Each by name."""


class Search(TypedDict):
    """One page of the records that hold the words of `q`, of every type."""

    items: list[SearchResult]
    """The records found, in order of rank."""
    matched: SearchMatched | str
    """`all` where the records hold all words; `any` where none does, and these hold as many of the words as any record. Of more than eight words the eight longest count then."""
    next_cursor: str | None
    """Where to go on with `cursor`; null on the last page."""
    left_out: SearchLeftOut
    """What was not public."""
    coverage: list[CoverageOfView]
    """Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`."""


class SituationStep(TypedDict):
    """A step of a summit, where it stands in the record."""

    record: RecordLink
    """The summit."""
    pointer: str
    """JSON Pointer (RFC 6901) to the place in the record; empty for all of it."""
    status: StepStatus | str
    """The status from this step on."""
    date: str
    """When it was taken, EDTF level 1."""
    date_earliest: str | None
    date_latest: str | None
    by: Party | None
    """Who took it; null where that is not recorded."""
    target: Target | None
    """What was being aimed at then."""
    note: str | None
    """What else is to be known of it."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""


class SituationSummit(TypedDict):
    """A summit, and where it stands under the clocks."""

    record: RecordLink
    """The summit."""
    title: str
    """Title of the summit."""
    kind: SummitKind | str | None
    """What kind of meeting it is."""
    parties: list[Party]
    """Who meets."""
    follows: str | None
    """Id of the summit that this one follows."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""
    status: SituationSummitStatus | str
    """Its status under the clocks."""
    since: str
    """Since when it has had it: the day from which the first step of the unbroken run counts."""
    rests_on: SituationStep
    """The last step that counts, which the status comes from; `by` tells who took it."""
    since_rests_on: SituationEvidence
    """The step that begins the run; often the same."""
    asked_for: SituationStep | None
    """The last step that counts by which it was requested, else proposed; null where none did."""


class SituationUncertainSummit(TypedDict):
    """A summit of which more had happened than the public knew; `rests_on` is the last step that was public."""

    record: RecordLink
    """The summit."""
    title: str
    """Title of the summit."""
    kind: SummitKind | str | None
    """What kind of meeting it is."""
    parties: list[Party]
    """Who meets."""
    follows: str | None
    """Id of the summit that this one follows."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""
    status: SituationSummitStatus | str
    """Its status under the clocks."""
    since: str
    """Since when it has had it: the day from which the first step of the unbroken run counts."""
    rests_on: SituationStep
    """The last step that counts, which the status comes from; `by` tells who took it."""
    since_rests_on: SituationEvidence
    """The step that begins the run; often the same."""
    asked_for: SituationStep | None
    """The last step that counts by which it was requested, else proposed; null where none did."""
    steps_left_out: int
    """How many later steps had been taken by `published_until`, and were told of only afterwards."""


class Source(TypedDict):
    """A publication or statement that records cite."""

    type: Literal["source"]
    """The type of the record."""
    id: str
    """Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date."""
    revision: int
    """How many times the record was written, this time included."""
    recorded_at: str
    """When this revision was recorded (RFC 3339, UTC)."""
    self: str
    """The URL of the record."""
    publisher: str | None
    """Who published it; null where the page does not say."""
    title: str
    """Title, as the source gives it."""
    url: str | None
    """Where it was published."""
    authors: list[str]
    """Its authors, as the source names them."""
    published: str | None
    """When it was published, EDTF level 1. Null where the page gives no date: then it counts as public only once `retrieved_on` has passed."""
    published_earliest: str | None
    published_latest: str | None
    date_note: str | None
    """How the date is known, where the source does not give it outright."""
    kind: SourceKind | str
    """What kind of source it is."""
    language: str | None
    """Language it is written in, a BCP 47 tag: `en` or `ko`, say."""
    retrieved_on: str | None
    """When it was read for this record, EDTF level 1."""
    retrieved_on_earliest: str | None
    retrieved_on_latest: str | None
    archived_url: str | None
    """Where an archived copy is kept."""
    reliability: SourceReliability | str | None
    """Reliability of the source on the Admiralty scale: A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged."""
    republishes: str | None
    """Id of the source that this one copies; a copy may lack its correction."""
    relays: list[str]
    """Ids of sources, or names of publishers, whose reading this one only passes on: two sources that relay one analyst are one origin. A text that equals the id of a source means that source, also of one recorded later."""
    corrected: str | None
    """When it was corrected, EDTF level 1."""
    corrected_earliest: str | None
    corrected_latest: str | None
    correction: str | None
    """What was corrected."""
    same_as: list[str]
    """URLs that name the same thing elsewhere: a Wikidata entity, say."""
    claims: list[Claim]
    """What parties claim about it; accounts that contradict one another stand side by side."""
    note: str | None
    """Anything else that a reader of the record should know."""


class SourceList(TypedDict):
    """One page of sources."""

    items: list[Source]
    """The entries of this page."""
    next_cursor: str | None
    """Send it as `cursor` for the next page; null on the last."""
    total: NotRequired[int]
    """The number of all records selected; with `count=true` only."""


class SourceRevision(Revision):
    """A revision of a source."""

    record: Source | None
    """The record as it stood; null where it was deleted."""
    comparison: NotRequired[RevisionComparison]
    """With `compare` only: what differs from that revision."""


class StatusChange(TypedDict):
    """A day on which the status changed, and the status after it."""

    date: str
    """The day from which the change certainly counts."""
    trend: StatusChangeTrend | str
    """Direction of the last change of the integrity of any component: `dismantling`, which includes destruction; `building` what was not there before; `rebuilding` what had been taken down or damaged; `mixed` where changes of that day have several of these directions, `unchanged` where nothing changed or no change had a direction (from intact to modified, or damaged by a flood), `unknown` where nothing was seen."""
    counts: dict[str, int]
    """How many entries have each state, the states that none has left out; `contested` are those whose state is null."""
    changed: list[ChangedEntry]
    """The entries whose states changed, as the status with `as_of` on this day has them; none where only the trend did, because evidence was withdrawn."""
    status: str
    """URL of the whole status of that day, by the same clocks."""


class Step(TypedDict):
    """A change of a summit's status."""

    status: StepStatus | str
    """The status from this step on, in any order. `not_held`: the visit took place, the leaders' meeting did not."""
    date: str
    """When the step was taken, EDTF level 1. It counts from its latest possible day on."""
    date_earliest: str | None
    date_latest: str | None
    by: Party | None
    """Who took it."""
    target: Target | None
    """The date and place aimed at then."""
    note: str | None
    """Remarks on this step."""
    citations: list[Citation]
    """What this rests on; empty where it rests on the citations of the record."""


class StepRow(TypedDict):
    """One of the steps of a record, with the record and what it rests on."""

    record: PartOwner
    """The record that it belongs to."""
    pointer: str
    """JSON Pointer (RFC 6901) to its place in the record."""
    date: str
    """When the step was taken, EDTF level 1. It counts from its latest possible day on."""
    date_earliest: str | None
    date_latest: str | None
    status: StepStatus | str
    """The status from this step on, in any order. `not_held`: the visit took place, the leaders' meeting did not."""
    by: Party | None
    """Who took it."""
    target: Target | None
    """The date and place aimed at then."""
    note: str | None
    """Remarks on this step."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""
    cited_by: StepRowCitedBy | str
    """Whose citations these are: its own, or where it has none those of the record, if some `supports` lead to its place these alone."""


class Summit(TypedDict):
    """A meeting of leaders or their delegations, held or not."""

    type: Literal["summit"]
    """The type of the record."""
    id: str
    """Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date."""
    revision: int
    """How many times the record was written, this time included."""
    recorded_at: str
    """When this revision was recorded (RFC 3339, UTC)."""
    self: str
    """The URL of the record."""
    title: str
    """Title, in a few words."""
    kind: SummitKind | str | None
    """What kind of meeting it is."""
    parties: list[Party]
    """Who meets: at least two parties."""
    place: Place | None
    """Where it is held; perhaps only a country at first, and later a hotel."""
    date: str | None
    """When it is held, EDTF level 1; null while no date is set."""
    date_earliest: str | None
    date_latest: str | None
    steps: list[Step]
    """How it came about or failed: changes of status in order of date (by latest, then earliest day; an open end counts as the known one)."""
    follows: str | None
    """Id of the summit that this one follows."""
    outcome: Outcome | None
    """Its outcome."""
    citations: list[Citation]
    """What the record rests on; at least one."""
    status: SummitStatus | str | None
    """The status of the last step by `as_of`, today (UTC) if not given; null before the first. Under `published_until` that of the last step that was public, and `uncertain` where a later step had been taken by then but was reported only afterwards."""
    status_since: str | None
    """Since when it has had this status: the day from which the first step of the unbroken run counts; where it is `uncertain`, since when it had the last public status."""
    same_as: list[str]
    """URLs that name the same thing elsewhere: a Wikidata entity, say."""
    claims: list[Claim]
    """What parties claim about it; accounts that contradict one another stand side by side."""
    note: str | None
    """Anything else that a reader of the record should know."""


class SummitList(TypedDict):
    """One page of summits."""

    items: list[Summit]
    """The entries of this page."""
    next_cursor: str | None
    """Send it as `cursor` for the next page; null on the last."""
    total: NotRequired[int]
    """The number of all records selected; with `count=true` only."""


class SummitRevision(Revision):
    """A revision of a summit."""

    record: Summit | None
    """The record as it stood; null where it was deleted."""
    comparison: NotRequired[RevisionComparison]
    """With `compare` only: what differs from that revision."""


SystemDifference = TypedDict(
    "SystemDifference",
    {
        "system": str,
        "self": str,
        "name": str,
        "category": AppearanceCategory | str,
        "parade": ParadeShowing,
        "with": ParadeShowing,
    },
)


class SystemGroups(TypedDict):
    """The systems that either parade mentions, each once, in order of id."""

    added: list[SystemDifference]
    """Displayed at this parade, and not at the one compared with; `with` says why not."""
    kept: list[SystemDifference]
    """Displayed at both."""
    no_longer_shown: list[SystemDifference]
    """Displayed at the one compared with, and not at this parade; `parade` says why not."""
    shown_at_neither: list[SystemDifference]
    """Displayed at neither, and at least one record says that it was not."""


class SystemPresence(TypedDict):
    """A system, and its presence at the parades."""

    system: str
    """Id of the system."""
    self: str
    """URL of the system."""
    name: str
    """Name of the system."""
    category: AppearanceCategory | str
    """Its category, by the system's record."""
    presence: list[PresenceAtParade]
    """Its presence at each of the parades whose record says something of it, in the order of `parades`; at all others it is `unrecorded`."""


class Timeline(TypedDict):
    """One page of the timeline: summit steps, communications, parades and observations in one dated stream."""

    items: list[TimelineEntry]
    """The entries, in order of the first day of their dates; those of one day go by kind, then record, then place in the record."""
    next_cursor: str | None
    """Where to go on with `cursor`; null on the last page."""
    left_out: TimelineLeftOut
    """What the clocks and later observations leave out."""
    coverage: list[CoverageOfView]
    """Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`."""


class WeaponSystem(TypedDict):
    """A type of weapon system, not a single weapon."""

    type: Literal["system"]
    """The type of the record."""
    id: str
    """Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date."""
    revision: int
    """How many times the record was written, this time included."""
    recorded_at: str
    """When this revision was recorded (RFC 3339, UTC)."""
    self: str
    """The URL of the record."""
    name: str
    """Name, in the designation of the country that makes it where that is known."""
    aliases: list[SystemAlias]
    """Other designations, and who uses them."""
    category: AppearanceCategory | str
    """What kind of weapon it is."""
    country: str
    """Country that fields it: ISO 3166-1 alpha-3."""
    range_km: Quantity | None
    """Range in kilometres."""
    citations: list[Citation]
    """What the record rests on; at least one."""
    same_as: list[str]
    """URLs that name the same thing elsewhere: a Wikidata entity, say."""
    claims: list[Claim]
    """What parties claim about it; accounts that contradict one another stand side by side."""
    note: str | None
    """Anything else that a reader of the record should know."""


class WeaponSystemList(TypedDict):
    """One page of systems."""

    items: list[WeaponSystem]
    """The entries of this page."""
    next_cursor: str | None
    """Send it as `cursor` for the next page; null on the last."""
    total: NotRequired[int]
    """The number of all records selected; with `count=true` only."""


class WeaponSystemRevision(Revision):
    """A revision of a system."""

    record: WeaponSystem | None
    """The record as it stood; null where it was deleted."""
    comparison: NotRequired[RevisionComparison]
    """With `compare` only: what differs from that revision."""


class Actor(TypedDict):
    """A person or body."""

    type: Literal["actor"]
    """The type of the record."""
    id: str
    """Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date."""
    revision: int
    """How many times the record was written, this time included."""
    recorded_at: str
    """When this revision was recorded (RFC 3339, UTC)."""
    self: str
    """The URL of the record."""
    name: str
    """Name by which the person or body is best known in English."""
    aliases: list[Alias]
    """Other names: in Hangul, other romanisations, abbreviations; and their language."""
    kind: ActorKind | str
    """What kind of actor it is."""
    country: str | None
    """Country that the actor belongs to or acts for: ISO 3166-1 alpha-3."""
    offices: list[Office]
    """Offices that a person held, and when."""
    citations: list[Citation]
    """What the record rests on; at least one."""
    same_as: list[str]
    """URLs that name the same thing elsewhere: a Wikidata entity, say."""
    claims: list[Claim]
    """What parties claim about it; accounts that contradict one another stand side by side."""
    note: str | None
    """Anything else that a reader of the record should know."""


class ActorList(TypedDict):
    """One page of actors."""

    items: list[Actor]
    """The entries of this page."""
    next_cursor: str | None
    """Send it as `cursor` for the next page; null on the last."""
    total: NotRequired[int]
    """The number of all records selected; with `count=true` only."""


class ActorRevision(Revision):
    """A revision of an actor."""

    record: Actor | None
    """The record as it stood; null where it was deleted."""
    comparison: NotRequired[RevisionComparison]
    """With `compare` only: what differs from that revision."""


class AppearanceList(TypedDict):
    """One page of appearances, one row each."""

    items: list[AppearanceRow]
    """The rows of this page."""
    next_cursor: str | None
    """Where to go on with `cursor`; null on the last page."""
    total: NotRequired[int]
    """The number of all rows selected; with `count=true` only."""
    left_out: LeftOutOfParts
    """What the clocks leave out."""
    coverage: list[CoverageOfView]
    """Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`."""


CategoryDifference = TypedDict(
    "CategoryDifference",
    {
        "category": AppearanceCategory | str,
        "parade": ParadeShowing,
        "with": ParadeShowing,
    },
)


class CategoryGroups(TypedDict):
    """The categories that either parade mentions, each once, in alphabetical order."""

    added: list[CategoryDifference]
    """Displayed at this parade, and not at the one compared with; `with` says why not."""
    kept: list[CategoryDifference]
    """Displayed at both."""
    no_longer_shown: list[CategoryDifference]
    """Displayed at the one compared with, and not at this parade; `parade` says why not."""
    shown_at_neither: list[CategoryDifference]
    """Displayed at neither, and at least one record says that it was not."""


class CategoryPresence(TypedDict):
    """A category of systems, and its presence at the parades."""

    category: AppearanceCategory | str
    """The category."""
    presence: list[PresenceAtParade]
    """Its presence at each of the parades whose record says something of it, in the order of `parades`; at all others it is `unrecorded`."""


class ClaimList(TypedDict):
    """One page of claims, one row each."""

    items: list[ClaimRow]
    """The rows of this page."""
    next_cursor: str | None
    """Where to go on with `cursor`; null on the last page."""
    total: NotRequired[int]
    """The number of all rows selected; with `count=true` only."""
    left_out: LeftOutOfParts
    """What the clocks leave out."""
    coverage: list[CoverageOfView]
    """Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`."""


class FacilityStatus(TypedDict):
    """The status of a facility under the three clocks."""

    facility: FacilityLink
    """The facility."""
    reference_date: str
    """The day as of which the answer holds, and to which days are counted: `as_of`, else that of `known_at`, else today (UTC)."""
    trend: StatusChangeTrend | str
    """Direction of the last change of the integrity of any component: `dismantling`, which includes destruction; `building` what was not there before; `rebuilding` what had been taken down or damaged; `mixed` where changes of that day have several of these directions, `unchanged` where nothing changed or no change had a direction (from intact to modified, or damaged by a flood), `unknown` where nothing was seen."""
    last_change: LastChange | None
    """What the trend rests on; null where there was none."""
    last_observed: str | None
    """The day of the last observation that counts; null where there is none."""
    days_since_observed: int | None
    """Days from then to `reference_date`."""
    counts: dict[str, int]
    """How many entries have each state, the states that none has left out; `contested` are those whose state is null."""
    components: list[FacilityStatusEntry]
    """An entry for the integrity of each component, in the facility's order, and for each other aspect that was observed; the whole site, where there are findings on it, last. A component counts from `first_identified` on: from the last day that this can mean, or from the first where findings on it count by then."""
    left_out: LeftOut
    """Evidence that does not count."""
    history: str
    """URL of the history of this status, by the same clocks."""
    coverage: list[CoverageOfView]
    """Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`."""


class FacilityStatusHistory(TypedDict):
    """The history of a facility's status: an entry for each change, oldest first."""

    facility: FacilityLink
    """The facility."""
    items: list[StatusChange]
    """The days on which the status changed."""
    next_cursor: str | None
    """Where the next page begins; null on the last."""
    left_out: LeftOutOfHistory
    """Evidence that was not public."""
    coverage: list[CoverageOfView]
    """Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`."""


class FacilityStatusPeriods(TypedDict):
    """The states of a facility's components over time, by the evidence that counts under the three clocks."""

    facility: FacilityLink
    """The facility."""
    reference_date: str
    """The day as of which the answer holds: `as_of`, else that of `known_at`, else today (UTC)."""
    rows: list[StatusPeriodRow]
    """A row for each entry of the status, in its order. The last period of each row is what the status says."""
    left_out: LeftOut
    """Evidence that does not count."""
    coverage: list[CoverageOfView]
    """Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`."""


NotCreatableProblem: TypeAlias = ValidationProblem | Problem
"""One of these."""


NotImportedProblem: TypeAlias = ImportProblem | Problem
"""One of these."""


ParadeComparison = TypedDict(
    "ParadeComparison",
    {
        "parade": ComparedParade,
        "with": ComparedParade | None,
        "systems": SystemGroups,
        "categories": CategoryGroups,
        "left_out": LeftOutOfComparison,
        "coverage": list[CoverageOfView],
    },
)


class ParadeGrid(TypedDict):
    """The systems and categories that parades showed or left out."""

    reference_date: str
    """The day as of which the answer holds: `as_of`, else that of `known_at`, else today (UTC)."""
    parades: list[ComparedParade]
    """The parades, newest first."""
    systems: list[SystemPresence]
    """The systems that any of them names, by category and name. Where a parade showed nothing of a category, that is said of each of these systems of it too."""
    categories: list[CategoryPresence]
    """The categories that any of them mentions."""
    next_cursor: str | None
    """Where the page with earlier parades begins; null on the last."""
    left_out: LeftOutOfGrid
    """What was not public."""
    coverage: list[CoverageOfView]
    """Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`."""


class SituationHeldSummit(TypedDict):
    """The summit held last, with what came of it."""

    record: RecordLink
    """The summit."""
    title: str
    """Title of the summit."""
    kind: SummitKind | str | None
    """What kind of meeting it is."""
    parties: list[Party]
    """Who meets."""
    follows: str | None
    """Id of the summit that this one follows."""
    citations: list[Citation]
    """What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record."""
    status: SituationSummitStatus | str
    """Its status under the clocks."""
    since: str
    """Since when it has had it: the day from which the first step of the unbroken run counts."""
    rests_on: SituationStep
    """The last step that counts, which the status comes from; `by` tells who took it."""
    since_rests_on: SituationEvidence
    """The step that begins the run; often the same."""
    asked_for: SituationStep | None
    """The last step that counts by which it was requested, else proposed; null where none did."""
    date: str | None
    """When it was held, EDTF level 1; null where only its steps are dated."""
    date_earliest: str | None
    date_latest: str | None
    place: Place | None
    """Where it was held."""
    result: OutcomeResult | str | None
    """The firmest result there was, at `/outcome/result` of the record; under `published_until` null unless a source of the record itself was public."""


class SituationNoLongerShown(TypedDict):
    """What the parade before displayed, and the last one did not: systems by id, categories in alphabetical order."""

    systems: list[SystemDifference]
    """Displayed at the one compared with, and not at this parade; `parade` says why not."""
    categories: list[CategoryDifference]
    """Displayed at the one compared with, and not at this parade; `parade` says why not."""


SituationParade = TypedDict(
    "SituationParade",
    {
        "parade": ComparedParade,
        "with": ComparedParade | None,
        "no_longer_shown": SituationNoLongerShown,
        "comparison": str,
    },
)


class StepList(TypedDict):
    """One page of steps, one row each."""

    items: list[StepRow]
    """The rows of this page."""
    next_cursor: str | None
    """Where to go on with `cursor`; null on the last page."""
    total: NotRequired[int]
    """The number of all rows selected; with `count=true` only."""
    left_out: LeftOutOfParts
    """What the clocks leave out."""
    coverage: list[CoverageOfView]
    """Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`."""


class Situation(TypedDict):
    """The state of play under the three clocks: summits, communications, the last parade, the facilities."""

    clocks: SituationClocks
    """The clocks that this was answered under."""
    reference_date: str
    """The day that the answer speaks from, which days are counted to: `as_of`, else that of `known_at`, else today (UTC)."""
    last_summit_held: SituationHeldSummit | None
    """Of the summits whose status is `held`, that of the latest date, by its first day; where it has none, by that of its held step. Null where there is none."""
    summits_in_preparation: list[SituationSummit]
    """The summits whose status is one of proposed, requested, accepted, coordinating, scheduled, postponed, reinstated, those with the newest last step first; at most 100, the rest are in the list of summits by `status`."""
    summits_uncertain: list[SituationUncertainSummit]
    """Under `published_until`: the summits of which a later step had been taken by then and was told of only afterwards, whatever their last public step; those with the newest one first, at most 100."""
    latest_communications: list[SituationCommunication]
    """The last 5 communications, newest first by the first day of their dates, as in their list."""
    last_parade: SituationParade | None
    """The last parade of any country, by the first day of its date; null where there is none."""
    facilities: list[SituationFacility]
    """Each facility's status, in order of name; at most 500. Under `published_until` without those of which nothing was public."""
    left_out: LeftOutOfSituation
    """What `published_until` leaves out of the above."""
    coverage: list[CoverageOfView]
    """Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`."""
