"""NDJSON: one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson

from service.web.negotiation import Representation


def write(answer: Any) -> bytes:
    """Return the documents of an answer, or the texts they are stored as, one a line."""
    return write_lines(answer.content)


def write_lines(documents: Iterable[Any]) -> bytes:
    """Return documents, or their JSON texts, one a line; each line is ended by a line feed."""
    return b"".join(
        f"{each}\n".encode()
        if isinstance(each, str)
        else orjson.dumps(each, option=orjson.OPT_APPEND_NEWLINE)
        for each in documents
    )


_LINE = "A document, as the answer in JSON has it, on each line; of an export with the number of its change as `seq`."
NDJSON = Representation(
    "ndjson",
    "application/x-ndjson",
    write,
    schema={"description": _LINE, "type": "string"},
    streams=True,
    refuses={"count": "Lines of NDJSON have no place for a total: ask for format=json."},
)
