"""Answers to measure: ``fields`` trims them, ``expand`` inlines the records they refer to."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api

LETTER = "communications/kim-jong-un-letter-second-meeting"
BRIEFING = "communications/white-house-press-briefing-2018-09-10"
SECOND, SINGAPORE = "summits/second-trump-kim-meeting", "summits/singapore-2018"


# ------------------------------------------------------------------------------------------- fields


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ("id", {"id": "singapore-2018"}),
        ("place.name", {"place": {"name": "Singapore"}}),
        ("place.name,place.country", {"place": {"name": "Singapore", "country": "SGP"}}),
        ("parties.country", {"parties": [{"country": "USA"}, {"country": "PRK"}]}),
        ("outcome", {"outcome": None}),
        ("outcome.documents.title", {"outcome": None}),
        ("claims.by.name", {"claims": []}),
        ("status,status_since", {"status": "held", "status_since": "2018-06-12"}),
        ("date_latest,steps.date_earliest", {"date_latest": "2018-06-12", "steps": [{"date_earliest": "2018-06-12"}]}),
        ("id,id", {"id": "singapore-2018"}),
    ],
)  # fmt: skip
def test_fields_keeps_the_members_it_names_and_no_others(seeded: Api, fields: str, kept: Any) -> None:
    assert seeded.read(SINGAPORE, {"fields": fields}) == kept
    assert seeded.items("summits", {"id": "singapore-2018", "fields": fields}) == [kept]


def test_fields_may_be_repeated_and_a_whole_member_includes_its_parts(seeded: Api) -> None:
    whole = seeded.read(SINGAPORE)
    for query in ("fields=place&fields=place.name", "fields=place.name,place", "fields=place"):
        assert seeded.read(f"{SINGAPORE}?{query}") == {"place": whole["place"]}


def test_fields_keeps_the_order_of_the_record(seeded: Api) -> None:
    assert list(seeded.read(f"{SINGAPORE}?fields=title,id,date,type")) == ["type", "id", "title", "date"]


def test_every_member_of_every_record_can_be_named(seeded: Api) -> None:
    def paths(part: Any, prefix: str = "") -> set[str]:
        if isinstance(part, list):
            return set().union(*(paths(each, prefix) for each in part))
        if not isinstance(part, dict):
            return set()
        names = {prefix + name for name in part}
        return names.union(*(paths(value, f"{prefix}{name}.") for name, value in part.items()))

    for path in a.BODIES:
        for record in seeded.items(path):
            for each in paths(record):
                if "claims.value." in each:
                    continue  # a claimed place or quantity is one value
                answer = seeded.read(record["self"], {"fields": each})
                assert list(answer) == [each.partition(".")[0]], each


@pytest.mark.parametrize(
    ("path", "fields", "meant"),
    [
        ("summits", "titel", "title"),
        ("summits", "id,titel", "title"),
        ("summits", "place.nam", "name"),
        ("summits", "steps.dates", "date"),
        ("summits", "citations.source.title", "expand"),
        ("summits", "title.text", ""),
        ("summits", "appearances", ""),
        ("parades", "status", ""),
        ("facilities", "components.componentid", ""),
    ],
)
def test_a_member_that_there_is_not_is_refused_with_the_nearest(
    seeded: Api, path: str, fields: str, meant: str
) -> None:
    answer = seeded.get(path, {"fields": fields})
    assert answer.status_code == 400, answer.text
    (error,) = answer.json["errors"]
    assert (error["parameter"], error["code"]) == ("fields", "unknown_path")
    assert meant in error["detail"]


@pytest.mark.parametrize("name", ["fields", "expand"])
@pytest.mark.parametrize("value", ["", "a..b", ".a", "a.", "a b", "a[0]", "a,,b", "/title", "ID", "*"])
def test_an_invalid_path_is_refused(seeded: Api, name: str, value: str) -> None:
    answer = seeded.get("summits", {name: value})
    assert answer.status_code == 400
    assert {error["parameter"] for error in answer.json["errors"]} == {name}


# ------------------------------------------------------------------------------------------- expand


def test_expand_puts_the_record_in_the_place_of_its_id(seeded: Api) -> None:
    singapore = seeded.read(SINGAPORE)
    assert seeded.read(SECOND)["follows"] == "singapore-2018"
    assert seeded.read(SECOND, {"expand": "follows"})["follows"] == singapore
    assert (
        seeded.items("summits", {"id": "second-trump-kim-meeting", "expand": "follows"})[0]["follows"]
        == singapore
    )


def test_expand_inlines_every_item_of_a_list(seeded: Api) -> None:
    plain = seeded.read(LETTER)
    expanded = seeded.read(LETTER, {"expand": "citations.source"})
    for before, after in zip(plain["citations"], expanded["citations"], strict=True):
        assert after == {**before, "source": seeded.read(f"sources/{before['source']}")}


def test_expand_inlines_references_of_embedded_parts(seeded: Api) -> None:
    parade = seeded.read(
        "parades/north-korea-2018-09-09", {"expand": "appearances.system,appearances.citations.source"}
    )
    assert [each["system"] and each["system"]["name"] for each in parade["appearances"]] == [
        None, "Hwasong-14", "Hwasong-15",
    ]  # fmt: skip
    assert parade["appearances"][0]["citations"][0]["source"]["type"] == "source"
    # What was not asked for stays an id.
    assert isinstance(parade["citations"][0]["source"], str)


def test_expand_inlines_references_that_say_their_type(seeded: Api) -> None:
    briefing = seeded.read(BRIEFING, {"expand": "regarding"})
    assert [each["self"] for each in briefing["regarding"]] == [
        "/v1/summits/second-trump-kim-meeting",
        "/v1/parades/north-korea-2018-09-09",
    ]


def test_expand_continues_through_inlined_records(seeded: Api) -> None:
    letter = seeded.read(LETTER, {"expand": "regarding.follows,regarding.citations.source"})
    second = letter["regarding"][0]
    assert second["follows"]["id"] == "singapore-2018"
    assert second["citations"][0]["source"]["type"] == "source"
    observation = seeded.read("observations/sohae-2018-07-20", {"expand": "facility.citations.source"})
    assert observation["facility"]["citations"][0]["source"]["publisher"] == "38 North"


def test_expand_passes_over_what_the_record_inlined_does_not_have(seeded: Api) -> None:
    # A summit has no appearances, the parade beside it has.
    briefing = seeded.read(BRIEFING, {"expand": "regarding.appearances.system"})
    summit, parade = briefing["regarding"]
    assert summit["type"] == "summit"
    assert parade["appearances"][1]["system"]["name"] == "Hwasong-14"


def test_expand_leaves_null_and_empty_lists_as_they_are(seeded: Api) -> None:
    singapore = seeded.read(
        SINGAPORE, {"expand": "follows,claims.citations.source,outcome.commitments.regarding"}
    )
    assert (singapore["follows"], singapore["claims"], singapore["outcome"]) == (None, [], None)


def test_fields_reaches_into_what_expand_inlines(seeded: Api) -> None:
    asked = {"expand": "citations.source", "fields": "id,citations.source.title"}
    letter = seeded.read(LETTER, asked)
    assert list(letter) == ["id", "citations"]
    assert all(list(each) == ["source"] for each in letter["citations"])
    assert all(list(each["source"]) == ["title"] for each in letter["citations"])
    plain = seeded.read(LETTER, {"expand": "citations.source", "fields": "citations.source"})
    assert plain["citations"][0]["source"]["type"] == "source"


def test_expand_works_with_paging(seeded: Api) -> None:
    whole = seeded.items("observations", {"expand": "facility"})
    assert seeded.items("observations", {"expand": "facility", "limit": 1}) == whole
    assert {each["facility"]["id"] for each in whole} == {"sohae"}


@pytest.mark.parametrize(
    ("path", "references"),
    {
        "sources": ["republishes", "claims.citations.source"],
        "systems": ["citations.source"],
        "summits": [
            "follows", "steps.citations.source", "outcome.commitments.regarding", "claims.citations.source",
            "citations.source",
        ],
        "communications": ["quotes.citations.source", "regarding", "citations.source"],
        "parades": ["appearances.system", "appearances.citations.source", "citations.source"],
        "facilities": [
            "other_locations.citations.source", "components.citations.source", "related.facility",
            "related.citations.source", "citations.source",
        ],
        "observations": ["facility", "related.observation", "regarding", "citations.source"],
    }.items(),
)  # fmt: skip
def test_every_reference_that_a_type_has_can_be_expanded(
    seeded: Api, path: str, references: list[str]
) -> None:
    seeded.read(path, {"expand": ",".join(references)})
    for record in seeded.items(path):
        seeded.read(record["self"], {"expand": ",".join(references)})


def test_references_of_every_type_can_be_followed_through_one_that_says_its_type(service: Api) -> None:
    # Facilities and observations both have a `related`, each with members of its own.
    service.make("facilities", id="site", related=[{"facility": "a-facility", "relation": "supports"}])
    service.make("observations", id="before", findings=[a.finding()])
    related = [{"observation": "before", "relation": "corroborates"}]
    service.make("observations", id="after", findings=[a.finding()], related=related)
    service.make("systems", id="alias", aliases=[{"name": "KN-1", "used_by": "analysts"}])
    regarding = [
        {"type": "facility", "id": "site"},
        {"type": "observation", "id": "after"},
        {"type": "system", "id": "alias"},
    ]
    service.make("communications", id="one", regarding=regarding)
    expanded = service.read(
        "communications/one?expand=regarding.related.facility,regarding.related.observation"
    )
    site, after, _ = expanded["regarding"]
    assert site["related"][0]["facility"]["name"] == "A facility"
    assert after["related"][0]["observation"]["id"] == "before"
    trimmed = service.read("communications/one?expand=regarding&fields=regarding.aliases.used_by")
    assert trimmed["regarding"][2] == {"aliases": [{"used_by": "analysts"}]}


@pytest.mark.parametrize(
    ("path", "expand", "meant"),
    [
        ("summits", "folows", "follows"),
        ("summits", "citation.source", "citations"),
        ("summits", "citations.sauce", "source"),
        ("summits", "citations", "citations.source"),
        ("summits", "title", "follows"),
        ("summits", "citations.source.titles", "title"),
        ("observations", "findings.component", "facility"),
        ("summits", "follows.follows.follows.follows.follows", "4"),
    ],
)
def test_a_reference_that_there_is_not_is_refused_with_those_there_are(
    seeded: Api, path: str, expand: str, meant: str
) -> None:
    answer = seeded.get(path, {"expand": expand})
    assert answer.status_code == 400, answer.text
    (error,) = answer.json["errors"]
    assert (error["parameter"], error["code"]) == ("expand", "unknown_path")
    assert meant in error["detail"]


def test_records_that_contradict_one_another_are_inlined_only_as_deep_as_asked(service: Api) -> None:
    def contradicting(other: str) -> dict[str, Any]:
        return {"related": [{"observation": other, "relation": "contradicts"}]}

    service.make("observations", id="one")
    service.make("observations", id="two", **contradicting("one"))
    service.revise("observations/one", **contradicting("two"))
    deep = service.read("observations/one?expand=" + ".".join(["related.observation"] * 4))
    chain = [deep["id"]]
    while isinstance(deep["related"][0]["observation"], dict):
        deep = deep["related"][0]["observation"]
        chain.append(deep["id"])
    assert chain == ["one", "two", "one", "two", "one"]
    assert deep["related"][0]["observation"] == "two"


def test_a_trimmed_or_expanded_answer_has_a_tag_of_its_own_which_changes_with_what_is_inlined(
    service: Api,
) -> None:
    service.make("systems", id="one")
    plain = service.get("systems/one").headers["ETag"]
    trimmed = service.get("systems/one?fields=id").headers["ETag"]
    expanded = service.get("systems/one?expand=citations.source").headers["ETag"]
    assert len({plain, trimmed, expanded}) == 3
    service.revise("sources/a-source", title="Renamed")
    assert service.get("systems/one").headers["ETag"] == plain
    again = service.get("systems/one?expand=citations.source", headers={"If-None-Match": expanded})
    assert again.status_code == 200
    assert again.json["citations"][0]["source"]["title"] == "Renamed"
