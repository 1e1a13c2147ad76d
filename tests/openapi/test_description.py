"""openapi.yaml is what the code says: complete, valid, with examples that are true."""

import http.client
import re
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from service.app import RECORD_TYPES, create_app
from service.openapi.document import as_yaml
from service.openapi.levels import for_clients
from service.openapi.schemas import Schemas, component_name
from service.records.record_type import Registry
from service.records.schemas.record_part import RecordPart
from service.settings import Settings
from service.summits.record import SUMMIT
from service.systems.record import SYSTEM
from service.web.problem_catalogue import CATALOGUE
from tests.openapi.contract import COMMITTED, Contract, generated

# Answered for every resource alike, and told once in the description's introduction.
GENERIC_METHODS = {"HEAD", "OPTIONS"}
# Kinds that no operation of today answers: below the router, or of what is not built yet.
NOT_OF_AN_OPERATION = {
    "method-not-allowed",
    # Told once, in the introduction.
    "uri-too-long",
    "request-timeout",
    "request-header-fields-too-large",
}


def test_the_committed_file_is_what_the_code_generates() -> None:
    assert as_yaml(for_clients(generated())) == COMMITTED.read_text(), "run: make openapi"


def test_no_text_is_a_phrase_of_the_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = generated()
    for status in HTTPStatus:
        monkeypatch.setattr(status, "phrase", "As another version of Python has it")
        monkeypatch.setattr(status, "description", "As another version of Python has it")
    monkeypatch.setattr(http.client, "responses", dict.fromkeys(http.client.responses, "Of another version"))
    assert generated() == usual


def test_generating_needs_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    generated()
    assert list(tmp_path.iterdir()) == []


def test_it_is_valid_openapi_3_1(contract: Contract) -> None:
    assert list(OpenAPIV31SpecValidator(contract.document).iter_errors()) == []


def test_every_route_and_method_is_described_and_nothing_else(contract: Contract, tmp_path: Path) -> None:
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'none.db'}"))
    # The files of pages, which are for people, are as little described as these; /mcp describes itself (tools/list).
    answered = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method)
        for rule in app.url_map.iter_rules()
        if not rule.rule.startswith(("/static/", "/robots.txt", "/mcp"))
        for method in (rule.methods or set()) - GENERIC_METHODS
    }
    described = {(path, method.upper()) for path, method, _ in contract.operations()}
    assert answered == described


def test_operation_ids_are_stable_and_unique(contract: Contract) -> None:
    found = [operation["operationId"] for _, _, operation in contract.operations()]
    assert len(found) == len(set(found))
    for names in (
        "listSummits createSummit getSummit replaceSummit patchSummit deleteSummit",
        "listSummitRevisions getSummitRevision listFacilities getFacility getParadeComparison",
        "listChanges getIndex getHealth getReadiness listProblems getProblem",
        "getOpenapiYaml getOpenapiJson getDocs",
    ):
        assert set(names.split()) <= set(found)


def test_every_kind_of_problem_is_described_somewhere(contract: Contract) -> None:
    told = "".join(
        response["description"] for response in contract.document["components"]["responses"].values()
    )
    assert {slug for slug in CATALOGUE if f"`/problems/{slug}`" not in told} == NOT_OF_AN_OPERATION


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.name)
def test_a_record_is_read_with_every_field_and_written_without_the_servers(
    contract: Contract, record_type: Any
) -> None:
    schemas = contract.document["components"]["schemas"]
    name = component_name(record_type.name)
    read, write, patch = schemas[name], schemas[f"{name}Write"], schemas[f"{name}Patch"]
    assert (
        read["required"] == list(read["properties"]) == list(write["properties"]) == list(patch["properties"])
    )
    of_server = {
        "type",
        "revision",
        "recorded_at",
        "self",
        *record_type.read_only,
        *record_type.schema.read_only(),
    }
    for shape in (read, write):
        marked = {field for field, schema in shape["properties"].items() if schema.get("readOnly")}
        assert marked == of_server
    assert set(write["required"]) == {
        field for field, declared in record_type.schema().fields.items() if declared.required
    }
    assert "required" not in patch
    for shape in (read, write):
        assert all(schema["description"] for schema in shape["properties"].values())


