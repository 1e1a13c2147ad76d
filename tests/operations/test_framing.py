"""Requests are read in pieces as they were sent, however they are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.operations.framing import Chunks, Head, read_head
from service.web.problem import Problem

HEAD = b"POST /v1/sources?a=b HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\nExpect: 100-Continue\r\n\r\n"
LINE = 8190


@given(cut=st.integers(0, len(HEAD) - 1))
def test_a_head_is_read_once_it_is_complete(cut: int) -> None:
    received = bytearray(HEAD[:cut])
    assert read_head(received, LINE) is None
    received += HEAD[cut:] + b"more"
    head = read_head(received, LINE)
    assert head == Head(HEAD, "POST", "/v1/sources", 12, expects_continue=True)
    assert received == b"more"


def test_an_invalid_head_is_refused_before_its_end() -> None:
    with pytest.raises(Problem, match="bad-request"):
        read_head(bytearray(b"GET /v1\r\nHost"), LINE)


@given(st.lists(st.binary(min_size=1, max_size=300), max_size=20), st.integers(1, 50))
def test_chunks_are_joined_however_they_arrive(pieces: list[bytes], step: int) -> None:
    sent = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
    chunks, received, is_done = Chunks(10_000), bytearray(), False
    for start in range(0, len(sent), step):
        assert not is_done
        received += sent[start : start + step]
        is_done = chunks.take(received)
    assert is_done
    assert chunks.content == b"".join(pieces)
    assert received == b""


def test_chunks_beyond_the_limit_are_refused_before_they_arrive() -> None:
    with pytest.raises(Problem, match="payload-too-large"):
        Chunks(10).take(bytearray(b"b\r\n"))
