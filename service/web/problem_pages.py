"""The pages that the ``type`` of every problem leads to (RFC 9457 §3.1.1)."""

from __future__ import annotations

import json
from typing import Any

from flask import Blueprint, Response, request
from marshmallow import fields

from service.web import problem_catalogue as kinds
from service.web.conditional import body_tag, respond
from service.web.html import HTML, page
from service.web.negotiation import JSON, negotiate
from service.web.parameters import Parameter, Parameters
from service.web.problem import Problem
from service.web.problem_catalogue import CATALOGUE, ProblemKind

blueprint = Blueprint("problems", __name__)
OFFERED = (JSON, HTML)
_PARAMETERS = Parameters((Parameter("format", fields.String()),))


@blueprint.get("/problems")
def list_problem_kinds() -> Response:
    """List every kind of problem there is."""
    if negotiate(request, OFFERED) is HTML:
        return page("problems.html", kinds=CATALOGUE.values())
    return _answer({"problems": [_document(kind) for kind in CATALOGUE.values()]})


@blueprint.get("/problems/<slug>")
def get_problem_kind(slug: str) -> Response:
    """Explain one kind of problem."""
    if slug not in CATALOGUE:
        raise Problem(kinds.NOT_FOUND, "There is no such kind of problem; /problems lists those there are.")
    if negotiate(request, OFFERED) is HTML:
        return page("problem.html", kind=CATALOGUE[slug])
    return _answer(_document(CATALOGUE[slug]))


def _document(kind: ProblemKind) -> dict[str, Any]:
    return {"type": kind.type, "title": kind.title, "status": kind.status, "explanation": kind.explanation}


def _answer(document: dict[str, Any]) -> Response:
    # Pages ignore what they do not know: newsletters and the like add parameters of their own to links.
    _PARAMETERS.read(request.query_string)
    body = json.dumps(document, ensure_ascii=False).encode()
    return respond(request, body, etag=body_tag(body), media_type=JSON.media_type)
