"""Sources: what a body holds, and what a source is found by."""

import pytest

from service.records.schemas.dates import DateBounds
from service.sources.record import SOURCE
from service.sources.schema import SourceSchema
from tests.bodies import faults, source

SCHEMA = SourceSchema()


def test_a_source_needs_a_title_a_kind_and_a_date_of_publication() -> None:
    assert faults(SCHEMA, {}) == [("/title", "required"), ("/published", "required"), ("/kind", "required")]


def test_the_date_of_publication_may_be_null_but_not_left_out() -> None:
    loaded = SCHEMA.load(source(published=None, retrieved_on="2018-09-12"))
    assert loaded["published"] is None
    assert loaded["retrieved_on_latest"] == "2018-09-12"
    assert SOURCE.date is not None
    assert SOURCE.date(loaded) is None


def test_a_source_cites_nothing_so_it_needs_no_citations() -> None:
    assert faults(SCHEMA, source(citations=[])) == [("/citations", "unknown_field")]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("kind", "newspaper", "invalid_choice"),
        ("reliability", "G", "invalid_choice"),
        ("reliability", "a", "invalid_choice"),
        ("language", "english", "invalid_language"),
        ("url", "38north.org", "invalid_url"),
        ("archived_url", "file:///etc/passwd", "invalid_url"),
        ("authors", "Jane Doe", "wrong_type"),
        ("republishes", "The Times", "invalid_slug"),
        ("corrected", "yesterday", "invalid_date"),
        ("title", "t" * 301, "too_long"),
    ],
)
def test_a_wrong_field_is_refused(field: str, value: object, code: str) -> None:
    assert faults(SCHEMA, source(**{field: value})) == [(f"/{field}", code)]


def test_an_invalid_author_is_reported_with_its_pointer() -> None:
    assert faults(SCHEMA, source(authors=["A", None, 3])) == [
        ("/authors/1", "null_not_allowed"),
        ("/authors/2", "wrong_type"),
    ]


def test_the_date_of_a_source_is_that_of_its_publication() -> None:
    loaded = SCHEMA.load(
        source(id="news", published="2018-07~", retrieved_on="2018-09-12", corrected="2018-10")
    )
    assert SOURCE.date is not None
    assert SOURCE.date(loaded) == DateBounds("2018-07-01", "2018-07-31")
    assert SOURCE.title(loaded) == "A report"
    assert list(SOURCE.terms(loaded)) == [("public_from", "news|2018-07-31")]
    unpublished = SCHEMA.load(source(id="news", published=None))
    assert list(SOURCE.terms(unpublished)) == [("public_from", "news|9999-99-99")]
