"""Minimal valid bodies of each type. They refer to the records in ``STANDING``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from service.app import RECORD_TYPES

Body = dict[str, Any]

SOURCE, SYSTEM, FACILITY, COMPONENT = "a-source", "a-system", "a-facility", "a-building"


def citation(source: str = SOURCE, **more: Any) -> Body:
    return {"source": source, **more}


def party(name: str, country: str | None = None, **more: Any) -> Body:
    return {"name": name, **({"country": country} if country else {}), **more}


def step(status: str, date: str, **more: Any) -> Body:
    return {"status": status, "date": date, **more}


def finding(state: str = "intact", component: str | None = COMPONENT, **more: Any) -> Body:
    return {"component": component, "state": state, **more}


def source(**changes: Any) -> Body:
    return {"title": "A report", "published": "2018-01-01", "kind": "news_article", **changes}


def system(**changes: Any) -> Body:
    return {"name": "Hwasong-1", "category": "srbm", "country": "PRK", "citations": [citation()], **changes}


def actor(**changes: Any) -> Body:
    return {
        "name": "Choe Son Hui",
        "kind": "person",
        "country": "PRK",
        "citations": [citation()],
        **changes,
    }


def summit(**changes: Any) -> Body:
    return {
        "title": "A meeting",
        "parties": [party("Kim Jong Un", "PRK"), party("Moon Jae-in", "KOR")],
        "steps": [step("proposed", "2018-03-05")],
        "citations": [citation()],
        **changes,
    }


def communication(**changes: Any) -> Body:
    return {
        "kind": "letter",
        "date": "2018-03-01",
        "from": party("Kim Jong Un", "PRK"),
        "summary": "Asks for a meeting.",
        "citations": [citation()],
        **changes,
    }


def parade(**changes: Any) -> Body:
    return {
        "title": "A parade",
        "date": "2018-02-08",
        "country": "PRK",
        "citations": [citation()],
        **changes,
    }


def facility(**changes: Any) -> Body:
    return {
        "name": "Yongbyon",
        "kind": "nuclear_complex",
        "country": "PRK",
        "place": {"country": "PRK"},
        "citations": [citation()],
        **changes,
    }


def observation(**changes: Any) -> Body:
    return {
        "facility": FACILITY,
        "date": "2018-04-01",
        "method": "satellite_imagery",
        "findings": [finding()],
        "citations": [citation()],
        **changes,
    }


BODIES: dict[str, Callable[..., Body]] = {
    "sources": source,
    "systems": system,
    "actors": actor,
    "summits": summit,
    "communications": communication,
    "parades": parade,
    "facilities": facility,
    "observations": observation,
}
# Paths of the types that are sorted by name, as they have no date.
UNDATED = frozenset(each.path for each in RECORD_TYPES if each.name_of)
TYPES = {path: body.__name__ for path, body in BODIES.items()}

STANDING: tuple[tuple[str, Body], ...] = (
    ("sources", source(id=SOURCE)),
    ("systems", system(id=SYSTEM)),
    (
        "facilities",
        facility(id=FACILITY, name="A facility", components=[{"id": COMPONENT, "name": "A building"}]),
    ),
)
