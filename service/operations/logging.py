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
# An API key that a client put where none belongs, in a URL say: its id stays, to know whose it was.
_API_KEY = re.compile(r"(pen_[0-9a-f]{12}_)[0-9a-f]{64}")


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
        rendering = [console, _without_keys]
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
    return _API_KEY.sub(r"\1…", line) if "pen_" in line else str(line)


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
