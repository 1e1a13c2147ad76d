"""Lists with any filters, in any order, at any instant, against looking at every record."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contracts import expected as e
from tests.contracts import world as w
from tests.contracts.api import Api
from tests.contracts.factories import UNDATED

World = w.World


def _any_of(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True).map(tuple)


def _numbered(prefix: str, count: int) -> st.SearchStrategy[tuple[str, ...]]:
    return _any_of(*(f"{prefix}-{number}" for number in range(count)))


DAYS = st.dates(w.FIRST_DAY, w.date(2019, 12, 31)).map(str)
BOXES = st.sampled_from(
    ("124,37,131,43", "-180,-90,180,90", "170,30,-170,45", "126,38,128,40", "0,0,1,1", "124,34,131,38")
)
PARTIES = st.sampled_from(
    ("KIM JONG UN", "김정은", "jose muller", "mo*", "Xi*", "nobody", "rocket man", "roc*", "kim", "un*")
)
FILTERS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "sources": {},
    "systems": {"category": _any_of(*w.CATEGORIES), "country": _any_of(*w.COUNTRIES)},
    "facilities": {
        "kind": _any_of(*w.SITES),
        "country": _any_of(*w.COUNTRIES),
        "bbox": BOXES,
        "near": st.sampled_from(("39.66,124.7,100", "39,127,400", "40,180,2000", "0,0,20000", "90,0,5700")),
    },
    "summits": {
        "status": _any_of(*w.STATUSES),
        "party": PARTIES,
        "actor": _numbered("act", 6),
        "party_country": _any_of(*w.COUNTRIES),
        "place": st.sampled_from(("singapore", "ha noi", "판문점", "p’anmunjom", "판*", "CAP*")),
        "country": _any_of(*w.COUNTRIES),
    },
    "actors": {
        "name": PARTIES,
        "kind": _any_of("person", "government"),
        "country": _any_of(*w.COUNTRIES),
    },
    "communications": {
        "party": PARTIES,
        "actor": _numbered("act", 6),
        "kind": _any_of(*w.LETTERS),
        "from_country": _any_of(*w.COUNTRIES),
        "to_country": _any_of(*w.COUNTRIES),
        "regarding": _any_of(*(f"summits/sum-{number}" for number in range(30))),
    },
    "parades": {
        "system": _numbered("sys", 12),
        "category": _any_of(*w.CATEGORIES),
        "presence": _any_of(*w.PRESENCES),
        "country": _any_of(*w.COUNTRIES),
    },
    "observations": {
        "facility": _numbered("fac", 14),
        "component": _any_of(*w.COMPONENTS),
        "state": _any_of(*w.STATES),
        "method": _any_of(*w.METHODS),
        "bbox": BOXES,
    },
}
for path, filters in FILTERS.items():
    filters["source"] = _numbered("sou", 8)
    filters["id"] = _numbered(path[:3], 30)
    filters["q"] = st.sampled_from(
        (*w.WORDS, "Okonomie", "basalt CUMULUS", "dovet*", "핵*", "dovetail aard*")
    )
    filters["recorded_after"] = st.just("")  # replaced by an instant of the record
    if path not in UNDATED:
        filters["from"], filters["to"] = DAYS, DAYS


# Filters that hold of one part are asked for together more often than chance would have it.
TOGETHER = {"parades": {"system", "category", "presence"}, "observations": {"component", "state", "bbox"}}


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, dict[str, Any], str, float, float | None, int]:
    """A list with some filters, an order, places in time, and a size of page."""
    path = draw(st.sampled_from(sorted(FILTERS)))
    names = draw(st.sets(st.sampled_from(sorted(FILTERS[path])), max_size=3))
    if path in TOGETHER:
        names |= draw(st.sets(st.sampled_from(sorted(TOGETHER[path]))))
    asked = {name: draw(FILTERS[path][name]) for name in sorted(names)}
    if "from" in asked and "to" in asked:
        asked["from"], asked["to"] = sorted((asked["from"], asked["to"]))
    key = "name" if path in UNDATED else "date"
    sort = draw(st.sampled_from((key, f"-{key}", "id", "-id", "recorded_at", "-recorded_at")))
    known = draw(st.none() | st.floats(0, 0.999))
    return path, asked, sort, draw(st.floats(0, 0.999)), known, draw(st.sampled_from((1, 3, 7, 500)))


def _key(path: str, sort: str, document: w.Document) -> tuple[str, str]:
    name = sort.removeprefix("-")
    if name == "date":
        days = e.bounds(path, document)
        return (days[0] if days else "", document["id"])
    if name == "name":
        return (e.folded(document["name"]), document["id"])
    return (document[name], document["id"])


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(lists())
def test_any_list_now_or_as_known_then_is_what_looking_at_every_record_finds(
    peopled: tuple[Api, World], asked_for: tuple[str, dict[str, Any], str, float, float | None, int]
) -> None:
    api, world = peopled
    path, asked, sort, after, known, limit = asked_for
    if "recorded_after" in asked:
        asked["recorded_after"] = world.instants[int(after * len(world.instants))]
    known_at = None if known is None else world.instants[int(known * len(world.instants))]
    expected = e.selected(world, path, asked, known_at)
    expected.sort(key=lambda each: _key(path, sort, each), reverse=sort.startswith("-"))
    query = {name: ",".join(value) if isinstance(value, tuple) else value for name, value in asked.items()}
    query |= {"sort": sort, "limit": limit, "count": "true"}
    if known_at:
        query["known_at"] = known_at
    pages = list(api.pages(path, query))
    found = [item for page in pages for item in page["items"]]
    assert [each["id"] for each in found] == [each["id"] for each in expected]
    assert found == expected
    assert {page["total"] for page in pages} == {len(expected)}


def test_the_random_record_has_something_for_each_filter_to_find_and_to_leave_out(
    peopled: tuple[Api, World],
) -> None:
    _, world = peopled
    for path in FILTERS:
        counted: Counter[str] = Counter()
        documents = world.held(path)
        for document in documents:
            for name, held in e.values(path, document).items():
                counted[name] += any(each is not None for each in held)
        for name in FILTERS[path].keys() & counted.keys():
            assert counted[name] > 0, (path, name)
