"""Which views can be drawn: they are answered as SVG too, and new ones as the table of the drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from service.formats.csv import CSV
from service.formats.geojson import GEOJSON, Feature
from service.formats.svg import SVG
from service.formats.xlsx import XLSX
from service.pages.drawings.drawing import Drawing
from service.pages.drawings.grid import draw_comparison, draw_grid
from service.pages.drawings.map import MapPlace, draw_map
from service.pages.drawings.steps import draw_steps
from service.pages.drawings.strip import draw_strip
from service.pages.names import korean_names
from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.http.answers import resolve_known_at
from service.records.http.forms.tables import table_of
from service.records.http.resource import RecordResource
from service.records.newest import newest_instant
from service.records.publication import clocks_of
from service.web.negotiation import Representation
from service.web.operation import Answer, View
from service.web.parameters import parameter_error
from service.web.resource import Resource

Draw = Callable[[Context, Any, Mapping[str, Any]], Drawing]


def strip_of(_: Context, document: Any, __: Mapping[str, Any]) -> Drawing:
    """Return the strip of the periods of a facility."""
    return draw_strip(document)


def grid_of(context: Context, document: Any, values: Mapping[str, Any]) -> Drawing:
    """Return the grid of systems by parades."""
    return draw_grid(document, korean_names(context, "system", document["systems"], values))


def grid_of_two(context: Context, document: Any, values: Mapping[str, Any]) -> Drawing:
    """Return the grid of the two parades of a comparison."""
    systems = [each for group in document["systems"].values() for each in group]
    return draw_comparison(document, korean_names(context, "system", systems, values))


# By the rule of their URL: what draws the document of each.
DRAWN: Mapping[str, Draw] = {
    "/v1/facilities/<id>/status/periods": strip_of,
    "/v1/presence": grid_of,
    "/v1/parades/<id>/comparison": grid_of_two,
}
# Those whose table is offered as well.
_TABLES = ("/v1/facilities/<id>/status/periods", "/v1/presence")
_NAMING = ("name", "title", "facility")


def add_pictures(context: Context, resources: Iterable[Resource]) -> None:
    """Have what can be drawn be answered as SVG: the views in ``DRAWN``, and as a map each list of places."""
    for resource in resources:
        operation = resource.operations.get("GET")
        if operation is None:
            continue
        forms: dict[Representation, View] = {}
        if draw := DRAWN.get(resource.rule):
            forms[SVG] = partial(_picture, context, draw, operation.view)
            if resource.rule in _TABLES:
                forms[CSV] = forms[XLSX] = partial(_table, context, draw, operation.view)
        elif resource.rule == "/v1/summits/<id>":
            forms[SVG] = partial(_steps, context, operation.view)
        elif GEOJSON in operation.forms and _is_list(resource):
            forms[SVG] = partial(_map, resource.rule, operation.forms[GEOJSON])
        if forms:
            resource.operations["GET"] = replace(
                operation, forms={**operation.forms, **forms}, offered=(*operation.offered, *forms)
            )


def _is_list(resource: Resource) -> bool:
    """Return whether a resource is the list of a type of records."""
    record_type = resource.record_type if isinstance(resource, RecordResource) else None
    return record_type is not None and resource.rule == f"/v1/{record_type.path}"


def map_of(rule: str, features: Iterable[Feature]) -> Drawing:
    """Return the map of the features of a list, titled by the last segment of its rule."""
    title = rule.rpartition("/")[2].replace("_", " ").capitalize()
    return draw_map(title, [_place(each) for each in features])


def _place(feature: Feature) -> MapPlace:
    told = feature.properties
    return MapPlace(
        name=str(next((told[each] for each in _NAMING if told.get(each)), told["id"])),
        url=told["self"],
        kind=str(told.get("kind") or told["type"]).replace("_", " "),
        position=feature.position,
        precision=told.get("place_precision") or "",
    )


def _picture(context: Context, draw: Draw, view: View, *given: Any) -> Answer:
    answer: Answer = view(*given)
    return replace(answer, content=draw(context, answer.document, given[-1]).standalone)


def _steps(context: Context, view: View, summit_id: str, values: Mapping[str, Any]) -> Answer:
    answer: Answer = view(summit_id, values)
    return replace(answer, content=steps_under_clocks(context, answer.document, values).standalone)


def steps_under_clocks(context: Context, summit: Mapping[str, Any], values: Mapping[str, Any]) -> Drawing:
    """Return the drawing of the steps that count under the clocks: a record is read with all that it has."""
    values = at_reference_date(values)
    with context.database.reading(snapshot=True) as connection:
        clocks = clocks_of(connection, [summit], values, resolve_known_at(connection, values))
    counting = [step for step in summit["steps"] if clocks.holds(step, summit)]
    return draw_steps({**summit, "steps": counting}, left_out=len(summit["steps"]) - len(counting))


def _table(context: Context, draw: Draw, view: View, *given: Any) -> Answer:
    values: Mapping[str, Any] = given[-1]
    if values.get("fields"):
        detail = "The table has the columns of the drawing: ask for format=json to choose fields."
        raise parameter_error("fields", "not_in_this_form", detail)
    with context.database.reading(snapshot=True) as connection:
        known_at = values.get("known_at") or newest_instant(connection)
    answer: Answer = view(*given)
    drawn = draw(context, answer.document, values).table
    return replace(answer, content=table_of(drawn.columns, drawn.rows, None, known_at, values))


def _map(rule: str, view: View, *given: Any) -> Answer:
    answer: Answer = view(*given)
    return replace(answer, content=map_of(rule, answer.content.features).standalone)
