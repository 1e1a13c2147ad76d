"""``peninsula serve`` started by hand: a port in use, an address at a terminal."""

from __future__ import annotations

import os
import pty
import select
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.servers import PATIENCE_SECONDS, REPOSITORY, STOP_SECONDS

COMMAND = [sys.executable, "-m", "service.cli", "serve"]


def _environment(folder: Path, host: str, port: int) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PENINSULA_")}
    own = {"PENINSULA_DATABASE_URL": f"sqlite:///{folder / 'record.db'}", "PENINSULA_DATASET": "none"}
    return clean | own | {"HOST": host, "PORT": str(port), "PENINSULA_WORKERS": "1"}


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_a_port_in_use_is_reported_before_anything_is_done(
    tmp_path: Path, family: socket.AddressFamily, host: str
) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.bind((host, 0))
        listening.listen()
        port = listening.getsockname()[1]
        done = subprocess.run(
            COMMAND,
            cwd=REPOSITORY,
            env=_environment(tmp_path, host, port),
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    told = f"Port {port} of {host} is in use: stop the process that listens there, or set PORT to another."
    assert done.stderr == f"Error: {told}\n"
    assert done.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_an_address_of_another_machine_is_reported(tmp_path: Path) -> None:
    # Of the block for documentation (RFC 5737): no machine has it.
    environment = _environment(tmp_path, "192.0.2.1", 8000)
    done = subprocess.run(
        COMMAND, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: Cannot listen on 192.0.2.1, port 8000: ")
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_at_a_terminal_the_address_is_printed_once_the_server_answers(tmp_path: Path) -> None:
    terminal, of_the_server = pty.openpty()
    process = subprocess.Popen(
        COMMAND,
        cwd=REPOSITORY,
        env=_environment(tmp_path, "127.0.0.1", 0),
        stdout=of_the_server,
        stderr=of_the_server,
        start_new_session=True,
    )
    try:
        text = ""
        while "Ctrl-C stops it" not in text:
            assert select.select([terminal], [], [], PATIENCE_SECONDS)[0], text
            text += os.read(terminal, 65536).decode()
        (line,) = [line for line in text.splitlines() if line.startswith("Serving at ")]
        address = line.split()[2]
        assert httpx.get(f"{address}/healthz", timeout=PATIENCE_SECONDS).json() == {"status": "ok"}
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(STOP_SECONDS)
        os.close(terminal)
        os.close(of_the_server)
