"""Each filter of every type's list."""

from __future__ import annotations

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api


@pytest.fixture(scope="module")
def meetings(shared: Api) -> Api:
    """Three summits: held in Panmunjom, cancelled in Singapore, and proposed for nowhere yet."""
    service = shared
    service.make("sources", id="another")
    kim, moon = a.party("Kim Jong Un", "PRK"), a.party("Moon Jae-in", "KOR")
    trump = a.party("Donald Trump", "USA")
    service.make(
        "summits",
        id="panmunjom",
        parties=[kim, moon],
        place={"name": "P'anmunjŏm", "country": "KOR"},
        date="2018-04-27",
        steps=[a.step("held", "2018-04-27")],
    )
    service.make(
        "summits",
        id="singapore",
        parties=[a.party("KIM Jong-un", "PRK"), trump],
        place={"name": "Singapore", "country": "SGP"},
        date="2018-06-12",
        steps=[a.step("scheduled", "2018-05-10"), a.step("cancelled", "2018-05-24")],
    )
    service.make("summits", id="someday", parties=[a.party("김정은", "PRK"), moon])
    return service


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=held", {"panmunjom"}),
        ("status=held,cancelled", {"panmunjom", "singapore"}),
        ("status=held&status=proposed", {"panmunjom", "someday"}),
        ("status=lapsed", set()),
        ("party_country=USA", {"singapore"}),
        ("party_country=USA,KOR", {"panmunjom", "singapore", "someday"}),
        ("party_country=PRK&status=cancelled", {"singapore"}),
        ("country=SGP", {"singapore"}),
        ("country=PRK", set()),
        ("party=Donald+Trump", {"singapore"}),
        ("party=donald%20TRUMP", {"singapore"}),
        ("party=Donald", {"singapore"}),
        ("party=trump", {"singapore"}),
        ("party=Trump+Donald", {"singapore"}),
        ("party=un+kim+jong", {"panmunjom", "singapore"}),
        ("party=jong-un", {"panmunjom", "singapore"}),
        ("party=jongun", {"singapore"}),
        ("party=jon*+kim", {"panmunjom", "singapore"}),
        ("party=jae+in+mo*", {"panmunjom", "someday"}),
        ("party=Moon+Jae%E2%80%90in", {"panmunjom", "someday"}),
        ("party=jon", set()),
        # Each word stands in the summit, but not all in the name of one party.
        ("party=kim+trump", set()),
        ("party=donald+kim*", set()),
        ("party=tru*+kim*", set()),
        ("party=%EC%A0%95%EC%9D%80", set()),
        ("party=Don*", {"singapore"}),
        ("party=kim+jong+un", {"panmunjom", "singapore"}),
        ("party=Kim+Jong-un", {"panmunjom", "singapore"}),
        ("party=%EA%B9%80%EC%A0%95%EC%9D%80", {"someday"}),
        ("party=%EA%B9%80*", {"someday"}),
        # The same name, its syllables taken apart.
        ("party=%E1%84%80%E1%85%B5%E1%86%B7%EC%A0%95%EC%9D%80", {"someday"}),
        ("place=panmunjom", {"panmunjom"}),
        ("place=anmunjom", {"panmunjom"}),
        ("place=p'anmunjom", {"panmunjom"}),
        ("place=P%E2%80%99ANMUNJ%C5%8FM", {"panmunjom"}),
        ("place=sing*", {"singapore"}),
        ("id=panmunjom", {"panmunjom"}),
        ("id=panmunjom,someday,nowhere", {"panmunjom", "someday"}),
        ("from=2018-04-28", {"singapore"}),
        ("to=2018-03-05", {"someday"}),
        ("from=2018-04-27&to=2018-04-27", {"panmunjom"}),
        ("source=a-source", {"panmunjom", "singapore", "someday"}),
        ("source=another", set()),
        ("q=meeting", {"panmunjom", "singapore", "someday"}),
        ("q=TRUMP+singapore", {"singapore"}),
        ("q=trump+panmunjom", set()),
        ("q=donal*", {"singapore"}),
        ("q=p%27anmunjom", {"panmunjom"}),
        ("q=%EA%B9%80%EC%A0%95*", {"someday"}),
    ],
)
def test_summits_are_found_by_status_party_country_place_date_source_and_words(
    meetings: Api, query: str, found: set[str]
) -> None:
    assert set(meetings.ids(f"summits?{query}")) == found


