"""How Schemathesis writes NDJSON (as the text that its schema describes), and what it takes from the introduction."""

from __future__ import annotations

from typing import Any

import schemathesis

from tests.openapi.contract import close_answers


@schemathesis.serializer("application/x-ndjson", "application/ndjson", "application/jsonl")
def write_ndjson(_context: schemathesis.SerializationContext, value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode(errors="surrogatepass")


@schemathesis.hook
def before_load_schema(_context: schemathesis.HookContext, raw_schema: dict[str, Any]) -> None:
    """Close answers, and add to each operation what the introduction says: a URL that is too long is ``414``.

    No page is asked for: forms of people send empty fields, clocks that change nothing, and days for instants.
    """
    close_answers(raw_schema)
    _leave_pages_out(raw_schema)
    for path in raw_schema["paths"].values():
        for operation in path.values():
            if isinstance(operation, dict) and "responses" in operation:
                operation["responses"].setdefault("414", {"description": "URI Too Long"})


def _leave_pages_out(value: Any) -> None:
    """Take ``format=html`` and what it is answered with out of a description, or a part of it."""
    if isinstance(value, list):
        for each in value:
            _leave_pages_out(each)
    elif isinstance(value, dict):
        forms = value.get("enum", ())
        if "html" in forms and len(forms) > 1:
            forms.remove("html")
        value.pop("text/html", None)
        for each in value.values():
            _leave_pages_out(each)
