"""Builds what the Dockerfile describes without a container engine: its own commands, run in a folder."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from dockerfile_parse import DockerfileParser

REPOSITORY = Path(__file__).parents[2]

# What only makes sense inside the base image, and is left out: its packages, its users, its own pip.
OF_THE_BASE_IMAGE = ("apt-get ", "groupadd ", "python -m pip uninstall ")
# Folders of the image that are the project's; all stages share them here, so COPY --from finds all in place.
OWN_FOLDERS = re.compile(r"(?<![\w.])/(?=(?:opt|build|var/lib/peninsula)\b)")


@dataclass
class Image:
    """What a container would be started from: the folder that stands for its root, and its settings."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)
    folder: Path = Path("/")
    user: str = "root"
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def inside(self, text: str) -> str:
        """The text with the image's folders replaced by those that stand for them."""
        return OWN_FOLDERS.sub(f"{self.root}/", text)

    def run_environment(self, **more: str) -> dict[str, str]:
        path = f"{self.root}/base:/usr/local/bin:/usr/bin:/bin"
        own = {name: self.inside(value).replace("$PATH", path) for name, value in self.environment.items()}
        pip = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
        return {"PATH": path, "HOME": str(self.root), "LANG": "C.UTF-8", **pip, **own, **more}


def build(root: Path) -> Image:
    """Carry out every instruction of the Dockerfile, in ``root``."""
    (root / "base").mkdir(parents=True)
    for name in ("python", "python3"):
        # In the base image `python` is the one it is named for; here, the one that runs the tests.
        (root / "base" / name).symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    with (REPOSITORY / "Dockerfile").open("rb") as file:
        instructions = DockerfileParser(fileobj=file).structure
    image = Image(root)
    for instruction in instructions:
        if instruction["instruction"] != "COMMENT":
            _STEPS[instruction["instruction"]](image, instruction["value"])
    return image


def _from(image: Image, value: str) -> None:
    assert re.fullmatch(r"python:3\.1[1-3]-slim( AS \w+)?", value), value
    image.environment = {}


def _run(image: Image, value: str) -> None:
    if value.startswith(OF_THE_BASE_IMAGE):
        image.left_out.append(value)
        return
    if "requirements-fast" in value and not shutil.which("cc"):
        image.left_out.append(value)
        return
    done = subprocess.run(
        ["sh", "-c", image.inside(value)],
        cwd=image.inside(str(image.folder)),
        env=image.run_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"RUN {value}\n{done.stdout}{done.stderr}"
    image.ran.append(value)


def _copy(image: Image, value: str) -> None:
    *sources, target = value.split()
    if sources[0].startswith("--from="):
        assert sources[1:] == [target], "stages share their folders here"
        return
    sent = [line[1:] for line in (REPOSITORY / ".dockerignore").read_text().splitlines() if line[:1] == "!"]
    for name in sources:
        assert name in sent, f".dockerignore keeps {name} out of the build"
        path = Path(image.inside(str(image.folder / target)))
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, path, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(REPOSITORY / name, path)


def _workdir(image: Image, value: str) -> None:
    image.folder = Path(value)
    Path(image.inside(value)).mkdir(parents=True, exist_ok=True)


def _env(image: Image, value: str) -> None:
    image.environment |= dict(pair.split("=", 1) for pair in value.split())


def _user(image: Image, value: str) -> None:
    image.user = value


def _cmd(image: Image, value: str) -> None:
    image.command = _exec_form(value)


def _healthcheck(image: Image, value: str) -> None:
    image.health = _exec_form(value.split("CMD ", 1)[1])


def _exec_form(value: str) -> list[str]:
    command = json.loads(value)
    assert isinstance(command, list), "the shell form would stand between Docker's signals and the server"
    return command


def _nothing(image: Image, value: str) -> None:
    """Says something to Docker only."""


_STEPS = {
    "FROM": _from,
    "RUN": _run,
    "COPY": _copy,
    "WORKDIR": _workdir,
    "ENV": _env,
    "USER": _user,
    "CMD": _cmd,
    "HEALTHCHECK": _healthcheck,
    "VOLUME": _nothing,
    "EXPOSE": _nothing,
}
