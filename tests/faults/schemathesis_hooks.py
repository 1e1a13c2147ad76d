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
    """Close answers, and add to each operation what the introduction says: a URL that is too long is ``414``."""
    close_answers(raw_schema)
    for path in raw_schema["paths"].values():
        for operation in path.values():
            if isinstance(operation, dict) and "responses" in operation:
                operation["responses"].setdefault("414", {"description": "URI Too Long"})
