"""Search over HTTP: what is found under which spelling, in which order, with what marked, under each clock."""

from __future__ import annotations

from typing import Any

import pytest

from service.records.index.english import stem
from service.search.answers import Search
from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.world import WORDS, World

Result = dict[str, Any]


def told(found: list[Result]) -> list[str]:
    return [each["record"]["id"] for each in found]


def ask(api: Api, q: str, **query: Any) -> list[str]:
    return told(api.items("search", {"q": q, **query}))


def fault(api: Api, **query: Any) -> tuple[str, str]:
    answer = api.get("search", query)
    assert answer.status_code == 400, answer.text
    (found,) = answer.json["errors"]
    return found["parameter"], found["code"]


def at(record: Any, pointer: str) -> Any:
    for name in pointer.split("/")[1:]:
        record = record[int(name) if isinstance(record, list) else name]
    return record


# ------------------------------------------------------------------------------------------ the seed set


def test_hwasong_is_both_systems_and_both_parades(seeded: Api) -> None:
    found = seeded.items("search", {"q": "hwasong"})
    assert told(found) == ["hwasong-14", "hwasong-15", "north-korea-2018-09-09", "north-korea-2018-02"]
    assert [each["matched"] for each in found] == ["name", "name", "text", "text"]
    assert found[0]["title"] == "Hwasong-14"
    assert (found[0]["earliest"], found[0]["latest"]) == (None, None)
    assert (found[3]["earliest"], found[3]["latest"]) == ("2018-02-01", "2018-02-28")


@pytest.mark.parametrize("query", ["hwasong", "the", "kim jong un", "sohae*", "north korea", "38"])
def test_each_snippet_is_part_of_the_record_and_leads_to_a_source(seeded: Api, query: str) -> None:
    found = seeded.items("search", {"q": query})
    assert found
    for each in found:
        record = seeded.read(each["record"]["self"])
        assert 1 <= len(each["snippets"]) <= 3
        for snippet in each["snippets"]:
            whole = at(record, snippet["pointer"])
            start, text = snippet["start"], snippet["text"]
            assert whole[start : start + len(text)] == text
            assert len(whole) == snippet["whole_length"]
            assert snippet["highlights"]
            for mark in snippet["highlights"]:
                marked = text[mark["start"] : mark["end"]].lower()
                assert any(stem(word.rstrip("*")) in marked for word in query.split())
            assert bool(snippet["citations"]) == (record["type"] != "source")


def test_the_answer_has_the_shape_that_is_described(seeded: Api) -> None:
    for page in seeded.pages("search", {"q": "kim", "limit": 2}):
        assert Search().load(page) == page


def test_one_type_or_several_can_be_asked_for(seeded: Api) -> None:
    assert ask(seeded, "hwasong", type="parade") == ["north-korea-2018-09-09", "north-korea-2018-02"]
    assert len(ask(seeded, "hwasong", type="parade,system")) == 4
    assert ask(seeded, "hwasong", type="summit") == []


# ------------------------------------------------------------------------------------------ spellings


@pytest.fixture
def named(service: Api) -> Api:
    service.make(
        "facilities",
        id="sohae",
        name="Sohae Satellite Launching Station",
        aliases=[
            {"name": "Tongch'ang-ri", "language": "ko-Latn"},
            {"name": "서해위성발사장", "language": "ko"},
            {"name": "Sŏhae Wisŏng Palsajang", "language": "ko-Latn"},
        ],
    )
    service.make(
        "systems", id="hwasong-12", name="Hwasong-12", aliases=[{"name": "KN-17"}, {"name": "화성-12형"}]
    )
    return service


@pytest.mark.parametrize(
    "query",
    [
        "sohae", "SOHAE station", "Sŏhae", "so\u0306hae", "tongch'ang-ri", "Tongch’ang ri", "tongchang-ri",
        "tongchangri", "tongch*", "tongchan*", "서해위성발사장", "서해*", "palsajang wisong",
        "\u1109\u1165\u1112\u1162*",
    ],
)  # fmt: skip
def test_a_facility_is_found_by_every_name_however_it_is_written(named: Api, query: str) -> None:
    (found,) = named.items("search", {"q": query, "type": "facility"})
    assert found["record"]["id"] == "sohae"
    assert found["matched"] == "name"
    assert all(each["highlights"] for each in found["snippets"])


