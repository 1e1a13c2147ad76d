"""Reading little of the evidence on a facility answers as reading all of it would, on both databases, at any time."""

from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.evidence.publication import published
from service.evidence.withdrawals import Evidence
from service.facilities import evidence
from service.facilities.history import history_of
from service.facilities.status import Status, status_of
from service.records.documents import draft
from service.records.publication import clocks_of
from service.records.reading import bodies_at
from service.records.revisions import current_revision
from service.records.writing import Writer
from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.factories import citation
from tests.facilities.evidence import AS_OF, observation, worlds

_numbers = count()
PUBLISHED = {"early": "2018-01-10", "late": "2018-06-10"}
# The first source had appeared, but an observation of this month, no day given, counts only from its end.
EARLY_IN_THE_MONTH = "2018-01-15"


def _document(each: dict[str, Any], world: str, facility: str) -> dict[str, Any]:
    """A body for an observation of a small world, with ids and a facility of its own."""
    return {
        "id": f"{world}-{each['id']}",
        "facility": facility,
        "date": each["date"],
        "method": "satellite_imagery",
        "findings": each["findings"],
        "related": [{**one, "observation": f"{world}-{one['observation']}"} for one in each["related"]],
        "citations": each["citations"],
    }


def _write(api: Api, world: list[dict[str, Any]], name: str, *, settled: bool = False) -> list[int]:
    """Write a world, every fourth observation on another facility, then revise half; return the change numbers.

    Some observations change their facility. Unless all sources are ``settled``, one comes after what cites it, and the
    others get another day later.
    """
    context = api.context
    components = [{"id": "pad", "name": "Pad"}, {"id": "stand", "name": "Stand"}]
    with context.database.writing() as connection:
        writer = Writer(connection, context.registry, "tests")

        def put(kind: str, body: dict[str, Any]) -> int:
            made = draft(context.registry.named(kind), context.registry, body)
            revision, _ = writer.gather(
                made, body["id"], stored=current_revision(connection, kind, body["id"])
            )
            writer.flush()
            return revision.seq

        def publish(source: str, published: str | None) -> int:
            return put("source", factories.source(id=f"{name}-{source}", published=published))

        publish("early", PUBLISHED["early"])
        publish("never", None)
        if settled:
            publish("late", PUBLISHED["late"])
        for facility in (name, f"{name}-other"):
            citations = [citation(f"{name}-early")]
            put("facility", factories.facility(id=facility, components=components, citations=citations))
        seqs = []
        revised = [{**each, "findings": world[number - 1]["findings"]} for number, each in enumerate(world)]
        for turn, each in enumerate([*world, *revised[::2]]):
            if turn == len(world) and not settled:
                seqs += [publish("late", PUBLISHED["late"]), publish("early", "2018-05")]
            body = _document(each, name, f"{name}-other" if turn % 4 == 3 else name)
            body["citations"] = [{**one, "source": f"{name}-{one['source']}"} for one in body["citations"]]
            seqs.append(put("observation", body))
        if settled:
            return seqs
        if world:
            seqs += [publish("never", "2018-02"), publish("early", PUBLISHED["early"])]
        else:
            publish("late", PUBLISHED["late"])
    return seqs


@pytest.mark.parametrize("settled", [False, True])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(worlds(10), st.data())
def test_the_decisive_evidence_gives_the_same_answer_as_all_of_it(
    service: Api, settled: bool, world: list[dict[str, Any]], data: st.DataObject
) -> None:
    name = f"w{next(_numbers)}"
    seqs = _write(service, world, name, settled=settled)
    for _ in range(4):
        values = {
            clock: day
            for clock in ("as_of", "published_until")
            if (
                day := data.draw(
                    st.sampled_from([None, *AS_OF, EARLY_IN_THE_MONTH, "2018-03-01", "2018-07-01"])
                )
            )
        }
        at = data.draw(st.sampled_from([None, *seqs[len(seqs) // 2 :]]))
        with service.context.database.reading(snapshot=True) as connection:
            assert not (settled and published(connection, "2018-07-01", at).stale)
        _same_of_all(service, name, world, values, at)


@pytest.mark.parametrize("settled", [False, True])
def test_what_was_public_before_the_day_that_it_counts_from_is_not_passed_over(
    service: Api, settled: bool
) -> None:
    early = [citation("early")]
    world = [
        observation("o-0", "2018-01", "intact", citations=early),
        observation("o-1", "2018-01-02", "damaged", citations=early),
    ]
    name = f"w{next(_numbers)}"
    _write(service, world, name, settled=settled)
    found = _same_of_all(service, name, world, {"published_until": EARLY_IN_THE_MONTH}, None)
    assert found.last_observed == "2018-01-31"
    earlier = {"published_until": EARLY_IN_THE_MONTH, "as_of": "2018-01-30"}
    assert _same_of_all(service, name, world, earlier, None).last_observed == "2018-01-02"


def _same_of_all(
    service: Api, name: str, world: list[dict[str, Any]], values: dict[str, str], at: int | None
) -> Status:
    """Return the status of a facility, which all evidence gives as well."""
    with service.context.database.reading(snapshot=True) as connection:
        facility = bodies_at(connection, "facility", [name], None)[name]
        ids = [f"{name}-{each['id']}" for each in world]
        observations = list(bodies_at(connection, "observation", ids, at).values())
        everything = Evidence(name)
        everything.add(observations, clocks_of(connection, observations, values, at))
        found, spoken_of = evidence.read_status(connection, facility, values, at)
        read = evidence.read_evidence(connection, name, values, at)
    assert found == status_of(facility["components"], everything)
    assert history_of(facility["components"], read) == history_of(facility["components"], everything)
    assert {each.observation for one in found.entries for each in one.findings} <= spoken_of.keys()
    return found


def test_what_is_read_does_not_grow_with_the_observations(service: Api) -> None:
    states = ["intact", "damaged", "damaged", "obscured"]
    days = [f"20{number // 12 + 10}-{number % 12 + 1:02}-01" for number in range(120)]
    world = [
        observation(f"o-{number}", day, states[number % 4], citations=[{"source": "early", "supports": []}])
        for number, day in enumerate(days)
    ]
    _write(service, world, "grown")
    with service.context.database.reading(snapshot=True) as connection:
        facility = bodies_at(connection, "facility", ["grown"], None)["grown"]
        found, spoken_of = evidence.read_status(connection, facility, {}, None)
    assert found.last_observed in days[-4:]
    assert len(spoken_of) <= 5
