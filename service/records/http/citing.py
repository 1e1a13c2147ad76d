"""Citing an answer and asking for an earlier one: the state that it is of, and where its other versions are.

The links are those of RFC 8574 (``cite-as``), RFC 5829 (versions) and RFC 7089 (Memento). Of the patterns of the last
this is 1.2: the resource is its own TimeGate and answers 200, and each of its states has a URL (``known_at``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Response, request
from werkzeug.http import http_date

from service.formats.link_format import LINK_FORMAT
from service.records.clocks import reference_date
from service.records.context import Context
from service.records.http.paging import query_under
from service.records.http.parameter_fields import ReferenceDay
from service.records.newest import newest_instant
from service.records.record_type import RecordType
from service.records.schemas import instants
from service.storage.shared_snapshot import reading_one_state
from service.web import problem_catalogue as kinds
from service.web.conditional import http_date_of
from service.web.links import LONGEST_LINKS, link, link_header, url
from service.web.negotiation import VARY
from service.web.operation import Operation
from service.web.problem import Problem

ACCEPT_DATETIME, MEMENTO_DATETIME = "Accept-Datetime", "Memento-Datetime"
VARY_BY_DATETIME = f"{VARY}, {ACCEPT_DATETIME}"
_SECOND = timedelta(seconds=1)


def under_accept_datetime(operation: Operation, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the values of a request with ``known_at`` as its ``Accept-Datetime`` has it (RFC 7089, section 2.1.1).

    An HTTP date names a whole second, the end of which is meant: so a ``Memento-Datetime`` sent back finds what it came
    with. Of the second that is passing now, so far. Raises ``Problem`` 400 for what is no HTTP date, lies in the future
    or is another second than that of ``known_at`` in the query.
    """
    header = request.headers.get(ACCEPT_DATETIME)
    if header is None or not operation.has("known_at"):
        return values
    second = _second(header)
    if "known_at" in values:
        if instants.parse(values["known_at"]).replace(microsecond=0) != second:
            detail = (
                f"{ACCEPT_DATETIME} and the parameter 'known_at' name different seconds: send one of them."
            )
            raise Problem(kinds.INVALID_HEADER, detail)
        return values
    now = datetime.now(UTC)
    if second > now:
        detail = f"{ACCEPT_DATETIME} must not be in the future: nothing is known of it yet."
        raise Problem(kinds.INVALID_HEADER, detail)
    return {**values, "known_at": instants.render(min(second + _SECOND - timedelta.resolution, now))}


def _second(header: str) -> datetime:
    second = http_date_of(header)
    # Written anew, since readers of dates are lenient: only the fixed form of RFC 9110, section 5.6.7, in GMT is taken.
    if second is None or http_date(second) != header.strip():
        detail = f"{ACCEPT_DATETIME} must be an HTTP date such as 'Mon, 10 Sep 2018 14:05:00 GMT'."
        raise Problem(kinds.INVALID_HEADER, detail)
    return second


def is_over(instant: str) -> bool:
    """Tell whether the second of an instant has passed: what ``Accept-Datetime`` finds by it stays the same."""
    return instants.parse(instant).replace(microsecond=0) + _SECOND <= datetime.now(UTC)


def read_pinned(
    context: Context,
    operation: Operation,
    values: Mapping[str, Any],
    compute: Callable[[], Any],
    *,
    in_snapshot: bool,
) -> tuple[Any, str]:
    """Return what ``compute`` makes of its reads, and an RFC 3339 instant at which that is what it was now.

    :param in_snapshot: whether it may read more than the view in JSON, which knows when it needs no snapshot.

    There is no such instant, but "", where ``known_at`` is given already, and where it is not certain.
    """
    if "known_at" in values:
        return compute(), ""
    with reading_one_state(always=in_snapshot) as state:
        answer = compute()
        if state.pin and not in_snapshot:
            return answer, state.pin
        newest = None if state.connection is None else newest_instant(state.connection)
    if newest is None:
        return (
            (answer, "")
            if in_snapshot
            else read_pinned(context, operation, values, compute, in_snapshot=True)
        )
    return answer, _pin_of(context, operation, newest)


