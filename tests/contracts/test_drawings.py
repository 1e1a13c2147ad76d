"""Views as drawings, on the whole record: picture and table say the same, and keep the clocks of the view."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from service.facilities.period_answers import FacilityStatusPeriods
from service.pages.drawings.drawing import Drawing
from service.pages.drawings.grid import draw_comparison, draw_grid
from service.pages.drawings.marks import MEANINGS, mark_of
from service.pages.drawings.steps import draw_steps
from service.pages.drawings.strip import draw_strip, said_of
from service.parades.grid import ParadeGrid
from tests.bodies import without_bounds
from tests.contracts.api import Api
from tests.contracts.conftest import Databases, serving
from tests.contracts.factories import finding

SVG = "{http://www.w3.org/2000/svg}"
PERIODS = "facilities/{}/status/periods"
FACILITIES = ("sohae", "yongbyon", "punggye-ri", "hodo", "kangson")


@pytest.fixture(scope="module")
def record(databases: Callable[[str], Databases]) -> Iterator[Api]:
    """The whole record, on one database: drawings are made of documents that do not depend on which."""
    with serving(databases("sqlite"), "full") as api:
        yield api


def picture(api: Api, path: str, query: dict[str, Any] | None = None) -> Element:
    answer = api.get(path, {**(query or {}), "format": "svg"})
    assert answer.status_code == 200, answer.text
    assert answer.content_type == "image/svg+xml"
    return fromstring(answer.data)


def titles(drawn: Element, kind: str) -> list[str]:
    return [str(each[0].text) for each in drawn.iter(f"{SVG}g") if each.get("class") == kind]


def read(api: Api, path: str, query: dict[str, Any] | None = None) -> dict[str, Any]:
    answer: dict[str, Any] = api.read(path, query)
    return answer


# ------------------------------------------------------------------------------------------------- strip


@pytest.mark.parametrize("facility", FACILITIES)
def test_every_period_is_a_piece_of_the_strip_and_a_row_of_its_table(record: Api, facility: str) -> None:
    document = read(record, PERIODS.format(facility))
    assert FacilityStatusPeriods().validate(without_bounds(document)) == {}
    periods = [(row, period) for row in document["rows"] for period in row["periods"]]
    unseen = sum(not row["periods"] for row in document["rows"])
    pieces = titles(picture(record, PERIODS.format(facility)), "piece")
    said = [each for each in pieces if not each.endswith("never observed.")]
    assert said == [said_of(*each) for each in periods]
    assert len(pieces) - len(said) == unseen
    table = draw_strip(document).rows
    assert len(table) == len(pieces)
    seen = [[cell.exact for cell in row[2:5]] for row in table if row[2].text != "never observed"]
    expected = [["; ".join(p["states"]), p["from"], p["last_observed"]] for _, p in periods]
    assert seen == expected


def test_the_strip_ends_in_what_the_status_says_under_the_same_clocks(record: Api) -> None:
    for clocks in ({}, {"as_of": "2018-08-01"}, {"published_until": "2018-09-30"}):
        status = read(record, "facilities/sohae/status", clocks)
        rows = read(record, PERIODS.format("sohae"), clocks)["rows"]
        for row, entry in zip(rows, status["components"], strict=True):
            assert (row["component"], row["aspect"]) == (entry["component"], entry["aspect"])
            last = row["periods"][-1] if row["periods"] else None
            assert (last and last["last_observed"]) == entry["last_observed"]
            if entry["since"]:
                assert last
                assert (last["states"], last["from"]) == ([entry["state"]], entry["since"])


def test_the_strip_shows_the_bunkers_as_the_public_knew_them(record: Api) -> None:
    def states(until: str) -> list[str]:
        rows = read(record, PERIODS.format("sohae"), {"published_until": until})["rows"]
        (row,) = [r for r in rows if (r["component"], r["aspect"]) == ("fuel-oxidizer-bunkers", "integrity")]
        return [state for period in row["periods"] for state in period["states"]]

    assert states("2018-09-30") == ["intact"]
    assert states("2018-10-31") == ["intact", "modified"]


# -------------------------------------------------------------------------------------------------- grid


def test_every_cell_of_the_grid_is_a_row_of_its_table_and_what_the_comparison_says(record: Api) -> None:
    query = {"country": "PRK", "from": "2017", "to": "2020"}
    document = read(record, "presence", query)
    assert ParadeGrid().validate(without_bounds(document)) == {}
    assert [each["date"] for each in document["parades"]] == [
        "2020-10-10",
        "2018-09-09",
        "2018-02-08",
        "2017-04-15",
    ]
    drawing = draw_grid(document, {})
    cells = titles(picture(record, "presence", query), "cell")
    rows = len(document["systems"]) + len(document["categories"])
    assert len(cells) == len(drawing.rows) == 4 * rows
    marks = Counter(cell.rpartition(": ")[2].removesuffix(".") for cell in cells)
    told = Counter(
        MEANINGS[mark_of(each)]
        for row in (*document["systems"], *document["categories"])
        for each in row["presence"]
    )
    told[MEANINGS["unrecorded"]] = 4 * rows - told.total()
    assert marks == told
    compared = read(record, "parades/north-korea-2018-09-09/comparison")["systems"]
    for group in compared.values():
        for system in group:
            (row,) = [each for each in document["systems"] if each["system"] == system["system"]]
            said = {each["parade"]: each for each in row["presence"]}
            for parade, side in (("north-korea-2018-09-09", "parade"), ("north-korea-2018-02", "with")):
                assert said.get(parade, {}).get("presence", "unrecorded") == system[side]["presence"]
                assert said.get(parade, {}).get("basis") == system[side]["basis"]


def test_the_grid_keeps_the_clocks_and_counts_what_they_leave_out(record: Api) -> None:
    early = read(record, "presence", {"as_of": "2018-09-08", "from": "2018", "country": "PRK"})
    assert [each["id"] for each in early["parades"]] == ["north-korea-2018-02"]
    unpublished = read(
        record, "presence", {"published_until": "2018-02-07", "from": "2018-02", "to": "2018-02"}
    )
    assert (unpublished["parades"], unpublished["left_out"]["parades"]) == ([], 1)


def test_the_grid_goes_on_to_earlier_parades_without_repeating_one(record: Api) -> None:
    whole = [each["id"] for each in read(record, "presence", {"limit": 500})["parades"]]
    found: list[str] = []
    query: dict[str, Any] = {"limit": 15}
    while True:
        page = read(record, "presence", query)
        found += [each["id"] for each in page["parades"]]
        if page["next_cursor"] is None:
            break
        query["cursor"] = page["next_cursor"]
    assert found == whole
    assert len(found) == len(set(found))


def test_a_comparison_is_drawn_as_the_grid_of_its_two_parades(record: Api) -> None:
    path = "parades/north-korea-2018-09-09/comparison"
    document = read(record, path)
    drawing = draw_comparison(document, {})
    assert {row[2].url for row in drawing.rows} == {document[side]["self"] for side in ("parade", "with")}
    assert len(titles(picture(record, path), "cell")) == len(drawing.rows)
    first = read(record, "presence", {"limit": 500, "country": "PRK"})["parades"][-1]["id"]
    assert titles(picture(record, f"parades/{first}/comparison"), "cell") == []


# ------------------------------------------------------------------------------------------ steps and map


def test_every_step_of_every_summit_is_a_point_on_its_line(record: Api) -> None:
    for summit in read(record, "summits", {"limit": 500})["items"]:
        drawing = draw_steps(summit)
        drawn = fromstring(drawing.inline)
        assert len(titles(drawn, "step")) == len(drawing.rows) == len(summit["steps"])
        for step, group in zip(summit["steps"], _of_kind(drawn, "step"), strict=True):
            (point,) = group.iter(f"{SVG}circle")
            exact = step["date"] == step["date_earliest"] == step["date_latest"]
            assert (point.get("stroke-dasharray") is None) == exact
        labels = [float(str(each.get("y"))) for each in drawn.iter(f"{SVG}text") if each.get("x") == "62"]
        assert all(other - one >= 13 for one, other in pairwise(labels))


def test_the_line_of_a_summit_has_the_steps_that_count_under_the_clocks(record: Api) -> None:
    def steps(**clocks: str) -> list[str]:
        found = titles(picture(record, "summits/second-trump-kim-meeting", clocks), "step")
        return [each.partition(":")[0] for each in found]

    whole = steps()
    assert (len(whole), whole[-1]) == (8, "27 February 2019")
    assert steps(as_of="2018-10-06") == ["6 September 2018", "10 September 2018"]
    assert steps(published_until="2018-09-09") == []
    left = page(record, "summits/second-trump-kim-meeting", {"as_of": "2018-10-06"})
    assert "6 more are left out" in left


def test_a_list_of_places_is_a_map_of_its_page_with_the_filters_of_the_list(record: Api) -> None:
    places = titles(picture(record, "facilities", {"kind": "missile_base", "limit": 100}), "place")
    items = read(record, "facilities", {"kind": "missile_base", "limit": 100})["items"]
    known = [each["name"] for each in items if each["place"]["latitude"] is not None]
    assert [each.partition(". ")[2].rpartition(", ")[0] for each in places] == known
    assert len(known) > 5
    assert (
        "expand" in record.get("facilities", {"format": "svg", "expand": "citations.source"}).json["detail"]
    )


# ------------------------------------------------------------------------------------------ all drawings


def test_a_drawing_names_itself_and_carries_no_style_script_or_link(record: Api) -> None:
    for path in (PERIODS.format("sohae"), "presence", "summits/singapore-2018", "facilities"):
        drawn = picture(record, path, {"limit": 5} if path in ("presence", "facilities") else None)
        title, description = drawn[0], drawn[1]
        assert drawn.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert title.text
        assert description.text
        ids = [each.get("id") for each in drawn.iter() if each.get("id")]
        assert len(ids) == len(set(ids))
        for each in drawn.iter():
            assert each.tag.removeprefix(SVG) not in ("style", "script", "a", "image", "foreignObject")
            assert not {"style", "onclick", "onload"} & set(each.attrib)
            assert all(value.startswith(f"#{drawn[0].get('id', '').partition('-')[0]}-")
                       for name, value in each.attrib.items() if name.endswith("href"))  # fmt: skip


def test_the_table_of_a_drawing_is_a_download_with_exact_values(record: Api) -> None:
    text = record.get(PERIODS.format("sohae"), {"format": "csv"}).text
    rows = list(csv.DictReader(io.StringIO(text)))
    drawing: Drawing = draw_strip(read(record, PERIODS.format("sohae")))
    assert len(rows) == len(drawing.rows)
    (dismantled,) = [
        row for row in rows if row["component"].startswith("Superstructure") and row["state"] == "dismantled"
    ]
    assert dismantled["first_observed"] == "2018-07-22"
    assert dismantled["observation_url"].startswith("/v1/observations/")
    grid = list(csv.DictReader(io.StringIO(record.get("presence", {"format": "csv", "limit": 2}).text)))
    assert {"hypersonic_glide", "icbm"} <= {row["category"] for row in grid}
    assert {row["presence"] for row in grid} >= {"displayed", "absent", "unrecorded"}


def _of_kind(drawn: Element, kind: str) -> list[Element]:
    return [each for each in drawn.iter(f"{SVG}g") if each.get("class") == kind]


# ------------------------------------------------------------------------------------------------- pages

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def page(api: Api, path: str, query: dict[str, Any] | None = None) -> str:
    answer = api.get(path, query, headers=BROWSER)
    assert answer.status_code == 200
    assert answer.content_type.startswith("text/html")
    return answer.text


@pytest.mark.parametrize(
    ("path", "drawn", "rows"),
    [
        ("facilities/punggye-ri", "strip", 62),
        ("facilities/punggye-ri/status", "strip", 62),
        ("facilities/punggye-ri/status/history", "strip", 62),
        ("facilities/punggye-ri/status/periods", "strip", 62),
        ("parades/north-korea-2018-09-09", "grid", None),
        ("parades/north-korea-2018-09-09/comparison", "grid", None),
        ("presence?country=PRK&from=2017&to=2020", "grid", None),
        ("summits/singapore-2018", "steps", 8),
        ("facilities?kind=missile_base", "map", None),
    ],
)
def test_a_page_has_the_drawing_its_table_and_its_downloads(
    record: Api, path: str, drawn: str, rows: int | None
) -> None:
    found = page(record, path)
    # One layout for wide pages, one for a phone, unless the drawing fits both.
    assert found.count("<svg") == (1 if drawn == "steps" else 2)
    ids = re.findall(r' id="([^"]+)"', found)
    assert len(set(ids)) == len(ids)
    assert f'<title id="{drawn}-title">' in found
    table = found.partition("<table>")[2].partition("</table>")[0]
    assert table.count("<tr>") - 1 == rows if rows else table.count("<tr>") > 5
    figure = found.partition('<figure class="drawn">')[2].partition("</figure>")[0]
    downloads = re.findall(r'<a href="([^"]+)" download>', figure)
    found_types = {}
    for each in downloads:
        answer = record.get(unescape(each))
        assert answer.status_code == 200
        found_types[answer.mimetype] = answer.data
    assert found_types.keys() == {"image/svg+xml", "text/csv"}
    assert found_types["text/csv"].count(b"\n") > 3


def test_drawings_in_pages_keep_the_clocks_of_the_page(record: Api) -> None:
    clocks = {"published_until": "2018-09-30"}
    known = page(record, "facilities/sohae", clocks)
    assert said_in(known) == said_in(page(record, "facilities/sohae/status", clocks))
    assert len(said_in(known)) < len(said_in(page(record, "facilities/sohae")))
    assert (
        "published_until=2018-09-30" in known.partition('<figure class="drawn">')[2].partition("</figure>")[0]
    )


def test_korean_names_of_systems_stand_in_the_grid_and_its_file(record: Api) -> None:
    shown = page(record, "presence", {"country": "PRK"})
    assert '<tspan dx="6" lang="ko"' in shown
    named = [each.text for each in picture(record, "presence", {"country": "PRK"}).iter(f"{SVG}tspan")]
    assert "화성-15형" in named
    assert "화성-15형" in shown


def test_korean_names_of_facilities_stand_in_the_timeline(record: Api) -> None:
    shown = page(record, "timeline", {"facility": "sohae", "kind": "observation"})
    assert '</bdi></a> <span class="korean" lang="ko">서해위성발사장</span>' in shown


def test_a_first_parade_has_a_page_without_a_comparison(record: Api) -> None:
    first = read(record, "presence", {"limit": 500, "country": "PRK"})["parades"][-1]["id"]
    assert "<svg" not in page(record, f"parades/{first}")
    assert "nothing to compare" in page(record, f"parades/{first}/comparison")


def test_names_are_text_in_drawings_and_their_tables(service: Api) -> None:
    hostile = "<script>alert('x')</script>&\"\u202e"
    components = [{"id": "pad", "name": hostile}]
    service.make("facilities", id="site", name=hostile, components=components)
    service.make(
        "observations", id="seen", facility="site", date="2018-07", findings=[finding("intact", "pad")]
    )
    assert "<script>" not in page(service, "facilities/site/status/history")
    drawn = picture(service, "facilities/site/status/periods")
    # The mark that turns what follows is held within the name.
    assert str(drawn[0].text).startswith(f"\u2068\u2068{hostile}\u2069: states over time")
    assert list(drawn.iter(f"{SVG}script")) == []


def said_in(html: str) -> list[str]:
    return re.findall(r'<g class="piece"><title>([^<]+)', html)
