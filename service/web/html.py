"""HTML pages: templates filled in and answered with a policy that lets them load nothing."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any

from flask import Response, current_app, render_template, request

from service.web.conditional import body_tag, respond
from service.web.negotiation import Representation

HTML = Representation("html", "text/html; charset=utf-8")
STYLE = "page.css"


def page(template: str, **values: Any) -> Response:
    """Answer the request in hand with a template; it knows ``root``, the path that the service is mounted at."""
    body = render_template(template, root=request.script_root, **values).encode()
    headers = {"Content-Security-Policy": _policy()}
    return respond(request, body, etag=body_tag(body), media_type=HTML.media_type, headers=headers)


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
