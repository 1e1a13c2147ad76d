"""Keys: requests that have the same answer have the same one, however they are spelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple, Protocol

import orjson
from werkzeug import Request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map

from service.web.negotiation import Coding, Representation, choose_coding, negotiate
from service.web.parameters import Parameters
from service.web.problem import Problem

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

# Longer than any body: the coding that a client prefers where length is no reason against it.
_LONG = 2**40


class Readable(Protocol):
    """What a route has to tell of itself: its parameters by method, the representations it offers."""

    @property
    def parameters(self) -> Mapping[str, Parameters]: ...

    @property
    def offered(self) -> Sequence[Representation]: ...


class Key(NamedTuple):
    """Where an answer is kept, in the coding that the client prefers and in the other one, and what it must be."""

    address: str
    other_address: str
    coding: Coding
    media_type: str


class Keys:
    """Makes keys, from the routes by endpoint; ``None`` for what only the application can answer."""

    def __init__(self, url_map: Map, routes: Mapping[str, Readable]) -> None:
        self._adapter = url_map.bind("")
        self._routes = routes

    def of(self, environ: WSGIEnvironment) -> Key | None:
        """Return the key of a ``GET`` or ``HEAD``, ``None`` where the request is not sound or not for a known route."""
        path = environ.get("PATH_INFO", "")
        if not path.isascii():
            return None
        try:
            endpoint, _ = self._adapter.match(path, method="GET")
            route = self._routes[endpoint]
            request = Request(environ)
            values = route.parameters["GET"].read(request.query_string)
            if not route.offered:
                return None
            representation = negotiate(request, route.offered)
            coding = choose_coding(request, _LONG)
            if choose_coding(request, 0) != "identity":
                return None
        except (HTTPException, KeyError, Problem):
            return None
        # Links in the answer have this query, a `format` in it or not.
        asked = route.parameters["GET"].normalised(values)
        text = orjson.dumps([path, asked, representation.media_type])
        digest = blake2b(text, digest_size=16).hexdigest()
        other = "identity" if coding == "gzip" else "gzip"
        # What stands in braces decides the node of a Redis cluster: the same for all that belongs together.
        return Key(f"{{{digest}}}:{coding}", f"{{{digest}}}:{other}", coding, representation.media_type)
