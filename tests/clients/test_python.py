"""The Python client reads, writes and follows a running service."""

import asyncio
import copy
import json
import pickle
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from peninsula_client import (
    AsyncClient,
    Client,
    ConnectionFailedError,
    IncompatibleServiceError,
    InvalidError,
    NotFoundError,
    Position,
    PreconditionFailedError,
    ProblemError,
    cite_as,
    errors,
    etag,
)
from peninsula_client._exchange import Pause, exchange
from peninsula_client.models import SourceWrite

from tests.servers import PATIENCE_SECONDS, REPOSITORY

README = REPOSITORY / "clients" / "python" / "README.md"
REPORT: SourceWrite = {"title": "A report", "kind": "report", "published": "2018-09-19"}


@pytest.fixture(scope="module")
def client(service: tuple[str, str]) -> Iterator[Client]:
    with Client(*service, timeout_seconds=PATIENCE_SECONDS) as client:
        yield client


class Relay(httpx.HTTPTransport):
    """Passes requests on to the service, and lets a test see or change what it answers."""

    def __init__(self, then: Callable[[httpx.Request, httpx.Response], httpx.Response]) -> None:
        super().__init__()
        self._then = then

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = super().handle_request(request)
        response.read()
        response.request = request
        return self._then(request, response)


def answered(document: object, status: int = 200, **headers: str) -> httpx.Response:
    return httpx.Response(status, json=document, headers=headers)


def failing_with(*answers: httpx.Response | httpx.TransportError, **options: Any) -> Client:
    """A client of a service that gives these answers, one after another."""
    left = list(answers)

    def handle(request: httpx.Request) -> httpx.Response:
        outcome = left.pop(0)
        if isinstance(outcome, httpx.TransportError):
            raise outcome
        return outcome

    return Client("http://service.test", transport=httpx.MockTransport(handle), **options)


# ------------------------------------------------------------------------------------------- reading


def test_a_list_is_iterated_over_all_its_pages(client: Client) -> None:
    whole = [each["id"] for each in client.observations.list()]
    paged = client.observations.list(limit=1)
    assert [each["id"] for each in paged] == whole
    assert [len(page["items"]) for page in paged.pages()] == [1] * len(whole)
    assert len(whole) > 1
    assert client.observations.list(count=True).first()["total"] == len(whole)


def test_filters_are_sent_as_the_api_has_them(client: Client) -> None:
    held = client.summits.list(status=["held", "coordinating"], from_="2018-06", to="2018-06-30")
    assert [each["id"] for each in held] == ["singapore-2018"]


def test_views_are_methods(client: Client) -> None:
    assert client.index()["title"] == "Peninsula"
    assert client.situation(as_of="2018-09-10")["reference_date"] == "2018-09-10"
    assert client.facilities.status("sohae", as_of="2018-09-10")["trend"] == "dismantling"
    assert len(list(client.facilities.status_history("sohae"))) > 1
    parades = [each["id"] for each in client.parades.list()]
    compared = client.parades.comparison(parades[0], with_=parades[1])
    assert compared["with"]["id"] == parades[1]
    assert {each["kind"] for each in client.timeline(kind="parade")} == {"parade"}
    assert "sohae" in [each["record"]["id"] for each in client.search("missile")]
    assert client.search("missile").first()["matched"] == "all"
    assert {each["presence"] for each in client.appearances.list(category="icbm")} >= {"absent"}
    assert client.presence()["parades"]
    assert client.summits.revision("singapore-2018", 1)["record"] is not None


def test_a_client_at_clocks_reads_by_them_and_leaves_the_other_as_it_is(client: Client) -> None:
    with client.at(as_of="2018-09-09") as then:
        assert then.summits.get("second-trump-kim-meeting")["status"] is None
        assert then.at(published_until="2018-07-01").situation()["reference_date"] == "2018-09-09"
        assert [each["status"] for each in then.summits.list(id="second-trump-kim-meeting")] == [None]
    assert client.summits.get("second-trump-kim-meeting")["status"] == "coordinating"


def test_a_read_that_has_no_such_clock_is_refused(client: Client) -> None:
    pages = client.at(as_of="2018-09-10").sources.list()
    with pytest.raises(errors.InvalidParameterError, match="Unknown parameter 'as_of'"):
        pages.first()


def test_a_past_state_cannot_be_followed(client: Client) -> None:
    then = client.at(known_at="2026-11-30T00:00:00Z")
    with pytest.raises(ValueError, match="without known_at"):
        then.following()