def test_communications_are_found_by_kind_sender_receiver_and_what_they_concern(service: Api) -> None:
    for each in ("talks", "other"):
        service.make("summits", id=each)
    service.make("communications", id="letter", to=a.party("Donald Trump", "USA"))
    service.make(
        "communications",
        id="reply",
        **{"from": a.party("Donald Trump", "USA"), "to": a.party("Kim Jong Un", "PRK")},
        kind="speech",
        regarding=[{"type": "summit", "id": "talks"}, {"type": "facility", "id": "a-facility"}],
    )
    service.make("communications", id="call", **{"from": a.party("unnamed officials")}, kind="phone_call")

    def found(query: str) -> set[str]:
        return set(service.ids(f"communications?{query}"))

    assert found("kind=letter") == {"letter"}
    assert found("kind=letter,speech") == {"letter", "reply"}
    assert found("from_country=PRK") == {"letter"}
    assert found("from_country=PRK&from_country=USA") == {"letter", "reply"}
    assert found("to_country=USA") == {"letter"}
    assert found("to_country=PRK&from_country=USA") == {"reply"}
    assert found("regarding=summits/talks") == {"reply"}
    assert found("regarding=facilities/a-facility") == {"reply"}
    assert found("regarding=summits/other,facilities/a-facility") == {"reply"}
    assert found("regarding=summits/other") == set()


def test_parades_are_found_by_system_category_presence_and_country(service: Api) -> None:
    service.make("systems", id="hwasong-14", category="icbm")
    shown = {"system": "hwasong-14", "presence": "displayed"}
    missing = {"category": "icbm", "presence": "absent", "basis": "stated"}
    service.make("parades", id="february", appearances=[shown])
    service.make("parades", id="september", appearances=[missing])
    service.make("parades", id="victory", country="RUS")

    def found(query: str) -> set[str]:
        return set(service.ids(f"parades?{query}"))

    assert found("system=hwasong-14") == {"february"}
    assert found("category=icbm") == {"february", "september"}  # a system is of its category
    assert found("category=icbm,sam") == {"february", "september"}
    assert found("category=icbm&presence=absent") == {"september"}
    assert found("category=sam") == set()
    assert found("presence=absent") == {"september"}
    assert found("presence=absent,displayed") == {"february", "september"}
    assert found("presence=not_observed") == set()
    assert found("country=RUS") == {"victory"}
    assert found("country=RUS,PRK&presence=displayed") == {"february"}


def test_a_component_and_a_state_must_be_those_of_one_finding(service: Api) -> None:
    findings = [a.finding("dismantled"), a.finding("intact", None)]
    service.make("observations", id="one", findings=findings)
    assert service.ids("observations?component=a-building&state=dismantled") == ["one"]
    assert service.ids("observations?component=a-building&state=intact") == []


def test_facilities_are_found_by_kind_country_box_and_distance(service: Api) -> None:
    sohae = {"name": "Sohae", "country": "PRK", "latitude": 39.66, "longitude": 124.705}
    fiji = {"name": "Taveuni", "country": "FJI", "latitude": -16.85, "longitude": 179.95}
    service.make("facilities", id="sohae", kind="satellite_launch_site", place=sohae)
    service.make("facilities", id="taveuni", kind="other", country="FJI", place=fiji)
    service.make("facilities", id="somewhere")

    def found(query: str) -> set[str]:
        return set(service.ids(f"facilities?{query}")) - {"a-facility"}

    assert found("kind=satellite_launch_site") == {"sohae"}
    assert found("kind=satellite_launch_site,other") == {"sohae", "taveuni"}
    assert found("country=FJI") == {"taveuni"}
    assert found("bbox=124,39,125,40") == {"sohae"}
    assert found("bbox=124.705,39.66,124.705,39.66") == {"sohae"}  # its edges are in the box
    assert found("bbox=124.8,39,125,40") == set()
    assert found("bbox=179,-17,-179,-16") == {"taveuni"}  # across the antimeridian
    assert found("bbox=-180,-90,180,90") == {"sohae", "taveuni"}  # without a position it is nowhere
    assert found("near=39.66,124.7,1") == {"sohae"}
    assert found("near=39.66,125.7,50") == set()
    assert found("near=-16.85,-179.95,20") == {"taveuni"}  # the short way round
    assert found("near=39.66,124.7,1&bbox=124,39,125,40&id=sohae,taveuni") == {"sohae"}
    assert found("near=39.66,124.7,1&id=taveuni") == set()


