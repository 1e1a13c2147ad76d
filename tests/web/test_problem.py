"""Every error there is, answered as a problem document (RFC 9457)."""

from __future__ import annotations

import sqlite3

import pytest
from flask import abort
from sqlalchemy.exc import InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from structlog.testing import capture_logs
from werkzeug.exceptions import HTTPException, default_exceptions

from service.web import problem_catalogue as kinds
from service.web.problem import MAX_ERRORS, Problem
from service.web.problem_catalogue import CATALOGUE


def raising(app, error):
    @app.get("/fails")
    def fail():
        raise error

    return app.test_client().get("/fails")


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.slug)
def test_each_kind_is_answered_with_its_own_status_and_type(app, assert_problem, kind):
    document = assert_problem(raising(app, Problem(kind, "Because.")), kind.status, kind.slug)
    assert document["title"] == kind.title
    assert document["detail"] == "Because."
    assert document["instance"] == "/fails"


def test_two_kinds_raised_in_one_process_keep_their_own_status(app, client):
    app.add_url_rule("/one", view_func=lambda: abort(404), endpoint="one")

    @app.get("/two")
    def two():
        raise Problem(kinds.ID_TAKEN)

    assert [client.get(path).status_code for path in ("/one", "/two", "/one")] == [404, 409, 404]


def test_errors_headers_and_further_members_are_carried(app, assert_problem):
    error = {"pointer": "/steps/0/date", "code": "invalid_date", "detail": "No such day."}
    response = raising(
        app, Problem(kinds.VALIDATION_FAILED, errors=[error], headers={"X-A": "b"}, member=[1])
    )
    document = assert_problem(response, 422, "validation-failed")
    assert document["errors"] == [error]
    assert document["member"] == [1]
    assert response.headers["X-A"] == "b"


def test_a_problem_without_detail_gives_its_kind_s_explanation(app, assert_problem):
    document = assert_problem(raising(app, Problem(kinds.RECORD_DELETED)), 410, "record-deleted")
    assert document["detail"] == kinds.RECORD_DELETED.explanation


def test_errors_beyond_the_bound_are_left_out_and_said_to_be(app, assert_problem):
    errors = ({"pointer": f"/{n}", "code": "c", "detail": "d"} for n in range(10**9))
    document = assert_problem(
        raising(app, Problem(kinds.VALIDATION_FAILED, errors=errors)), 422, "validation-failed"
    )
    assert len(document["errors"]) == MAX_ERRORS
    assert document["errors_truncated"] is True


def test_long_pointers_cannot_make_the_answer_huge(app):
    errors = ({"pointer": "/" + "k" * 500_000, "code": "c", "detail": "d"} for n in range(MAX_ERRORS))
    response = raising(app, Problem(kinds.VALIDATION_FAILED, errors=errors))
    assert len(response.data) < 2_000_000


def test_problems_are_not_stored_by_caches(client):
    assert client.get("/nowhere").headers["Cache-Control"] == "no-store"


def test_an_unknown_path_is_a_404_problem(client, assert_problem):
    assert assert_problem(client.get("/nowhere"), 404, "not-found")["instance"] == "/nowhere"


def test_the_instance_is_a_uri_reference_without_the_query(client):
    assert client.get("/평양 <b>?a=b").get_json(force=True)["instance"] == "/%ED%8F%89%EC%96%91%20%3Cb%3E"


def test_a_405_keeps_allow(client, assert_problem):
    response = client.patch("/problems")
    assert_problem(response, 405, "method-not-allowed")
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_an_unknown_method_is_a_405_problem(client, assert_problem):
    assert_problem(client.open("/problems", method="BREW"), 405, "method-not-allowed")


@pytest.mark.parametrize("path", ["/folder", "/problems/", "/problems//not-found", "//nowhere/"])
def test_the_router_never_redirects(app, client, assert_problem, path):
    app.add_url_rule("/folder/", view_func=lambda: "", endpoint="folder")
    assert_problem(client.get(path), 404, "not-found")


