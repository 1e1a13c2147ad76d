"""The running server under Schemathesis: no 5xx, and no answer outside what its description allows, at each level.

One mechanism answers for all record types, so each run of the long phase covers two of them, drawn anew, and everything
else; the phases of random requests cover all.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from service.app import RECORD_TYPES
from tests.faults.test_concurrent_writers import make_token
from tests.servers import REPOSITORY, run_server

CONFIGURATION = Path(__file__).parent / "schemathesis.toml"
# The limit of the phases that would otherwise run indefinitely, by level of the description: the two smaller ones say
# parts of what the full one says.
SECONDS = {"full": 120, "clients": 45, "reads": 30}
PATHS = [each.path for each in RECORD_TYPES]


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    ("backend", "level", "phases"),
    [
        ("sqlite", "full", ["examples", "coverage"]),
        ("postgresql", "full", ["fuzzing", "stateful"]),
        ("sqlite", "clients", ["fuzzing"]),
        ("sqlite", "reads", ["fuzzing"]),
    ],
    ids=["sqlite-coverage", "postgresql-fuzzing", "clients", "reads"],
)
def test_the_server_does_what_the_description_says(
    backend: str, level: str, phases: list[str], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    database_url = request.getfixturevalue(f"{backend}_database")
    with run_server(database_url, dataset="seed") as server:
        command = [str(Path(sys.executable).parent / "schemathesis"), "--config-file", str(CONFIGURATION)]
        command += [
            "run",
            f"{server.url}/openapi.json?detail={level}",
            "--checks",
            "all",
            "--phases",
            ",".join(phases),
        ]
        command += ["--header", f"Authorization: Bearer {make_token(database_url)}", "--warnings", "off"]
        command += ["--continue-on-failure"]
        if "fuzzing" in phases:
            command += ["--max-time", str(SECONDS[level])]
        else:
            drawn = random.sample(PATHS, 2)
            print("drawn:", *drawn)
            others = "|".join(each for each in PATHS if each not in drawn)
            command += ["--exclude-path-regex", rf"^/v1/({others})(/\{{id\}}(/revisions.*)?)?$"]
        hooks = {"SCHEMATHESIS_HOOKS": "tests.faults.schemathesis_hooks", "PYTHONPATH": str(REPOSITORY)}
        ran = subprocess.run(
            command, cwd=tmp_path, env=os.environ | hooks, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stdout[-20_000:] + ran.stderr
