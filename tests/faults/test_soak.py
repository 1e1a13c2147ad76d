"""No wrong answer, nothing acknowledged lost, nothing returned twice, while the dependencies of the service fail."""

from __future__ import annotations

import os

import pytest

from tests.faults.breaking import KINDS
from tests.faults.soak import soak

SECONDS = float(os.environ.get("SOAK_SECONDS", "300"))
# How much more memory a worker may use at the end than after warming up.
GROWTH_MIB = 48


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", KINDS)
def test_under_faults_every_answer_is_what_was_acknowledged(kind: str) -> None:
    report = soak(kind, SECONDS)
    assert report.wrong == []
    assert report.done["writes"] > SECONDS
    assert report.done["reads"] > SECONDS
    assert report.done["workers killed"]
    for seen in report.memory_mib.values():
        assert seen[-1] - seen[0] < GROWTH_MIB, report


def test_a_soak_finds_that_acknowledged_records_are_missing_from_lists() -> None:
    report = soak("sqlite-redis", 20, has_plant=True)
    assert any("lacks soak-0-" in each for each in report.wrong), report
