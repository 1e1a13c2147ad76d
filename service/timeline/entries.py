"""One entry of the stream: the rule that makes it of a record, or leaves it out under the clocks."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from service.evidence.citations import citations_of
from service.records.clocks import Clocks
from service.records.links import link_to

Document = Mapping[str, Any]
LONGEST_SUMMARY = 300


def entry(kind: str, record: Document, pointer: str, summary: str, clocks: Clocks) -> dict[str, Any]:
    """Return the entry for the statement at a pointer, which is empty or leads to an item of a list."""
    statement = at(record, pointer)
    return {
        **{name: statement[name] for name in ("date", "date_earliest", "date_latest")},
        "kind": kind,
        "record": link_to(record),
        "pointer": pointer,
        "summary": _shortened(summary),
        "citations": citations_of(statement, record, clocks),
    }


def at(record: Document, pointer: str) -> Document:
    """Return the object at a pointer that leads through plain names and positions."""
    value: Any = record
    for name in pointer.split("/")[1:]:
        value = value[int(name) if isinstance(value, list) else name]
    found: Document = value
    return found


def summary_of_step(summit: Document, step: Document) -> str:
    """Return a line such as ``Second meeting: coordinating (White House), for 2019-02``."""
    line = f"{summit['title']}: {_words(step['status'])}"
    if step["by"]:
        line += f" ({step['by']['name']})"
    target = step["target"] or {}
    aims = [text for text in (target.get("date"), (target.get("place") or {}).get("name")) if text]
    return f"{line}, for {', '.join(aims)}" if aims else line


def summary_of_communication(communication: Document) -> str:
    """Return a line such as ``Letter from Kim Jong Un to Donald Trump (denied): Asks for a meeting.``"""
    line = f"{_words(communication['kind']).capitalize()} from {communication['from']['name']}"
    if communication["to"]:
        line += f" to {communication['to']['name']}"
    if communication["standing"] not in (None, "confirmed"):
        line += f" ({_words(communication['standing'])})"
    return f"{line}: {communication['summary']}"


def summary_of_parade(parade: Document, clocks: Clocks) -> str:
    """Return a line such as ``Founding day: displayed hwasong-12; absent icbm``, of the appearances that count."""
    said: dict[str, list[str]] = {"displayed": [], "absent": [], "not_observed": []}
    for appearance in parade["appearances"]:
        if clocks.counts(appearance, parade):
            said[appearance["presence"]].append(str(appearance["system"] or _words(appearance["category"])))
    parts = (
        f"{_words(presence)} {', '.join(dict.fromkeys(names))}" for presence, names in said.items() if names
    )
    return _line(str(parade["title"]), "; ".join(parts))


def summary_of_observation(
    observation: Document, facility: Document | None, findings: Iterable[Document]
) -> str:
    """Return a line such as ``Sohae: engine test stand partially dismantled``, of those findings that stand."""
    components = {each["id"]: each["name"] for each in facility["components"]} if facility else {}
    found: dict[str, list[str]] = {}
    for finding in findings:
        component = finding["component"]
        name = "the site" if component is None else str(components.get(component, component))
        found.setdefault(name, []).append(_words(finding["state"]))
    parts = (f"{name} {', '.join(dict.fromkeys(states))}" for name, states in found.items())
    return _line(str(facility["name"] if facility else observation["facility"]), "; ".join(parts))


def _shortened(line: str) -> str:
    plain = " ".join(line.split())
    return (
        plain if len(plain) <= LONGEST_SUMMARY else textwrap.shorten(plain, LONGEST_SUMMARY, placeholder=" …")
    )


def _line(subject: str, said: str) -> str:
    return f"{subject}: {said}" if said else subject


def _words(name: str) -> str:
    return name.replace("_", " ")


def last_that_counts(statements: Iterable[Document], record: Document, clocks: Clocks) -> Document | None:
    """Return the last of a record's dated statements that counts, or ``None``."""
    counting = [statement for statement in statements if clocks.holds(statement, record)]
    return counting[-1] if counting else None
