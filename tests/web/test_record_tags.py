"""The tags of records: of the bytes that they stand for, and of the revision that these were made from."""

from __future__ import annotations

import pytest

from service.web.conditional import coded_tag
from service.web.record_tags import RecordTags

ONE, TWO = b'{"revision": 1}', b'{"revision": 2}'
TAGS = RecordTags("a secret")


def opaque(tag: str, coding: str = "identity") -> str:
    return coded_tag(tag, coding)[1:-1]


def test_other_bytes_have_another_tag_and_the_same_bytes_the_same():
    tags = {TAGS.of(ONE), TAGS.of(TWO), TAGS.of(ONE, b"{}"), TAGS.of(ONE, b"[]"), TAGS.of(TWO, b"{}")}
    assert len(tags) == 5
    assert TAGS.of(ONE) == TAGS.of(ONE, ONE) == RecordTags("another secret").of(ONE)


@pytest.mark.parametrize("coding", ["identity", "gzip"])
@pytest.mark.parametrize("answered", [None, b"{}", b"id\n1\n"])
def test_every_tag_that_was_given_for_a_revision_names_it_and_no_other(answered: bytes | None, coding: str):
    tag = opaque(TAGS.of(ONE, answered), coding)
    assert TAGS.naming(ONE)(tag)
    assert not TAGS.naming(TWO)(tag)


WHOLE, VARIANT = opaque(TAGS.of(ONE)), opaque(TAGS.of(ONE, b"{}"))


@pytest.mark.parametrize(
    "invented",
    [
        "",
        "-gzip",
        "624",
        "624.x",
        f"{WHOLE}.",
        f"{WHOLE}.x",
        f"{WHOLE}..",
        f"{WHOLE}.0123456789abcdef",
        f"{WHOLE}.0123456789abcdef.0123456789abcdef",
        f"{VARIANT}.",
        f"{VARIANT}.x",
        VARIANT[:-1],
        f"{VARIANT[:-1]}{'0' if VARIANT[-1] != '0' else '1'}",
        VARIANT.replace(".", "", 1),
        VARIANT.upper(),
        f"{WHOLE}-gzip-gzip",
        f"{WHOLE}-br",
        f"{WHOLE}\xe9",
        f"{WHOLE}.\xe9.\xe9",
        opaque(RecordTags("another secret").of(ONE, b"{}")),
    ],
)
def test_an_invented_tag_names_nothing(invented: str):
    assert not TAGS.naming(ONE)(invented)
