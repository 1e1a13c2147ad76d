"""Forms whose members a standard fixes, so that a request cannot choose them."""

from __future__ import annotations


def refused_by(forms: str) -> dict[str, str]:
    """Return the parameters that such forms, named in the plural, do not take, with what to do instead."""
    fixed = f"Does not apply to {forms}, whose members are fixed: leave it out, or ask for format=json."
    return dict.fromkeys(("fields", "expand", "count"), fixed)
