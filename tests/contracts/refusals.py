"""What refusals look like: a problem of the right kind, and a record that is as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from werkzeug.test import TestResponse

from tests.contracts.api import Api

PROBLEM = "application/problem+json"


def assert_problem(answer: TestResponse, status: int, kind: str) -> dict[str, Any]:
    """The document of a problem of this status and kind (RFC 9457)."""
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == PROBLEM
    document = answer.get_json(force=True)
    assert document["type"] == f"/problems/{kind}"
    assert document["status"] == status
    assert {"title", "detail", "instance"} <= document.keys()
    return document


def faults(answer: TestResponse) -> set[tuple[str, str]]:
    """The pointer and code of every fault of a ``422``."""
    errors = assert_problem(answer, 422, "validation-failed")["errors"]
    assert all(error.keys() == {"pointer", "code", "detail"} and error["detail"] for error in errors)
    found = {(error["pointer"], error["code"]) for error in errors}
    assert len(found) == len(errors), "a fault is reported twice"
    return found


@contextmanager
def nothing_stored(service: Api) -> Iterator[None]:
    """Fails if what happens inside writes anything, or the service no longer answers."""
    before = service.read("changes", {"limit": 500})
    yield
    assert service.read("changes", {"limit": 500}) == before
