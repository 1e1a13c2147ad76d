"""The pages that the ``type`` of every problem leads to (RFC 9457 §3.1.1)."""

from __future__ import annotations

import json
from typing import Any

from flask import Blueprint, Response, request

from service.web import problem_catalogue as kinds
from service.web.conditional import body_tag, respond
from service.web.negotiation import negotiate
from service.web.problem import Problem
from service.web.problem_catalogue import CATALOGUE, ProblemKind

blueprint = Blueprint("problems", __name__)


@blueprint.get("/problems")
def list_problem_kinds() -> Response:
    """List every kind of problem there is."""
    return _answer({"problems": [_page(kind) for kind in CATALOGUE.values()]})


@blueprint.get("/problems/<slug>")
def get_problem_kind(slug: str) -> Response:
    """Explain one kind of problem."""
    if slug not in CATALOGUE:
        raise Problem(kinds.NOT_FOUND, "There is no such kind of problem; /problems lists those there are.")
    return _answer(_page(CATALOGUE[slug]))


def _page(kind: ProblemKind) -> dict[str, Any]:
    return {"type": kind.type, "title": kind.title, "status": kind.status, "explanation": kind.explanation}


def _answer(document: dict[str, Any]) -> Response:
    unknown = sorted(set(request.args) - {"format"})
    if unknown:
        errors = [
            {
                "parameter": name,
                "code": "unknown_parameter",
                "detail": "There is no such parameter here; there is format.",
            }
            for name in unknown
        ]
        raise Problem(kinds.INVALID_PARAMETER, "A parameter is unknown here.", errors=errors)
    representation = negotiate(request)
    body = json.dumps(document, ensure_ascii=False).encode()
    return respond(request, body, etag=body_tag(body), media_type=representation.media_type)
