"""The image builds from its own commands, holds no build tools, and serves as a user who is not root."""

import re
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import httpx
import pytest

from tests.deployment.image import Image, build
from tests.servers import (
    PATIENCE_SECONDS,
    REPOSITORY,
    STOP_SECONDS,
    logged_address,
    started,
    temporary_folder,
    wait_until,
)


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    with temporary_folder() as folder:
        yield build(folder / "image")


def _python(image: Image, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [image.root / "opt/peninsula/bin/python", *arguments],
        cwd=image.root,
        env=image.run_environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def _files(image: Image) -> set[Path]:
    own = image.root / "var/lib/peninsula"
    return {path for path in image.root.rglob("*") if own not in path.parents and path != own}


def test_every_command_of_the_dockerfile_runs(image: Image) -> None:
    assert len(image.ran) >= 5
    # Left out is what prepares the base image, and nothing that installs the service.
    assert all("/opt/peninsula" not in command or "fast" in command for command in image.left_out)


def test_no_build_tool_is_left_in_the_image(image: Image) -> None:
    for module in ("pip", "setuptools", "wheel"):
        assert _python(image, "-c", f"import {module}").returncode == 1, module
    assert any("pip uninstall --yes pip" in command for command in image.left_out)


def test_the_image_runs_the_locked_versions(image: Image) -> None:
    names = "import importlib.metadata as m; print(*(f'{d.name}=={d.version}' for d in m.distributions()))"
    installed = {re.sub(r"[-_.]+", "-", each).lower() for each in _python(image, "-c", names).stdout.split()}
    locked = "".join(
        (REPOSITORY / name).read_text() for name in ("requirements.txt", "requirements-fast.txt")
    )
    expected = {re.sub(r"[-_.]+", "-", each).lower() for each in re.findall(r"^(\S+==\S+)", locked, re.M)}
    unexpected = {each for each in installed - expected if not each.startswith("peninsula==")}
    assert unexpected == set()


def test_the_server_is_not_root(image: Image) -> None:
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", image.user)


def test_the_container_serves_the_data_set_is_healthy_and_writes_only_to_its_volume(image: Image) -> None:
    before = _files(image)
    with temporary_folder() as folder:
        environment = image.run_environment(HOST="127.0.0.1", PORT="0", TMPDIR=str(folder))
        command = [_in_path(image, image.command[0]), *image.command[1:]]
        working = image.inside(str(image.folder))
        with started(command, folder / "log", env=environment, cwd=working) as process:
            address = logged_address(process, folder / "log")
            environment["PORT"] = address.rsplit(":", 1)[1]
            health = [_in_path(image, image.health[0]), *image.health[1:]]
            checks = partial(subprocess.run, health, env=environment, check=False)
            # The check gives up after four seconds, and is made again and again.
            wait_until(lambda: checks().returncode == 0, "the container is healthy")
            assert httpx.get(f"{address}/v1/summits", timeout=PATIENCE_SECONDS).json()["items"]
            process.terminate()
            assert process.wait(STOP_SECONDS) == 0
    assert _files(image) == before
    assert (image.root / "var/lib/peninsula/peninsula.db").exists()


def _in_path(image: Image, command: str) -> Path:
    return image.root / "opt/peninsula/bin" / command
