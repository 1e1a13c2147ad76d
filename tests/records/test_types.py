"""What holds for the schema of every record type."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marshmallow import Schema, ValidationError, fields

from service.app import RECORD_TYPES as TYPES
from service.records.fingerprints import fingerprints
from service.records.record_type import RecordType, Registry
from service.records.schemas.branches import SchemaBranch
from service.records.schemas.field_errors import flatten
from service.records.schemas.fields import Enumeration
from service.records.schemas.schema import ReferencePath, references
from tests.contracts import factories

each_type = pytest.mark.parametrize("record_type", TYPES, ids=lambda record_type: record_type.name)

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 9),
    st.floats(),
    st.sampled_from(
        ["a", "b", "", "PRK", "2018-09-09", "2018", "2018/..", "/a", "https://x.org/", "2018-02-30"]
    ),
)


def anything_for(field: fields.Field[Any], depth: int) -> st.SearchStrategy[Any]:
    """Values for a field, right and wrong ones: of its shape mostly, of another now and then."""
    if depth > 2:
        return scalars
    if isinstance(field, fields.List):
        return scalars | st.lists(anything_for(field.inner, depth + 1), max_size=3)
    if isinstance(field, fields.Nested):
        return scalars | body_for(field.schema, depth + 1)
    if isinstance(field, Enumeration):
        return scalars | st.sampled_from(field.choices)
    return scalars


def body_for(schema: Schema, depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    values = {name: anything_for(field, depth) for name, field in schema.fields.items()}
    return st.fixed_dictionaries({}, optional=values | {"_schema": scalars, "unheard_of": scalars})


# Terms that views look records up by, and that no filter offers.
FOR_VIEWS = {"observed_at", "withdraws", "public_from"}
ANYTHING = {record_type.name: body_for(record_type.schema()) for record_type in TYPES}


@each_type
def test_a_type_has_a_minimal_body_to_test_with(record_type: RecordType) -> None:
    assert record_type.path in factories.BODIES, f"add {record_type.name}() to tests/contracts/factories.py"


@each_type
@given(data=st.data())
@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
def test_no_body_breaks_a_schema(record_type: RecordType, data: st.DataObject) -> None:
    body = factories.BODIES[record_type.path](**data.draw(ANYTHING[record_type.name]))
    try:
        document = record_type.schema().load(body)
    except ValidationError as error:
        entries = flatten(error.messages)
    else:
        entries = []
        if record_type.derive:
            document = record_type.derive(document)
        assert record_type.title(document)
        terms = list(record_type.found_by(document))
        filters = {each.name for each in record_type.filters}
        pairs = {f"{one}+{other}" for one in filters for other in filters}
        assert {field for field, _ in terms} <= filters | pairs | FOR_VIEWS
        assert all(value for _, value in terms)
    assert all(entry["code"] != "invalid" and entry["detail"] for entry in entries)
    assert all(entry["pointer"] == "" or entry["pointer"].startswith("/") for entry in entries)


@each_type
def test_the_smallest_body_is_accepted_and_its_document_is_accepted_again_unchanged(
    record_type: RecordType,
) -> None:
    schema = record_type.schema()
    document = schema.load(factories.BODIES[record_type.path]())
    assert schema.load(without_bounds(document)) == document


@each_type
def test_every_field_says_what_it_holds(record_type: RecordType) -> None:
    silent = [
        path for path, field in all_fields(record_type.schema()) if not field.metadata.get("description")
    ]
    assert silent == []


@each_type
def test_every_filter_and_derived_field_says_what_it_does(record_type: RecordType) -> None:
    declared = [each.field for each in record_type.filters] + list(record_type.read_only.values())
    assert all(field.metadata.get("description") for field in declared)


@each_type
def test_every_reference_names_a_type_that_there_is(record_type: RecordType) -> None:
    names = {each.name for each in TYPES}
    assert set(targets(references(record_type.schema))) - {None} <= names


def targets(found: tuple[SchemaBranch[ReferencePath], ...]) -> Iterator[str | None]:
    for branch in found:
        if branch.wanted is not None:
            yield branch.wanted.target
        yield from targets(branch.below)


@each_type
def test_the_common_fields_open_and_close_a_record(record_type: RecordType) -> None:
    names = list(record_type.schema().fields)
    assert names[0] == "id"
    assert names[-3:] == ["same_as", "claims", "note"]


def all_fields(schema: Schema, path: str = "") -> Iterator[tuple[str, fields.Field[Any]]]:
    for name, field in schema.fields.items():
        yield f"{path}/{name}", field
        inner = field.inner if isinstance(field, fields.List) else field
        if isinstance(inner, fields.Nested):
            yield from all_fields(inner.schema, f"{path}/{name}")


def without_bounds(part: Any) -> Any:
    if isinstance(part, list):
        return [without_bounds(item) for item in part]
    if isinstance(part, dict):
        added = {f"{name}_{end}" for name in part for end in ("earliest", "latest")}
        return {name: without_bounds(value) for name, value in part.items() if name not in added}
    return part


def test_a_filter_that_takes_its_values_elsewhere_has_the_type_indexed_anew() -> None:
    record_type = next(each for each in TYPES if each.name == "system")
    renamed = replace(record_type.filters[0], of=lambda system: [system["name"]])
    other = replace(record_type, filters=(renamed, *record_type.filters[1:]))
    one, another = (fingerprints(Registry([each])) for each in (record_type, other))
    assert one["system"] != another["system"]
    assert one == fingerprints(Registry([record_type]))


def test_empty_values_of_a_filter_are_no_terms() -> None:
    record_type = next(each for each in TYPES if each.name == "actor")
    document = record_type.schema().load(factories.BODIES[record_type.path](country=None))
    assert "country" not in {name for name, _ in record_type.found_by(document)}
