"""How records are answered: problems for what is missing, documents trimmed and with references inlined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from flask import g, request
from marshmallow import Schema
from sqlalchemy import Connection

from service.records.clocks import at_reference_date
from service.records.context import Context, current
from service.records.http.clocked import clock
from service.records.inlining import inline, keep
from service.records.reading import bodies_at, change_at, reason_of
from service.records.record_type import RecordType
from service.records.revisions import StoredRevision
from service.records.shapes import Tree, UnknownPath, is_page
from service.web import problem_catalogue as kinds
from service.web.links import link_header, url
from service.web.parameters import parameter_error
from service.web.problem import Problem

CLOCKS = ("as_of", "published_until", "known_at")


def under_clocks(path: str, values: Mapping[str, Any]) -> str:
    """Return the URL of another view under the clocks of this request."""
    query = urlencode([(name, values[name]) for name in CLOCKS if name in values])
    return f"{path}?{query}" if query else path


def url_of(record_type: RecordType, record_id: str) -> str:
    """Return the path of a record."""
    return f"/v1/{record_type.path}/{record_id}"


def not_found(record_type: RecordType, record_id: str, *, then: bool = False) -> Problem:
    """Return the problem for a record that does not exist, or did not then."""
    when = " had been recorded at that instant" if then else ""
    return Problem(kinds.NOT_FOUND, f"No {record_type.name} {record_id[:80]!r}{when or ' exists'}.")


def deleted(connection: Connection, record_type: RecordType, revision: StoredRevision) -> Problem:
    """Return the problem for a deleted record, with the reason that was given and the way to its last content."""
    reason = reason_of(connection, revision.seq)
    why = f" Reason given: {reason}" if reason else ""
    history = f"{url_of(record_type, revision.id)}/revisions"
    last = f"{history}/{revision.revision - 1}"
    return Problem(
        kinds.RECORD_DELETED,
        f"The {record_type.name} {revision.id!r} was deleted at {revision.recorded_at}. PUT brings it back.{why}",
        headers={"Link": link_header({"latest-version": last, "version-history": history})},
        last_revision=last,
        deleted_at=revision.recorded_at,
        reason=reason,
    )


def resolve_known_at(connection: Connection, values: Mapping[str, Any]) -> int | None:
    """Return the change number that ``known_at`` asks about, ``None`` for now."""
    return change_at(connection, values["known_at"]) if "known_at" in values else None


def shape_trees(context: Context, shape: str, values: Mapping[str, Any]) -> tuple[Tree, Tree]:
    """Return what to inline and what to keep; raises ``Problem`` 400 for paths that there are not.

    ``shape`` is the name of a record type, or that of a view's answer (``Shapes.of_view``).
    """
    expanded: Tree = {}
    name = "expand"
    try:
        expanded = context.shapes.follow(shape, values.get("expand", ()))
        name = "fields"
        return expanded, context.shapes.select(shape, values.get("fields", ()), expanded)
    except UnknownPath as error:
        raise parameter_error(name, "unknown_path", str(error)) from None


def shaped(
    context: Context,
    connection: Connection,
    shape: str,
    documents: Iterable[dict[str, Any]],
    trees: tuple[Tree, Tree],
    values: Mapping[str, Any],
) -> list[dict[str, Any]]:
    """Return documents with references inlined and members left out as asked.

    What is inlined is as held at ``known_at`` and under the other clocks in ``values``, of which ``as_of`` is set.
    """
    all_documents = list(documents)
    if trees[0]:
        at = resolve_known_at(connection, values)

        def read(name: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
            found = bodies_at(connection, name, ids, at)
            clocked = clock(connection, context.registry.named(name), found.values(), values, at)
            return dict(zip(found, clocked, strict=True))

        inline(context.shapes, shape, all_documents, trees[0], read)
    return [keep(document, trees[1]) for document in all_documents]


def own_url(**replaced: str | None) -> str:
    """Return the URL of the request in hand, normalised, with parameters replaced or (``None``) left out."""
    kept = [pair for pair in g.query if pair[0] not in replaced]
    return url(
        request.path, [*kept, *((name, value) for name, value in replaced.items() if value is not None)]
    )


def shape_view(schema: type[Schema], values: Mapping[str, Any]) -> Callable[[Any], Any] | None:
    """Return what shapes the answer of a view by ``fields`` and ``expand``; ``None`` where neither is given.

    Raises ``Problem`` 400 for paths that there are not.
    """
    if values.keys().isdisjoint(("fields", "expand")):
        return None
    context = current()
    shape = context.shapes.of_view(schema)
    trees = shape_trees(context, shape, values)

    def shape_answer(document: dict[str, Any]) -> dict[str, Any]:
        with context.database.reading(snapshot=True) as connection:
            if not is_page(schema):
                return shaped(context, connection, shape, [document], trees, at_reference_date(values))[0]
            items = shaped(context, connection, shape, document["items"], trees, at_reference_date(values))
            return document | {"items": items}

    return shape_answer
