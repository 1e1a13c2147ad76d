"""Records and sources as references: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pybtex.database
import pytest
import rispy
from werkzeug.test import TestResponse

from tests.contracts.api import Api
from tests.contracts.factories import citation, step


def entries(answer: TestResponse) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    return dict(pybtex.database.parse_string(answer.text, "bibtex").entries.items())


@pytest.fixture(scope="module")
def record(shared: Api) -> Api:
    for name in ("one", "two", "three", "four"):
        shared.make(
            "sources",
            id=name,
            title=f"Title {name}",
            publisher="38 North",
            authors=["A. Writer"],
            kind="report",
        )
    shared.make(
        "summits",
        id="singapore",
        title="Singapore",
        date="2018-06-12",
        steps=[
            step(
                "scheduled", "2018-05-10", citations=[citation("one", quote="in Singapore", locator="p. 2")]
            ),
            step("held", "2018-06-12"),
        ],
        citations=[citation("two"), citation("three", supports=["/steps/1"]), citation("two", quote="met")],
        claims=[
            {"id": "c", "statement": "Said", "by": {"name": "X"}, "citations": [citation("four")]},
        ],
    )
    return shared


def test_a_record_is_cited_at_its_revision_with_all_that_it_cites(record: Api) -> None:
    found = entries(record.get("summits/singapore.bib"))
    assert list(found) == ["summits-singapore-r1", "two", "three", "one", "four"]
    summit = found["summits-singapore-r1"]
    assert "Singapore: held, 12 June 2018 (38 North)" in summit.fields["title"]
    assert summit.fields["version"] == "revision 1"
    url = urlsplit(summit.fields["url"])
    assert f"{url.scheme}://{url.netloc}" == "http://127.0.0.1:8000"
    pinned = record.read(f"{url.path}?{url.query}")
    record.revise("summits/singapore", note="later")
    assert record.read(f"{url.path}?{url.query}") == pinned
    assert next(iter(entries(record.get("summits/singapore.bib")))) == "summits-singapore-r2"
    assert found["one"].fields["note"] == "“in Singapore” (p. 2)"
    assert found["two"].fields["note"] == "“met”"


@pytest.mark.parametrize(
    ("pointer", "sources"),
    [
        ("/steps/0", ["one"]),
        ("/steps/0/status", ["one"]),
        ("/steps/1", ["three"]),
        ("/steps/1/date", ["three"]),
        ("/claims/0", ["four"]),
        ("/claims/0/statement", ["four"]),
        ("/parties/0", ["two"]),
    ],
)
def test_a_statement_is_cited_with_what_supports_it_alone(
    record: Api, pointer: str, sources: list[str]
) -> None:
    items = record.read("summits/singapore.csl", {"pointer": pointer})
    assert [each["id"] for each in items[1:]] == sources
    assert items[0]["URL"].endswith(f"#{pointer}")
    assert pointer in items[0]["note"]


def test_a_pointer_that_leads_nowhere_is_refused(record: Api) -> None:
    for pointer in ("/steps/9", "/nothing", "/steps/x", "/steps/-", "/citations/0/source/title"):
        refused = record.get("summits/singapore.bib", {"pointer": pointer})
        assert refused.status_code == 400, pointer
        assert refused.json["errors"][0]["parameter"] == "pointer"
    assert record.get("summits/singapore.bib?pointer=steps").status_code == 400


@pytest.mark.parametrize("path", ["summits/singapore", "summits/singapore.ics", "summits/singapore.geojson"])
def test_a_pointer_is_for_references(record: Api, path: str) -> None:
    refused = record.get(path, {"pointer": "/steps/0"})
    assert refused.status_code == 400
    assert "format=bibtex" in refused.json["detail"]


def test_a_source_is_cited_as_the_publication_that_it_is(record: Api) -> None:
    (entry,) = entries(record.get("sources/one.bib")).values()
    assert (entry.key, entry.type) == ("one", "techreport")
    assert entry.fields["institution"] == "{38 North}"
    items = record.read("sources.csl?id=one,two&sort=id")
    assert [(each["id"], each["type"]) for each in items] == [("one", "report"), ("two", "report")]


def test_the_three_forms_name_the_same_references(record: Api) -> None:
    keys = list(entries(record.get("summits/singapore.bib")))
    assert [each["id"] for each in record.read("summits/singapore.csl")] == keys
    assert [each["id"] for each in rispy.loads(record.get("summits/singapore.ris").text)] == keys


@pytest.mark.parametrize("name", ["bib", "ris", "csl"])
def test_only_lists_of_publications_are_bibliographies(record: Api, name: str) -> None:
    assert record.get(f"sources.{name}").status_code == 200
    assert record.get(f"summits.{name}").status_code == 406


def test_references_that_a_client_has_are_not_sent_again(record: Api) -> None:
    for path in ("sources.bib", "summits/singapore.ris", "summits/singapore.csl?pointer=/steps/0"):
        first = record.get(path)
        assert record.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
        assert record.get(path, headers={"Cache-Control": "no-cache"}).data == first.data
        assert record.head(path).headers["ETag"] == first.headers["ETag"]


def test_a_reference_to_an_earlier_state_is_of_that_revision(record: Api) -> None:
    changed = record.make("systems", id="missile", name="Missile")
    record.revise("systems/missile", name="Missile 2")
    then = record.read("systems/missile.csl", {"known_at": changed["recorded_at"]})
    assert (then[0]["id"], then[0]["title"]) == ("systems-missile-r1", "Missile")
