"""What is special about the queries of pages: what others add to links, and what a form in a browser sends."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode

# What newsletters, advertisements and social networks add to links, to count who follows them.
_TRACKING = re.compile(
    r"utm_[a-z0-9_]*|(?:fb|g|gb|wb|d|msclk|tw|tt|y)clid|gbraid|wbraid|msclkid|igshid|igsh|li_fat_id|mc_[ce]id|mkt_tok|"
    r"_ga|_gl|_hsenc|_hsmi|hsctatracking|vero_id|vero_conv|oly_(?:anon|enc)_id|s_cid|srsltid|ref_src|ref_url|wickedid",
    re.IGNORECASE | re.ASCII,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def is_tracking(name: str) -> bool:
    """Tell whether a parameter of a link is there to follow readers, and asks nothing of a page."""
    return _TRACKING.fullmatch(name) is not None


def as_filled_in(query: bytes) -> str | None:
    """Return the query that a form in a browser means, ``None`` where it is the one that was sent.

    Browsers send the fields that were left empty too, and have no field for an instant: a day given as ``known_at``
    means its end, and today means now.
    """
    pairs = parse_qsl(query.decode("utf-8", "replace"), keep_blank_values=True)
    meant = [(name, _instant(value) if name == "known_at" else value) for name, value in pairs]
    meant = [(name, value) for name, value in meant if value]
    return None if meant == pairs else urlencode(meant)


def _instant(value: str) -> str:
    if not _DAY.fullmatch(value):
        return value
    return "" if value == datetime.now(UTC).date().isoformat() else f"{value}T23:59:59Z"
