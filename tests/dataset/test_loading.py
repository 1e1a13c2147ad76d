"""Loading data files: sets laid over one another, corrections with their reasons, every fault told at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from service.app import make_context
from service.dataset.files import bundled, read_files
from service.dataset.loading import InvalidDataset, Loaded, load
from service.records.context import Context
from service.records.coverage import read_coverage
from service.records.revisions import StoredRevision, current_revision
from service.settings import Settings
from service.storage.migrate import migrate

SOURCE = "id: a-source\ntitle: A source\nkind: report\npublished: '2018'\n"
SYSTEM = "id: a-system\nname: A system\ncategory: icbm\ncountry: PRK\ncitations: [{source: a-source}]\n"
SITE = (
    "id: a-site\nname: A site\nkind: mine_or_mill\ncountry: PRK\nplace: {country: PRK}\n"
    "components: [{id: a-shaft, name: A shaft}]\ncitations: [{source: a-source}]\n"
)
SIGHT = (
    "id: a-sight\nfacility: a-site\ndate: '2018'\nmethod: site_visit\n"
    "findings: [{component: a-shaft, state: intact}]\ncitations: [{source: a-source}]\n"
)


@pytest.fixture
def context(database_url: str) -> Iterator[Context]:
    context = make_context(Settings(database_url=database_url))
    migrate(context.database)
    yield context
    context.engine.dispose()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder that holds nothing else, the database say."""
    return tmp_path / "files"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def current(context: Context, record_type: str, record_id: str) -> StoredRevision:
    with context.database.reading() as connection:
        found = current_revision(connection, record_type, record_id)
    assert found is not None
    return found


def reasons(context: Context) -> list[tuple[str, int, str | None]]:
    with context.database.reading() as connection:
        rows = connection.execute(text("SELECT id, revision, reason FROM revisions ORDER BY seq_from"))
        return [(row[0], row[1], row[2]) for row in rows]


def faults_of(context: Context, *folders: Path) -> list[str]:
    with pytest.raises(InvalidDataset) as raised:
        load(context, folders, "tests")
    assert reasons(context) == []
    return raised.value.errors


def test_a_later_folder_replaces_the_file_of_the_same_name_and_adds_others(
    context: Context, place: Path
) -> None:
    below = write(place / "below", {"sources/a-source.yaml": SOURCE, "systems/a-system.yaml": SYSTEM})
    renamed = SYSTEM.replace("A system", "The system")
    above = write(
        place / "above", {"systems/a-system.yaml": renamed, "sources/b.yaml": SOURCE.replace("a-source", "b")}
    )

    assert load(context, [below, above], "tests") == Loaded(read=3, written=3)
    assert current(context, "system", "a-system").revision == 1
    assert '"The system"' in str(current(context, "system", "a-system").body)


def test_a_folder_that_is_not_there_holds_nothing(context: Context, place: Path) -> None:
    below = write(place / "below", {"sources/a-source.yaml": SOURCE})

    assert load(context, [below, place / "above"], "tests") == Loaded(read=1, written=1)


def test_the_seed_set_alone_then_the_full_one_then_either_again(context: Context) -> None:
    seed, full = (read_files(context.registry, bundled(name))[0] for name in ("seed", "full"))
    assert {(each.type, each.id) for each in seed} <= {(each.type, each.id) for each in full}

    assert load(context, bundled("seed"), "tests") == Loaded(len(seed), len(seed))
    corrected = load(context, bundled("full"), "tests")
    assert corrected.read == len(full)
    assert load(context, bundled("full"), "tests") == Loaded(len(full), 0)


def test_a_corrected_file_makes_one_revision_with_its_reason(context: Context, place: Path) -> None:
    folder = write(place, {"sources/a-source.yaml": SOURCE, "systems/a-system.yaml": SYSTEM})
    load(context, [folder], "tests")
    corrected = SOURCE.replace("A source", "The source")
    write(folder, {"sources/a-source.yaml": f"{corrected}reason: The title was misread.\n"})

    assert load(context, [folder], "tests") == Loaded(read=2, written=1)
    assert load(context, [folder], "tests") == Loaded(read=2, written=0)
    assert reasons(context) == [
        ("a-source", 1, None),
        ("a-system", 1, None),
        ("a-source", 2, "The title was misread."),
    ]


def test_a_reason_says_why_a_record_changed_and_not_why_it_is_there(context: Context, place: Path) -> None:
    load(context, [write(place, {"sources/a-source.yaml": f"{SOURCE}reason: Corrected.\n"})], "tests")

    assert reasons(context) == [("a-source", 1, None)]


def test_a_part_and_what_names_it_may_be_replaced_together(context: Context, place: Path) -> None:
    files = {
        "sources/a-source.yaml": SOURCE,
        "facilities/a-site.yaml": SITE,
        "observations/a-sight.yaml": SIGHT,
    }
    load(context, [write(place, files)], "tests")
    renamed = {name: content.replace("a-shaft", "the-shaft") for name, content in files.items()}

    assert load(context, [write(place, renamed)], "tests").written == 2


