"""GET /v1/export: every record as it stands at one change, streamed, to go on with after a break."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.conftest import BACKENDS, serving
from tests.contracts.refusals import assert_problem
from tests.contracts.test_import import NDJSON, STANDING, line, report, send
from tests.contracts.world import World

SET_ANEW = ("seq", "revision", "recorded_at")


def lines_of(answer: TestResponse) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == NDJSON
    assert answer.data == b"" or answer.data.endswith(b"\n")
    return [json.loads(each) for each in answer.data.splitlines()]


def content(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in SET_ANEW}


def test_every_record_is_a_line_in_the_order_of_the_changes(service: Api) -> None:
    report(send(service, STANDING))
    service.revise("sources/a-source", title="Changed")
    service.make("parades", id="p")
    service.remove("parades/p")
    lines = lines_of(service.get("export"))

    assert [(each["seq"], each["id"]) for each in lines] == [
        (2, "a-system"),
        (3, "a-facility"),
        (4, "a-source"),
    ]
    for each in lines:
        assert each.pop("seq")
        assert each == service.read(each["self"])


def test_an_empty_record_is_no_line(service: Api) -> None:
    assert lines_of(service.get("export")) == []


def test_only_the_types_asked_for_are_told(service: Api) -> None:
    report(send(service, STANDING))
    assert [each["type"] for each in lines_of(service.get("export?type=system"))] == ["system"]
    found = lines_of(service.get("export?type=facility&type=source"))
    assert [each["type"] for each in found] == ["source", "facility"]


def test_an_interrupted_export_continues_where_it_stopped(service: Api) -> None:
    report(send(service, [*STANDING, *(line("source", f"s-{n}") for n in range(1100))]))
    whole = service.get("export")
    lines = lines_of(whole)
    assert len(lines) == 1103
    service.revise("sources/s-7", title="Changed meanwhile")
    rest = service.get(whole.headers["Content-Location"] + f"&after={lines[599]['seq']}")

    assert lines_of(rest) == lines[600:]
    assert lines_of(service.get(whole.headers["Content-Location"])) == lines
    assert lines_of(service.get(f"export?after={lines[-1]['seq']}"))[0]["id"] == "s-7"


def test_what_is_written_meanwhile_is_not_in_it(service: Api) -> None:
    report(send(service, [line("source", f"s-{n}") for n in range(1100)]))
    answer = service.send("GET", "export", buffered=False)
    pieces = iter(answer.response)
    first = next(pieces)
    service.revise("sources/s-1099", title="Changed")
    service.remove("sources/s-1098")
    service.make("systems")
    rest = b"".join(each if isinstance(each, bytes) else each.encode() for each in pieces)
    lines = [json.loads(each) for each in (first + rest).splitlines()]

    assert [each["id"] for each in lines] == [f"s-{n}" for n in range(1100)]
    assert lines[-1]["revision"] == 1


def test_the_past_can_be_exported(service: Api) -> None:
    report(send(service, STANDING))
    then = service.read("systems/a-system")["recorded_at"]
    service.revise("systems/a-system", name="Changed")
    answer = service.get("export", {"known_at": then})

    assert [each["id"] for each in lines_of(answer)] == ["a-source", "a-system"]
    assert lines_of(answer)[1]["name"] == "Hwasong-1"


def test_the_tag_is_that_of_the_state_and_spares_a_client_the_same_again(service: Api) -> None:
    report(send(service, STANDING))
    first = service.get("export")
    tag = first.headers["ETag"]
    same = service.get("export", headers={"If-None-Match": tag})
    assert (same.status_code, same.data, same.headers["ETag"]) == (304, b"", tag)
    assert service.get("export?after=1").headers["ETag"] != tag
    assert service.get("export?type=source").headers["ETag"] != tag
    assert_problem(service.get("export", headers={"If-Match": '"x"'}), 412, "precondition-failed")
    service.revise("systems/a-system", name="Changed")
    assert service.get("export", headers={"If-None-Match": tag}).status_code == 200
    assert service.get(first.headers["Content-Location"]).headers["ETag"] == tag


def test_an_export_is_no_store_and_may_be_compressed(service: Api) -> None:
    report(send(service, STANDING))
    plain, packed = service.get("export"), service.get("export", headers={"Accept-Encoding": "gzip"})
    assert plain.headers["Cache-Control"] == packed.headers["Cache-Control"] == "no-store"
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["ETag"] == plain.headers["ETag"].removesuffix('"') + '-gzip"'
    assert gzip.decompress(packed.data) == plain.data


def test_head_tells_the_same_and_sends_nothing(service: Api) -> None:
    report(send(service, STANDING))
    answer = service.head("export")
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.headers["ETag"] == service.get("export").headers["ETag"]


@pytest.mark.parametrize(
    "query", ["after=-1", "after=x", "type=sorce", "limit=5", "known_at=2999-01-01T00:00:00Z", "cursor=a"]
)
def test_what_cannot_be_asked_is_refused(service: Api, query: str) -> None:
    document = assert_problem(service.get(f"export?{query}"), 400, "invalid-parameter")
    assert document["errors"][0]["parameter"] == query.partition("=")[0]


def test_an_export_is_ndjson_only(service: Api) -> None:
    assert_problem(service.get("export", headers={"Accept": "application/json"}), 406, "not-acceptable")
    assert service.get("export", headers={"Accept": NDJSON}).status_code == 200


def test_where_reads_take_a_key_so_does_this(make_service: Any) -> None:
    service = make_service(read_access="key")
    assert_problem(service.get("export"), 401, "unauthorized")
    assert service.get("export", key="read").status_code == 200


@pytest.mark.parametrize("other", BACKENDS)
def test_an_export_imported_into_an_empty_service_gives_the_same_records(
    peopled: tuple[Api, World], databases: Any, other: str
) -> None:
    api, _ = peopled
    exported = api.get("export")
    lines = lines_of(exported)
    assert {each["type"] for each in lines} == set(api.context.registry.names)
    with serving(databases(other), "empty", max_import_bytes=2**27) as empty:
        assert report(send(empty, exported.data))["created"] == len(lines)
        again = lines_of(empty.get("export"))
        assert [content(each) for each in again] == [content(each) for each in lines]
        for path in factories.BODIES:
            assert empty.ids(path) == api.ids(path)
        assert report(send(empty, exported.data))["unchanged"] == len(lines)