@pytest.mark.parametrize(
    "query", ["hwasong 12", "hwasong-12", "HWASONG12", "kn-17", "kn17", "KN 17", "화성", "화성12형"]
)
def test_a_system_is_found_by_every_designation_however_it_is_written(named: Api, query: str) -> None:
    assert ask(named, query, type="system") == ["hwasong-12"]


@pytest.fixture
def written(service: Api) -> Api:
    notes = {
        "ize": "Complete denuclearization was canceled by the US.",
        "ise": "Full denuclearisation, cancelled by the U.S. government.",
        "icbm": "It showed ICBMs.",
        "korean-icbm": "ICBM급을 쏘았다",
        "place": "판문점에서 만났다",
        "bare-place": "판문점 선언",
        "allies": "한·미 연합훈련",
        "joined-allies": "한미는 훈련을",
        "initials": "The U.N. and the D.P.R.K. spoke of I.C.B.M.s.",
        "words": "The UN and the DPRK",
        "statement": "A joint statement was signed.",
        "both-words": "The statement of the joint staff",
    }
    for name, note in notes.items():
        service.make("sources", id=name, title=f"Report {len(name)}", note=note)
    return service


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("denuclearization", {"ize", "ise"}),
        ("denuclearisation", {"ize", "ise"}),
        ("denuclearise", {"ize", "ise"}),
        ("denucleariz*", {"ize"}),
        ("canceled", {"ize", "ise"}),
        ("cancels", {"ize", "ise"}),
        ("U.S.", {"ize", "ise"}),
        ("US", {"ize", "ise"}),
        ("ICBM", {"icbm", "korean-icbm", "initials"}),
        ("ICBMs", {"icbm", "korean-icbm", "initials"}),
        ("ICBM급", {"korean-icbm"}),
        ("I.C.B.M.", {"icbm", "korean-icbm", "initials"}),
        ("판문점", {"place", "bare-place"}),
        ("판문점에서", {"place", "bare-place"}),
        ("판문점의", {"place", "bare-place"}),
        ("한미", {"allies", "joined-allies"}),
        ("한·미", {"allies", "joined-allies"}),
        ("훈련", {"joined-allies"}),
        ("UN DPRK", {"initials", "words"}),
        ("u.n. d.p.r.k", {"initials", "words"}),
        ("joint statement", {"statement", "both-words"}),
        ('"joint statement"', {"statement"}),
        ("“joint statements”", {"statement"}),
        ('"joint statement', {"statement", "both-words"}),
        ('statement -"joint statement"', {"both-words"}),
        ("joint -staff", {"statement"}),
        ("denuclearization -U.S. -canceled", set()),
        ("denuclearization -government", {"ize"}),
    ],
)
def test_words_are_found_by_stem_in_every_spelling_phrases_and_exclusions_hold(
    written: Api, query: str, expected: set[str]
) -> None:
    found = written.items("search", {"q": query})
    assert set(told(found)) == expected
    assert all(each["snippets"] and each["snippets"][0]["highlights"] for each in found)
    assert set(written.ids("sources", {"q": query})) == expected
    assert written.get("sources", {"q": query, "count": "true"}).json["total"] == len(expected)


def test_values_of_enumerations_are_words(service: Api) -> None:
    service.make("facilities", id="yongbyon", components=[{"id": "tower", "name": "Tower"}])
    finding = {"component": "tower", "aspect": "integrity", "state": "partially_dismantled"}
    service.make(
        "observations", id="seen", facility="yongbyon", method="satellite_imagery", findings=[finding]
    )
    for query in ("dismantled", "partially_dismantled", '"partially dismantled"', "dismantling", "imagery"):
        (found,) = service.items("search", {"q": query, "type": "observation"})
        assert found["record"]["id"] == "seen"
        assert found["snippets"]
        assert service.ids("observations", {"q": query}) == ["seen"]


def test_where_no_record_has_all_words_those_with_most_of_them_are_given(service: Api) -> None:
    service.make("sources", id="two", title="A gantry and a tower", note="Seen.")
    service.make("sources", id="two-others", title="A tower with a crane")
    service.make("sources", id="one", title="A gantry")
    asked = {"q": "gantry tower crane zebra", "limit": 1}
    pages = list(service.pages("search", asked))
    found = [each for page in pages for each in page["items"]]
    assert set(told(found)) == {"two", "two-others"}
    assert {page["matched"] for page in pages} == {"any"}
    assert service.read("search", {"q": "gantry tower"})["matched"] == "all"
    without = service.read("search", {"q": "gantry tower crane zebra -seen"})
    assert told(without["items"]) == ["two-others"]
    nothing = service.read("search", {"q": "zebra lion"})
    assert (nothing["items"], nothing["matched"]) == ([], "any")
    none = service.read("search", {"q": "zebra"})
    assert (none["items"], none["matched"], none["next_cursor"]) == ([], "all", None)


