"""The log: one event a line, JSON or for people, from this service and from every library alike."""

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

# Without the values of local variables, among which are keys and bodies.
_TRACEBACKS = structlog.processors.ExceptionRenderer(
    structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
)
# An API key that a client put where none belongs, in a URL say: its id stays, to know whose it was. Each character may
# be percent-encoded, more than once too; of a key that was cut, what is left of the secret goes as well.
_ENCODED = "%(?:25)*"
_HEX_DIGIT = f"(?:[0-9a-f]|{_ENCODED}(?:3[0-9]|[46][1-6]))"
_API_KEY = re.compile(
    f"((?:p|{_ENCODED}[57]0)(?:e|{_ENCODED}[46]5)(?:n|{_ENCODED}[46]e)(?:_|{_ENCODED}5f){_HEX_DIGIT}{{12}}(?:_|{_ENCODED}5f))"
    f"{_HEX_DIGIT}{{4,}}",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def configure_logging(settings: Settings) -> None:
    """Send the events of structlog and of the standard library to standard error, in the format asked for.

    Standard output stays free for what a command prints.
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
    # Alembic tells each step at info, several lines at every start of an up-to-date database.
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
    """Run last, on the line as it is written."""
    return _API_KEY.sub(r"\1…", line)


def _without_controls(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Escape what a terminal would act on in the texts of an event; JSON does so by itself, and tracebacks are ours."""
    return {
        name: _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), value)
        if isinstance(value, str) and name not in ("exception", "stack")
        else value
        for name, value in event.items()
    }


class GunicornLogger(Logger):
    """Gunicorn's own events and its line for each request, through the same log as everything else."""

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
        """Log one request: static event name, the rest as fields."""
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
