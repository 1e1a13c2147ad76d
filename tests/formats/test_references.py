"""References as reference managers read them, whatever the texts in them hold."""

from __future__ import annotations

import json
import warnings
from io import BytesIO
from typing import Any

import pybtex.database
import pytest
import rispy

from service.formats import bibtex, csl, ris
from service.formats.references import Bibliography, CitableWork, PublishedDate

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

REFERENCE = CitableWork(
    key="38-north-2018-07",
    kind="report",
    title="North Korea Begins Dismantling Key Facilities at Sohae",
    authors=("Joseph S. Bermudez Jr.", "38 North"),
    publisher="38 North",
    issued=PublishedDate(((2018, 7, 23),), "2018-07-23"),
    accessed=PublishedDate(((2026, 10, 8),), "2026-10-08"),
    url="https://www.38north.org/2018/07/sohae072318/",
    archived_url="https://web.archive.org/web/2018/https://www.38north.org/",
    language="en",
    notes=("“the rail-mounted building” (figure 2)",),
)
# What citation styles have, in few lines: names, year, title and publisher.
STYLE = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Plain</title><id>plain</id><updated>2026-11-30T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography>
    <layout delimiter=", ">
      <group delimiter=", ">
        <names variable="author"/>
        <date variable="issued"><date-part name="year"/></date>
        <text variable="title"/>
        <text variable="publisher"/>
      </group>
    </layout>
  </bibliography>
</style>"""
HOSTILE = "100% of {A} & B_c #1 $5 ~ ^ \\end{document} } @misc{x, \r\nER  - \r\nTY  - JOUR\x00\x07 판문점 “q”"
PLAIN = "100% of {A} & B_c #1 $5 ~ ^ \\end{document} } @misc{x, ER - TY - JOUR 판문점 “q”"


def of(**changes: Any) -> Bibliography:
    return Bibliography((CitableWork(**{**vars(REFERENCE), **changes}),))


def parsed(bibliography: Bibliography) -> pybtex.database.Entry:
    database = pybtex.database.parse_string(bibtex.write_bibliography(bibliography).decode(), "bibtex")
    (entry,) = database.entries.values()
    return entry


def read(bibliography: Bibliography) -> dict[str, Any]:
    (entry,) = rispy.loads(ris.write_bibliography(bibliography).decode())
    return entry


def test_bibtex_has_what_is_known_of_a_publication() -> None:
    entry = parsed(of())
    assert entry.key == REFERENCE.key
    assert entry.type == "techreport"
    assert [str(each) for each in entry.persons["author"]] == ["{Joseph S. Bermudez Jr.}", "{38 North}"]
    assert entry.fields["title"] == f"{{{REFERENCE.title}}}"
    assert entry.fields["institution"] == "{38 North}"
    assert [entry.fields[name] for name in ("year", "month", "date")] == ["2018", "July", "2018-07-23"]
    assert entry.fields["url"] == REFERENCE.url
    assert entry.fields["urldate"] == "2026-10-08"
    assert "Archived at https://web.archive.org" in entry.fields["note"]


@pytest.mark.parametrize("name", ["title", "publisher", "language"])
def test_no_text_ends_a_field_of_bibtex_or_becomes_a_command(name: str) -> None:
    entry = parsed(of(**{name: HOSTILE}))
    field = {"publisher": "institution"}.get(name, name)
    text = entry.fields[field]
    assert text.count("{") == text.count("}")
    for command, character in (
        (r"\textbackslash{}", "\\"),
        (r"\textbraceleft{}", "{"),
        (r"\textbraceright{}", "}"),
        (r"\textasciitilde{}", "~"),
        (r"\textasciicircum{}", "^"),
    ):
        text = text.replace(command, f"\0{character}")
    for character in "%&_#$":
        assert f"\\{character}" in text
        text = text.replace(f"\\{character}", character)
    read_back = text.replace("\0", "")
    assert " ".join(read_back.removeprefix("{").removesuffix("}").split()) == PLAIN.replace(" - ", " - ")


def test_an_author_whose_name_has_and_in_it_is_one() -> None:
    assert len(parsed(of(authors=("Ministry of Peace and Unification",))).persons["author"]) == 1


def test_a_url_in_bibtex_is_as_it_was_but_for_what_ends_the_field() -> None:
    assert (
        parsed(of(url="https://a.example/x_y?b=%20&c=#d~{}")).fields["url"]
        == "https://a.example/x_y?b=%20&c=#d~%7B%7D"
    )


@pytest.mark.parametrize("name", ["title", "publisher"])
def test_no_text_ends_a_line_of_ris(name: str) -> None:
    written = ris.write_bibliography(of(**{name: HOSTILE})).decode()
    assert written.count("\nTY  - ") + written.startswith("TY  - ") == 1
    assert all(line[2:6] == "  - " for line in written.split("\r\n")[:-1])
    field = {"publisher": "publisher", "title": "title"}[name]
    assert read(of(**{name: HOSTILE}))[field] == PLAIN


def test_ris_has_what_is_known_of_a_publication() -> None:
    entry = read(of())
    assert entry["type_of_reference"] == "RPRT"
    assert entry["title"] == REFERENCE.title
    assert entry["authors"] == list(REFERENCE.authors)
    assert (entry["year"], entry["date"]) == ("2018", "2018/07/23/")
    assert entry["urls"] == [REFERENCE.url]
    assert entry["notes"] == list(REFERENCE.notes)


@pytest.mark.parametrize(
    ("date", "ris_date", "csl_date"),
    [
        (
            PublishedDate(((2018, 7),), "2018-07~", True),
            "2018/07//",
            {"date-parts": [[2018, 7]], "circa": True},
        ),
        (PublishedDate(((2018,),), "2018"), "2018///", {"date-parts": [[2018]]}),
        (
            PublishedDate(((2018, 7, 20), (2018, 7, 22)), "2018-07-20/2018-07-22"),
            "2018/07/20/",
            {"date-parts": [[2018, 7, 20], [2018, 7, 22]]},
        ),
        (PublishedDate((), "201X", True), None, None),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(
    date: PublishedDate, ris_date: str | None, csl_date: dict[str, Any] | None
) -> None:
    assert read(of(issued=date)).get("date") == ris_date
    assert json.loads(csl.write_bibliography(of(issued=date)))[0].get("issued") == csl_date
    assert parsed(of(issued=date)).fields["date"] == date.edtf


def test_a_citation_processor_renders_a_reference() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON(json.loads(csl.write_bibliography(of())))
        style = CitationStylesStyle(BytesIO(STYLE), validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        citation = Citation([CitationItem(REFERENCE.key)])
        bibliography.register(citation)
        (rendered,) = (str(each) for each in bibliography.bibliography())
    assert "Joseph S. Bermudez Jr." in rendered
    assert "2018" in rendered
    assert "North Korea Begins Dismantling" in rendered


def test_korean_titles_stay_korean() -> None:
    title = "판문점 선언"
    assert parsed(of(title=title)).fields["title"] == f"{{{title}}}"
    assert read(of(title=title))["title"] == title