def test_closing_a_client_at_clocks_leaves_the_connections_open(client: Client) -> None:
    client.at(as_of="2018-09-10").close()
    assert client.index()["title"] == "Peninsula"


def test_an_answer_tells_where_to_cite_it(client: Client) -> None:
    summit = client.summits.get("singapore-2018")
    address = cite_as(summit)
    assert address
    assert httpx.get(address, timeout=PATIENCE_SECONDS).json() == summit


def test_a_list_is_a_data_frame_with_types(client: Client) -> None:
    frame = client.observations.list(limit=1, count=True).to_dataframe()
    assert list(frame["id"]) == [each["id"] for each in client.observations.list()]
    kinds = {name: str(kind) for name, kind in frame.dtypes.items()}
    assert (kinds["date"], kinds["date_earliest"], kinds["revision"]) == ("string", "datetime64[s]", "Int64")
    assert frame["recorded_at"].dt.tz is not None
    # No place of the seed set has coordinates: an empty column has its type all the same.
    facilities = client.facilities.list().to_dataframe()
    assert (str(facilities["place_latitude"].dtype), str(facilities["declared"].dtype)) == (
        "Float64",
        "boolean",
    )
    assert facilities["place_latitude"].isna().all()
    assert len(client.timeline().to_dataframe()) == len(list(client.timeline()))


def test_all_records_are_exported(client: Client) -> None:
    exported = [each["id"] for each in client.export(["summit", "parade"])]
    listed = [each["id"] for resource in (client.summits, client.parades) for each in resource.list()]
    assert sorted(exported) == sorted(listed)


def test_other_forms_are_had_by_a_request_of_ones_own(client: Client) -> None:
    answer = client.send("GET", "/v1/summits/singapore-2018", {"fields": ["id", "status"]})
    assert answer.json() == {"id": "singapore-2018", "status": "held"}


# ------------------------------------------------------------------------------------------- writing


def test_a_write_is_based_on_what_was_read(client: Client) -> None:
    created = client.sources.create(REPORT)
    patched = client.sources.update(created, {"language": "en"})
    patched["publisher"] = "38 North"
    replaced = client.sources.replace(patched)
    assert (replaced["language"], replaced["publisher"], replaced["revision"]) == ("en", "38 North", 3)
    with pytest.raises(PreconditionFailedError):
        client.sources.update(created, {"language": "ko"})
    (listed,) = client.sources.list(id=created["id"])
    assert etag(listed) is None
    client.sources.delete(listed, reason="A test")
    with pytest.raises(errors.RecordDeletedError):
        client.sources.get(created["id"])


def test_what_has_lost_its_tag_is_compared_by_its_revision(client: Client) -> None:
    created = client.sources.create(REPORT)
    old = json.loads(json.dumps(created))
    newer = client.sources.update(old, {"note": "First"})
    with pytest.raises(PreconditionFailedError, match="is at revision 2, and the one passed is revision 1"):
        client.sources.replace(old)
    client.sources.delete(dict(newer))  # type: ignore[arg-type]


def test_an_id_alone_writes_whatever_the_revision_is(client: Client) -> None:
    created = client.sources.create(REPORT)
    client.sources.update(created, {"note": "First"})
    assert client.sources.update(created["id"], {"note": "Second"})["revision"] == 3
    client.sources.delete(created["id"])


def test_replacing_what_was_never_read_creates_or_fails(client: Client) -> None:
    whole: SourceWrite = {**REPORT, "id": "put-by-a-test"}
    created = client.sources.replace(whole)
    assert created["revision"] == 1
    with pytest.raises(PreconditionFailedError):
        client.sources.replace(whole)
    client.sources.delete(created)


def test_all_errors_of_a_body_are_told_with_their_pointers(client: Client) -> None:
    with pytest.raises(InvalidError, match="/published: ") as caught:
        client.sources.create({"title": " ", "kind": "report", "published": "2018-02-30"})
    assert sorted(caught.value.pointers) == ["/published", "/title"]
    assert caught.value.type.endswith("/problems/validation-failed")
    assert caught.value.request_id


def test_an_import_tells_what_came_of_each_record(client: Client) -> None:
    (exported, *_) = client.export("summit")
    report = client.import_records([exported], dry_run=True)
    assert (report["unchanged"], report["dry_run"]) == (1, True)


# ----------------------------------------------------------------------------------------- following


