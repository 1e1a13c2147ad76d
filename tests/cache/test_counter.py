"""The number that the processes of a machine share."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.cache.counter import Counter
from service.cache.version_token import change_of, version_token
from tests.servers import REPOSITORY

EARLIER, LATER = (
    version_token(7, "2018-09-10T14:05:00.000000Z"),
    version_token(8, "2018-09-10T14:05:01.000000Z"),
)


def test_the_version_token_only_rises(tmp_path: Path) -> None:
    counter = Counter(tmp_path / "counter")
    assert counter.advance(LATER)
    assert not counter.advance(EARLIER)
    assert counter.words[0] == LATER


def test_the_version_token_is_replaced_only_if_it_is_the_expected_one(tmp_path: Path) -> None:
    counter = Counter(tmp_path / "counter")
    counter.advance(LATER)
    counter.replace(version_token(9, "2019"), EARLIER)
    assert counter.words[0] == LATER
    counter.replace(LATER, EARLIER)
    assert counter.words[0] == EARLIER


def test_a_change_of_the_same_number_in_another_history_is_another_version(tmp_path: Path) -> None:
    counter = Counter(tmp_path / "counter")
    counter.advance(LATER)
    other = version_token(8, "2026-01-01T00:00:00.000000Z")
    assert change_of(other) == change_of(LATER) == 8
    assert not counter.advance(other)


def test_processes_share_the_version_token_and_lose_no_step(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from service.cache.counter import Counter\n"
        "from service.cache.version_token import version_token\n"
        "counter = Counter(Path(sys.argv[1]))\n"
        "for number in range(int(sys.argv[2]), 4000, 2): counter.advance(version_token(number, str(number)))\n"
    )
    path = tmp_path / "counter"
    counter = Counter(path)
    processes = [
        subprocess.Popen([sys.executable, "-c", script, str(path), str(start)], cwd=REPOSITORY)
        for start in (0, 1)
    ]
    seen = [0]
    while any(process.poll() is None for process in processes):
        seen.append(counter.words[0])
    assert [process.returncode for process in processes] == [0, 0]
    assert seen == sorted(seen)
    assert counter.words[0] == version_token(3999, "3999")


def test_only_its_owner_may_read_the_version_file(tmp_path: Path) -> None:
    path = tmp_path / "counter"
    Counter(path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_symbolic_link_in_place_of_the_version_file_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("as it was")
    (tmp_path / "counter").symlink_to(target)
    with pytest.raises(OSError, match="counter"):
        Counter(tmp_path / "counter")
    assert target.read_text() == "as it was"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_another_users_version_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "counter"
    path.write_bytes(bytes(8))
    os.chown(path, 65534, 65534)
    with pytest.raises(PermissionError):
        Counter(path)
