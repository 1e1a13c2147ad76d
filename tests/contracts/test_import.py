"""POST /v1/import: many records at once, all or those without a fault, a result for every line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import text
from werkzeug.test import TestResponse

from service.records.idempotency import idempotency_lock
from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, nothing_stored

NDJSON = "application/x-ndjson"


def line(kind: str, record_id: str, **changes: Any) -> dict[str, Any]:
    path = next(path for path, name in factories.TYPES.items() if name == kind)
    return {"type": kind, **factories.BODIES[path](**changes), "id": record_id}


STANDING = [
    {"type": factories.TYPES[path], **body} for path, body in factories.STANDING
]  # a source, a system, a facility


def ndjson(lines: Iterable[Any]) -> bytes:
    return "".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in lines).encode()


def send(service: Api, lines: Any, query: str = "", **options: Any) -> TestResponse:
    body = lines if isinstance(lines, bytes) else ndjson(lines)
    return service.post(f"import{query}", body, **{"content_type": NDJSON, **options})


def report(answer: TestResponse) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.json


def refused(answer: TestResponse) -> list[tuple[int, str, str]]:
    errors = assert_problem(answer, 422, "import-refused")["errors"]
    assert all(error["detail"] for error in errors)
    return [(error["line"], error["pointer"], error["code"]) for error in errors]


def test_lines_are_written_in_order_and_each_has_its_result(service: Api) -> None:
    answered = report(send(service, STANDING))

    assert {name: answered[name] for name in answered if name != "results"} == {
        "results_omitted": 0,
        "mode": "atomic",
        "dry_run": False,
        "created": 3,
        "updated": 0,
        "unchanged": 0,
        "failed": 0,
    }
    assert answered["results"] == [
        {"line": n, "type": each["type"], "id": each["id"], "result": "created", "revision": 1, "seq": n}
        for n, each in enumerate(STANDING, 1)
    ]
    assert [change["seq"] for change in service.read("changes")["items"]] == [1, 2, 3]


def test_what_is_imported_is_as_if_written_one_by_one(service: Api) -> None:
    """Found by the same filters and words, and named by the same links."""
    report(send(service, [*STANDING, line("observation", "o", note="Quiet.")]))

    assert service.ids(
        "observations", {"facility": factories.FACILITY, "q": "quiet", "from": "2018-04-01"}
    ) == ["o"]
    document = assert_problem(service.delete("sources/a-source"), 409, "record-referenced")
    assert {each["type"] for each in document["referenced_by"]} == {"system", "facility", "observation"}
    assert service.read("observations/o/revisions")["items"][0]["actor"] == "write tester"


def test_the_same_lines_again_change_nothing(service: Api) -> None:
    lines = [*STANDING, line("parade", "p", date="2018-09")]
    first = report(send(service, lines))
    with nothing_stored(service):
        again = report(send(service, lines))

    assert (again["unchanged"], again["created"], again["updated"]) == (4, 0, 0)
    assert [(each["revision"], each["seq"]) for each in again["results"]] == [
        (each["revision"], each["seq"]) for each in first["results"]
    ]


def test_a_changed_line_is_one_new_revision_with_the_reason(service: Api) -> None:
    report(send(service, STANDING))
    changed = [STANDING[0] | {"title": "Another title"}, STANDING[1]]
    answered = report(send(service, changed, "?reason=Proof+read"))

    assert [each["result"] for each in answered["results"]] == ["updated", "unchanged"]
    (change,) = service.read("changes", {"after": 3})["items"]
    assert (change["revision"], change["reason"]) == (2, "Proof read")


def test_lines_may_name_one_another_in_any_order(service: Api) -> None:
    lines = [line("observation", "o"), *reversed(STANDING)]
    assert report(send(service, lines))["created"] == 4


def test_a_deleted_record_is_brought_back(service: Api) -> None:
    report(send(service, STANDING))
    service.remove("systems/a-system")
    (result,) = report(send(service, [STANDING[1]]))["results"]
    assert (result["result"], result["revision"]) == ("created", 3)


def test_one_error_refuses_all_and_every_error_is_reported(service: Api) -> None:
    lines = [
        *STANDING,
        line("system", "x", category="ikbm", country="XYZ"),
        line("parade", "p", citations=[factories.citation("nothing")]),
        line("observation", "o", findings=[factories.finding(component="roof")]),
    ]
    with nothing_stored(service):
        faults = refused(send(service, lines))

    assert sorted(faults) == [
        (4, "/category", "invalid_choice"),
        (4, "/country", "invalid_country"),
        (5, "/citations/0/source", "unknown_reference"),
        (6, "/findings/0/component", "unknown_part"),
    ]


@pytest.mark.parametrize("path", factories.BODIES)
def test_faults_are_those_of_a_single_write(service: Api, path: str) -> None:
    service.furnish()
    body = {
        **factories.BODIES[path](),
        "id": "x",
        "note": "",
        "nmae": 1,
        "citations": [{"source": "nothing"}],
    }
    single = assert_problem(service.post(path, body), 422, "validation-failed")["errors"]
    many = assert_problem(send(service, [{"type": factories.TYPES[path], **body}]), 422, "import-refused")[
        "errors"
    ]

    assert sorted(many, key=str) == sorted(({"line": 1, **each} for each in single), key=str)


BAD_LINES = [
    ("{", "", "malformed_json"),
    ('{"type": "source", "id": "a", "title": NaN}', "", "malformed_json"),
    ("source", "", "malformed_json"),
    ("", "", "blank_line"),
    (" \t\r", "", "blank_line"),
    ("[]", "", "invalid_type"),
    ("7", "", "invalid_type"),
    ("{}", "/type", "required"),
    ('{"type": "sorce", "id": "a"}', "/type", "unknown_type"),
    ('{"type": ["source"], "id": "a"}', "/type", "wrong_type"),
    ('{"type": null}', "/type", "wrong_type"),
    ('{"type": "source", "type": "system"}', "/type", "duplicate_key"),
    ("[" * 100 + "]" * 100, "", "json_too_deep"),
    (json.dumps(line("source", "a", note="a\0b")), "/note", "nul_character"),
    ('{"type": "source", "id": "a", "title": "\\ud800"}', "/title", "lone_surrogate"),
    (json.dumps(line("source", "a", titel="x")), "/titel", "unknown_field"),
    (json.dumps(line("source", "No Slug")), "/id", "invalid_slug"),
    (json.dumps({"type": "source", **factories.source()}), "/id", "required"),
    (json.dumps(line("source", "a", self="/v1/sources/b")), "/self", "read_only"),
    (json.dumps(line("source", "a", published_latest="2019-01-01")), "/published_latest", "read_only"),
    (json.dumps(line("source", "a", republishes="a")), "/republishes", "self_reference"),
]


@pytest.mark.parametrize(
    ("bad", "pointer", "code"), BAD_LINES, ids=[f"{c}-{n}" for n, (_, _, c) in enumerate(BAD_LINES)]
)
def test_an_invalid_line_is_reported_and_affects_no_other(
    service: Api, bad: str, pointer: str, code: str
) -> None:
    lines = [STANDING[0], bad, line("source", "last")]
    with nothing_stored(service):
        assert refused(send(service, lines)) == [(2, pointer, code)]
    answered = report(send(service, lines, "?mode=best_effort"))

    assert [each["result"] for each in answered["results"]] == ["created", "failed", "created"]
    assert [(e["pointer"], e["code"]) for e in answered["results"][1]["errors"]] == [(pointer, code)]
    assert sorted(service.ids("sources")) == ["a-source", "last"]


def test_bytes_that_are_not_utf_8_are_reported_with_their_line(service: Api) -> None:
    good = ndjson(STANDING[:1])
    assert refused(send(service, good + b'{"type": "\xff"}\n' + good)) == [
        (2, "", "malformed_json"),
        (3, "/id", "duplicate_record"),
    ]


def test_a_line_is_as_long_as_a_body_may_be(make_service: Any) -> None:
    service = make_service(max_body_bytes=2000, max_import_bytes=10_000)
    fits = json.dumps(line("source", "fits"))
    long = fits + " " * (2001 - len(fits))
    assert refused(send(service, ndjson([long]) + ndjson([STANDING[0]]))) == [(1, "", "line_too_long")]
    assert refused(send(service, long.encode())) == [(1, "", "line_too_long")]
    assert report(send(service, [long[:-1]]))["created"] == 1
    document = assert_problem(send(service, b" " * 10_001), 413, "payload-too-large")
    assert document["max_bytes"] == 10_000


def test_carriage_returns_and_a_missing_last_line_feed_are_no_faults(service: Api) -> None:
    body = ndjson(STANDING).replace(b"\n", b"\r\n").removesuffix(b"\r\n")
    assert report(send(service, body))["created"] == 3


def test_a_byte_order_mark_and_blank_lines_at_the_end_are_no_faults(service: Api) -> None:
    body = b"\xef\xbb\xbf" + ndjson(STANDING) + b"\n \r\n\n"
    assert report(send(service, body))["created"] == 3
    assert [each["line"] for each in report(send(service, body))["results"]] == [1, 2, 3]
    assert refused(send(service, ndjson(STANDING[:1]) + b"\n\n" + ndjson(STANDING[1:]))) == [
        (2, "", "blank_line"),
        (3, "", "blank_line"),
    ]


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-16", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")]
)
def test_another_encoding_is_named_once(service: Api, encoding: str, name: str) -> None:
    (error,) = assert_problem(
        send(service, ndjson(STANDING).decode().encode(encoding)), 422, "import-refused"
    )["errors"]
    assert (error["line"], error["code"]) == (1, "malformed_json")
    assert name in error["detail"]
    assert "UTF-8" in error["detail"]


def test_carriage_returns_alone_end_no_line_and_the_error_says_so(service: Api) -> None:
    answer = send(service, ndjson(STANDING).replace(b"\n", b"\r"))
    (error,) = assert_problem(answer, 422, "import-refused")["errors"]
    assert "line feed" in error["detail"]


def test_an_import_has_a_bounded_number_of_lines(make_service: Any) -> None:
    service = make_service(max_import_lines=3)
    assert report(send(service, ndjson(STANDING) + b"\n\n"))["created"] == 3
    document = assert_problem(send(service, ndjson([*STANDING, STANDING[0]])), 413, "payload-too-large")
    assert document["max_lines"] == 3


def test_a_thousand_errors_are_reported_and_the_others_counted(service: Api) -> None:
    lines = ["{}"] * 1500
    with nothing_stored(service):
        document = assert_problem(send(service, lines), 422, "import-refused")
        answered = report(send(service, [*lines, STANDING[0]], "?mode=best_effort&dry_run=true"))
    assert (len(document["errors"]), document["errors_truncated"], document["errors_total"]) == (
        1000,
        True,
        1500,
    )
    assert "1,500 of 1,500 lines" in document["detail"]
    assert (answered["failed"], answered["created"], len(answered["results"])) == (1500, 1, 1001)
    assert answered["results_omitted"] == 500


def test_errors_are_reported_while_others_write(service: Api) -> None:
    """It is found out before the write lock is taken."""
    wrong = [*STANDING, line("parade", "p", citations=[factories.citation("nothing")])]
    with service.context.database.writing():
        assert refused(send(service, wrong)) == [(4, "/citations/0/source", "unknown_reference")]
        assert report(send(service, ["{}"], "?mode=best_effort"))["failed"] == 1


def test_a_record_that_loses_statements_says_so(service: Api) -> None:
    shown = {"category": "armour", "presence": "displayed"}
    other = {"category": "icbm", "presence": "not_observed"}
    full = line("parade", "p", appearances=[shown | {"citations": [factories.citation()]}, other])
    report(send(service, [*STANDING, full]))
    fewer = full | {"appearances": [shown]}
    uncited = full | {"appearances": [shown, other]}
    for lines, code in (([uncited], "fewer_citations"), ([fewer], "fewer_items")):
        (result,) = report(send(service, lines, "?dry_run=true"))["results"]
        assert [(each["pointer"], each["code"]) for each in result["warnings"]] == [("/appearances", code)]
        assert result["result"] == "updated"
    assert "warnings" not in report(send(service, [full | {"note": "More."}]))["results"][0]


def test_an_idempotency_key_knows_the_same_lines_in_other_words(service: Api) -> None:
    headers = {"Idempotency-Key": "k-2"}
    first = send(service, STANDING, "?mode=atomic&reason=x", headers=headers)
    turned = [dict(reversed(each.items())) for each in STANDING]
    body = "\n".join(json.dumps(each, indent=None, separators=(" , ", " : ")) for each in turned).encode()
    again = send(service, body, "?reason=x&mode=atomic", headers=headers)
    assert (again.data, again.headers["Idempotency-Replayed"]) == (first.data, "true")


def test_no_line_at_all_is_an_import_of_nothing(service: Api) -> None:
    assert report(send(service, b""))["results"] == []


def test_one_record_twice_is_a_fault(service: Api) -> None:
    with nothing_stored(service):
        assert refused(send(service, [STANDING[0], STANDING[0]])) == [(2, "/id", "duplicate_record")]


def test_best_effort_imports_each_line_on_its_own_in_order(service: Api) -> None:
    lines = [
        line("parade", "early"),
        *STANDING,
        line("parade", "late"),
        line("parade", "bad", date="2018-13"),
    ]
    lines += [line("observation", "o", related=[{"observation": "later", "relation": "supersedes"}])]
    answered = report(send(service, lines, "?mode=best_effort"))

    assert [each["result"] for each in answered["results"]] == [
        "failed", "created", "created", "created", "created", "failed", "failed",
    ]  # fmt: skip
    assert answered["results"][0]["errors"][0]["code"] == "unknown_reference"
    assert (answered["created"], answered["failed"], answered["mode"]) == (4, 3, "best_effort")
    assert service.ids("parades") == ["late"]


@pytest.mark.parametrize("mode", ["atomic", "best_effort"])
def test_a_dry_run_reports_the_results_and_stores_nothing(service: Api, mode: str) -> None:
    service.put("sources/a-source", STANDING[0])
    lines = [STANDING[0], STANDING[1], line("source", "a-source-2")]
    with nothing_stored(service):
        answered = report(send(service, lines, f"?dry_run=true&mode={mode}"))
    assert answered["dry_run"] is True
    assert [each["result"] for each in answered["results"]] == ["unchanged", "created", "created"]
    assert {each["seq"] for each in answered["results"]} == {None}
    with nothing_stored(service):
        answer = send(service, [line("parade", "p", date="never")], f"?dry_run=true&mode={mode}")
    assert answer.status_code == (422 if mode == "atomic" else 200)


@pytest.mark.parametrize("mode", ["atomic", "best_effort"])
def test_a_part_that_others_refer_to_cannot_be_removed(service: Api, mode: str) -> None:
    report(send(service, [*STANDING, line("observation", "o")]))
    bare = STANDING[2] | {"components": [{"id": "other", "name": "Other"}]}
    with nothing_stored(service):
        answer = send(service, [bare], f"?mode={mode}")
    told = answer.json["errors"] if mode == "atomic" else answer.json["results"][0]["errors"]
    assert [(each["pointer"], each["code"]) for each in told] == [("/components", "part_in_use")]


def test_a_part_may_be_replaced_together_with_its_references(service: Api) -> None:
    report(send(service, [*STANDING, line("observation", "o")]))
    renamed = STANDING[2] | {"components": [{"id": "other", "name": "Other"}]}
    moved = line("observation", "o", findings=[factories.finding(component="other")])
    assert report(send(service, [renamed, moved]))["updated"] == 2
    back = [line("observation", "o"), STANDING[2]]
    assert report(send(service, back))["updated"] == 2


def test_a_new_part_can_be_named_at_once(service: Api) -> None:
    report(send(service, [*STANDING, line("observation", "o")]))
    more = STANDING[2] | {"components": [*STANDING[2]["components"], {"id": "other", "name": "Other"}]}
    named = line("observation", "o2", findings=[factories.finding(component="other")])
    for mode, lines in (("atomic", [named, more]), ("best_effort", [more, named])):
        service.send("DELETE", "observations/o2", key="write", headers={"If-Match": "*"})
        assert send(service, lines, f"?mode={mode}").json["failed"] == 0


def test_more_lines_than_fit_in_a_batch_are_one_import(service: Api) -> None:
    lines = [line("source", f"s-{number}", title=f"Report {number}") for number in range(1201)]
    lines[0]["republishes"] = "s-1200"
    assert report(send(service, lines))["created"] == 1201
    with service.context.database.reading() as connection:
        seqs = connection.execute(text("SELECT seq_from FROM revisions ORDER BY seq_from")).scalars().all()
        instants = (
            connection.execute(text("SELECT recorded_at FROM revisions ORDER BY seq_from")).scalars().all()
        )
    assert seqs == list(range(1, 1202))
    assert instants == sorted(set(instants))
    assert service.read("sources", {"q": "1200", "count": "true"})["total"] == 1


def test_an_idempotency_key_gives_the_first_report_again(service: Api) -> None:
    headers = {"Idempotency-Key": "k-1"}
    first = send(service, STANDING, headers=headers)
    with nothing_stored(service):
        again = send(service, STANDING, headers=headers)
        other = send(service, STANDING[:1], headers=headers)
        other_mode = send(service, STANDING, "?mode=best_effort", headers=headers)
    assert (again.data, again.headers["Idempotency-Replayed"]) == (first.data, "true")
    assert "Idempotency-Replayed" not in first.headers
    assert_problem(other, 422, "idempotency-key-reused")
    assert_problem(other_mode, 422, "idempotency-key-reused")


def test_what_was_refused_may_be_sent_again_with_the_same_key(service: Api) -> None:
    headers = {"Idempotency-Key": "k-1"}
    assert send(service, ["{"], headers=headers).status_code == 422
    assert report(send(service, STANDING, headers=headers))["created"] == 3


def test_a_repeat_while_the_first_request_runs_is_409(service: Api) -> None:
    headers = {"Idempotency-Key": "k-1"}
    key_id = service.tokens["write"].split("_")[1]
    with idempotency_lock(service.context.database, key_id, "k-1"):
        assert_problem(send(service, STANDING, headers=headers), 409, "idempotency-in-progress")


def test_imports_at_once_come_one_after_another(service: Api) -> None:
    def run(number: int) -> TestResponse:
        return send(service, [line("source", f"s-{number}-{n}") for n in range(20)])

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(run, range(4)))
    assert all(answer.status_code == 200 for answer in answers)
    seqs = [[each["seq"] for each in answer.json["results"]] for answer in answers]
    assert sorted(seq for each in seqs for seq in each) == list(range(1, 81))
    assert all(each == list(range(each[0], each[0] + 20)) for each in seqs)


@pytest.mark.parametrize(("key", "status", "kind"), [(None, 401, "unauthorized"), ("read", 403, "forbidden")])
def test_an_import_takes_a_key_that_may_write(service: Api, key: str | None, status: int, kind: str) -> None:
    assert_problem(send(service, STANDING, key=key), status, kind)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("mode=some", "mode"),
        ("dry_run=2", "dry_run"),
        ("dryrun=true", "dryrun"),
        ("reason=", "reason"),
        ("type=source", "type"),
    ],
)
def test_unknown_and_malformed_parameters_are_refused(service: Api, query: str, parameter: str) -> None:
    document = assert_problem(send(service, STANDING, f"?{query}"), 400, "invalid-parameter")
    assert [error["parameter"] for error in document["errors"]] == [parameter]


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/plain", "application/x-ndjson; charset=latin-1", ""]
)
def test_other_media_types_are_refused(service: Api, content_type: str) -> None:
    answer = send(service, STANDING, content_type=content_type)
    assert_problem(answer, 415, "unsupported-media-type")
    assert NDJSON in answer.headers["Accept-Post"]


def test_other_media_types_of_ndjson_are_accepted(service: Api) -> None:
    assert report(send(service, STANDING, content_type="application/jsonl; charset=utf-8"))["created"] == 3
    assert NDJSON in service.options("import").headers["Accept-Post"]
    assert service.options("import").headers["Allow"] == "OPTIONS, POST"


def test_an_answer_that_cannot_be_read_is_refused_before_anything_is_done(service: Api) -> None:
    with nothing_stored(service):
        assert_problem(send(service, STANDING, headers={"Accept": "text/html"}), 406, "not-acceptable")
