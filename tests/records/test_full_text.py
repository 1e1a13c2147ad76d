"""What the full-text index of PostgreSQL is asked, and what it answers while it is being tidied."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from hashlib import md5
from threading import Event

from sqlalchemy import create_engine, text

from service.app import make_context
from service.records.index.full_text import revisions_with
from service.records.index.sql import Sql
from service.records.index.word_conditions import Words
from service.settings import Settings
from service.storage.migrate import migrate

ROWS = 2000
WANTED, UNWANTED = (Words(((((word, False),),),)) for word in ("gantry", "zzz"))


def words_of_row(seq: int) -> str:
    """The wanted word, the unwanted one, and many between the two in the order in which words are moved."""
    between = (f"h{md5(f'{seq} {number}'.encode()).hexdigest()}" for number in range(20))
    return f" gantry {' '.join(between)} zzz "


def test_what_must_not_be_there_is_no_part_of_what_postgresqls_index_is_asked() -> None:
    sql = Sql("source", None, is_sqlite=False)
    asked = revisions_with(sql, [WANTED], [UNWANTED])
    assert [value for value in sql.parameters.values() if "zzz" in value] == ["((('zzz')))"]
    assert not any("!" in value for value in sql.parameters.values())
    assert " AND NOT " in asked


def test_what_must_not_be_there_leaves_rows_out_while_they_are_moved_into_the_index(
    postgresql_database: str,
) -> None:
    context = make_context(Settings(database_url=postgresql_database))
    migrate(context.database)
    context.engine.dispose()
    engine = create_engine(postgresql_database, isolation_level="AUTOCOMMIT")
    sql = Sql("source", None, is_sqlite=False)
    asked = text(f"SELECT count(*) FROM ({revisions_with(sql, [WANTED], [UNWANTED])}) a")
    moved = Event()

    def ask() -> list[int]:
        found = []
        with engine.connect() as connection:
            connection.execute(text("SET enable_seqscan = off"))
            while not (is_last := moved.is_set()) or not found:
                found.append(connection.execute(asked, sql.parameters).scalar_one())
                if is_last:
                    break
        return found

    with engine.connect() as connection, ThreadPoolExecutor(1) as threads:
        connection.execute(text("ALTER TABLE texts SET (autovacuum_enabled = off)"))
        connection.execute(text("ALTER INDEX ix_texts_words SET (gin_pending_list_limit = 65536)"))
        for start in range(0, ROWS, 500):
            rows = [{"seq": seq, "words": words_of_row(seq)} for seq in range(start, start + 500)]
            connection.execute(
                text("INSERT INTO texts (seq_from, type, words) VALUES (:seq, 'source', :words)"), rows
            )
        asking = threads.submit(ask)
        try:
            connection.execute(text("SELECT gin_clean_pending_list('ix_texts_words')"))
        finally:
            moved.set()
        found = asking.result()
    engine.dispose()
    assert set(found) == {0}
