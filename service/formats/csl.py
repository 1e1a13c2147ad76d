"""CSL-JSON, what citation processors read (Citation Style Language 1.0.2)."""

from __future__ import annotations

from typing import Any

import orjson

from service.formats.references import REFUSED, Bibliography, CitableWork, PublishedDate, plain
from service.web.negotiation import Representation


def write_bibliography(bibliography: Bibliography) -> bytes:
    """Return references as an array of CSL-JSON items."""
    return orjson.dumps([_item(each) for each in bibliography.references])


def _item(reference: CitableWork) -> dict[str, Any]:
    found = {
        "id": reference.key,
        "type": reference.kind,
        "title": plain(reference.title),
        "author": [{"literal": plain(each)} for each in reference.authors],
        "publisher": reference.publisher and plain(reference.publisher),
        "issued": reference.issued and _date(reference.issued),
        "accessed": reference.accessed and _date(reference.accessed),
        "URL": reference.url,
        "language": reference.language,
        "version": reference.version,
        "note": plain(reference.remarks),
    }
    return {name: value for name, value in found.items() if value}


def _date(date: PublishedDate) -> dict[str, Any] | None:
    if not date.parts:
        return None
    parts = [list(each) for each in date.parts]
    return {"date-parts": parts} | ({"circa": True} if date.is_approximate else {})


def _write(answer: Any) -> bytes:
    return write_bibliography(answer.content)


CSL = Representation(
    "csl",
    "application/vnd.citationstyles.csl+json",
    _write,
    schema={"type": "array", "items": {"type": "object"}},
    refuses=REFUSED,
)
