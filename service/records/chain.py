"""The hash chain of the change feed: each entry's hash commits to all that came before it.

An entry's hash is the SHA-256, in hexadecimal, of this JSON array as RFC 8785 writes it (UTF-8, no white space):
``[hash before, seq, operation, type, id, revision, recorded_at, reason]``. What comes before the first is 64 zeros.
Who keeps the last hash can prove that nothing is missing, and is told when the history is another one.
"""

from __future__ import annotations

from hashlib import sha256

import orjson

BEGINNING = "0" * 64


def chained(
    before: str,
    seq: int,
    operation: str,
    named: tuple[str, str],
    revision: int,
    recorded_at: str,
    reason: str | None,
) -> str:
    """Return the hash of an entry; ``named`` is the record's type and id."""
    content = [before, seq, operation, *named, revision, recorded_at, reason]
    return sha256(orjson.dumps(content)).hexdigest()
