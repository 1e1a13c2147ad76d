"""A new type takes one package (here ``toy.py``) and one line (below): the mechanism does the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from service.access.keys import create_key
from service.app import RECORD_TYPES, create_app
from service.records.record_type import Registry
from service.records.schemas import instants
from service.settings import Settings
from service.storage.migrate import migrate
from service.summits.record import SUMMIT
from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, faults
from tests.records.toy import TREATY


@pytest.fixture
def service(database_url: str) -> Iterator[Api]:
    settings = Settings(database_url=database_url)
    app = create_app(settings, (*RECORD_TYPES, TREATY))
    api = Api(app, {}, settings)
    migrate(api.context.database)
    with api.context.database.writing() as connection:
        now = instants.parse(instants.now())
        api = replace(api, tokens={"write": create_key(connection, "tester", ["write"], None, now)[1]})
    api.furnish()
    yield api
    api.close()


def treaty(**changes: Any) -> dict[str, Any]:
    body = {"title": "Armistice Agreement", "kind": "armistice", "signed": "1953-07-27"}
    return body | {"citations": [factories.citation()]} | changes


def test_it_is_created_read_listed_and_found(service: Api) -> None:
    service.make("summits", id="singapore")
    made = service.create("treaties", treaty())
    joint = treaty(title="Joint Statement", kind="treaty", signed="2018-06", summit="singapore")
    other = service.create("treaties", joint)
    assert made["id"] == "armistice-agreement-1953-07-27"
    assert made["signed_latest"] == "1953-07-27"
    assert service.read(made["self"]) == made
    assert service.items("treaties") == [other, made]
    for query in (
        {"kind": "armistice"},
        {"name": "ARMISTICE*"},
        {"from": "1953-01-01", "to": "1953-12-31"},
        {"q": "agreement"},
        {"sort": "id", "limit": "1", "kind": "armistice,treaty", "to": "1999-01-01"},
        {"source": factories.SOURCE, "id": made["id"]},
    ):
        assert service.ids("treaties", query) == [made["id"]], query
    assert service.ids("treaties", {"summit": "singapore"}) == [other["id"]]
    assert service.ids("treaties", {"sort": "-date"}) == [other["id"], made["id"]]


def test_it_is_revised_deleted_and_its_past_kept(service: Api) -> None:
    service.create("treaties", treaty(id="one"))
    service.revise("treaties/one", articles=[{"text": "Cease fire", "in_force": "1953-07-27"}])
    service.remove("treaties/one", reason="Test")
    assert_problem(service.get("treaties/one"), 410, "record-deleted")
    entries = service.read("treaties/one/revisions")["items"]
    assert [(entry["revision"], entry["operation"]) for entry in entries] == [
        (3, "deleted"),
        (2, "updated"),
        (1, "created"),
    ]
    record = service.read("treaties/one/revisions/2")["record"]
    assert record["articles"][0]["in_force_earliest"] == "1953-07-27"
    operations = [entry["operation"] for entry in service.read("changes", {"type": "treaty"})["items"]]
    assert operations == ["created", "updated", "deleted"]


def test_references_of_a_new_type_are_checked(service: Api) -> None:
    service.make("summits", id="singapore")
    service.create("treaties", treaty(id="one", summit="singapore"))
    amending = [{"text": "As amended", "amends": "one"}]
    service.create("treaties", treaty(id="two", articles=amending))
    answer = service.post("treaties", treaty(summit="nowhere", articles=[{"text": "x", "amends": "none"}]))
    assert faults(answer) == {("/summit", "unknown_reference"), ("/articles/0/amends", "unknown_reference")}
    assert_problem(service.delete("summits/singapore"), 409, "record-referenced")
    problem = assert_problem(service.delete("treaties/one"), 409, "record-referenced")
    assert problem["referenced_by"][0]["self"] == "/v1/treaties/two"
    inlined = service.read("treaties/two", {"expand": "articles.amends.summit", "fields": "articles"})
    assert inlined["articles"][0]["amends"]["summit"]["id"] == "singapore"


def test_other_records_may_be_about_it(service: Api) -> None:
    service.create("treaties", treaty(id="one"))
    about = [{"type": "treaty", "id": "one"}]
    service.make("communications", id="letter", regarding=about)
    assert service.ids("communications", {"regarding": "treaties/one"}) == ["letter"]
    assert_problem(service.delete("treaties/one"), 409, "record-referenced")


def test_it_is_in_the_index_and_in_the_description_of_the_api(service: Api) -> None:
    assert service.read("/v1")["links"]["treaties"] == "/v1/treaties"
    description = service.read("/openapi.json?detail=full")
    assert description["paths"]["/v1/treaties/{id}"]["get"]["operationId"] == "getTreaty"


def test_it_is_on_the_timeline_by_what_it_declares(service: Api) -> None:
    made = service.create("treaties", treaty(id="one"))
    service.create("treaties", treaty(id="two", signed="1954"))
    (entry,) = service.read("timeline", {"kind": "treaty", "to": "1953-12-31"})["items"]
    assert (entry["kind"], entry["summary"], entry["record"]["id"]) == ("treaty", made["title"], "one")
    assert [entry[f"date{end}"] for end in ("", "_earliest", "_latest")] == ["1953-07-27"] * 3
    assert entry["citations"] == made["citations"]
    around = service.read("timeline", {"near": "treaties/one", "days": "300"})
    assert [each["record"]["id"] for each in around["items"]] == ["two", "one"]
    assert "treaty" in {each["type"] for each in around["coverage"]}
    assert service.read("timeline", {"kind": "treaty", "published_until": "1953-12-31"})["items"] == []
    schemas = service.read("/openapi.json?detail=full")["components"]["schemas"]
    assert "treaty" in schemas["TimelineEntryKind"]["enum"]


def test_its_parts_are_listed_by_what_it_declares_and_its_claims_without(service: Api) -> None:
    claim = {"statement": "It holds.", "by": factories.party("Bolton"), "citations": [factories.citation()]}
    service.create("treaties", treaty(id="one", articles=[{"text": "A line."}], claims=[claim]))
    amending = [{"text": "The line moves.", "amends": "one"}, {"text": "Another."}]
    service.create("treaties", treaty(id="two", signed="1954", articles=amending))

    def places(**query: str) -> list[str]:
        rows = service.items("articles", query)
        return [f"{row['record']['id']}{row['pointer']}" for row in rows]

    assert places() == ["two/articles/0", "two/articles/1", "one/articles/0"]
    assert places(limit="1") == places()
    assert places(text="line") == ["two/articles/0", "one/articles/0"]
    assert places(amends="one") == ["two/articles/0"]
    assert places(kind="treaty") == []
    assert places(published_until="2017-12-31") == []
    (row,) = service.items("articles", {"amends": "one", "expand": "amends"})
    assert (row["date"], row["kind"], row["amends"]["id"]) == ("1954", "armistice", "one")
    assert [row["record"]["id"] for row in service.items("claims", {"by": "bolton"})] == ["one"]
    assert (
        service.read("/openapi.json?detail=full")["paths"]["/v1/articles"]["get"]["operationId"]
        == "listArticles"
    )


def test_its_faults_are_reported_as_for_any_other(service: Api) -> None:
    wrong = {"titel": "x", "kind": "pact", "signed": "1953-02-30", "articles": [{"in_force": 1953}]}
    assert faults(service.post("treaties", wrong)) == {
        ("/titel", "unknown_field"),
        ("/title", "required"),
        ("/kind", "invalid_choice"),
        ("/signed", "invalid_date"),
        ("/articles/0/text", "required"),
        ("/articles/0/in_force", "wrong_type"),
        ("/citations", "required"),
    }


def test_parts_with_dates_of_their_own_are_listed_only_if_they_are_indexed_by_them() -> None:
    with pytest.raises(
        ValueError, match="summit: parts with dates of their own that are listed must be its moments"
    ):
        replace(SUMMIT, moments=None)


def test_a_list_of_parts_has_a_path_of_its_own() -> None:
    renamed = replace(TREATY, name="article", path="articles")
    with pytest.raises(ValueError, match="'articles' is the path of a record type and of a list of parts"):
        Registry((renamed,))


def test_a_type_is_sorted_by_date_or_by_name() -> None:
    with pytest.raises(ValueError, match="treaty: a date or a name to sort by, not both"):
        replace(TREATY, name_of=lambda document: str(document["title"]))
