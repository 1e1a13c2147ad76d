"""What identifies things outside this service: absolute URLs, and identifiers that stay when the service moves."""

from __future__ import annotations

from uuid import UUID, uuid5

from service.settings import Settings

# Of Peninsula, drawn once at random. With another, feed readers and calendars would show everything twice.
_NAMESPACE = UUID("6318ac4a-f6cd-4ba9-b64a-f05a475827a2")


def base_url(settings: Settings) -> str:
    """Return what absolute URLs of the service begin with, without a slash at the end.

    It comes from the settings, not from the request: answers are cached for everybody, whatever host they name.
    """
    if settings.public_url is not None:
        return settings.public_url
    # Listening on all addresses is no address to connect to.
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}{settings.path_prefix or ''}"


def stable_id(url: str) -> str:
    """Return the identifier of what is at a path-absolute URL: a name-based UUID (RFC 9562, 5.5), as a URN.

    It is made of no host, so it stays when the service moves to another one.
    """
    return uuid5(_NAMESPACE, url).urn
