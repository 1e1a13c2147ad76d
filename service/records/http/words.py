"""What the words given as a parameter ask of the index: those of a query, and those of a name."""

from __future__ import annotations

from service.records.index.conditions import Condition
from service.records.index.full_text_query import FullTextQuery, NoWords
from service.records.index.names import MisplacedStar, name_conditions
from service.web.parameters import parameter_error


def words_asked(query: str) -> FullTextQuery:
    """Return what ``q`` asks for; raises ``Problem`` 400 where it holds no word to look for."""
    try:
        return FullTextQuery.parse(query)
    except NoWords as error:
        raise parameter_error("q", "no_words", str(error)) from error


def conditions_of_name(parameter: str, field: str, value: str) -> list[Condition]:
    """Return what a name given as a parameter asks of a field; raises ``Problem`` 400 where it has no words."""
    try:
        conditions = name_conditions(field, value)
    except MisplacedStar as word:
        detail = f"'*' may only end a word, where it stands for what follows: {str(word)[:100]!r} is not such a word."
        raise parameter_error(parameter, "misplaced_star", detail) from None
    if not conditions:
        raise parameter_error(parameter, "no_words", "Must hold at least one letter or digit.")
    return [*conditions]
