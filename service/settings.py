"""Every setting there is, and the only place that reads the environment."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from environs import Env, EnvValidationError, ValidationError, validate
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

PREFIX = "PENINSULA_"


class SettingsError(ValueError):
    """The environment is not fit to start from.

    :param faults: one sentence each, all that were found.
    """

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


def _database_url(text: str) -> str:
    """SQLAlchemy's URL of the database: SQLite through Python's driver, PostgreSQL through psycopg 3."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise ValidationError("not a database URL: write sqlite:///path or postgresql://…") from error
    if url.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    if url.drivername not in {"sqlite", "sqlite+pysqlite"}:
        raise ValidationError(f"{url.drivername} is not served: write sqlite:///path or postgresql://…")
    if url.database in {None, "", ":memory:"} or "mode=memory" in text:
        raise ValidationError(
            "a database in memory is not shared by the workers: name a file, sqlite:///path"
        )
    return url.set(drivername="sqlite").render_as_string(hide_password=False)


def _redis_url(text: str) -> str:
    if urlsplit(text).scheme not in {"redis", "rediss", "unix"}:
        raise ValidationError("not a Redis URL: write redis://, rediss:// (TLS) or unix://")
    return text


def _one_of(*choices: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text.lower() not in choices:
            raise ValidationError(f"{text!r} is none of {', '.join(choices)}")
        return text.lower()

    return parse


def _number(kind: type[int] | type[float], low: float, high: float) -> Callable[[str], float]:
    within = validate.Range(low, high, error=f"must be between {low} and {high}")

    def parse(text: str) -> float:
        try:
            value = kind(text)
        except ValueError as error:
            raise ValidationError(f"{text!r} is not {'a whole' if kind is int else 'a'} number") from error
        within(value)
        return value

    return parse


def _setting(
    default: Any, reason: str, parse: Callable[[str], Any] = str, *, variable: str | None = None
) -> Any:
    return field(default=default, metadata={"reason": reason, "parse": parse, "variable": variable})


@dataclass(frozen=True)
class Settings:
    """What the operator decides. Each field is one environment variable, read once at start."""

    host: str = _setting("127.0.0.1", "Address to listen on; `0.0.0.0` for all.", variable="HOST")
    port: int = _setting(
        8000, "Port to listen on; `0` for any free one.", _number(int, 0, 65535), variable="PORT"
    )
    database_url: str = _setting(
        "sqlite:///var/peninsula.db",
        "Where the record is kept: SQLite needs no server, `postgresql://…` serves many machines.",
        _database_url,
    )
    database_pool_size: int = _setting(
        8,
        "Connections each worker holds at most; as many as it has threads, so that no request waits for one.",
        _number(int, 1, 1000),
    )
    busy_timeout_seconds: float = _setting(
        10.0,
        "How long a writer waits for another to finish, before it is answered `503`.",
        _number(float, 0, 600),
    )
    redis_url: str | None = _setting(
        None, "Cache shared by workers and machines; without one each machine keeps its own.", _redis_url
    )
    dataset: Literal["full", "seed", "none"] = _setting(
        "full",
        "What an empty database is loaded with at start: `full`, only its part `seed`, or `none`.",
        _one_of("full", "seed", "none"),
    )
    read_access: Literal["public", "key"] = _setting(
        "public", "Who may read: `public`, or only holders of a `key`.", _one_of("public", "key")
    )
    max_body_bytes: int = _setting(
        1_048_576,
        "Largest request body, 1 MiB; real records take a hundredth. More is `413`.",
        _number(int, 1024, 2**30),
    )
    max_import_bytes: int = _setting(
        8_388_608,
        "Largest body of an import over HTTP, 8 MiB: some 7,000 records, while which other writers wait.",
        _number(int, 1024, 2**30),
    )
    max_json_depth: int = _setting(
        32,
        "Deepest nesting of a JSON body; records nest eight deep. More is `400`.",
        _number(int, 8, 200),
    )
    idempotency_hours: int = _setting(
        24, "How long the answer to an `Idempotency-Key` is kept for a repeat.", _number(int, 1, 24 * 365)
    )
    changes_retained: int = _setting(
        0,
        "How many of the latest changes the feed still lists, `0` for all; asking for older ones is `410`.",
        _number(int, 0, 2**53),
    )
    workers: int = _setting(
        0, "Worker processes; `0` is one for each core, and at least two.", _number(int, 0, 512)
    )
    threads: int = _setting(
        8,
        "Threads of each worker: requests that wait for a database do not hold the others up.",
        _number(int, 1, 256),
    )
    request_timeout_seconds: int = _setting(
        30,
        "A worker that hangs this long is replaced, a PostgreSQL statement that takes this long ended.",
        _number(int, 1, 3600),
    )
    log_level: Literal["debug", "info", "warning", "error"] = _setting(
        "info",
        "Least severe event that is logged; `warning` leaves out the line for each request.",
        _one_of("debug", "info", "warning", "error"),
    )
    log_format: Literal["json", "console"] = _setting(
        "json", "`json` for machines, one object a line; `console` for people.", _one_of("json", "console")
    )

    @classmethod
    def from_env(cls) -> Self:
        """The settings that the environment gives; a variable set to nothing counts as not set.

        :raises SettingsError: with every fault of every variable, names nobody knows included.
        """
        env = Env(eager=False, expand_vars=False)
        values: dict[str, Any] = {}
        for each in fields(cls):
            name = _variable(each)
            if os.environ.get(name, "").strip():
                parser = f"parse_{each.name}"  # some plain names are methods of Env
                env.add_parser(parser, each.metadata["parse"])
                values[each.name] = getattr(env, parser)(name)
        faults = list(_unknown_names())
        try:
            env.seal()
        except EnvValidationError as error:
            assert isinstance(error.error_messages, Mapping)  # a list comes only from an eager Env
            faults += [
                f"{name}: {message}"
                for name, messages in error.error_messages.items()
                for message in messages
            ]
        if faults:
            raise SettingsError(faults)
        return cls(**values)


def variable_names() -> list[str]:
    """The environment variables that are settings, in the order of the table."""
    return [_variable(each) for each in fields(Settings)]


def settings_table() -> str:
    """Every variable, its default and its reason, as the Markdown table of the README."""
    lines = ["| variable | default | what it is for |", "|---|---|---|"]
    for each in fields(Settings):
        default = "" if each.default is None else f"`{each.default}`"
        lines.append(f"| `{_variable(each)}` | {default} | {each.metadata['reason']} |")
    return "\n".join(lines)


def _variable(each: Field[Any]) -> str:
    return each.metadata["variable"] or PREFIX + each.name.upper()


def _unknown_names() -> Iterator[str]:
    known = variable_names()
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in known:
            nearest = get_close_matches(name, known, n=1)
            yield f"{name}: no such setting" + (f"; did you mean {nearest[0]}?" if nearest else "")
