"""The twelve calls with openapi-python-client: openapi_python_client.py KEY URL…"""

import json
import sys
from datetime import date
from typing import Any

from httpx import Timeout
from peninsula_generated import AuthenticatedClient
from peninsula_generated.api.facilities import get_facility_status
from peninsula_generated.api.parades import get_parade_comparison
from peninsula_generated.api.service import list_changes
from peninsula_generated.api.sources import create_source, delete_source, patch_source, replace_source
from peninsula_generated.api.summits import get_summit, list_summits
from peninsula_generated.api.views import get_search, get_timeline
from peninsula_generated.models import (
    ChangeType,
    SourceKind,
    SourcePatch,
    SourceWrite,
    SummitList,
    ValidationProblem,
)
from peninsula_generated.types import UNSET


def calls(url: str, key: str) -> dict[str, Any]:
    with AuthenticatedClient(base_url=url, token=key, timeout=Timeout(120)) as client:
        return reads(client) | writes(client)


def reads(client: AuthenticatedClient) -> dict[str, Any]:
    ids, cursor = [], UNSET
    while cursor is not None:
        page = list_summits.sync(client=client, limit=1, cursor=cursor)
        assert isinstance(page, SummitList)
        ids += [summit.id for summit in page.items]
        cursor = page.next_cursor
    summit = get_summit.sync("singapore-2018", client=client)
    day = date(2018, 9, 10)
    status = get_facility_status.sync("sohae", client=client, as_of=day, published_until=day)
    comparison = get_parade_comparison.sync("north-korea-2018-09-09", client=client)
    timeline = get_timeline.sync(client=client, from_="2018-06-01", to="2018-06-30")
    found = get_search.sync(client=client, q="singapore")
    return {
        "pages": ids,
        "get": [summit.status, summit.date, [each.country for each in summit.parties]],
        "status": [status.trend, str(status.last_observed)],
        "comparison": [
            comparison.parade.id,
            [each.category for each in comparison.categories.no_longer_shown],
        ],
        "timeline": [[each.kind, each.record.id] for each in timeline.items],
        "search": [each.record.id for each in found.items],
    }


def writes(client: AuthenticatedClient) -> dict[str, Any]:
    body = SourceWrite(title="KCNA", published="2018-09-10", kind=SourceKind.STATE_MEDIA)
    created = create_source.sync_detailed(client=client, body=body)
    source_id = created.parsed.id
    patched = patch_source.sync_detailed(
        source_id, client=client, body=SourcePatch(language="ko"), if_match=created.headers["ETag"]
    )
    whole = SourceWrite.from_dict(patched.parsed.to_dict() | {"publisher": "KCNA"})
    replaced = replace_source.sync(source_id, client=client, body=whole, if_match=patched.headers["ETag"])
    deleted = delete_source.sync_detailed(source_id, client=client, if_match="*")
    changes = list_changes.sync(client=client, type_=[ChangeType.SOURCE], limit=500)
    february = SourceWrite(title="No day", published="2018-02-30", kind=SourceKind.REPORT)
    problem = create_source.sync(client=client, body=february)
    errors = problem.errors if isinstance(problem, ValidationProblem) else []
    return {
        "create": [created.status_code, str(created.parsed.published_latest)],
        "patch": [patched.parsed.revision, patched.parsed.language],
        "put": [replaced.revision, replaced.publisher, replaced.kind],
        "delete": deleted.status_code,
        "changes": [each.operation for each in changes.items if each.id == source_id],
        "problem": [problem.type_, problem.status, [each.pointer for each in errors]],
    }


key, *urls = sys.argv[1:]
print(json.dumps([calls(url, key) for url in urls]))