def test_observations_are_found_by_facility_component_state_method_and_box(service: Api) -> None:
    place = {"country": "PRK", "latitude": 39.66, "longitude": 124.705}
    pad = {"id": "pad", "name": "Launch pad"}
    service.make("facilities", id="sohae", place=place, components=[pad])
    service.make(
        "observations",
        id="july",
        facility="sohae",
        findings=[a.finding("dismantled", "pad")],
        activity=[{"kind": "crane"}],
    )
    service.make(
        "observations",
        id="visit",
        method="site_visit",
        findings=[a.finding("intact", None)],
        activity=[{"kind": "crane", "component": "a-building"}],
    )

    def found(query: str) -> set[str]:
        return set(service.ids(f"observations?{query}"))

    assert found("facility=sohae") == {"july"}
    assert found("facility=sohae,a-facility") == {"july", "visit"}
    assert found("component=pad") == {"july"}
    assert found("component=a-building") == {"visit"}
    assert found("state=dismantled") == {"july"}
    assert found("state=dismantled&state=intact") == {"july", "visit"}
    assert found("method=site_visit") == {"visit"}
    assert found("bbox=124,39,125,40") == {"july"}
    assert found("bbox=0,0,1,1") == set()


def test_a_box_selects_observations_by_where_the_facility_was_held_to_be_then(service: Api) -> None:
    there = {"country": "PRK", "latitude": 39.0, "longitude": 125.0}
    service.make("facilities", id="site", place=there)
    made = service.make("observations", id="seen", facility="site", findings=[a.finding(component=None)])
    service.revise("facilities/site", place={"latitude": 10.0})
    box = {"bbox": "124,38,126,40"}
    assert service.ids("observations", box) == []
    assert service.ids("observations", box | {"known_at": made["recorded_at"]}) == ["seen"]


def test_systems_are_found_by_category_and_country(service: Api) -> None:
    service.make("systems", id="hwasong-15", category="icbm")
    service.make("systems", id="hyunmoo", category="srbm", country="KOR")
    assert service.ids("systems?category=icbm") == ["hwasong-15"]
    assert service.ids("systems?country=KOR") == ["hyunmoo"]
    assert set(service.ids("systems?category=icbm,srbm&country=KOR,PRK")) == {
        "a-system", "hwasong-15", "hyunmoo",
    }  # fmt: skip


def test_what_was_recorded_after_an_instant_excludes_that_instant(service: Api) -> None:
    one, two = service.make("systems", id="one"), service.make("systems", id="two")
    assert service.ids("systems", {"recorded_after": one["recorded_at"]}) == ["two"]
    assert service.ids("systems", {"recorded_after": two["recorded_at"]}) == []
    service.revise("systems/one", note="Revised.")
    assert service.ids("systems", {"recorded_after": two["recorded_at"]}) == ["one"]
    # An instant may lie in the future, and have any offset.
    assert service.ids("systems", {"recorded_after": "2999-01-01T00:00:00+09:00"}) == []


RANGES = [
    ("2018-07-20", ("2018-07-20", "2018-07-20"), ("2018-07-21", "2018-07-31")),
    ("2018-07", ("2018-07-31", "2018-08-31"), ("2018-08-01", "2018-08-31")),
    ("2018-07?", ("2018-06-01", "2018-07-01"), ("2018-06-01", "2018-06-30")),
    ("2018", ("2018-12-31", "2019-12-31"), ("2019-01-01", "2019-12-31")),
    ("2018-09~", ("2018-09-30", "2018-10-31"), ("2018-10-01", "2018-10-31")),
    ("2018-07-20/2018-07-22", ("2018-07-21", "2018-07-21"), ("2018-07-23", "2018-07-24")),
    ("1948-09-09/2018-09-09", ("1990-01-01", "1990-01-01"), ("1948-01-01", "1948-09-08")),
    ("2018-07/..", ("2018-07-01", "2018-07-01"), ("2018-07-02", "2018-12-31")),
    ("../2018-07", ("2018-07-31", "2018-07-31"), ("2018-07-01", "2018-07-30")),
    ("2018-24", ("2019-02-28", "2019-03-31"), ("2019-03-01", "2019-03-31")),
    ("201X", ("2019-12-31", "2020-12-31"), ("2020-01-01", "2020-12-31")),
    ("0002-01-01/9999-12-30", ("5000-01-01", "5000-01-01"), ("9999-12-31", "9999-12-31")),
]


