"""What a program does with the client that openapi-python-client generates: python_client.py URL KEY."""

import sys
from http import HTTPStatus

from httpx import Timeout
from peninsula_client import AuthenticatedClient
from peninsula_client.api.service import get_health, list_changes
from peninsula_client.api.sources import (
    create_source,
    delete_source,
    get_source,
    patch_source,
    replace_source,
)
from peninsula_client.api.summits import get_summit, list_summits
from peninsula_client.models import (
    ChangeType,
    SourceKind,
    SourcePatch,
    SourceWrite,
    Summit,
    SummitList,
    SummitStatus,
    ValidationProblem,
)
from peninsula_client.types import UNSET


def main(url: str, key: str) -> None:
    with AuthenticatedClient(base_url=url, token=key, timeout=Timeout(120)) as client:
        assert get_health.sync(client=client).status == "ok"
        read(client)
        write(client)


def read(client: AuthenticatedClient) -> None:
    titles, cursor = [], UNSET
    while cursor is not None:
        page = list_summits.sync(client=client, limit=1, cursor=cursor)
        assert isinstance(page, SummitList)
        titles += [summit.title for summit in page.items]
        cursor = page.next_cursor
    assert len(titles) == len(set(titles)) >= 2
    held = list_summits.sync(client=client, status=[SummitStatus.HELD, SummitStatus.COORDINATING])
    assert sorted(summit.title for summit in held.items) == sorted(titles)
    summit = get_summit.sync("singapore-2018", client=client)
    assert isinstance(summit, Summit)
    assert (summit.date, summit.status, summit.revision) == ("2018-06-12", "held", 1)
    assert {party.country for party in summit.parties} == {"USA", "PRK"}
    assert summit.citations[0].source
    assert get_summit.sync("nowhere", client=client).type_ == "/problems/not-found"


def write(client: AuthenticatedClient) -> None:
    body = SourceWrite(
        title="Rodong Sinmun, 10 September 2018", published="2018-09-10", kind=SourceKind.STATE_MEDIA
    )
    created = create_source.sync_detailed(client=client, body=body, idempotency_key="from-python")
    assert created.status_code == HTTPStatus.CREATED
    source = created.parsed
    assert source.published_latest.isoformat() == "2018-09-10"
    patched = patch_source.sync_detailed(
        source.id, client=client, body=SourcePatch(language="ko"), if_match=created.headers["ETag"]
    )
    assert (patched.parsed.language, patched.parsed.revision) == ("ko", 2)
    # What was read is a body to write: members that the server sets are passed over.
    whole = SourceWrite.from_dict(patched.parsed.to_dict() | {"publisher": "Rodong Sinmun"})
    replaced = replace_source.sync_detailed(
        source.id, client=client, body=whole, if_match=patched.headers["ETag"]
    )
    assert (replaced.parsed.publisher, replaced.parsed.revision) == ("Rodong Sinmun", 3)
    assert get_source.sync(source.id, client=client) == replaced.parsed
    refused = create_source.sync(
        client=client, body=SourceWrite(title=" ", published="2018-02-30", kind=SourceKind.REPORT)
    )
    assert isinstance(refused, ValidationProblem)
    assert {fault.pointer for fault in refused.errors} == {"/title", "/published"}
    assert (
        delete_source.sync_detailed(source.id, client=client, if_match="*", reason="A test").status_code
        == 204
    )
    changes = list_changes.sync(client=client, type_=[ChangeType.SOURCE], limit=500).items
    assert [change.operation for change in changes if change.id == source.id] == [
        "created",
        "updated",
        "updated",
        "deleted",
    ]


if __name__ == "__main__":
    main(*sys.argv[1:])
