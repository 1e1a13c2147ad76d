"""Questions about parades and weapon systems that the bundled record answers, each traced to its sources."""

from __future__ import annotations

from typing import Any

from tests.contracts.api import Api
from tests.contracts.citing import leads_to, named

FEBRUARY_2018, SEPTEMBER_2018 = "north-korea-2018-02", "north-korea-2018-09-09"


def by_name(parts: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The appearances of a parade, or the parts of a comparison, by their system, or else their category."""
    return {part.get("system") or part["category"]: part for part in parts}


def test_which_parades_since_2017_showed_an_icbm(full: Api) -> None:
    query = {"category": "icbm", "presence": "displayed", "from": "2017-01-01", "sort": "date"}
    shown = {each["id"]: by_name(each["appearances"]) for each in full.items("parades", query)}
    assert list(shown) == [
        "north-korea-2017-04-15",
        FEBRUARY_2018,
        "north-korea-2020-10-10",
        "north-korea-2022-04-25",
        "north-korea-2023-02-08",
        "north-korea-2023-07-27",
        "north-korea-2025-10-10",
    ]
    leads_to(full, shown["north-korea-2017-04-15"]["hwasong-13"], "ap-2017-04-15", "jalopnik-2017-04")
    leads_to(full, shown[FEBRUARY_2018]["hwasong-15"], "nknews-2018-02-08", "pakistantoday-2018-02-09")
    leads_to(full, shown["north-korea-2020-10-10"]["hwasong-17"], "yna-2020-10-10", "wapo-2020-10-10")
    leads_to(full, shown["north-korea-2022-04-25"]["hwasong-17"], "janes-2022-04")
    leads_to(full, shown["north-korea-2023-02-08"]["hwasong-17"], "nation-2023-02-10")
    leads_to(full, shown["north-korea-2023-07-27"]["hwasong-18"], "yna-2023-07-28")
    leads_to(full, shown["north-korea-2025-10-10"]["hwasong-20"], "newser-2025-10-11")


def test_which_parades_were_pointedly_without_an_icbm_and_who_says_so(full: Api) -> None:
    query = {"category": "icbm", "presence": "absent", "sort": "date"}
    missed = {each["id"]: by_name(each["appearances"]) for each in full.items("parades", query)}
    stated = {name for name, parts in missed.items() if parts["icbm"]["basis"] == "stated"}
    assert [name for name in missed if name in stated] == [
        "north-korea-1997-04-25",
        "north-korea-2002-04-25",
        "north-korea-2003-09-09",
        "north-korea-2005-10-10",
        "north-korea-2008-09-09",
        "north-korea-2013-09-09",
        SEPTEMBER_2018,
        "north-korea-2021-09-09",
        "north-korea-2023-09-08",
        "north-korea-2026-02-25",
    ]
    # Of these no source says so outright: there were no missiles for fifteen years.
    assert [name for name in missed if name not in stated] == [
        "north-korea-1993-07-27",
        "north-korea-1995-10-10",
        "north-korea-1998-09-09",
        "north-korea-2000-10-10",
    ]
    # In January 2021 one system was said to be missing; of ICBMs as such the source could not tell.
    january = by_name(full.read("parades/north-korea-2021-01-14")["appearances"])
    assert (january["hwasong-17"]["presence"], january["icbm"]["presence"]) == ("absent", "not_observed")
    leads_to(full, january["hwasong-17"], "von-2021-01")
    leads_to(full, january["icbm"], "nomad-2021-01-15")
    for parade, sources in {
        "north-korea-2003-09-09": ("ap-2003-09-10", "voa-2003-09-09"),
        "north-korea-2005-10-10": ("hani-2005-10-10",),
        "north-korea-2008-09-09": ("afp-2008-09-10",),
        "north-korea-2013-09-09": ("afp-2013-09-09",),
        SEPTEMBER_2018: ("afp-2018-09-10", "bbc-2018-09-09", "kbs-2018-09-10"),
        "north-korea-2021-09-09": ("straits-2021-09-09", "insider-2021-09-09"),
        "north-korea-2023-09-08": ("uitv-2023-09", "tag24-2023-09-09", "insider-2023-09"),
        "north-korea-2026-02-25": ("mdn-2026-02",),
    }.items():
        assert (missed[parade]["icbm"]["presence"], missed[parade]["icbm"]["basis"]) == ("absent", "stated")
        leads_to(full, missed[parade]["icbm"], *sources)


def test_what_did_the_parade_of_september_2018_leave_out_against_february(full: Api) -> None:
    found = full.read(f"parades/{SEPTEMBER_2018}/comparison")
    assert found["with"]["id"] == FEBRUARY_2018
    systems = by_name(found["systems"]["no_longer_shown"])
    assert {name: part["parade"]["presence"] for name, part in systems.items()} == {
        "hwasong-11a": "absent",
        "hwasong-12": "absent",
        "hwasong-14": "absent",
        "hwasong-15": "absent",
        "pukguksong-2": "absent",
    }
    leads_to(full, systems["hwasong-14"]["parade"], "new-york-times-2018-09-parade", "oycc-2018-09-10")
    leads_to(full, systems["hwasong-14"]["with"], "nknews-2018-02-08")
    # Of the shorter-range ones a source says it of the Nodong and Scud families, not of the newer types.
    assert {systems[name]["parade"]["basis"] for name in ("hwasong-11a", "pukguksong-2")} == {"inferred"}
    leads_to(full, systems["hwasong-11a"]["parade"], "newsis-2018-09-09")
    categories = by_name(found["categories"]["no_longer_shown"])
    assert {name: part["parade"]["presence"] for name, part in categories.items()} == {
        "icbm": "absent",
        "irbm": "absent",
        "mrbm": "absent",
        "srbm": "absent",
    }
    leads_to(full, categories["srbm"]["parade"], "newsis-2018-09-09")


def test_was_the_absence_of_intermediate_range_missiles_public_on_the_day_of_the_parade(full: Api) -> None:
    that_day, next_day = (
        by_name(
            full.read(f"parades/{SEPTEMBER_2018}/comparison", {"published_until": f"2018-09-{day}"})[
                "categories"
            ]["no_longer_shown"]
        )
        for day in ("09", "10")
    )
    assert that_day["icbm"]["parade"]["presence"] == "absent"
    leads_to(full, that_day["icbm"]["parade"], "bbc-2018-09-09", "usat-2018-09-09")
    assert that_day["irbm"]["parade"]["presence"] == "unrecorded"
    assert next_day["irbm"]["parade"]["presence"] == "absent"
    leads_to(full, next_day["irbm"]["parade"], "kbs-2018-09-10")


def test_how_many_icbms_rolled_by_in_february_2018_and_at_what_hour(full: Api) -> None:
    parade = full.read(f"parades/{FEBRUARY_2018}")
    shown = by_name(parade["appearances"])
    assert shown["hwasong-15"]["quantity"] == {"low": 4, "high": 4, "qualifier": "exact"}
    assert shown["hwasong-14"]["quantity"] == {"low": 3, "high": None, "qualifier": "at_least"}
    leads_to(full, shown["hwasong-15"], "nknews-2018-02-08", "pakistantoday-2018-02-09")
    seven = named(parade["claims"], "seven-icbms")
    assert seven["value"] == {"low": 7, "high": 7, "qualifier": "exact"}
    leads_to(full, seven, "warrior-2018-02")

    assert parade["starts_at"] is None
    first, second = (named(parade["claims"], f"start-at-{hour}") for hour in ("1130", "1000"))
    assert (first["about"], first["stance"]) == ("/starts_at", "asserts")
    assert (second["stance"], second["responds_to"]) == ("disputes", "start-at-1130")
    leads_to(full, first, "ktimes-2018-02")
    leads_to(full, second, "lewis-2018-02")


def test_when_was_the_hwasong_17_shown_and_under_what_name_at_first(full: Api) -> None:
    query = {"system": "hwasong-17", "presence": "displayed", "sort": "date"}
    parades = full.items("parades", query)
    assert [each["date"] for each in parades] == ["2020-10-10", "2022-04-25", "2023-02-08", "2023-07-27"]
    first = by_name(parades[0]["appearances"])["hwasong-17"]
    assert first["identification"] == "later_identified"
    assert "Hwasong-16" in first["reported_as"]
    leads_to(full, first, "efe-2021-10-13")
    # The label of 2020 finds it still, beside the two missiles to which North Korea gave that number afterwards.
    assert set(full.ids("systems", {"q": "Hwasong-16"})) == {"hwasong-16a", "hwasong-16b", "hwasong-17"}


def test_which_systems_were_shown_before_anyone_knew_their_names(full: Api) -> None:
    early = {
        (parade["id"], each["system"]): each
        for parade in full.items("parades")
        for each in parade["appearances"]
        if (each["presence"], each["identification"]) == ("displayed", "later_identified")
    }
    named_by = {
        ("north-korea-2007-04-25", "kn-02"): ("mbn-2007-04-25", "chosun-2007-04-28"),
        ("north-korea-2007-04-25", "hwasong-10"): ("chosun-2007-04-28", "ajunews-2010-10-10"),
        ("north-korea-2007-04-25", "hwasong-7"): ("chosun-2007-04-28",),
        ("north-korea-2015-10-10", "kn-14"): ("nyt-2015-10-11", "aju-2016-04-01"),
        ("north-korea-2017-04-15", "hwasong-12"): ("cns-2017-04-25", "aerospatium-2017-05"),
        (FEBRUARY_2018, "hwasong-11a"): ("pakistantoday-2018-02-09", "defpoint-2019-07-26"),
        (SEPTEMBER_2018, "m2018"): ("defensearabia-2023-05",),
        ("north-korea-2020-10-10", "hwasong-17"): ("wapo-2020-10-10", "efe-2021-10-13"),
        ("north-korea-2023-02-08", "hwasong-18"): ("wion-2023-02-09", "shephard-2023-04-20"),
        ("south-korea-2023-09-26", "hyunmoo-4"): ("etoday-2023-09-26", "tvchosun-2024-10-01"),
    }
    assert early.keys() == named_by.keys()
    for shown, sources in named_by.items():
        assert early[shown]["reported_as"] or early[shown]["note"]
        leads_to(full, early[shown], *sources)


def test_since_when_are_parades_held_by_night(full: Api) -> None:
    parades = full.items("parades", {"country": "PRK", "sort": "date"})
    assert len(parades) == 31
    assert [each["date"] for each in parades if each["time_of_day"] == "night"] == [
        each["date"] for each in parades if each["date"] >= "2020-10-10"
    ]
    leads_to(full, full.read("parades/north-korea-2020-10-10"), "voa-2020-10-10")


def test_on_what_day_did_the_red_guards_march_in_september_2023(full: Api) -> None:
    parade = full.read("parades/north-korea-2023-09-08")
    assert (parade["date"], parade["force"]) == ("2023-09-08", "paramilitary")
    friday = named(parade["claims"], "friday-8-september")
    saturday = named(parade["claims"], "saturday-9-september")
    assert (friday["value"], friday["credibility"]) == ("2023-09-08", 2)
    assert (saturday["value"], saturday["stance"], saturday["credibility"]) == ("2023-09-09", "disputes", 5)
    leads_to(full, friday, "tag24-2023-09-09", "kbs-2023-09-id")
    leads_to(full, saturday, "uitv-2023-09", "insider-2023-09")


def test_what_did_the_parade_of_february_2026_no_longer_show_and_how_sure_is_that(full: Api) -> None:
    found = full.read("situation", {"as_of": "2026-03-01"})["last_parade"]
    assert (found["parade"]["date"], found["with"]["date"]) == ("2026-02-25", "2025-10-10")
    missing = by_name(found["no_longer_shown"]["systems"])
    assert {
        name: (part["parade"]["presence"], part["parade"]["basis"]) for name, part in missing.items()
    } == {
        "chonma-20": ("absent", "inferred"),
        "hwasong-11e": ("unrecorded", None),
        "hwasong-16b": ("absent", "stated"),
        "hwasong-20": ("absent", "stated"),
        "kn-24": ("unrecorded", None),
        "kn-25": ("unrecorded", None),
    }
    leads_to(full, missing["hwasong-20"]["parade"], "mdn-2026-02")
    assert full.read("sources/mdn-2026-02")["reliability"] == "D"


def test_which_parades_has_south_korea_held_and_what_was_new_at_each(full: Api) -> None:
    parades = full.items("parades", {"country": "KOR", "sort": "date"})
    new = {
        parade["date"]: [
            each["system"] for each in parade["appearances"] if each["first_display"] and each["system"]
        ]
        for parade in parades
    }
    assert new == {
        "1998-10-01": ["mlrs", "atacms"],
        "2003-10-01": [],
        "2008-10-01": ["k2", "k21", "patriot"],
        "2013-10-01": ["hyunmoo-2", "hyunmoo-3", "spike"],
        "2023-09-26": ["l-sam", "hyunmoo-4"],
        "2024-10-01": ["hyunmoo-5"],
    }
    leads_to(full, by_name(parades[3]["appearances"])["hyunmoo-3"], "edaily-2013-10-01", "voa-2013-10-01")
    leads_to(full, by_name(parades[5]["appearances"])["hyunmoo-5"], "asiae-2024-10-01", "tvchosun-2024-10-01")


def test_how_many_missiles_did_the_parade_of_april_2007_show_and_who_disagrees(full: Api) -> None:
    claims = full.read("parades/north-korea-2007-04-25")["claims"]
    first, second = named(claims, "forty-eight-missiles"), named(claims, "fifty-two-missiles")
    assert (first["value"]["low"], second["value"]["low"]) == (48, 52)
    assert (second["stance"], second["responds_to"]) == ("disputes", "forty-eight-missiles")
    leads_to(full, first, "dailynk-2007-04-25-missiles", "metro-2007-04-25")
    leads_to(full, second, "chosun-2007-04-28")
