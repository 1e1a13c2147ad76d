"""Parades: absences stated and inferred beside silence, one at midnight that was broadcast later, and rehearsals."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts.api import Api
from tests.contracts.factories import party
from tests.contracts.stories.telling import (
    KIM_JONG_UN,
    appearance,
    cite,
    cited,
    comparison,
    entry,
    named,
    of,
    situation,
    status,
    timeline,
    write,
)

SQUARE = {"name": "Kim Il Sung Square, Pyongyang", "country": "PRK"}
_SYSTEMS = (
    # The categories are general knowledge; who showed them is cited.
    ("hwasong-12", "Hwasong-12", "irbm", "nknews-2018-02-08"),
    ("hwasong-14", "Hwasong-14", "icbm", "nknews-2018-02-08"),
    ("hwasong-15", "Hwasong-15", "icbm", "nknews-2018-02-08"),
    ("hwasong-17", "Hwasong-17", "icbm", "efe-2021-10-13"),
    ("pukguksong-2", "Pukguksong-2", "mrbm", "nknews-2018-02-08"),
    ("pukguksong-4", "Pukguksong-4", "slbm", "yna-2020-10-10"),
    ("pukguksong-5", "Pukguksong-5", "slbm", "dw-2021-01-15"),
    ("kn-23", "KN-23 (Hwasong-11A)", "srbm", "nknews-2018-02-08"),
    ("kn-06", "KN-06 (Pongae-5)", "sam", "kbs-2018-09-10"),
    ("hwasong-7", "Nodong (Hwasong-7)", "mrbm", "lewis-2018-02"),
)


def _parade(
    name: str, title: str, appearances: list[dict[str, Any]], *sources: str, **more: Any
) -> dict[str, Any]:
    return {
        "id": f"pyongyang-{name}",
        "title": title,
        "date": name,
        "country": "PRK",
        "place": SQUARE,
        "appearances": appearances,
        "citations": cite(*sources),
        **more,
    }


def _rehearsal(name: str, day: str, parade: str, source: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "facility": "mirim",
        "date": day,
        "method": "satellite_imagery",
        "findings": [{"component": None, "aspect": "activity", "state": "operating"}],
        "regarding": [{"type": "parade", "id": parade}],
        "citations": cite(source),
        **more,
    }


@pytest.fixture(scope="module")
def told(shared: Api) -> Api:
    for system_id, name, category, source in _SYSTEMS:
        body = {
            "id": system_id,
            "name": name,
            "category": category,
            "country": "PRK",
            "citations": cite(source),
        }
        write(shared, "systems", body)
    write(
        shared,
        "parades",
        # From the facts, p-2018-02-08
        _parade(
            "2018-02-08",
            "70th anniversary of the Korean People's Army",
            [
                appearance(
                    "hwasong-15",
                    "displayed",
                    "pakistantoday-2018-02-09",
                    "nknews-2018-02-08",
                    quantity={"low": 4, "high": 4, "qualifier": "exact"},
                    first_display=True,
                ),
                appearance("hwasong-14", "displayed", "nknews-2018-02-08"),
                appearance("hwasong-12", "displayed", "nknews-2018-02-08"),
                appearance("pukguksong-2", "displayed", "nknews-2018-02-08"),
                appearance(
                    "kn-23",
                    "displayed",
                    "nknews-2018-02-08",
                    "pakistantoday-2018-02-09",
                    identification="later_identified",
                    reported_as="new short-range missile based on the Iskander",
                ),
                appearance("hwasong-7", "absent", "lewis-2018-02"),
            ],
            "nknews-2018-02-08",
            "lewis-2018-02",
        ),
        # From the facts, p-2018-09-09
        _parade(
            "2018-09-09",
            "70th anniversary of the founding of the DPRK",
            [
                appearance("kn-06", "displayed", "kbs-2018-09-10"),
                appearance(None, "displayed", "afp-2018-09-10", category="rocket_artillery"),
                appearance("hwasong-14", "absent", "seed-2018-09", "oycc-2018-09-10"),
                appearance("hwasong-15", "absent", "seed-2018-09", "oycc-2018-09-10"),
                appearance(
                    None, "absent", "seed-2018-09", "afp-2018-09-10", "kbs-2018-09-10", category="icbm"
                ),
                appearance(None, "absent", "kbs-2018-09-10", category="irbm"),
            ],
            "afp-2018-09-10",
            "kbs-2018-09-10",
        ),
        # From the facts, p-2020-10-10
        _parade(
            "2020-10-10",
            "75th anniversary of the Workers' Party of Korea",
            [
                appearance(
                    "hwasong-17",
                    "displayed",
                    "yna-2020-10-10",
                    "voa-2020-10-10",
                    "wsj-2020-10",
                    quantity={"low": 2, "high": 4},
                    first_display=True,
                    identification="later_identified",
                    reported_as="Hwasong-16",
                ),
                appearance(
                    "pukguksong-4", "displayed", "yna-2020-10-10", "defmirror-2020", first_display=True
                ),
                appearance("hwasong-15", "displayed", "upnews-2020-10-10", "nextnews24-2020-10-11"),
            ],
            "yna-2020-10-10",
            "voa-2020-10-10",
            time_of_day="night",  # after midnight; the exact minute is unknown
            broadcast={"mode": "delayed", "aired": "2020-10-10"},
            leader={"party": KIM_JONG_UN, "attended": True, "spoke": True},
            claims=[
                {
                    "id": "four",
                    "about": "/appearances/0/quantity",
                    "statement": "It looked to be four.",
                    "by": party("The Washington Post"),
                    "value": {"low": 4, "high": 4, "qualifier": "about"},
                    "citations": cite("wapo-2020-10-10"),
                },
                {
                    "id": "two",
                    "about": "/appearances/0/quantity",
                    "statement": "Only two were seen.",
                    "by": party("an expert thread"),
                    "stance": "disputes",
                    "responds_to": "four",
                    "value": {"low": 2, "high": 2},
                    "credibility": 4,
                    "citations": cite("thread-2020-10"),
                },
                {
                    "id": "midnight",
                    "about": "start",
                    "statement": "Kim appeared as a clock struck midnight.",
                    "by": party("Kayhan"),
                    "citations": cite("kayhan-2020-10-10"),
                },
                {
                    "id": "dawn",
                    "about": "start",
                    "statement": "It was held shortly after dawn.",
                    "by": party("LatestLY"),
                    "stance": "disputes",
                    "responds_to": "midnight",
                    "citations": cite("latestly-2020-10-10"),
                },
            ],
        ),
        # From the facts, p-2021-01-14
        _parade(
            "2021-01-14",
            "8th Congress of the Workers' Party of Korea",
            [
                appearance("pukguksong-5", "displayed", "dw-2021-01-15", "aj-2021-01-15", first_display=True),
                appearance(
                    None, "displayed", "aj-2021-01-15", category="srbm", identification="unidentified"
                ),
                appearance(None, "displayed", "dw-2021-01-15", category="armour"),
                appearance(None, "displayed", "dw-2021-01-15", category="rocket_artillery"),
                appearance("hwasong-17", "absent", "astro-2021-01-15", "von-2021-01"),
            ],
            "aj-2021-01-15",
            "dw-2021-01-15",
            time_of_day="night",
        ),
        # From the facts, p-2021-09-09. The reports say that there were no ballistic missiles; that none of one
        # category was there is inferred from it.
        _parade(
            "2021-09-09",
            "73rd anniversary of the founding of the DPRK",
            [
                appearance(
                    None, "displayed", "straits-2021-09-09", "aj-2021-09-09", category="rocket_artillery"
                ),
                *(
                    appearance(
                        None,
                        "absent",
                        "insider-2021-09-09",
                        "straits-2021-09-09",
                        category=category,
                        basis="inferred",
                        note="The source says that there were no ballistic missiles.",
                    )
                    for category in ("icbm", "slbm", "srbm")
                ),
            ],
            "straits-2021-09-09",
            "aj-2021-09-09",
            force="paramilitary",
            starts_at="2021-09-09T00:00:00+09:00",
            time_of_day="night",
            broadcast={"mode": "delayed", "aired": "2021-09-09"},
        ),
    )
    # From the facts, f-mirim
    write(
        shared,
        "facilities",
        {
            "id": "mirim",
            "name": "Mirim Parade Training Ground",
            "kind": "other",
            "country": "PRK",
            "place": {"name": "East Pyongyang", "country": "PRK"},
            "citations": cite("npost-2018-02-07"),
        },
    )
    write(
        shared,
        "observations",
        # From the facts, o-123
        _rehearsal(
            "rehearsal-2018",
            "2018-02-06",
            "pyongyang-2018-02-08",
            "npost-2018-02-07",
            activity=[
                {
                    "kind": "personnel",
                    "level": "high",
                    "count": {"low": 13000, "high": 13000, "qualifier": "about"},
                },
                {
                    "kind": "vehicles",
                    "level": "high",
                    "count": {"low": 150, "high": 150, "qualifier": "about"},
                },
            ],
        ),
        # From the facts, o-124
        _rehearsal(
            "rehearsal-2020",
            "2020-08-31",
            "pyongyang-2020-10-10",
            "reuters-2020-09-01",
            activity=[{"kind": "personnel", "level": "high"}],
        ),
    )
    return shared


# ------------------------------------------------------------------------------- stated, inferred, unrecorded


def test_what_a_source_says_was_absent_differs_from_what_nobody_mentions(told: Api) -> None:
    answer = comparison(told, "pyongyang-2018-09-09")
    assert answer["with"]["id"] == "pyongyang-2018-02-08"
    gone = answer["systems"]["no_longer_shown"]
    found = {each["system"]: (each["parade"]["presence"], each["parade"]["basis"]) for each in gone}
    assert found == {
        "hwasong-12": ("absent", "stated"),  # no intermediate-range missile was shown
        "hwasong-14": ("absent", "stated"),
        "hwasong-15": ("absent", "stated"),
        "kn-23": ("unrecorded", None),
        "pukguksong-2": ("unrecorded", None),
    }
    assert of(gone, "kn-23")["parade"]["rests_on"] == []
    assert [cited(each) for each in of(gone, "hwasong-14")["parade"]["rests_on"]] == [
        ["seed-2018-09", "oycc-2018-09-10"],
        ["seed-2018-09", "afp-2018-09-10", "kbs-2018-09-10"],
    ]
    assert [cited(each) for each in of(gone, "hwasong-12")["parade"]["rests_on"]] == [["kbs-2018-09-10"]]
    categories = {
        each["category"]: each["parade"]["presence"] for each in answer["categories"]["no_longer_shown"]
    }
    assert categories == {"icbm": "absent", "irbm": "absent", "mrbm": "unrecorded", "srbm": "unrecorded"}


def test_what_was_absent_before_and_is_unmentioned_now_was_shown_at_neither(told: Api) -> None:
    (nodong,) = comparison(told, "pyongyang-2018-09-09")["systems"]["shown_at_neither"]
    assert (nodong["system"], nodong["with"]["presence"], nodong["parade"]["presence"]) == (
        "hwasong-7",
        "absent",
        "unrecorded",
    )
    assert cited(nodong["with"]["rests_on"][0]) == ["lewis-2018-02"]


def test_an_absence_that_is_inferred_says_so_and_from_what(told: Api) -> None:
    answer = comparison(told, "pyongyang-2021-09-09")
    assert answer["with"]["id"] == "pyongyang-2021-01-14"
    gone = of(answer["systems"]["no_longer_shown"], "pukguksong-5")["parade"]
    assert (gone["presence"], gone["basis"]) == ("absent", "inferred")
    assert cited(gone["rests_on"][0]) == ["insider-2021-09-09", "straits-2021-09-09"]
    categories = answer["categories"]
    missing = {
        each["category"]: (each["parade"]["presence"], each["parade"]["basis"])
        for each in categories["no_longer_shown"]
    }
    assert missing == {
        "armour": ("unrecorded", None),
        "slbm": ("absent", "inferred"),
        "srbm": ("absent", "inferred"),
    }
    assert named(categories["kept"]) == ["rocket_artillery"]


def test_an_absence_stated_before_and_inferred_now_keeps_both_bases_apart(told: Api) -> None:
    (largest,) = comparison(told, "pyongyang-2021-09-09")["systems"]["shown_at_neither"]
    assert largest["system"] == "hwasong-17"
    assert (largest["with"]["presence"], largest["with"]["basis"]) == ("absent", "stated")
    assert (largest["parade"]["presence"], largest["parade"]["basis"]) == ("absent", "inferred")
    assert cited(largest["with"]["rests_on"][0]) == ["astro-2021-01-15", "von-2021-01"]


def test_only_the_largest_missile_is_said_to_have_been_missing_in_january_2021(told: Api) -> None:
    answer = comparison(told, "pyongyang-2021-01-14")
    gone = {each["system"]: each["parade"]["presence"] for each in answer["systems"]["no_longer_shown"]}
    assert gone == {"hwasong-15": "unrecorded", "hwasong-17": "absent", "pukguksong-4": "unrecorded"}
    assert named(answer["categories"]["kept"]) == ["slbm"]
    assert of(answer["categories"]["no_longer_shown"], "icbm")["parade"]["presence"] == "unrecorded"


def test_the_situation_tells_the_same_and_leads_to_the_whole(told: Api) -> None:
    last = situation(told, as_of="2018-09-10")["last_parade"]
    assert (last["parade"]["id"], last["with"]["id"]) == ("pyongyang-2018-09-09", "pyongyang-2018-02-08")
    whole = told.read(last["comparison"])
    for group in ("systems", "categories"):
        assert last["no_longer_shown"][group] == whole[group]["no_longer_shown"]


def test_on_the_next_day_the_public_knew_of_the_absence_from_some_papers_only(told: Api) -> None:
    gone = comparison(told, "pyongyang-2018-09-09", published_until="2018-09-10")["systems"][
        "no_longer_shown"
    ]
    missing = of(gone, "hwasong-14")["parade"]
    assert (missing["presence"], missing["basis"]) == ("absent", "stated")
    assert [cited(each) for each in missing["rests_on"]] == [
        ["oycc-2018-09-10"],
        ["afp-2018-09-10", "kbs-2018-09-10"],
    ]


# ------------------------------------------------------------------------ at midnight, and broadcast in the evening


@pytest.mark.parametrize(
    ("day", "day_before", "last_before", "starts_at"),
    [
        ("2020-10-10", "2020-10-09", "pyongyang-2018-09-09", None),
        ("2021-09-09", "2021-09-08", "pyongyang-2021-01-14", "2021-09-08T15:00:00Z"),
    ],
)
def test_a_midnight_parade_is_of_its_local_day_though_that_had_not_begun_elsewhere(
    told: Api, day: str, day_before: str, last_before: str, starts_at: str | None
) -> None:
    name = f"pyongyang-{day}"
    parade = told.read(f"parades/{name}")
    assert (parade["date"], parade["date_latest"], parade["starts_at"]) == (day, day, starts_at)
    assert (parade["time_of_day"], parade["broadcast"]["mode"]) == ("night", "delayed")
    assert (parade["broadcast"]["aired"], parade["broadcast"]["aired_latest"]) == (day, day)
    assert told.ids("parades", {"from": day_before, "to": day_before}) == []
    assert told.ids("parades", {"from": day, "to": day}) == [name]
    assert timeline(told, since=day_before, to=day) == [(day, name)]
    assert situation(told, as_of=day_before)["last_parade"]["parade"]["id"] == last_before
    assert situation(told, as_of=day)["last_parade"]["parade"]["id"] == name


def test_it_added_a_missile_that_was_named_a_year_later(told: Api) -> None:
    added = comparison(told, "pyongyang-2020-10-10")["systems"]["added"]
    assert {each["system"]: each["with"]["presence"] for each in added} == {
        "hwasong-15": "absent",
        "hwasong-17": "absent",  # as no ICBM at all was shown in 2018
        "pukguksong-4": "unrecorded",
    }
    (shown,) = of(added, "hwasong-17")["parade"]["rests_on"]
    assert (shown["identification"], shown["reported_as"], shown["first_display"]) == (
        "later_identified",
        "Hwasong-16",
        True,
    )
    assert (shown["quantity"]["low"], shown["quantity"]["high"]) == (2, 4)
    assert cited(shown) == ["yna-2020-10-10", "voa-2020-10-10", "wsj-2020-10"]


def test_competing_counts_and_hours_stand_side_by_side(told: Api) -> None:
    claims = {each["id"]: each for each in told.read("parades/pyongyang-2020-10-10")["claims"]}
    assert (claims["four"]["value"]["low"], claims["two"]["value"]["low"]) == (4, 2)
    assert (claims["two"]["responds_to"], claims["dawn"]["responds_to"]) == ("four", "midnight")
    assert [cited(claims[name])[0] for name in ("midnight", "dawn")] == [
        "kayhan-2020-10-10",
        "latestly-2020-10-10",
    ]


# ------------------------------------------------------------------------------------------------- rehearsals


def test_a_rehearsal_without_launchers_says_nothing_of_what_the_parade_left_out(told: Api) -> None:
    # From the facts, f-mirim, note: no launchers were seen on 6 February, yet ICBMs rolled on the 8th
    found = comparison(told, "pyongyang-2018-09-09")["systems"]["no_longer_shown"]
    assert of(found, "hwasong-15")["with"]["presence"] == "displayed"
    rehearsal = told.read("observations/rehearsal-2018")
    assert rehearsal["regarding"] == [{"type": "parade", "id": "pyongyang-2018-02-08"}]
    assert rehearsal["activity"][0]["count"]["low"] == 13000


def test_the_timeline_around_the_parade_shows_its_rehearsal(told: Api) -> None:
    assert timeline(told, near="parades/pyongyang-2018-02-08", days=2) == [
        ("2018-02-06", "rehearsal-2018"),
        ("2018-02-08", "pyongyang-2018-02-08"),
    ]
    assert timeline(told, near="parades/pyongyang-2018-02-08", days=1) == [
        ("2018-02-08", "pyongyang-2018-02-08")
    ]


def test_the_training_ground_was_busy_before_each_parade(told: Api) -> None:
    answer = status(told, "mirim", as_of="2020-09-01")
    found = entry(answer, None, "activity")
    assert (found["state"], found["since"], found["last_observed"]) == (
        "operating",
        "2018-02-06",
        "2020-08-31",
    )
    assert found["since_rests_on"]["id"] == "rehearsal-2018"
    assert cited(found["rests_on"][0]) == ["reuters-2020-09-01"]
    assert answer["trend"] == "unknown"


def test_a_parade_that_a_rehearsal_regards_cannot_be_removed_from_under_it(told: Api) -> None:
    answer = told.delete("parades/pyongyang-2018-02-08")
    assert answer.status_code == 409, answer.text
    assert "rehearsal-2018" in answer.text
