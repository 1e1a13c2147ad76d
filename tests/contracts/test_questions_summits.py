"""Questions about summits and letters that the bundled record answers, each traced to its sources."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts.api import Api
from tests.contracts.citing import leads_to, named

HANOI = "summits/second-trump-kim-meeting"


def held_after(api: Api, status: str) -> dict[str, list[dict[str, Any]]]:
    """The steps of the summits that were held and had been in a status before, by id."""
    held = {each["id"]: each["steps"] for each in api.items("summits", {"status": "held"})}
    return {key: steps for key, steps in held.items() if status in {step["status"] for step in steps}}


def test_which_summits_were_cancelled_and_then_held(full: Api) -> None:
    found = held_after(full, "cancelled")
    assert list(found) == ["singapore-2018"]
    cancelled, _, reinstated, held = found["singapore-2018"][-4:]
    assert (cancelled["status"], cancelled["date"]) == ("cancelled", "2018-05-24")
    assert cancelled["by"]["name"] == "Donald Trump"
    assert (reinstated["status"], reinstated["date"]) == ("reinstated", "2018-06-01")
    assert (held["status"], held["date"]) == ("held", "2018-06-12")
    leads_to(full, cancelled, "aljazeera-2018-05-24-letter")
    leads_to(full, reinstated, "npr-2018-06-01", "hill-2018-06-01-letter")
    leads_to(full, held, "epoch-2018-06-12-text")


def test_which_summits_were_postponed_and_then_held_and_by_how_much(full: Api) -> None:
    found = held_after(full, "postponed")
    assert set(found) == {"pyongyang-2000-06", "pyongyang-2007"}
    postponed, held = found["pyongyang-2000-06"][-2:]
    assert (postponed["date"], postponed["target"]["date"]) == ("2000-06-11", "2000-06-13")
    assert held["date"] == "2000-06-13"
    leads_to(full, postponed, "latimes-2000-06-11", "bbc-2000-06-11")
    first, postponed, again, held = found["pyongyang-2007"]
    assert first["target"]["date"] == "2007-08-28/2007-08-30"
    assert (postponed["date"], again["date"]) == ("2007-08-18", "2007-08-18")
    assert (again["target"]["date"], held["date"]) == ("2007-10-02/2007-10-04", "2007-10-02")
    leads_to(full, postponed, "hani-2007-08-18", "reuters-2007-08-18")


def test_which_planned_meetings_never_came_about_and_how_did_each_end(full: Api) -> None:
    found = full.items("summits", {"status": "cancelled,withdrawn,lapsed,not_held,declined"})
    ends = {
        "pyongyang-1994": ("lapsed", "chatham-2000-06"),
        "clinton-pyongyang-2000": ("declined", "tampabay-2000-12-29"),
        "kim-jong-il-washington-2000": ("declined", "ljworld-2003-08-06"),
        "seoul-kim-jong-il-2001": ("lapsed", "washtimes-2005-06-16"),
        "lee-kim-three-summits-2011": ("declined", "yna-2011-06-01"),
        "nuclear-security-summit-seoul-2012": ("declined", "kbs-2011-06-01"),
        "lim-dong-won-pyongyang-2003-01": ("not_held", "star-2003-01-29"),
        "pyongyang-2013": ("not_held", "jamestown-2013"),
        "moscow-2015": ("withdrawn", "tass-2015-04-30"),
        "song-tao-pyongyang-2017-11": ("not_held", "kherald-2017-11-20"),
        "pompeo-pyongyang-2018-07": ("not_held", "hill-2018-07-potato"),
        "pompeo-pyongyang-2018-08": ("cancelled", "scmp-2018-08-25"),
        "pompeo-kim-yong-chol-new-york-2018-11": ("lapsed", "cbs-2019-01-18"),
        "seoul-2018": ("lapsed", "asiatoday-2018-12-31"),
        "assad-kim-2018": ("lapsed", "aj-2024-12-08"),
        "pope-francis-pyongyang-2018": ("lapsed", "ibt-2025-04-21"),
        "kishida-kim-2024": ("declined", "reuters-2024-03-26"),
        "trump-kim-apec-2025": ("not_held", "afp-2025-10-29"),
    }
    assert {each["id"]: each["status"] for each in found} == {key: end[0] for key, end in ends.items()}
    for each in found:
        leads_to(full, each["steps"][-1], ends[each["id"]][1])


def test_which_letters_are_denied_disputed_or_refused_and_on_whose_word(full: Api) -> None:
    letters = full.items("communications", {"kind": "letter"})
    assert len(letters) == 92
    doubtful = {each["id"]: each for each in letters if each["standing"] in ("denied", "disputed", "refused")}
    assert {key: each["standing"] for key, each in doubtful.items()} == {
        "letter-kim-trump-2020-04": "disputed",
        "letter-trump-kim-2025": "refused",
    }
    claims = doubtful["letter-kim-trump-2020-04"]["claims"]
    asserted, denied = named(claims, "received-a-nice-note"), named(claims, "no-letter-sent")
    assert (asserted["by"]["name"], asserted["stance"]) == ("Donald Trump", "asserts")
    assert (denied["by"]["name"], denied["stance"]) == ("North Korean Foreign Ministry", "denies")
    assert denied["responds_to"] == "received-a-nice-note"
    leads_to(full, asserted, "yna-2020-04-19", "globe-2020-04-19")
    leads_to(full, denied, "yna-2020-04-19", "voa-2020-04-19")
    refused = named(doubtful["letter-trump-kim-2025"]["claims"], "refused")
    assert "NK News" in refused["by"]["name"]
    leads_to(full, refused, "aa-2025-06-11", "kbs-2025-06-12")


@pytest.mark.parametrize(
    ("day", "status", "since"),
    [
        ("2018-03-07", None, None),
        ("2018-05-23", "scheduled", "2018-05-10"),
        ("2018-05-24", "cancelled", "2018-05-24"),
        ("2018-05-31", "coordinating", "2018-05-25"),
        ("2018-06-01", "reinstated", "2018-06-01"),
        ("2018-06-12", "held", "2018-06-12"),
    ],
)
def test_how_did_the_singapore_summit_stand_from_day_to_day(
    full: Api, day: str, status: str | None, since: str | None
) -> None:
    found = full.read("summits/singapore-2018", {"as_of": day})
    assert (found["status"], found["status_since"]) == (status, since)


@pytest.mark.parametrize(
    ("summit", "secret", "known", "source"),
    [
        ("beijing-2018-03", "2018-03-27", "2018-03-28", "reuters-2018-03-28"),
        ("dalian-2018", "2018-05-07", "2018-05-08", "reuters-2018-05-08"),
    ],
)
def test_when_did_the_public_learn_of_a_secret_journey_to_china(
    full: Api, summit: str, secret: str, known: str, source: str
) -> None:
    path = f"summits/{summit}"
    assert full.read(path, {"published_until": secret})["status"] is None
    found = full.read(path, {"published_until": known})
    assert found["status"] == "held"
    leads_to(full, found["steps"][-1], source)
    assert full.read(f"sources/{source}")["published"] == known


def test_how_often_did_trump_and_kim_meet_and_with_what_result(full: Api) -> None:
    query = {"party": "Donald Trump", "status": "held", "sort": "date"}
    found = full.items("summits", query)
    assert [(each["id"], each["follows"], each["outcome"]["result"]) for each in found] == [
        ("singapore-2018", None, "signed_document"),
        ("second-trump-kim-meeting", "singapore-2018", "no_agreement"),
        ("panmunjom-2019", "second-trump-kim-meeting", "agreement_in_principle"),
    ]
    for each, source in zip(
        found, ("epoch-2018-06-12-text", "gazette-2019-02-28", "nknews-2019-06-30"), strict=True
    ):
        leads_to(full, each, source)


def test_why_did_hanoi_end_without_an_agreement_in_the_words_of_both_sides(full: Api) -> None:
    claims = full.read(HANOI)["claims"]
    trump, ri = named(claims, "sanctions-in-entirety"), named(claims, "partial-relief")
    assert (trump["by"]["name"], trump["stance"]) == ("Donald Trump", "asserts")
    assert (ri["by"]["name"], ri["stance"]) == ("Ri Yong Ho", "disputes")
    assert ri["responds_to"] == "sanctions-in-entirety"
    quotes = {each["quote"] for each in trump["citations"] + ri["citations"]}
    assert "wanted the sanctions lifted in their entirety" in quotes
    assert "for only partial U.S. sanctions relief" in quotes
    leads_to(full, trump, "gazette-2019-02-28", "hanoitimes-2019-03-01")
    leads_to(full, ri, "cgtn-2019-02-28", "asiatimes-2019-03-01")
    briefings = full.ids("communications", {"regarding": HANOI, "kind": "press_briefing", "sort": "date"})
    assert set(briefings[-3:]) == {
        "press-briefing-trump-2019-02-28",
        "press-briefing-ri-yong-ho-2019-03-01",
        "press-briefing-choe-son-hui-2019-03-15",
    }


def test_what_did_north_korea_undertake_about_sohae_and_yongbyon_and_in_what_form(full: Api) -> None:
    undertaken = {
        (summit["id"], about["id"]): (summit, each["form"])
        for summit in full.items("summits")
        for each in (summit["outcome"] or {}).get("commitments") or ()
        for about in each["regarding"]
        if about["type"] == "facility"
    }
    assert {key: form for key, (_, form) in undertaken.items()} == {
        ("singapore-2018", "sohae"): "oral",
        ("pyongyang-2018-09", "sohae"): "written",
        ("pyongyang-2018-09", "yongbyon"): "written",
    }
    leads_to(full, undertaken["pyongyang-2018-09", "sohae"][0], "hani-2018-09-19", "yna-2018-09-19")
    # Which site was meant at Singapore is disputed.
    claims = undertaken["singapore-2018", "sohae"][0]["claims"]
    leads_to(full, named(claims, "engine-test-site"), "washex-2018-06-12")
    leads_to(full, named(claims, "site-is-sohae"), "hill-2018-06-20")
    leads_to(full, named(claims, "site-is-iha-ri"), "missilethreat-2018-06-13")


def test_what_was_exchanged_on_the_way_to_hanoi(full: Api) -> None:
    found = full.items("communications", {"regarding": HANOI, "to": "2019-02-26", "sort": "date"})
    sources = {
        "kim-jong-un-letter-second-meeting": "cnn-2018-09-07",
        "white-house-press-briefing-2018-09-10": "white-house-briefing-2018-09-10",
        "letter-kim-trump-2018-09-21": "ktus-2018-09-26",
        "envoy-visit-pompeo-kim-2018-10-07": "wapo-2018-10-07",
        "letter-trump-kim-2018-12-24": "oneworldnews-letters",
        "letter-kim-trump-2018-12-25": "cnn-2020-09-09-letters",
        "speech-kim-jong-un-2019-01-01": "kherald-2019-01-01",
        "letter-trump-kim-2019-01": "hill-2019-01-letter",
        "letter-kim-trump-2019-01-18": "excelsior-2019-01-24",
        "letter-trump-kim-2019-01-24": "excelsior-2019-01-24",
        "statement-white-house-2019-01-18": "cbs-2019-01-18",
        "speech-trump-2019-02-05": "politico-2019-02-05",
    }
    assert [each["id"] for each in found] == list(sources)
    for each in found:
        leads_to(full, each, sources[each["id"]])


def test_what_was_the_state_of_play_on_1_december_2018(full: Api) -> None:
    found = full.read("situation", {"as_of": "2018-12-01"})
    assert found["last_summit_held"]["record"]["id"] == "pyongyang-2018-11"
    leads_to(full, found["last_summit_held"], "kcna-2018-11-05")
    preparing = found["summits_in_preparation"]
    assert [(each["record"]["id"], each["status"], each["since"]) for each in preparing] == [
        ("second-trump-kim-meeting", "coordinating", "2018-09-10"),
        ("pompeo-kim-yong-chol-new-york-2018-11", "postponed", "2018-11-07"),
        ("pope-francis-pyongyang-2018", "proposed", "2018-10-09"),
        ("seoul-2018", "accepted", "2018-09-19"),
        ("vladivostok-2019", "coordinating", "2018-06-14"),
        ("assad-kim-2018", "proposed", "2018-05-30"),
        ("pyongyang-2019", "accepted", "2018-03-28"),
    ]
    for each, source in zip(
        preparing,
        (
            "cbs-2018-09-10",
            "state-2018-11-07",
            "reuters-2018-10-09",
            "hani-2018-09-19",
            "trend-2018-06-14",
            "ap-2018-06-03",
            "kbs-2018-03-28-xi",
        ),
        strict=True,
    ):
        leads_to(full, each, source)


def test_how_many_letters_did_trump_and_kim_exchange_and_who_says_so(full: Api) -> None:
    claims = full.read("communications/statement-woodward-letters-2020-09")["claims"]
    publisher, cnn = named(claims, "twenty-five-letters"), named(claims, "twenty-seven-letters")
    assert (publisher["value"]["low"], cnn["value"]["low"]) == (25, 27)
    leads_to(full, publisher, "voa-2020-letters")
    leads_to(full, cnn, "cnn-2020-09-09-letters", "yna-2020-09-15-letters")
    leads_to(full, named(claims, "sixteen-and-eleven"), "kbs-2022-09-letters")
