"""Which records name a record."""

from __future__ import annotations

from sqlalchemy import Connection, text


def referrers_of(
    connection: Connection, record_type: str, record_id: str, at: int | None
) -> list[tuple[str, str]]:
    """Return type and id, in this order, of each other record that names a record, as at a change (``None``: now)."""
    held = "seq_to IS NULL" if at is None else "seq_from <= :at AND (seq_to IS NULL OR seq_to > :at)"
    rows = connection.execute(
        text(
            f"SELECT DISTINCT from_type, from_id FROM links WHERE to_type = :type AND to_id = :id AND {held} "
            "ORDER BY from_type, from_id"
        ),
        {"type": record_type, "id": record_id} | ({} if at is None else {"at": at}),
    )
    found = [(row[0], row[1]) for row in rows]
    return [each for each in found if each != (record_type, record_id)]
