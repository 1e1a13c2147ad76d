"""The page that renders the API description, in the clothes of the others."""

from __future__ import annotations

from dataclasses import replace

from service.pages.asked import Asked
from service.pages.files import file_url
from service.web.html import HTML
from service.web.operation import Answer

# It may fetch nothing from elsewhere either; Swagger UI sets style attributes and has pictures in its style sheet.
_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
DOCS = replace(HTML, headers={"Content-Security-Policy": lambda: _POLICY})
"""The form of the one page that needs scripts."""


def docs_page(asked: Asked) -> Answer:
    """Return the page in which the API is read and tried."""
    return asked.page("docs.html", "API reference", style=file_url("docs.css"))
