"""The change feed: every write once, in order, without gaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, request

from service.records.context import Context
from service.records.http.answers import answer_json, own_url, resolve_known_at
from service.records.http.parameters import DEFAULT_LIMIT
from service.records.reading import Change, changes, last_change
from service.web import problem_catalogue as kinds
from service.web.links import link_header
from service.web.negotiation import negotiate
from service.web.problem import Problem


def list_changes(context: Context, values: Mapping[str, Any]) -> Response:
    """Answer ``GET /v1/changes``; raises ``Problem`` 410 where ``after`` lies before the retained feed."""
    negotiate(request)
    after = values.get("after", 0)
    limit = values.get("limit", DEFAULT_LIMIT)
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        oldest = _oldest(last_change(connection)[0], context.settings.changes_retained)
        if after < oldest:
            raise Problem(
                kinds.FEED_NO_LONGER_RETAINED,
                f"Changes up to {oldest} are no longer kept in the feed: read the lists anew, then go on from there.",
                oldest_after=oldest,
            )
        entries, next_after, _ = changes(
            connection, after=after, types=values.get("type", ()), limit=limit, upto=at
        )
    following = own_url(after=str(next_after))
    return answer_json(
        {"items": [_entry(entry) for entry in entries], "next_after": next_after},
        headers={"Link": link_header({"next": following})},
    )


def _oldest(last: int, retained: int) -> int:
    return max(0, last - retained) if retained else 0


def _entry(change: Change) -> dict[str, Any]:
    return {
        "seq": change.seq,
        "operation": change.operation,
        "type": change.type,
        "id": change.id,
        "revision": change.revision,
        "recorded_at": change.recorded_at,
        "reason": change.reason,
    }
