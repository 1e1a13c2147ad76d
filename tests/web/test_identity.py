"""Absolute URLs, and identifiers that stay when the service moves."""

from __future__ import annotations

from uuid import UUID

import pytest

from service.settings import Settings
from service.web.identity import base_url, stable_id


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"host": "0.0.0.0", "port": 80}, "http://127.0.0.1:80"),
        ({"host": "::", "port": 80}, "http://[::1]:80"),
        ({"host": "2001:db8::1", "port": 80}, "http://[2001:db8::1]:80"),
        ({"path_prefix": "/peninsula"}, "http://127.0.0.1:8000/peninsula"),
        ({"public_url": "https://desk.example/p", "path_prefix": "/p"}, "https://desk.example/p"),
    ],
)
def test_absolute_urls_begin_with_the_public_url_or_the_address_listened_on(
    settings: dict[str, object], url: str
) -> None:
    assert base_url(Settings(**settings)) == url


def test_a_stable_id_is_a_uuid_of_the_url_and_always_the_same() -> None:
    one, other = stable_id("/v1/summits/singapore-2018"), stable_id("/v1/summits/hanoi-2019")
    # Whoever changes this makes every feed reader show everything again.
    assert one == "urn:uuid:1dfd94ab-bcc2-5765-a238-b1e541d7a33c"
    assert one != other
    assert UUID(one).version == 5
