"""Names compare without case, accents or the marks between words."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.records.schemas.names import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Kim   Jong\tUn ", "kim jong un"),
        ("Kim Jong-un", "kim jong un"),
        ("Tongch'ang-dong", "tongch ang dong"),
        ("Tongch\u02bcang\u2010dong", "tongch ang dong"),
        ("T\u2019ong", "t ong"),
        ("Café \u2013 Zürich", "cafe zurich"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("\uff28wasong\u3000\uff11\uff14", "hwasong 14"),
        ("P\u02bby\u014fngyang", "p yongyang"),
        ("-", ""),
        ("", ""),
    ],
)
def test_a_name_is_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_hangul_survives_composed_and_decomposed_alike() -> None:
    name = "서해 위성발사장"
    assert fold(name) == name
    assert fold(unicodedata.normalize("NFD", name)) == name


def test_marks_that_belong_to_their_letters_stay() -> None:
    assert fold("がか") == "がか"


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text())
def test_case_makes_no_difference(text: str) -> None:
    assert fold(text.casefold()) == fold(text)
