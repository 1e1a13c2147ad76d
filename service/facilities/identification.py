"""When the components of a facility begin to count: the day on which each was first identified."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.records.clocks import Clocks
from service.records.schemas.dates import DateBounds


def is_identified(component: Mapping[str, Any], clocks: Clocks, *, is_observed: bool) -> bool:
    """Return whether a component counts under the clocks, by its ``first_identified``; one without it always does.

    It does not count before the first day that this date can mean (PRODUCT.md, section 2). From then until the last day
    that it can mean it counts if findings on it count (``is_observed``), since these show that it was there. From that
    last day on it always counts, unless ``published_until`` is before that day: nobody knew of the component earlier.
    """
    identified = identified_on(component)
    if identified is None:
        return True
    if is_observed:
        return clocks.as_of is None or (identified.earliest or "") <= clocks.as_of
    return all(day is None or identified.last <= day for day in (clocks.as_of, clocks.published_until))


def identified_on(component: Mapping[str, Any]) -> DateBounds | None:
    """Return the days that a component's ``first_identified`` can mean; ``None`` if it has no such date."""
    if component.get("first_identified") is None:
        return None
    return DateBounds(component["first_identified_earliest"], component["first_identified_latest"])
