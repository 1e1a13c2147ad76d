"""Running all checks of the store."""

from __future__ import annotations

from collections.abc import Iterator

from service.integrity.documents import check_bodies, check_validity
from service.integrity.histories import check_chain, check_feed, check_histories
from service.integrity.index import check_copies, check_ends, check_full_text, check_rows
from service.integrity.keys import check_api_keys, check_idempotency_keys
from service.records.context import Context
from service.storage.migrate import current_revision, newest_revision

CHECKS = (
    check_feed,
    check_chain,
    check_histories,
    check_bodies,
    check_validity,
    check_rows,
    check_ends,
    check_copies,
    check_api_keys,
    check_idempotency_keys,
)


def check_store(context: Context) -> Iterator[str]:
    """Yield a sentence for each error in the store, which may be written to meanwhile.

    For a database with another schema it yields only that.
    """
    with context.database.reading() as connection:
        found = current_revision(connection)
    if found != newest_revision():
        yield f"the database has schema {found}, this release needs {newest_revision()}"
        return
    with context.database.reading(snapshot=True) as connection:
        for check in CHECKS:
            yield from check(connection, context.registry)
    yield from check_full_text(context.database)
