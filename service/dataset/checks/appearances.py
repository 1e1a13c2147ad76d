"""A parade says one thing of a weapon system: it was shown, or it was not."""

from __future__ import annotations

from collections.abc import Iterator

from service.dataset.checks.record_set import Finding, RecordSet


def check_appearances(records: RecordSet) -> Iterator[Finding]:
    """Yield each appearance of a system that another of the same parade contradicts.

    A category that is absent may have systems that were shown: the comparison of parades takes those for shown.
    """
    for record in records.of("parade"):
        first: dict[str, tuple[int, str]] = {}
        for index, appearance in enumerate(record.document["appearances"]):
            system, presence = appearance["system"], appearance["presence"]
            if system is None:
                continue
            before, said = first.setdefault(system, (index, presence))
            if said != presence:
                yield record.finding(
                    f"/appearances/{index}/presence",
                    f"says {presence} of {system}, and /appearances/{before} says {said}; keep one, and enter what "
                    "speaks for the other as a claim",
                )
