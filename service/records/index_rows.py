"""The rows by which a revision is found, written with it: terms, links, position and words."""

from __future__ import annotations

from sqlalchemy import Connection, text

from service.records.indexed_words import indexed_words, vocabulary_of
from service.records.indexing import Entries, moments_of


def write_index(connection: Connection, seq: int, record_type: str, record_id: str, found: Entries) -> None:
    """Write the rows of the revision that change ``seq`` made of a record."""
    common = {"type": record_type, "id": record_id, "seq": seq}
    connection.execute(
        text(
            "INSERT INTO terms (type, field, value, sort_key, id, seq_from) "
            "VALUES (:type, :field, :value, :sort_key, :id, :seq)"
        ),
        [
            {"type": kind, "id": term_id, "seq": seq, "sort_key": key, "field": field, "value": value}
            for kind, term_id, key, terms in (
                (record_type, record_id, found.sort_key, found.terms),
                *((moments_of(record_type), each.id, each.sort_key, each.terms) for each in found.moments),
            )
            for field, value in sorted(terms)
        ],
    )
    if found.links:
        connection.execute(
            text(
                "INSERT INTO links (from_type, from_id, pointer, to_type, to_id, to_part, seq_from) "
                "VALUES (:type, :id, :pointer, :to_type, :to_id, :to_part, :seq)"
            ),
            [
                common | {"pointer": n.pointer, "to_type": n.type, "to_id": n.id, "to_part": n.part}
                for n in found.links
            ],
        )
    if found.position:
        connection.execute(
            text(
                "INSERT INTO positions (type, id, latitude, longitude, seq_from) "
                "VALUES (:type, :id, :latitude, :longitude, :seq)"
            ),
            common | {"latitude": found.position[0], "longitude": found.position[1]},
        )
    words = indexed_words(record_type, record_id, seq, found)
    connection.execute(
        text("INSERT INTO texts (seq_from, type, words) VALUES (:seq, :type, :words)"),
        {"seq": seq, "type": record_type, "words": words},
    )
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("INSERT INTO texts_index (rowid, words) VALUES (:seq, :words)"),
            {"seq": seq, "words": words},
        )
    if known := vocabulary_of(found):
        connection.execute(
            text("INSERT INTO vocabulary (head_length, word) VALUES (:length, :word) ON CONFLICT DO NOTHING"),
            [{"length": length, "word": word} for length, word in known],
        )