def test_a_date_range_selects_what_overlaps_it_at_its_strict_bounds_and_an_open_end_is_the_known_one(
    service: Api,
) -> None:
    for number, (dated, _, _) in enumerate(RANGES):
        service.make("communications", id=f"letter-{number}", date=dated)
    for number, (dated, inside, outside) in enumerate(RANGES):
        found = service.ids("communications", {"from": inside[0], "to": inside[1]})
        assert f"letter-{number}" in found, dated
        found = service.ids("communications", {"from": outside[0], "to": outside[1]})
        assert f"letter-{number}" not in found, dated


def test_an_undated_summit_is_filtered_and_sorted_by_its_last_step(service: Api) -> None:
    steps = [a.step("requested", "../2018-09-10"), a.step("coordinating", "2018-09-12")]
    service.make("summits", id="undated", steps=steps)
    service.make("summits", id="dated", date="2018-09-11")
    assert service.ids("summits?from=2018-09-12&to=2018-09-12") == ["undated"]
    assert service.ids("summits") == ["undated", "dated"]


def test_a_source_without_a_date_of_publication_is_in_no_date_range_and_last_of_the_newest_first(
    service: Api,
) -> None:
    service.create("sources", a.source(id="dated", published="1950"))
    service.create("sources", a.source(id="undated", published=None))
    assert service.ids("sources?from=0001-01-01") == ["dated"]
    assert service.ids("sources?to=9999-12-31") == ["dated"]
    assert service.ids("sources") == ["dated", "undated"]


def test_sources_are_found_by_their_own_words_not_by_those_that_cite_them(service: Api) -> None:
    service.make("sources", id="north", title="38 North analysis")
    assert service.ids("sources?q=38+north") == ["north"]
    service.make("systems", id="cites", citations=[a.citation("north")])
    assert service.ids("systems?q=north") == []
    assert service.ids("systems?source=north") == ["cites"]


def test_a_citation_anywhere_in_a_record_counts_for_the_filter_by_source(service: Api) -> None:
    service.make("sources", id="deep")
    claim = {
        "statement": "It moved.",
        "by": a.party("38 North"),
        "citations": [a.citation("deep")],
    }
    service.make("parades", id="claimed", claims=[claim])
    service.make("sources", id="copy", republishes="deep")
    assert service.ids("parades?source=deep") == ["claimed"]
    assert service.ids("sources?source=deep") == ["copy"]


@pytest.mark.parametrize(
    "path", ["sources", "summits", "communications", "parades", "observations", "steps", "timeline"]
)
@pytest.mark.parametrize(
    ("given", "days"),
    [
        ({"from": "2018-02"}, {"from": "2018-02-01"}),
        ({"from": "2018"}, {"from": "2018-01-01"}),
        ({"to": "2018-02"}, {"to": "2018-02-28"}),
        ({"to": "2020-02"}, {"to": "2020-02-29"}),
        ({"to": "2018"}, {"to": "2018-12-31"}),
        ({"from": "2018-07", "to": "2018-07"}, {"from": "2018-07-01", "to": "2018-07-31"}),
        ({"from": "2018", "to": "2018"}, {"from": "2018-01-01", "to": "2018-12-31"}),
    ],
)
def test_a_range_takes_a_month_or_a_year_from_its_first_day_to_its_last(
    seeded: Api, path: str, given: dict[str, str], days: dict[str, str]
) -> None:
    assert seeded.read(path, given) == seeded.read(path, days)


@pytest.mark.parametrize("path", ["summits", "steps", "timeline"])
@pytest.mark.parametrize(
    "value", ["2018-13", "2018-00", "2018-02-30", "18", "2018-1", "0000", "2018-02-", "2018/02"]
)
def test_what_is_no_day_month_or_year_is_refused_as_an_end_of_a_range(
    seeded: Api, path: str, value: str
) -> None:
    for name in ("from", "to"):
        answer = seeded.get(path, {name: value})
        assert answer.status_code == 400
        (error,) = answer.json["errors"]
        assert (error["parameter"], error["code"]) == (name, "invalid_date")
        assert error["detail"] == "Must be a day, a month or a year, such as 2018-09-10, 2018-09 or 2018."
