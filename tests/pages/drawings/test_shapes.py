"""What drawings are made of: patterns, marks, positions and text."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring, tostring

from hypothesis import given, settings
from hypothesis import strategies as st

from service.evidence.findings import STATES_OF_ASPECT
from service.pages.drawings import svg
from service.pages.drawings.axis import around
from service.pages.drawings.grid import draw_grid
from service.pages.drawings.map import MapPlace, draw_map, outlines, spread
from service.pages.drawings.marks import MEANINGS
from service.pages.drawings.patterns import LOOKS, add_patterns
from service.pages.drawings.steps import apart, draw_steps
from service.pages.drawings.strip import stretches
from service.records.schemas.dates import bounds

HOSTILE = "<script>alert(1)</script>\"'& \u202e\x00"


def luminance(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_states_of_an_aspect_differ_without_their_colours() -> None:
    for states in STATES_OF_ASPECT.values():
        # Dark lines on light, or light on dark: what is left of a pattern in one colour.
        left = [(LOOKS[each].lines, luminance(LOOKS[each].fill) > 0.5) for each in states]
        assert len(set(left)) == len(left)


def test_each_state_has_a_pattern_that_its_id_names() -> None:
    parent = Element("svg")
    add_patterns(parent, "strip", LOOKS)
    assert {each.get("id") for each in parent.iter("pattern")} == {f"strip-{state}" for state in LOOKS}


def test_the_marks_of_the_grid_differ_in_shape() -> None:
    drawn = draw_grid({"parades": [], "systems": [], "categories": []}, {}).picture
    marks = [each for each in drawn.iter("g") if str(each.get("id")).startswith("grid-")]
    colour = re.compile(r'(fill|stroke|class|id)="[^"]*"')
    shapes = {colour.sub("", tostring(each, encoding="unicode")) for each in marks}
    assert len(shapes) == len(MEANINGS)


@settings(max_examples=30)
@given(st.text())
def test_any_text_is_text_that_a_parser_reads_back(text: str) -> None:
    parent = svg.root("drawing", 10, 10, text, HOSTILE)
    svg.add_text(parent, "text", HOSTILE, x=1)
    title, description, _, shown = fromstring(svg.text_of(parent))
    assert (title.text or "") == svg.isolated(svg.allowed(text)).replace("\r", "\n")
    assert description.text == shown.text == f"\u2068{HOSTILE}\u2069".replace("\x00", "\ufffd")


def test_text_is_shortened_or_broken_to_the_room_there_is() -> None:
    assert svg.shortened("Gantry tower", 200) == "Gantry tower"
    assert svg.shortened("Gantry tower", 60).endswith("…")
    lines = svg.in_lines("Rail-mounted processing and transfer structure", 180, 10)
    assert len(lines) == 2
    assert all(svg.width_of(line, 10) <= 180 for line in lines)


@given(st.text(st.sampled_from("a\u05d0\u202e\u202c\u2067\u2068\u2069")))
def test_the_direction_of_a_text_ends_with_it(text: str) -> None:
    isolated = svg.isolated(text)
    if set(text) <= {"a"}:
        assert isolated == text
        return
    opened = [(each in "\u2067\u2068") - (each == "\u2069") for each in isolated]
    # The isolate that is begun first is ended last.
    assert all(sum(opened[:place]) > 0 for place in range(1, len(opened)))
    assert sum(opened) == 0


@settings(max_examples=20)
@given(st.integers(0, 70))
def test_a_grid_of_any_number_of_parades_fits_a_phone(count: int) -> None:
    days = [f"{1950 + each}-09-09" for each in range(count)]
    parades = [
        {"id": day, "self": f"/v1/parades/{day}", "title": "Parade", "date": day} for day in reversed(days)
    ]
    system = {
        "system": "hwasong-15",
        "name": "Hwasong-15",
        "self": "/v1/systems/hwasong-15",
        "category": "icbm",
        "presence": [],
    }
    drawn = draw_grid(
        {"parades": parades, "systems": [system], "categories": []}, {"hwasong-15": "화성-15형"}
    )
    assert drawn.narrow is not None
    assert float(drawn.narrow.get("width", "")) <= 330
    cells = [each for each in drawn.narrow.iter("g") if each.get("class") == "cell"]
    assert len(cells) == count == len(drawn.rows)
    for picture in (drawn.picture, drawn.narrow):
        assert "화성-15형" in [each.text for each in picture.iter("tspan")]


@given(st.lists(st.floats(0, 300), max_size=12).map(sorted), st.integers(1, 40))
def test_labels_keep_their_order_and_never_overlap(positions: list[float], least: int) -> None:
    found = apart(positions, least)
    assert all(other - one >= least - 1e-6 for one, other in pairwise(found))
    assert all(label >= position for label, position in zip(found, positions, strict=True))


@given(st.lists(st.tuples(st.integers(20, 540), st.integers(50, 500)), max_size=25))
def test_circles_on_the_map_are_drawn_apart(points: list[tuple[int, int]]) -> None:
    found = spread([(float(x), float(y)) for x, y in points], 560)
    for place, one in enumerate(found):
        # Numbers of two places stay readable: their circles cover each other by a third at most.
        assert all(math.dist(one, other) > 11 for other in found[:place])
        assert 0 <= one[0] <= 560


def test_steps_of_any_date_stand_on_a_line() -> None:
    dates = ["../0001", "0001", "2018-03~", "2018-03-08", "2018-03-08", "2018-21", "201X", "2018/..", "9999"]
    steps = [
        {
            "status": "scheduled", "date": each, "date_earliest": bounds(each).earliest,
            "date_latest": bounds(each).latest, "by": None, "target": None, "note": None, "citations": [],
        }
        for each in dates
    ]  # fmt: skip
    for chosen in (steps, steps[:1], steps[-2:-1], []):
        assert len(draw_steps({"title": HOSTILE, "steps": chosen}, left_out=2).rows) == len(chosen)


def test_a_strip_of_any_days_has_an_axis() -> None:
    for first, last in (
        ("0001-01-01", "9999-12-31"),
        ("2018-07-20", "2018-07-20"),
        ("2017-12-31", "2018-01-01"),
    ):
        axis = around([first], last, 0, 700)
        assert 0 <= axis.at(first) <= axis.at(last) == 700
        assert len(axis.marks()) <= 20


def test_days_more_than_a_year_apart_are_not_joined() -> None:
    assert stretches(["2015-01-01", "2015-12-31", "2018-01-01"]) == [
        ("2015-01-01", "2015-12-31"),
        ("2018-01-01", "2018-01-01"),
    ]


def test_the_outline_has_both_countries_and_is_small() -> None:
    found = outlines()
    assert set(found) == {"KOR", "PRK"}
    assert all(
        124 < x < 131.5 and 33 < y < 43.1 for rings in found.values() for ring in rings for x, y in ring
    )


def test_places_that_are_elsewhere_or_not_known_are_listed_only() -> None:
    drawing = draw_map(
        "Places",
        [
            MapPlace("Sohae", "/v1/facilities/sohae", "launch site", (39.66, 124.705), "site"),
            MapPlace("Singapore", "/v1/summits/singapore-2018", "summit", (1.25, 103.8), "site"),
            MapPlace(HOSTILE, "/v1/facilities/x", "other", None),
        ],
    )
    assert [row[-1].text for row in drawing.rows] == ["yes", "elsewhere", "place not known"]
    shown = [each.findtext("title") for each in drawing.picture.iter("g") if each.get("class") == "place"]
    assert shown == ["1. Sohae, launch site"]
    assert "None of these" in draw_map("Places", []).inline