def test_a_summit_comes_before_what_was_said_of_it_and_that_before_reports(service: Api) -> None:
    steps = [factories.step("scheduled", "2018-05-10"), factories.step("cancelled", "2018-05-24")]
    service.make("sources", id="newspaper", title="Trump cancels summit")
    service.make("communications", id="letter", date="2018-05-24", summary="Trump cancels the summit.")
    service.make(
        "summits",
        id="meeting",
        title="Summit in Singapore",
        steps=steps,
        parties=[factories.party("Trump")] * 2,
    )
    assert ask(service, "Trump cancels summit") == ["meeting", "letter", "newspaper"]


def test_all_words_must_occur_and_only_a_star_ends_a_prefix(named: Api) -> None:
    assert named.read("search", {"q": "sohae hwasong"})["matched"] == "any"
    assert named.ids("facilities", {"q": "sohae hwasong"}) == []
    assert ask(named, "soha") == []
    assert ask(named, "so* sta*") == ["sohae"]


def test_lists_find_the_same_spellings(named: Api) -> None:
    assert named.ids("facilities", {"q": "tongchangri"}) == ["sohae"]
    assert named.ids("systems", {"q": "hwasong12"}) == ["hwasong-12"]


@pytest.mark.parametrize(
    "hostile",
    [
        'sohae "', "sohae' OR 1=1 --", "sohae) OR (hwasong", "NEAR(sohae station)", "words:sohae", "-sohae sohae",
        "^sohae", "sohae AND", "sohae NOT station", "so_ae", "%ohae", "soh\\ae", "sohae & !station", "sohae:*",
        "sohae <-> station",
        "'sohae'", "sohae\u200b", "{sohae}", "sohae; DROP TABLE texts", "* sohae", "sohae ** ''", "'x'y'", "a-b-c'd*",
        "😀 sohae", "\ue000abc sohae", "\ue001sohae", "x" * 200, "a " * 99, "a-b'c " * 33,
        "sohae\u0301\u0301", "\ufdfa",
    ],
)  # fmt: skip
def test_a_query_is_text_never_syntax(named: Api, hostile: str) -> None:
    answer = named.get("search", {"q": hostile})
    assert answer.status_code == 200, answer.text
    known = hostile in ('sohae "', "^sohae", "'sohae'", "{sohae}", "* sohae")
    if known:
        assert told(answer.json["items"]) == ["sohae"]


@pytest.mark.parametrize(
    "empty",
    [
        "*",
        "'-'",
        "😀",
        '""',
        "%_",
        "\ue000\ue001",
        "-",
        "- -",
        "“”",
        "-sohae",
        '-"the site" -sohae',
        "−sohae",
    ],
)
def test_a_query_without_a_word_to_look_for_is_refused(service: Api, empty: str) -> None:
    assert fault(service, q=empty) == ("q", "no_words")
    assert service.get("sources", {"q": empty}).status_code == 400


def test_a_query_of_exclusions_alone_is_refused_with_what_it_lacks(service: Api) -> None:
    answer = service.get("search", {"q": "-sohae"})
    assert "Add a word to look for" in answer.json["detail"] + str(answer.json["errors"])


def test_invalid_search_parameters_are_reported(service: Api) -> None:
    assert fault(service) == ("q", "required")
    assert fault(service, q="x" * 201)[0] == "q"
    assert fault(service, q="x", type="parad") == ("type", "invalid_choice")
    assert fault(service, q="x", query="y") == ("query", "unknown_parameter")
    assert fault(service, q="x", as_of="2999-01-01") == ("as_of", "in_the_future")
    other = service.get("search", {"q": "x", "cursor": "made-up"})
    assert other.status_code == 400


# ------------------------------------------------------------------------------------------ order and pages


