"""The hash chain of the change feed: a column, filled for the existing changes."""

import json
from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_BATCH = 2000


def upgrade() -> None:
    """Add ``revisions.chain``, batch by batch: each change's hash covers the previous hash and its own feed entry."""
    op.add_column(
        "revisions",
        sa.Column(
            "chain",
            sa.String(),
            nullable=False,
            server_default="",
            comment="SHA-256 of the chain before and of the change's entry in the feed",
        ),
    )
    connection = op.get_bind()
    after, before = 0, "0" * 64
    read = sa.text(
        "SELECT seq_from, operation, type, id, revision, recorded_at, reason FROM revisions "
        "WHERE seq_from > :after ORDER BY seq_from LIMIT :most"
    )
    write = sa.text("UPDATE revisions SET chain = :chain WHERE seq_from = :seq")
    while rows := connection.execute(read, {"after": after, "most": _BATCH}).all():
        filled = []
        for row in rows:
            content = json.dumps([before, *row], ensure_ascii=False, separators=(",", ":"))
            before = sha256(content.encode()).hexdigest()
            filled.append({"seq": row[0], "chain": before})
        connection.execute(write, filled)
        after = rows[-1][0]
