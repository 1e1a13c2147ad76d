"""Takes the pictures of pages under docs/pictures: python -m tests.pages.pictures [URL of a running server]."""

import sys
import tempfile
from pathlib import Path

from tests.browser import drive_browser
from tests.servers import run_server

PROGRAM = Path(__file__).with_name("browse.mjs")
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
WIDE, NARROW = 1000, 360
TAKEN = (
    ("/", "front-page", WIDE, False),
    ("/", "front-page-phone", NARROW, True),
    ("/v1/situation?as_of=2018-09-10&published_until=2018-09-10", "situation-2018", WIDE, False),
    ("/v1/summits/singapore-2018", "summit", WIDE, False),
    ("/v1/facilities/sohae/status", "facility-status", WIDE, False),
    ("/v1/search?q=sohae+dismantled", "search", WIDE, True),
)


def take(url: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    pictures = [
        {"path": path, "file": str(PICTURES / f"{name}.png"), "width": width, "dark": dark}
        for path, name, width, dark in TAKEN
    ]
    with tempfile.TemporaryDirectory() as folder:
        drive_browser(PROGRAM, Path(folder), url, {"pictures": pictures})


if __name__ == "__main__":
    if len(sys.argv) > 1:
        take(sys.argv[1])
    else:
        with (
            tempfile.TemporaryDirectory() as folder,
            run_server(f"sqlite:///{folder}/peninsula.db", dataset="full", workers=2) as running,
        ):
            take(running.url)
