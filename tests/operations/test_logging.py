"""One event, one line: this service's, the libraries' and Gunicorn's alike."""

import json
import logging
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import unquote

import pytest
import structlog
from gunicorn.config import Config

from service.operations.logging import GunicornLogger, configure_logging
from service.settings import Settings
from service.web.request_id import IN_HAND


@pytest.fixture(autouse=True)
def _restore_logging() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in ("", "alembic", "gunicorn.error", "gunicorn.access")]
    IN_HAND.set(None)
    before = [(each, list(each.handlers), each.level, each.propagate) for each in loggers]
    yield
    for each, handlers, level, propagate in before:
        each.handlers[:], each.level, each.propagate = handlers, level, propagate
        each.setLevel(level)
    structlog.reset_defaults()


def _events(capsys: pytest.CaptureFixture[str]) -> list[dict]:
    written = capsys.readouterr()
    assert written.out == ""
    return [json.loads(line) for line in written.err.splitlines()]


def test_an_event_is_one_line_of_json_with_its_level_and_instant(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings())
    structlog.get_logger("a").info("record_written", id="singapore-2018", note="two\nlines")
    (event,) = _events(capsys)
    assert event.pop("timestamp").endswith("Z")
    own = {"id": "singapore-2018", "note": "two\nlines"}
    assert event == {"event": "record_written", "level": "info", **own}


def test_libraries_log_in_the_same_format(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings())
    logging.getLogger("sqlalchemy.pool").warning("lost %s", "a connection")
    (event,) = _events(capsys)
    assert (event["event"], event["level"]) == ("lost a connection", "warning")


def test_an_exception_is_part_of_its_event(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings())
    try:
        raise KeyError("x")
    except KeyError:
        structlog.get_logger("b").exception("request_failed")
    (event,) = _events(capsys)
    assert event["exception"][0]["exc_type"] == "KeyError"


def test_events_below_the_level_are_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings(log_level="warning"))
    structlog.get_logger("c").info("left_out")
    logging.getLogger("library").info("left out")
    structlog.get_logger("c").warning("kept")
    assert [event["event"] for event in _events(capsys)] == ["kept"]


def test_the_console_format_is_readable(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings(log_format="console"))
    structlog.get_logger("d").info("record_written", id="singapore-2018")
    line = capsys.readouterr().err
    assert "record_written" in line
    assert "id=singapore-2018" in line


KEY = "pen_0123456789ab_" + "c4" * 32


@pytest.mark.parametrize("log_format", ["json", "console"])
@pytest.mark.parametrize(
    "written",
    [
        KEY,
        KEY.upper(),
        KEY[:40],
        KEY.replace("_", "%5F"),
        KEY.replace("_", "%5f").replace("c", "%63"),
        "".join(f"%{ord(each):02X}" for each in KEY),
        "".join(f"%25{ord(each):02x}" for each in KEY),
        "".join(f"%2525{ord(each):02x}" for each in KEY),
    ],
)
def test_no_line_contains_a_key_however_it_is_encoded(
    capsys: pytest.CaptureFixture[str], log_format: str, written: str
) -> None:
    configure_logging(Settings(log_format=log_format))  # type: ignore[arg-type]
    structlog.get_logger("e").info("request", target=f"/v1/summits?q=a&key={written}&x=1")
    line = capsys.readouterr().err
    readable = unquote(unquote(unquote(line))).lower()
    assert "pen_0123456789ab_…" in readable
    assert "c4c4" not in readable


def test_the_console_format_escapes_control_characters_of_callers(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings(log_format="console"))
    structlog.get_logger("f").info("request", key_owner="Ada\n\x1b[31mfake\u202e", target="\x1b[2Jfake")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert "fake" in lines[0]
    assert lines[0].isprintable()


def test_gunicorn_logs_each_request_as_fields(capsys: pytest.CaptureFixture[str]) -> None:
    logger = GunicornLogger(Config())
    response = SimpleNamespace(status_code=200, sent=512, headers=[("X-Request-ID", "abc")])
    environ = {"REQUEST_METHOD": "GET", "RAW_URI": "/v1/summits?limit=2", "REMOTE_ADDR": "127.0.0.1"}
    logger.access(response, None, environ, timedelta(milliseconds=1.5))
    (event,) = _events(capsys)
    assert event["event"] == "request"
    assert (event["target"], event["status"], event["bytes"]) == ("/v1/summits?limit=2", 200, 512)
    assert (event["milliseconds"], event["request_id"]) == (1.5, "abc")
