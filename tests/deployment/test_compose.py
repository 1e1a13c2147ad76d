"""docker-compose.yml is valid, keeps what is private private, and hands every setting on."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from service.settings import Settings, variable_names

REPOSITORY = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((REPOSITORY / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]


def test_the_file_is_valid_compose() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    checked = subprocess.run(
        [*command, REPOSITORY / "docker-compose.yml"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_it_runs_the_api_postgresql_and_redis() -> None:
    assert set(SERVICES) == {"api", "database", "cache"}
    assert SERVICES["database"]["image"].startswith("postgres:")
    assert SERVICES["cache"]["image"].startswith("redis:")


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_a_read_only_root_and_may_gain_no_privileges(name: str) -> None:
    assert SERVICES[name]["read_only"] is True
    assert "/tmp" in SERVICES[name]["tmpfs"]
    assert "no-new-privileges:true" in SERVICES[name]["security_opt"]


def test_the_api_waits_until_the_others_are_healthy() -> None:
    assert set(SERVICES["api"]["depends_on"]) == {"database", "cache"}
    for name, needed in SERVICES["api"]["depends_on"].items():
        assert needed["condition"] == "service_healthy"
        assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"
    assert "HEALTHCHECK" in (REPOSITORY / "Dockerfile").read_text()


def test_only_the_api_can_be_reached_and_only_from_this_machine_unless_asked() -> None:
    assert [name for name in SERVICES if "ports" in SERVICES[name]] == ["api"]
    assert SERVICES["api"]["ports"] == ["${HOST:-127.0.0.1}:${PORT:-8000}:8000"]
    assert [SERVICES[name]["networks"] for name in ("database", "cache")] == [["inside"]] * 2
    assert COMPOSE["networks"]["inside"] == {"internal": True}


def test_secrets_come_from_variables_without_a_default() -> None:
    secrets = [
        value
        for service in SERVICES.values()
        for name, value in service.get("environment", {}).items()
        if "PASSWORD" in name
    ]
    assert len(secrets) == 2
    assert all(re.fullmatch(r"\$\{POSTGRES_PASSWORD:\?.+\}", value) for value in secrets)


def test_what_the_database_holds_outlives_the_container() -> None:
    assert SERVICES["database"]["volumes"] == ["database:/var/lib/postgresql/data"]
    assert "database" in COMPOSE["volumes"]


def test_every_setting_reaches_the_api() -> None:
    given = SERVICES["api"]["environment"]
    assert set(variable_names()) - {"HOST", "PORT"} <= set(given)
    fixed = {name for name, value in given.items() if value is not None}
    assert fixed == {"PENINSULA_DATABASE_URL", "PENINSULA_REDIS_URL", "PGPASSWORD"}


def test_the_fixed_settings_are_accepted_by_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SERVICES["api"]["environment"].items():
        monkeypatch.setenv(name, value or "")
    assert Settings.from_env().database_url == "postgresql+psycopg://peninsula@database:5432/peninsula"
