"""The tools: an agent that has them and nothing else answers questions about the record, with quotes and sources."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import jsonschema
import pytest
from mcp import Client

from service.mcp.calling import MOST_BYTES
from tests.mcp.conftest import Send
from tests.servers import RunningServer

Tool = Callable[..., Any]
EVERY = (
    ("situation", {"as_of": "2018-09-10"}),
    ("facility_status", {"facility": "sohae", "as_of": "2018-09-10"}),
    ("facility_status", {"facility": "yongbyon"}),
    ("compare_parades", {"parade": "north-korea-2018-09-09"}),
    ("timeline", {"near": "summits/singapore-2018", "days": 60, "limit": 50}),
    ("search", {"q": "missile", "limit": 20}),
    ("get_record", {"type": "summits", "id": "singapore-2018"}),
    ("get_record", {"type": "sources", "id": "38-north-2018-07-sohae"}),
    ("what_changed", {"after": 0, "limit": 50}),
    ("cite", {"type": "parades", "id": "north-korea-2018-09-09"}),
)


@pytest.fixture(scope="module")
def described(ask: Send) -> dict[str, dict[str, Any]]:
    """The tools by name, as an agent is told of them."""
    return {each["name"]: each for each in ask("tools/list").json()["result"]["tools"]}


@pytest.fixture(scope="module")
def answer(tool: Tool, described: dict[str, dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Calls a tool as it is described; it has to succeed, and returns its structured answer."""

    def call(name: str, **arguments: Any) -> dict[str, Any]:
        jsonschema.validate(arguments, described[name]["inputSchema"])
        result = tool(name, **arguments)
        assert result["isError"] is False, result
        jsonschema.validate(result["structuredContent"], described[name]["outputSchema"])
        return result["structuredContent"]

    return call


@pytest.mark.parametrize(("name", "arguments"), EVERY)
def test_each_answer_is_short_and_as_its_schema_says(
    described: dict[str, dict[str, Any]], tool: Tool, name: str, arguments: Any
) -> None:
    jsonschema.validate(arguments, described[name]["inputSchema"])
    result = tool(name, **arguments)
    text, document = result["content"][0]["text"], result["structuredContent"]
    assert json.loads(text) == document
    assert 200 < len(text.encode()) <= MOST_BYTES
    jsonschema.validate(document, described[name]["outputSchema"])
    assert set(document) - set(described[name]["outputSchema"]["properties"]) <= (
        # Of a record its own members are there, which differ by type.
        set(document) if name == "get_record" else set()
    )


@pytest.mark.parametrize(("name", "arguments"), EVERY[:-3])
def test_each_answer_cites_sources_and_tells_who_they_are(answer: Tool, name: str, arguments: Any) -> None:
    document = answer(name, **arguments)
    cited = set(re.findall(r'"source": "([^"]+)"', json.dumps(document)))
    told = {each["id"] for each in document["sources"]}
    assert told
    assert told <= cited
    assert all(each["title"] for each in document["sources"])


@pytest.mark.parametrize(("name", "arguments"), [each for each in EVERY if each[0] != "what_changed"])
def test_the_url_of_an_answer_keeps_what_it_was_made_of(answer: Tool, name: str, arguments: Any) -> None:
    url = httpx.URL(answer(name, **arguments)["url"])
    assert "known_at" in url.params
    assert httpx.get(url).status_code == 200


def test_what_is_cut_is_counted_and_no_list_is_cut_to_nothing(answer: Tool) -> None:
    document = answer("timeline", near="summits/singapore-2018", days=60, limit=50)
    assert document["cut"]["/items"] + len(document["items"]) == 50
    status = answer("facility_status", facility="yongbyon")
    assert status["components"]


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("facility_status", {}, "facility is missing"),
        ("facility_status", {"facility": None}, "facility is missing"),
        ("facility_status", {"facility": 3}, "has to be a string"),
        ("facility_status", {"facility": "sohae", "as_off": "2018"}, "Did you mean 'as_of'"),
        ("facility_status", {"facility": "sohae", "as_of": "yesterday"}, "calendar date"),
        ("facility_status", {"facility": "sohea"}, "search finds ids"),
        ("facility_status", {"facility": "../sources"}, "without a slash"),
        ("facility_status", {"facility": ""}, "an id alone"),
        ("facility_status", {"facility": "소해"}, "search finds ids"),
        ("facility_status", {"facility": "{id}"}, "search finds ids"),
        ("timeline", {"limit": 5.5}, "an integer"),
        ("timeline", {"limit": True}, "an integer"),
        ("timeline", {"limit": 0}, "limit"),
        ("timeline", {"kind": "summit"}, "Did you mean 'summit_step'"),
        ("search", {"q": ""}, "q"),
        ("get_record", {"type": "summit", "id": "singapore-2018"}, "summits"),
        ("get_record", {"type": "changes", "id": "x"}, "summits"),
        ("what_changed", {"after": 10**9}, "never gave"),
        ("cite", {"type": "summits", "id": "singapore-2018", "pointer": "/stepz"}, "Nothing is at"),
    ],
)
def test_wrong_arguments_are_told_to_the_model(tool: Tool, name: str, arguments: Any, said: str) -> None:
    result = tool(name, **arguments)
    assert result["isError"] is True
    assert said in result["content"][0]["text"]


