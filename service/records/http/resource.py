"""Resources that answer from the record: who may read, under which clock, from which replica, in which shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Self

from flask import Response, g, request
from marshmallow import Schema

from service.access.scopes import require
from service.records.context import current
from service.records.http import parameters
from service.records.http.answers import shape_view
from service.records.http.citing import is_over, read_pinned, tell_state, under_accept_datetime
from service.records.http.identifiers import check_identifiers, names_records
from service.records.http.revision_parameters import MOST_REVISIONS
from service.records.reading import settle
from service.records.record_type import RecordType, with_article
from service.records.replica_reads import read_from_replica
from service.records.schemas.fields import LONGEST_SLUG, Slug
from service.web import failures
from service.web import problem_catalogue as kinds
from service.web.conditional import wants_newest
from service.web.failures import Failure
from service.web.negotiation import OFFERED, Representation
from service.web.operation import Answer, Operation, Success, View
from service.web.parameters import Parameter
from service.web.problem import Problem
from service.web.resource import Path, Resource, Values, camel_case

ID = "<id>"
_SLUG = re.compile(Slug.pattern)
# What was known at an instant stays the same. A week, not for ever: rules may be mended, in a new release.
_SETTLED = "max-age=604800, immutable"


class RecordResource(Resource):
    """A resource that answers from the record; of one type of records, or of all together."""

    def __init__(
        self,
        rule: str,
        endpoint: str,
        record_type: RecordType | None = None,
        *,
        offered: tuple[Representation, ...] = OFFERED,
        tag: str = "service",
        is_kept: bool = True,
    ) -> None:
        super().__init__(
            rule,
            endpoint,
            offered=offered,
            tag=record_type.path if record_type else tag,
            path=_path_parameters(rule, record_type),
            is_kept=is_kept,
        )
        self.record_type = record_type
        self.shaped_by: type[Schema] | None = None

    def on_view(
        self,
        view: Callable[..., Answer],
        declared: list[Parameter],
        answers: type[Schema],
        question: str = "",
        forms: Mapping[Representation, View] | None = None,
    ) -> Self:
        """Answer ``GET`` with a derived view, whose answer ``fields`` and ``expand`` shape.

        :param answers: the shape of its answer.
        :param question: the URL of an example that the seed set answers.
        :param forms: further representations, each with the view that answers in it.
        """
        self.shaped_by = answers
        shown = {200: Success("The answer.", answers, question=question)}
        fails: tuple[Failure, ...] = failures.MISSING if self.path else ()
        return self.on("GET", view, [*declared, *parameters.shaping()], shown, fails, forms=forms)

    def admit(self, method: str, path: Path) -> None:
        """Raise ``Problem`` 401 and 403 for callers without the scope."""
        require("read" if method == "GET" else "write")

    def words(self, method: str) -> tuple[str, str, str]:
        """Return the name, summary and description of an operation, of views of any type with the words of this one."""
        operation, record_type = self.operations[method], self.record_type
        if record_type is None:
            return super().words(method)
        of_type = {"record": record_type.name, "records": record_type.path}
        name = "_".join(of_type.get(each, each) for each in operation.name.split("_"))
        words = {"record": with_article(record_type.name), "records": record_type.path}
        summary, description = (each.format(**words) for each in operation.words)
        return camel_case(name), summary, description

    def answer(
        self, operation: Operation, path: Path, values: Values, write: Callable[[Any], Response]
    ) -> Response:
        """Return what the operation answers: reads from a replica, if that has caught up.

        Raises ``Problem`` 404 where the path can name no record, and 400 for identifiers that name nothing.
        """
        chosen = operation.view_in(g.representation)
        if request.method not in ("GET", "HEAD"):
            self._check_path(path)
            return write(chosen(*path.values(), values))
        asked, values = values, under_accept_datetime(operation, values)
        is_negotiated = values is not asked
        if is_negotiated:
            g.query = operation.normalised(g.representation, values)
        view = partial(chosen, *path.values(), values)
        # What answers in another form shapes its own content.
        is_other_form = chosen is not operation.view
        shape = shape_view(self.shaped_by, values) if self.shaped_by and not is_other_form else None
        self._check_path(path)
        declared = operation.parameters.declared
        has_identifiers = names_records(declared, values)

        def compute() -> Any:
            answer = view()
            return answer if shape is None else replace(answer, content=shape(answer.document))

        def respond() -> Response:
            context = current()
            if has_identifiers:
                with context.database.reading() as connection:
                    check_identifiers(connection, context.registry, declared, values)
            if not operation.has("known_at"):
                return write(compute())
            answer, pin = read_pinned(context, operation, values, compute, in_snapshot=is_other_form)
            response = write(answer)
            tell_state(response, operation, values, pin, is_negotiated=is_negotiated)
            return response

        wants = request.headers.get("Cache-Control", "")
        if "known_at" not in values or not operation.has("known_at"):
            return read_from_replica(current(), respond, wants_newest=wants_newest(wants))
        settle(current().database, values["known_at"])
        # What is settled in the database itself may not have come to a replica yet.
        response = read_from_replica(current(), respond, wants_newest=True)
        # What a page says stays the same, how it looks does not.
        is_page = g.representation is not None and g.representation.is_page
        if not is_page and (not is_negotiated or is_over(values["known_at"])):
            response.headers["Cache-Control"] = _SETTLED
        return response

    def _check_path(self, path: Mapping[str, Any]) -> None:
        if self.record_type is not None:
            check_path(self.record_type, path)


def check_path(record_type: RecordType, path: Mapping[str, Any]) -> None:
    """Raise ``Problem`` 404 where the values of a path can name no record of the type, or no revision."""
    if "id" in path and (len(path["id"]) > LONGEST_SLUG or not _SLUG.fullmatch(path["id"])):
        raise Problem(
            kinds.NOT_FOUND,
            f"No {record_type.name} can have this id: ids are lower-case words and numbers joined by hyphens, "
            f"at most {LONGEST_SLUG} characters.",
        )
    if path.get("number", 0) > MOST_REVISIONS:
        raise Problem(kinds.NOT_FOUND, f"No {record_type.name} has as many revisions.")


def _path_parameters(rule: str, record_type: RecordType | None) -> list[Parameter]:
    if record_type is None:
        return []
    noun = record_type.name.replace("_", " ")
    declared = {
        "id": Slug(f"Id of the {noun}."),
        "number": parameters.revision_number(f"Number of the revision of the {noun}.", MOST_REVISIONS),
    }
    return [Parameter(name, declared[name]) for name in re.findall(r"(\w+)>", rule)]
