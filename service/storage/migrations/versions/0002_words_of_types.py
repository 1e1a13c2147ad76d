"""A word for each type in the full-text index, so that a search can be limited to the records of one type."""

from hashlib import blake2b

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the word of its type to the indexed words of each revision."""
    connection = op.get_bind()
    for record_type in connection.scalars(sa.text("SELECT DISTINCT type FROM texts")).all():
        word = "\ue000" + blake2b(f"{record_type}  ".encode(), digest_size=8).hexdigest()
        connection.execute(
            sa.text("UPDATE texts SET words = words || :word WHERE type = :type"),
            {"word": f"{word} ", "type": record_type},
        )
    if op.get_context().dialect.name == "sqlite":
        op.execute("INSERT INTO texts_index (texts_index) VALUES ('rebuild')")
