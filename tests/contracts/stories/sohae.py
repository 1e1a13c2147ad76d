"""The Sohae Satellite Launching Station as the stories tell it (facts: f-sohae)."""

from __future__ import annotations

from typing import Any

from tests.contracts.stories.telling import Body, cite

ANALYSTS = {"method": "satellite_imagery", "facility": "sohae"}

FACILITY: Body = {
    "id": "sohae",
    "name": "Sohae Satellite Launching Station",
    "aliases": [{"name": "Tongchang-ri", "language": "en"}, {"name": "서해위성발사장", "language": "ko"}],
    "kind": "satellite_launch_site",
    "country": "PRK",
    "declared": True,
    "place": {
        "name": "Cholsan County, North Pyongan",
        "country": "PRK",
        "latitude": 39.66,
        "longitude": 124.705,
        "precision": "site",
    },
    "other_locations": [
        {
            "country": "PRK",
            "latitude": latitude,
            "longitude": longitude,
            "standing": standing,
            "citations": cite(source),
        }
        for latitude, longitude, standing, source in (
            (39.6596, 124.7057, "alternative", "cns-db-2023"),
            (39.660083, 124.705306, "alternative", "dewiki-sohae"),
            (39.66, 124.706, "approximate", "acw-pongdong"),
        )
    ],
    "components": [
        {"id": "pad", "name": "Launch pad area"},
        {"id": "transfer", "name": "Rail-mounted processing/transfer structure", "part_of": "pad"},
        {"id": "gantry", "name": "Gantry tower", "part_of": "pad"},
        {"id": "main-proc", "name": "Main processing building", "part_of": "pad"},
        {"id": "pad-bunkers", "name": "Two fuel/oxidizer bunkers (launch pad)", "part_of": "pad"},
        {"id": "vets", "name": "Vertical engine test stand (VETS)"},
    ],
    "citations": cite("wiki-sohae", "epoch-2018-07"),
}


def seen(name: str, day: str, *sources: str, findings: list[Body], **more: Any) -> Body:
    """An observation by satellite."""
    return {"id": name, "date": day, "findings": findings, "citations": cite(*sources), **ANALYSTS, **more}


def state(component: str, found: str, **more: Any) -> Body:
    return {"component": component, "state": found, **more}
