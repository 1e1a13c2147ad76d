"""Writing a story's records over HTTP, each with the sources that it cites, and reading answers about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.contracts.api import Api
from tests.contracts.factories import party
from tests.contracts.stories.sources import SOURCES

Body = dict[str, Any]

KIM_JONG_UN = party("Kim Jong Un", "PRK", office="Chairman of the State Affairs Commission")
TRUMP = party("Donald J. Trump", "USA", office="President")
WHITE_HOUSE = party("White House", "USA")


def cite(*sources: str) -> list[Body]:
    return [{"source": source} for source in sources]


def appearance(system: str | None, presence: str, *sources: str, **more: Any) -> Body:
    """An appearance as a source states it; without a system, ``category`` is given."""
    named = {"system": system} if system else {}
    return {**named, "presence": presence, "basis": "stated", "citations": cite(*sources), **more}


def add_sources(api: Api, *sources: str) -> None:
    """Create sources that are not there yet."""
    held = set(api.ids("sources", {"id": ",".join(sources), "limit": 500})) if sources else set()
    for source in sources:
        if source not in held:
            api.create("sources", SOURCES[source])


def write(api: Api, path: str, *bodies: Body) -> list[Body]:
    """Create records, after the sources they cite that are not there yet."""
    add_sources(api, *dict.fromkeys(sources_in(list(bodies))))
    return [api.create(path, body) for body in bodies]


def sources_in(part: Any) -> Iterator[str]:
    """The ids of the sources that a body or an answer cites, wherever it does."""
    if isinstance(part, list):
        for each in part:
            yield from sources_in(each)
    elif isinstance(part, dict):
        for name, each in part.items():
            if name == "citations":
                yield from (citation["source"] for citation in each)
            else:
                yield from sources_in(each)


def cited(part: Body) -> list[str]:
    """The sources of one statement of an answer."""
    return [citation["source"] for citation in part["citations"]]


def situation(api: Api, **clocks: str) -> Body:
    return api.read("situation", clocks)


def preparing(answer: Body) -> dict[str, str]:
    return {each["record"]["id"]: each["status"] for each in answer["summits_in_preparation"]}


def last_held(answer: Body) -> str | None:
    return answer["last_summit_held"] and answer["last_summit_held"]["record"]["id"]


def standing(api: Api, path: str, **clocks: str) -> tuple[str | None, str | None]:
    """The status of a summit and since when."""
    summit = api.read(path, clocks)
    return summit["status"], summit["status_since"]


def timeline(api: Api, **query: Any) -> list[tuple[str, str]]:
    """The entries, oldest first: date, and record with pointer; ``since`` stands for ``from``."""
    if "since" in query:
        query["from"] = query.pop("since")
    items = api.items("timeline", {"sort": "date", **query})
    return [(each["date"], each["record"]["id"] + each["pointer"]) for each in items]


def status(api: Api, facility: str, **clocks: str) -> Body:
    return api.read(f"facilities/{facility}/status", clocks)


def entry(answer: Body, component: str | None, aspect: str = "integrity") -> Body:
    """What a status says of a component."""
    (found,) = [
        each for each in answer["components"] if (each["component"], each["aspect"]) == (component, aspect)
    ]
    return found


def comparison(api: Api, parade: str, **query: str) -> Body:
    return api.read(f"parades/{parade}/comparison", query)


def named(group: list[Body]) -> list[str]:
    """The systems or categories of a group of a comparison."""
    return [each.get("system") or each["category"] for each in group]


def of(group: list[Body], name: str) -> Body:
    (found,) = [each for each in group if (each.get("system") or each["category"]) == name]
    return found
