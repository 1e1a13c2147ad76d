"""No statement mentions what came after it: clocks leave out statements, not the sentences within one."""

from __future__ import annotations

from collections.abc import Iterator

from service.dataset.checks.dates import PLANNED
from service.dataset.checks.months import named_months
from service.dataset.checks.record_set import DatasetError, Record, RecordSet, bounds_of
from service.records.index.public_days import public_from

_YEAR = len("YYYY")


def check_later_knowledge(records: RecordSet) -> Iterator[DatasetError]:
    """Yield texts of findings, activities and steps that name a month or year later than the statement may.

    The text of a finding or an activity ends with the observation's date; the note of an observation may say when its
    first source reported it. The plan in a step may lie as far ahead as its target, or a year.
    """
    public = {source.file.id: public_from(source.document) for source in records.of("source")}
    for record in records:
        for pointer, text, near, until in _prose(record, public):
            for named in named_months(text, near):
                if named > until[: len(named)]:
                    yield record.finding(
                        pointer,
                        f"names {named}, and the statement may speak of nothing after {until}; move what came later to "
                        "a record of its own",
                    )


def _prose(record: Record, public: dict[str, str | None]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the pointer, the text, the ISO day near which its months lie, and the last day that it may mention."""
    document = record.document
    if record.type.name == "observation":
        date = bounds_of(document, "date")
        until = date.last if date else ""
        for index, finding in enumerate(document["findings"]):
            yield f"/findings/{index}/description", finding["description"] or "", until, until
            for place, reading in enumerate(finding["alternatives"]):
                yield f"/findings/{index}/alternatives/{place}", reading, until, until
        for index, activity in enumerate(document["activity"]):
            yield f"/activity/{index}/note", activity["note"] or "", until, until
        told = max(until, _first(document["citations"], public, until))
        yield "/note", document["note"] or "", told, told
    elif record.type.name == "summit":
        for index, step in enumerate(document["steps"]):
            date = bounds_of(step, "date")
            until = date.last if date else ""
            aim = step["target"] and bounds_of(step["target"], "date")
            cited = step["citations"] or document["citations"]
            told = _first(cited, public, until)
            ahead = _a_year_after(until) if step["status"] in PLANNED else until
            yield f"/steps/{index}/note", step["note"] or "", until, max(ahead, told, aim.last if aim else "")


def _a_year_after(day: str) -> str:
    return f"{int(day[:_YEAR]) + 1}{day[_YEAR:]}"


def _first(citations: list[dict[str, str]], public: dict[str, str | None], otherwise: str) -> str:
    days = [day for citation in citations if (day := public.get(citation["source"]))]
    return min(days, default=otherwise)
