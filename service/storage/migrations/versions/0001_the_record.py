"""The record: revisions, terms, links, positions, texts, and the keys to write them with."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The tables as they were at this revision, whatever they are now: a released migration never changes.
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CURRENT = sa.text("seq_to IS NULL")
PAST = sa.text("seq_to IS NOT NULL")


def upgrade() -> None:
    """Create every table and the full-text index of the dialect."""
    _create_record()
    _create_terms()
    _create_keys()
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE texts_index USING fts5("
            "words, content = 'texts', content_rowid = 'seq_from', detail = 'none', columnsize = 0, "
            "tokenize = 'unicode61 remove_diacritics 0')"
        )
    else:
        op.execute(
            "CREATE INDEX ix_texts_words ON texts USING gin "
            "(array_to_tsvector(string_to_array(btrim(words), ' ')))"
        )


def _create_record() -> None:
    op.create_table(
        "revisions",
        sa.Column(
            "seq_from", SEQUENCE, autoincrement=False, nullable=False, comment="the change that made it"
        ),
        sa.Column("seq_to", sa.BigInteger(), comment="the change that ended it; null while current"),
        sa.Column("type", KEY, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("operation", sa.String(), nullable=False, comment="created, updated or deleted"),
        sa.Column(
            "recorded_at",
            KEY,
            nullable=False,
            comment="RFC 3339 UTC with microseconds, strictly increasing",
        ),
        sa.Column(
            "actor",
            sa.String(),
            nullable=False,
            comment="the owner of the key that wrote it, or the command line",
        ),
        sa.Column("reason", sa.String()),
        sa.Column("body", sa.String(), comment="the exact JSON that is served; null for a deletion"),
        sa.PrimaryKeyConstraint("seq_from", name="pk_revisions"),
    )
    op.create_index("ux_revisions_type_id_revision", "revisions", ["type", "id", "revision"], unique=True)
    op.create_index(
        "ux_revisions_current",
        "revisions",
        ["type", "id"],
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )
    op.create_index("ix_revisions_recorded_at", "revisions", ["recorded_at"])
    op.create_table(
        "texts",
        sa.Column("seq_from", SEQUENCE, autoincrement=False, nullable=False),
        sa.Column("type", KEY, nullable=False),
        sa.Column(
            "words",
            sa.String(),
            nullable=False,
            comment="folded words, one space before, between and after",
        ),
        sa.PrimaryKeyConstraint("seq_from", name="pk_texts"),
    )
    op.create_table(
        "vocabulary",
        sa.Column(
            "head_length",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="of the longest other word of its revision that the word begins with; 0 without one",
        ),
        sa.Column(
            "word",
            KEY,
            nullable=False,
            comment="of any revision, if longer than the prefixes that are indexed",
        ),
        sa.PrimaryKeyConstraint("head_length", "word", name="pk_vocabulary"),
    )


def _create_terms() -> None:
    op.create_table(
        "terms",
        sa.Column("type", KEY, nullable=False),
        sa.Column("field", KEY, nullable=False),
        sa.Column("value", KEY, nullable=False),
        sa.Column("sort_key", KEY, nullable=False, comment="the record's earliest date, or its folded name"),
        sa.Column("id", KEY, nullable=False),
        sa.Column("seq_from", sa.BigInteger(), nullable=False),
        sa.Column("seq_to", sa.BigInteger()),
    )
    for when, part in (("current", CURRENT), ("past", PAST)):
        for name, columns in (
            ("sort_key", ["sort_key", "id", "seq_from"]),
            ("id", ["id", "seq_from", "sort_key"]),
            ("recorded", ["seq_from", "id", "sort_key"]),
        ):
            op.create_index(
                f"ix_terms_{when}_{name}",
                "terms",
                ["type", "field", "value", *columns],
                sqlite_where=part,
                postgresql_where=part,
            )
    op.create_index("ix_terms_seq_from", "terms", ["seq_from", "field"])
    op.create_table(
        "links",
        sa.Column("from_type", KEY, nullable=False),
        sa.Column("from_id", KEY, nullable=False),
        sa.Column("pointer", sa.String(), nullable=False, comment="JSON Pointer to the naming place"),
        sa.Column("to_type", KEY, nullable=False),
        sa.Column("to_id", KEY, nullable=False),
        sa.Column(
            "to_part", KEY, comment="the part of the target that is named, a component of a facility say"
        ),
        sa.Column("seq_from", sa.BigInteger(), nullable=False),
        sa.Column("seq_to", sa.BigInteger()),
    )
    op.create_index(
        "ix_links_to", "links", ["to_type", "to_id"], sqlite_where=CURRENT, postgresql_where=CURRENT
    )
    op.create_index("ix_links_seq_from", "links", ["seq_from"])
    op.create_table(
        "positions",
        sa.Column("type", KEY, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False, comment="degrees, WGS 84"),
        sa.Column("longitude", sa.Float(), nullable=False, comment="degrees, WGS 84"),
        sa.Column("seq_from", sa.BigInteger(), nullable=False),
        sa.Column("seq_to", sa.BigInteger()),
    )
    op.create_index("ix_positions_latitude", "positions", ["type", "latitude"])
    op.create_index("ix_positions_seq_from", "positions", ["seq_from"])


def _create_keys() -> None:
    op.create_table(
        "idempotency_keys",
        sa.Column("api_key_id", KEY, nullable=False),
        sa.Column("idempotency_key", KEY, nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False, comment="of method, path and body"),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.String(), nullable=False, comment="JSON object"),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", KEY, nullable=False),
        sa.PrimaryKeyConstraint("api_key_id", "idempotency_key", name="pk_idempotency_keys"),
    )
    op.create_index("ix_idempotency_keys_created_at", "idempotency_keys", ["created_at"])
    op.create_table(
        "api_keys",
        sa.Column("id", KEY, nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("scopes", sa.String(), nullable=False, comment="comma list"),
        sa.Column("secret_hash", sa.String(), nullable=False, comment="SHA-256 of the secret, hexadecimal"),
        sa.Column("created_at", KEY, nullable=False),
        sa.Column("expires_at", KEY),
        sa.Column("revoked_at", KEY),
        sa.PrimaryKeyConstraint("id", name="pk_api_keys"),
    )
    service_secrets = op.create_table(
        "service_secrets",
        sa.Column("name", KEY, nullable=False),
        sa.Column("value", sa.String(), nullable=False, comment="made at migration, shared by all replicas"),
        sa.PrimaryKeyConstraint("name", name="pk_service_secrets"),
    )
    op.bulk_insert(service_secrets, [{"name": "cursor", "value": secrets.token_hex(32)}])
