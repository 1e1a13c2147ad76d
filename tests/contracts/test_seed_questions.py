"""What the first real input must answer, record by record: questions 4, 6 and 7 of the seed set, and its records."""

from __future__ import annotations

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api
from tests.contracts.citing import citations

SECOND = "summits/second-trump-kim-meeting"
LETTER, BRIEFING = "kim-jong-un-letter-second-meeting", "white-house-press-briefing-2018-09-10"
PUBLISHERS = {"38 North", "New York Times", "White House"}


# ----------------------------------------------------------------------------------------- question 4


def test_the_second_meeting_has_no_status_on_9_september_and_is_being_coordinated_on_the_10th(
    seeded: Api,
) -> None:
    before = seeded.read(SECOND, {"as_of": "2018-09-09"})
    assert (before["status"], before["status_since"]) == (None, None)
    then = seeded.read(SECOND, {"as_of": "2018-09-10"})
    assert (then["status"], then["status_since"]) == ("coordinating", "2018-09-10")


def test_the_list_of_summits_says_the_same(seeded: Api) -> None:
    assert seeded.ids("summits", {"status": "coordinating", "as_of": "2018-09-09"}) == []
    assert seeded.ids("summits", {"status": "coordinating", "as_of": "2018-09-10"}) == [
        "second-trump-kim-meeting"
    ]
    assert seeded.ids("summits", {"status": "held", "as_of": "2018-09-09"}) == ["singapore-2018"]


def test_the_second_meeting_was_asked_for_by_kim_jong_un_and_follows_singapore_with_no_date_or_place(
    seeded: Api,
) -> None:
    second = seeded.read(SECOND, {"expand": "follows"})
    requested, coordinating = second["steps"]
    assert (requested["status"], requested["date"]) == ("requested", "../2018-09-10")
    assert (requested["date_earliest"], requested["date_latest"]) == (None, "2018-09-10")
    assert requested["by"]["name"] == "Kim Jong Un"
    assert (coordinating["status"], coordinating["by"]["country"]) == ("coordinating", "USA")
    assert (second["date"], second["place"]) == (None, None)
    assert (second["follows"]["date"], second["follows"]["status"]) == ("2018-06-12", "held")
    assert {party["country"] for party in second["follows"]["parties"]} == {"USA", "PRK"}


# ----------------------------------------------------------------------------------------- question 6


def test_communications_from_north_korea_are_the_letter(seeded: Api) -> None:
    assert seeded.ids("communications?from_country=PRK") == [LETTER]
    letter = seeded.read(f"communications/{LETTER}")
    assert letter["kind"] == "letter"
    assert (letter["from"]["name"], letter["to"]["name"]) == ("Kim Jong Un", "Donald Trump")
    assert "very warm" in letter["tone"]
    assert letter["described_by"]["name"] == "White House"
    assert letter["regarding"] == [{"type": "summit", "id": "second-trump-kim-meeting"}]


def test_the_briefing_speaks_of_the_second_meeting_and_of_the_parade(seeded: Api) -> None:
    concerning = {"regarding": SECOND}
    assert set(seeded.ids("communications", concerning)) == {LETTER, BRIEFING}
    assert seeded.ids("communications?regarding=parades/north-korea-2018-09-09") == [BRIEFING]
    quotes = seeded.read(f"communications/{BRIEFING}")["quotes"]
    assert {quote["speaker"]["name"] for quote in quotes} == {"Sarah Huckabee Sanders"}
    assert any("was not about their nuclear arsenal" in quote["text"] for quote in quotes)


def test_hwasong_finds_both_systems_and_both_parades(seeded: Api) -> None:
    assert set(seeded.ids("systems?q=hwasong")) == {"hwasong-14", "hwasong-15"}
    assert set(seeded.ids("parades?q=hwasong")) == {"north-korea-2018-02", "north-korea-2018-09-09"}
    for path in a.BODIES.keys() - {"systems", "parades"}:
        assert seeded.ids(f"{path}?q=hwasong") == [], path


# --------------------------------------------------------------------- what the views will rest on


def test_the_september_parade_lacked_the_missiles_that_february_showed(seeded: Api) -> None:
    assert set(seeded.ids("parades?system=hwasong-14&presence=displayed")) == {"north-korea-2018-02"}
    assert set(seeded.ids("parades?system=hwasong-15&presence=absent")) == {"north-korea-2018-09-09"}
    parade = seeded.read("parades/north-korea-2018-09-09")
    assert parade["occasion"]["anniversary_years"] == 70
    assert {each["system"] or each["category"] for each in parade["appearances"]} == {
        "icbm", "hwasong-14", "hwasong-15",
    }  # fmt: skip
    assert {(each["presence"], each["basis"]) for each in parade["appearances"]} == {("absent", "stated")}
    assert seeded.read("parades/north-korea-2018-02")["date_latest"] == "2018-02-28"