def _pin_of(context: Context, operation: Operation, newest: str) -> str:
    """Return the instant that pins an answer of the state of which ``newest`` is the newest instant.

    An answer that may be of today without saying so (``as_of``) is pinned by an instant of today: if there was no
    change since, its first, provided that no write with an earlier instant is still under way.
    """
    midnight = f"{reference_date({})}T00:00:00.000000Z"
    if not newest or newest >= midnight or not depends_on_day(operation):
        return newest
    if not context.settled.includes(midnight):
        return ""
    with context.database.reading() as connection:
        return midnight if newest_instant(connection, until=midnight) == newest else ""


def depends_on_day(operation: Operation) -> bool:
    """Tell whether an answer may be of today in a way that ``as_of`` cannot pin, since the operation has none such."""
    return not any(isinstance(each.field, ReferenceDay) for each in operation.parameters.declared)


def version_links(record_type: RecordType, record_id: str, revision: int) -> str:
    """Return the links of a record as of a revision to its versions (RFC 5829), and to its TimeMap (RFC 7089)."""
    links = revision_links(record_type, record_id, revision, revision)
    time_map = f"{links['version-history']}?format={LINK_FORMAT.name}"
    return f"{link_header(links)}, {link(time_map, 'timemap', type=LINK_FORMAT.media_type)}"


def revision_links(
    record_type: RecordType, record_id: str, revision: int, newest: int
) -> dict[str, str | None]:
    """Return the targets of a revision's links by relation (RFC 5829); ``newest`` is the number of the newest one."""
    record = f"/v1/{record_type.path}/{record_id}"
    revisions = f"{record}/revisions"
    return {
        "latest-version": record,
        "version-history": revisions,
        "predecessor-version": f"{revisions}/{revision - 1}" if revision > 1 else None,
        "successor-version": f"{revisions}/{revision + 1}" if revision < newest else None,
    }


def tell_state(
    response: Response, operation: Operation, values: Mapping[str, Any], pin: str, *, is_negotiated: bool
) -> None:
    """Add the header fields that tell which state an answer is of, and how to ask for it again.

    :param pin: the RFC 3339 instant of that state, "" where none is known.
    :param is_negotiated: whether ``Accept-Datetime`` chose it, and not the URL.
    """
    headers = response.headers
    headers["Vary"] = VARY_BY_DATETIME
    pinned, links = None, []
    if "known_at" in values:
        pinned, memento = url(request.path, query_under(operation, values)), _http_date(values["known_at"])
        if is_negotiated:
            headers["Content-Location"] = pinned
        if response.status_code == 200:
            headers[MEMENTO_DATETIME] = memento
        links.append(link(pinned, "memento", datetime=memento))
    elif pin:
        day = {} if depends_on_day(operation) else {"as_of": reference_date(values)}
        pinned = url(request.path, query_under(operation, {**values, **day, "known_at": pin}))
    if response.status_code != 200:
        return
    without = {name: value for name, value in values.items() if name != "known_at"}
    original = link(url(request.path, query_under(operation, without)), "original timegate")
    cited = [] if pinned is None else [link(pinned, "cite-as")]
    more = _bounded([*cited, original, *links])
    if more or "Link" in headers:
        headers["Link"] = ", ".join(filter(None, (headers.get("Link"), more)))


def _bounded(links: list[str]) -> str:
    """Return as many of these links, in their order, as have room in ``LONGEST_LINKS`` bytes."""
    value = ""
    for each in links:
        longer = f"{value}, {each}" if value else each
        if len(longer) <= LONGEST_LINKS:
            value = longer
    return value


def _http_date(instant: str) -> str:
    return http_date(instants.parse(instant))
