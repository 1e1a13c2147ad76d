"""What is asked of the full-text index: conditions as one question, in the language of the dialect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, text

from service.records.index.conditions import AnyOf
from service.records.index.indexed_words import is_long, start_word, term_word
from service.records.index.indexing import EVERY
from service.records.index.sql import Sql
from service.records.index.word_conditions import Without, Word, Words

# SQLite gathers what holds one of more words than this, or of all that begin so, before it has the first in order.
_MOST_IN_ORDER = 4
# Of more words than this that begin so, the index is left to gather all that hold one, which takes longer the more do.
_MOST_ENDINGS = 500
# As PostgreSQL's index has it.
_VECTOR = "array_to_tsvector(string_to_array(btrim(i.words), ' '))"


@dataclass(frozen=True)
class Question:
    """What is asked of the index, in the language of the dialect."""

    is_sqlite: bool
    wanted: str
    unwanted: str = ""
    is_quick: bool = False
    """Whether it is found out at once that there are many answers: of one word, where reading stops at enough."""

    @property
    def is_in_order(self) -> bool:
        """Whether answers come in the order of changes, as they are read: on SQLite, of few words."""
        return self.is_sqlite and "*" not in self.wanted and self.wanted.count(" OR ") < _MOST_IN_ORDER

    def within(self, word: str) -> Question:
        """Return the question for those among the answers that have this word too."""
        return replace(
            self, wanted=f"{_quoted(word, self.is_sqlite)} {'AND' if self.is_sqlite else '&'} {self.wanted}"
        )

    def of_type(self, record_type: str) -> Question:
        """Return the question for those among the answers that are records of this type."""
        return self.within(term_word(record_type, EVERY, EVERY))

    def answers(self, sql: Sql) -> str:
        """Return a query for the change numbers of the revisions that are meant, ``seq``."""
        if self.is_sqlite:
            return f"SELECT rowid AS seq FROM texts_index WHERE {self.matches(sql)}"
        # Not "wanted & !unwanted" as one question: while the rows of GIN's pending list are moved into the index (by
        # autovacuum, say), a row may be found there by the wanted word and not yet by the unwanted one. A condition of
        # its own is not answered by the index, but tested on the row.
        tests = [f"{_VECTOR} @@ CAST({sql.bind(self.wanted)} AS tsquery)"]
        if self.unwanted:
            tests.append(f"NOT {_VECTOR} @@ CAST({sql.bind(self.unwanted)} AS tsquery)")
        return f"SELECT i.seq_from AS seq FROM texts i WHERE {' AND '.join(tests)}"

    def matches(self, sql: Sql) -> str:
        """Return the condition on a row of SQLite's ``texts_index``, which finds them in order of their ``rowid``."""
        asked = f"({self.wanted}) NOT ({self.unwanted})" if self.unwanted else self.wanted
        return f"texts_index MATCH {sql.bind(asked)}"


def question(
    connection: Connection, record_type: str, conditions: Sequence[AnyOf | Words | Without]
) -> Question:
    """Return the question for the revisions that meet all conditions, one of which is no ``Without``.

    Words that must stand one after the other need only all be there. No ``Without`` may be about such.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    both, either = (" AND ", " OR ") if is_sqlite else (" & ", " | ")

    def one(word: Word) -> str:
        found = _spelled_out(connection, word)
        if found is None:
            return f'"{word[0]}"*' if is_sqlite else f"'{word[0]}':*"
        return f"({either.join(_quoted(each, is_sqlite) for each in found)})"

    wanted, unwanted = [], []
    for condition in conditions:
        if isinstance(condition, AnyOf):
            words = (term_word(record_type, *term) for term in condition.terms)
            wanted.append(f"({either.join(_quoted(word, is_sqlite) for word in words)})")
        elif isinstance(condition, Words):
            wanted.append(condition.put(one, both, either))
        else:
            assert not condition.has_sequences
            unwanted.append(f"({condition.words.put(one, both, either)})")
    # PostgreSQL reads all that match, however few are wanted.
    is_quick = (
        is_sqlite and len(conditions) == 1 and isinstance(conditions[0], Words) and conditions[0].is_one
    )
    return Question(is_sqlite, both.join(wanted), either.join(unwanted), is_quick)


def _spelled_out(connection: Connection, word: Word) -> list[str] | None:
    """Return the words that may stand for one; ``None`` where too many begin with it."""
    start, is_prefix = word
    if not is_prefix:
        return [start]
    if not is_long(start):
        return [start_word(start)]
    # Each length by itself: the words of one that begin so are a range of the key.
    lengths = " UNION ALL ".join(
        f"SELECT word FROM vocabulary WHERE head_length = {length} AND word >= :start AND word < :stop"
        for length in range(len(start))
    )
    found = connection.execute(
        text(f"SELECT DISTINCT word FROM ({lengths} LIMIT {_MOST_ENDINGS + 1}) w"),
        {"start": start, "stop": f"{start}\U0010ffff"},
    ).scalars()
    words = sorted(found)
    # A word that no record has, where none begins so.
    return (words or [start_word("none")]) if len(words) <= _MOST_ENDINGS else None


def _quoted(word: str, is_sqlite: bool) -> str:
    """Return a word of the index as a question has it; words hold letters and digits only, so nothing to escape."""
    return f'"{word}"' if is_sqlite else f"'{word}'"
