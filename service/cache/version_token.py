"""Version tokens: a version of the record as one number that fits into a machine word."""

from __future__ import annotations

from hashlib import sha256

# Two changes may have the same number, since after a restore from a backup numbers are given again: 24 bits tell them
# apart.
_FINGERPRINT_BITS = 24

# The token of no version: what a new version file holds until the database is asked.
UNKNOWN = 0


def version_token(change: int, instant: str) -> int:
    """Return the token of the state after a change: its number above, a fingerprint of its instant below.

    Stamps of one history are ordered as its changes are. Up to 2**40 changes fit into 64 bits.
    """
    digest = sha256(instant.encode()).digest()
    return change << _FINGERPRINT_BITS | int.from_bytes(digest[:3], "big") | 1


def change_of(token: int) -> int:
    """Return the change number of a token."""
    return token >> _FINGERPRINT_BITS
