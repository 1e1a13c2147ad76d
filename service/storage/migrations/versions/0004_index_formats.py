"""The indexing rules that each revision was indexed by, so that another release finds what it has to reindex."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the column, empty: the rules that existing revisions were indexed by are unknown."""
    op.create_table(
        "index_formats",
        sa.Column("type", KEY, nullable=False),
        sa.Column("format", KEY, nullable=False),
        sa.Column("release", sa.String(), nullable=False, comment="the first that indexed so"),
        sa.Column("completed_at", KEY, comment="when all of the type was indexed so; null where it is not"),
        sa.PrimaryKeyConstraint("type", "format", name="pk_index_formats"),
    )
    op.add_column(
        "revisions",
        sa.Column(
            "index_format",
            KEY,
            comment="fingerprint of the rules by which it was indexed; null before release 0.2",
        ),
    )
    op.create_index("ix_revisions_index_format", "revisions", ["type", "index_format", "seq_from"])
