"""Questions about what the public could know on a day, each traced to the pages of that day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts.api import Api
from tests.contracts.citing import leads_to, named


def exchanged(api: Api, first: str, last: str, published_until: str) -> dict[str, dict[str, Any]]:
    """The letters, messages and visits of some days of which one could read by a day, by id."""
    days = {"from": first, "to": last, "kind": "communication", "published_until": published_until}
    return {each["record"]["id"]: each for each in api.items("timeline", days)}


@pytest.mark.parametrize(
    ("summit", "secret", "known", "source"),
    [
        ("beijing-2000", "2000-05-31", "2000-06-01", "voa-2000-06-01"),
        ("beijing-2006", "2006-01-17", "2006-01-18", "bbc-2006-01-18"),
        ("beijing-2011", "2011-05-25", "2011-05-26", "nklw-2011-05-26"),
    ],
)
def test_when_did_the_public_learn_that_kim_jong_il_had_been_in_china(
    full: Api, summit: str, secret: str, known: str, source: str
) -> None:
    assert full.read(f"summits/{summit}", {"published_until": secret})["status"] is None
    found = full.read(f"summits/{summit}", {"published_until": known})
    assert found["status"] == "held"
    leads_to(full, found["steps"][-1], source)


def test_when_did_the_public_learn_that_pompeo_had_been_in_pyongyang_at_easter_2018(full: Api) -> None:
    days = ("2018-03-31", "2018-04-01")
    assert exchanged(full, *days, "2018-04-16") == {}
    known = exchanged(full, *days, "2018-04-18")
    assert list(known) == ["envoy-visit-pompeo-kim-2018-03-31"]
    leads_to(full, known["envoy-visit-pompeo-kim-2018-03-31"], "straits-2018-04-18", "bloomberg-2018-04-18")


def test_when_did_the_public_learn_of_the_second_meeting_at_panmunjom_and_who_had_asked_for_it(
    full: Api,
) -> None:
    path = "summits/panmunjom-2018-05"
    assert full.read(path, {"published_until": "2018-05-25"})["status"] is None
    found = full.read(path, {"published_until": "2018-05-26"})
    assert (found["status"], found["status_since"]) == ("held", "2018-05-26")
    requested, held = found["steps"]
    leads_to(full, held, "kherald-2018-05-26", "zh-2018-05-26")
    assert (requested["status"], requested["by"]["name"]) == ("requested", "Kim Jong Un")
    leads_to(full, requested, "chosun-2018-05-28")


def test_when_did_north_korea_tell_of_the_three_summits_that_seoul_had_proposed_in_secret(full: Api) -> None:
    path = "summits/lee-kim-three-summits-2011"
    assert full.read(path, {"published_until": "2011-05-31"})["status"] is None
    found = full.read(path, {"published_until": "2011-06-01"})
    assert (found["status"], found["steps"][0]["date"]) == ("declined", "2011-05-09")
    leads_to(full, found["steps"][0], "yna-2011-06-01", "kbs-2011-06-01")


def test_was_it_known_on_the_day_that_putin_had_accepted_to_come_to_pyongyang(full: Api) -> None:
    that_day, next_day = (
        full.read("situation", {"as_of": day, "published_until": day}) for day in ("2023-09-13", "2023-09-14")
    )
    # He had said so once before, in 2019; at the table in Vostochny he did so again, which was told a day later.
    (before,) = [each for each in that_day["summits_uncertain"] if each["record"]["id"] == "pyongyang-2024"]
    assert (before["status"], before["since"], before["steps_left_out"]) == ("uncertain", "2019-04-26", 1)
    leads_to(full, before["rests_on"], "oe24-2019-04-26")
    (after,) = [
        each for each in next_day["summits_in_preparation"] if each["record"]["id"] == "pyongyang-2024"
    ]
    assert (after["status"], after["rests_on"]["date"]) == ("accepted", "2023-09-13")
    leads_to(full, after["rests_on"], "dw-2023-09-14")


def test_who_had_asked_for_a_second_trump_kim_meeting_as_one_could_know_in_september_2018(full: Api) -> None:
    unaware, aware = (
        full.read("situation", {"as_of": day, "published_until": day})["summits_in_preparation"]
        for day in ("2018-09-09", "2018-09-10")
    )
    wanted = "second-trump-kim-meeting"
    assert wanted not in {each["record"]["id"] for each in unaware}
    (found,) = [each for each in aware if each["record"]["id"] == wanted]
    assert found["status"] == "coordinating"
    assert (found["asked_for"]["by"]["actor"], found["asked_for"]["date"]) == ("kim-jong-un", "2018-09-06")
    leads_to(full, found["asked_for"], "cbs-2018-09-10")


def test_which_meeting_had_been_held_last_as_one_could_know_in_march_2018(full: Api) -> None:
    that_day, next_day = (
        full.read("situation", {"as_of": day, "published_until": day})["last_summit_held"]
        for day in ("2018-03-27", "2018-03-28")
    )
    # Kim Jong Un had met no other leader that one knew of; the last to do so had been his father.
    assert "kim-jong-il" in {each["actor"] for each in that_day["parties"]}
    assert next_day["record"]["id"] == "beijing-2018-03"
    leads_to(full, next_day, "reuters-2018-03-28", "kcna-2018-03-28")


def test_which_letters_of_april_2018_did_the_public_know_before_woodwards_book(full: Api) -> None:
    days = ("2018-04-01", "2018-04-03")
    letters = {"letter-trump-kim-2018-04-01", "letter-kim-trump-2018-04-01", "letter-trump-kim-2018-04-03"}
    before, after = (exchanged(full, *days, day) for day in ("2020-08-31", "2020-09-15"))
    assert before.keys() & letters == set()
    assert after.keys() - before.keys() == letters
    for each in letters:
        leads_to(full, after[each], "yna-2020-09-15-letters")


@pytest.mark.parametrize(
    ("first", "last", "secret", "known", "letters", "source"),
    [
        (
            "2020-09-08",
            "2020-09-12",
            "2020-09-24",
            "2020-09-25",
            {"letter-moon-kim-2020-09-08", "letter-kim-moon-2020-09-12"},
            "yna-2020-09-25-letters",
        ),
        (
            "2021-04-27",
            "2021-04-27",
            "2021-07-26",
            "2021-07-27",
            {"letter-moon-kim-2021-04-27"},
            "reuters-2021-07-27",
        ),
    ],
)
def test_how_long_did_moon_and_kim_write_to_each_other_without_the_public_knowing(
    full: Api, first: str, last: str, secret: str, known: str, letters: set[str], source: str
) -> None:
    assert exchanged(full, first, last, secret).keys() & letters == set()
    found = exchanged(full, first, last, known)
    assert letters <= found.keys()
    for each in letters:
        leads_to(full, found[each], source)
        assert full.read(f"communications/{each}")["disclosed"] == known


def test_when_did_the_public_learn_of_the_centrifuges_that_hecker_was_shown(full: Api) -> None:
    unaware, aware = (
        [
            each
            for each in full.read("facilities/yongbyon/status", {"as_of": day, "published_until": day})[
                "components"
            ]
            if each["component"] == "enrichment-plant"
        ]
        for day in ("2010-11-19", "2010-11-21")
    )
    assert {each["state"] for each in unaware} == {"unknown"}
    assert {(each["aspect"], each["state"], each["since"]) for each in aware} == {
        ("integrity", "intact", "2010-11-12"),
        ("activity", "operating", "2010-11-12"),
    }
    leads_to(full, aware, "spokesman-2010-11-21")


def test_what_did_38_north_take_back_of_its_reading_of_sinpo_in_2019(full: Api) -> None:
    at_first, corrected = (
        full.read("facilities/sinpo/status", {"as_of": "2019-09-30", "published_until": day})
        for day in ("2019-09-30", "2019-10-02")
    )
    boat = "ballistic-missile-submarine"
    for found, source in ((at_first, "38n-2019-09-26-sinpo"), (corrected, "38n-2019-10-02-sinpo")):
        (submarine,) = [each for each in found["components"] if each["component"] == boat]
        assert submarine["state"] == "under_construction"
        leads_to(full, submarine, source)
    assert at_first["left_out"]["superseded"] == 0
    (taken_back,) = corrected["left_out"]["observations"]
    assert taken_back["record"]["id"] == "sinpo-2019-08-26-to-09-23-uncorrected"
    assert taken_back["by"]["id"] == "sinpo-2019-08-26-to-09-23"
    leads_to(full, taken_back, "38n-2019-10-02-sinpo")


def test_since_when_could_one_read_of_a_site_called_kangson(full: Api) -> None:
    word = {"q": "Kangson", "type": "facility"}
    assert full.items("search", {**word, "published_until": "2018-06-30"}) == []
    (hit,) = full.items("search", {**word, "published_until": "2018-07-16"})
    assert hit["record"]["id"] == "kangson"
    claims = full.read("facilities/kangson")["claims"]
    leads_to(full, named(claims, "covert-enrichment-plant"), "chosun-2018-07-16")


def test_since_when_had_the_solid_fuel_missile_of_february_2023_a_name(full: Api) -> None:
    word = {"q": "Hwasong-18", "type": "system"}
    assert full.items("search", {**word, "published_until": "2023-02-28"}) == []
    (hit,) = full.items("search", {**word, "published_until": "2023-04-20"})
    assert hit["record"]["id"] == "hwasong-18"
    leads_to(full, hit, "shephard-2023-04-20", "xinhua-2023-04-14")
    (shown,) = [
        each
        for each in full.read("parades/north-korea-2023-02-08")["appearances"]
        if each["system"] == "hwasong-18"
    ]
    assert shown["identification"] == "later_identified"
