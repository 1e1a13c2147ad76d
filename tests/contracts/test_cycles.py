"""What refers to one another must not lead back: refused with the cycle, by single writes and by imports."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, nothing_stored
from tests.contracts.test_import import STANDING, line, ndjson, refused, report, send

# The fields that refer to another record of the type, and where in the record.
REFERENCES: dict[str, tuple[str, Any, str]] = {
    "summit-follows": ("summits", lambda to: {"follows": to}, "/follows"),
    "source-republishes": ("sources", lambda to: {"republishes": to}, "/republishes"),
    "observation-supersedes": (
        "observations",
        lambda to: {"related": [{"observation": to, "relation": "supersedes"}]},
        "/related/0/observation",
    ),
    "observation-retracts": (
        "observations",
        lambda to: {"related": [{"observation": to, "relation": "retracts"}]},
        "/related/0/observation",
    ),
    "facility-part-of": (
        "facilities",
        lambda to: {"related": [{"facility": to, "relation": "part_of"}]},
        "/related/0/facility",
    ),
    "facility-formerly": (
        "facilities",
        lambda to: {"related": [{"facility": to, "relation": "formerly"}]},
        "/related/0/facility",
    ),
}


@pytest.fixture(params=REFERENCES)
def reference(request: pytest.FixtureRequest) -> tuple[str, Any, str]:
    return REFERENCES[request.param]


def chain(path: str, refer: Any, names: str) -> list[dict[str, Any]]:
    """Records that refer each to the one before, the first to none."""
    kind = factories.TYPES[path]
    return [
        line(kind, name, **(refer(names[number - 1]) if number else {})) for number, name in enumerate(names)
    ]


@pytest.mark.parametrize("names", ["ab", "abc", "abcdefghijklm"])
def test_an_update_that_closes_a_cycle_is_refused_and_names_it(
    service: Api, reference: tuple[str, Any, str], names: str
) -> None:
    path, refer, pointer = reference
    report(send(service, [*STANDING, *chain(path, refer, names)]))
    closing = line(factories.TYPES[path], names[0], **refer(names[-1]))
    with nothing_stored(service):
        document = assert_problem(
            service.put(f"{path}/{names[0]}", closing, headers={"If-Match": "*"}), 422, "validation-failed"
        )
        assert refused(send(service, [closing])) == [(1, pointer, "cyclic_reference")]
        (result,) = report(send(service, [closing], "?mode=best_effort"))["results"]
    (error,) = document["errors"]
    assert (error["pointer"], error["code"]) == (pointer, "cyclic_reference")
    assert error["detail"].startswith(f"Must not form a cycle: '{names[0]}' → '{names[-1]}' → ")
    assert error["detail"].endswith(f" → '{names[0]}'.")
    assert [each["code"] for each in result["errors"]] == ["cyclic_reference"]


def test_a_cycle_within_one_import_is_refused(service: Api, reference: tuple[str, Any, str]) -> None:
    path, refer, pointer = reference
    kind = factories.TYPES[path]
    lines = [line(kind, one, **refer(to)) for one, to in ("ab", "bc", "ca")]
    with nothing_stored(service):
        ((_, at, code),) = refused(send(service, [*STANDING, *lines]))
    assert (at, code) == (pointer, "cyclic_reference")


def test_a_cycle_over_imported_and_stored_records_is_refused(
    service: Api, reference: tuple[str, Any, str]
) -> None:
    path, refer, _ = reference
    kind = factories.TYPES[path]
    report(send(service, [*STANDING, *chain(path, refer, "abc")]))
    lines = [line(kind, "d", **refer("c")), line(kind, "a", **refer("d"))]
    with nothing_stored(service):
        assert [code for _, _, code in refused(send(service, lines))] == ["cyclic_reference"]
        assert report(send(service, lines, "?mode=best_effort&dry_run=true"))["failed"] == 1


def test_a_chain_may_be_turned_around_in_one_import(service: Api, reference: tuple[str, Any, str]) -> None:
    path, refer, _ = reference
    report(send(service, [*STANDING, *chain(path, refer, "abc")]))
    assert report(send(service, chain(path, refer, "cba")))["updated"] == 3


def test_ways_that_meet_again_are_no_cycle(service: Api) -> None:
    def refer(*to: str) -> dict[str, Any]:
        return {"related": [{"observation": each, "relation": "supersedes"} for each in to]}

    lines = [
        line("observation", "a"),
        line("observation", "b", **refer("a")),
        line("observation", "c", **refer("a")),
        line("observation", "d", **refer("b", "c")),
    ]
    assert report(send(service, [*STANDING, *lines]))["created"] == 7


@pytest.mark.parametrize("relation", ["contradicts", "corroborates"])
def test_relations_that_go_both_ways_may(service: Api, relation: str) -> None:
    lines = [
        line("observation", one, related=[{"observation": to, "relation": relation}])
        for one, to in ("ab", "ba")
    ]
    assert report(send(service, [*STANDING, *lines]))["created"] == 5


def test_one_that_supersedes_what_retracts_it_is_refused(service: Api) -> None:
    lines = [
        line("observation", one, related=[{"observation": to, "relation": relation}])
        for one, to, relation in (("a", "b", "supersedes"), ("b", "a", "retracts"))
    ]
    assert [code for _, _, code in refused(send(service, [*STANDING, *lines]))] == ["cyclic_reference"]


def test_a_patch_that_closes_a_cycle_is_refused(service: Api) -> None:
    report(send(service, [*STANDING, *chain("summits", lambda to: {"follows": to}, "ab")]))
    answer = service.patch("summits/a", {"follows": "b"}, headers={"If-Match": "*"})
    assert assert_problem(answer, 422, "validation-failed")["errors"][0]["code"] == "cyclic_reference"


def test_a_very_long_chain_is_no_cycle_and_its_end_may_not_follow_its_beginning(service: Api) -> None:
    names = [f"s-{number}" for number in range(1500)]
    lines = [
        line("summit", name, **({"follows": names[number - 1]} if number else {}))
        for number, name in enumerate(names)
    ]
    report(send(service, ndjson([*STANDING, *lines])))
    ((_, pointer, code),) = refused(send(service, [line("summit", "s-0", follows="s-1499")]))
    assert (pointer, code) == ("/follows", "cyclic_reference")


@pytest.mark.parametrize("closing", ["republishes", "relays"])
def test_creating_a_source_that_another_names_in_free_text_may_not_close_a_cycle(
    service: Api, closing: str
) -> None:
    def refer(to: str) -> Any:
        return to if closing == "republishes" else [to]

    # `later` is no source yet, so it is a name: from the start that of the source with this id.
    report(
        send(service, [line("source", "a", relays=["AFP", "later"]), line("source", "b", republishes="a")])
    )
    later = line("source", "later", **{closing: refer("b")})
    pointer = "/republishes" if closing == "republishes" else "/relays/0"
    with nothing_stored(service):
        for answer in (service.post("sources", later), service.put("sources/later", later)):
            (error,) = assert_problem(answer, 422, "validation-failed")["errors"]
            assert (error["pointer"], error["code"]) == (pointer, "cyclic_reference")
            assert error["detail"] == "Must not form a cycle: 'later' → 'b' → 'a' → 'later'."
        assert refused(send(service, [later])) == [(1, pointer, "cyclic_reference")]
        assert report(send(service, [later], "?mode=best_effort&dry_run=true"))["failed"] == 1
    assert report(send(service, [line("source", "later")]))["created"] == 1


def test_a_deleted_source_may_not_come_back_and_close_a_cycle(service: Api) -> None:
    report(send(service, [line("source", "a", relays=["b"]), line("source", "b")]))
    service.remove("sources/b")
    answer = service.put("sources/b", line("source", "b", republishes="a"))
    assert assert_problem(answer, 422, "validation-failed")["errors"][0]["code"] == "cyclic_reference"


def test_a_source_does_not_relay_itself(service: Api) -> None:
    itself = line("source", "a", relays=["a"])
    with nothing_stored(service):
        (error,) = assert_problem(service.post("sources", itself), 422, "validation-failed")["errors"]
        assert (error["pointer"], error["code"]) == ("/relays/0", "cyclic_reference")
        assert refused(send(service, [itself])) == [(1, "/relays/0", "cyclic_reference")]
    both = assert_problem(service.post("sources", itself | {"republishes": "a"}), 422, "validation-failed")
    assert [each["code"] for each in both["errors"]] == ["self_reference"]


@pytest.mark.parametrize("names", ["ab", "abc", "abcd"])
def test_claims_that_answer_one_another_in_a_circle_are_refused(service: Api, names: str) -> None:
    service.furnish()
    claims = [
        {
            "id": name,
            "statement": "So it was.",
            "by": factories.party("A"),
            "responds_to": names[(number + 1) % len(names)],
            "citations": [factories.citation()],
        }
        for number, name in enumerate(names)
    ]
    answer = service.post("summits", factories.summit(claims=claims))
    (error,) = assert_problem(answer, 422, "validation-failed")["errors"]
    assert error["code"] == "cyclic_claims"
    assert error["detail"] == f"Must not form a cycle: {' → '.join(map(repr, names + names[0]))}."


def test_components_that_are_part_of_one_another_are_refused_by_name(service: Api) -> None:
    service.furnish()
    components = [{"id": one, "name": one, "part_of": to} for one, to in ("ab", "bc", "ca")]
    answer = service.post("facilities", factories.facility(components=components))
    errors = assert_problem(answer, 422, "validation-failed")["errors"]
    assert {error["code"] for error in errors} == {"cyclic_components"}
    assert errors[0]["detail"] == "Must not form a cycle: 'a' → 'b' → 'c' → 'a'."


@pytest.mark.parametrize("other", ["absent", "not_observed"])
@pytest.mark.parametrize("what", [{"system": "a-system"}, {"category": "icbm"}])
@pytest.mark.parametrize("reverse", [False, True])
def test_a_parade_cannot_show_and_not_show_the_same(
    service: Api, what: dict[str, str], other: str, reverse: bool
) -> None:
    service.furnish()
    appearances = [{**what, "presence": "displayed"}, {**what, "presence": other, "basis": "stated"}]
    body = factories.parade(appearances=appearances[::-1] if reverse else appearances)
    (error,) = assert_problem(service.post("parades", body), 422, "validation-failed")["errors"]
    assert (error["pointer"], error["code"]) == ("/appearances/1/presence", "contradiction")


def test_a_parade_can_show_one_system_of_a_category_and_not_another(service: Api) -> None:
    service.furnish()
    appearances = [
        {"system": "a-system", "presence": "displayed"},
        {"system": "a-system", "presence": "displayed", "note": "Once more."},
        {"category": "icbm", "presence": "absent", "basis": "stated"},
    ]
    assert service.post("parades", factories.parade(appearances=appearances)).status_code == 201
