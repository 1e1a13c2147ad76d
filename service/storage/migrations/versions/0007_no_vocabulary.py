"""Drop the table of words for prefix search: the database's own full-text index does this."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drop the table; ``reindexing.py`` rebuilds the index of the records."""
    op.drop_table("vocabulary", if_exists=True)
