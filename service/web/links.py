"""Link headers (RFC 8288) and the URLs in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote

from service.web.negotiation import Representation

# Readable in a query and harmless there (RFC 3986 §3.4); "+" is not among them, since readers take it for a
# space.
_SAFE_IN_QUERY = ":/,*~@!$"
_SAFE_IN_PATH = "/:,*~@!$&'()+;="
# Proxies have room for 4 to 8 KiB of header fields in all.
LONGEST_LINKS = 2_048


def url(path: str, pairs: Iterable[tuple[str, str]] = ()) -> str:
    """Return the path-absolute URL of a decoded path and query pairs, percent-encoded (RFC 3986 §2.1)."""
    query = "&".join(f"{_encoded(name)}={_encoded(value)}" for name, value in pairs)
    encoded_path = quote(path, safe=_SAFE_IN_PATH, errors="replace")
    return f"{encoded_path}?{query}" if query else encoded_path


def link_header(links: Mapping[str, str | None]) -> str:
    """Return a ``Link`` field value of relation → URL (RFC 8288 §3); a relation without a URL is left out."""
    return ", ".join(link(target, relation) for relation, target in links.items() if target is not None)


def link(target: str, relations: str, **attributes: str) -> str:
    """Return one link of a ``Link`` field: relations are separated by spaces, attributes are quoted (RFC 8288 §3)."""
    more = "".join(f'; {name}="{value}"' for name, value in attributes.items())
    return f'<{target}>; rel="{relations}"{more}'


def alternates(path: str, others: Iterable[tuple[Representation, Iterable[tuple[str, str]]]]) -> str:
    """Return the links to other representations, each with the query that asks for it, as a ``Link`` field value.

    It is empty where they would take more than 2 KiB, as those of long queries would.
    """
    links = []
    for each, query in others:
        pairs = [*(pair for pair in query if pair[0] != "format"), ("format", each.name)]
        links.append(link(url(path, pairs), "alternate", type=each.bare_media_type))
    text = ", ".join(links)
    return text if len(text) <= LONGEST_LINKS else ""


@lru_cache(maxsize=1024)
def _encoded(text: str) -> str:
    return quote(text, safe=_SAFE_IN_QUERY, errors="replace")
