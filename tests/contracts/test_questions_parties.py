"""Questions about who met or wrote to whom, nuclear tests, and names, each traced to its sources."""

from __future__ import annotations

import pytest

from tests.contracts.api import Api
from tests.contracts.citing import leads_to, named


@pytest.mark.parametrize(
    ("name", "actor", "held"),
    [
        (
            "문재인",
            "moon-jae-in",
            {
                "panmunjom-2018-04": "rodong-2018-04-28",
                "panmunjom-2018-05": "kherald-2018-05-26",
                "pyongyang-2018-09": "hani-2018-09-19",
            },
        ),
        ("노무현", "roh-moo-hyun", {"pyongyang-2007": "donga-2007-10-05"}),
        ("김대중", "kim-dae-jung", {"pyongyang-2000-06": "kcna-2000-06-13"}),
        ("이명박", "lee-myung-bak", {}),
    ],
)
def test_which_inter_korean_summits_did_a_president_hold_whom_one_knows_by_his_korean_name(
    full: Api, name: str, actor: str, held: dict[str, str]
) -> None:
    (president,) = full.items("actors", {"q": name})
    assert president["id"] == actor
    leads_to(full, president, "naijadetails-sk-presidents")
    summits = [
        each
        for each in full.items("summits", {"party": name, "status": "held", "sort": "date"})
        if {party["country"] for party in each["parties"]} == {"KOR", "PRK"}
    ]
    assert [each["id"] for each in summits] == list(held)
    for each in summits:
        leads_to(full, each, held[each["id"]])


def test_how_often_did_putin_meet_a_leader_of_north_korea(full: Api) -> None:
    meetings = {
        "pyongyang-2000-07": ("kim-jong-il", "kremlin-2000-07"),
        "moscow-2001": ("kim-jong-il", "kremlin-2001-08-04"),
        "vladivostok-2002": ("kim-jong-il", "bbc-2002-08-23"),
        "vladivostok-2019": ("kim-jong-un", "cnn-2019-04-25"),
        "vostochny-2023": ("kim-jong-un", "people-2023-09-13"),
        "pyongyang-2024": ("kim-jong-un", "fe-2024-06-19"),
        "beijing-2025-09-03": ("kim-jong-un", "ap-2025-09-04"),
    }
    found = full.items("summits", {"actor": "vladimir-putin", "status": "held", "sort": "date"})
    assert [each["id"] for each in found] == list(meetings)
    for each in found:
        leader, source = meetings[each["id"]]
        assert leader in {party["actor"] for party in each["parties"]}
        leads_to(full, each["steps"][-1], source)


def test_which_japanese_prime_ministers_met_a_leader_of_north_korea_and_which_asked_in_vain(
    full: Api,
) -> None:
    found = full.items("summits", {"party_country": "JPN", "sort": "date"})
    assert [(each["id"], each["status"]) for each in found] == [
        ("pyongyang-2002", "held"),
        ("pyongyang-2004", "held"),
        ("kishida-kim-2024", "declined"),
        ("takaichi-kim-2025", "requested"),
    ]
    for each, prime_minister, source in zip(
        found,
        ("junichiro-koizumi", "junichiro-koizumi", "fumio-kishida", "sanae-takaichi"),
        ("kantei-2002-09-17", "kantei-2004-05-22", "reuters-2024-03-26", "nippon-2025-11-03"),
        strict=True,
    ):
        assert {party["actor"] for party in each["parties"] if party["country"] == "JPN"} == {prime_minister}
        leads_to(full, each["steps"][-1], source)


def test_what_has_a_leader_of_north_korea_written_to_a_japanese_prime_minister(full: Api) -> None:
    (letter,) = full.items("communications", {"from_country": "PRK", "to_country": "JPN"})
    assert (letter["date"], letter["to"]["actor"]) == ("2024-01-05", "fumio-kishida")
    leads_to(full, letter, "jt-2024-01-06", "kbs-2024-01-06")
    leads_to(full, named(letter["claims"], "first-to-kishida"), "jtoday-2024-01-06")


def test_who_brought_kim_jong_un_letters_to_the_anniversary_of_july_2023(full: Api) -> None:
    days = {"kind": "letter", "from": "2023-07-25", "to": "2023-07-28"}
    letters = {each["from"]["actor"]: each for each in full.items("communications", days)}
    assert {sender: each["carried_by"]["name"] for sender, each in letters.items()} == {
        "vladimir-putin": "Sergei Shoigu",
        "xi-jinping": "Li Hongzhong",
    }
    leads_to(full, letters["vladimir-putin"], "spotlight-2023-07-27")
    leads_to(full, letters["xi-jinping"], "kbs-2023-07-27-li", "donga-2023-07-31")
    visits = full.items("communications", {**days, "kind": "envoy_visit"})
    assert {each["from"]["name"] for each in visits} == {"Sergei Shoigu", "Li Hongzhong"}


def test_which_leaders_has_kim_jong_un_spoken_to_by_telephone(full: Api) -> None:
    (call,) = full.items("communications", {"kind": "phone_call"})
    assert (call["date"], call["from"]["actor"], call["to"]["actor"]) == (
        "2025-08-12",
        "vladimir-putin",
        "kim-jong-un",
    )
    leads_to(full, call, "reuters-2025-08-13")


def test_when_did_moon_and_kim_jong_un_write_to_each_other_for_the_last_time(full: Api) -> None:
    first, reply = full.items("communications", {"party": "Moon Jae-in", "sort": "date"})[-2:]
    assert (first["from"]["actor"], first["date"]) == ("moon-jae-in", "2022-04-20")
    assert (reply["from"]["actor"], reply["date"]) == ("kim-jong-un", "2022-04-21")
    assert reply["regarding"] == [{"type": "communication", "id": first["id"]}]
    for letter in (first, reply):
        leads_to(full, letter, "upi-2022-04-22", "yna-2022-04-22")


def test_how_many_nuclear_tests_has_north_korea_made_and_when(full: Api) -> None:
    found = {
        each["date"]: each
        for each in full.items("observations", {"facility": "punggye-ri", "sort": "date"})
        if "test" in {activity["kind"] for activity in each["activity"]}
    }
    tests = {
        "2006-10-09": "ap-2006-10-09",
        "2009-05-25": "ctbto-2009",
        "2013-02-12": "novinite-2013-02-12",
        "2016-01-06": "crs-2016-01-07",
        "2016-09-09": "usgs-2016-09",
        "2017-09-03": "inquirer-2017-09-03",
    }
    assert list(found) == list(tests)
    for day, source in tests.items():
        leads_to(full, found[day], source)


@pytest.mark.parametrize(
    ("label", "system", "source"),
    [
        ("KN-23", "hwasong-11a", "defpoint-2019-07-26"),
        ("Nodong", "hwasong-7", "asiaone-2012-06-30"),
        ("Musudan", "hwasong-10", "gsec-2017-02-12"),
        ("KN-08", "hwasong-13", "pacsent-2015-02"),
    ],
)
def test_which_missile_is_meant_by_a_label_of_south_korea_and_the_united_states(
    full: Api, label: str, system: str, source: str
) -> None:
    hit = full.read("search", {"q": label, "type": "system", "limit": 1})["items"][0]
    assert (hit["record"]["id"], hit["matched"]) == (system, "name")
    leads_to(full, full.read(f"systems/{system}"), source)
