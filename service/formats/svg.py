"""SVG (image/svg+xml): a picture that stands for itself."""

from __future__ import annotations

from typing import Any

from service.formats.fixed import refused_by
from service.web.negotiation import Representation


def _write(answer: Any) -> bytes:
    picture: bytes = answer.content
    return picture


SVG = Representation(
    "svg", "image/svg+xml", _write, schema={"type": "string"}, refuses=refused_by("pictures")
)
