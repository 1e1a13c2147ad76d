"""A representation named by the end of a path: ``/v1/summits.csv`` is ``/v1/summits?format=csv``.

No path below ``/v1`` has a full stop of its own, since ids are words and numbers joined by hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from flask import Flask

from service.web.parameters import parameter_error
from service.web.problem import answer_outside
from service.web.resource import resources_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_PATH = re.compile(r"(/v1/.*[^/.])\.([a-z][a-z0-9]{0,15})", re.ASCII)


class Extensions:
    """WSGI middleware that makes of the extension of a path the parameter ``format``, on reads.

    :param names: the name of the representation for each extension that is not itself such a name.
    """

    def __init__(self, application: WSGIApplication, names: dict[str, str]) -> None:
        self._application = application
        self._names = names

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        match = _PATH.fullmatch(environ["PATH_INFO"]) if "." in environ["PATH_INFO"] else None
        if match is None or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self._application(environ, start_response)
        name = self._names.get(match[2], match[2])
        query = environ.get("QUERY_STRING", "")
        given = parse_qs(query, keep_blank_values=True).get("format", []) if "format" in query else []
        if given and given != [name]:
            detail = f"The path ends in .{match[2]}, which asks for {name}: leave out one of the two."
            return answer_outside(
                parameter_error("format", "contradicts_extension", detail), environ, start_response
            )
        environ["PATH_INFO"] = match[1]
        if not given:
            environ["QUERY_STRING"] = f"{query}&format={name}" if query else f"format={name}"
        return self._application(environ, start_response)


def install(app: Flask) -> None:
    """Read extensions of paths as ``format``; call it once all routes are added."""
    offered = {
        each
        for resource in resources_of(app)
        for operation in resource.operations.values()
        for each in operation.offered
    }
    names = {each.extension: each.name for each in offered if each.extension}
    app.wsgi_app = Extensions(app.wsgi_app, names)  # type: ignore[method-assign]
