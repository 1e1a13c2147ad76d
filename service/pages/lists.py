"""The page of a type's list: what there is, filters as a form and as chips, order, further pages, downloads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from service.pages.asked import Asked
from service.pages.figures import figure_of_list
from service.pages.forms import chips_of, controls_of, sorts_of
from service.pages.names import line_of
from service.pages.structured_data import data_set
from service.pages.words import korean, plural
from service.records.headlines import Headline, cited_sources, references_of
from service.records.http.lists import read_list
from service.records.record_type import RecordType
from service.records.schemas.fields import Enumeration
from service.records.schemas.notations import Country
from service.web.operation import Answer

# Both say when: a list has a column for it.
_MOST_FACTS = 3
_MOST_PUBLISHERS = 2


@dataclass(frozen=True)
class Row:
    """A record in a list.

    :param facts: (label, kind, value) of what is worth knowing of it at a glance.
    """

    path: str
    line: str
    korean: Markup
    date: str | None
    facts: tuple[tuple[str, str, str], ...]
    publishers: tuple[str, ...]
    more_publishers: int


def list_page(asked: Asked) -> Answer:
    """Return the page of a list."""
    record_type, context = asked.record_type, asked.context
    found = read_list(context, record_type, asked.taken, references_of(record_type, context.shapes))
    rows = [_row(record_type, document) for document in found.read()]
    answer = found.asked.answer(None, found.next_cursor)
    current = asked.taken.get("sort", record_type.sorts[0])
    page = asked.page(
        (f"lists/{record_type.path}.html", "list.html"),
        plural(record_type),
        headers_of_view=False,
        record_type=record_type,
        json_ld=data_set(asked, f"Peninsula: {plural(record_type)}", record_type.description),
        rows=rows,
        figure=figure_of_list(asked),
        is_dated=any(row.date for row in rows),
        total=found.total,
        count_url=asked.to.here(count="true"),
        next_url=asked.to.next_page(found.next_cursor),
        first_url=asked.to.here() if "cursor" in asked.taken else None,
        controls=controls_of(asked),
        chips=chips_of(asked),
        sorts=sorts_of(asked, record_type.sorts),
        sort="" if current == record_type.sorts[0] else current,
    )
    return Answer(page.content, answer.headers, tag=page.tag)


def _row(record_type: RecordType, document: dict[str, Any]) -> Row:
    declared = record_type.declared(Headline)
    publishers = list(
        dict.fromkeys(
            each.source["publisher"]
            for each in cited_sources(document.get("citations", ()))
            if each.source["publisher"]
        )
    )
    return Row(
        document["self"],
        line_of(record_type, document),
        korean(document),
        declared.date(document) if declared else None,
        tuple(_facts(record_type, document)),
        tuple(publishers[:_MOST_PUBLISHERS]),
        max(0, len(publishers) - _MOST_PUBLISHERS),
    )


def _facts(record_type: RecordType, document: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return the values of the first fields that are a choice or a country."""
    declared = {**record_type.read_only, **record_type.schema().fields}
    found = []
    for name, each in declared.items():
        kind = "words" if isinstance(each, Enumeration) else "country" if isinstance(each, Country) else ""
        if kind and document.get(name):
            found.append((name, kind, document[name]))
    return found[:_MOST_FACTS]
