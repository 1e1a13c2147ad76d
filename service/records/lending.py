"""What records lend to the index rows of those that name them, and which of it is no longer what those rows hold.

The day on which a source was public decides what counts under ``published_until``. With that day in the rows of what
rests on it, finding what counts is a range scan. Where a source gets another day, those rows stay as they are, however
many they are: the source is *unsettled* from then on, and readers ask the few that are.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from service.records.indexing import Entries
from service.records.record_type import Lent, RecordType, Registry

UNSETTLED = "unsettled"
# After every value and id, which hold no such character.
_END = "~"


def lender(connection: Connection, registry: Registry) -> Lent:
    """Return what tells the value that a record lends now."""

    def lent(record_type: str, record_id: str) -> str | None:
        value = connection.execute(
            text(
                "SELECT value FROM terms WHERE type = :type AND field = :field AND value > :start AND value < :stop "
                "AND seq_to IS NULL"
            ),
            {"type": record_type, "field": registry.named(record_type).lends, **_values_of(record_id)},
        ).scalar()
        return None if value is None else str(value).partition("|")[2]

    return lent


def mark_unsettled(
    connection: Connection, record_type: RecordType, record_id: str, seq: int, found: Entries, *, is_new: bool
) -> None:
    """Write, if so, that rows of other records may hold another value than change ``seq`` made this record lend.

    That is where it ever was another, and where the record was named before it was there.
    """
    lent = next((value for field, value in found.terms if field == record_type.lends), None)
    if lent is None:
        return
    # The value first, then the id: what has one value lies together.
    mark = f"{lent.partition('|')[2]}|{record_id}"
    tests = [
        "EXISTS (SELECT 1 FROM terms p WHERE p.type = :type AND p.field = :field AND p.value > :start "
        "AND p.value < :stop AND p.seq_to IS NOT NULL AND p.value <> :lent)",
        "EXISTS (SELECT 1 FROM terms p WHERE p.type = :type AND p.field = :unsettled AND p.value = :mark "
        "AND p.seq_to IS NOT NULL)",
    ]
    if is_new:
        tests.append(
            "EXISTS (SELECT 1 FROM links l WHERE l.to_type = :type AND l.to_id = :id AND l.seq_to IS NULL)"
        )
    row = {"type": record_type.name, "unsettled": UNSETTLED, "mark": mark, "id": record_id}
    asked = row | {"field": record_type.lends, "lent": lent} | _values_of(record_id)
    if connection.execute(text(f"SELECT {' OR '.join(tests)}"), asked).scalar():
        connection.execute(
            text(
                "INSERT INTO terms (type, field, value, sort_key, id, seq_from) "
                "VALUES (:type, :unsettled, :mark, '', :id, :seq)"
            ),
            row | {"seq": seq},
        )


def _values_of(record_id: str) -> dict[str, str]:
    return {"start": f"{record_id}|", "stop": f"{record_id}|{_END}"}
