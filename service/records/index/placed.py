"""Where records are: the condition to lie in a box or nowhere, and the box that holds all of a type."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, text

from service.records.index.sql import Sql, no_semijoin
from service.storage.lists import among, bound_list

Box = tuple[float, float, float, float]
Position = tuple[float, float]


@dataclass(frozen=True)
class NotOutside:
    """The record lies in west, south, east, north (degrees, across 180° where west > east), or has no position.

    ``through`` is the field with the id of the record of the type ``of_type`` whose position it has, if it has none of
    its own. It never drives a scan.
    """

    box: Box
    through: str = ""
    of_type: str = ""

    def probe(self, sql: Sql, partition: str) -> str:
        """Return the condition on the row ``t``."""
        outside = f"NOT ({self._inside(sql)})"
        if not self.through:
            return (
                f"NOT EXISTS (SELECT 1 FROM positions p WHERE p.seq_from = t.seq_from AND p.id = t.id "
                f"AND {sql.held('p', partition)} AND {outside}{no_semijoin(sql)})"
            )
        held = " OR ".join(f"({sql.held('p', each)})" for each in sql.partitions)
        # The ids are read once, since they do not depend on the row.
        ids = (
            f"SELECT p.id FROM positions p WHERE p.type = {sql.bind(self.of_type)} AND ({held}) AND {outside}"
        )
        return (
            f"NOT EXISTS (SELECT 1 FROM terms n WHERE n.seq_from = t.seq_from AND n.id = t.id "
            f"AND n.field = {sql.bind(self.through)} AND {sql.held('n', partition)} AND n.value IN ({ids}))"
        )

    def _inside(self, sql: Sql) -> str:
        west, south, east, north = (sql.bind(each) for each in self.box)
        word = "OR" if self.box[0] > self.box[2] else "AND"
        across = f"p.longitude >= {west} {word} p.longitude <= {east}"
        if 180.0 in (abs(self.box[0]), abs(self.box[2])):
            # One meridian with two names.
            across = f"{across} OR abs(p.longitude) = 180"
        return f"p.latitude >= {south} AND p.latitude <= {north} AND ({across})"


def extent(connection: Connection, record_type: str) -> Box | None:
    """Return west, south, east and north of all present records of a type; ``None`` where none has a position."""
    found = connection.execute(
        text(
            "SELECT min(longitude), min(latitude), max(longitude), max(latitude) FROM positions "
            "WHERE type = :type AND seq_to IS NULL"
        ),
        {"type": record_type},
    ).one()
    return None if found[0] is None else (found[0], found[1], found[2], found[3])


def positions_at(
    connection: Connection, record_type: str, record_ids: Collection[str], at: int | None
) -> dict[str, Position]:
    """Return the latitude and longitude of several records of one type by id, of those that have them.

    :param at: the change as of which (``None``: now).
    """
    if not record_ids:
        return {}
    is_sqlite = connection.dialect.name == "sqlite"
    held = "r.seq_to IS NULL" if at is None else "r.seq_from <= :at AND (r.seq_to IS NULL OR r.seq_to > :at)"
    rows = connection.execute(
        text(
            "SELECT r.id, p.latitude, p.longitude FROM revisions r JOIN positions p ON p.seq_from = r.seq_from "
            f"WHERE r.type = :type AND r.id {among(':ids', is_sqlite=is_sqlite)} AND {held}"
        ),
        {"type": record_type, "ids": bound_list(sorted(record_ids), is_sqlite=is_sqlite)}
        | ({} if at is None else {"at": at}),
    )
    return {row[0]: (row[1], row[2]) for row in rows}
