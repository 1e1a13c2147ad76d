"""The clock ``known_at``: whatever is read, as the service would have answered then."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from service.records.schemas import instants
from tests.contracts import factories as a
from tests.contracts.api import Api


def _moved(instant: str, microseconds: int) -> str:
    moved = datetime.fromisoformat(instant) + timedelta(microseconds=microseconds)
    return moved.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@pytest.fixture
def life(service: Api) -> tuple[Api, list[dict[str, Any]], str]:
    """A communication created, revised, deleted and brought back; its revisions, and when it was deleted."""
    made = [service.make("communications", id="one", summary="First.")]
    made.append(service.revise("communications/one", summary="Second.", kind="speech"))
    service.remove("communications/one")
    deleted = service.read("communications/one/revisions/3")["recorded_at"]
    assert service.put("communications/one", a.communication(summary="Fourth.")).status_code == 201
    made.append(service.read("communications/one"))
    return service, made, deleted


def test_a_record_is_answered_as_it_was_known_at_an_instant_inclusive(life: Any) -> None:
    service, (first, second, fourth), deleted = life

    def known(instant: str) -> Any:
        return service.get("communications/one", {"known_at": instant})

    assert known(_moved(first["recorded_at"], -1)).status_code == 404
    assert known(first["recorded_at"]).json == first
    assert known(_moved(second["recorded_at"], -1)).json == first
    assert known(second["recorded_at"]).json == second
    assert known(_moved(deleted, -1)).json == second
    assert known(deleted).status_code == 410
    assert known(_moved(fourth["recorded_at"], -1)).status_code == 410
    assert known(fourth["recorded_at"]).json == fourth


def test_what_was_gone_then_leads_to_the_revision_before(life: Any) -> None:
    service, (_, second, _), deleted = life
    answer = service.get("communications/one", {"known_at": deleted})
    assert answer.json["type"] == "/problems/record-deleted"
    assert service.read(answer.json["last_revision"])["record"] == second


def test_a_list_holds_what_was_known_then_found_by_what_was_known_then(life: Any) -> None:
    service, (first, second, fourth), deleted = life

    def known(instant: str, **query: str) -> Any:
        return service.items("communications", {"known_at": instant, **query})

    assert known(_moved(first["recorded_at"], -1)) == []
    assert known(first["recorded_at"]) == [first]
    assert known(first["recorded_at"], kind="letter") == [first]
    assert known(second["recorded_at"], kind="letter") == []
    assert known(second["recorded_at"], q="second") == [second]
    assert known(deleted) == []
    assert known(fourth["recorded_at"]) == [fourth]
    assert service.read("communications", {"known_at": deleted, "count": "true"})["total"] == 0


def test_the_history_of_a_record_ends_at_what_was_known_then(life: Any) -> None:
    service, (first, second, fourth), deleted = life

    def known(instant: str) -> Any:
        return service.get("communications/one/revisions", {"known_at": instant})

    assert known(_moved(first["recorded_at"], -1)).status_code == 404
    for instant, numbers in (
        (first["recorded_at"], [1]),
        (second["recorded_at"], [2, 1]),
        (deleted, [3, 2, 1]),
        (fourth["recorded_at"], [4, 3, 2, 1]),
    ):
        assert [each["revision"] for each in known(instant).json["items"]] == numbers
    then = {"known_at": first["recorded_at"]}
    assert service.get("communications/one/revisions/2", then).status_code == 404
    assert service.read("communications/one/revisions/1", then)["record"] == first


def test_the_feed_ends_at_what_was_known_then(life: Any) -> None:
    service, (first, second, _), deleted = life
    start = service.read("changes", {"known_at": _moved(first["recorded_at"], -1)})["next_after"]
    feed = service.read("changes", {"after": start, "known_at": deleted})
    assert [each["operation"] for each in feed["items"]] == ["created", "updated", "deleted"]
    feed = service.read("changes", {"after": start, "known_at": second["recorded_at"]})
    assert [each["revision"] for each in feed["items"]] == [1, 2]
    assert feed["next_after"] == feed["items"][-1]["seq"]


@pytest.mark.parametrize(
    "path",
    [
        "summits",
        "summits/singapore-2018",
        "summits/singapore-2018/revisions",
        "summits/singapore-2018/revisions/1",
        "changes",
    ],
)
def test_what_will_be_known_in_the_future_cannot_be_asked(seeded: Api, path: str) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    answer = seeded.get(path, {"known_at": tomorrow})
    assert answer.status_code == 400
    (error,) = answer.json["errors"]
    assert (error["parameter"], error["code"]) == ("known_at", "in_the_future")


def test_the_newest_change_is_known_at_its_instant_though_the_clock_was_set_back_since(
    service: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = instants.render(datetime.now(UTC) + timedelta(hours=1))
    with monkeypatch.context() as clock:
        clock.setattr(instants, "now", lambda: ahead)
        service.make("sources", id="one")
    recorded_at = service.read("sources/one")["recorded_at"]
    assert recorded_at >= ahead
    for path in (
        "sources/one",
        "sources",
        "sources/one/revisions",
        "situation",
        "timeline",
        "changes",
        "export",
    ):
        assert service.get(path, {"known_at": recorded_at}).status_code == 200, path
    answer = service.get("sources", {"known_at": instants.after(recorded_at)})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "instant", ["2018", "2018-09-10", "now", "2018-09-10T14:00", "2018-09-10T24:61:00Z", "1"]
)
def test_an_invalid_instant_is_refused(seeded: Api, instant: str) -> None:
    for path in ("summits", "summits/singapore-2018", "changes"):
        answer = seeded.get(path, {"known_at": instant})
        assert answer.status_code == 400
        assert answer.json["errors"][0]["parameter"] == "known_at"


def test_before_the_first_record_lists_and_feed_are_empty_and_no_record_is_there(seeded: Api) -> None:
    then = {"known_at": "1970-01-01T00:00:00Z"}
    for path in a.BODIES:
        assert seeded.read(path, then) == {"items": [], "next_cursor": None}
    assert seeded.read("changes", then)["items"] == []
    assert seeded.get("summits/singapore-2018", then).status_code == 404


def test_an_instant_may_have_any_offset_and_precision(service: Api) -> None:
    made = service.make("sources", id="one")
    instant = datetime.fromisoformat(made["recorded_at"])
    for hours in (9, -5):
        there = (instant + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%S.%f")
        offset = f"{hours:+03}:00"
        assert service.get("sources/one", {"known_at": there + offset}).status_code == 200
    whole = made["recorded_at"][:19] + "Z"
    expected = 200 if whole == made["recorded_at"].replace(".000000", "") else 404
    assert service.get("sources/one", {"known_at": whole}).status_code == expected
    assert service.get("sources/one", {"known_at": made["recorded_at"].lower()}).status_code == 200


def test_references_are_inlined_as_they_were_known_then(service: Api) -> None:
    service.make("sources", id="cited", title="Before")
    made = service.make("systems", id="one", citations=[a.citation("cited")])
    service.revise("sources/cited", title="After")
    expand = {"expand": "citations.source"}
    then = service.read("systems/one", {**expand, "known_at": made["recorded_at"]})
    now = service.read("systems/one", expand)
    assert then["citations"][0]["source"]["title"] == "Before"
    assert now["citations"][0]["source"]["title"] == "After"
