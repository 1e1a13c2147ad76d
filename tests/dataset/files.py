"""A small set of data files that has no fault, to be broken in one place."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import yaml

from service.app import RECORD_TYPES
from service.records.record_type import Registry

Files = dict[str, dict[str, Any]]

KIM = {"name": "Kim Jong Un", "country": "PRK"}
MOON = {"name": "Moon Jae-in", "country": "KOR"}
CITED = [{"source": "a-report-2018"}]

REPORT = "sources/a-report-2018.yaml"
SYSTEM = "systems/hwasong-14.yaml"
APRIL, SEPTEMBER = "summits/panmunjom-2018-04.yaml", "summits/pyongyang-2018-09.yaml"
LETTER = "communications/letter-kim-moon-2018-02-10.yaml"
PARADE = "parades/north-korea-2018-09-09.yaml"
SITE, SIGHT = "facilities/sohae.yaml", "observations/sohae-2018-07-20.yaml"
EARLY = {"title": "Early", "kind": "report", "published": "2017", "url": "https://example.org/early"}

COVERAGE = "coverage.yaml"

SOUND: Files = {
    "coverage.yaml": {
        name: {"from": "2018-01-01", "until": "2021-12-31"} for name in Registry(RECORD_TYPES).names
    },
    "sources/a-report-2018.yaml": {
        "title": "A report",
        "publisher": "The Paper",
        "url": "https://example.org/report",
        "kind": "report",
        "published": "2018-09-18",
    },
    "sources/an-announcement-2018.yaml": {
        "title": "An announcement",
        "publisher": "The Paper",
        "url": "https://example.org/announcement",
        "kind": "news_article",
        "published": "2018-04-27",
    },
    "sources/a-disclosure-2018.yaml": {
        "title": "A disclosure",
        "publisher": "The Paper",
        "url": "https://example.org/disclosure",
        "kind": "news_article",
        "published": "2018-02-11",
    },
    "systems/hwasong-14.yaml": {
        "name": "Hwasong-14",
        "aliases": [{"name": "KN-20"}],
        "category": "icbm",
        "country": "PRK",
        "citations": CITED,
    },
    "summits/panmunjom-2018-04.yaml": {
        "title": "Panmunjom meeting",
        "parties": [KIM, MOON],
        "place": {"name": "Panmunjom", "country": "KOR", "latitude": 37.9556, "longitude": 126.6756},
        "date": "2018-04-27",
        "steps": [{"status": "scheduled", "date": "2018-03-29"}, {"status": "held", "date": "2018-04-27"}],
        "citations": [{"source": "an-announcement-2018"}],
    },
    "summits/pyongyang-2018-09.yaml": {
        "title": "Pyongyang meeting",
        "parties": [KIM, MOON],
        "date": "2018-09-18/2018-09-20",
        "steps": [{"status": "held", "date": "2018-09-18/2018-09-20"}],
        "follows": "panmunjom-2018-04",
        "citations": [*CITED, {"source": "a-disclosure-2018"}],
    },
    "communications/letter-kim-moon-2018-02-10.yaml": {
        "kind": "letter",
        "date": "2018-02-10",
        "written": "2018-02-09",
        "delivered": "2018-02-10",
        "disclosed": "2018-02-11",
        "from": KIM,
        "to": MOON,
        "summary": "Asks him to come.",
        "regarding": [{"type": "summit", "id": "panmunjom-2018-04"}],
        "citations": [{"source": "a-disclosure-2018"}],
    },
    "parades/north-korea-2018-09-09.yaml": {
        "title": "Parade",
        "date": "2018-09-09",
        "country": "PRK",
        "broadcast": {"mode": "delayed", "aired": "2018-09-10"},
        "citations": CITED,
    },
    "facilities/sohae.yaml": {
        "name": "Sohae",
        "kind": "satellite_launch_site",
        "country": "PRK",
        "place": {"name": "Sohae", "latitude": 39.66, "longitude": 124.705},
        "components": [{"id": "pad", "name": "Pad", "latitude": 39.66, "longitude": 124.705}],
        "citations": CITED,
    },
    "observations/sohae-2018-07-20.yaml": {
        "facility": "sohae",
        "date": "2018-07-20",
        "method": "satellite_imagery",
        "findings": [{"component": "pad", "state": "intact"}],
        "citations": CITED,
    },
}


def sound() -> Files:
    return copy.deepcopy(SOUND)


def changed(path: str, /, **fields: Any) -> Files:
    """The sound set with some fields of one file replaced."""
    files = sound()
    files[path] |= fields
    return files


def copied(path: str, other: str, /, **fields: Any) -> Files:
    """The sound set with a second file like one of it."""
    files = sound()
    files[other] = copy.deepcopy(files[path]) | fields
    return files


def with_early(path: str, /, **fields: Any) -> Files:
    """The sound set with an earlier source, for the changed file to cite."""
    return changed(path, **fields) | {"sources/early-2017.yaml": EARLY}


def write(folder: Path, files: Files) -> Path:
    """Write the files; each is given its name as its id, unless it has one."""
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = body if name == COVERAGE else {"id": path.stem, **body}
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return folder
