"""Text that would be SQL or a page elsewhere is text here: bound, kept and found as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from service.app import RECORD_TYPES
from service.records.http.routes import all_resources
from tests.contracts import factories
from tests.contracts.api import Api

# Of the form of an id, so that every filter takes it as far as the database.
MARKER = "zqx-marker-zqx"
HOSTILE = (
    "Robert'); DROP TABLE revisions;--",
    '" OR ""="',
    "%' AND 1=1 --",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "\\'; SELECT pg_sleep(10); --",
    ":value {body} %s %(x)s ?",
)


@contextmanager
def statements(service: Api) -> Iterator[list[str]]:
    """The text of every statement, without the values that are bound."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)

    event.listen(service.context.engine, "before_cursor_execute", note)
    yield seen
    event.remove(service.context.engine, "before_cursor_execute", note)


def test_no_value_of_a_query_or_path_is_in_the_text_of_sql(service: Api) -> None:
    service.furnish()
    reached = 0
    for resource in all_resources(service.context):
        path = resource.rule.replace("<id>", MARKER).replace("<int:number>", "1")
        for parameter in (
            resource.operations["GET"].parameters.declared if "GET" in resource.operations else ()
        ):
            with statements(service) as seen:
                service.get(path, {"q": MARKER, parameter.name: MARKER})
                service.get(path, {parameter.name: MARKER})
            assert not [each for each in seen if MARKER in each]
            reached += len(seen)
    assert reached > 50


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.name)
def test_no_value_of_a_body_is_in_the_text_of_sql(service: Api, record_type: Any) -> None:
    service.furnish()
    body = factories.BODIES[record_type.path](note=MARKER)
    with statements(service) as seen:
        assert service.put(f"{record_type.path}/{MARKER}", body | {"id": MARKER}).status_code == 201
        assert service.delete(f"{record_type.path}/{MARKER}", {"reason": MARKER}).status_code == 204
    # Rows go into PostgreSQL by COPY, which is no statement with values; the deletion ends them.
    assert any("UPDATE revisions" in each for each in seen)
    assert not [each for each in seen if MARKER in each]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_sql_or_html_is_stored_and_found_unchanged(service: Api, text: str) -> None:
    made = service.make("sources", title=text, publisher=text)
    read = service.get(made["self"])
    assert read.json["title"] == text
    assert read.content_type == "application/json"
    assert read.headers["X-Content-Type-Options"] == "nosniff"
    for path in ("sources", "search"):
        assert service.get(path, {"q": text}).status_code in (200, 400)
    assert made["id"] in service.ids("sources")
