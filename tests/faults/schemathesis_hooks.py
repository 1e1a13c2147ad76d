"""How Schemathesis writes what is no JSON: NDJSON goes out as the text that its schema describes."""

from __future__ import annotations

import schemathesis


@schemathesis.serializer("application/x-ndjson", "application/ndjson", "application/jsonl")
def write_ndjson(_context: schemathesis.SerializationContext, value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode(errors="surrogatepass")
