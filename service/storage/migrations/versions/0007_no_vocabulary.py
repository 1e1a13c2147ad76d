"""No table of the words that prefixes may mean: the full-text index of the database knows them."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drop the table; what records are found by is built anew by ``reindexing.py``."""
    op.drop_table("vocabulary", if_exists=True)
