"""Settings come from the environment, and are checked at start, with all errors reported at once."""

import os
from dataclasses import Field, fields
from ipaddress import ip_network

import pytest

from service.settings import Settings, SettingsError, settings_table, variable_names


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("PENINSULA_") or name in {"HOST", "PORT"}]:
        monkeypatch.delenv(name)


def test_nothing_needs_to_be_set() -> None:
    settings = Settings.from_env()
    assert settings == Settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.database_url == "sqlite:///var/peninsula.db"
    assert settings.read_access == "public"
    assert settings.max_body_bytes == 1024 * 1024


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_REDIS_URL", "")
    monkeypatch.setenv("PENINSULA_THREADS", " ")
    assert Settings.from_env() == Settings()


def test_values_are_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOST", "0.0.0.0")
    monkeypatch.setenv("PORT", "0")
    monkeypatch.setenv("PENINSULA_READ_ACCESS", "KEY")
    monkeypatch.setenv("PENINSULA_REDIS_URL", "rediss://cache:6379/1")
    monkeypatch.setenv("PENINSULA_BUSY_TIMEOUT_SECONDS", "2.5")
    settings = Settings.from_env()
    assert (settings.host, settings.port, settings.read_access) == ("0.0.0.0", 0, "key")
    assert settings.redis_url == "rediss://cache:6379/1"
    assert settings.busy_timeout_seconds == 2.5


