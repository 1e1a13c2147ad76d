"""The progress bar of long commands."""

from __future__ import annotations

import sys
from typing import Any

import click


def progress_bar(label: str, length: int | None) -> Any:
    """Return a progress bar on standard error, hidden if that is not a terminal."""
    hidden = not sys.stderr.isatty()
    return click.progressbar(length=length or 0, label=label, file=sys.stderr, hidden=hidden)
