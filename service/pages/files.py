"""The files that pages load: style sheets, icon and script, at URLs that change with their content."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from flask import Response, request
from marshmallow import fields

from service.web import problem_catalogue as kinds
from service.web.conditional import body_tag, digest_of, respond
from service.web.parameters import Parameter
from service.web.problem import Problem
from service.web.resource import Resource, Values

_MEDIA_TYPES = {
    "page.css": "text/css; charset=utf-8",
    "drawings.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
    "page.js": "text/javascript; charset=utf-8",
}
_FOR_EVER = "public, max-age=31536000, immutable"


class PageFile(NamedTuple):
    """A file: its content, its media type."""

    content: bytes
    media_type: str


@cache
def _files() -> dict[str, PageFile]:
    """Return the files by the names that they are served under: each has the digest of its content in it."""
    folder = files("service.pages").joinpath("static")
    found = {}
    for name, media_type in _MEDIA_TYPES.items():
        content = folder.joinpath(name).read_bytes()
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
        request, found.content, etag=body_tag(found.content), media_type=found.media_type, headers=headers
    )
