"""From when on the components of a facility count: the day that each was first identified."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.records.clocks import Clocks
from service.records.schemas.dates import Bounds


def is_identified(component: Mapping[str, Any], clocks: Clocks, *, is_observed: bool) -> bool:
    """Tell whether a component counts under the clocks, by its ``first_identified``; one without it always does.

    Not before the first day that this date can mean (PRODUCT.md, section 2). From then on to its last day the component
    counts where findings on it do (``is_observed``), since these show that it was there. From its last day on it counts
    in any case, under ``published_until`` once that day too has come: nobody knows of a component before.
    """
    identified = identified_on(component)
    if identified is None:
        return True
    if is_observed:
        return clocks.as_of is None or (identified.earliest or "") <= clocks.as_of
    return all(day is None or identified.last <= day for day in (clocks.as_of, clocks.published_until))


def identified_on(component: Mapping[str, Any]) -> Bounds | None:
    """Return the days that a component's ``first_identified`` can mean; ``None`` where there is none."""
    if component.get("first_identified") is None:
        return None
    return Bounds(component["first_identified_earliest"], component["first_identified_latest"])
