"""Questions to which the right answer is that it is not recorded, or that nobody looked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts.api import Api
from tests.contracts.citing import citations, leads_to, named


def looked_for(answer: dict[str, Any], record_type: str) -> bool | None:
    """Whether the day asked about is one up to which records of a type were looked for."""
    (found,) = [each for each in answer["coverage"] if each["type"] == record_type]
    return found["covers_reference_date"]


def test_was_the_hwasong_15_shown_again_in_february_2023(full: Api) -> None:
    parade = "north-korea-2023-02-08"
    found = full.read(f"parades/{parade}/comparison")
    assert found["with"]["id"] == "north-korea-2022-04-25"
    (missile,) = [each for each in found["systems"]["no_longer_shown"] if each["system"] == "hwasong-15"]
    assert missile["with"]["presence"] == "displayed"
    leads_to(full, missile["with"], "janes-2022-04", "kbs-2022-04-27")
    # Nobody says that it was there, nor that it was missing.
    assert (missile["parade"]["presence"], missile["parade"]["basis"]) == ("unrecorded", None)
    assert list(citations(missile["parade"])) == []
    for presence in ("displayed", "absent", "not_observed"):
        assert parade not in full.ids("parades", {"system": "hwasong-15", "presence": presence})


def test_did_the_parade_of_january_2021_show_an_icbm(full: Api) -> None:
    parade = "north-korea-2021-01-14"
    unseen = full.items("parades", {"category": "icbm", "presence": "not_observed"})
    assert [each["id"] for each in unseen] == [parade]
    (icbm,) = [each for each in unseen[0]["appearances"] if each["category"] == "icbm"]
    leads_to(full, icbm, "nomad-2021-01-15")
    for presence in ("displayed", "absent"):
        assert parade not in full.ids("parades", {"category": "icbm", "presence": presence})


@pytest.mark.parametrize(
    ("leader", "left_office"),
    [
        ("park-geun-hye", "2017-03-10"),
        ("shinzo-abe", "2020-09-16"),
        ("joe-biden", "2025-01-20"),
        ("yoon-suk-yeol", "2025-04-04"),
    ],
)
def test_of_which_presidents_and_prime_ministers_is_no_summit_with_north_korea_recorded(
    full: Api, leader: str, left_office: str
) -> None:
    assert full.ids("summits", {"actor": leader}) == []
    assert looked_for(full.read("situation", {"as_of": left_office}), "summit") is True
    assert full.read(f"actors/{leader}")["offices"]


def test_what_came_of_the_meeting_that_abe_offered_in_2019(full: Api) -> None:
    (offer,) = full.items("communications", {"party": "Shinzo Abe"})
    assert (offer["date"], offer["regarding"]) == ("2019-05-01", [])
    leads_to(full, offer, "thenews-2019-05-02")
    # A meeting of which there is no record is not one with nothing to tell.
    refused = full.get("communications", {"regarding": "summits/abe-kim-2019"})
    assert refused.status_code == 400
    assert [each["code"] for each in refused.json["errors"]] == ["unknown_reference"]


def test_what_did_obama_write_to_kim_jong_il_in_december_2009(full: Api) -> None:
    letter = full.read("communications/letter-obama-kim-jong-il-2009-12-09")
    assert (letter["standing"], letter["date"]) == ("confirmed", "2009-12-09")
    assert (letter["tone"], letter["quotes"]) == (None, [])
    leads_to(full, named(letter["claims"], "kim-received"), "huahin-2009-12")
    leads_to(full, named(letter["claims"], "letter-delivered"), "wapo-2009-12-16")


def test_on_which_day_of_the_first_journey_did_xi_and_kim_talk(full: Api) -> None:
    (first,) = full.items("summits", {"party": "Xi Jinping", "to": "2018-03-31", "status": "held"})
    (held,) = first["steps"]
    assert held["date"] == first["date"] == "2018-03-25/2018-03-28"
    leads_to(full, held, "reuters-2018-03-28", "kcna-2018-03-28")


def test_in_what_state_was_kangson_before_anyone_had_described_it(full: Api) -> None:
    found = full.read("facilities/kangson/status", {"as_of": "2018-06-30"})
    assert (found["trend"], found["last_observed"], found["last_change"]) == ("unknown", None, None)
    assert found["components"]
    assert {each["state"] for each in found["components"]} == {"unknown"}
    assert looked_for(found, "observation") is True
    claims = full.read("facilities/kangson")["claims"]
    leads_to(full, named(claims, "covert-enrichment-plant"), "chosun-2018-07-16")


def test_is_the_5_mwe_reactor_running_in_november_2026(full: Api) -> None:
    found = full.read("facilities/yongbyon/status", {"as_of": "2026-11-15"})
    (reactor,) = [
        each
        for each in found["components"]
        if (each["component"], each["aspect"]) == ("5mwe-reactor", "activity")
    ]
    # It seemed to run when it was last looked at, which was more than eight months before.
    assert (reactor["state"], reactor["last_observed"]) == ("operating", "2026-03-02")
    assert reactor["days_since_observed"] == 258
    leads_to(full, reactor, "sbs-2026-03-03-iaea")
    assert looked_for(found, "observation") is False


def test_was_there_a_parade_on_10_october_2026(full: Api) -> None:
    day = {"from": "2026-10-10", "to": "2026-10-10", "as_of": "2026-10-31"}
    found = full.read("timeline", {"kind": "parade", **day})
    assert found["items"] == []
    assert looked_for(found, "parade") is False
    last = full.read("situation", {"as_of": "2026-10-31"})["last_parade"]["parade"]
    assert last["id"] == "north-korea-2026-02-25"
    leads_to(full, last, "cgtn-2026-02-26")


@pytest.mark.parametrize(("year", "covered"), [("1985", False), ("2006", True)])
def test_was_there_a_parade_in_a_year_of_which_none_is_recorded(full: Api, year: str, covered: bool) -> None:
    span = {"from": f"{year}-01-01", "to": f"{year}-12-31", "as_of": f"{year}-12-31"}
    found = full.read("timeline", {"kind": "parade", **span})
    assert found["items"] == []
    assert looked_for(found, "parade") is covered
    # Even within the years that were looked after some reports are known to be missing.
    (told,) = [each for each in full.read("/v1")["coverage"] if each["type"] == "parade"]
    assert told["from"] == "1992-04-25"
    assert "Anniversaries between 1992 and 2010 of which no report was found." in told["missing"]


def test_have_trump_and_kim_met_in_2026(full: Api) -> None:
    planned = full.items("summits", {"actor": "donald-trump", "from": "2026-01-01"})
    assert [(each["id"], each["status"]) for each in planned] == [("trump-kim-2026", "proposed")]
    mention = named(planned[0]["claims"], "single-mention")
    assert mention["credibility"] == 4
    leads_to(full, mention, "stiles-provoc")
    assert looked_for(full.read("situation", {"as_of": "2026-11-30"}), "summit") is False