def test_following_goes_on_where_it_stopped_and_meets_each_change_once(client: Client) -> None:
    feed = client.following(type="source")
    met = []
    for change in feed:
        met.append(change)
        if len(met) == 2:
            break
    stored = str(feed.position)
    assert feed.position == Position.of(stored) == Position.of(met[-1])
    created = client.sources.create(REPORT)
    client.sources.delete(created)
    for change in client.following(stored, type="source"):
        met.append(change)
        if (change["id"], change["operation"]) == (created["id"], "deleted"):
            break
    numbers = [change["seq"] for change in met]
    assert numbers == sorted(set(numbers))
    every = client.changes(type="source", limit=500)["items"]
    assert met == every[: len(met)]


def test_following_waits_for_what_comes(client: Client, service: tuple[str, str]) -> None:
    asked: list[tuple[str | None, int]] = []

    def write_at_the_third(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        asked.append((request.headers.get("If-None-Match"), response.status_code))
        if len(asked) == 3:
            client.sources.delete(client.sources.create(REPORT))
        return response

    with Client(*service, transport=Relay(write_at_the_third)) as follower:
        feed = follower.following("latest", poll_seconds=0)
        assert [next(iter(feed))["operation"], next(iter(feed))["operation"]] == ["created", "deleted"]
    assert asked[2] == (asked[2][0], 304)
    assert asked[2][0]


def test_a_position_that_the_service_never_gave_is_told(client: Client) -> None:
    feed = client.following(Position(3, "0" * 64))
    with pytest.raises(errors.FeedHistoryDiffersError):
        next(iter(feed))


@pytest.mark.parametrize("value", ["newest", "", "-1", "3.5:ab"])
def test_what_is_no_position_is_refused(client: Client, value: str) -> None:
    with pytest.raises(ValueError, match="no position of the feed"):
        client.following(value)


# ------------------------------------------------------------------------------------------ failures


def steps_of(method: str, *outcomes: Any, **headers: str) -> tuple[list[object], object]:
    """What is done when a request is answered with these outcomes: the steps, and how it ended."""
    steps, done = exchange(httpx.Request(method, "http://service.test/", headers=headers), 3), []
    try:
        step = next(steps)
        for outcome in outcomes:
            done.append(step)
            step = steps.send(outcome)
            while isinstance(step, Pause):
                done.append(step)
                step = steps.send(None)
    except StopIteration as ended:
        return done, ended.value
    except errors.PeninsulaError as error:
        return done, error
    raise AssertionError(f"another request was sent: {step}")


BROKEN = httpx.ReadError("broken")


@pytest.mark.parametrize(
    ("method", "headers", "outcome", "repeats"),
    [
        ("GET", {}, httpx.Response(503), True),
        ("GET", {}, httpx.Response(502), True),
        ("GET", {}, BROKEN, True),
        ("GET", {}, httpx.Response(500), False),
        ("GET", {}, httpx.Response(404), False),
        ("POST", {"Idempotency-Key": "a"}, BROKEN, True),
        (
            "POST",
            {"Idempotency-Key": "a"},
            answered({"type": "/problems/idempotency-in-progress"}, 409),
            True,
        ),
        ("POST", {"Idempotency-Key": "a"}, answered({"type": "/problems/id-taken"}, 409), False),
        ("POST", {}, httpx.Response(503), False),
        ("PATCH", {}, httpx.Response(503), False),
        ("DELETE", {}, BROKEN, False),
        ("DELETE", {}, httpx.Response(429, headers={"Retry-After": "3"}), True),
        ("GET", {}, httpx.Response(429, headers={"Retry-After": "3600"}), False),
    ],
)
def test_only_what_may_be_done_twice_is_sent_again(
    method: str, headers: dict[str, str], outcome: Any, repeats: bool
) -> None:
    answer = httpx.Response(200)
    done, ended = steps_of(method, outcome, *([answer] if repeats else []), **headers)
    assert [isinstance(step, Pause) for step in done] == ([False, True, False] if repeats else [False])
    if repeats:
        assert ended is answer
        assert done[0] is done[2]
    else:
        assert isinstance(ended, ProblemError | ConnectionFailedError)


def test_pauses_are_as_told_else_ever_longer_and_end(client: Client) -> None:
    told = httpx.Response(503, headers={"Retry-After": "7"})
    done, ended = steps_of("GET", told, BROKEN, BROKEN, BROKEN)
    first, second, third = [step.seconds for step in done if isinstance(step, Pause)]
    assert 7 <= first <= 7.5
    assert 0.5 <= second <= 1 <= third <= 2
    assert isinstance(ended, ConnectionFailedError)
    assert ended.__cause__ is BROKEN


def test_what_cannot_be_sent_is_not_tried_again() -> None:
    done, ended = steps_of("GET", httpx.LocalProtocolError("Illegal header value"))
    assert len(done) == 1
    assert isinstance(ended, ConnectionFailedError)


def test_an_address_without_a_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="does not begin with http"):
        Client("127.0.0.1:8000")