def test_answers_are_open_and_bodies_closed() -> None:
    document = generated()
    for level in (document, for_clients(document)):
        schemas = level["components"]["schemas"]
        is_closed = {
            name: schema.get("additionalProperties") is False
            for name, schema in schemas.items()
            if schema.get("type") == "object"
        }
        assert is_closed == {name: name.endswith(("Write", "Patch")) for name in is_closed}


def test_arrays_say_of_what(contract: Contract) -> None:
    for name, schema in contract.document["components"]["schemas"].items():
        for node in _nodes(schema):
            kind = node.get("type", ())
            if "array" in ([kind] if isinstance(kind, str) else kind):
                assert node["items"], name


def test_whole_numbers_have_a_format_and_bounds(contract: Contract, committed: Contract) -> None:
    for document in (contract.document, committed.document):
        numbers = [each for each in _nodes(document) if _is_integer(each)]
        assert len(numbers) > 100
        for each in numbers:
            is_small = each.get("const", each.get("maximum", 2**53)) < 2**31
            assert each["format"] == ("int32" if is_small else "int64")
    for each in _nodes(committed.document):
        if _is_integer(each):
            assert "const" in each or {"minimum", "maximum"} <= each.keys(), each


def _is_integer(node: dict[str, Any]) -> bool:
    return node.get("type") in ("integer", ["integer", "null"])


def test_examples_of_answers_and_records_are_references(contract: Contract) -> None:
    for path, _, operation in contract.operations():
        for each in (operation.get("requestBody", {}), *operation["responses"].values()):
            for content in each.get("content", {}).values():
                for example in content.get("examples", {}).values():
                    assert example.keys() == {"$ref"}, path
    examples = contract.document["components"]["examples"]
    assert {"Summit", "SummitWrite", "SummitList", "FacilityStatus", "Timeline"} <= examples.keys()


def test_errors_are_problems_and_nothing_else(contract: Contract) -> None:
    for path, _, operation in contract.operations():
        for status, response in operation["responses"].items():
            content = contract.resolve(response).get("content", {})
            assert status < "400" or list(content) == ["application/problem+json"], path


def test_summaries_have_articles_and_who_maintains_it_is_named(contract: Contract) -> None:
    of_one = re.compile("(Get|Create|Replace|Delete|Change parts of) (?!an? |the |this )")
    for path, _, operation in contract.operations():
        assert not of_one.match(operation["summary"]), path
    assert contract.document["info"]["contact"]["name"]


# What languages have for something else: a class or module of the name hides it, or does not compile.
TAKEN_NAMES = frozenset(
    (
        *("Array", "Boolean", "Class", "Date", "Enum", "Error", "Exception", "Function", "Index", "Integer"),
        *("Iterator", "List", "Map", "Module", "Number", "Object", "Promise", "Range", "Record", "Request"),
        *("Response", "Result", "Set", "String", "Symbol", "System", "Type", "Union"),
    )
)


def test_schema_names_are_free_in_the_languages_that_clients_are_generated_for(contract: Contract) -> None:
    assert not TAKEN_NAMES & contract.document["components"]["schemas"].keys()


def test_no_text_ends_a_comment_of_generated_code(contract: Contract) -> None:
    assert "*/" not in COMMITTED.read_text().replace("*/*", "")


def test_parameters_come_in_the_order_path_query_header(contract: Contract) -> None:
    order = ["path", "query", "header"]
    for path, _, operation in contract.operations():
        every = contract.document["paths"][path].get("parameters", []) + operation["parameters"]
        places = [order.index(contract.resolve(each)["in"]) for each in every]
        assert places == sorted(places), operation["operationId"]


