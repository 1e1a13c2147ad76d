"""Memory is given back after a large import, and only then: looking for what is free takes time."""

import gc
from typing import Any

import pytest

from service.exchange.memory import give_back


@pytest.mark.parametrize(("body_bytes", "is_looked_for"), [(0, False), (131_071, False), (131_072, True)])
def test_memory_is_returned_only_after_a_large_import(
    body_bytes: int, is_looked_for: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected: list[Any] = []
    monkeypatch.setattr(gc, "collect", lambda *_: collected.append(True))
    give_back(body_bytes)
    assert bool(collected) == is_looked_for
