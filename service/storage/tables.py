"""The tables, one schema on SQLite and PostgreSQL; every migration is written against these definitions."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, MetaData, String, Table, text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Compared byte by byte on both databases: keyset paging needs one order, whatever the server's locale.
Key = String().with_variant(String(collation="C"), "postgresql")
# SQLite makes only "INTEGER PRIMARY KEY" its row id.
Sequence = BigInteger().with_variant(Integer(), "sqlite")
CURRENT = text("seq_to IS NULL")
PAST = text("seq_to IS NOT NULL")

revisions = Table(
    "revisions",
    metadata,
    Column("seq_from", Sequence, primary_key=True, autoincrement=False, comment="the change that made it"),
    Column("seq_to", BigInteger, comment="the change that ended it; null while current"),
    Column("type", Key, nullable=False),
    Column("id", Key, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("operation", String, nullable=False, comment="created, updated or deleted"),
    Column("recorded_at", Key, nullable=False, comment="RFC 3339 UTC with microseconds, strictly increasing"),
    Column(
        "actor", String, nullable=False, comment="the owner of the key that wrote it, or the command line"
    ),
    Column("reason", String),
    Column("body", String, comment="the exact JSON that is served; null for a deletion"),
    Column(
        "index_format",
        Key,
        comment="fingerprint of the rules by which it was indexed; null before release 0.2",
    ),
    Column(
        "chain",
        String,
        nullable=False,
        server_default="",
        comment="SHA-256 of the chain before and of the change's entry in the feed",
    ),
    Index("ux_revisions_type_id_revision", "type", "id", "revision", unique=True),
    Index("ux_revisions_current", "type", "id", unique=True, sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_revisions_recorded_at", "recorded_at"),
    Index("ix_revisions_index_format", "type", "index_format", "seq_from"),
)

index_formats = Table(
    "index_formats",
    metadata,
    Column("type", Key, primary_key=True),
    Column("format", Key, primary_key=True),
    Column("release", String, nullable=False, comment="the first that indexed so"),
    Column("completed_at", Key, comment="when all of the type was indexed so; null where it is not"),
)

# A row each time that it was set: the newest is in force.
coverage = Table(
    "coverage",
    metadata,
    Column("recorded_at", Key, primary_key=True, comment="RFC 3339 UTC with microseconds"),
    Column("body", String, nullable=False, comment="JSON object by type: from, until, what is missing"),
)

# One row for every way to find a record. Field "" with value "" is on every record, so that a list without filters
# is the same range scan as one with.
terms = Table(
    "terms",
    metadata,
    Column("type", Key, nullable=False),
    Column("field", Key, nullable=False),
    Column("value", Key, nullable=False),
    Column("sort_key", Key, nullable=False, comment="the record's earliest date, or its folded name"),
    Column("id", Key, nullable=False),
    Column("seq_from", BigInteger, nullable=False),
    Column("seq_to", BigInteger),
    *(
        Index(
            f"ix_terms_{when}_{name}",
            "type",
            "field",
            "value",
            *columns,
            sqlite_where=part,
            postgresql_where=part,
        )
        for when, part in (("current", CURRENT), ("past", PAST))
        for name, columns in (
            ("sort_key", ("sort_key", "id", "seq_from")),
            ("id", ("id", "seq_from", "sort_key")),
            ("recorded", ("seq_from", "id", "sort_key")),
        )
    ),
    Index("ix_terms_seq_from", "seq_from", "field"),
)

links = Table(
    "links",
    metadata,
    Column("from_type", Key, nullable=False),
    Column("from_id", Key, nullable=False),
    Column("pointer", String, nullable=False, comment="JSON Pointer to the naming place"),
    Column("to_type", Key, nullable=False),
    Column("to_id", Key, nullable=False),
    Column("to_part", Key, comment="the part of the target that is named, a component of a facility say"),
    Column("seq_from", BigInteger, nullable=False),
    Column("seq_to", BigInteger),
    Index("ix_links_to", "to_type", "to_id", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_links_seq_from", "seq_from"),
)

positions = Table(
    "positions",
    metadata,
    Column("type", Key, nullable=False),
    Column("id", Key, nullable=False),
    Column("latitude", Float, nullable=False, comment="degrees, WGS 84"),
    Column("longitude", Float, nullable=False, comment="degrees, WGS 84"),
    Column("seq_from", BigInteger, nullable=False),
    Column("seq_to", BigInteger),
    Index("ix_positions_latitude", "type", "latitude"),
    Index("ix_positions_seq_from", "seq_from"),
)

texts = Table(
    "texts",
    metadata,
    Column("seq_from", Sequence, primary_key=True, autoincrement=False),
    Column("type", Key, nullable=False),
    Column("words", String, nullable=False, comment="folded words, one space before, between and after"),
)

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("api_key_id", Key, primary_key=True),
    Column("idempotency_key", Key, primary_key=True),
    Column("fingerprint", String, nullable=False, comment="of method, path and body"),
    Column("status", Integer, nullable=False),
    Column("headers", String, nullable=False, comment="JSON object"),
    Column("body", LargeBinary, nullable=False),
    Column("created_at", Key, nullable=False),
    Index("ix_idempotency_keys_created_at", "created_at"),
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", Key, primary_key=True),
    Column("owner", String, nullable=False),
    Column("scopes", String, nullable=False, comment="comma list"),
    Column("secret_hash", String, nullable=False, comment="SHA-256 of the secret, hexadecimal"),
    Column("created_at", Key, nullable=False),
    Column("expires_at", Key),
    Column("revoked_at", Key),
)

service_secrets = Table(
    "service_secrets",
    metadata,
    Column("name", Key, primary_key=True),
    Column("value", String, nullable=False, comment="made at migration, shared by all replicas"),
)
