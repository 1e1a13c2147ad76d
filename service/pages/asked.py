"""What is asked of a page, and the shell that it stands in: navigation, clocks, other forms, how to cite it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from flask import Response, g, request

from service.pages.addresses import Addresses
from service.pages.clock_bar import clock_bar
from service.pages.names import Names, read_names
from service.pages.shell import shell_of
from service.records.clocks import reference_date
from service.records.context import Context
from service.records.http.answers import CLOCKS
from service.records.http.resource import RecordResource
from service.records.newest import newest_instant
from service.records.record_type import RecordType
from service.web.conditional import body_tag
from service.web.html import HtmlPage
from service.web.identity import base_url
from service.web.links import url
from service.web.negotiation import JSON, Representation, is_json
from service.web.operation import Answer, Operation
from service.web.resource import Resource

MOST_ROWS = 200
"""As many entries as a page of a list has at most, so that it stays below 100 KB compressed."""
SHAPING = frozenset({"fields", "expand"})
Trail = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class OtherForm:
    """Another representation of what a page shows."""

    name: str
    media_type: str
    url: str


@dataclass(frozen=True)
class Asked:
    """A page that is asked for.

    :param path: the values in the path, by name.
    :param values: those of the parameters, the clocks among them, whether the view takes them or not.
    """

    context: Context
    resource: Resource
    path: Mapping[str, Any]
    values: Mapping[str, Any]

    @property
    def operation(self) -> Operation:
        """The operation whose page it is."""
        return self.resource.operations["GET"]

    @property
    def record_type(self) -> RecordType:
        """The type of the records that it is of."""
        assert isinstance(self.resource, RecordResource)
        assert self.resource.record_type is not None
        return self.resource.record_type

    @cached_property
    def taken(self) -> Mapping[str, Any]:
        """The values of those parameters that the view takes: a page shows all fields, and inlines by itself.

        Longer lists than a page may have become the longest.
        """
        found = {
            name: value
            for name, value in self.values.items()
            if self.operation.has(name) and name not in SHAPING
        }
        if "limit" in found:
            found["limit"] = min(found["limit"], MOST_ROWS)
        return found

    @cached_property
    def answer(self) -> Answer:
        """What the view answers in JSON."""
        found: Answer | Response = self.operation.view(*self.path.values(), self.taken)
        if isinstance(found, Answer):
            return found
        # Of a view that chooses the media type itself.
        kept = {name: value for name, value in found.headers.items() if name == "Cache-Control"}
        return Answer(found.get_json(), kept)

    @property
    def document(self) -> Any:
        """The document that the view answers, as JSON values."""
        first = next(iter(self.operation.offered), JSON)
        if is_json(first.media_type) and first is not JSON:
            return json.loads(first.write(self.answer))
        return self.answer.document

    @cached_property
    def to(self) -> Addresses:
        """What makes the URLs in the page."""
        return Addresses(self.values)

    def names(self, documents: Any = None, shape: str = "") -> Names:
        """Return what the records are called that documents name, by default those that the view answers.

        :param shape: name of a record type, by default the shape of the view's answer.
        """
        if not shape:
            shaped_by = getattr(self.resource, "shaped_by", None)
            shape = self.context.shapes.of_view(shaped_by) if shaped_by else self.record_type.name
        if documents is None:
            document = self.document
            documents = document["items"] if "items" in document and "next_cursor" in document else [document]
        return read_names(self.context, shape, documents, self.values)

    def page(
        self, template: str | tuple[str, ...], title: str, *, trail: Trail = (), **values: Any
    ) -> Answer:
        """Return the answer that is a page.

        :param template: the template to fill in, or several, of which the first that there is is taken.
        :param trail: the pages above it, (name, path), the outermost first.
        :param values: what the template is filled in with, besides what the shell has.
        """
        templates = (template,) if isinstance(template, str) else template
        clocks_taken = values.pop("clocks_taken", None) or [
            name for name in CLOCKS if self.operation.has(name)
        ]
        shell = shell_of(self.context.registry, self.to, title) | {
            "trail": trail,
            "clocks": clock_bar(self.to, request.path, self.values, clocks_taken),
            "forms": self.forms,
            "canonical": self.canonical,
            "cite": self._cite(title),
        }
        return replace(
            self.answer if values.pop("headers_of_view", True) else Answer(None),
            content=HtmlPage(templates, shell | values),
            tag=body_tag,
            last_modified=None,
        )

    @property
    def base(self) -> str:
        """What absolute URLs begin with."""
        return base_url(self.context.settings)

    @property
    def canonical(self) -> str:
        """The URL of the page, without what names its form."""
        return self.base + url(request.path, self._query())

    @cached_property
    def forms(self) -> list[OtherForm]:
        """The other representations of the page."""
        return [self._form(each) for each in self.operation.offered if not each.is_page]

    def _form(self, representation: Representation) -> OtherForm:
        query = [pair for pair in self.operation.query_in(representation, g.query) if pair[0] != "format"]
        found = self.to.with_query([*query, ("format", representation.name)])
        return OtherForm(representation.name, representation.bare_media_type, found)

    def _query(self) -> list[tuple[str, str]]:
        return [pair for pair in g.query if pair[0] != "format"]

    def _cite(self, title: str) -> str:
        """Return the text of a citation of the page, with the URL that shows the same again."""
        if not self.operation.has("known_at"):
            return ""
        known_at = self.taken.get("known_at")
        if known_at is None:
            with self.context.database.reading() as connection:
                known_at = newest_instant(connection)
        day = {"as_of": reference_date(self.taken)} if self.operation.has("as_of") else {}
        pinned = {**day, **dict(self._query()), "known_at": str(known_at)}
        return f"“{title}”, Peninsula. {self.base}{url(request.path, pinned.items())}"
