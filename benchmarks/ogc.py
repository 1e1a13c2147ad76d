"""A page of features beside pygeoapi, the reference implementation of the standard, which serves them from a file.

pygeoapi runs in an environment of its own (``benchmarks/peers/pygeoapi/requirements.txt``) on Gunicorn's threads,
as its manual says, with one worker and as many threads as the service. It has no cache: the one answer is compared with
the service's from its cache, and with its computed one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from benchmarks.contest import Contestant, Request, alternate, fetch, figures, serving, times
from benchmarks.databases import Databases
from benchmarks.pages import UNCACHED
from service.settings import Settings
from tests.full_record import load_full
from tests.servers import run_redis

PEER = "pygeoapi"
REQUIREMENTS = Path(__file__).parent / "peers" / "pygeoapi" / "requirements.txt"
# One that fits on a page, and one of which a page is a small part: pygeoapi reads the whole file for each answer.
COLLECTIONS = ("facilities", "observations")
PAGE, MOST = 50, 1_000


def compare(
    databases: Databases,
    *,
    rounds: int,
    seconds: float,
    generator: str,
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """Return the figures of the service, from its cache and uncached, and of pygeoapi, with the ratios to it."""
    python = environment_of(databases.folder / PEER, tell)
    with tempfile.TemporaryDirectory() as name, run_redis() as redis:
        folder = Path(name)
        url = f"sqlite:///{folder / 'full.db'}"
        load_full(url)
        ours = Contestant(
            "service",
            "service.wsgi:app",
            {"PENINSULA_DATABASE_URL": url, "PENINSULA_REDIS_URL": redis.url},
        )
        with serving(ours, folder) as address:
            features = {each: _all_features(address, each) for each in COLLECTIONS}
            with serving(_peer(python, folder, features), folder) as peer:
                return {
                    each: _of_collection(
                        f"{address}/ogc{_items(each)}{PAGE}",
                        f"{peer}{_items(each)}{PAGE}",
                        rounds=rounds,
                        seconds=seconds,
                        generator=generator,
                        tell=tell,
                    )
                    | {"features": len(features[each])}
                    for each in COLLECTIONS
                }


def _items(collection: str) -> str:
    return f"/collections/{collection}/items?limit="


def _of_collection(
    ours: str, theirs: str, *, rounds: int, seconds: float, generator: str, tell: Callable[[str], None]
) -> dict[str, Any]:
    if _told(json.loads(fetch(ours)[0])["features"]) != _told(json.loads(fetch(theirs)[0])["features"]):
        raise RuntimeError(f"pygeoapi does not answer with the same features: {theirs}")
    loads = alternate(
        {"service-hit": Request(ours), "service-miss": Request(ours, UNCACHED), PEER: Request(theirs)},
        rounds=rounds,
        seconds=seconds,
        generator=generator,
        tell=lambda what: tell(f"ogc: {what}"),
    )
    found = figures(loads)
    for name, each in found.items():
        each[f"times_{PEER}"] = times(loads, name, PEER)
    return {"contestants": found}


def _all_features(address: str, collection: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    path: str | None = f"/ogc{_items(collection)}{MOST}"
    while path:
        page = json.loads(fetch(address + path)[0])
        found += page["features"]
        # The links name the public address of the service.
        following = next((urlsplit(link["href"]) for link in page["links"] if link["rel"] == "next"), None)
        path = f"{following.path}?{following.query}" if following else None
    return found


def environment_of(folder: Path, tell: Callable[[str], None]) -> str:
    """Return the Python of the environment that pygeoapi is installed in, made if it is missing."""
    python = folder / "bin" / "python"
    if not (folder / "installed").exists():
        tell("installing pygeoapi")
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        install = [python, "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps"]
        subprocess.run([*install, "-r", REQUIREMENTS], check=True)
        (folder / "installed").touch()
    return str(python)


def _told(features: list[dict[str, Any]]) -> dict[str, Any]:
    return {each["id"]: (each["geometry"], each["properties"]) for each in features}


def _peer(python: str, folder: Path, features: Mapping[str, list[dict[str, Any]]]) -> Contestant:
    """Write pygeoapi's data and configuration, and its description, which it wants beside it."""
    configuration, description = folder / "pygeoapi.yml", folder / "description.yml"
    for name, each in features.items():
        (folder / f"{name}.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": each}))
    configuration.write_text(yaml.safe_dump(_configuration(folder)))
    environment = {"PYGEOAPI_CONFIG": str(configuration), "PYGEOAPI_OPENAPI": str(description)}
    generate = [Path(python).parent / "pygeoapi", "openapi", "generate", configuration]
    subprocess.run(
        [*generate, "--output-file", description],
        check=True,
        env=environment,
        capture_output=True,
    )
    return Contestant(
        PEER,
        "pygeoapi.flask_app:APP",
        environment,
        gunicorn=(
            *(python, "-m", "gunicorn", "--workers", "1", "--worker-class", "gthread"),
            *("--threads", str(Settings().threads), "--bind", "127.0.0.1:0"),
        ),
    )


def _configuration(folder: Path) -> dict[str, Any]:
    """Return the least that pygeoapi takes."""
    text = {"en": "-"}
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": 80},
            "url": "http://127.0.0.1",
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "languages": ["en-US"],
            "limits": {"default_items": 50, "max_items": 1000},
            "map": {"url": "-", "attribution": "-"},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {
                "title": text,
                "description": text,
                "keywords": {"en": ["-"]},
                "keywords_type": "theme",
                "terms_of_service": "-",
                "url": "http://127.0.0.1",
            },
            "license": {"name": "-", "url": "http://127.0.0.1"},
            "provider": {"name": "-", "url": "http://127.0.0.1"},
            "contact": {"name": "-", "url": "http://127.0.0.1", "email": "-"},
        },
        "resources": {
            name: {
                "type": "collection",
                "title": name,
                "description": name,
                "keywords": ["-"],
                "extents": {"spatial": {"bbox": [-180, -90, 180, 90]}},
                "providers": [
                    {
                        "type": "feature",
                        "name": "GeoJSON",
                        "data": str(folder / f"{name}.geojson"),
                        "id_field": "id",
                    }
                ],
            }
            for name in COLLECTIONS
        },
    }


def print_tables(found: dict[str, Any]) -> None:
    """Print the ratios."""
    for collection, figures_of in found.items():
        print(f"\nA page of {collection}, of {figures_of['features']:,} features, beside pygeoapi")
        for name, each in figures_of["contestants"].items():
            print(f"{name:14}{each['requests_a_second']:9.1f}/s{each[f'times_{PEER}']:8.2f} × pygeoapi")
