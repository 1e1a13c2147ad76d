"""The folder in which the workers of one server add up their metrics."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from prometheus_client.multiprocess import mark_process_dead

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
_NAME = "peninsula-metrics"
# In memory where there is such a folder: a disk that is busy would hold requests up.
_MEMORY = Path("/dev/shm")  # noqa: S108 (the system's folder; ours in it is closed to others)


def share_metrics() -> None:
    """Make a folder and name it to prometheus-client in the program that this process becomes next.

    One that the operator has named is left alone. What servers left that were killed is taken away.
    """
    if VARIABLE in os.environ:
        return
    parent = _MEMORY if os.access(_MEMORY, os.W_OK) else Path(tempfile.gettempdir())
    for folder in parent.glob(f"{_NAME}-*-*"):
        # Another server may take its folder away meanwhile.
        with suppress(FileNotFoundError):
            if folder.stat().st_uid == os.geteuid() and not _runs(int(folder.name.split("-")[2])):
                shutil.rmtree(folder, ignore_errors=True)
    os.environ[VARIABLE] = tempfile.mkdtemp(prefix=f"{_NAME}-{os.getpid()}-", dir=parent)


def forget_worker(process_id: int) -> None:
    """Drop what a worker that is gone said of the moment; what it counted stays."""
    if VARIABLE in os.environ:
        mark_process_dead(process_id)  # type: ignore[no-untyped-call]


def remove_metrics() -> None:
    """Take the folder away again, if it is this process's own."""
    folder = Path(os.environ.get(VARIABLE, ""))
    if folder.name.startswith(f"{_NAME}-{os.getpid()}-"):
        shutil.rmtree(folder, ignore_errors=True)


def _runs(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
