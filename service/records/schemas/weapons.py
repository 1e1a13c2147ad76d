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
