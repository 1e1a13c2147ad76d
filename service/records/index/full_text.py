"""What is asked of the full-text index, in the language of the dialect."""

from __future__ import annotations

from collections.abc import Iterable

from service.records.index.indexed_words import start_word, type_word
from service.records.index.sql import Sql
from service.records.index.word_conditions import Word, Words

# As PostgreSQL's index has it.
_VECTOR = "array_to_tsvector(string_to_array(btrim(i.words), ' '))"


def revisions_with(
    sql: Sql, wanted: Iterable[Words], unwanted: Iterable[Words] = (), record_type: str | None = None
) -> str:
    """Return a query for the change numbers, ``seq``, of the revisions that hold words, of one type or of all.

    Words that must stand one after the other need only all be there; what must not be there so is not asked for. Such
    conditions remain to be tested on what is found.
    """
    both, either = (" AND ", " OR ") if sql.is_sqlite else (" & ", " | ")

    def quoted(word: str) -> str:
        # Words hold letters and digits only, so there is nothing to escape.
        return f'"{word}"' if sql.is_sqlite else f"'{word}'"

    def one(word: Word) -> str:
        written, is_prefix = word
        if is_prefix and (start := start_word(written)):
            return quoted(start)
        return quoted(written) + ("" if not is_prefix else "*" if sql.is_sqlite else ":*")

    asked = both.join(each.put(one, both, either) for each in wanted)
    if record_type is not None:
        asked = f"{quoted(type_word(record_type))}{both}({asked})"
    left_out = either.join(f"({each.put(one, both, either)})" for each in unwanted if not each.has_sequences)
    if sql.is_sqlite:
        asked = f"({asked}) NOT ({left_out})" if left_out else asked
        return f"SELECT rowid AS seq FROM texts_index WHERE texts_index MATCH {sql.bind(asked)}"
    # Not "wanted & !unwanted" as one question: while the rows of GIN's pending list are moved into the index (by
    # autovacuum, say), a row may be found there by the wanted word and not yet by the unwanted one. A condition of
    # its own is not answered by the index, but tested on the row.
    tests = [f"{_VECTOR} @@ CAST({sql.bind(asked)} AS tsquery)"]
    if left_out:
        tests.append(f"NOT {_VECTOR} @@ CAST({sql.bind(left_out)} AS tsquery)")
    return f"SELECT i.seq_from AS seq FROM texts i WHERE {' AND '.join(tests)}"
