"""API keys: made, listed, revoked, recognised."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from service.access import keys
from service.access.keys import authenticate, create_key, list_keys, revoke_key
from service.storage.engine import Database, make_engine
from service.storage.tables import api_keys, metadata

NOW = datetime(2026, 11, 22, 16, 50, 0, 123456, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def connection(tmp_path):
    (tmp_path / "keys.sqlite").touch()
    database = Database(make_engine(f"sqlite:///{tmp_path}/keys.sqlite"))
    with database.writing() as connection:
        metadata.create_all(connection, tables=[api_keys])
        yield connection
    database.engine.dispose()


def test_a_new_key_is_recognised_by_its_token(connection):
    key, token = create_key(connection, "desk", ["write"], LATER, NOW)
    assert token.startswith(f"pen_{key.id}_")
    assert authenticate(connection, token, NOW) == key
    assert (key.owner, key.scopes, key.created_at, key.expires_at) == ("desk", ("write",), NOW, LATER)


def test_only_a_hash_of_the_secret_is_stored(connection):
    _, token = create_key(connection, "desk", ["write"], None, NOW)
    secret = token.rpartition("_")[2]
    row = connection.execute(select(api_keys)).one()
    assert not any(secret in str(value) for value in row)
    assert row.created_at == "2026-11-22T16:50:00.123456Z"


def test_no_two_tokens_are_alike(connection):
    tokens = {create_key(connection, "desk", ["read"], None, NOW)[1] for _ in range(20)}
    assert len(tokens) == 20


@pytest.mark.parametrize(
    "spoil",
    [
        str.swapcase,
        lambda token: token[:-1],
        lambda token: token + "0",
        lambda token: token[:-1] + ("0" if token[-1] != "0" else "1"),
        lambda token: token.upper(),
        lambda token: token.replace("pen_", "key_"),
        lambda token: "pen_" + "0" * 12 + token[16:],
        lambda token: token + "\n",
        lambda token: token[:-1] + "é",
    ],
)
def test_no_other_token_is_recognised(connection, spoil):
    _, token = create_key(connection, "desk", ["read"], None, NOW)
    assert authenticate(connection, spoil(token), NOW) is None


def test_secrets_are_compared_in_constant_time_also_for_an_unknown_id(connection, monkeypatch):
    compared = []
    compare = keys.hmac.compare_digest
    monkeypatch.setattr(keys.hmac, "compare_digest", lambda a, b: compared.append(len(b)) or compare(a, b))
    authenticate(connection, f"pen_{'0' * 12}_{'0' * 64}", NOW)
    assert compared == [64]


def test_a_key_is_valid_until_the_instant_it_expires(connection):
    _, token = create_key(connection, "desk", ["read"], LATER, NOW)
    assert authenticate(connection, token, LATER - timedelta(microseconds=1)) is not None
    assert authenticate(connection, token, LATER) is None


def test_a_revoked_key_is_invalid_and_has_the_instant_it_was_revoked(connection):
    key, token = create_key(connection, "desk", ["read"], None, NOW)
    assert revoke_key(connection, key.id, NOW) is True
    assert revoke_key(connection, key.id, LATER) is True
    assert authenticate(connection, token, NOW) is None
    assert list_keys(connection)[0].revoked_at == NOW


def test_an_unknown_key_cannot_be_revoked(connection):
    assert revoke_key(connection, "0" * 12, NOW) is False


def test_keys_are_listed_oldest_first_revoked_ones_too(connection):
    _, _ = create_key(connection, "b", ["admin"], None, LATER)
    first, _ = create_key(connection, "a", ["read", "write"], None, NOW)
    revoke_key(connection, first.id, LATER)
    assert [(key.owner, key.scopes) for key in list_keys(connection)] == [
        ("a", ("read", "write")),
        ("b", ("admin",)),
    ]


@pytest.mark.parametrize(
    ("held", "granted"),
    [("read", ["read"]), ("write", ["read", "write"]), ("admin", ["read", "write", "admin"])],
)
def test_each_scope_holds_the_ones_before_it(connection, held, granted):
    key, _ = create_key(connection, "desk", [held], None, NOW)
    assert [scope for scope in keys.SCOPES if key.grants(scope)] == granted


@pytest.mark.parametrize(
    ("owner", "scopes", "expires_at"),
    [
        (" ", ["read"], None),
        ("a\nb", ["read"], None),
        ("a\x1b[31m", ["read"], None),
        ("a\u202eb", ["read"], None),
        ("a" * 201, ["read"], None),
        ("desk", [], None),
        ("desk", ["read", "root"], None),
        ("desk", ["read"], NOW),
    ],
)
def test_a_key_without_owner_known_scopes_or_future_expiry_is_not_created(
    connection, owner, scopes, expires_at
):
    with pytest.raises(ValueError, match=r"owner|scopes|expiry"):
        create_key(connection, owner, scopes, expires_at, NOW)
    assert list_keys(connection) == []


def test_an_owner_with_control_characters_is_shown_escaped():
    assert keys.visible("Ada\n\x1b[31m 김") == r"Ada\n\x1b[31m 김"