def test_sources_come_last_things_before_events_names_before_texts_and_new_before_old(service: Api) -> None:
    service.make("systems", id="b-system", name="Gantry B")
    service.make("systems", id="a-system-2", name="Something", note="Seen by the gantry.")
    service.make("facilities", id="c-facility", name="The gantry")
    service.make("parades", id="old", title="Gantry parade", date="2017-01-01")
    service.make("parades", id="new", title="Gantry parade", date="2019-01-01")
    service.make("sources", id="report", title="Gantry report", published="2018-01-01")
    service.make("sources", id="undated", title="Gantry report", published=None, retrieved_on="2019-01-01")
    service.make("communications", id="letter", summary="About the gantry.", date="2020-01-01")
    service.make("parades", id="also", title="A parade", date="2020-01-01", note="At the gantry.")
    found = service.items("search", {"q": "gantry"})
    assert told(found) == [
        "c-facility", "b-system", "new", "old", "a-system-2", "also", "letter", "report", "undated",
    ]  # fmt: skip
    assert [each["matched"] for each in found] == ["name"] * 4 + ["text"] * 3 + ["name"] * 2


@pytest.mark.parametrize("query", ["hwasong-17", "Hwasong 17", "HWASONG17"])
def test_what_is_called_just_that_comes_before_what_has_the_words_in_its_names(
    service: Api, query: str
) -> None:
    service.make("systems", id="hwasong-12", name="Hwasong-12", aliases=[{"name": "KN-17"}])
    service.make("systems", id="a-hwasong", name="A Hwasong-17 launcher")
    service.make("systems", id="hwasong-16", name="Hwasong-16", aliases=[{"name": "Hwasŏng-17"}])
    service.make("systems", id="hwasong-17", name="Hwasong-17")
    service.make("sources", id="report", title="Hwasong-17")
    found = service.items("search", {"q": query})
    assert told(found)[:2] == ["hwasong-16", "hwasong-17"]
    assert set(told(found)[2:-1]) <= {"hwasong-12", "a-hwasong"}
    assert told(found)[-1] == "report"
    assert {each["matched"] for each in found} == {"name"}


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
@pytest.mark.parametrize(
    "query", [*WORDS[:2], "basalt aardvark", "h*", "yongbyon", "sohae", "fac*", "핵실험"]
)
def test_pages_join_to_the_whole_answer(peopled: tuple[Api, World], query: str, limit: int) -> None:
    api, _ = peopled
    whole = api.read("search", {"q": query, "limit": 500})
    assert whole["next_cursor"] is None
    assert api.items("search", {"q": query, "limit": limit}) == whole["items"]


@pytest.mark.parametrize("query", [*WORDS, "basalt aardvark", "han*", "sohae", "letter"])
def test_search_finds_what_the_lists_find(peopled: tuple[Api, World], query: str) -> None:
    api, world = peopled
    for known_at in (None, *world.instants[100::150]):
        clock = {"known_at": known_at} if known_at else {}
        found = [
            (each["record"]["type"], each["record"]["id"])
            for each in api.items("search", {"q": query, **clock})
        ]
        listed = {
            (kind, each)
            for path, kind in factories.TYPES.items()
            for each in api.ids(path, {"q": query, **clock})
        }
        assert len(found) == len(set(found))
        assert set(found) == listed


@pytest.mark.parametrize("query", ["gantry", "gan* a*"])
def test_words_on_more_records_than_are_read_at_once_are_found_in_the_same_order(
    service: Api, query: str
) -> None:
    for number in range(24):
        word = {0: "nothing", 1: "gantry a", 2: "report"}[number % 3]
        note = "At a gantry." if number % 2 else None
        service.make("sources", title=word, note=note, published=f"2018-0{1 + number % 5}-{number // 2 + 10}")
        service.make("facilities", id=f"facility-{number}", name=f"{word} {number}", note=note)
    before = service.items("search", {"q": query, "limit": 500})
    assert service.items("search", {"q": query, "limit": 4}) == before
    assert len(before) == 32


def test_a_cursor_belongs_to_its_question(seeded: Api) -> None:
    cursor = seeded.read("search", {"q": "kim", "limit": 1})["next_cursor"]
    assert seeded.get("search", {"q": "jong", "cursor": cursor}).status_code == 400
    assert seeded.get("search", {"q": "kim", "type": "summit", "cursor": cursor}).status_code == 400
    assert seeded.get("search", {"q": "kim", "limit": 2, "cursor": cursor}).status_code == 200
