"""What a record type declares whose records are themselves what is cited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from service.formats.references import Kind


@dataclass(frozen=True)
class Publication:
    """That records of a type stand for publications, which are cited as such and not as records of this service.

    :param kind: gives the CSL type of the publication that a record stands for.
    """

    kind: Callable[[Mapping[str, Any]], Kind]
