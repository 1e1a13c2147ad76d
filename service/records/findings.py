"""How findings are made, the states that they have, and the terms by which the last finding of each state is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.records.dates import Bounds

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
# The relations by which a later observation takes an earlier one back.
WITHDRAWING = ("retracts", "supersedes")

# Fields of terms, not of filters: callers cannot ask for them.
FINDING, WITHDRAWS = "finding", "withdraws"


def day_of(dated: Mapping[str, Any]) -> str:
    """Return the day from which an observation certainly counts: the latest that its date can mean.

    An open end counts as the known one (PRODUCT.md, section 1, Dates).
    """
    return Bounds(dated["date_earliest"], dated["date_latest"]).last


def finding_term(observation: Mapping[str, Any], finding: Mapping[str, Any]) -> str:
    """Return ``facility|component|aspect|state|day``: all findings of a kind lie together, in the order of days.

    The parts hold no ``|``, which sorts after all that they hold; the whole site is an empty component.
    """
    kind = (observation["facility"], finding["component"] or "", finding["aspect"], finding["state"])
    return "|".join((*kind, day_of(observation)))


def terms_of_findings(observation: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the terms of an observation's findings, and of the observations that it withdraws, wholly or in part."""
    for finding in observation["findings"]:
        yield FINDING, finding_term(observation, finding)
    for related in observation["related"]:
        if related["relation"] in WITHDRAWING:
            yield WITHDRAWS, related["observation"]
