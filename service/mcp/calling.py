"""Calling a tool: its arguments checked, its view asked, the answer made short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from service.mcp.asking import ViewAnswer, ask
from service.mcp.condense import cited_sources, fitted, plain, size, text_of
from service.mcp.tools import Argument, Tool
from service.suggestions import nearest

# What a model reads of one answer, in bytes of UTF-8: of the record, and with the sources that it cites.
MOST_BYTES = 8000
_MOST_OF_RECORD = 6600
_MOST_SOURCES = 20
_OF_A_SOURCE = "id,title,publisher,url,published"
_NOTHING = "Nothing is recorded that meets this. That does not mean that there was nothing."
_FORMATS = {"csl": "references"}


def call(tool: Tool, arguments: Mapping[str, Any], base_url: str) -> dict[str, Any]:
    """Return the result of a tool, which may be an error that says what to do (``isError``).

    :param arguments: JSON values by name.
    :param base_url: what absolute URLs begin with.
    """
    if error := _wrong(tool, arguments):
        return _failed(error)
    texts = {name: str(value) for name, value in arguments.items() if value is not None}
    in_path = {name for name in texts if f"{{{name}}}" in tool.path}
    if wrong := [name for name in in_path if "/" in texts[name] or not texts[name]]:
        return _failed(f"{wrong[0]} has to be an id alone, such as singapore-2018, without a slash.")
    query = [*tool.query, *((name, value) for name, value in texts.items() if name not in in_path)]
    if _has(tool, "limit") and "limit" not in texts:
        query.append(("limit", str(_argument(tool, "limit").schema["default"])))
    answer = ask(tool.path.format_map(texts), query)
    if answer.is_problem:
        return _failed(_told(answer))
    return _found(_short(tool, answer, base_url, texts.get("known_at")))


def _short(tool: Tool, answer: ViewAnswer, base_url: str, known_at: str | None) -> dict[str, Any]:
    """Return the answer of a view, short, with the sources that are left in it."""
    members = _FORMATS.get(dict(tool.query).get("format", ""))
    shown = tool.shape(answer.document)
    document = plain({members: shown} if members else shown)
    if isinstance(document, str):
        document = {"record": document}
    url = {"url": base_url + answer.pinned}
    document, cut = fitted(document, _MOST_OF_RECORD - size(url))
    if "items" in tool.members and not document.get("items") and not cut:
        document["unrecorded"] = _NOTHING
    document |= url
    if cut:
        document["cut"] = cut
    counted = Counter(cited_sources(document))
    if counted:
        document["sources"] = _sources([each for each, _ in counted.most_common(_MOST_SOURCES)], known_at)
        while document["sources"] and size(document) > MOST_BYTES:
            del document["sources"][-1]
    return document


def _sources(ids: list[str], known_at: str | None) -> list[Any]:
    """Return what is to be known of sources, the most cited first."""
    query = [("id", ",".join(ids)), ("fields", _OF_A_SOURCE), ("limit", str(_MOST_SOURCES))]
    answer = ask("/v1/sources", [*query, *([("known_at", known_at)] if known_at else [])])
    if answer.is_problem:
        return []
    by_id = {each["id"]: plain(each) for each in answer.document["items"]}
    return [by_id[each] for each in ids if each in by_id]


def _wrong(tool: Tool, arguments: Mapping[str, Any]) -> str:
    """Return what is wrong with the arguments themselves, empty for nothing; their values are for the view to judge."""
    names = [each.name for each in tool.arguments]
    for name, value in arguments.items():
        if name not in names:
            return f"Unknown argument {name[:60]!r}. {_hint(name, names)}"
        if value is not None and (error := _mismatch(_argument(tool, name), value)):
            return error
    missing = [each.name for each in tool.arguments if each.is_required and arguments.get(each.name) is None]
    return f"{missing[0]} is missing." if missing else ""


def _mismatch(argument: Argument, value: Any) -> str:
    """Return what is wrong with the type of a value, or that it is none of those that there are; empty for nothing."""
    kind, choices = argument.schema["type"], argument.schema.get("enum", ())
    if isinstance(value, bool) or not isinstance(value, str if kind == "string" else int):
        return f"{argument.name} has to be {'a string' if kind == 'string' else 'an integer'}."
    if isinstance(value, str) and choices and value not in choices:
        return f"Unknown {argument.name} {value[:60]!r}. {_hint(value, choices)}"
    return ""


def _hint(value: str, choices: Iterable[str]) -> str:
    close = nearest(value, choices)
    return f"Did you mean {close!r}?" if close else f"There are {', '.join(choices)}."


def _argument(tool: Tool, name: str) -> Argument:
    return next(each for each in tool.arguments if each.name == name)


def _has(tool: Tool, name: str) -> bool:
    return any(each.name == name for each in tool.arguments)


def _told(answer: ViewAnswer) -> str:
    """Return what a problem document says, in words for a model."""
    problem = answer.document
    details = [
        each["detail"] for each in problem.get("errors", ()) if each["detail"] not in problem["detail"]
    ]
    advice = ["The tool search finds ids."] if answer.status == HTTPStatus.NOT_FOUND else []
    return " ".join([problem["detail"], *details, *advice])[:MOST_BYTES]


def _failed(words: str) -> dict[str, Any]:
    return {"content": [{"type": "text", "text": words}], "isError": True}


def _found(document: dict[str, Any]) -> dict[str, Any]:
    content = [{"type": "text", "text": text_of(document)}]
    return {"content": content, "structuredContent": document, "isError": False}