def test_the_official_client_calls_the_tools_in_both_protocols(server: RunningServer) -> None:
    async def use(mode: str) -> tuple[Any, ...]:
        async with Client(f"{server.url}/mcp", mode=mode) as client:
            tools = [each.name for each in (await client.list_tools()).tools]
            status = await client.call_tool("facility_status", {"facility": "sohae", "as_of": "2018-09-10"})
            templates = (await client.list_resource_templates()).resource_templates
            contents = (await client.read_resource("peninsula://facilities/sohae")).contents
            return (
                client.protocol_version,
                len(tools),
                status.structured_content["trend"],
                len(templates),
                json.loads(contents[0].text)["id"],
            )

    found = (8, "dismantling", 8, "sohae")
    assert asyncio.run(use("auto")) == ("2026-07-28", *found)
    assert asyncio.run(use("legacy")) == ("2025-11-25", *found)


# Questions that an agent with the tools alone answers: it finds ids by words, and calls tools as they are described.


@pytest.mark.parametrize(
    ("words", "record_type", "record"),
    [
        ("Sohae", "facility", "facilities/sohae"),
        ("Kangson", "facility", "facilities/kangson"),
        ("Yongbyon", "facility", "facilities/yongbyon"),
        ("Trump Kim Singapore", "summit", "summits/singapore-2018"),
        ("Trump Kim Hanoi", "summit", "summits/second-trump-kim-meeting"),
        ("70th anniversary September 2018", "parade", "parades/north-korea-2018-09-09"),
        ("parade February 2018", "parade", "parades/north-korea-2018-02"),
        ("parade February 2023", "parade", "parades/north-korea-2023-02-08"),
        ("Donald Trump", "actor", "actors/donald-trump"),
        ("Hwasong-15", "system", "systems/hwasong-15"),
    ],
)
def test_plain_words_find_the_records_that_questions_are_about(
    answer: Tool, words: str, record_type: str, record: str
) -> None:
    found = answer("search", q=words, type=record_type, limit=5)
    assert record in [each["record"] for each in found["items"]]


def test_what_was_the_state_of_play_on_10_september_2018(answer: Tool) -> None:
    found = answer("situation", as_of="2018-09-10")
    (meeting,) = (each for each in found["summits_in_preparation"] if "second-trump" in each["record"])
    assert (meeting["status"], meeting["since"]) == ("coordinating", "2018-09-10")
    assert "open to" in meeting["rests_on"]["citations"][0]["quote"]
    assert found["last_parade"]["parade"]["date"] == "2018-09-09"
    assert found["facilities"]["dismantling"]["sohae"] == "2018-08-03"


def test_what_was_known_of_sohae_before_anything_of_2018_was_published(answer: Tool) -> None:
    known = answer("facility_status", facility="sohae", as_of="2018-09-10")
    before = answer("facility_status", facility="sohae", as_of="2018-09-10", published_until="2018-07-22")
    assert (known["trend"], known["last_observed"]) == ("dismantling", "2018-08-03")
    assert before["last_observed"] < "2018-07-20"
    assert before["left_out"]["not_public"] > 0


def test_what_did_the_parade_of_september_2018_leave_out(answer: Tool) -> None:
    found = answer("compare_parades", parade="north-korea-2018-09-09")
    assert found["with"]["record"] == "parades/north-korea-2018-02"
    gone = {each["system"]: each["parade"] for each in found["systems"]["no_longer_shown"]}
    gone_kinds = {each["category"]: each["parade"] for each in found["categories"]["no_longer_shown"]}
    assert gone_kinds["icbm"] == {"presence": "absent", "basis": "stated"}
    assert gone or found["cut"]["/systems/no_longer_shown"]


