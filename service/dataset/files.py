"""The data files of a bundled set: where they lie, and what they say, as YAML has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from service.exchange.yaml_files import read_record, read_yaml
from service.records.coverage import COVERAGE_FILE
from service.records.record_type import RecordType, Registry
from service.records.schemas.coverage import Coverage, InvalidCoverage, validated

# The folders of each set, laid over one another: a file replaces the one of its name in a folder before.
SETS: Mapping[str, tuple[str, ...]] = {"full": ("seed", "full"), "seed": ("seed",)}
_SUFFIX = ".yaml"

Folder = Traversable | Path


@dataclass(frozen=True)
class DataFile:
    """One record as its file has it.

    ``path`` is relative to its set, ``reason`` says why it was last corrected, ``folders`` names those that have the
    file: the last one's is this.
    """

    path: str
    type: str
    body: dict[str, Any]
    reason: str | None
    folders: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id, which is also the file's name."""
        return str(self.body["id"])


def bundled(name: str) -> tuple[Folder, ...]:
    """Return the folders of a bundled set, each laid over those before it."""
    return tuple(files("service.dataset").joinpath(folder) for folder in SETS[name])


def read_files(registry: Registry, folders: Iterable[Folder]) -> tuple[list[DataFile], list[str]]:
    """Return the records of folders laid over one another, by type and name, and what is wrong with their files.

    A folder that is not there holds nothing.
    """
    found: dict[str, dict[str, list[tuple[str, Folder]]]] = {path: {} for path in registry.paths}
    errors: list[str] = []
    for folder in folders:
        for record_type, file in _listed(registry, folder, errors):
            found[record_type.path].setdefault(file.name, []).append((folder.name, file))
    records: list[DataFile] = []
    for record_type in registry:
        for name, versions in sorted(found[record_type.path].items()):
            path = f"{record_type.path}/{name}"
            try:
                body, reason = _read(name, versions[-1][1].read_bytes())
            except ValueError as error:
                errors.append(f"{path}: {error}")
            else:
                holders = tuple(folder for folder, _ in versions)
                records.append(DataFile(path, record_type.name, body, reason, holders))
    return records, errors


def read_coverage_file(registry: Registry, folders: Iterable[Folder]) -> tuple[Coverage | None, list[str]]:
    """Return the coverage that the last of the folders with such a file tells, and a line for each error in it.

    ``None`` where no folder has one, or it has errors.
    """
    files = [file for folder in folders if (file := folder.joinpath(COVERAGE_FILE)).is_file()]
    if not files:
        return None, []
    try:
        return validated(registry.names, read_yaml(files[-1].read_bytes())), []
    except ValueError as error:
        return None, [f"{COVERAGE_FILE}: {error}"]
    except InvalidCoverage as invalid:
        return None, invalid.lines(COVERAGE_FILE)


def _listed(registry: Registry, folder: Folder, errors: list[str]) -> Iterator[tuple[RecordType, Folder]]:
    for place in sorted(folder.iterdir(), key=_name) if folder.is_dir() else ():
        if place.is_file() and place.name == COVERAGE_FILE:
            continue
        record_type = registry.at(place.name)
        if not place.is_dir() or record_type is None:
            errors.append(
                f"{place.name}: only {COVERAGE_FILE} and folders named as record types belong here: "
                f"{', '.join(registry.paths)}"
            )
            continue
        for file in place.iterdir():
            if file.is_file() and file.name.endswith(_SUFFIX):
                yield record_type, file
            else:
                errors.append(f"{place.name}/{file.name}: only files named <id>{_SUFFIX} belong here")


def _name(entry: Folder) -> str:
    return entry.name


def _read(name: str, content: bytes) -> tuple[dict[str, Any], str | None]:
    """Return one file's record and reason; raises ``ValueError`` for what is no record's file at all."""
    body, reason = read_record(content)
    stem = name.removesuffix(_SUFFIX)
    if body.get("id") != stem:
        raise ValueError(f"/id: must be {stem!r}, as the file is named, not {body.get('id')!r}")
    return body, reason
