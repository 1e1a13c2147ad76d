"""The dashboard and the alerts ask for metrics that the service has, in queries that Prometheus can read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import promql_parser
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from service.access.rate_limits import REFUSED
from service.app import create_app
from service.cache.metrics import REDIS_ERRORS
from service.settings import Settings
from service.storage.migrate import migrate
from service.storage.replica import READS

DEPLOY = Path(__file__).parents[2] / "deploy"
DASHBOARD = json.loads((DEPLOY / "grafana" / "peninsula.json").read_text())
RULES = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yaml").read_text())["groups"][0]["rules"]
PANELS = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
# Made by Prometheus itself.
OWN = {"up": set(), "le": set()}
OWN_LABELS = {"job", "instance", "le"}
QUERIES = [(panel["title"], target["expr"]) for panel in PANELS for target in panel["targets"]]
QUERIES += [(rule["alert"], rule["expr"]) for rule in RULES]


@pytest.fixture(scope="module")
def exposed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, set[str]]]:
    """The labels of every sample, by its name."""
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path_factory.mktemp('watched')}/peninsula.db"))
    context = app.extensions["peninsula"]
    migrate(context.database)
    with context.database.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO revisions (seq_from, type, id, revision, operation, recorded_at, actor)"
            " VALUES (1, 'source', 'x', 1, 'created', '2018-09-10T00:00:00.000000Z', 'test')"
        )
        connection.exec_driver_sql(
            "INSERT INTO terms (type, field, value, sort_key, id, seq_from)"
            " VALUES ('source', '', '', '2018-09-10', 'x', 1)"
        )
    # Shown once there is one.
    REFUSED.labels("read")
    REDIS_ERRORS.labels("get", "TimeoutError")
    READS.labels("replica", "followed")
    client = app.test_client()
    client.get("/v1")
    found: dict[str, set[str]] = {}
    for family in text_string_to_metric_families(client.get("/metrics").text):
        for sample in family.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
    yield found
    context.engine.dispose()


@pytest.mark.parametrize(("where", "query"), QUERIES)
def test_a_query_can_be_read_and_asks_for_what_there_is(
    where: str, query: str, exposed: dict[str, set[str]]
) -> None:
    promql_parser.parse(query.replace("$__rate_interval", "5m"))
    names = set(re.findall(r"\b(?:peninsula_\w+|up(?=\{))", query))
    assert names
    assert names <= exposed.keys() | OWN.keys()
    labels = set(re.findall(r"(\w+)\s*(?:=~|!=|!~|=)\s*\"", query))
    labels |= {name.strip() for group in re.findall(r"by \(([^)]*)\)", query) for name in group.split(",")}
    known = set().union(*(exposed.get(name, set()) for name in names))
    assert labels <= known | OWN_LABELS


def test_every_metric_of_the_service_is_on_the_dashboard_or_in_an_alert(exposed: dict[str, set[str]]) -> None:
    asked = " ".join(query for _, query in QUERIES)
    families = {re.sub(r"_(bucket|count|sum|total|created)$", "", name) for name in exposed}
    watched = {name for name in families if name.startswith("peninsula_")}
    assert len(watched) >= 10
    assert {name for name in watched if name not in asked} == set()


def test_each_alert_says_what_is_wrong_and_what_to_do() -> None:
    assert len({rule["alert"] for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule["labels"]["severity"] in {"critical", "warning", "info"}
        assert rule["annotations"].keys() == {"summary", "action"}


def test_panels_have_places_and_numbers_of_their_own() -> None:
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])
    taken: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        at = panel["gridPos"]
        cells = {(at["x"] + x, at["y"] + y) for x in range(at["w"]) for y in range(at["h"])}
        assert not cells & taken
        assert at["x"] + at["w"] <= 24
        taken |= cells
