"""The seed set as files: named by their ids, cited, and whole in themselves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonpointer import resolve_pointer

import service.dataset

SEED = Path(service.dataset.__file__).parent / "seed"
FILES = sorted(SEED.glob("*/*.yaml"))
FOLDERS = {
    "source": "sources",
    "system": "systems",
    "actor": "actors",
    "summit": "summits",
    "communication": "communications",
    "parade": "parades",
    "facility": "facilities",
    "observation": "observations",
}
QUOTE_LIMIT = 500

Record = dict[str, Any]


def read_record(file: Path) -> Record:
    record = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert isinstance(record, dict)
    return record


def objects_in(value: Any) -> Iterator[Record]:
    """Every object inside a record, the record itself among them."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from objects_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects_in(inner)


def scalars_in(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from scalars_in(inner)
    else:
        yield value


def citations_in(record: Record) -> list[Record]:
    return [citation for part in objects_in(record) for citation in part.get("citations", [])]


def references_in(record: Record) -> Iterator[str]:
    """The records that a record names, each as its folder and id."""
    for part in objects_in(record):
        if set(part) == {"type", "id"}:
            yield f"{FOLDERS[part['type']]}/{part['id']}"
        for field in ("source", "system", "facility", "observation"):
            if field in part:
                yield f"{FOLDERS[field]}/{part[field]}"
    if "follows" in record:
        yield f"summits/{record['follows']}"
    if "republishes" in record:
        yield f"sources/{record['republishes']}"


every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")


def test_the_seed_set_holds_the_records_that_the_article_states() -> None:
    found: dict[str, set[str]] = {folder: set() for folder in FOLDERS.values()}
    for file in FILES:
        found[file.parent.name].add(file.stem)

    assert found == {
        "sources": {
            "white-house-coordinating-second-meeting-2018-09",
            "white-house-briefing-2018-09-10",
            "new-york-times-2018-09-parade",
            "38-north-2018-07-sohae",
        },
        "systems": {"hwasong-14", "hwasong-15"},
        "actors": {"sarah-huckabee-sanders"},
        "summits": {"singapore-2018", "second-trump-kim-meeting"},
        "communications": {"kim-jong-un-letter-second-meeting", "white-house-press-briefing-2018-09-10"},
        "parades": {"north-korea-2018-02", "north-korea-2018-09-09"},
        "facilities": {"sohae"},
        "observations": {"sohae-2018-07-20", "sohae-2018-07-22", "sohae-2018-07-20-to-22"},
    }


@every_file
def test_a_file_is_named_by_its_id(file: Path) -> None:
    assert read_record(file)["id"] == file.stem


@every_file
def test_only_fields_that_have_a_value_are_written(file: Path) -> None:
    record = read_record(file)

    assert all(part not in (None, "", [], {}) for parent in objects_in(record) for part in parent.values())


@every_file
def test_dates_stay_strings(file: Path) -> None:
    assert {type(scalar) for scalar in scalars_in(read_record(file))} <= {str, int, float, bool}


@every_file
def test_every_record_but_a_source_cites_something(file: Path) -> None:
    record = read_record(file)

    assert file.parent.name == "sources" or record["citations"]
    assert all(claim["citations"] for claim in record.get("claims", []))


@every_file
def test_every_citation_quotes_at_most_500_characters_and_says_what_it_supports(file: Path) -> None:
    for citation in citations_in(read_record(file)):
        assert 0 < len(citation["quote"]) <= QUOTE_LIMIT
        assert citation["supports"]


@every_file
def test_every_pointer_of_a_citation_finds_its_field(file: Path) -> None:
    record = read_record(file)
    pointers = [pointer for citation in citations_in(record) for pointer in citation["supports"]]
    pointers += [claim["about"] for claim in record.get("claims", []) if claim["about"].startswith("/")]

    for pointer in pointers:
        assert resolve_pointer(record, pointer) is not None


@every_file
def test_every_reference_names_a_record_of_the_set(file: Path) -> None:
    held = {f"{other.parent.name}/{other.stem}" for other in FILES}

    assert set(references_in(read_record(file))) <= held


@every_file
def test_every_component_that_is_named_belongs_to_the_facility(file: Path) -> None:
    record = read_record(file)
    named = {part["component"] for part in objects_in(record) if "component" in part}
    if named:
        facility = read_record(SEED / "facilities" / f"{record['facility']}.yaml")
        assert named <= {component["id"] for component in facility["components"]}


def test_only_the_systems_and_the_parades_speak_of_hwasong() -> None:
    speaking = {
        f"{file.parent.name}/{file.stem}" for file in FILES if "hwasong" in file.read_text("utf-8").lower()
    }

    assert speaking == {
        "systems/hwasong-14",
        "systems/hwasong-15",
        "parades/north-korea-2018-02",
        "parades/north-korea-2018-09-09",
    }
