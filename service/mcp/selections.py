"""The members of a view that a tool gives on, where the view says more than an answer has room for."""

from __future__ import annotations

from typing import Any


def by_trend(situation: dict[str, Any]) -> dict[str, Any]:
    """Return a situation with its facilities by trend, all in few words: ``facility_status`` tells the rest."""
    found: dict[str, Any] = {}
    for each in situation["facilities"]:
        found.setdefault(each["trend"], {})[each["facility"]["id"]] = each["last_observed"] or "never"
    return {**situation, "facilities": found}


def _members(of: str, names: str) -> str:
    return ",".join(f"{of}.{name}" for name in names.split())


_SUMMIT = "record title kind status since date date_earliest date_latest place.name result citations"
SITUATION = ",".join(
    (
        "reference_date,left_out,coverage,summits_uncertain",
        _members("last_summit_held", _SUMMIT),
        _members("summits_in_preparation", "record title kind status since rests_on asked_for"),
        _members("latest_communications", "record kind date date_earliest date_latest summary citations"),
        _members("last_parade.parade", "type id self title date date_earliest date_latest"),
        _members("last_parade.with", "type id self title date date_earliest date_latest"),
        _members("last_parade.no_longer_shown.systems", "system name category parade"),
        _members("last_parade.no_longer_shown.categories", "category parade.presence parade.basis"),
        _members("facilities", "facility trend last_observed"),
    )
)
_COMPARED = "system self name category parade with"
_NAMED = "system name category parade.presence parade.basis with.presence with.basis"
_OF_CATEGORY = "category parade.presence parade.basis with.presence with.basis"
COMPARISON = ",".join(
    (
        "left_out,coverage",
        *(
            _members(each, "type id self title date date_earliest date_latest country")
            for each in ("parade", "with")
        ),
        *(_members(f"systems.{each}", _COMPARED) for each in ("added", "no_longer_shown")),
        *(_members(f"systems.{each}", _NAMED) for each in ("kept", "shown_at_neither")),
        *(_members(f"categories.{each}", _OF_CATEGORY) for each in ("added", "kept", "no_longer_shown")),
    )
)
FOUND = _members("items", "record title earliest latest snippets.pointer snippets.text snippets.citations")
