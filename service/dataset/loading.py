"""Loading data files into the record: one transaction, any order, nothing written that is already so."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from service.records.context import Context
from service.records.documents import Invalid, draft
from service.records.record_type import Registry
from service.records.writing import Writer, head

NAMES = ("seed",)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loaded(NamedTuple):
    """How many files were read, and how many of them changed the record."""

    read: int
    written: int


class InvalidDataset(Exception):
    """Data files that are no valid records; ``faults`` has a line for each fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def bundled(name: str) -> Traversable:
    """Return the folder of a bundled dataset."""
    return files("service.dataset").joinpath(name)


def load(context: Context, folder: Traversable | Path, actor: str) -> Loaded:
    """Write the records of a folder that has one YAML file a record, in folders by type.

    Raises ``InvalidDataset`` with the faults of all files; then nothing has been written.
    """
    faults: list[str] = []
    read = written = 0
    with context.database.writing() as connection:
        writer = Writer(connection, context.registry, actor, deferred=True)
        for path, type_name, body in _records(context.registry, folder):
            read += 1
            record_type = context.registry.named(type_name)
            stored = head(connection, type_name, body["id"])
            try:
                made = draft(record_type, context.registry, body)
                written += writer.put(made, body["id"], stored=stored)[1]
            except Invalid as invalid:
                faults += [f"{path}{fault['pointer']}: {fault['detail']}" for fault in invalid.faults]
        try:
            writer.check_deferred()
        except Invalid as invalid:
            faults += [f"{fault['pointer']}: {fault['detail']}" for fault in invalid.faults]
        if faults:
            raise InvalidDataset(faults)
    return Loaded(read, written)


def bundled_records(name: str, registry: Registry) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the type name and body of each record of a bundled dataset, as its files have them."""
    for _, type_name, body in _records(registry, bundled(name)):
        yield type_name, body


def _records(registry: Registry, folder: Traversable | Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for record_type in registry:
        type_folder = folder.joinpath(record_type.path)
        if not type_folder.is_dir():
            continue
        for file in sorted(type_folder.iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(".yaml"):
                body = yaml.load(file.read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader, in C where there is one
                yield f"{record_type.path}/{file.name}", record_type.name, body
