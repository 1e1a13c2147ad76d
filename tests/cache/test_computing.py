"""What the application answers when the cache asks it: what is kept of it, shared, or handed on as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event
from typing import Any

import pytest
from flask import Response
from sqlalchemy.exc import OperationalError

from service.web.conditional import body_tag
from tests.cache.reading import App, outcome

PATH = "/v1/sources"


@pytest.fixture
def answer_with(app: App) -> Callable[[Callable[[], Response]], None]:
    """Has the list of sources answered by a function."""

    def put(view: Callable[[], Response]) -> None:
        resource: Any = app.flask.view_functions["sources_list"]
        read = resource.operations["GET"]
        resource.operations["GET"] = replace(read, view=lambda *_: view())

    return put


def whole(body: bytes = b"{}", **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(body, mimetype="application/json", headers={"ETag": body_tag(body)} | named)


def test_a_complete_json_answer_with_an_etag_is_stored(app: App, answer_with: Callable[..., None]) -> None:
    answer_with(whole)
    assert [outcome(app.get(PATH)) for _ in range(2)] == ["miss", "hit"]


@pytest.mark.parametrize(
    "view",
    [
        lambda: whole(Cache_Control="no-store"),
        lambda: whole(Cache_Control="private, max-age=60"),
        lambda: whole(Set_Cookie="a=b"),
        lambda: Response(b"a,b", mimetype="text/csv", headers={"ETag": '"a"'}),
        lambda: Response(b"{}", mimetype="application/json"),
        lambda: Response(b"{}", status=206, mimetype="application/json", headers={"ETag": '"a"'}),
    ],
    ids=["no-store", "private", "cookie", "another media type", "no tag", "a part"],
)
def test_an_answer_that_may_not_be_shared_is_not_stored(
    app: App, answer_with: Callable[..., None], view: Callable[[], Response]
) -> None:
    answer_with(view)
    for _ in range(2):
        answer = app.get(PATH)
        assert answer.headers["Cache-Status"] == f"peninsula; fwd=miss; fwd-status={answer.status_code}"


def test_a_stream_is_passed_on_as_it_arrives_and_closed(app: App, answer_with: Callable[..., None]) -> None:
    told: list[str] = []

    def lines() -> Iterator[bytes]:
        try:
            for number in range(1000):
                told.append(f"made {number}")
                yield b"%d\n" % number
        finally:
            told.append("closed")

    answer_with(lambda: Response(lines(), mimetype="application/json", headers={"ETag": '"stream"'}))
    answer = app.flask.test_client().get(PATH, buffered=False)
    assert next(answer.iter_encoded()) == b"0\n"
    assert len(told) < 10
    answer.close()
    assert told[-1] == "closed"
    assert outcome(app.get(PATH)) == "miss"


def test_an_error_is_not_shared(app: App, answer_with: Callable[..., None]) -> None:
    asked: list[int] = []
    both_ask = Event()

    def fail_first() -> Response:
        asked.append(1)
        if len(asked) == 1:
            both_ask.wait(0.5)
            raise OperationalError("it breaks", None, Exception())
        return whole()

    answer_with(fail_first)
    with ThreadPoolExecutor(5) as threads:
        answers = [threads.submit(app.get, PATH) for _ in range(5)]
        statuses = sorted(answer.result().status_code for answer in answers)
    assert statuses == [200, 200, 200, 200, 503]


def test_what_the_application_adds_to_the_wsgi_environment_stays_there(app: App) -> None:
    seen: dict[str, Any] = {}

    @app.flask.before_request
    def note() -> None:
        from flask import request

        request.environ["noted"] = request.method, request.headers.get("If-None-Match")

    inner = app.flask.wsgi_app

    def around(environ: dict[str, Any], start_response: Any) -> Any:
        body = inner(environ, start_response)
        seen.update(environ)
        return body

    app.flask.wsgi_app = around  # type: ignore[method-assign]
    app.get(PATH, method="HEAD", If_None_Match='"other"', Accept_Encoding="gzip;q=0.5")
    assert seen["noted"] == ("GET", None)
    assert (seen["REQUEST_METHOD"], seen["HTTP_IF_NONE_MATCH"]) == ("HEAD", '"other"')
    assert seen["HTTP_ACCEPT_ENCODING"] == "gzip;q=0.5"
    assert seen["peninsula.cache"] == "miss"
