"""Scopes on requests (RFC 6750)."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from flask import Flask

from service.access import scopes
from service.access.keys import create_key, revoke_key
from service.access.scopes import current_key, require
from service.storage.engine import Database, make_engine
from service.storage.tables import api_keys, metadata
from service.web import problem

NOW = datetime.now(UTC)
REALM = 'Bearer realm="peninsula"'


@pytest.fixture
def database(tmp_path):
    (tmp_path / "keys.sqlite").touch()
    database = Database(make_engine(f"sqlite:///{tmp_path}/keys.sqlite"))
    with database.writing() as connection:
        metadata.create_all(connection, tables=[api_keys])
    yield database
    database.engine.dispose()


@pytest.fixture
def settings():
    return SimpleNamespace(read_access="public")


@pytest.fixture
def client(database, settings):
    app = Flask("access", static_folder=None)
    app.extensions["peninsula"] = SimpleNamespace(settings=settings, database=database)
    problem.install(app)
    scopes.install(app)

    @app.get("/<scope>")
    def act(scope):
        key = require(scope)
        assert key == current_key()
        return {"owner": key and key.owner}

    @app.get("/open/to/all")
    def open_to_all():
        return {}

    return app.test_client()


@pytest.fixture
def token(database):
    def make(scope: str) -> str:
        with database.writing() as connection:
            return create_key(connection, f"{scope} desk", [scope], None, NOW)[1]

    return make


def ask(client, path: str, authorization: str | None = None):
    headers = {} if authorization is None else {"Authorization": authorization}
    return client.get(path, headers=headers)


def test_reads_are_public_by_default(client):
    assert ask(client, "/read").get_json() == {"owner": None}


@pytest.mark.parametrize("scope", ["write", "admin"])
def test_anything_else_requires_a_key(client, scope):
    response = ask(client, f"/{scope}")
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == REALM


def test_reads_can_require_a_key(client, settings, token):
    settings.read_access = "key"
    assert ask(client, "/read").status_code == 401
    assert ask(client, "/read", f"Bearer {token('read')}").status_code == 200


@pytest.mark.parametrize(
    ("held", "wanted"),
    [("read", "read"), ("write", "read"), ("write", "write"), ("admin", "write"), ("admin", "admin")],
)
def test_a_key_may_do_what_its_scope_includes(client, token, held, wanted):
    assert ask(client, f"/{wanted}", f"Bearer {token(held)}").get_json() == {"owner": f"{held} desk"}


@pytest.mark.parametrize(("held", "wanted"), [("read", "write"), ("read", "admin"), ("write", "admin")])
def test_a_key_without_the_scope_is_403(client, token, held, wanted):
    response = ask(client, f"/{wanted}", f"Bearer {token(held)}")
    assert response.status_code == 403
    assert response.get_json(force=True)["type"] == "/problems/forbidden"
    assert response.headers["WWW-Authenticate"] == f'{REALM}, error="insufficient_scope", scope="{wanted}"'


@pytest.mark.parametrize("scheme", ["bearer", "BEARER", "Bearer "])
def test_the_scheme_is_read_in_any_case(client, token, scheme):
    assert ask(client, "/write", f"{scheme} {token('write')}").status_code == 200


@pytest.mark.parametrize(
    ("authorization", "challenge"),
    [
        ("Bearer nonsense", f'{REALM}, error="invalid_token"'),
        (f"Bearer pen_{'0' * 12}_{'0' * 64}", f'{REALM}, error="invalid_token"'),
        ("Bearer a b", f'{REALM}, error="invalid_request"'),
        ("Bearer é", f'{REALM}, error="invalid_request"'),
        ("Bearer a, Bearer b", f'{REALM}, error="invalid_request"'),
        ("Basic cGVuOnBlbg==", REALM),
        ("pen_abc", REALM),
    ],
)
@pytest.mark.parametrize("path", ["/read", "/open/to/all", "/no/such/path"])
def test_an_invalid_key_is_401_on_any_request(client, path, authorization, challenge):
    response = ask(client, path, authorization)
    assert response.status_code == 401
    assert response.content_type == "application/problem+json"
    assert response.headers["WWW-Authenticate"] == challenge


def test_a_revoked_key_is_401_on_a_public_read_too(client, database, token):
    revoked = token("admin")
    with database.writing() as connection:
        revoke_key(connection, revoked.split("_")[1], NOW)
    assert ask(client, "/read", f"Bearer {revoked}").status_code == 401


def test_authentication_waits_for_no_writer(client, database, token):
    held = token("read")
    with database.writing():
        assert ask(client, "/read", f"Bearer {held}").status_code == 200
