"""Serves the description as ``/openapi.yaml`` and ``/openapi.json``, and the page that renders it as ``/docs``."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from flask import Blueprint, Flask, Response, request
from swagger_ui_bundle import swagger_ui_path

from service.openapi.document import as_json, as_yaml, describe, served_from
from service.openapi.pages import ASSETS, HTML_TYPE, YAML_TYPE
from service.records.context import Context
from service.web import problem_catalogue as kinds
from service.web.conditional import body_tag, respond
from service.web.negotiation import JSON, Representation, negotiate
from service.web.parameters import Parameters
from service.web.problem import Problem

YAML = Representation("yaml", YAML_TYPE)
# The page may fetch nothing from elsewhere; Swagger UI sets style attributes and has pictures in its style sheet.
_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_OWN = files("service.openapi").joinpath("assets")
_NO_PARAMETERS = Parameters(())


class Description:
    """The description of one application, made when it is first asked for."""

    def __init__(self, context: Context, records: Callable[[], Any]) -> None:
        self._context = context
        self._records = records

    @cached_property
    def document(self) -> dict[str, Any]:
        """The description as a document."""
        return describe(self._context, self._records())

    def text(self, write: Callable[[dict[str, Any]], str], origin: str) -> bytes:
        """Return the description in a notation, as the server at this origin gives it of itself."""
        whole, servers = self._texts[write]
        return whole.replace(servers, _inner(write(served_from(origin))), 1).encode()

    @cached_property
    def _texts(self) -> dict[Callable[[dict[str, Any]], str], tuple[str, str]]:
        """The whole description and its member ``servers``, by notation: written once, as that takes a second."""
        servers = {"servers": self.document["servers"]}
        return {write: (write(self.document), _inner(write(servers))) for write in (as_yaml, as_json)}


def _inner(text: str) -> str:
    return text.strip("{}\n")


def install(app: Flask, context: Context, records: Callable[[], Any]) -> None:
    """Add the routes to an application; ``records`` gives the ``(type name, body)`` pairs that become examples."""
    blueprint = Blueprint("openapi", __name__)
    description = Description(context, records)

    @blueprint.get("/openapi.yaml")
    def get_yaml() -> Response:
        _NO_PARAMETERS.read(request.query_string)
        negotiate(request, (YAML,))
        return _answer(description.text(as_yaml, _origin()), YAML.media_type)

    @blueprint.get("/openapi.json")
    def get_json() -> Response:
        _NO_PARAMETERS.read(request.query_string)
        negotiate(request, (JSON,))
        return _answer(description.text(as_json, _origin()), JSON.media_type)

    blueprint.add_url_rule("/docs", view_func=get_docs)
    blueprint.add_url_rule("/docs/<asset>", view_func=get_docs_asset)
    app.register_blueprint(blueprint)


def get_docs() -> Response:
    """Answer the page that renders the description; parameters, such as newsletters add to links, are ignored."""
    return _answer(_OWN.joinpath("docs.html").read_bytes(), HTML_TYPE, {"Content-Security-Policy": _POLICY})


def get_docs_asset(asset: str) -> Response:
    """Answer a file that the page needs: its own, or one of Swagger UI."""
    if asset not in ASSETS:
        raise Problem(kinds.NOT_FOUND, "The page has no such file.")
    own: Traversable = _OWN.joinpath(asset)
    found = own if own.is_file() else swagger_ui_path.joinpath(asset)
    return _answer(found.read_bytes(), ASSETS[asset])


def _origin() -> str:
    return request.root_url.rstrip("/")


def _answer(body: bytes, media_type: str, headers: dict[str, str] | None = None) -> Response:
    return respond(request, body, etag=body_tag(body), media_type=media_type, headers=headers)