def test_a_part_that_is_named_outside_the_files_stays(context: Context, place: Path) -> None:
    files = {
        "sources/a-source.yaml": SOURCE,
        "facilities/a-site.yaml": SITE,
        "observations/a-sight.yaml": SIGHT,
    }
    load(context, [write(place / "all", files)], "tests")
    alone = write(place / "one", {"facilities/a-site.yaml": SITE.replace("a-shaft", "the-shaft")})

    with pytest.raises(InvalidDataset, match="'a-shaft' cannot be taken away"):
        load(context, [alone], "tests")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("sources/a-source.yaml", "title: 'open", "sources/a-source.yaml: line 1, column "),
        ("sources/a-source.yaml", "- a\n- b\n", "sources/a-source.yaml: must hold the fields of one record"),
        ("sources/a-source.yaml", "", "sources/a-source.yaml: must hold the fields of one record"),
        ("sources/a-source.yaml", "title: A source\n", "sources/a-source.yaml: /id: must be 'a-source'"),
        ("sources/another.yaml", SOURCE, "sources/another.yaml: /id: must be 'another'"),
        (
            "sources/a-source.yaml",
            f"{SOURCE}kind: other\n",
            "sources/a-source.yaml: line 5, column 1: the key 'kind' appears twice",
        ),
        ("sources/a-source.yaml", f"{SOURCE}reason: ''\n", "sources/a-source.yaml: /reason: must be a text"),
        ("sources/a-source.yaml", f"{SOURCE}reason: 5\n", "sources/a-source.yaml: /reason: must be a text"),
        ("sources/a-source.yml", SOURCE, "sources/a-source.yml: only files named <id>.yaml belong here"),
        (
            "source/a-source.yaml",
            SOURCE,
            "source: only coverage.yaml and folders named as record types belong here: sources, systems",
        ),
        (
            "coverage.yaml",
            "- parade\n",
            "coverage.yaml: Must have a member for each record type, not be an array.",
        ),
        ("coverage.yaml", "parade: {until: 2018-09-10}\n", "coverage.yaml: /parade/until: Must be a string"),
        (
            "sources/a-source.yaml",
            SOURCE.replace("'2018'", "2018-09-10"),
            "sources/a-source.yaml: /published: ",
        ),
        ("systems/a-system.yaml", SYSTEM, "There is no source 'a-source'."),
    ],
)
def test_an_invalid_record_is_reported_with_its_file_and_pointer(
    context: Context, place: Path, name: str, content: str, says: str
) -> None:
    (fault,) = faults_of(context, write(place, {name: content}))

    assert says in fault


def test_the_faults_of_all_files_come_at_once(context: Context, place: Path) -> None:
    files = {
        "sources/a-source.yaml": SOURCE.replace("report", "rumour"),
        "sources/broken.yaml": "{",
        "systems/a-system.yaml": SYSTEM.replace("PRK", "XYZ").replace("icbm", "ikbm"),
    }
    told = faults_of(context, write(place, files))

    for place in (
        "a-source.yaml: /kind: ",
        "broken.yaml: line",
        "a-system.yaml: /category: ",
        ": /country: ",
    ):
        assert any(place in fault for fault in told), place


def coverage(context: Context) -> dict[str, Any]:
    with context.database.reading() as connection:
        return dict(read_coverage(connection))


def test_loading_sets_the_coverage_that_the_last_folder_tells(context: Context, place: Path) -> None:
    below = write(place / "below", {"coverage.yaml": "parade: {until: '2018-09-10'}\n"})
    above = write(place / "above", {"coverage.yaml": "summit: {from: '2000-01-01', until: '2018-09-11'}\n"})
    assert coverage(context) == {}

    load(context, [below, above], "tests")
    assert coverage(context) == {"summit": {"from": "2000-01-01", "until": "2018-09-11", "missing": []}}
    load(context, [below], "tests")
    assert coverage(context) == {"parade": {"from": None, "until": "2018-09-10", "missing": []}}


def test_loading_files_without_a_coverage_leaves_the_one_that_was_set(context: Context, place: Path) -> None:
    load(context, [write(place / "with", {"coverage.yaml": "parade: {until: '2018-09-10'}\n"})], "tests")
    load(context, [write(place / "without", {"sources/a-source.yaml": SOURCE})], "tests")

    assert coverage(context).keys() == {"parade"}


def test_a_coverage_is_not_set_where_a_record_is_refused(context: Context, place: Path) -> None:
    files = {"coverage.yaml": "parade: {until: '2018-09-10'}\n", "systems/a-system.yaml": SYSTEM}

    faults_of(context, write(place, files))
    assert coverage(context) == {}
