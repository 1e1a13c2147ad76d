"""All settings; the only module that reads the environment."""

import os
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any, Literal, Self

from environs import Env, EnvValidationError

from service import setting_values as values
from service.setting_values import SettingsError as SettingsError

PREFIX = "PENINSULA_"


def _setting(
    default: Any, reason: str, parse: Callable[[str], Any] = str, *, variable: str | None = None
) -> Any:
    return field(default=default, metadata={"reason": reason, "parse": parse, "variable": variable})


@dataclass(frozen=True)
class Settings:
    """The operator's settings. Each field is one environment variable, read once at start."""

    host: str = _setting("127.0.0.1", "Address to listen on; `0.0.0.0` for all.", variable="HOST")
    port: int = _setting(
        8000, "Port to listen on; `0` for any free port.", values.number(int, 0, 65535), variable="PORT"
    )
    database_url: str = _setting(
        "sqlite:///var/peninsula.db",
        "Where the record is stored: SQLite needs no server; `postgresql://…` can be shared by several machines.",
        values.database_url,
    )
    database_read_url: str | None = _setting(
        None,
        "A PostgreSQL streaming replica of it, which answers reads if it has caught up; writes, and reads that must be "
        "current, go to the primary.",
        values.replica_url,
    )
    database_pool_size: int = _setting(
        8,
        "Maximum connections of each worker: as many as it has threads, so that no request waits for one.",
        values.number(int, 1, 1000),
    )
    database_timeout_seconds: float = _setting(
        3.0,
        "How long PostgreSQL may take to accept a connection, and either database to report its last change, before it "
        "counts as unavailable: cached answers are served, marked stale, and all other requests get `503`.",
        values.number(float, 1, 60),
    )
    busy_timeout_seconds: float = _setting(
        10.0,
        "How long a write waits for another to finish, before it is answered `503`.",
        values.number(float, 0, 600),
    )
    redis_url: str | None = _setting(
        None,
        "Redis, for a cache and rate limits that workers and machines share: `redis://`, `rediss://` (TLS), `unix://`, "
        "`redis+sentinel://host:port,host:port/service`, `redis+cluster://host:port`; without it each worker has "
        "its own.",
        values.redis_url,
    )
    redis_timeout_seconds: float = _setting(
        0.25,
        "How long to wait for Redis, which normally takes less than a millisecond; a slower answer is a cache miss.",
        values.number(float, 0.01, 10),
    )
    cache_prefix: str = _setting(
        "peninsula", "Prefix of all keys in Redis, which other services may use too.", values.prefix
    )
    cache_max_stale_seconds: float = _setting(
        5.0,
        "The longest time that a write on another machine may stay unseen if Redis could not announce it.",
        values.number(float, 0.1, 3600),
    )
    cache_stale_if_error_seconds: int = _setting(
        3600,
        "While the database is unavailable: how long after its last verification a cached answer is served, marked "
        "stale.",
        values.number(int, 0, 31_536_000),
    )
    cache_ttl_seconds: int = _setting(
        86_400,
        "How long Redis stores an answer, so that unused ones do not fill it up.",
        values.number(int, 1, 31_536_000),
    )
    cache_entry_bytes: int = _setting(
        2_097_152,
        "Largest answer that is cached, 2 MiB: a single answer must not evict hundreds.",
        values.number(int, 0, 2**29),
    )
    cache_hot_bytes: int = _setting(
        33_554_432,
        "Bytes of answers that each worker caches in its own memory; `0` for none.",
        values.number(int, 0, 2**40),
    )
    cache_hot_entries: int = _setting(
        10_000, "Most answers that each worker caches in its own memory.", values.number(int, 1, 10_000_000)
    )
    cache_directory: str | None = _setting(
        None,
        "Folder of the file of 16 bytes in which the processes of a machine share the number of the last change; the "
        "default is beside the SQLite database, with PostgreSQL `/dev/shm` or else the folder for temporary files.",
    )
    files_directory: str | None = _setting(None, "Folder of Parquet files; the default is beside SQLite.")
    dataset: Literal["full", "seed", "none"] = _setting(
        "full",
        "The dataset that is loaded into an empty database at start: `full`, only its part `seed`, or `none`.",
        values.one_of("full", "seed", "none"),
    )
    read_access: Literal["public", "key"] = _setting(
        "public", "Who may read: `public`, or only holders of a `key`.", values.one_of("public", "key")
    )
    rate_limit_read: str = _setting(
        "1200/minute",
        "Read requests that one key, or one address without a key, may send: twenty a second; `off` for no limit.",
        values.rate,
    )
    rate_limit_write: str = _setting(
        "600/minute", "Write requests that it may send; a write costs more than a read.", values.rate
    )
    trusted_proxies: int | tuple[values.Network, ...] = _setting(
        0,
        "Proxies in front whose `X-Forwarded-For`, `-Proto` and `-Prefix` are trusted: how many, or their networks "
        "(`10.0.0.0/8,::1`). If too few, all callers share one rate limit; if too many, callers can forge an address.",
        values.trusted_proxies,
    )
    cors_origins: str = _setting(
        "*",
        "Web pages that may use the service: `*` lets any page read without a key; a named origin "
        "(`https://desk.example`) may use keys and write too; `off` for none.",
        values.origins,
    )
    hsts_seconds: int = _setting(
        0,
        "How long browsers must use TLS only (`Strict-Transport-Security`); sent on requests over TLS. `0`: not sent, "
        "since it cannot be revoked.",
        values.number(int, 0, 63_072_000),
    )
    hsts_subdomains: Literal["on", "off"] = _setting(
        "off",
        "`on` applies this to all subdomains too (`includeSubDomains`).",
        values.one_of("on", "off"),
    )
    path_prefix: str | None = _setting(
        None,
        "Path below which a proxy serves this (`/peninsula`), added to every URL in answers; trusted proxies may give "
        "another in `X-Forwarded-Prefix`.",
        values.path_prefix,
    )
    public_url: str | None = _setting(
        None,
        "URL by which callers reach the service, the path prefix included (`https://peninsula.example/api`): feeds, "
        "calendars and citations begin their links with it; the default is `http://HOST:PORT` and the prefix.",
        values.public_url,
    )
    max_body_bytes: int = _setting(
        1_048_576,
        "Largest request body, 1 MiB; real records have a hundredth of that. More is `413`.",
        values.number(int, 1024, 2**30),
    )
    max_import_bytes: int = _setting(
        8_388_608,
        "Largest body of an import over HTTP, 8 MiB: about 7,000 records; other writers wait while it is written.",
        values.number(int, 1024, 2**30),
    )
    max_import_lines: int = _setting(
        10_000,
        "Most lines of such a body; checking each takes memory and time. More is `413`.",
        values.number(int, 1, 10_000_000),
    )
    max_url_bytes: int = _setting(
        8190,
        "Longest request line, enough for a list of a hundred identifiers; Gunicorn's own limit. More is `414`.",
        values.number(int, 512, 8190),
    )
    max_parameters: int = _setting(
        100,
        "Most query parameters; no resource has half as many. More is `400`.",
        values.number(int, 10, 1000),
    )
    max_list_values: int = _setting(
        500,
        "Most values of one parameter, such as identifiers: as many as a page has records. More is `400`.",
        values.number(int, 1, 500),
    )
    max_page_size: int = _setting(
        500,
        "Most records of a page, which is built in memory. A higher `limit` is `400`.",
        values.number(int, 50, 500),
    )
    max_json_depth: int = _setting(
        32,
        "Deepest nesting of a JSON body; records nest eight levels deep. More is `400`.",
        values.number(int, 8, 200),
    )
    idempotency_hours: int = _setting(
        24,
        "How long the answer to an `Idempotency-Key` is stored for repeated requests.",
        values.number(int, 1, 24 * 365),
    )
    changes_retained: int = _setting(
        0,
        "How many of the latest changes the feed lists, `0` for all; a request for older ones is `410`.",
        values.number(int, 0, 2**53),
    )
    workers: int = _setting(
        0, "Worker processes; `0` is one for each core, and at least two.", values.number(int, 0, 512)
    )
    threads: int = _setting(
        8,
        "Threads of each worker, so that requests that wait for a database do not delay others.",
        values.number(int, 1, 256),
    )
    request_timeout_seconds: int = _setting(
        30,
        "A database statement that takes longer is ended and answered `503`; a worker that hangs is replaced.",
        values.number(int, 1, 3600),
    )
    client_timeout_seconds: float = _setting(
        20.0,
        "How long a client may take to send a request, and how long it may read nothing of the answer; a body of the "
        "largest size needs half a megabit a second.",
        values.number(float, 0.1, 3600),
    )
    drain_seconds: float = _setting(
        0.0,
        "How long `/readyz` answers `503` after `SIGTERM`, before the server stops: as long as load balancers take "
        "to notice.",
        values.number(float, 0, 600),
    )
    telemetry: Literal["off", "otlp"] = _setting(
        "off",
        "`otlp` sends a span for each request and statement to the OpenTelemetry collector that "
        "`OTEL_EXPORTER_OTLP_ENDPOINT` names; needs requirements-telemetry.txt.",
        values.telemetry,
    )
    log_level: Literal["debug", "info", "warning", "error"] = _setting(
        "info",
        "Least severe events that are logged; `warning` leaves out the access log.",
        values.one_of("debug", "info", "warning", "error"),
    )
    log_format: Literal["json", "console"] = _setting(
        "json",
        "`json` for machines, one object a line; `console` for people.",
        values.one_of("json", "console"),
    )

    @classmethod
    def from_env(cls) -> Self:
        """Return the settings in the environment; an empty variable counts as not set.

        :raises SettingsError: with all errors of all variables, unknown names included.
        """
        env = Env(eager=False, expand_vars=False)
        given: dict[str, Any] = {}
        for each in fields(cls):
            name = _variable(each)
            if os.environ.get(name, "").strip():
                parser = f"parse_{each.name}"  # some plain names are methods of Env
                env.add_parser(parser, each.metadata["parse"])
                given[each.name] = getattr(env, parser)(name)
        ours = (name for name in os.environ if name.startswith(PREFIX))
        errors = list(values.unknown_names(ours, variable_names(), PREFIX))
        try:
            env.seal()
        except EnvValidationError as error:
            assert isinstance(error.error_messages, Mapping)  # a list comes only from an eager Env
            errors += [
                f"{name}: {message}"
                for name, messages in error.error_messages.items()
                for message in messages
            ]
        database_url = given.get("database_url", cls.database_url) or ""
        if given.get("database_read_url") and database_url.startswith("sqlite"):
            errors.append("PENINSULA_DATABASE_READ_URL: needs PostgreSQL in PENINSULA_DATABASE_URL too")
        if errors:
            raise SettingsError(errors)
        return cls(**given)


def variable_names() -> list[str]:
    """Return the environment variables that are settings, in the order of the table."""
    return [_variable(each) for each in fields(Settings)]


def settings_table() -> str:
    """Return the Markdown table of docs/settings.md: every variable, its default and its purpose."""
    lines = ["| variable | default | what it is for |", "|---|---|---|"]
    for each in fields(Settings):
        default = "" if each.default is None else f"`{each.default}`"
        lines.append(f"| `{_variable(each)}` | {default} | {each.metadata['reason']} |")
    return "\n".join(lines)


def _variable(each: Field[Any]) -> str:
    return each.metadata["variable"] or PREFIX + each.name.upper()
