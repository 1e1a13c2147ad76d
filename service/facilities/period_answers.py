"""The answer of the view of periods."""

from __future__ import annotations

from service.evidence.findings import STATES
from service.facilities.answers import (
    FacilityLink,
    FindingEvidence,
    LeftOut,
    component_field,
    component_name_field,
    status_aspect,
)
from service.records.coverage import coverage_field
from service.records.schemas.fields import Enumeration, Integer, Many, Part, Parts
from service.records.schemas.notations import CalendarDate
from service.records.schemas.record_part import RecordPart

MOST_PERIODS = 200
"""Beyond this number of periods of one row, or of days of one period, earlier ones are only counted."""


class StatusPeriod(RecordPart):
    """A run of days on which every observation found the same state, or the same competing states."""

    states = Many(
        Enumeration(*STATES), "The state; several where observations of one day differ.", required=True
    )
    vars()["from"] = CalendarDate("The first day on which it was observed.", required=True)
    last_observed = CalendarDate("The last day on which it was observed.", required=True)
    until = CalendarDate(
        "The first later day on which another state was observed; null where there is none. From `last_observed` "
        "to this day nobody saw when it changed."
    )
    observed_on = Many(
        CalendarDate(), f"The days on which it was observed; the last {MOST_PERIODS}.", required=True
    )
    observed_days = Integer("How many these are in all.", required=True)
    rests_on = Parts(
        FindingEvidence, "The findings of the last day, one for each of `states`.", required=True
    )


class StatusPeriodRow(RecordPart):
    """The periods of a component, or of the whole site, in one aspect."""

    component = component_field()
    name = component_name_field()
    aspect = status_aspect()
    periods = Parts(
        StatusPeriod,
        f"The periods, oldest first; the last {MOST_PERIODS}. Empty where it was never observed.",
        required=True,
        max_items=MOST_PERIODS,
    )
    earlier_periods = Integer("How many earlier ones are left out.", required=True)


class FacilityStatusPeriods(RecordPart):
    """The states of a facility's components over time, by the evidence that counts under the three clocks."""

    facility = Part(FacilityLink, "The facility.", required=True)
    reference_date = CalendarDate(
        "The day as of which the answer holds: `as_of`, else that of `known_at`, else today (UTC).",
        required=True,
    )
    rows = Parts(
        StatusPeriodRow,
        "A row for each entry of the status, in its order. The last period of each row is what the status says.",
        required=True,
        max_items=2_000,
    )
    left_out = Part(LeftOut, "Evidence that does not count.", required=True)
    coverage = coverage_field()
