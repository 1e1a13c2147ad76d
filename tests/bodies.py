"""Bodies to build on: the least that each record type takes, and what is wrong with a body."""

from typing import Any

import pytest
from marshmallow import Schema, ValidationError

from service.records.schemas.faults import flatten

Body = dict[str, Any]

CITATIONS = [{"source": "38-north-2018-07-sohae"}]
TRUMP = {"name": "Donald Trump", "country": "USA", "office": "President"}
KIM = {"name": "Kim Jong Un", "country": "PRK"}


def source(**more: Any) -> Body:
    return {"title": "News from Sohae", "published": "2018-07-23", "kind": "imagery_analysis", **more}


def system(**more: Any) -> Body:
    return {"name": "Hwasong-14", "category": "icbm", "country": "PRK", "citations": CITATIONS, **more}


def actor(**more: Any) -> Body:
    return {"name": "Choe Son Hui", "kind": "person", "country": "PRK", "citations": CITATIONS, **more}


def summit(**more: Any) -> Body:
    return {
        "title": "Singapore summit",
        "parties": [TRUMP, KIM],
        "steps": [{"status": "held", "date": "2018-06-12"}],
        "citations": CITATIONS,
        **more,
    }


def communication(**more: Any) -> Body:
    return {
        "kind": "letter",
        "date": "../2018-09-10",
        "from": KIM,
        "summary": "Asks for another meeting.",
        "citations": CITATIONS,
        **more,
    }


def parade(**more: Any) -> Body:
    return {
        "title": "70th anniversary of the founding",
        "date": "2018-09-09",
        "country": "PRK",
        "citations": CITATIONS,
        **more,
    }


def facility(**more: Any) -> Body:
    return {
        "name": "Sohae Satellite Launching Station",
        "kind": "satellite_launch_site",
        "country": "PRK",
        "place": {"country": "PRK"},
        "citations": CITATIONS,
        **more,
    }


def observation(**more: Any) -> Body:
    return {
        "facility": "sohae",
        "date": "2018-07-20",
        "method": "satellite_imagery",
        "findings": [{"state": "intact"}],
        "citations": CITATIONS,
        **more,
    }


def faults(schema: Schema, body: Any) -> list[tuple[str, str]]:
    """The pointer and code of each fault of a body, in order."""
    with pytest.raises(ValidationError) as error:
        schema.load(body)
    return [(entry["pointer"], entry["code"]) for entry in flatten(error.value.messages)]


def without_bounds(value: Any) -> Any:
    """A value as a schema takes it: the bounds that loading adds beside dates are taken out."""
    if isinstance(value, list):
        return [without_bounds(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: without_bounds(each)
        for name, each in value.items()
        if not (name.endswith(("_earliest", "_latest")) and name.rpartition("_")[0] in value)
    }