def test_a_head_request_gets_the_problem_s_head_only(client):
    response = client.head("/nowhere")
    assert (response.status_code, response.data) == (404, b"")
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("error", default_exceptions.values(), ids=lambda error: error.__name__)
def test_each_exception_of_the_framework_becomes_a_problem_of_the_catalogue(app, error: type[HTTPException]):
    with capture_logs():
        response = raising(app, error())
    document = response.get_json(force=True)
    assert response.headers["Content-Type"] == "application/problem+json"
    assert CATALOGUE[document["type"].removeprefix("/problems/")].status == response.status_code
    assert (error.code < 500) == (response.status_code < 500)


def test_a_body_cut_off_is_a_400_problem(app, client, assert_problem):
    @app.post("/body")
    def read():
        from flask import request

        return request.get_data()

    response = client.post("/body", data=b"{}", environ_overrides={"CONTENT_LENGTH": "10"})
    assert_problem(response, 400, "bad-request")


def test_an_unhandled_exception_tells_nothing_but_the_request_id(app, client, assert_problem):
    @app.get("/fails")
    def fail():
        raise RuntimeError("secret table name")

    with capture_logs() as logs:
        response = client.get("/fails", headers={"X-Request-ID": "abc"})
    document = assert_problem(response, 500, "internal-error")
    assert "secret" not in response.text
    assert document["request_id"] == "abc"
    assert "abc" in document["detail"]
    assert [entry["event"] for entry in logs] == ["unhandled_exception"]
    assert isinstance(logs[0]["exc_info"], RuntimeError)


def test_an_exception_after_the_view_is_a_problem_too(app, assert_problem):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    failed = []

    @app.after_request
    def fail(response):
        if not failed:
            failed.append(True)
            raise RuntimeError("secret")
        return response

    with capture_logs() as logs:
        response = app.test_client().get("/problems")
    assert_problem(response, 500, "internal-error")
    assert isinstance(logs[0]["exc_info"], RuntimeError)


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("SELECT secret", {}, Exception("gone")),
        InterfaceError("SELECT secret", {}, Exception("closed"), connection_invalidated=True),
        PoolTimeout("secret"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_database_out_of_reach_is_a_503_with_retry_after(app, assert_problem, error):
    with capture_logs() as logs:
        response = raising(app, error)
    assert_problem(response, 503, "service-unavailable")
    assert int(response.headers["Retry-After"]) > 0
    assert "secret" not in response.text
    assert logs[0]["event"] == "database_unavailable"


def sqlite_failure(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("secret")
    error.sqlite_errorcode = code
    return error


def test_a_locked_sqlite_file_is_a_503(app, assert_problem):
    with capture_logs():
        response = raising(app, OperationalError("SELECT", {}, sqlite_failure(sqlite3.SQLITE_BUSY)))
    assert_problem(response, 503, "service-unavailable")


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("SELECT", {}, sqlite_failure(sqlite3.SQLITE_ERROR)),
        ProgrammingError("SELECT secret", {}, Exception("syntax")),
    ],
    ids=["sqlite", "postgresql"],
)
def test_a_wrong_statement_is_our_own_fault(app, assert_problem, error):
    with capture_logs():
        response = raising(app, error)
    assert_problem(response, 500, "internal-error")
    assert "secret" not in response.text


def test_what_a_caller_sent_is_quoted_up_to_a_bound(app, assert_problem) -> None:
    long = "x" * 800_000
    error = {"pointer": f"/{long}", "code": "unknown_field", "detail": f"Unknown field {long}."}
    response = raising(app, Problem(kinds.VALIDATION_FAILED, f"Not {long}.", errors=[error]))
    document = assert_problem(response, 422, "validation-failed")
    assert len(response.data) < 8192
    assert document["errors"][0]["code"] == "unknown_field"
    assert document["errors"][0]["pointer"].endswith("…")
