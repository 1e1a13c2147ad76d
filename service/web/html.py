"""HTML as a representation: templates filled in, with a policy that lets them load nothing."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any

from flask import current_app, render_template, request

from service.web.negotiation import Representation

MEDIA_TYPE = "text/html; charset=utf-8"
STYLE = "page.css"


def html(template: str, **values: Any) -> Representation:
    """Return the representation that a template makes of an answer.

    The template knows ``document``, ``root``, the path that the service is mounted at, and ``values``.
    """

    def write(answer: Any) -> bytes:
        page = render_template(template, root=request.script_root, document=answer.document, **values)
        return page.encode()

    return Representation(
        "html", MEDIA_TYPE, write, {"Content-Security-Policy": _policy}, {"type": "string"}, is_page=True
    )


@cache
def _policy() -> str:
    """Return the policy that allows the style sheet inside the page, told by its hash, and nothing else."""
    loader = current_app.jinja_env.loader
    assert loader is not None
    style, *_ = loader.get_source(current_app.jinja_env, STYLE)
    digest = b64encode(sha256(style.removesuffix("\n").encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
