"""The log: one event a line, as JSON or as text for people, from this service and from every library."""

import logging
import re
import sys
from collections.abc import MutableMapping
from datetime import timedelta
from typing import Any

import orjson
import structlog
from gunicorn.config import Config
from gunicorn.glogging import Logger
from structlog.types import EventDict, Processor, WrappedLogger

from service.settings import Settings
from service.web.request_id import OWNER_KEY, ROUTE_KEY, TRACE_KEY, name_request

# Tracebacks leave out local variables, since these may hold API keys and bodies.
_TRACEBACKS = structlog.processors.ExceptionRenderer(
    structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
)
# An API key in the wrong place, such as a URL. Its id is logged, to tell whose key it was; its secret is removed, even
# if truncated. Each character may be percent-encoded, also more than once.
_ENCODED = "%(?:25)*"
_HEX_DIGIT = f"(?:[0-9a-f]|{_ENCODED}(?:3[0-9]|[46][1-6]))"
_API_KEY = re.compile(
    f"((?:p|{_ENCODED}[57]0)(?:e|{_ENCODED}[46]5)(?:n|{_ENCODED}[46]e)(?:_|{_ENCODED}5f){_HEX_DIGIT}{{12}}(?:_|{_ENCODED}5f))"
    f"{_HEX_DIGIT}{{4,}}",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def configure_logging(settings: Settings) -> None:
    """Send the events of structlog and of the standard library to standard error, in the configured format.

    Standard output is left to the output of commands.
    """
    shared: list[Processor] = [
        name_request,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    if settings.log_format == "json":
        rendering: list[Processor] = [_TRACEBACKS, _render_json, _without_keys]
    else:
        console = structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
        rendering = [_without_controls, console, _without_keys]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *rendering],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level.upper())
    # At info Alembic logs several lines at every start, even if the schema is current.
    logging.getLogger("alembic").setLevel(max(logging.WARNING, root.level))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared[:2],
            *shared[3:],
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _render_json(_logger: WrappedLogger, _method: str, event: EventDict) -> str:
    return orjson.dumps(event, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


def _without_keys(_logger: WrappedLogger, _method: str, line: Any) -> str:
    """Remove the secrets of API keys from the formatted line, so that no field can contain one."""
    return _API_KEY.sub(r"\1…", line)


def _without_controls(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Escape terminal control characters in an event's texts. JSON escapes them anyway; tracebacks are our own text."""
    return {
        name: _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), value)
        if isinstance(value, str) and name not in ("exception", "stack")
        else value
        for name, value in event.items()
    }


class GunicornLogger(Logger):
    """Gunicorn's events and its access log, sent through the same log as everything else."""

    def setup(self, cfg: Config) -> None:
        self.cfg = cfg
        configure_logging(Settings.from_env())
        for log in (self.error_log, self.access_log):
            log.handlers[:] = []
            log.propagate = True
            log.setLevel(logging.NOTSET)

    @property
    def access_log_enabled(self) -> bool:
        return self.access_log.isEnabledFor(logging.INFO)

    def access(
        self,
        resp: Any,
        req: Any,
        environ: MutableMapping[str, Any],
        request_time: timedelta,
    ) -> None:
        """Log one request as a static event name with fields."""
        if not self.access_log_enabled:
            return
        headers = dict(resp.headers)
        self.access_log.info(
            "request",
            extra={
                "method": environ.get("REQUEST_METHOD"),
                "target": environ.get("RAW_URI"),
                "route": environ.get(ROUTE_KEY),
                "status": resp.status_code,
                "bytes": resp.sent,
                "milliseconds": round(request_time.total_seconds() * 1000, 3),
                "client": environ.get("REMOTE_ADDR"),
                "key_owner": environ.get(OWNER_KEY),
                "cache": headers.get("Cache-Status"),
                "request_id": headers.get("X-Request-ID"),
                "trace_id": environ.get(TRACE_KEY),
            },
        )
