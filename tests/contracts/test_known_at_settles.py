"""An answer about the past never changes: it waits for a write that is numbered and not yet committed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

from service.records.documents import draft
from service.records.schemas import instants
from service.records.writing import Writer
from tests.contracts.api import Api
from tests.contracts.factories import BODIES
from tests.servers import wait_until


def test_a_read_at_an_instant_past_the_newest_change_waits_for_the_writer_that_has_begun(
    make_service: Callable[..., Api],
) -> None:
    service = make_service()
    context = service.context
    record_type = context.registry.named("source")
    answers: list[int] = []
    with context.database.writing() as connection:
        writer = Writer(connection, context.registry, "slow writer")
        made = draft(record_type, context.registry, BODIES["sources"]())
        writer.put(made, "slow", stored=None)
        # Past the instant that the change has been given.
        asked = instants.render(wait_until(lambda: datetime.now(UTC), "the time"))

        def ask() -> None:
            answers.append(service.get("sources/slow", {"known_at": asked}).status_code)

        reader = threading.Thread(target=ask)
        reader.start()
        deadline = time.monotonic() + 0.3
        while time.monotonic() < deadline:
            assert answers == []
            reader.join(0.05)
    reader.join()
    assert answers == [200]