def test_was_the_hwasong_15_shown_again_in_february_2023(answer: Tool) -> None:
    found = answer("compare_parades", parade="north-korea-2023-02-08", **{"with": "north-korea-2018-02"})
    shown = answer("get_record", type="parades", id="north-korea-2023-02-08", fields="appearances")
    assert "hwasong-15" not in {
        each.get("system") for each in shown["appearances"] if each["presence"] == "displayed"
    }
    assert found["parade"]["date"] == "2023-02-08"


def test_which_site_is_meant_by_another_name(answer: Tool) -> None:
    (found,) = answer("search", q="Tongchang-ri", type="facility")["items"]
    assert found["record"] == "facilities/sohae"


def test_how_did_the_singapore_meeting_come_about(answer: Tool) -> None:
    steps = answer("get_record", type="summits", id="singapore-2018", fields="steps")["steps"]
    dated = {each["status"]: each["date"] for each in steps}
    assert (dated["cancelled"], dated["reinstated"]) == ("2018-05-24", "2018-06-01")


def test_is_kangson_an_enrichment_plant(answer: Tool) -> None:
    claims = answer("get_record", type="facilities", id="kangson", fields="claims")["claims"]
    assert {each["stance"] for each in claims} == {"asserts", "disputes"}


def test_was_the_reactor_at_yongbyon_running_when_the_iaea_reported_in_august_2021(answer: Tool) -> None:
    found = answer("facility_status", facility="yongbyon", as_of="2021-08-27")
    (activity,) = (
        each
        for each in found["components"]
        if each["component"] == "5mwe-reactor" and each["aspect"] == "activity"
    )
    assert (activity["state"], activity["last_observed"]) == ("operating", "2021-08-25")


def test_have_trump_and_kim_met_in_2026(answer: Tool) -> None:
    found = answer(
        "timeline", kind="summit_step", actor="donald-trump", **{"from": "2026-01-01", "sort": "date"}
    )
    assert "held" not in json.dumps(found.get("items", []))
    assert {each["type"] for each in found["coverage"]} >= {"summit"}


def test_what_did_obama_write_to_kim_jong_il_in_2009(answer: Tool) -> None:
    (found,) = answer("search", q="Obama letter Kim Jong Il", type="communication")["items"]
    kind, _, name = found["record"].partition("/")
    letter = answer("get_record", type=kind, id=name)
    assert (letter["date"], letter["from"]["name"]) == ("2009-12-09", "Barack Obama")


def test_what_happened_in_the_weeks_around_hanoi(answer: Tool) -> None:
    found = answer("timeline", near="summits/second-trump-kim-meeting", days=14, facility="sohae")
    assert any("rebuil" in each["summary"] for each in found["items"])


def test_how_is_the_statement_that_the_meeting_was_proposed_cited(answer: Tool) -> None:
    own, *sources = answer("cite", type="summits", id="singapore-2018", pointer="/steps/0")["references"]
    assert own["URL"].endswith("#/steps/0")
    assert "ap-2018-03-08" in {each["id"] for each in sources}


def test_what_is_not_recorded_is_called_unrecorded(answer: Tool) -> None:
    assert "does not mean" in answer("search", q="zeppelin")["unrecorded"]


def test_llms_txt_leads_to_the_tools_and_lists_every_type(server: RunningServer) -> None:
    text = httpx.get(f"{server.url}/llms.txt").text
    links = re.findall(r"\]\((\S+)\)", text)
    assert f"{server.url}/mcp" in links
    assert {f"{server.url}/v1/{each}" for each in ("summits", "parades", "facilities", "claims")} <= set(
        links
    )
    for link in links:
        assert httpx.get(link).status_code in (200, 405), link


def test_the_catalog_leads_to_each_api(server: RunningServer) -> None:
    response = httpx.head(f"{server.url}/.well-known/api-catalog")
    assert response.headers["Content-Type"].startswith("application/linkset+json")
    assert 'rel="api-catalog"' in response.headers["Link"]
    sets = httpx.get(f"{server.url}/.well-known/api-catalog").json()["linkset"]
    for each in sets[1:]:
        for relation in ("service-desc", "service-doc", "status"):
            for target in each.get(relation, ()):
                assert httpx.get(target["href"]).status_code == 200, target
    assert 'rel="service-desc"' in httpx.get(f"{server.url}/v1").headers["Link"]


def test_answers_without_a_clock_are_of_today(answer: Tool) -> None:
    assert answer("situation")["reference_date"] == datetime.now(UTC).date().isoformat()
