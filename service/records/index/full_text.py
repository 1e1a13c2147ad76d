"""What is asked of the full-text index: conditions on words as one question, in the language of the dialect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.records.index.indexed_words import start_word, type_word
from service.records.index.sql import Sql
from service.records.index.word_conditions import Without, Word, Words

# As PostgreSQL's index has it.
_VECTOR = "array_to_tsvector(string_to_array(btrim(i.words), ' '))"


@dataclass(frozen=True)
class IndexQuery:
    """What is asked of the index, in the language of the dialect."""

    is_sqlite: bool
    wanted: str
    unwanted: str = ""

    def of_type(self, record_type: str) -> IndexQuery:
        """Return the question for those among the answers that are records of this type."""
        both = "AND" if self.is_sqlite else "&"
        wanted = f"{_quoted(type_word(record_type), self.is_sqlite)} {both} ({self.wanted})"
        return IndexQuery(self.is_sqlite, wanted, self.unwanted)

    def answers(self, sql: Sql) -> str:
        """Return a query for the change numbers of the revisions that are meant, ``seq``."""
        if self.is_sqlite:
            asked = f"({self.wanted}) NOT ({self.unwanted})" if self.unwanted else self.wanted
            return f"SELECT rowid AS seq FROM texts_index WHERE texts_index MATCH {sql.bind(asked)}"
        # Not "wanted & !unwanted" as one question: while the rows of GIN's pending list are moved into the index (by
        # autovacuum, say), a row may be found there by the wanted word and not yet by the unwanted one. A condition of
        # its own is not answered by the index, but tested on the row.
        tests = [f"{_VECTOR} @@ CAST({sql.bind(self.wanted)} AS tsquery)"]
        if self.unwanted:
            tests.append(f"NOT {_VECTOR} @@ CAST({sql.bind(self.unwanted)} AS tsquery)")
        return f"SELECT i.seq_from AS seq FROM texts i WHERE {' AND '.join(tests)}"


def question(conditions: Sequence[Words | Without], *, is_sqlite: bool) -> IndexQuery:
    """Return the question for the revisions that meet all conditions, one of which is no ``Without``.

    Words that must stand one after the other need only all be there; what must not be there so is not asked for. Such
    conditions remain to be tested on what is found.
    """
    both, either = (" AND ", " OR ") if is_sqlite else (" & ", " | ")

    def one(word: Word) -> str:
        written, is_prefix = word
        if not is_prefix:
            return _quoted(written, is_sqlite)
        if (start := start_word(written)) is not None:
            return _quoted(start, is_sqlite)
        return f"{_quoted(written, is_sqlite)}{'*' if is_sqlite else ':*'}"

    wanted = [each.put(one, both, either) for each in conditions if isinstance(each, Words)]
    unwanted = [
        f"({each.words.put(one, both, either)})"
        for each in conditions
        if isinstance(each, Without) and not each.has_sequences
    ]
    return IndexQuery(is_sqlite, both.join(wanted), either.join(unwanted))


def _quoted(word: str, is_sqlite: bool) -> str:
    """Return a word of the index as a question has it; words hold letters and digits only, so nothing to escape."""
    return f'"{word}"' if is_sqlite else f"'{word}'"
