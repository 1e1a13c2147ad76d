"""The manifests are what Kubernetes takes, fit each other, the image and the settings."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from service.app import create_app
from service.cli import main
from service.settings import Settings, variable_names

REPOSITORY = Path(__file__).parents[2]
FILES = sorted((REPOSITORY / "deploy" / "kubernetes").glob("*.yaml"))
MANIFESTS = {
    each["kind"]: each for each in chain.from_iterable(yaml.safe_load_all(file.read_text()) for file in FILES)
}
VERSIONS = ("1.31", "1.34", "1.37")
POD = MANIFESTS["Deployment"]["spec"]["template"]
(CONTAINER,) = POD["spec"]["containers"]
RUNNING = {kind: MANIFESTS[kind]["spec"]["template"]["spec"] for kind in ("Deployment", "Job")}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", MANIFESTS)
def test_a_manifest_is_valid(kind: str, version: str) -> None:
    kubernetes_validate.validate(MANIFESTS[kind], version, strict=True)


def test_there_is_one_of_each() -> None:
    wanted = {"ConfigMap", "Deployment", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler", "Job"}
    assert MANIFESTS.keys() == wanted
    assert len(FILES) == len(wanted)


def test_service_budget_and_autoscaler_mean_the_deployment() -> None:
    labels = POD["metadata"]["labels"]
    assert MANIFESTS["Deployment"]["spec"]["selector"]["matchLabels"] == labels
    assert MANIFESTS["Service"]["spec"]["selector"] == labels
    assert MANIFESTS["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert MANIFESTS["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"] == "peninsula"
    assert MANIFESTS["Job"]["spec"]["template"]["metadata"]["labels"] != labels
    (port,) = MANIFESTS["Service"]["spec"]["ports"]
    assert port["targetPort"] in {each["name"] for each in CONTAINER["ports"]}


def test_the_configuration_is_settings_that_the_service_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    given = MANIFESTS["ConfigMap"]["data"]
    assert given.keys() <= set(variable_names())
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = Settings.from_env()
    assert settings.port == CONTAINER["ports"][0]["containerPort"]
    grace = POD["spec"]["terminationGracePeriodSeconds"]
    assert grace > settings.drain_seconds + settings.request_timeout_seconds


def test_probes_and_prometheus_ask_for_what_is_answered(tmp_path: Path) -> None:
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'none.db'}"))
    rules = {rule.rule for rule in app.url_map.iter_rules()}
    asked = {
        name: CONTAINER[name]["httpGet"]["path"]
        for name in ("startupProbe", "readinessProbe", "livenessProbe")
    }
    assert asked["readinessProbe"] == "/readyz"
    # A database that is gone is no reason to restart a server.
    assert asked["livenessProbe"] == asked["startupProbe"] == "/healthz"
    assert {*asked.values(), POD["metadata"]["annotations"]["prometheus.io/path"]} <= rules


@pytest.mark.parametrize("kind", RUNNING)
def test_what_runs_is_a_command_of_the_service_with_no_rights_it_does_not_need(kind: str) -> None:
    spec: dict[str, Any] = RUNNING[kind]
    (container,) = spec["containers"]
    program, command, *_ = container["command"]
    assert program == "peninsula"
    assert command in main.commands
    user = re.search(r"^USER (\d+):(\d+)$", (REPOSITORY / "Dockerfile").read_text(), re.M)
    assert user
    assert (spec["securityContext"]["runAsUser"], spec["securityContext"]["runAsGroup"]) == tuple(
        map(int, user.groups())
    )
    assert spec["securityContext"]["runAsNonRoot"] is True
    assert spec["automountServiceAccountToken"] is False
    inner = container["securityContext"]
    assert inner["readOnlyRootFilesystem"] is True
    assert inner["allowPrivilegeEscalation"] is False
    assert inner["capabilities"] == {"drop": ["ALL"]}
    assert container["image"] == CONTAINER["image"]


def test_the_job_loads_the_whole_record_and_the_replicas_none() -> None:
    (container,) = RUNNING["Job"]["containers"]
    # What a server loads into an empty database, unless it is told otherwise.
    assert container["command"] == ["peninsula", "load", Settings().dataset]
    assert MANIFESTS["ConfigMap"]["data"]["PENINSULA_DATASET"] == "none"


def test_no_secret_is_in_the_manifests() -> None:
    text = "".join(file.read_text() for file in FILES)
    assert "Secret" not in MANIFESTS
    assert not re.search(r"://[^/\s]*:[^/\s]*@", text)
