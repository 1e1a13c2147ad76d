"""The page of a list of parts: steps, appearances, findings, claims; each with the quotes that it rests on."""

from __future__ import annotations

from service.pages.asked import Asked
from service.pages.forms import chips_of, controls_of, sorts_of
from service.pages.structured_data import data_set
from service.pages.words import label
from service.parts.routes import SORTS, PartListResource
from service.records.http.answers import shape_view
from service.web.operation import Answer


def parts_page(asked: Asked) -> Answer:
    """Return the page of a list of parts."""
    document, resource = asked.document, asked.resource
    assert isinstance(resource, PartListResource)
    assert resource.shaped_by is not None
    part_list = resource.part_list
    names = asked.names()
    inline = shape_view(resource.shaped_by, {**asked.taken, "expand": part_list.references})
    inlined = inline(document)["items"] if inline else document["items"]
    rows = [(part_list.line(row), str(row.get(part_list.says) or ""), row) for row in inlined]
    return asked.page(
        "parts_list.html",
        label(part_list.name),
        document=document,
        names=names,
        json_ld=data_set(asked, f"Peninsula: {label(part_list.name)}", part_list.description),
        rows=rows,
        path=resource.rule,
        description=part_list.description,
        controls=controls_of(asked),
        chips=chips_of(asked),
        sorts=sorts_of(asked, SORTS),
        sort=asked.taken.get("sort", ""),
        count_url=asked.to.here(count="true"),
        next_url=asked.to.next_page(document["next_cursor"]),
        first_url=asked.to.here() if "cursor" in asked.taken else None,
    )