def test_sohae_was_seen_on_two_days_and_over_both(seeded: Api) -> None:
    assert seeded.ids("observations?facility=sohae&sort=date") == [
        "sohae-2018-07-20",
        "sohae-2018-07-20-to-22",
        "sohae-2018-07-22",
    ]
    on_the_21st = {"facility": "sohae", "from": "2018-07-21", "to": "2018-07-21"}
    assert seeded.ids("observations", on_the_21st) == ["sohae-2018-07-20-to-22"]
    structure = {"component": "rail-mounted-structure"}
    assert seeded.ids("observations", {**structure, "state": "relocated"}) == ["sohae-2018-07-20"]
    assert len(seeded.ids("observations", {**structure, "state": "partially_dismantled"})) == 2
    intact = {"component": "gantry-tower", "state": "intact"}
    assert set(seeded.ids("observations", intact)) == {"sohae-2018-07-20", "sohae-2018-07-22"}


def test_sohae_is_a_satellite_launch_site_of_seven_components(seeded: Api) -> None:
    assert seeded.ids("facilities?kind=satellite_launch_site&country=PRK") == ["sohae"]
    assert len(seeded.read("facilities/sohae")["components"]) == 7


def test_the_article_has_no_publisher_and_its_date_is_approximate(seeded: Api) -> None:
    (article,) = [each for each in seeded.items("sources") if each["publisher"] is None]
    assert (article["published"], article["published_latest"]) == ("2018-09-10~", "2018-09-10")


# ----------------------------------------------------------------------------------------- question 7


@pytest.mark.parametrize("path", [path for path in a.BODIES if path != "sources"])
def test_every_record_leads_by_its_citations_to_38_north_the_new_york_times_or_the_white_house(
    seeded: Api, path: str
) -> None:
    for record in seeded.items(path):
        cited = seeded.read(record["self"], {"expand": "citations.source"})
        deep = {each["source"] for each in citations(record)}
        publishers = {seeded.read(f"sources/{source}")["publisher"] for source in deep}
        assert publishers & PUBLISHERS, record["id"]
        assert publishers <= PUBLISHERS | {None}
        assert all(each["source"]["title"] for each in cited["citations"])


@pytest.mark.parametrize("path", [path for path in a.BODIES if path != "sources"])
def test_every_citation_quotes_its_source_in_at_most_500_characters(seeded: Api, path: str) -> None:
    for record in seeded.items(path):
        found = list(citations(record))
        assert found
        for each in found:
            assert each["quote"], record["id"]
            assert len(each["quote"]) <= 500
            assert each["supports"], record["id"]


@pytest.mark.parametrize(
    ("record", "publisher", "words"),
    [
        ("parades/north-korea-2018-09-09", "New York Times", "Their absence in Sunday’s parade"),
        ("parades/north-korea-2018-02", "New York Times", "Hwasong-14 and Hwasong-15"),
        (SECOND, "White House", "already in the process of coordinating"),
        (f"communications/{LETTER}", "White House", "very warm, very positive letter"),
        (f"communications/{BRIEFING}", "White House", "was not about their nuclear arsenal"),
        ("summits/singapore-2018", "White House", "another meeting with the president"),
        ("facilities/sohae", "38 North", "main satellite launch facility since 2012"),
        ("observations/sohae-2018-07-20", "38 North", "has been moved to the middle of the pad"),
        ("observations/sohae-2018-07-22", "38 North", "the parts can be seen lying on the ground"),
        ("observations/sohae-2018-07-20-to-22", "38 North", "rocket engine test stand"),
        ("systems/hwasong-14", "New York Times", "Hwasong-14"),
        ("systems/hwasong-15", "New York Times", "Hwasong-15"),
    ],
)
def test_the_quoted_words_are_those_of_the_source_that_said_them(
    seeded: Api, record: str, publisher: str, words: str
) -> None:
    sources = {each["id"]: each for each in seeded.items("sources")}
    quotes = [
        each["quote"]
        for each in citations(seeded.read(record))
        if sources[each["source"]]["publisher"] == publisher
    ]
    assert any(words in quote for quote in quotes), quotes


def test_each_source_is_found_by_the_records_that_cite_it(seeded: Api) -> None:
    (north,) = [each["id"] for each in seeded.items("sources") if each["publisher"] == "38 North"]
    assert seeded.ids("facilities", {"source": north}) == ["sohae"]
    assert len(seeded.ids("observations", {"source": north})) == 3
    assert seeded.ids("summits", {"source": north}) == []


def test_the_seed_set_is_these_records_alone_and_the_feed_tells_of_each_once(seeded: Api) -> None:
    counted = {path: seeded.read(path, {"count": "true"})["total"] for path in a.BODIES}
    assert counted == {
        "sources": 4,
        "systems": 2,
        "actors": 1,
        "summits": 2,
        "communications": 2,
        "parades": 2,
        "facilities": 1,
        "observations": 3,
    }
    feed = seeded.read("changes?limit=500")["items"]
    assert {each["operation"] for each in feed} == {"created"}
    assert len(feed) == sum(counted.values())
