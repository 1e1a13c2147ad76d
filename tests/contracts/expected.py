"""What a list must hold, found by looking at every record."""

from __future__ import annotations

import copy
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from tests.contracts.factories import UNDATED
from tests.contracts.world import Document, World


def folded(text: str) -> str:
    """Without case and accents; what stands between words is one space."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", re.sub(r"[\s'’-]+", " ", plain.casefold()).strip())


def holds_words(name: str, wanted: str) -> bool:
    """Whether a name holds all words of a text, in any order; ``*`` ends a prefix."""
    words = [*folded(name).split(), *folded(re.sub("['’-]", "", name)).split()]
    return all(
        any(word.startswith(each[:-1]) if each.endswith("*") else word == each for word in words)
        for each in folded(wanted).split()
    )


def bounds(path: str, document: Document) -> tuple[str, str] | None:
    """The record's first and last day; an open end counts as the known one."""
    if path in UNDATED:
        return None
    dated, name = document, "published" if path == "sources" else "date"
    if path == "summits" and document["date"] is None:
        dated = document["steps"][-1]
    earliest, latest = dated[f"{name}_earliest"], dated[f"{name}_latest"]
    if earliest is None and latest is None:
        return None
    return earliest or latest, latest or earliest


def values(path: str, document: Document) -> dict[str, list[Any]]:
    """What each filter of a type compares with."""
    place = document.get("place") or {}
    found = {
        "id": [document["id"]],
        "source": list(_sources(document)),
        "country": [place.get("country") if path == "summits" else document.get("country")],
        "kind": [document.get("kind")],
        "category": [document.get("category")],
    }
    if path == "summits":
        found["status"] = [document["status"]]
        found["party"] = [party["name"] for party in document["parties"]]
        found["party_country"] = [party["country"] for party in document["parties"]]
        found["place"] = [place.get("name")]
        found["actor"] = [party["actor"] for party in document["parties"]]
    if path == "actors":
        found["name"] = _names(document)
    if path == "communications":
        found["party"] = [party["name"] for party in _parties(path, document)]
        found["actor"] = [party["actor"] for party in _parties(path, document)]
        found["from_country"] = [document["from"]["country"]]
        found["to_country"] = [(document["to"] or {}).get("country")]
        found["regarding"] = [f"{each['type']}s/{each['id']}" for each in document["regarding"]]
    if path == "parades":
        found["system"] = [each["system"] for each in document["appearances"]]
        found["category"] = [each["category"] for each in document["appearances"]]
        found["presence"] = [each["presence"] for each in document["appearances"]]
    if path == "observations":
        found["facility"], found["method"] = [document["facility"]], [document["method"]]
        found["state"] = [each["state"] for each in document["findings"]]
        found["component"] = [each["component"] for each in (*document["findings"], *document["activity"])]
    return found


def _sources(part: Any) -> Iterable[str]:
    if isinstance(part, list):
        for each in part:
            yield from _sources(each)
    elif isinstance(part, dict):
        for name, value in part.items():
            if name == "source" or (name == "republishes" and value):
                yield value
            else:
                yield from _sources(value)


