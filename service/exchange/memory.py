"""Returning memory to the system after a large import, which glibc would otherwise keep for later allocations."""

from __future__ import annotations

import ctypes
import gc

_library = ctypes.CDLL(None)
_M_MMAP_THRESHOLD = -3
# A fixed threshold: by default glibc raises it whenever a large body is freed, and then keeps such memory.
_LARGE_BYTES = 131_072
if hasattr(_library, "mallopt"):
    _library.mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES)


def give_back(body_bytes: int) -> None:
    """Return free memory to the system after an import, if the C library can (glibc: ``malloc_trim``).

    Does nothing after a small import, since finding free memory takes a fifth of a second.
    """
    if body_bytes < _LARGE_BYTES:
        return
    gc.collect()
    if trim := getattr(_library, "malloc_trim", None):
        trim(0)
