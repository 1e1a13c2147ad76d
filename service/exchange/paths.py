"""Inputs of the command line's import: NDJSON, YAML and CSV files, folders of these, and standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, Any

from service.exchange import ndjson, tables
from service.exchange.entries import Connected, ImportEntry, error_at
from service.exchange.yaml_files import read_record
from service.records.context import Context
from service.records.coverage import COVERAGE_FILE

STANDARD_INPUT = "-"
LINES = (".ndjson", ".jsonl")
YAML = (".yaml", ".yml")
TABLES = (".csv",)
_READ = (*LINES, *YAML, *TABLES)
Advance = Callable[[int], Any]


class UnknownFile(Exception):
    """The name of a file does not end in a known suffix."""


def files_in(paths: Iterable[str]) -> list[str]:
    """Return the files to read, those of folders in order; raises ``UnknownFile`` for a file of another kind.

    In a folder, files of other kinds are ignored, such as a README, and so is the coverage file of a data set, which is
    not a record.
    """
    found: list[str] = []
    for each in paths:
        path = Path(each)
        if each == STANDARD_INPUT:
            found.append(each)
        elif path.is_dir():
            found += sorted(
                str(file)
                for file in path.rglob("*")
                if file.suffix.lower() in _READ and file != path / COVERAGE_FILE
            )
        elif path.suffix.lower() in _READ:
            found.append(each)
        else:
            raise UnknownFile(f"{each}: the name must end in one of {', '.join(_READ)}")
    return found


def size_of(files: Iterable[str]) -> int | None:
    """Return how many bytes the files have, ``None`` if that is unknown because one is standard input."""
    names = list(files)
    return None if STANDARD_INPUT in names else sum(Path(name).stat().st_size for name in names)


def read_files(
    context: Context, connected: Connected, files: Iterable[str], advance: Advance
) -> Iterator[ImportEntry]:
    """Yield the entries of files; ``advance`` is called with the number of bytes read since its last call."""
    for name in files:
        suffix = Path(name).suffix.lower()
        if suffix in (*YAML, *TABLES):
            content = Path(name).read_bytes()
            if suffix in YAML:
                yield _of_yaml(context, name, content)
            else:
                yield from tables.read_entries(content, connected, {"file": name})
            advance(len(content))
        else:
            with _opened(name) as stream:
                where = {} if name == STANDARD_INPUT else {"file": name}
                counted = _Counted(stream, advance)
                yield from ndjson.read_entries(counted, context.registry, context.settings, where)


class _Counted:
    """A stream that reports how many bytes were read from it."""

    def __init__(self, stream: IO[bytes], advance: Advance) -> None:
        self._stream = stream
        self._advance = advance

    def readline(self, most: int) -> bytes:
        line = self._stream.readline(most)
        self._advance(len(line))
        return line


def _opened(name: str) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(sys.stdin.buffer) if name == STANDARD_INPUT else Path(name).open("rb")


def _of_yaml(context: Context, name: str, content: bytes) -> ImportEntry:
    """Return the entry of a YAML file. If it has no type, its folder's name gives it."""
    where = {"file": name}
    try:
        body, reason = read_record(content)
    except ValueError as error:
        return ImportEntry(where, errors=(error_at("malformed_yaml", str(error)),))
    record_type = context.registry.at(Path(name).absolute().parent.name)
    entry = ndjson.entry_of(
        ({"type": record_type.name} if record_type else {}) | body, where, context.registry
    )
    return ImportEntry(where, entry.type, entry.body, reason, entry.errors)
