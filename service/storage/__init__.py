"""Storage: tables, engines, transactions and migrations, the same on SQLite and PostgreSQL; connections to Redis."""
