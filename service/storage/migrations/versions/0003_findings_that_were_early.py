"""A term for each finding that a source published before the day from which it counts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the terms from those of the findings: ``facility|...|day|first day``, sorted by the day of the source."""
    position = "instr" if op.get_context().dialect.name == "sqlite" else "strpos"
    day = "substr(value, length(value) - 20, 10)"
    op.execute(
        sa.text(
            "INSERT INTO terms (type, field, value, sort_key, id, seq_from, seq_to) SELECT type, 'early', "
            f"substr(value, 1, {position}(value, '|')) || {day}, sort_key, id, seq_from, seq_to FROM terms "
            f"WHERE type = 'observation' AND field = 'finding' AND substr(sort_key, 1, 10) < {day}"
        )
    )
