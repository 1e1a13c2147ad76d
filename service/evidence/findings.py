"""The possible methods and states of findings, and the terms by which the last finding of each state is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service.evidence.citations import own_citations
from service.records.index.public_days import public_key
from service.records.record_type import CopiedTerm, Original
from service.records.schemas.dates import DateBounds

METHODS = ("satellite_imagery", "ground_photo", "site_visit", "inspection", "official_statement", "sensor")
STATES_OF_ASPECT = {
    "integrity": (
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
    ),
    "position": ("in_place", "relocated"),
    "activity": ("operating", "intermittent", "idle", "shut_down", "unknown"),
}
STATES = tuple(dict.fromkeys(state for states in STATES_OF_ASPECT.values() for state in states))
# The relations by which a later observation withdraws an earlier one.
WITHDRAWING = ("retracts", "supersedes")

# Fields of terms that are not filters: callers cannot query them.
FINDING, EARLY = "finding", "early"
WITHDRAWS, WITHDRAWN_AT, OBSERVED_AT = "withdraws", "withdrawn_at", "observed_at"


def day_of(dated: Mapping[str, Any]) -> str:
    """Return the day from which an observation certainly counts: the latest that its date can mean.

    An open end counts as the known end (PRODUCT.md, section 1, Dates).
    """
    return DateBounds(dated["date_earliest"], dated["date_latest"]).last


def finding_term(observation: Mapping[str, Any], finding: Mapping[str, Any]) -> str:
    """Return ``facility|component|aspect|state|day|first day``: the findings of a series are adjacent, in order of day.

    The parts contain no ``|``, which sorts after every character that they contain; the whole site is an empty
    component.
    """
    kind = (observation["facility"], finding["component"] or "", finding["aspect"], finding["state"])
    first = DateBounds(observation["date_earliest"], observation["date_latest"]).first
    return "|".join((*kind, day_of(observation), first))


def terms_of_withdrawals(observation: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the terms with the observation's facility, and the observations that it withdraws, wholly or in part."""
    yield OBSERVED_AT, f"{observation['id']}|{observation['facility']}"
    for related in observation["related"]:
        if related["relation"] in WITHDRAWING:
            yield WITHDRAWS, related["observation"]


def copies_of_originals(observation: Mapping[str, Any], original: Original) -> Iterator[CopiedTerm]:
    """Yield the findings, and the withdrawals by the facility that they affect: once for each source that each rests
    on.

    A finding whose source appeared before the day from which the finding certainly counts (a finding of "2018",
    published in May) is early: it also has a term ``facility|day``. No other finding is later than the day on which it
    became public.
    """
    facility, day = observation["facility"], day_of(observation)
    for place, finding in enumerate(observation["findings"]):
        for source in _sources_of(observation, f"/findings/{place}"):
            public_from = original("source", source)
            key = public_key(public_from, place, source)
            yield CopiedTerm(FINDING, finding_term(observation, finding), key)
            if public_from is not None and public_from < day:
                yield CopiedTerm(EARLY, f"{facility}|{day}", key)
    for place, related in enumerate(observation["related"]):
        if related["relation"] in WITHDRAWING:
            where = original("observation", related["observation"]) or ""
            value = f"{where}|{_withdrawal(observation, related)}"
            for source in _sources_of(observation, f"/related/{place}"):
                yield CopiedTerm(WITHDRAWN_AT, value, public_key(original("source", source), place, source))


def _withdrawal(observation: Mapping[str, Any], related: Mapping[str, Any]) -> str:
    """Return ``withdrawn|relation|components|facility|day``; the last two are those of the withdrawing observation."""
    components = ",".join(sorted(related["components"]))
    kind = (related["observation"], related["relation"], components)
    return "|".join((*kind, observation["facility"], day_of(observation)))


def _sources_of(observation: Mapping[str, Any], pointer: str) -> Iterable[str]:
    citations = own_citations(observation, pointer) or observation["citations"]
    return dict.fromkeys(citation["source"] for citation in citations)