def test_only_what_every_request_needs_has_an_example_to_send(contract: Contract) -> None:
    # Swagger UI and others send examples unasked.
    for path, _, operation in contract.operations():
        every = contract.document["paths"][path].get("parameters", []) + operation["parameters"]
        for parameter in map(contract.resolve, every):
            has_one = {"example", "examples"} & (parameter.keys() | parameter["schema"].keys())
            assert "default" not in parameter["schema"]
            needs_one = parameter.get("required", False)
            assert bool(has_one) is needs_one, (operation["operationId"], parameter["name"])


def test_every_view_says_when_what_is_dated_counts(contract: Contract) -> None:
    views = [
        operation
        for path, _, operation in contract.operations()
        if path.endswith(("/status", "/history", "/comparison", "/situation", "/timeline", "/search"))
    ]
    assert len(views) == 6
    for operation in views:
        declared = {
            each["name"]: each["description"] for each in map(contract.resolve, operation["parameters"])
        }
        assert "latest day that its date can mean" in declared["as_of"]
        assert "certainly appeared" in declared["published_until"]
        assert "known_at" in declared


def test_examples_are_what_their_schemas_ask_for(contract: Contract) -> None:
    checked = 0
    for schema, example, where in _examples(contract, contract.document):
        assert contract.errors(schema, example) == [], where
        checked += 1
    assert checked > 100


def test_record_examples_are_whole_records_not_just_selections(contract: Contract) -> None:
    examples = contract.document["components"]["examples"]
    for record_type in RECORD_TYPES:
        name = component_name(record_type.name)
        assert contract.errors(name, examples[name]["value"]) == []
        assert contract.errors(f"{name}List", examples[f"{name}List"]["value"]) == []


def test_a_new_record_type_is_described_without_more_ado() -> None:
    class ToySchema(SYSTEM.schema):
        """A toy."""

    toy = replace(SYSTEM, name="gadget", path="gadgets", schema=ToySchema)
    contract = Contract(generated((*RECORD_TYPES, toy)))
    ids = {operation["operationId"] for _, _, operation in contract.operations()}
    assert {"listGadgets", "createGadget", "getGadgetRevision"} <= ids
    assert list(OpenAPIV31SpecValidator(contract.document).iter_errors()) == []


def test_two_record_types_of_one_name_are_refused() -> None:
    twin = replace(SUMMIT, name="problem", path="problems", schema=type("Twin", (SUMMIT.schema,), {}))
    with pytest.raises(ValueError, match="two schemas would be named 'Problem'"):
        generated((*RECORD_TYPES, twin))


def test_parts_of_one_name_are_told_apart_by_their_features() -> None:
    one, other = (
        type("Remark", (RecordPart,), {"__module__": f"service.{feature}.answers", "__doc__": "A remark."})
        for feature in ("timeline", "facilities")
    )
    schemas = Schemas(Registry(()))
    names = [schemas.part(each, "read")["$ref"].rpartition("/")[2] for each in (one, other, one)]
    assert names == ["Remark", "FacilitiesRemark", "Remark"]


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from _nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from _nodes(value)


def _examples(contract: Contract, node: Any, where: str = "") -> Iterator[tuple[Any, Any, str]]:
    """Yield (schema, example, place) of media types, parameters, header fields and schemas."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _examples(contract, item, f"{where}/{index}")
    elif isinstance(node, dict):
        yield from ((*found, where) for found in _own_examples(contract, node))
        for name in node.keys() - {"example", "examples", "value"}:
            yield from _examples(contract, node[name], f"{where}/{name}")


def _own_examples(contract: Contract, node: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    if "schema" in node:
        if "example" in node:
            yield node["schema"], node["example"]
        for example in node.get("examples", {}).values():
            yield node["schema"], contract.resolve(example)["value"]
    elif isinstance(node.get("examples"), list):
        yield from ((node, example) for example in node["examples"])


def test_the_type_of_a_problem_is_any_uri_reference_and_the_known_ones_are_described(
    contract: Contract,
) -> None:
    problem = contract.document["components"]["schemas"]["Problem"]["properties"]["type"]
    assert (problem["type"], problem["format"]) == ("string", "uri-reference")
    assert problem.keys() == {"type", "format", "description"}
    assert all(f"`{kind.type}`" in problem["description"] for kind in CATALOGUE.values())