def test_a_token_that_no_header_can_carry_is_refused() -> None:
    with pytest.raises(ValueError, match="only ASCII"):
        Client(token="schlüssel")


def test_a_record_without_an_id_is_refused_before_it_is_sent(client: Client) -> None:
    with pytest.raises(ValueError, match="has no 'id'"):
        client.sources.replace(REPORT)


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_what_would_be_another_path_is_no_id(client: Client, value: str) -> None:
    with pytest.raises(ValueError, match="is no id"):
        client.summits.get(value)


def test_an_instant_has_a_time_zone(client: Client) -> None:
    pages = client.sources.list(recorded_after=datetime(2026, 11, 30))  # noqa: DTZ001 -- what is refused
    with pytest.raises(ValueError, match="has no time zone"):
        pages.first()


def test_an_error_passes_between_processes(client: Client) -> None:
    with pytest.raises(NotFoundError) as caught:
        client.summits.get("nowhere")
    passed = pickle.loads(pickle.dumps(caught.value))
    assert (str(passed), passed.request_id) == (str(caught.value), caught.value.request_id)


def test_retry_after_may_be_a_date() -> None:
    assert errors.seconds_of("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert errors.seconds_of("soon") is None


def test_both_clients_try_again() -> None:
    document = {"title": "Peninsula"}

    def answers() -> list[httpx.Response]:
        return [answered({"title": "Busy"}, 503, **{"Retry-After": "0"}), answered(document)]

    with failing_with(*answers()) as client:
        assert client.index() == document
    left = answers()
    transport = httpx.MockTransport(lambda _: left.pop(0))

    async def ask() -> object:
        async with AsyncClient("http://service.test", transport=transport) as client:
            return await client.index()

    assert asyncio.run(ask()) == document


def test_an_error_of_a_proxy_is_raised_by_its_status() -> None:
    with failing_with(httpx.Response(502, text="<h1>Bad gateway</h1>"), max_retries=0) as client:
        pages = client.summits.list()
        with pytest.raises(errors.ServerError, match="502 Bad Gateway: The answer is no problem"):
            pages.first()


def test_a_redirection_is_told_with_its_target() -> None:
    moved = httpx.Response(308, headers={"Location": "https://service.test/v1"})
    with (
        failing_with(moved) as client,
        pytest.raises(ProblemError, match=r"308 Permanent Redirect: Redirected to https://service\.test/v1"),
    ):
        client.index()


def test_a_creation_whose_answer_is_lost_is_done_once(client: Client, service: tuple[str, str]) -> None:
    answers: list[httpx.Response] = []

    def lose_the_first(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        answers.append(response)
        if len(answers) == 1:
            raise httpx.ReadError("The connection broke before the answer came.")
        return response

    last = client.index()["last_seq"]
    with Client(*service, transport=Relay(lose_the_first)) as unlucky:
        created = unlucky.sources.create({**REPORT, "title": "A report whose answer is lost"})
    assert [answer.status_code for answer in answers] == [201, 201]
    assert [each["id"] for each in client.changes(after=last)["items"]] == [created["id"]]


def test_a_service_without_this_version_of_the_api_is_told_by_its_release() -> None:
    missing = answered({"type": "/problems/not-found", "title": "Not found", "detail": "Nothing."}, 404)
    described = answered({"info": {"version": "3.1.0"}})
    with (
        failing_with(missing, copy.copy(missing), described) as client,
        pytest.raises(IncompatibleServiceError, match=r"needs a service with /v1.*release 3\.1\.0"),
    ):
        client.summits.get("singapore-2018")


def test_what_is_no_service_is_told(service: tuple[str, str]) -> None:
    with failing_with(httpx.Response(200, html="<p>Hello")) as client:
        pages = client.summits.list()
        with pytest.raises(IncompatibleServiceError, match="text/html"):
            pages.first()
    with (
        Client(f"{service[0]}/elsewhere", timeout_seconds=PATIENCE_SECONDS) as client,
        pytest.raises(IncompatibleServiceError, match="is this the address of a Peninsula service"),
    ):
        client.summits.get("singapore-2018")


def test_a_missing_record_is_no_incompatible_service(service: tuple[str, str]) -> None:
    with (
        Client(f"{service[0]}/v1/", timeout_seconds=PATIENCE_SECONDS) as client,
        pytest.raises(NotFoundError, match="No summit 'nowhere' exists"),
    ):
        client.summits.get("nowhere")


# ---------------------------------------------------------------------------------- a newer service


def grown(request: httpx.Request, response: httpx.Response) -> httpx.Response:
    """What a later release may answer: another member and enumeration value everywhere, another type of problem."""
    document = json.loads(response.content)
    if response.is_success:
        text = json.dumps({**document, "added": {"new": 1}}).replace('"held"', '"held_online"')
    else:
        text = json.dumps(document | {"type": "/problems/of-tomorrow", "added": True})
    headers = [
        pair
        for pair in response.headers.multi_items()
        if pair[0] not in ("content-length", "content-encoding")
    ]
    return httpx.Response(response.status_code, headers=headers, text=text, request=request)


def test_members_values_and_problems_that_are_added_pass(service: tuple[str, str]) -> None:
    with Client(*service, timeout_seconds=PATIENCE_SECONDS, transport=Relay(grown)) as newer:
        assert "held_online" in [each["status"] for each in newer.summits.list(limit=1)]
        summit = newer.summits.get("singapore-2018")
        assert (summit["status"], dict(summit)["added"]) == ("held_online", {"new": 1})
        assert etag(summit)
        assert next(iter(newer.following()))["seq"] == 1
        with pytest.raises(NotFoundError) as caught:
            newer.summits.get("nowhere")
    assert caught.value.type == "/problems/of-tomorrow"
    assert caught.value.problem["added"] is True


# -------------------------------------------------------------------------------------- asynchronous


def test_the_asynchronous_client_does_the_same(service: tuple[str, str], client: Client) -> None:
    async def story() -> None:
        async with AsyncClient(*service, timeout_seconds=PATIENCE_SECONDS) as asynchronous:
            listed = [each["id"] async for each in asynchronous.observations.list(limit=1)]
            assert listed == [each["id"] for each in client.observations.list()]
            assert (await asynchronous.observations.list(count=True).first())["total"] == len(listed)
            assert len(await asynchronous.observations.list().to_dataframe()) == len(listed)
            # Clocks belong to a client, so tasks that run at once do not see those of others.
            days = ["2018-09-09", "2018-09-10"]
            statuses = await asyncio.gather(
                *(asynchronous.at(as_of=day).summits.get("second-trump-kim-meeting") for day in days)
            )
            assert [each["status"] for each in statuses] == [None, "coordinating"]
            created = await asynchronous.sources.create(REPORT)
            patched = await asynchronous.sources.update(created, {"language": "en"})
            with pytest.raises(PreconditionFailedError):
                await asynchronous.sources.replace(created)
            await asynchronous.sources.delete(await asynchronous.sources.replace(patched))
            operations = []
            async for change in asynchronous.following(type="source"):
                operations += [change["operation"]] if change["id"] == created["id"] else []
                if operations[-1:] == ["deleted"]:
                    break
            # The replacement said what was stored, so it wrote nothing.
            assert operations == ["created", "updated", "deleted"]
            exported = [each["id"] async for each in asynchronous.export("summit")]
            assert (await asynchronous.import_records([], dry_run=True))["unchanged"] == 0
            assert len(exported) == len(list(client.summits.list()))
            with pytest.raises(NotFoundError):
                await asynchronous.send("GET", "/v1/summits/nowhere")

    asyncio.run(story())


# -------------------------------------------------------------------------------------------- README


def blocks_of(document: Path) -> list[str]:
    return re.findall(r"```python\n(.*?)```", document.read_text(), re.DOTALL)


def test_the_examples_of_the_readme_run_as_written(
    service: tuple[str, str], client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    class Handled(Exception):
        pass

    def store(position: str) -> None:
        Position.of(position)
        raise Handled

    def write_meanwhile(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.url.path == "/v1/changes" and request.url.params["after"] == "latest":
            client.summits.update("singapore-2018", {"note": "Written while a feed was followed."})
        return response

    blocks = blocks_of(README)
    assert len(blocks) == 7
    with Client(*service, timeout_seconds=PATIENCE_SECONDS, transport=Relay(write_meanwhile)) as relayed:
        names = {"client": relayed, "store": store}
        for block in blocks:
            code = compile(block.replace("http://127.0.0.1:8000", service[0]), README.name, "exec")
            if "store(" in block:
                with pytest.raises(Handled):
                    exec(code, names)
            else:
                exec(code, dict(names))
    printed = capsys.readouterr().out
    for expected in (
        "2018-06-12 Singapore meeting",
        "dismantling",
        "updated /v1/summits/singapore-2018",
        "'/title'",
    ):
        assert expected in printed
