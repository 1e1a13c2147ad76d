"""The files that pages load: style sheets, icon and scripts, at URLs that change with their content."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from flask import Response, request
from marshmallow import fields
from swagger_ui_bundle import swagger_ui_path

from service.web import problem_catalogue as kinds
from service.web.conditional import body_tag, digest_of, respond
from service.web.negotiation import encode
from service.web.parameters import Parameter
from service.web.problem import Problem
from service.web.resource import Resource, Values

_OWN = files("service.pages").joinpath("static")
_CSS, _SCRIPT = "text/css; charset=utf-8", "text/javascript; charset=utf-8"
# Each with what it is made of: /docs would else ask for twice as many files.
_FILES = {
    "page.css": (_CSS, [_OWN / "page.css"]),
    "drawings.css": (_CSS, [_OWN / "drawings.css"]),
    "icon.svg": ("image/svg+xml", [_OWN / "icon.svg"]),
    "page.js": (_SCRIPT, [_OWN / "page.js"]),
    "docs.css": (_CSS, [_OWN / "page.css", swagger_ui_path / "swagger-ui.css", _OWN / "docs.css"]),
    "docs.js": (_SCRIPT, [swagger_ui_path / "swagger-ui-bundle.js", _OWN / "docs.js"]),
}
_FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class PageFile:
    """A file: its content, its media type."""

    content: bytes
    media_type: str

    @cached_property
    def compressed(self) -> bytes:
        """Its content in gzip, at its best since that is done once."""
        return encode(self.content, "gzip", zlib.Z_BEST_COMPRESSION)


@cache
def _files() -> dict[str, PageFile]:
    """Return the files by the names that they are served under: each has the digest of its content in it."""
    found = {}
    for name, (media_type, parts) in _FILES.items():
        content = b"\n".join(each.read_bytes() for each in parts)
        stem, _, extension = name.rpartition(".")
        found[f"{stem}-{digest_of(content)}.{extension}"] = PageFile(content, media_type)
    return found


@cache
def file_url(name: str) -> str:
    """Return the path of a file, below the path that the service is mounted at."""
    stem, _, extension = name.rpartition(".")
    return next(
        f"/static/{each}" for each in _files() if each.startswith(f"{stem}-") and each.endswith(extension)
    )


def resources() -> list[Resource]:
    """Return the resources of the files, and of what search engines are told."""
    robots = Resource("/robots.txt", "pages.robots", offered=(), is_page=True, is_limited=False)
    name = fields.String(metadata={"description": "Name of a file."})
    static = Resource(
        "/static/<name>",
        "pages.file",
        offered=(),
        path=[Parameter("name", name)],
        is_page=True,
        is_limited=False,
    )
    return [static.on("GET", get_page_file), robots.on("GET", get_robots)]


def get_robots(_: Values) -> Response:
    """Tell search engines what to read: pages, not every order and form of them."""
    text = "User-agent: *\nDisallow: /*?*format=\nDisallow: /*?*sort=\nDisallow: /*?*cursor=\nDisallow: /v1/export\n"
    return respond(
        request, text.encode(), etag=body_tag(text.encode()), media_type="text/plain; charset=utf-8"
    )


def get_page_file(name: str, _: Values) -> Response:
    """Get a file of the pages."""
    found = _files().get(name)
    if found is None:
        raise Problem(kinds.NOT_FOUND, "There is no such file.")
    headers = {"Cache-Control": _FOR_EVER}
    return respond(
        request,
        found.content,
        etag=body_tag(found.content),
        media_type=found.media_type,
        headers=headers,
        compressed=found.compressed,
    )
