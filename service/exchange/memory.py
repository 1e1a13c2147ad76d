"""Memory given back to the system after a large import: the C library would keep it for a next one."""

from __future__ import annotations

import ctypes
import gc

_library = ctypes.CDLL(None)


def give_back() -> None:
    """Return free memory to the system, where the C library can (glibc: ``malloc_trim``)."""
    gc.collect()
    if trim := getattr(_library, "malloc_trim", None):
        trim(0)
