"""Memory given back to the system after a large import: glibc would keep it for a next one."""

from __future__ import annotations

import ctypes
import gc

_library = ctypes.CDLL(None)
_M_MMAP_THRESHOLD = -3
# Else glibc raises the size from which memory is the system's own with each large body, and keeps such memory then.
_LARGE_BYTES = 131_072
if hasattr(_library, "mallopt"):
    _library.mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES)


def give_back(body_bytes: int) -> None:
    """Return free memory to the system after an import, where the C library can (glibc: ``malloc_trim``).

    Does nothing after a small one: looking for what is free takes a fifth of a second.
    """
    if body_bytes < _LARGE_BYTES:
        return
    gc.collect()
    if trim := getattr(_library, "malloc_trim", None):
        trim(0)
