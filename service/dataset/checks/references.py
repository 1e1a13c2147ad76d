"""Checks that every record that is named exists, and that every source is cited."""

from __future__ import annotations

from collections.abc import Iterator

from service.dataset.checks.record_set import DatasetError, RecordSet
from service.records.index.indexing import Named
from service.suggestions import nearest

SOURCE = "source"


def check_references(records: RecordSet) -> Iterator[DatasetError]:
    """Yield each reference to a record or part that the set does not contain, or to the record itself."""
    for record in records:
        for named in record.named:
            target = (named.type, named.id)
            if target not in records.known:
                yield record.finding(
                    named.pointer, f"there is no {named.type} {named.id!r} in this set{_hint(named, records)}"
                )
            elif named.part is None and target == record.key:
                yield record.finding(named.pointer, "names the record itself")
            elif named.part is not None and target in records.records:
                found = records.records[target]
                if found.type.parts is None or named.part not in found.type.parts(found.document):
                    yield record.finding(
                        named.pointer, f"the {named.type} {named.id!r} has no part {named.part!r}"
                    )


def _hint(named: Named, records: RecordSet) -> str:
    meant = nearest(named.id, (record_id for name, record_id in records.known if name == named.type))
    return f": did you mean {meant!r}?" if meant else ": add its file, or take the reference out"


def check_orphans(records: RecordSet) -> Iterator[DatasetError]:
    """Yield each source that no record cites, and that no cited source republishes."""
    citing = (record for record in records if record.type.name != SOURCE)
    cited = {named.id for record in citing for named in record.named if named.type == SOURCE}
    sources = {record.file.id: record for record in records.of(SOURCE)}
    for source_id in list(cited):
        original = sources[source_id].document["republishes"] if source_id in sources else None
        while original in sources and original not in cited:
            cited.add(original)
            original = sources[original].document["republishes"]
    for source_id, record in sources.items():
        if source_id not in cited:
            yield record.finding("", "no record cites this source")
