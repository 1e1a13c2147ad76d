"""What no layer caught is answered all the same: a problem document with a request id, and the reason in the log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import structlog
from flask import Flask

from service.web import problem_catalogue as kinds
from service.web.problem import Problem, answer_outside
from service.web.request_id import ENVIRON_KEY

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = structlog.get_logger(__name__)


class LastResort:
    """WSGI middleware around every other but that which gives the request its id.

    Flask turns what its views raise into answers; what stands in front of it (the cache, rate limits, proxies) has
    nobody else to do so.
    """

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        try:
            return self._application(environ, start_response)
        except Exception:
            log.exception("unhandled_exception", method=environ["REQUEST_METHOD"], path=environ["PATH_INFO"])
        identity = environ[ENVIRON_KEY]
        detail = f"The service failed, and has logged why under the request id {identity}."
        problem = Problem(kinds.INTERNAL_ERROR, detail, request_id=identity)
        return answer_outside(problem, environ, start_response)


def install(app: Flask) -> None:
    """Wrap ``app``; call it after everything else that wraps it, and before its requests get their ids."""
    app.wsgi_app = LastResort(app.wsgi_app)  # type: ignore[method-assign]
