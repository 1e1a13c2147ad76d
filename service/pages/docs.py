"""The pages of the API reference: what there is, an operation with a form to try it, a shape."""

from __future__ import annotations

from service.pages.asked import Asked
from service.pages.words import label
from service.web.negotiation import JSON
from service.web.operation import Answer

_TRAIL = ("API reference", "/docs")


def docs_page(asked: Asked) -> Answer:
    """Return the page of what holds for every operation, with a link to each."""
    return asked.page("docs.html", _TRAIL[0], document=asked.document)


def operation_page(asked: Asked) -> Answer:
    """Return the page of an operation."""
    document = asked.document
    path = document["path"]
    for each in document["parameters"]:
        if each["in"] == "path":
            path = path.replace(f"{{{each['name']}}}", str(each.get("example", each["name"])))
    return asked.page(
        "operation.html",
        document["summary"],
        trail=[_TRAIL],
        document=document,
        path=path,
        preferred=JSON.name,
        base=asked.base,
    )


def shape_page(asked: Asked) -> Answer:
    """Return the page of a shape."""
    name = asked.path["shape"]
    return asked.page("shape.html", label(name), trail=[_TRAIL], name=name, document=asked.document)
