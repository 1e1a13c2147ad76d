"""What the full-text index of PostgreSQL is asked."""

from __future__ import annotations

from service.records.index.full_text import Question
from service.records.index.sql import Sql


def test_what_must_not_be_there_is_no_part_of_what_postgresqls_index_is_asked() -> None:
    sql = Sql("source", None, is_sqlite=False)
    asked = Question(is_sqlite=False, wanted="'gantry'", unwanted="'tower'").answers(sql)
    assert [value for value in sql.parameters.values() if "tower" in value] == ["'tower'"]
    assert not any("!" in value for value in sql.parameters.values())
    assert " AND NOT " in asked
