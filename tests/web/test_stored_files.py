"""Files that are made to be sent: made once, complete or not there, and bounded."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

import pytest

from service.web.problem import Problem
from service.web.stored_files import StoredFiles


def writing(content: bytes, made: list[bytes] | None = None):
    def write(file: IO[bytes]) -> None:
        if made is not None:
            made.append(content)
        file.write(content)

    return write


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_a_file_is_made_once_for_all_who_ask(tmp_path: Path) -> None:
    files, made = StoredFiles(tmp_path / "files", 100), []

    def read(_: int) -> bytes:
        with files.open("one", writing(b"content", made)) as file:
            return file.read()

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(read, range(16))) == {b"content"}
    assert made == [b"content"]
    assert (tmp_path / "files").stat().st_mode & 0o777 == 0o700


def test_the_files_used_least_make_room_and_can_be_read_on(tmp_path: Path) -> None:
    files = StoredFiles(tmp_path, 10)
    with files.open("old", writing(b"x" * 8)) as old:
        files.open("used", writing(b"y" * 8)).close()
        assert names(tmp_path) == {"old", "used"}
        for at, name in enumerate(("old", "used")):
            os.utime(tmp_path / name, (at, at))
        files.open("new", writing(b"z" * 50)).close()
        assert names(tmp_path) == {"used", "new"}
        assert old.read() == b"x" * 8


def test_a_file_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail(file: IO[bytes]) -> None:
        file.write(b"half")
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        StoredFiles(tmp_path, 10).open("one", fail)
    assert names(tmp_path) == set()


def test_what_a_worker_left_half_written_is_removed_later(tmp_path: Path) -> None:
    (tmp_path / "a.part").write_bytes(b"old")
    (tmp_path / "b.part").write_bytes(b"in the making")
    os.utime(tmp_path / "a.part", (1, 1))
    StoredFiles(tmp_path, 10).open("one", writing(b"")).close()
    assert names(tmp_path) == {"b.part", "one"}


def test_who_comes_while_another_file_is_made_for_long_is_told_to_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.web.stored_files._PATIENCE_SECONDS", 0.01)
    files = StoredFiles(tmp_path, 10)

    def ask_meanwhile(_: IO[bytes]) -> None:
        with pytest.raises(Problem, match="service-unavailable"):
            files.open("other", writing(b""))

    files.open("one", ask_meanwhile).close()
    assert names(tmp_path) == {"one"}
