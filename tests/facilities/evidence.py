"""Observations to reason about, as documents, and small worlds of them for properties."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from service.evidence.findings import STATES_OF_ASPECT
from service.evidence.withdrawals import Evidence
from service.facilities.status import Status, StatusEntry, status_of
from service.records.clocks import Clocks
from service.records.schemas.dates import bounds

FACILITY = "sohae"
COMPONENTS = [{"id": "pad", "name": "Pad"}, {"id": "stand", "name": "Stand"}]
Document = dict[str, Any]


def citation(source: str, *supports: str) -> Document:
    return {"source": source, "quote": None, "locator": None, "supports": list(supports)}


def finding(state: str = "intact", component: str | None = "pad", aspect: str = "integrity") -> Document:
    return {"component": component, "aspect": aspect, "state": state}


def relation(kind: str, observation: str, *components: str) -> Document:
    return {"observation": observation, "relation": kind, "components": list(components)}


def observation(record_id: str, date: str, *findings: Document | str, **more: Any) -> Document:
    """An observation of the facility; a state alone is a finding on the pad's integrity."""
    found = bounds(date)
    return {
        "id": record_id,
        "facility": FACILITY,
        "date": date,
        "date_earliest": found.earliest,
        "date_latest": found.latest,
        "findings": [finding(each) if isinstance(each, str) else each for each in findings],
        "related": [],
        "citations": [citation("a-source")],
        **more,
    }


def evidence_of(observations: Iterable[Document], clocks: Clocks | None = None) -> Evidence:
    evidence = Evidence(FACILITY)
    evidence.add(observations, clocks or Clocks())
    return evidence


def status(observations: Iterable[Document], clocks: Clocks | None = None) -> Status:
    return status_of(COMPONENTS, evidence_of(observations, clocks))


def public(*sources: str, as_of: str | None = None) -> Clocks:
    """Clocks under which these sources had appeared."""
    return Clocks(as_of, "2018-12-31", frozenset(sources).__contains__)


# Few days, components and states, so that runs, ties and conflicts come often.
days = st.sampled_from(
    ["2018-01-01", "2018-01-02", "2018-01-03", "2018-01-02/2018-01-03", "2018-01", "2018-01-04/.."]
)
AS_OF = ["2017-12-31", "2018-01-01", "2018-01-02", "2018-01-03", "2018-01-04", "2018-01-31"]
SOURCES = ["early", "late", "never"]
_states = {aspect: st.sampled_from(states[:4] + states[-2:]) for aspect, states in STATES_OF_ASPECT.items()}


@st.composite
def _finding(draw: st.DrawFn) -> Document:
    aspect = draw(st.sampled_from(["integrity", "integrity", "integrity", "position"]))
    return finding(draw(_states[aspect]), draw(st.sampled_from(["pad", "stand", None])), aspect)


@st.composite
def worlds(draw: st.DrawFn, most: int = 8) -> list[Document]:
    """Some observations, which may withdraw one another, also in circles."""
    ids = [f"o-{number}" for number in range(draw(st.integers(0, most)))]
    made = []
    for record_id in ids:
        findings = draw(st.lists(_finding(), min_size=1, max_size=3))
        related = [
            relation(kind, other, *components)
            for other, kind, components in draw(
                st.lists(
                    st.tuples(
                        st.sampled_from(ids),
                        st.sampled_from(["retracts", "supersedes", "contradicts"]),
                        st.sampled_from([(), (), ("pad",), ("pad", "stand")]),
                    ),
                    max_size=2,
                )
            )
            if other != record_id
        ]
        supports = st.sampled_from([(), ("/findings/0",), ("/date",), ("/findings/0/state",)])
        citations = draw(st.lists(st.tuples(st.sampled_from(SOURCES), supports), min_size=1, max_size=2))
        made.append(
            observation(
                record_id,
                draw(days),
                *findings,
                related=related,
                citations=[citation(source, *places) for source, places in citations],
            )
        )
    return made


def pad(found: Status, aspect: str = "integrity") -> StatusEntry:
    (entry,) = [each for each in found.entries if (each.component, each.aspect) == ("pad", aspect)]
    return entry
