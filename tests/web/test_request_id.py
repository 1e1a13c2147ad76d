"""Request ids and trace context."""

from __future__ import annotations

import re

import pytest

from service.web.request_id import name_request

TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = "b7ad6b7169203331"


@pytest.fixture
def client(app):
    app.add_url_rule("/bound", view_func=lambda: name_request(None, "info", {}), endpoint="bound")
    return app.test_client()


@pytest.mark.parametrize("sane", ["a", "A-1_b.c", "x" * 128])
def test_a_valid_request_id_is_adopted(client, sane):
    response = client.get("/bound", headers={"X-Request-ID": sane})
    assert response.headers.getlist("X-Request-ID") == [sane]
    assert response.get_json()["request_id"] == sane


@pytest.mark.parametrize("insane", ["", "a b", "x" * 129, "é", "a,b", 'a"', "<script>"])
def test_any_other_is_replaced(client, insane):
    made = client.get("/bound", headers={"X-Request-ID": insane}).headers["X-Request-ID"]
    assert re.fullmatch(r"[0-9a-f]{32}", made)


def test_every_answer_has_one_errors_too(client):
    made = {client.get(path).headers["X-Request-ID"] for path in ("/bound", "/nowhere", "/problems/")}
    assert len(made) == 3


def test_a_valid_traceparent_is_continued_with_a_span_of_our_own(client):
    response = client.get("/bound", headers={"traceparent": f"00-{TRACE}-{PARENT}-01"})
    version, trace, span, flags = response.headers["traceparent"].split("-")
    assert (version, trace, flags) == ("00", TRACE, "01")
    assert re.fullmatch(r"[0-9a-f]{16}", span)
    assert span != PARENT
    assert response.get_json()["trace_id"] == TRACE


def test_a_future_version_is_read_as_far_as_known(client):
    response = client.get("/bound", headers={"traceparent": f"cc-{TRACE}-{PARENT}-03-more"})
    assert response.headers["traceparent"].startswith(f"00-{TRACE}-")
    assert response.headers["traceparent"].endswith("-01")


@pytest.mark.parametrize(
    "invalid",
    [
        "",
        "nonsense",
        f"ff-{TRACE}-{PARENT}-01",
        f"00-{TRACE.upper()}-{PARENT}-01",
        f"00-{'0' * 32}-{PARENT}-01",
        f"00-{TRACE}-{'0' * 16}-01",
        f"00-{TRACE}-{PARENT}-01-more",
        f"00-{TRACE}-{PARENT}-01,00-{TRACE}-{PARENT}-01",
        f"cc-{TRACE}-{PARENT}-01more",
    ],
)
def test_an_invalid_traceparent_starts_a_new_trace(client, invalid):
    response = client.get("/bound", headers={"traceparent": invalid})
    found = re.fullmatch(r"00-([0-9a-f]{32})-[0-9a-f]{16}-00", response.headers["traceparent"])
    assert found
    assert found[1] not in (TRACE, "0" * 32)
    assert response.get_json()["trace_id"] == found[1]


def test_what_one_request_bound_does_not_reach_the_next(client):
    client.get("/bound", headers={"traceparent": f"00-{TRACE}-{PARENT}-01"})
    assert "trace_id" not in client.get("/bound").get_json()
