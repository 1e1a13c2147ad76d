"""Questions about facilities and what images showed that the bundled record answers, each traced to its sources."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts.api import Api
from tests.contracts.citing import leads_to, named


def status(api: Api, facility: str, **clocks: str) -> dict[str, Any]:
    return api.read(f"facilities/{facility}/status", clocks)


def state(found: dict[str, Any], component: str | None, aspect: str = "integrity") -> dict[str, Any]:
    """The one entry of a status for a component and aspect."""
    (entry,) = [
        each for each in found["components"] if (each["component"] == component and each["aspect"] == aspect)
    ]
    return entry


def told(entry: dict[str, Any]) -> tuple[str | None, str | None]:
    return entry["state"], entry["since"]


def test_what_changed_at_sohae_between_singapore_and_hanoi(full: Api) -> None:
    before = status(full, "sohae", as_of="2018-06-12")
    assert before["trend"] == "building"
    assert told(state(before, "engine-test-stand")) == ("intact", "2017-08-09")
    leads_to(full, state(before, "engine-test-stand"), "38n-2017-08-17")

    after = status(full, "sohae", as_of="2019-02-28")
    assert after["trend"] == "dismantling"
    july = "38-north-2018-07-sohae"
    for component, expected, source in [
        ("rail-mounted-structure", ("partially_dismantled", "2018-07-20"), "38n-2018-08-07"),
        ("engine-test-stand", ("partially_dismantled", "2018-07-20"), "38n-2018-08-07"),
        ("test-stand-superstructure", ("dismantled", "2018-07-22"), july),
        ("environmental-shelter", ("dismantled", "2018-07-20"), july),
        ("test-stand-bunkers", ("dismantled", "2018-08-03"), "38n-2018-08-07"),
        ("fuel-oxidizer-bunkers", ("modified", "2018-07-22"), "38n-2018-10-10"),
        ("gantry-tower", ("intact", "2018-07-20"), july),
        ("main-processing-building", ("intact", "2015-07-21"), july),
    ]:
        assert told(state(after, component)) == expected, component
        leads_to(full, state(after, component), source)
    days = [each["date"] for each in full.items("facilities/sohae/status/history")]
    assert [day for day in sorted(days) if "2018-06-12" < day <= "2019-02-28"] == [
        "2018-07-20",
        "2018-07-22",
        "2018-08-03",
        "2018-10-31",
    ]


@pytest.mark.parametrize(
    ("published_until", "trend", "structure", "source"),
    [
        ("2019-03-05", "dismantling", ("partially_dismantled", "2018-07-20"), "38n-2018-08-07"),
        ("2019-03-06", "rebuilding", ("rebuilding", "2019-03-02"), "npr-2019-03-06"),
        ("2019-03-07", "rebuilding", ("rebuilt", "2019-03-06"), "france24-2019-03-07"),
    ],
)
def test_when_did_the_rebuilding_at_tongchang_ri_become_public_and_since_when_was_it_so(
    full: Api, published_until: str, trend: str, structure: tuple[str, str], source: str
) -> None:
    (site,) = full.ids("facilities", {"q": "tongchang"})
    found = status(full, site, published_until=published_until)
    assert found["trend"] == trend
    assert told(state(found, "rail-mounted-structure")) == structure
    leads_to(full, state(found, "rail-mounted-structure"), source)


def test_did_the_rebuilding_begin_before_or_after_the_hanoi_summit(full: Api) -> None:
    accounts = [
        each
        for each in full.read("facilities/sohae")["claims"]
        if each["about"] == "when the rebuilding of 2019 began"
    ]
    assert len(accounts) == 5
    between = named(accounts, "rebuilding-began-between-16-february-and-2-march")
    assert between["value"] == "2019-02-16/2019-03-02"
    leads_to(full, between, "kyodo-2019-03-07")
    before = named(accounts, "rebuilding-began-before-hanoi")
    assert before["value"] == "../2019-02-27"
    leads_to(full, before, "taipei-2019-03-07")


def test_were_the_pads_bunkers_untouched_in_summer_2018_as_was_said_in_september(full: Api) -> None:
    then = status(full, "sohae", as_of="2018-08-31", published_until="2018-09-30")
    assert told(state(then, "fuel-oxidizer-bunkers")) == ("intact", "2018-07-20")
    leads_to(full, state(then, "fuel-oxidizer-bunkers"), "38-north-2018-07-sohae")
    assert then["left_out"]["superseded"] == 0

    later = status(full, "sohae", as_of="2018-08-31", published_until="2018-10-10")
    assert told(state(later, "fuel-oxidizer-bunkers")) == ("modified", "2018-07-22")
    leads_to(full, state(later, "fuel-oxidizer-bunkers"), "38n-2018-10-10")
    (corrected,) = later["left_out"]["observations"]
    assert corrected["record"]["id"] == "sohae-2018-07-22"
    assert corrected["components"] == ["fuel-oxidizer-bunkers"]


@pytest.mark.parametrize(
    ("day", "expected", "source"),
    [
        ("2018-03-01", ("operating", "2017-08-31"), "pd-2018-03-05"),
        ("2019-08-31", ("idle", "2018-12-31"), "kbs-2019-08-yongbyon"),
        ("2021-09-01", ("operating", "2021-07-31"), "38n-2021-08-yb"),
        ("2023-09-30", ("shut_down", "2023-09-30"), "rbc-2023-11"),
        ("2024-03-31", ("operating", "2023-10-31"), "kbs-2024-03-iaea"),
        ("2025-01-01", ("operating", "2024-10-31"), "kdus-2025-03"),
    ],
)
def test_was_the_5_mwe_reactor_at_yongbyon_operating_on_a_day(
    full: Api, day: str, expected: tuple[str, str], source: str
) -> None:
    entry = state(status(full, "yongbyon", as_of=day), "5mwe-reactor", "activity")
    assert told(entry) == expected
    leads_to(full, entry, source)


def test_what_did_the_public_know_in_august_2021_of_the_reactors_restart_in_july(full: Api) -> None:
    day = "2021-08-26"
    unaware = state(
        status(full, "yongbyon", as_of=day, published_until="2021-08-29"), "5mwe-reactor", "activity"
    )
    assert told(unaware) == ("shut_down", "2021-06-07")
    leads_to(full, unaware, "hsnw-2021-06-08")
    aware = state(
        status(full, "yongbyon", as_of=day, published_until="2021-09-01"), "5mwe-reactor", "activity"
    )
    assert told(aware) == ("operating", "2021-07-31")
    leads_to(full, aware, "38n-2021-08-yb", "donga-2021-09-01")
    claims = full.read("facilities/yongbyon")["claims"]
    leads_to(full, named(claims, "idle-since-spring-2018"), "38n-2021-08-yb")
    leads_to(full, named(claims, "idle-since-december-2018"), "janes-2021-08-31")


def test_which_tunnels_at_punggye_ri_were_blown_up_and_which_came_back(full: Api) -> None:
    (blast,) = full.items("observations", {"state": "destroyed", "facility": "punggye-ri"})
    assert blast["date"] == "2018-05-24"
    leads_to(full, blast, "arirang-2018-05-25", "cnn-2018-05-24-ktla")
    found = status(full, "punggye-ri", as_of="2022-07-01")
    assert found["trend"] == "rebuilding"
    assert {each: told(state(found, each)) for each in ("tunnel-2", "tunnel-3", "tunnel-4")} == {
        "tunnel-2": ("destroyed", "2018-05-24"),
        "tunnel-3": ("rebuilt", "2022-06-14"),
        "tunnel-4": ("rebuilding", "2022-06-14"),
    }
    leads_to(full, state(found, "tunnel-3"), "kbs-2022-06-16", "arirang-2022-06-16")


def test_did_the_floods_of_2022_and_2024_take_punggye_ri_down(full: Api) -> None:
    found = status(full, "punggye-ri", as_of="2024-12-31")
    roads = state(found, "roads-and-bridges")
    assert told(roads) == ("damaged", "2022-08-24")
    leads_to(full, roads, "38n-2024-09-punggye")
    assert found["trend"] == "rebuilding"


def test_which_pad_launched_the_failed_satellite_of_31_may_2023(full: Api) -> None:
    day = "2023-06-01"
    at_first = status(full, "sohae", as_of=day, published_until="2023-06-30")
    assert {each["component"] for each in at_first["components"] if each["aspect"] == "activity"}.isdisjoint(
        {"coastal-launch-pad"}
    )
    corrected = state(
        status(full, "sohae", as_of=day, published_until="2023-10-31"), "coastal-launch-pad", "activity"
    )
    assert told(corrected) == ("operating", "2023-05-31")
    leads_to(full, corrected, "38n-2023-10-sohae")
    (relation,) = full.read("observations/sohae-2023-05-31-coastal")["related"]
    assert (relation["observation"], relation["relation"]) == ("sohae-2023-05-31-csis", "contradicts")
    accounts = {
        each["id"]
        for each in full.read("facilities/sohae")["claims"]
        if each["about"] == "which pad launched on 31 May 2023"
    }
    assert len(accounts) == 4


def test_which_sites_lie_within_60_km_of_yongbyon(full: Api) -> None:
    found = full.items("facilities", {"near": "39.8,125.754,60"})
    places = {
        "iha-ri": "cns-db-2023",
        "pakchon": "bp-pakchon-2019",
        "sino-ri": "csis-bases-2026-10",
        "taechon": "fas-taechon",
        "yongbyon": "wiki-yongbyon",
        "yongdok-tong": "bp-yongdok-p3",
        "yusang-ni": "csis-bases-2026-10",
    }
    assert {each["id"] for each in found} == places.keys()
    for each in found:
        leads_to(full, each, places[each["id"]])


def test_which_missile_bases_are_known_and_has_the_country_declared_any(full: Api) -> None:
    bases = {each["id"]: each for each in full.items("facilities", {"kind": "missile_base"})}
    undeclared = {
        "hoejung-ni": "epoch-2022-02",
        "kal-gol": "hankyung-2020-12-25",
        "kumchon-ni": "newdaily-2019-09-09",
        "ryokpo": "rfa-2025-03-10-ryokpo",
        "sakkanmol": "chosun-2018-11-13",
        "sangnam-ni": "ktimes-2019-02-sangnam",
        "sino-ri": "ejin-2019-01-22",
        "sinpung-dong": "deflines-2025-08",
        "yongnim": "segye-2024-11-15",
        "yusang-ni": "chosun-2019-05-13",
    }
    not_told = {
        "chiha-ri": "nti-chiha-ri",
        "kittaeryong": "dailynk-2006-07-05",
        "okpyong-dong": "nti-okpyong",
        "yeongjeo-dong": "sbs-2018-12-06-yongjo",
    }
    assert bases.keys() == undeclared.keys() | not_told.keys()
    assert {each for each in bases if bases[each]["declared"] is False} == undeclared.keys()
    assert {each for each in bases if bases[each]["declared"] is None} == not_told.keys()
    for base, source in (undeclared | not_told).items():
        leads_to(full, bases[base], source)


def test_what_was_seen_at_mirim_before_the_parade_of_february_2023(full: Api) -> None:
    seen = full.items(
        "observations",
        {"facility": "mirim", "from": "2022-11-01", "to": "2023-02-08", "sort": "date"},
    )
    assert [(each["date"], each["activity"][0]["count"]["low"]) for each in seen] == [
        ("2022-12-14", 11000),
        ("2022-12-20", 12000),
        ("2023-01-02", 13500),
    ]
    for each, source in zip(
        seen, ("kbs-2022-12-mirim", "kbs-2022-12-22-mirim", "tass-2023-01-12"), strict=True
    ):
        assert each["regarding"] == [{"type": "parade", "id": "north-korea-2023-02-08"}]
        leads_to(full, each, source)


def test_what_moved_at_the_sites_in_the_weeks_around_hanoi(full: Api) -> None:
    window = {"from": "2019-02-15", "to": "2019-03-12", "kind": "observation"}
    entries = full.items("timeline", window)
    assert [each["record"]["id"] for each in entries] == [
        "yongbyon-2019-02-21-to-03-12",
        "sohae-2019-03-08",
        "sanum-dong-2019-03-08",
        "punggye-ri-2019-03-07",
        "sohae-2019-03-06",
        "sohae-2019-03-02",
        "sanum-dong-2019-03",
        "sanum-dong-2019-02-22",
        "sohae-2019-02-16-to-03-02",
        "sangnam-ni-2019-02-15",
        "pakchon-2019-02",
    ]
    cranes = full.read("observations/sanum-dong-2019-02-22")
    leads_to(full, cranes, "npr-2019-03-08")


def test_is_kangson_an_enrichment_plant(full: Api) -> None:
    site = full.read("facilities/kangson")
    assert site["kind"] == "enrichment_plant"
    stances = {
        each["id"]: (each["stance"], each["responds_to"])
        for each in site["claims"]
        if each["about"] == "/kind"
    }
    assert stances == {
        "covert-enrichment-plant": ("asserts", None),
        "doubts-madden": ("disputes", "covert-enrichment-plant"),
        "component-workshop-heinonen": ("disputes", "covert-enrichment-plant"),
        "hall-shown-in-2024-is-kangson": ("asserts", None),
        "enrichment-plant-iaea": ("asserts", None),
    }
    leads_to(full, named(site["claims"], "component-workshop-heinonen"), "yna-2020-12-19")
    leads_to(full, named(site["claims"], "enrichment-plant-iaea"), "kdus-2025-03")


@pytest.mark.parametrize(
    ("name", "found"),
    [("Tongchang-ri", "sohae"), ("Nyongbyon", "yongbyon"), ("Musudan-ri", "tonghae")],
)
def test_which_site_is_meant_by_another_name(full: Api, name: str, found: str) -> None:
    hit = full.read("search", {"q": name, "limit": 1})["items"][0]
    assert (hit["record"]["type"], hit["record"]["id"], hit["matched"]) == ("facility", found, "name")
