"""The twelve calls with httpx and the models of datamodel-code-generator: datamodel_models.py KEY URL…"""

import json
import sys
from typing import Any, TypeVar

import httpx
import peninsula_models as models
from pydantic import BaseModel

Model = TypeVar("Model", bound=BaseModel)


def get(client: httpx.Client, model: type[Model], path: str, **params: str | int) -> Model:
    return model.model_validate_json(client.get(path, params=params).raise_for_status().content)


def content(body: BaseModel) -> bytes:
    return body.model_dump_json(exclude_unset=True).encode()


def calls(url: str, key: str) -> dict[str, Any]:
    with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=120) as client:
        return reads(client) | writes(client)


def reads(client: httpx.Client) -> dict[str, Any]:
    ids: list[str] = []
    page = get(client, models.SummitList, "/v1/summits", limit=1)
    while page.next_cursor is not None:
        ids += [each.id for each in page.items]
        page = get(client, models.SummitList, "/v1/summits", limit=1, cursor=page.next_cursor)
    ids += [each.id for each in page.items]
    summit = get(client, models.Summit, "/v1/summits/singapore-2018")
    clocks = {"as_of": "2018-09-10", "published_until": "2018-09-10"}
    status = get(client, models.FacilityStatus, "/v1/facilities/sohae/status", **clocks)
    comparison = get(client, models.ParadeComparison, "/v1/parades/north-korea-2018-09-09/comparison")
    june = {"from": "2018-06-01", "to": "2018-06-30"}
    timeline = get(client, models.Timeline, "/v1/timeline", **june)
    found = get(client, models.Search, "/v1/search", q="singapore")
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


def writes(client: httpx.Client) -> dict[str, Any]:
    body = models.SourceWrite(title="KCNA", published="2018-09-10", kind="state_media")
    created = client.post("/v1/sources", content=content(body), headers={"Content-Type": "application/json"})
    source = models.Source.model_validate_json(created.content)
    path = f"/v1/sources/{source.id}"
    patch = {"If-Match": created.headers["ETag"], "Content-Type": "application/merge-patch+json"}
    patched = client.patch(path, content=content(models.SourcePatch(language="ko")), headers=patch)
    read = models.Source.model_validate_json(patched.content)
    whole = models.SourceWrite.model_validate(
        read.model_dump(mode="json", include=set(models.SourceWrite.model_fields)) | {"publisher": "KCNA"}
    )
    put = {"If-Match": patched.headers["ETag"], "Content-Type": "application/json"}
    replaced = models.Source.model_validate_json(
        client.put(path, content=content(whole), headers=put).content
    )
    deleted = client.delete(path, headers={"If-Match": "*"})
    changes = get(client, models.ChangeList, "/v1/changes", type="source", limit=500)
    return {
        "create": [created.status_code, str(source.published_latest)],
        "patch": [read.revision, read.language],
        "put": [replaced.revision, replaced.publisher, replaced.kind],
        "delete": deleted.status_code,
        "changes": [each.operation for each in changes.items if each.id == source.id],
        "problem": refused(client),
    }


def refused(client: httpx.Client) -> list[Any]:
    body = models.SourceWrite(title="No day", published="2018-02-30", kind="report")
    answer = client.post("/v1/sources", content=content(body), headers={"Content-Type": "application/json"})
    problem = models.NotCreatableProblem.model_validate_json(answer.content).root
    errors = problem.errors if isinstance(problem, models.ValidationProblem) else []
    return [problem.type, problem.status, [each.pointer for each in errors]]


key, *urls = sys.argv[1:]
print(json.dumps([calls(url, key) for url in urls]))
