"""Rates of what took no time, or was nothing, are told as such."""

from benchmarks.exchange import rate


def test_nothing_has_no_rate() -> None:
    assert (rate(0, 1.0), rate(5, 0.0), rate(5, 2.0)) == (None, None, 2)
