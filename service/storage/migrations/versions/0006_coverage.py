"""The date up to which each type of record is maintained: a table, empty until an operator sets it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "coverage",
        sa.Column("recorded_at", KEY, nullable=False, comment="RFC 3339 UTC with microseconds"),
        sa.Column(
            "body", sa.String(), nullable=False, comment="JSON object by type: from, until, what is missing"
        ),
        sa.PrimaryKeyConstraint("recorded_at", name="pk_coverage"),
    )
