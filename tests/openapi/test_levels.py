"""The descriptions in less detail: small, valid, parts of the full one, and true of what the service answers."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from service.app import RECORD_TYPES
from service.dataset.loading import bundled_records
from service.openapi.document import as_json
from service.openapi.levels import CLIENTS, LEVELS, READS, levels_of
from service.openapi.schemas import component_name
from service.records.record_type import Registry
from tests.openapi.conftest import CheckedService
from tests.openapi.contract import COMMITTED, IN_PATHS, Contract, generated

LESS = (CLIENTS, READS)


@pytest.fixture(scope="module")
def levels() -> dict[str, Contract]:
    return {level: Contract(document) for level, document in levels_of(generated()).items()}


def test_the_description_for_clients_is_small_enough_to_read_and_to_generate_from() -> None:
    text = COMMITTED.read_text()
    assert len(text.encode()) <= 400_000
    assert text.count("\n") <= 10_000


def test_the_description_for_agents_fits_a_small_context(levels: dict[str, Contract]) -> None:
    assert len(as_json(levels[READS].document).encode()) <= 60_000


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_is_valid_openapi_3_1(levels: dict[str, Contract], level: str) -> None:
    assert list(OpenAPIV31SpecValidator(levels[level].document).iter_errors()) == []


def parameters(contract: Contract, path: str, operation: Any) -> set[tuple[str, str]]:
    every = contract.document["paths"][path].get("parameters", []) + operation["parameters"]
    return {(each["in"], each["name"]) for each in map(contract.resolve, every)}


@pytest.mark.parametrize("level", LESS)
def test_less_detail_is_a_part_of_the_full_description(
    levels: dict[str, Contract], contract: Contract, level: str
) -> None:
    for path, method, operation in levels[level].operations():
        full = contract.document["paths"][path][method]
        assert operation["operationId"] == full["operationId"]
        assert parameters(levels[level], path, operation) <= parameters(contract, path, full)
        assert operation["responses"].keys() - {"default"} <= full["responses"].keys()
        for status, response in operation["responses"].items():
            if status != "default":
                content = levels[level].resolve(response).get("content", {})
                assert content.keys() <= contract.resolve(full["responses"][status]).get("content", {}).keys()


@pytest.mark.parametrize("level", LESS)
def test_what_can_be_read_is_answered_as_each_level_says(
    levels: dict[str, Contract], seeded: CheckedService, level: str
) -> None:
    of_path = {
        each.path: seeded.send("GET", f"/v1/{each.path}?limit=1").json["items"][0]["id"]
        for each in RECORD_TYPES
    }
    for path, method, operation in levels[level].operations():
        content = operation["responses"].get("200", {}).get("content", {})
        if method == "get" and "schema" in content.get("application/json", {}):
            record_id = next((of_path[each] for each in path.split("/") if each in of_path), "")
            names = IN_PATHS | {"id": record_id}
            url = path.format(**names)
            answer = seeded.send("GET", url + ("?q=kim" if path.endswith("/search") else ""))
            assert levels[level].errors(content["application/json"]["schema"], answer.json) == [], url


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.name)
def test_a_record_of_the_seed_set_is_a_body_for_clients(committed: Contract, record_type: Any) -> None:
    body = next(
        body for name, body in bundled_records("seed", Registry(RECORD_TYPES)) if name == record_type.name
    )
    name = f"{component_name(record_type.name)}Write"
    assert committed.errors(name, body) == []
    assert committed.errors(name, body | {"of_nobody": 1}) != []


def test_every_error_is_described_for_clients(committed: Contract, seeded: CheckedService) -> None:
    for url, headers in (
        ("/v1/summits?staus=held", {}),
        ("/v1/summits/nowhere", {}),
        ("/v1/summits", {"Accept": "text/css"}),
        ("/v1/summits", {"Authorization": "Bearer wrong"}),
    ):
        answer = seeded.send("GET", url, headers=headers)
        responses = committed.operation("GET", url.partition("?")[0])["responses"]
        described = committed.resolve(responses.get(str(answer.status_code), responses["default"]))
        schema = described["content"]["application/problem+json"]["schema"]
        assert answer.status_code >= 400
        assert committed.errors(schema, answer.json) == []


def test_clients_are_given_one_type_of_answer_and_nothing_that_shapes_it(committed: Contract) -> None:
    for path, method, operation in committed.operations():
        names = {name for _, name in parameters(committed, path, operation)}
        assert not names & {"fields", "expand", "format", "bom"}, path
        if method == "get":
            assert not [name for name in names if name.startswith("If-")], path
        for status, response in operation["responses"].items():
            content = committed.resolve(response).get("content", {})
            assert len(content) <= 1
            for each in content.values():
                assert status >= "400" or "anyOf" not in each["schema"], path


def test_each_enumeration_is_named_once(committed: Contract, contract: Contract) -> None:
    for each in (committed, contract):
        schemas = each.document["components"]["schemas"]
        named = [frozenset(schema["enum"]) for schema in schemas.values() if "enum" in schema]
        assert len(named) == len(set(named)) > 30
        members = (schema.get("properties", {}) for schema in schemas.values())
        assert not [found for member in members for found in _inline(member)]


def test_null_stands_beside_a_reference_and_not_in_an_enumeration(committed: Contract) -> None:
    assert '"enum": [null' not in json.dumps(committed.document)
    kind = committed.document["components"]["schemas"]["Summit"]["properties"]["kind"]
    assert kind["anyOf"] == [{"$ref": "#/components/schemas/SummitKind"}, {"type": "null"}]


def _inline(node: Any) -> Iterator[Any]:
    """Yield the enumerations of several words that are not references."""
    if isinstance(node, dict):
        if isinstance(node.get("enum"), list) and len(node["enum"]) > 1:
            yield node["enum"]
        for each in node.values():
            yield from _inline(each)
    elif isinstance(node, list):
        for each in node:
            yield from _inline(each)


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_says_how_every_operation_refuses_an_unknown_parameter(
    levels: dict[str, Contract], level: str
) -> None:
    for path, _method, operation in levels[level].operations():
        refusal = operation["responses"].get("400") or operation["responses"].get("default")
        assert refusal, path
        assert "application/problem+json" in levels[level].resolve(refusal)["content"], path
