"""Whatever no layer catches is answered with a problem document, and logged."""

from __future__ import annotations

from flask import Flask
from structlog.testing import capture_logs

from service.web import last_resort, request_id


def broken_outside(app: Flask) -> Flask:
    """An application in front of which a layer raises."""

    def layer(environ, start_response):
        raise OverflowError("beyond the calendar")

    app.wsgi_app = layer
    last_resort.install(app)
    request_id.install(app)
    return app


def test_what_a_layer_in_front_of_flask_raises_is_a_500_problem(app, assert_problem):
    with capture_logs() as events:
        response = broken_outside(app).test_client().get("/a")
    document = assert_problem(response, 500, "internal-error")
    assert document["request_id"] == response.headers["X-Request-ID"]
    assert "calendar" not in response.text
    (event,) = events
    assert (event["event"], event["path"], event["log_level"]) == ("unhandled_exception", "/a", "error")
