"""Where the record is kept: tables, engine, transactions and migrations, the same on SQLite and PostgreSQL."""
