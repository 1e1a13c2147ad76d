"""Each check of the bundled record, on a set that is broken in one place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from service.dataset.checks.checking import check_set
from service.dataset.checks.places import countries_at
from service.dataset.files import SETS, bundled
from tests.dataset.conftest import REGISTRY
from tests.dataset.files import (
    APRIL,
    CITED,
    COVERAGE,
    EARLY,
    KIM,
    LETTER,
    PARADE,
    REPORT,
    SEPTEMBER,
    SIGHT,
    SITE,
    SYSTEM,
    Files,
    changed,
    copied,
    sound,
    with_early,
    write,
)

ACTOR = {
    "name": "Moon Jae-in",
    "aliases": [{"name": "Moon"}],
    "kind": "person",
    "country": "KOR",
    "citations": CITED,
}

SHOWN = {"system": "hwasong-14", "presence": "displayed", "basis": "stated", "citations": CITED}


def test_a_sound_set_has_no_fault(faults: Callable[[Files], list[str]]) -> None:
    assert faults(sound()) == []


@pytest.mark.parametrize("name", SETS)
def test_the_bundled_sets_have_no_fault(name: str) -> None:
    assert check_set(REGISTRY, bundled(name))[1] == []


BROKEN = [
    ("schema", changed(SYSTEM, category="ikbm"), f"{SYSTEM}: /category: "),
    ("no field", changed(SYSTEM, rnage_km=5), f"{SYSTEM}: /rnage_km: "),
    (
        "pointer",
        changed(SYSTEM, citations=[{"source": "a-report-2018", "supports": ["/naem"]}]),
        f"{SYSTEM}: /citations/0/supports/0: ",
    ),
    ("no citation", changed(SYSTEM, citations=[]), f"{SYSTEM}: /citations: "),
    (
        "reference",
        changed(SYSTEM, citations=[{"source": "nothing"}, *CITED]),
        f"{SYSTEM}: /citations/0/source: there is no source 'nothing' in this set",
    ),
    (
        "part",
        changed(SIGHT, findings=[{"component": "tower", "state": "intact"}]),
        f"{SIGHT}: /findings/0/component: the facility 'sohae' has no part 'tower'",
    ),
    ("itself", changed(APRIL, follows="panmunjom-2018-04"), f"{APRIL}: /follows: names the record itself"),
    (
        "orphan",
        sound() | {"sources/early-2017.yaml": EARLY},
        "sources/early-2017.yaml: no record cites this source",
    ),
    (
        "misspelt reference",
        changed(SYSTEM, citations=[{"source": "a-reprot-2018"}]),
        f"{SYSTEM}: /citations/0/source: there is no source 'a-reprot-2018' in this set: did you mean 'a-report-2018'?",
    ),
    (
        "parade of after its type's coverage",
        changed(COVERAGE, parade={"until": "2018-09-08"}),
        f"{PARADE}: /date: is after 2018-09-08, until when coverage.yaml says that such records were looked for",
    ),
    (
        "step of after the coverage of summits",
        changed(COVERAGE, summit={"until": "2018-09-17"}),
        f"{SEPTEMBER}: /steps/0/date: is after 2018-09-17, until when",
    ),
    (
        "source of after the coverage of sources",
        changed(COVERAGE, source={"until": "2018-09-17"}),
        f"{REPORT}: /published: is after 2018-09-17, until when",
    ),
    (
        "type unknown to the coverage",
        changed(COVERAGE, parades={"until": "2018-09-30"}),
        "coverage.yaml: /parades: Unknown record type 'parades'. Did you mean 'parade'?",
    ),
    (
        "coverage that ends before it begins",
        changed(COVERAGE, parade={"from": "2018-09-30", "until": "2018-09-29"}),
        "coverage.yaml: /parade/until: Must not be before from, 2018-09-30.",
    ),
    ("coverage without an end", changed(COVERAGE, parade={}), "coverage.yaml: /parade/until: "),
    (
        "coverage with another field",
        changed(COVERAGE, parade={"until": "2018-09-30", "untill": "2018-09-30"}),
        "coverage.yaml: /parade/untill: Unknown field 'untill'. Did you mean 'until'?",
    ),
    (
        "coverage by month",
        changed(COVERAGE, parade={"until": "2018-09"}),
        "coverage.yaml: /parade/until: '2018-09' is not a calendar date: write 2018-09-09.",
    ),
    (
        "coverage dated without quotes",
        changed(COVERAGE, parade={"until": date(2018, 9, 30)}),
        "coverage.yaml: /parade/until: Must be a string, not a date without quotes",
    ),
    (
        "summit's id",
        copied(APRIL, "summits/panmunjom.yaml", parties=[{"name": "A"}, {"name": "B"}]),
        "summits/panmunjom.yaml: /id: must tell the record's year",
    ),
    (
        "another year in a summit's id",
        copied(APRIL, "summits/panmunjom-2017.yaml", parties=[{"name": "A"}, {"name": "B"}]),
        "summits/panmunjom-2017.yaml: /id: must tell the record's year",
    ),
    (
        "communication's id",
        copied(LETTER, "communications/kim-moon-2018-02-10.yaml", to=None),
        "communications/kim-moon-2018-02-10.yaml: /id: must begin with letter-",
    ),
    (
        "parade's id",
        copied(PARADE, "parades/pyongyang-2017-04-15.yaml", date="2017-04-15", broadcast=None),
        "parades/pyongyang-2017-04-15.yaml: /id: must begin with north-korea-",
    ),
    (
        "observation's id",
        copied(SIGHT, "observations/sohae-july.yaml", method="site_visit"),
        "observations/sohae-july.yaml: /id: must tell the record's year",
    ),
    (
        "an observation's id that tells the day of no image",
        copied(SIGHT, "observations/sohae-2017.yaml", imagery=[{"acquired": "2018-07-20"}]),
        "observations/sohae-2017.yaml: /id: must tell the record's year",
    ),
    ("written late", changed(LETTER, written="2018-03"), f"{LETTER}: /written: is after delivered"),
    ("delivered late", changed(LETTER, delivered="2018-03"), f"{LETTER}: /delivered: is after disclosed"),
    (
        "written after disclosed",
        changed(LETTER, written="2018-03", delivered=None),
        f"{LETTER}: /written: is after disclosed",
    ),
    ("dated late", changed(LETTER, date="2018-03-01"), f"{LETTER}: /date: is after it was disclosed"),
    ("dated early", changed(LETTER, date="2018-02-08"), f"{LETTER}: /date: is before it was written"),
    ("read early", changed(REPORT, retrieved_on="2018-08"), f"{REPORT}: /published: is after retrieved_on"),
    ("corrected early", changed(REPORT, corrected="2018-08"), f"{REPORT}: /published: is after corrected"),
    (
        "aired early",
        changed(PARADE, broadcast={"mode": "live", "aired": "2018-09-08"}),
        f"{PARADE}: /broadcast/aired: is before the parade",
    ),
    (
        "held early",
        changed(APRIL, steps=[{"status": "held", "date": "2018-04-26"}]),
        f"{APRIL}: /steps/0/date: is not the summit's date, 2018-04-27, and it is held",
    ),
    (
        "held late",
        changed(APRIL, steps=[{"status": "held", "date": "2018-04-28"}]),
        f"{APRIL}: /steps/0/date: is not the summit's date",
    ),
    (
        "proposed late",
        changed(APRIL, steps=[{"status": "proposed", "date": "2018-05"}]),
        f"{APRIL}: /steps/0/date: is after the summit's date, 2018-04-27, and it is proposed",
    ),
    (
        "lapsed before its time",
        changed(
            APRIL,
            date=None,
            steps=[
                {"status": "accepted", "date": "2018-04-01", "target": {"date": "2018"}},
                {"status": "lapsed", "date": "2018-12-30"},
            ],
        ),
        f"{APRIL}: /steps/1/date: is before 2018-12-31, until when the step before aimed",
    ),
    (
        "follows a later one",
        changed(APRIL, follows="pyongyang-2018-09"),
        f"{APRIL}: /follows: names a summit of a later date",
    ),
    (
        "observed after it was published",
        with_early(SIGHT, citations=[{"source": "early-2017"}, *CITED]),
        f"{SIGHT}: /citations/0/source: the source was published before the date of the observation",
    ),
    (
        "parade after all sources",
        with_early(PARADE, citations=[{"source": "early-2017"}]),
        f"{PARADE}: /date: is after all of its sources were published",
    ),
    (
        "letter after all sources",
        with_early(LETTER, citations=[{"source": "early-2017"}]),
        f"{LETTER}: /date: is after all of its sources were published",
    ),
    (
        "step after all sources",
        with_early(
            APRIL, steps=[{"status": "held", "date": "2018-04-27", "citations": [{"source": "early-2017"}]}]
        ),
        f"{APRIL}: /steps/0/date: is after all of its sources were published",
    ),
    (
        "summit twice",
        copied(
            APRIL,
            "summits/peace-house-2018.yaml",
            date="2018-04",
            steps=[{"status": "held", "date": "2018-04"}],
        ),
        f"summits/peace-house-2018.yaml: /date: looks like {APRIL}: the same parties meet on the same date",
    ),
    (
        "letter twice",
        copied(LETTER, "communications/letter-2018-02-10.yaml"),
        f"{LETTER}: looks like communications/letter-2018-02-10.yaml: the same kind, sender",
    ),
    (
        "parade twice",
        copied(PARADE, "parades/north-korea-2018-09.yaml", date="2018-09"),
        f"parades/north-korea-2018-09.yaml: /date: looks like {PARADE}: the same country parades",
    ),
    (
        "first display after another display",
        {
            **sound(),
            "parades/north-korea-2018-08.yaml": {
                **sound()[PARADE],
                "date": "2018-08",
                "broadcast": None,
                "appearances": [SHOWN],
            },
            PARADE: {**sound()[PARADE], "appearances": [SHOWN | {"first_display": True}]},
        },
        f"{PARADE}: /appearances/0/first_display: hwasong-14 was displayed before, at north-korea-2018-08",
    ),
    (
        "observation twice",
        copied(SIGHT, "observations/sohae-2018-07-20-2.yaml"),
        f"{SIGHT}: looks like observations/sohae-2018-07-20-2.yaml: the same component",
    ),
    (
        "source twice",
        copied(REPORT, "sources/the-report.yaml"),
        "sources/the-report.yaml: looks like sources/a-report-2018.yaml: the same url",
    ),
    (
        "place",
        changed(SITE, place={"name": "Sohae", "latitude": 37.58, "longitude": 126.97}),
        f"{SITE}: /place/latitude: 37.58, 126.97 does not lie in PRK",
    ),
    (
        "component",
        changed(SITE, components=[{"id": "pad", "name": "Pad", "latitude": 39.66, "longitude": 129.705}]),
        f"{SITE}: /components/0/latitude: 39.66, 129.705 does not lie in PRK",
    ),
    (
        "other location",
        changed(
            SITE,
            other_locations=[
                {
                    "name": "S",
                    "latitude": 1.2,
                    "longitude": 103.8,
                    "standing": "alternative",
                    "citations": CITED,
                }
            ],
        ),
        f"{SITE}: /other_locations/0/latitude: 1.2, 103.8 does not lie in PRK",
    ),
    (
        "summit's place",
        changed(APRIL, place={"country": "USA", "latitude": 37.9556, "longitude": 126.6756}),
        f"{APRIL}: /place/latitude: 37.9556, 126.6756 does not lie in USA",
    ),
    (
        "party's name",
        changed(APRIL, parties=[{"name": "Kim Jong-un", "country": "PRK"}, {"name": "Moon Jae-in"}]),
        f"{APRIL}: /parties/0/name: 'Kim Jong-un' is spelled 'Kim Jong Un' elsewhere",
    ),
    (
        "place's name",
        changed(SEPTEMBER, place={"name": "P’anmunjŏm"}),
        "is spelled",
    ),
    (
        "publisher's name with an article",
        copied(REPORT, "sources/b-2018.yaml", publisher="Paper", url=None, republishes="a-report-2018"),
        "'Paper' is spelled 'The Paper' elsewhere",
    ),
    (
        "publisher's name",
        copied(REPORT, "sources/b-2018.yaml", publisher="the paper", url=None, republishes="a-report-2018"),
        "is spelled",
    ),
    (
        "system's name",
        copied(SYSTEM, "systems/kn-20.yaml", name="KN 20", aliases=[]),
        f"{SYSTEM}: /aliases/0/name: 'KN-20' is the name of systems/kn-20.yaml",
    ),
    (
        "party without its actor",
        sound() | {"actors/moon.yaml": ACTOR},
        f"{APRIL}: /parties/1/actor: must be 'moon', as 'Moon Jae-in' is called",
    ),
    (
        "party without its actor and country",
        changed(APRIL, parties=[KIM, {"name": "Moon"}]) | {"actors/moon.yaml": ACTOR},
        f"{APRIL}: /parties/1/actor: must be 'moon', as 'Moon' is called",
    ),
    (
        "long quote",
        changed(SYSTEM, citations=[{"source": "a-report-2018", "quote": "word " * 25 + "end"}]),
        f"{SYSTEM}: /citations/0/quote: quotes 26 words; 25 are the most",
    ),
    (
        "long saying",
        changed(LETTER, quotes=[{"text": "word " * 25 + "end"}]),
        f"{LETTER}: /quotes/0/text: quotes 26 words; 25 are the most",
    ),
    ("file's name", changed(REPORT, id="another"), f"{REPORT}: /id: must be 'a-report-2018'"),
]


@pytest.mark.parametrize(
    ("files", "says"), [case[1:] for case in BROKEN], ids=[case[0].replace(" ", "-") for case in BROKEN]
)
def test_each_error_of_the_data_set_is_reported(
    faults: Callable[[Files], list[str]], files: Files, says: str
) -> None:
    told = faults(files)

    assert any(says in fault for fault in told), told


def test_all_faults_come_at_once(faults: Callable[[Files], list[str]]) -> None:
    files = sound()
    files[SYSTEM]["category"] = "ikbm"
    files[LETTER]["written"] = "2018-03"
    files[SITE]["place"]["latitude"] = -39.66
    told = faults(files)

    assert [fault.split(": ")[0] for fault in told] == [LETTER] * 3 + [SITE, SYSTEM]


@pytest.mark.parametrize(
    "files",
    [
        with_early(PARADE, citations=[{"source": "early-2017"}, *CITED]),
        changed(APRIL, date=None),
        changed(
            APRIL, steps=[{"status": "proposed", "date": "2018-04"}, {"status": "held", "date": "2018-04"}]
        ),
        changed(
            APRIL,
            date=None,
            steps=[
                {"status": "accepted", "date": "2018-04-01", "target": {"date": "2018-06"}},
                {"status": "accepted", "date": "2018-04-20"},
                {"status": "lapsed", "date": "2019"},
            ],
        ),
        changed(LETTER, written="2018-02", delivered="2018-02~", disclosed="2018-02"),
        changed(
            SITE,
            other_locations=[
                {"name": "S", "latitude": 1.2, "longitude": 103.8, "standing": "wrong", "citations": CITED}
            ],
        ),
        copied(
            SIGHT,
            "observations/sohae-2018-06-30.yaml",
            method="site_visit",
            imagery=[{"acquired": "2018-06-30"}],
        ),
        changed(SYSTEM, aliases=[{"name": "Hwasong14"}]),
        sound() | {"actors/moon.yaml": ACTOR | {"country": "USA"}},
        changed(SYSTEM, citations=[{"source": "a-report-2018", "quote": "word " * 25}]),
        changed(SYSTEM, citations=[{"source": "copy-2018"}])
        | {
            "sources/copy-2018.yaml": EARLY | {"republishes": "early-2017"},
            "sources/early-2017.yaml": EARLY | {"url": None},
        },
    ],
)
def test_what_only_looks_odd_is_let_be(faults: Callable[[Files], list[str]], files: Files) -> None:
    assert faults(files) == []


def test_the_seed_keeps_its_ids_and_its_quotes(tmp_path: Path) -> None:
    long = [{"source": "a-report-2018", "quote": "word " * 30}]
    seed = write(tmp_path / "seed", {"parades/the-parade.yaml": sound()[PARADE] | {"citations": long}})
    files = sound()
    del files[PARADE]
    full = write(tmp_path / "full", files)

    assert check_set(REGISTRY, [seed, full])[1] == []
    write(full, {"parades/the-parade.yaml": sound()[PARADE] | {"citations": long}})
    (fault,) = check_set(REGISTRY, [seed, full])[1]
    assert "quotes 30 words" in fault


def test_panmunjom_lies_in_both_koreas_and_the_sea_in_no_country() -> None:
    assert countries_at(37.9556, 126.6756) == {"KOR", "PRK"}
    assert countries_at(39.0, 129.5) == set()


def test_a_record_may_be_dated_by_the_month_or_year_in_which_its_coverage_ends(
    faults: Callable[[Files], list[str]],
) -> None:
    files = changed(COVERAGE, source={"until": "2018-09-01"})
    files[REPORT]["published"] = "2018-09"

    assert [fault for fault in faults(files) if "until when" in fault] == []


def test_the_coverage_tells_of_every_type(faults: Callable[[Files], list[str]]) -> None:
    files = sound()
    del files[COVERAGE]["parade"]

    assert faults(files) == [
        "coverage.yaml: /parade: is missing: add 'parade:' with 'from' and 'until', days in quotes"
    ]


def test_a_set_has_a_coverage(faults: Callable[[Files], list[str]]) -> None:
    files = sound()
    del files[COVERAGE]

    assert len(faults(files)) == len(REGISTRY.names)


def test_a_coverage_that_is_not_yaml_is_reported_with_its_line(tmp_path: Path) -> None:
    folder = write(tmp_path / "full", sound())
    (folder / COVERAGE).write_text("parade: {until: '2018-09-30'\nsummit: {}\n", encoding="utf-8")

    (fault,) = check_set(REGISTRY, [folder])[1]
    assert fault.startswith("coverage.yaml: line 2, column ")
