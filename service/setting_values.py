"""Parsers of settings: each returns the value of a text, or raises ``ValidationError``."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from difflib import get_close_matches
from importlib.util import find_spec
from ipaddress import IPv4Network, IPv6Network, ip_network

from environs import ValidationError, validate
from limits import parse as parse_rate
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

Network = IPv4Network | IPv6Network


class SettingsError(ValueError):
    """The settings in the environment are invalid.

    :param errors: all errors, one sentence each.
    """

    def __init__(self, errors: list[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = tuple(errors)


def unknown_names(given: Iterable[str], known: Collection[str], prefix: str) -> Iterator[str]:
    """Yield an error for each name of a variable that is no setting."""
    for name in sorted(given):
        if name not in known:
            meant = _nearest_setting(name, known, prefix)
            yield f"{name}: unknown setting" + (f"; did you mean {meant}?" if meant else "")


def _nearest_setting(name: str, known: Collection[str], prefix: str) -> str | None:
    """Return the setting that was probably meant: names are compared without the prefix that nearly all have."""
    by_own_name = {each.removeprefix(prefix): each for each in known}
    found = get_close_matches(name.removeprefix(prefix).upper(), by_own_name, n=1)
    return by_own_name[found[0]] if found else None


def database_url(text: str) -> str:
    """Return SQLAlchemy's URL of the database: SQLite through Python's driver, PostgreSQL through psycopg 3."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise ValidationError("not a database URL: write sqlite:///path or postgresql://…") from error
    if url.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    if url.drivername not in {"sqlite", "sqlite+pysqlite"}:
        raise ValidationError(f"{url.drivername} is not supported: write sqlite:///path or postgresql://…")
    if url.database in {None, "", ":memory:"} or "mode=memory" in text:
        raise ValidationError(
            "a database in memory is not shared by the workers: name a file, sqlite:///path"
        )
    return url.set(drivername="sqlite").render_as_string(hide_password=False)


# Segments of unreserved characters (RFC 3986 §2.3), so that header fields, pages and documents need no escaping.
PATH_PREFIX = re.compile(r"(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+", re.ASCII)


def path_prefix(text: str) -> str:
    if not PATH_PREFIX.fullmatch(text):
        raise ValidationError(
            "write a path of letters, digits and ._~- that begins with / and does not end with it"
        )
    return text


def public_url(text: str) -> str:
    """Return an ``http`` or ``https`` URL of a host, perhaps with a port and a path, without a slash at the end."""
    url = text.rstrip("/")
    origin = re.compile(r"https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?", re.ASCII)
    match = origin.match(url)
    path = url[match.end() :] if match else ""
    if match is None or (path and not PATH_PREFIX.fullmatch(path)):
        raise ValidationError(
            "write http:// or https://, a host, and perhaps a port and a path of letters, digits and ._~-"
        )
    return url


def replica_url(text: str) -> str:
    url = database_url(text)
    if url.startswith("sqlite"):
        raise ValidationError("SQLite has no replicas: write postgresql://…")
    return url


# Several sentinels, then the master's name: redis+sentinel://user:password@host:port,host:port/name/database.
_SENTINEL_URL = re.compile(
    r"rediss?\+sentinel://([^/@]*@)?[^/@:,]+(:\d+)?(,[^/@:,]+(:\d+)?)*/[^/?]+(/\d*)?(\?.*)?"
)
_REDIS_SCHEMES = {"redis", "rediss", "unix", "redis+cluster", "rediss+cluster"}


def redis_url(text: str) -> str:
    scheme = text.partition("://")[0]
    if scheme in {"redis+sentinel", "rediss+sentinel"}:
        if not _SENTINEL_URL.fullmatch(text):
            raise ValidationError(
                "for Sentinel write redis+sentinel://host:port,host:port/name-of-the-master"
            )
    elif scheme not in _REDIS_SCHEMES:
        raise ValidationError(
            "not a Redis URL: write redis://, rediss:// (TLS), unix://, redis+sentinel:// or redis+cluster://"
        )
    return text


def prefix(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._:-]{1,64}", text, re.ASCII):
        raise ValidationError("must be 1 to 64 letters, digits and . _ : -")
    return text


def one_of(*choices: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text.lower() not in choices:
            raise ValidationError(f"{text!r} is not one of {', '.join(choices)}")
        return text.lower()

    return parse


def rate(text: str) -> str:
    """Return ``off``, or a limit such as ``1200/minute`` or ``50 per 10 seconds``."""
    if text.lower() == "off":
        return "off"
    try:
        limit = parse_rate(text)
    except ValueError as error:
        raise ValidationError(f"{text!r} is not a limit: write 1200/minute, or off") from error
    if limit.amount < 1:
        raise ValidationError("must allow at least one request; write off for no limit")
    return text


def trusted_proxies(text: str) -> int | tuple[Network, ...]:
    if re.fullmatch("[0-9]", text):
        return int(text)
    try:
        return tuple(ip_network(each.strip()) for each in text.split(","))
    except ValueError as error:
        raise ValidationError(f"neither a number of proxies up to 9 nor networks: {error}") from error


def origins(text: str) -> str:
    """Return ``off``, or a comma list of origins such as ``https://desk.example``, of ``*``, or of both."""
    if text.lower() == "off":
        return "off"
    found = [each.strip() for each in text.split(",")]
    for each in found:
        if each != "*" and not re.fullmatch(r"https?://[a-z0-9.:\[\]-]+", each):
            raise ValidationError(f"{each!r} is not an origin: write https://desk.example, * for any, or off")
    return ",".join(found)


def number(kind: type[int] | type[float], low: float, high: float) -> Callable[[str], float]:
    within = validate.Range(low, high, error=f"must be between {low} and {high}")

    def parse(text: str) -> float:
        try:
            value = kind(text)
        except ValueError as error:
            raise ValidationError(f"{text!r} is not {'a whole' if kind is int else 'a'} number") from error
        within(value)
        return value

    return parse


def telemetry(text: str) -> str:
    """Return ``off``, or ``otlp`` if the packages that it needs are installed."""
    chosen = one_of("off", "otlp")(text)
    if chosen == "otlp" and find_spec("opentelemetry") is None:
        raise ValidationError(
            "otlp needs more packages: pip install --require-hashes -r requirements-telemetry.txt"
        )
    return chosen
