"""One method of a resource, and what its view answers with."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from service.web.conditional import body_tag
from service.web.failures import Failure
from service.web.negotiation import OFFERED, Representation
from service.web.parameters import ALL, Parameter, Parameters, parameter_error

View = Callable[..., Any]
Query = list[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    """What a view answers with; its resource writes it in the representation that the client prefers.

    :param content: the document, JSON values, or the bytes of its JSON text.
    :param tag: makes the quoted entity tag from the bytes of the representation.
    :param last_modified: RFC 3339 UTC instant, where the answer is of one revision of one record.
    """

    content: Any
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    tag: Callable[[bytes], str] = body_tag
    last_modified: str | None = None

    @property
    def document(self) -> Any:
        """The document as JSON values."""
        return json.loads(self.content) if isinstance(self.content, bytes) else self.content


@dataclass(frozen=True)
class Success:
    """What an operation answers with a status where it succeeds, for the API description.

    :param words: what it is.
    :param shape: a Marshmallow schema, a shape of records, ``dict`` for any JSON object, ``str`` for text, ``bytes``
        for a file; None where there is no body.
    :param headers: header fields besides those that follow from the method and the representation.
    :param example: a document of this shape, in JSON values.
    :param question: or the URL of one that the seed set answers.
    :param media_types: of a view that chooses its media type itself; else those of the representations.
    :param is_tagged: whether it has an entity tag, and so is negotiated, compressed and revalidated.
    """

    words: str
    shape: Any = None
    headers: tuple[str, ...] = ()
    example: Any = None
    question: str = ""
    media_types: tuple[str, ...] = ()
    is_tagged: bool = True


@dataclass(frozen=True)
class TextBody:
    """A body of a request that is text of many lines, such as a table."""

    words: str
    example: str


@dataclass(frozen=True)
class FormView:
    """A view that answers in a further representation, and what parameters are there that a request does not give."""

    view: View
    defaults: Mapping[str, Any]

    def __call__(self, *given: Any) -> Any:
        return self.view(*given)


@dataclass(frozen=True)
class Operation:
    """One method of a resource.

    :param view: answers it, given the path's values and then the parameters'. Its name is that of the operation, its
        docstring the words: the first line is the summary.
    :param answers: by status.
    :param fails: what it is refused with, besides what any such method may be.
    :param takes: the shapes of a body by media type.
    :param offered: what it is answered in, besides ``forms``.
    :param forms: further representations, each with the view that answers in it, with content made for it.
    :param page_parameters: what its pages take, where that differs.
    :param missing: those that it is not answered in, as what writes them is not installed.
    """

    view: View
    parameters: Parameters
    answers: Mapping[int, Success]
    fails: tuple[Failure, ...] = ()
    takes: Mapping[str, Any] = field(default_factory=dict)
    offered: tuple[Representation, ...] = OFFERED
    forms: Mapping[Representation, View] = field(default_factory=dict)
    page_parameters: Parameters | None = None
    missing: tuple[Representation, ...] = ()

    def parameters_in(self, representation: Representation | None) -> Parameters:
        """Return the parameters that a representation takes."""
        if representation is not None and representation.is_page and self.page_parameters is not None:
            return self.page_parameters
        return self.parameters

    def view_in(self, representation: Representation | None) -> View:
        """Return the view that answers in a representation."""
        return self.view if representation is None else self.forms.get(representation, self.view)

    def check_form(self, values: Mapping[str, Any], representation: Representation) -> None:
        """Raise ``Problem`` 400 for parameters that the representation has no place for."""
        for each in self.parameters.declared:
            given = values.get(each.name)
            if each.name == "limit" and given == ALL:
                continue
            if given and (reason := _refusal(each, representation)):
                raise parameter_error(each.name, "not_in_this_form", reason)
        if values.get("limit") == ALL and not representation.streams:
            forms = " or ".join(each.name for each in self.offered if each.streams)
            detail = f"Everything at once is for format={forms}, not for format={representation.name}: ask for pages."
            raise parameter_error("limit", "not_in_this_form", detail)

    def query_in(self, representation: Representation, query: Query) -> Query:
        """Return a query without what the representation has no place for."""
        declared = self.parameters_in(representation).declared
        taken = {each.name for each in declared if not _refusal(each, representation)}
        whole = ("limit", ALL)
        return [pair for pair in query if (representation.streams if pair == whole else pair[0] in taken)]

    def values_in(
        self, representation: Representation | None, values: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """Return the values of a request with those that go without saying in a representation."""
        return {**self.defaults_in(representation), **values}

    def defaults_in(self, representation: Representation | None) -> Mapping[str, Any]:
        """Return what parameters that are not given are in a representation, where that differs."""
        view = None if representation is None else self.forms.get(representation)
        return view.defaults if isinstance(view, FormView) else {}

    def normalised(
        self, representation: Representation | None, values: Mapping[str, Any]
    ) -> list[tuple[str, str]]:
        """Return the query that means these values; see ``Parameters.normalised``."""
        return self.parameters_in(representation).normalised(values, self.defaults_in(representation))

    @property
    def name(self) -> str:
        """The name of the view."""
        return str(function_of(self.view).__name__)

    @property
    def words(self) -> tuple[str, str]:
        """The first line of the view's docstring without its full stop, and the rest."""
        summary, _, rest = (inspect.getdoc(function_of(self.view)) or "").partition("\n")
        return summary.removesuffix("."), rest.strip()

    def has(self, parameter: str) -> bool:
        """Tell whether the operation takes a parameter of this name."""
        return any(each.name == parameter for each in self.parameters.declared)


def _refusal(parameter: Parameter, representation: Representation) -> str:
    """Return why a representation does not take a parameter, empty where it does."""
    if parameter.forms and representation.name not in parameter.forms:
        return f"Is for format={' or '.join(parameter.forms)}, not for format={representation.name}."
    return representation.refuses.get(parameter.name, "")


def function_of(view: View) -> Any:
    """Return the function of a view, part of whose arguments may be given already."""
    return view.func if isinstance(view, partial) else view
