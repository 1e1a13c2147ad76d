"""The pages that the ``type`` of every problem leads to (RFC 9457 §3.1.1)."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from service.web import answer_fields as answered
from service.web import problem_catalogue as kinds
from service.web.failures import NOT_FOUND
from service.web.operation import Answer, Success
from service.web.parameters import Parameter
from service.web.problem import Problem
from service.web.problem_catalogue import CATALOGUE, ProblemKind
from service.web.resource import Resource, Values


class ProblemKindSchema(Schema):
    """A kind of problem."""

    type = answered.url("The URL that problems of this kind have as their `type`.")
    title = answered.text("Its name.")
    status = fields.Integer(
        metadata={"description": "The status that it is answered with."}, validate=validate.Range(400, 599)
    )
    explanation = answered.text("What it means, and what to do.")


class ProblemKindList(Schema):
    """Every kind of problem."""

    problems = answered.many(ProblemKindSchema, "All kinds there are.")


def list_problems(_: Values) -> Answer:
    """List the kinds of problem.

    All there are.
    """
    return Answer({"problems": [_document(kind) for kind in CATALOGUE.values()]})


def get_problem(slug: str, _: Values) -> Answer:
    """Explain a kind of problem.

    Where the `type` of a problem leads.
    """
    if slug not in CATALOGUE:
        raise Problem(kinds.NOT_FOUND, "There is no such kind of problem; /problems lists those there are.")
    return Answer(_document(CATALOGUE[slug]))


def resources() -> list[Resource]:
    """Return the resources of the kinds of problem."""
    example = _document(kinds.NOT_FOUND)
    slug = fields.String(
        validate=validate.OneOf(list(CATALOGUE)),
        metadata={
            "description": "What follows `/problems/` in the `type` of a problem.",
            "example": "not-found",
        },
    )
    listed = Success("All kinds.", ProblemKindList, example={"problems": [example]})
    one = Success("The kind of problem.", ProblemKindSchema, example=example)
    return [
        Resource("/problems", "problems.list_problem_kinds").on("GET", list_problems, answers={200: listed}),
        Resource(
            "/problems/<slug>",
            "problems.get_problem_kind",
            path=[Parameter("slug", slug)],
        ).on("GET", get_problem, answers={200: one}, fails=(NOT_FOUND,)),
    ]


def _document(kind: ProblemKind) -> dict[str, Any]:
    return {"type": kind.type, "title": kind.title, "status": kind.status, "explanation": kind.explanation}
