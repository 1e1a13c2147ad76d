"""Stamps: a version of the record as one number that fits into a machine word."""

from __future__ import annotations

from hashlib import sha256

# 24 bits tell apart two changes of the same number: after a restore from a backup the record grows anew from there.
_FINGERPRINT_BITS = 24

# No stamp of any record: what a counter holds before it was first confirmed.
UNKNOWN = 0


def stamp(change: int, instant: str) -> int:
    """Return the stamp of the state after a change: its number above, a fingerprint of its instant below.

    Stamps of one history are ordered as its changes are. Up to 2**40 changes fit into 64 bits.
    """
    digest = sha256(instant.encode()).digest()
    return change << _FINGERPRINT_BITS | int.from_bytes(digest[:3], "big") | 1


def change_of(stamped: int) -> int:
    """Return the change number of a stamp."""
    return stamped >> _FINGERPRINT_BITS
