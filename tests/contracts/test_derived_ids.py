"""POST without an id: one is derived from title or name (else kind and sender) and date."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.contracts import factories
from tests.contracts.api import Api


@pytest.mark.parametrize(
    ("path", "changes", "expected"),
    [
        (
            "sources",
            {"title": "North Korea's Yongbyon", "published": "2018-06-26"},
            "north-korea-s-yongbyon-2018-06-26",
        ),
        ("sources", {"title": "Undated", "published": None}, "undated"),
        ("systems", {"name": "Hwasong-15 (KN-22)"}, "hwasong-15-kn-22"),
        ("summits", {"title": "Singapore Summit", "date": "2018-06-12"}, "singapore-summit-2018-06-12"),
        ("communications", {"kind": "letter", "date": "2018-09-10"}, "letter-kim-jong-un-2018-09-10"),
        ("parades", {"title": "Founding day", "date": "2018-09"}, "founding-day-2018-09"),
        ("facilities", {"name": "Sohae"}, "sohae"),
        ("observations", {"date": "2018-08-03"}, "a-facility-2018-08-03"),
    ],
)
def test_the_id_is_derived_from_title_or_name_and_date(
    service: Api, path: str, changes: dict[str, Any], expected: str
) -> None:
    assert service.make(path, **changes)["id"] == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2018-09-09", "parade-2018-09-09"),
        ("2018-09~", "parade-2018-09"),
        ("2018?", "parade-2018"),
        ("2018-07-20/2018-07-22", "parade-2018-07-20-2018-07-22"),
        ("2018-07/..", "parade-2018-07-01"),
    ],
)
def test_the_date_is_written_as_short_as_it_can_be(service: Api, date: str, expected: str) -> None:
    assert service.make("parades", title="Parade", date=date)["id"] == expected


def test_a_date_that_the_title_has_already_is_not_repeated(service: Api) -> None:
    assert (
        service.make("parades", title="Parade of 2018-09-09", date="2018-09-09")["id"]
        == "parade-of-2018-09-09"
    )


def test_2_is_appended_on_a_collision_and_then_3(service: Api) -> None:
    made = [service.make("systems", name="Hwasong")["id"] for _ in range(3)]
    assert made == ["hwasong", "hwasong-2", "hwasong-3"]


def test_the_id_of_a_deleted_record_stays_in_use(service: Api) -> None:
    service.make("systems", name="Hwasong")
    service.remove("systems/hwasong")
    assert service.make("systems", name="Hwasong")["id"] == "hwasong-2"


def test_a_longer_id_that_begins_alike_is_no_collision(service: Api) -> None:
    service.make("systems", id="hwasong-14")
    assert service.make("systems", name="Hwasong")["id"] == "hwasong"


@pytest.mark.parametrize("title", ["평양 정상회담", "!!!", "x" * 300, "word " * 60, "é" * 300])
def test_any_title_gives_an_id_of_at_most_80_characters_that_can_be_read(service: Api, title: str) -> None:
    ids = {service.make("parades", title=title, date="2018-07-20/2018-07-22")["id"] for _ in range(2)}
    assert len(ids) == 2
    for each in ids:
        assert len(each) <= 80
        assert service.read(f"parades/{each}")["title"] == title


def test_simultaneous_posts_of_the_same_title_get_different_ids(service: Api) -> None:
    service.furnish()
    with ThreadPoolExecutor(4) as threads:
        answers = list(
            threads.map(lambda _: service.post("systems", factories.system(name="Hwasong")), range(12))
        )
    assert {answer.status_code for answer in answers} == {201}
    numbered = {"hwasong"} | {f"hwasong-{number}" for number in range(2, 13)}
    assert {answer.json["id"] for answer in answers} == numbered
