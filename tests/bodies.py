"""The errors of a body, and bodies as a schema accepts them; ``factories.py`` makes the bodies."""

from typing import Any

import pytest
from marshmallow import Schema, ValidationError

from service.records.schemas.field_errors import flatten
from tests.contracts.factories import (
    actor,
    citation,
    communication,
    facility,
    observation,
    parade,
    party,
    source,
    summit,
    system,
)

__all__ = [
    "CITATIONS", "KIM", "TRUMP", "actor", "communication", "facility", "faults", "observation", "parade", "source",
    "summit", "system", "without_bounds",
]  # fmt: skip

CITATIONS = [citation()]
TRUMP = party("Donald Trump", "USA", office="President")
KIM = party("Kim Jong Un", "PRK")


def faults(schema: Schema, body: Any) -> list[tuple[str, str]]:
    """Return the pointer and code of each error of a body, in order."""
    with pytest.raises(ValidationError) as error:
        schema.load(body)
    return [(entry["pointer"], entry["code"]) for entry in flatten(error.value.messages)]


def without_bounds(value: Any) -> Any:
    """Return a value as a schema accepts it: without the bounds that loading adds beside dates."""
    if isinstance(value, list):
        return [without_bounds(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: without_bounds(each)
        for name, each in value.items()
        if not (name.endswith(("_earliest", "_latest")) and name.rpartition("_")[0] in value)
    }
