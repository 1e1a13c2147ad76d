"""A system is shown for the first time once, at no parade after another at which it was displayed."""

from __future__ import annotations

from collections.abc import Iterator

from service.dataset.checks.record_set import DatasetError, Record, RecordSet, bounds_of, is_after

_Shown = tuple[Record, int]


def check_first_displays(records: RecordSet) -> Iterator[DatasetError]:
    """Yield each ``first_display`` of a system that an earlier parade displayed."""
    shown: dict[str, list[_Shown]] = {}
    for record in records.of("parade"):
        for index, appearance in enumerate(record.document["appearances"]):
            if appearance["system"] and appearance["presence"] == "displayed":
                shown.setdefault(appearance["system"], []).append((record, index))
    for system, places in shown.items():
        for record, index in places:
            if not record.document["appearances"][index]["first_display"]:
                continue
            for earlier, _ in places:
                if is_after(bounds_of(record.document, "date"), bounds_of(earlier.document, "date")):
                    yield record.finding(
                        f"/appearances/{index}/first_display",
                        f"{system} was displayed before, at {earlier.file.id}",
                    )
                    break
