"""Lists of parts over HTTP: their parameters and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from service.parts import features, feeds, tables
from service.parts.answers import page_schema
from service.parts.reading import count_left_out, count_rows, query_under, read_page
from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.coverage import coverage_of
from service.records.http import parameters
from service.records.http.lists import check_range
from service.records.http.paging import Page
from service.records.http.resource import RecordResource
from service.records.part_lists import PartFilter, PartList
from service.records.record_type import Filter, RecordType
from service.records.schemas.fields import Enumeration, Reference, Slug
from service.web.operation import Answer
from service.web.parameters import Parameter, TrueOrFalse
from service.web.resource import camel_case

Values = Mapping[str, Any]
SORTS = ("-date", "date", "id", "-id", "recorded_at", "-recorded_at")


class PartListResource(RecordResource):
    """A list of parts, whose operation has the words of this list."""

    def __init__(self, part_list: PartList) -> None:
        super().__init__(f"/v1/{part_list.name}", f"parts.{part_list.name}", tag="views")
        self.part_list = part_list

    def words(self, method: str) -> tuple[str, str, str]:
        """Return the name, summary and description of an operation."""
        name = self.part_list.name
        _, summary, description = super().words(method)
        description = f"{self.part_list.description} {description}"
        return camel_case(f"list_{name}"), summary.format(parts=name), description


def resources(context: Context) -> list[RecordResource]:
    """Return the resources of all lists of parts that record types declare."""
    found: list[RecordResource] = []
    for name, types in context.registry.part_lists.items():
        part_list = next(each for each in types[0].all_part_lists if each.name == name)
        view = partial(list_parts, context, part_list, types)
        shape = page_schema(part_list, types)
        question = f"/v1/{name}?{part_list.example}" if part_list.example else ""
        resource = PartListResource(part_list)
        forms = {
            **tables.forms_of(context, part_list, types),
            **features.forms_of(context, part_list, types),
            **feeds.of_parts(context, part_list, types),
        }
        found.append(resource.on_view(view, declared(part_list, types), shape, question, forms))
    return found


def list_parts(context: Context, part_list: PartList, types: Sequence[RecordType], values: Values) -> Answer:
    """List {parts}.

    Each row has its record and place, its date, and the citations that it rests on. Filters narrow the list together:
    those of the record select by it, the others select rows, not records that have such a row somewhere. Follow
    `next_cursor`, or the `Link` header, for further pages: none skips or repeats a row.

    Rows count whose date had certainly come by `as_of`, today (UTC) if not given, and under `published_until` those
    that one of their citations had told of; `left_out` counts the others. Nothing else is left out: what a later
    observation retracts, or a party denies, is among the rows as it stands in the record.
    """
    check_range(values)
    paging = Page(values)
    values = at_reference_date(values)
    with context.database.reading(snapshot=True) as connection:
        query = query_under(connection, part_list, types, values)
        page = read_page(connection, query, paging.after, paging.limit)
        total = {"total": count_rows(connection, query)} if values.get("count") else {}
        left_out = count_left_out(connection, query)
        coverage = coverage_of(connection, [each.name for each in query.types], values)
    next_cursor = paging.cursor(page.next_position)
    return paging.answer(
        {
            "items": page.rows,
            "next_cursor": next_cursor,
            **total,
            "left_out": left_out,
            "coverage": coverage,
        },
        next_cursor,
    )


def declared(part_list: PartList, types: Sequence[RecordType]) -> list[Parameter]:
    """Return the parameters of a list of parts: of its records, of the parts themselves, and of pages."""
    own = [_of_part_filter(each) for each in part_list.filters]
    taken = {each.name for each in own}
    found = _of_any_record(part_list, types)
    if len(types) == 1:
        of_record = [each for each in types[0].filters if each.name not in types[0].read_only]
        found += [parameters.of_filter(each) for each in of_record if each.name not in taken]
    else:
        names = Enumeration(
            *(each.name for each in types),
            description=f"Only {part_list.name} of records of one of these types (comma list).",
        )
        found.append(Parameter("type", names, many=True))
    sort = Enumeration(
        *SORTS,
        load_default=SORTS[0],
        description=f"Order, `-` for descending; `{SORTS[0]}` if not given. Ties go by record, then place in it.",
    )
    count = TrueOrFalse(load_default=False)
    count.metadata = {"description": "Whether to add `total`, the number of all rows selected."}
    return [
        *found,
        *own,
        Parameter("sort", sort),
        parameters.limit_or_all(),
        parameters.cursor(),
        Parameter("count", count),
        *parameters.view_clocks(),
        parameters.byte_order_mark(),
    ]


def _of_any_record(part_list: PartList, types: Sequence[RecordType]) -> list[Parameter]:
    """Return the parameters of the list of any type of records, for its parts."""
    name = part_list.name
    ids = Slug(f"Only {name} of records with one of these ids (comma list).")
    sources = Reference("source", f"Only {name} whose citations name one of these sources (comma list).")
    of_type = {each.name: each for each in parameters.many_records(types[0])}
    return [
        Parameter("id", ids, many=True),
        of_type["q"],
        Parameter("source", sources, many=True),
        of_type["recorded_after"],
        *parameters.date_range(name),
    ]


def _of_part_filter(each: PartFilter) -> Parameter:
    if each.match == "any_of":
        return Parameter(each.name, each.field, many=True)
    return parameters.of_filter(Filter(each.name, each.field, "name"))
