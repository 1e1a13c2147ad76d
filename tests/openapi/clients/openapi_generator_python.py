"""The twelve calls with openapi-generator's `python`: openapi_generator_python.py KEY URL…"""

import json
import sys
from datetime import date
from typing import Any

import peninsula
from peninsula import ChangeType, SourceKind, SourcePatch, SourceWrite
from peninsula.exceptions import ApiException


def calls(url: str, key: str) -> dict[str, Any]:
    client = peninsula.ApiClient(peninsula.Configuration(host=url, access_token=key))
    return reads(client) | writes(client)


def reads(client: peninsula.ApiClient) -> dict[str, Any]:
    summits, views = peninsula.SummitsApi(client), peninsula.ViewsApi(client)
    ids, page = [], summits.list_summits(limit=1)
    while True:
        ids += [each.id for each in page.items]
        if page.next_cursor is None:
            break
        page = summits.list_summits(limit=1, cursor=page.next_cursor)
    summit = summits.get_summit("singapore-2018")
    day = date(2018, 9, 10)
    status = peninsula.FacilitiesApi(client).get_facility_status("sohae", as_of=day, published_until=day)
    comparison = peninsula.ParadesApi(client).get_parade_comparison("north-korea-2018-09-09")
    timeline = views.get_timeline(var_from="2018-06-01", to="2018-06-30")
    found = views.get_search("singapore")
    return {
        "pages": ids,
        "get": [summit.status, summit.var_date, [each.country for each in summit.parties]],
        "status": [status.trend, str(status.last_observed)],
        "comparison": [
            comparison.parade.id,
            [each.category for each in comparison.categories.no_longer_shown],
        ],
        "timeline": [[each.kind, each.record.id] for each in timeline.items],
        "search": [each.record.id for each in found.items],
    }


def writes(client: peninsula.ApiClient) -> dict[str, Any]:
    sources = peninsula.SourcesApi(client)
    body = SourceWrite(title="KCNA", published="2018-09-10", kind=SourceKind.STATE_MEDIA)
    created = sources.create_source_with_http_info(body)
    source_id = created.data.id
    tag = created.headers["ETag"]
    patched = sources.patch_source_with_http_info(tag, source_id, SourcePatch(language="ko"))
    read = patched.data.to_dict()
    again = {name: value for name, value in read.items() if name in SourceWrite.model_fields}
    whole = SourceWrite.from_dict(again | {"publisher": "KCNA"})
    replaced = sources.replace_source(source_id, whole, if_match=patched.headers["ETag"])
    deleted = sources.delete_source_with_http_info("*", source_id)
    changes = peninsula.ServiceApi(client).list_changes(type=[ChangeType.SOURCE], limit=500)
    return {
        "create": [created.status_code, str(created.data.published_latest)],
        "patch": [patched.data.revision, patched.data.language],
        "put": [replaced.revision, replaced.publisher, replaced.kind],
        "delete": deleted.status_code,
        "changes": [each.operation for each in changes.items if each.id == source_id],
        "problem": refused(sources),
    }


def refused(sources: peninsula.SourcesApi) -> list[Any]:
    try:
        sources.create_source(SourceWrite(title="No day", published="2018-02-30", kind=SourceKind.REPORT))
    except ApiException as error:
        problem = error.data.actual_instance
        errors = problem.errors if isinstance(problem, peninsula.ValidationProblem) else []
        return [problem.type, problem.status, [each.pointer for each in errors]]
    raise AssertionError("30 February was taken")


key, *urls = sys.argv[1:]
print(json.dumps([calls(url, key) for url in urls]))