@pytest.mark.parametrize("each", fields(Settings), ids=lambda each: each.name)
def test_every_default_can_be_written_out(each: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    name = variable_names()[fields(Settings).index(each)]
    monkeypatch.setenv(name, "" if each.default is None else str(each.default))
    assert Settings.from_env() == Settings()


def test_all_errors_of_all_variables_are_reported_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "PORT": "99999",
        "PENINSULA_WORKERS": "many",
        "PENINSULA_MAX_BODY_BYTES": "1.5",
        "PENINSULA_READ_ACCESS": "everybody",
        "PENINSULA_REDIS_URL": "localhost:6379",
        "PENINSULA_DATABASE_URL": "mysql://localhost/peninsula",
        "PENINSULA_TREADS": "4",
    }
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as raised:
        Settings.from_env()
    assert {fault.split(":")[0] for fault in raised.value.errors} == set(wrong)
    assert str(raised.value).splitlines() == list(raised.value.errors)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("PENINSULA_DATABASE_URI", "PENINSULA_DATABASE_URL"),
        ("PENINSULA_PRT", "PORT"),
        ("PENINSULA_PORT", "PORT"),
        ("PENINSULA_Workers", "PENINSULA_WORKERS"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_known_one(
    monkeypatch: pytest.MonkeyPatch, name: str, meant: str
) -> None:
    monkeypatch.setenv(name, "sqlite:///x.db")
    with pytest.raises(SettingsError, match=f"did you mean {meant}[?]"):
        Settings.from_env()


def test_a_replica_is_one_of_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_DATABASE_READ_URL", "sqlite:///replica.db")
    with pytest.raises(SettingsError, match="SQLite has no replicas"):
        Settings.from_env()
    monkeypatch.setenv("PENINSULA_DATABASE_READ_URL", "postgresql://replica/peninsula")
    with pytest.raises(SettingsError, match="READ_URL: needs PostgreSQL in PENINSULA_DATABASE_URL too"):
        Settings.from_env()
    monkeypatch.setenv("PENINSULA_DATABASE_URL", "postgresql://primary/peninsula")
    assert Settings.from_env().database_read_url == "postgresql+psycopg://replica/peninsula"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_postgresql_is_reached_through_psycopg_3(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_DATABASE_URL", f"{scheme}://user:p%40ss@host:5433/name?sslmode=require")
    expected = "postgresql+psycopg://user:p%40ss@host:5433/name?sslmode=require"
    assert Settings.from_env().database_url == expected


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:x?mode=memory&uri=true", "/var/x.db", "x"]
)
def test_a_database_that_workers_cannot_share_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_DATABASE_URL", url)
    with pytest.raises(SettingsError, match="PENINSULA_DATABASE_URL"):
        Settings.from_env()


@pytest.mark.parametrize("rate", ["1200/minute", "50 per 10 seconds", "1/day", "OFF"])
def test_a_rate_limit_is_a_number_of_requests_in_a_time_or_off(
    rate: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PENINSULA_RATE_LIMIT_READ", rate)
    assert Settings.from_env().rate_limit_read == (rate if rate != "OFF" else "off")


@pytest.mark.parametrize("rate", ["1200", "fast", "0/minute", "-1/minute", "10/fortnight"])
def test_an_invalid_rate_is_refused(rate: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_RATE_LIMIT_WRITE", rate)
    with pytest.raises(SettingsError, match="PENINSULA_RATE_LIMIT_WRITE"):
        Settings.from_env()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2", 2), ("10.0.0.0/8, ::1", (ip_network("10.0.0.0/8"), ip_network("::1/128")))],
)
def test_proxies_are_trusted_by_number_or_by_network(
    text: str, expected: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PENINSULA_TRUSTED_PROXIES", text)
    assert Settings.from_env().trusted_proxies == expected


@pytest.mark.parametrize("text", ["*", "https://desk.example", "*,http://127.0.0.1:8000", "OFF"])
def test_origins_are_any_named_or_off(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_CORS_ORIGINS", text)
    assert Settings.from_env().cors_origins == (text if text != "OFF" else "off")


@pytest.mark.parametrize("text", ["desk.example", "https://desk.example/", "null", "https://*.example", "*,"])
def test_an_invalid_origin_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_CORS_ORIGINS", text)
    with pytest.raises(SettingsError, match="PENINSULA_CORS_ORIGINS"):
        Settings.from_env()


@pytest.mark.parametrize("text", ["-1", "10", "yes", "10.0.0.1/8", "10.0.0.0/8,"])
def test_invalid_proxies_are_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_TRUSTED_PROXIES", text)
    with pytest.raises(SettingsError, match="PENINSULA_TRUSTED_PROXIES"):
        Settings.from_env()


def test_an_error_does_not_show_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_DATABASE_URL", "mysql://user:hunter2@host/name")
    monkeypatch.setenv("PENINSULA_REDIS_URL", "http://:hunter2@host")
    with pytest.raises(SettingsError) as raised:
        Settings.from_env()
    assert "hunter2" not in str(raised.value)


def test_the_table_names_every_setting_with_its_default_and_reason() -> None:
    rows = [row.split(" | ") for row in settings_table().splitlines()[2:]]
    assert len(rows) == len(Settings.__dataclass_fields__)
    assert all(len(row) == 3 and len(row[2]) > 20 for row in rows)
    assert ["| `PENINSULA_DATASET`", "`full`"] in [row[:2] for row in rows]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://peninsula.example", "https://peninsula.example"),
        ("https://peninsula.example/", "https://peninsula.example"),
        ("http://[2001:db8::1]:8000/a/b/", "http://[2001:db8::1]:8000/a/b"),
    ],
)
def test_the_public_url_has_no_slash_at_its_end(text: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_PUBLIC_URL", text)
    assert Settings.from_env().public_url == url


@pytest.mark.parametrize(
    "text",
    [
        "peninsula.example",
        "ftp://peninsula.example",
        "https://",
        "https://peninsula.example?x=1",
        "https://peninsula.example/#top",
        "https://user:secret@peninsula.example",
        "https://peninsula.example/a b",
        'https://peninsula.example/"',
    ],
)
def test_the_public_url_is_a_host_with_a_path_at_most(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_PUBLIC_URL", text)
    with pytest.raises(SettingsError, match="PENINSULA_PUBLIC_URL: write http:// or https://"):
        Settings.from_env()
