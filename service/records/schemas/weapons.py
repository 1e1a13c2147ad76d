"""The categories of weapon systems, which systems have and parades show or leave out."""

from __future__ import annotations

CATEGORIES = (
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
)
_ACRONYMS = frozenset({"icbm", "irbm", "mrbm", "srbm", "slbm", "sam", "uav"})


def category_in_words(category: str) -> str:
    """Return a category as people write it: ``ICBM``, ``rocket artillery``."""
    return category.upper() if category in _ACRONYMS else category.replace("_", " ")