def inside(box: str, latitude: float, longitude: float) -> bool:
    west, south, east, north = map(float, box.split(","))
    across = west <= longitude <= east if west <= east else longitude >= west or longitude <= east
    return south <= latitude <= north and across


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance by the angle between two vectors."""

    def vector(latitude: float, longitude: float) -> tuple[float, float, float]:
        phi, theta = math.radians(latitude), math.radians(longitude)
        return math.cos(phi) * math.cos(theta), math.cos(phi) * math.sin(theta), math.sin(phi)

    cosine = sum(x * y for x, y in zip(vector(*one), vector(*other), strict=True))
    return 6371.0088 * math.acos(max(-1.0, min(1.0, cosine)))


def position(document: Document) -> tuple[float, float] | None:
    place = document["place"]
    return None if place["latitude"] is None else (place["latitude"], place["longitude"])


def selected(
    world: World, path: str, asked: Mapping[str, Any], known_at: str | None = None
) -> list[Document]:
    """The records that a list with these parameters must hold, in no order, found by looking at each."""
    facilities = {each["id"]: each for each in world.held("facilities", known_at)}
    categories = {each["id"]: each["category"] for each in world.held("systems", known_at)}
    named = {each["id"]: _names(each) for each in world.held("actors", known_at)}
    documents = world.held(path, known_at)
    if path == "parades":
        if "presence" in asked:
            documents = [each for each in documents if _shows(each, categories, asked)]
            asked = {n: v for n, v in asked.items() if n != "presence" and not _with_presence(n, asked)}
        # A system that was shown, or missing, is of its category.
        documents = copy.deepcopy(documents)
        for document in documents:
            for part in document["appearances"]:
                part["category"] = part["category"] or categories[part["system"]]
    kept = {each["id"]: each for each in world.held(path, known_at)}
    return [
        kept[document["id"]]
        for document in documents
        if all(
            _matches(path, document, name, wanted, facilities)
            or (
                name == "party"
                and any(holds_words(each, wanted) for each in _of_actors(path, document, named))
            )
            for name, wanted in asked.items()
            if name not in ("from", "to")
        )
        and _overlaps(path, document, asked.get("from"), asked.get("to"))
        and _of_one_part(path, document, asked)
    ]


def _names(actor: Document) -> list[str]:
    return [each["name"] for each in (actor, *actor["aliases"])]


def _of_actors(path: str, document: Document, named: Mapping[str, list[str]]) -> Iterable[str]:
    """The names of the actors that the parties of a record are."""
    for party in _parties(path, document):
        yield from named.get(party["actor"], ())


def _parties(path: str, document: Document) -> list[Document]:
    if path == "communications":
        return [party for party in (document["from"], document["to"]) if party]
    return document["parties"]


def _with_presence(name: str, asked: Mapping[str, Any]) -> bool:
    return "presence" in asked and name in ("system", "category")


def _shows(parade: Document, category_of: Mapping[str, str], asked: Mapping[str, Any]) -> bool:
    """Whether a system, and a category, has a presence asked for; without either, any appearance."""
    statements = parade["appearances"]

    def strongest(said: set[str]) -> str | None:
        return next((each for each in ("displayed", "absent", "not_observed") if each in said), None)

    def of_category(category: str) -> str | None:
        own = {each["presence"] for each in statements if each["category"] == category}
        shown = {
            each["presence"]
            for each in statements
            if each["presence"] == "displayed" and each["system"] and category_of[each["system"]] == category
        }
        return strongest(own | shown)

    def of_system(system: str) -> str | None:
        said = {each["presence"] for each in statements if each["system"] == system}
        category = category_of.get(system)
        if category is not None and of_category(category) != "displayed":
            said |= {each["presence"] for each in statements if each["category"] == category}
        return strongest(said)

    wanted = asked["presence"]
    if "system" in asked and not any(of_system(each) in wanted for each in asked["system"]):
        return False
    if "category" in asked and not any(of_category(each) in wanted for each in asked["category"]):
        return False
    named = "system" in asked or "category" in asked
    return named or any(each["presence"] in wanted for each in statements)


def _of_one_part(path: str, document: Document, asked: Mapping[str, Any]) -> bool:
    """What is asked of a component and its state must hold of the same part."""
    name, pairs = {
        "observations": ("findings", (("component", "state"),)),
    }.get(path, ("", ()))
    return all(
        any(part[one] in asked[one] and part[other] in asked[other] for part in document[name])
        for one, other in pairs
        if one in asked and other in asked
    )


def _overlaps(path: str, document: Document, start: str | None, end: str | None) -> bool:
    if start is None and end is None:
        return True
    days = bounds(path, document)
    return days is not None and (start is None or days[1] >= start) and (end is None or days[0] <= end)


def _matches(
    path: str, document: Document, name: str, wanted: Any, facilities: Mapping[str, Document]
) -> bool:
    if name == "q":
        words = folded(document["note"] or "").split()
        return all(
            any(word.startswith(each[:-1]) if each.endswith("*") else word == each for word in words)
            for each in folded(wanted).split()
        )
    if name == "recorded_after":
        return document["recorded_at"] > wanted
    if name in ("bbox", "near"):
        site = facilities.get(document["facility"]) if path == "observations" else document
        where = position(site) if site else None
        if where is None:
            return False
        if name == "bbox":
            return inside(wanted, *where)
        latitude, longitude, reach = map(float, wanted.split(","))
        return kilometres((latitude, longitude), where) <= reach
    held = values(path, document)[name]
    if name in ("party", "place", "name"):
        return any(holds_words(text, wanted) for text in held if text)
    return not set(wanted).isdisjoint(held)
