"""The pages of OGC API Features: the same collections and features, for those who look before they load them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.pages.asked import Asked, Trail
from service.pages.documents import title_here
from service.pages.forms import chips_of, controls_of
from service.pages.words import label, plural
from service.web.operation import Answer

_TOP: Trail = [("Features", "/ogc")]
_COLLECTIONS: Trail = [*_TOP, ("Collections", "/ogc/collections")]
_METHODS = ("get", "post", "put", "patch", "delete")


def items_page(asked: Asked) -> Answer:
    """Return the page of the features of a collection, as a table."""
    document = asked.document
    following = next((each["href"] for each in document["links"] if each["rel"] == "next"), None)
    return asked.page(
        "features/items.html",
        f"{plural(asked.record_type)} as features",
        trail=_below_collection(asked),
        document=document,
        rows=[(_called(each["properties"]), each) for each in document["features"]],
        path=asked.resource.rule,
        controls=controls_of(asked),
        chips=chips_of(asked),
        next_url=following and asked.to.root + following.removeprefix(asked.base),
    )


def item_page(asked: Asked) -> Answer:
    """Return the page of a feature: its properties, with a link to the record."""
    document = asked.document
    return asked.page(
        "features/item.html",
        _called(document["properties"]),
        trail=[*_below_collection(asked), ("Items", asked.resource.rule.rpartition("/")[0])],
        document=document,
        record=f"/v1/{asked.record_type.path}/{document['id']}",
    )


def queryables_page(asked: Asked) -> Answer:
    """Return the page of what filters of a collection may name."""
    return asked.page(
        "features/queryables.html",
        f"What filters of {plural(asked.record_type).lower()} may name",
        trail=_below_collection(asked),
        document=asked.document,
        items=asked.resource.rule.replace("/queryables", "/items"),
    )


def definition_page(asked: Asked) -> Answer:
    """Return the page of a description in OpenAPI: what it describes, and the file to download."""
    document = asked.document
    operations = [
        (method.upper(), path, item[method]["summary"])
        for path, item in document["paths"].items()
        for method in _METHODS
        if method in item
    ]
    return asked.page(
        "features/definition.html",
        f"The features in OpenAPI {title_here()}",
        trail=_TOP,
        document=document,
        operations=operations,
    )


def _below_collection(asked: Asked) -> Trail:
    path = "/".join(asked.resource.rule.split("/")[:4])
    return [*_COLLECTIONS, (label(asked.record_type.path), path)]


def _called(properties: Mapping[str, Any]) -> str:
    """Return the title or name of a feature, else its facility and day, as its properties tell them."""
    own = properties.get("title") or properties.get("name")
    return str(
        own or " ".join(str(properties[each]) for each in ("facility", "date") if properties.get(each))
    )
