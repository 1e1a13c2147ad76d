from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.web import problem, problem_pages, request_id
from service.web.resource import add_resources


@pytest.fixture
def app() -> Flask:
    app = Flask("web", static_folder=None)
    problem.install(app)
    request_id.install(app)
    add_resources(app, problem_pages.resources())
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def assert_problem():
    def check(response: TestResponse, status: int, slug: str) -> dict:
        assert response.status_code == status, response.text
        assert response.headers["Content-Type"] == "application/problem+json"
        document = response.get_json(force=True)
        assert document["type"] == f"/problems/{slug}"
        assert document["status"] == status
        assert {"title", "detail", "instance"} <= document.keys()
        return document

    return check
