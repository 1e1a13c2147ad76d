"""Cache keys: requests that have the same answer have the same key, however they are spelled."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import orjson
from werkzeug import Request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map

from service.web.negotiation import Coding, choose_coding, negotiate
from service.web.parameters import ALL
from service.web.problem import Problem
from service.web.resource import Resource

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

# Longer than any body, to ask which coding a client prefers where length is no reason against one.
_LONG = 2**40


class CacheKey(NamedTuple):
    """Where a response is stored, in the coding that the client prefers and in the other one, and its media type."""

    address: str
    other_address: str
    coding: Coding
    media_type: str


class Keys:
    """Makes keys of reads of the resources that may be kept."""

    def __init__(self, url_map: Map, resources: Iterable[Resource]) -> None:
        self._adapter = url_map.bind("")
        self._reads = {
            each.rule: each.operations["GET"]
            for each in resources
            if each.is_kept and "GET" in each.operations
        }

    def of(self, environ: WSGIEnvironment) -> CacheKey | None:
        """Return the key of a ``GET`` or ``HEAD``; ``None`` where it is invalid, streamed, or of no cached route."""
        path = environ.get("PATH_INFO", "")
        if not path.isascii():
            return None
        try:
            rule, _ = self._adapter.match(path, method="GET", return_rule=True)
            operation = self._reads[rule.rule]
            request = Request(environ)
            representation = negotiate(request, operation.offered)
            values = operation.values_in(
                representation, operation.parameters_in(representation).read(request.query_string)
            )
            if values.get("limit") == ALL:
                return None
            coding = choose_coding(request, _LONG)
            if choose_coding(request, 0) != "identity":
                return None
            # As it is sent: there is one way to write each instant.
            instant = environ.get("HTTP_ACCEPT_DATETIME") if operation.has("known_at") else None
        except (HTTPException, KeyError, Problem):
            return None
        # Links in the answer have this query, a `format` in it or not.
        query = operation.normalised(representation, values)
        # Links in a page begin with the path that the service is mounted at.
        root = environ.get("SCRIPT_NAME", "") if representation.is_page else ""
        text = orjson.dumps([path, query, representation.media_type, instant, root])
        digest = blake2b(text, digest_size=16).hexdigest()
        other = "identity" if coding == "gzip" else "gzip"
        # The part in braces decides the node of a Redis Cluster: entry and lock must be on the same one.
        return CacheKey(f"{{{digest}}}:{coding}", f"{{{digest}}}:{other}", coding, representation.media_type)
