"""What reads get from the cache: the same answer as without it, and the truth about where it came from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from prometheus_client import REGISTRY
from redis import Redis

from tests.cache.reading import App, kept_in, outcome

LIST = "/v1/summits?limit=2"
RECORD = "/v1/facilities/sohae"
FEED = "/v1/changes?limit=20"


@pytest.fixture
def without_routing(app: App, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Takes Flask's dispatch and the database away: who still gets an answer did without them."""

    def take() -> None:
        def refuse(*_: object) -> None:
            raise AssertionError("a hit must not come here")

        monkeypatch.setattr(app.flask, "full_dispatch_request", refuse)
        monkeypatch.setattr(app.flask.extensions["peninsula"].engine.pool, "connect", refuse)

    return take


def test_a_hit_reaches_neither_flask_nor_the_database(app: App, without_routing: Callable[[], None]) -> None:
    first = app.get(LIST)
    without_routing()
    second = app.get(LIST)
    assert (outcome(first), outcome(second)) == ("miss", "hit")
    assert second.data == first.data
    assert {"Age", "Cache-Status", "X-Request-ID"} >= {
        name for name, value in second.headers if first.headers.get(name) != value
    }


def test_a_304_reaches_neither_flask_nor_the_database(app: App, without_routing: Callable[[], None]) -> None:
    etag = app.get(RECORD).headers["ETag"]
    without_routing()
    for condition in (etag, f'"other", W/{etag}', "*"):
        answer = app.get(RECORD, If_None_Match=condition)
        assert (answer.status_code, answer.data, outcome(answer)) == (304, b"", "hit")
        assert answer.headers["ETag"] == etag
    assert "Content-Length" not in answer.headers
    assert app.get(RECORD, If_None_Match='"other"').status_code == 200


def test_a_record_is_unchanged_since_it_was_modified(app: App, without_routing: Callable[[], None]) -> None:
    modified = app.get(RECORD).headers["Last-Modified"]
    without_routing()
    assert app.get(RECORD, If_Modified_Since=modified).status_code == 304
    assert app.get(RECORD, If_Modified_Since="Mon, 01 Jan 2018 00:00:00 GMT").status_code == 200


@pytest.mark.parametrize(
    ("name", "value", "status"), [("If-Match", '"other"', 412), ("If-None-Match", "unquoted", 400)]
)
def test_a_condition_that_fails_or_is_invalid_gets_its_problem(
    app: App, name: str, value: str, status: int
) -> None:
    app.get(RECORD)
    answer = app.get(RECORD, **{name: value})
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")


@pytest.mark.parametrize("path", [LIST, RECORD, FEED, "/v1", "/v1/situation?as_of=2018-09-10"])
def test_head_gets_the_headers_of_get_from_the_same_entry(app: App, path: str) -> None:
    head, get = app.get(path, method="HEAD"), app.get(path)
    assert (outcome(head), outcome(get)) == ("miss", "hit")
    assert head.data == b""
    assert head.headers["Content-Length"] == str(len(get.data))
    assert head.headers["ETag"] == get.headers["ETag"]
    assert app.get(path, method="HEAD").data == b""


def test_each_coding_has_its_bytes_and_its_tag_and_one_is_made_from_the_other(
    app: App, without_routing: Callable[[], None]
) -> None:
    identity = app.get(FEED)
    without_routing()
    gzip = app.get(FEED, Accept_Encoding="gzip")
    assert outcome(gzip) == "hit"
    assert gzip.headers["Content-Encoding"] == "gzip"
    assert gzip.headers["ETag"] == f'{identity.headers["ETag"][:-1]}-gzip"'
    assert app.get(FEED, Accept_Encoding="gzip", If_None_Match=gzip.headers["ETag"]).status_code == 304
    assert app.get(FEED).data == identity.data


@pytest.mark.parametrize("first", ["gzip", "identity"])
def test_what_is_made_from_the_other_coding_is_what_the_application_makes(
    make_app: Callable[..., App], first: str
) -> None:
    other = "identity" if first == "gzip" else "gzip"
    cached, plain = make_app(), make_app()
    cached.get(FEED, Accept_Encoding=first)
    made, computed = cached.get(FEED, Accept_Encoding=other), plain.get(FEED, Accept_Encoding=other)
    assert (outcome(made), outcome(computed)) == ("hit", "miss")
    assert made.data == computed.data
    differing = {"Age", "Cache-Status", "X-Request-ID"}
    assert {pair for pair in made.headers if pair[0] not in differing} == {
        pair for pair in computed.headers if pair[0] not in differing
    }


@pytest.mark.parametrize(
    "spelling",
    [
        "/v1/summits?sort=-date&limit=2",
        "/v1/summits?count=false&limit=2",
        "/v1/summits?limit=%32",
    ],
)
def test_order_defaults_and_escapes_do_not_split_an_entry(app: App, spelling: str) -> None:
    # The first sort of summits is -date; what is not given counts as given so.
    assert outcome(app.get(LIST)) == "miss"
    assert outcome(app.get(spelling)) == "hit"


def test_a_list_of_values_is_one_entry_in_any_order_and_notation(app: App) -> None:
    assert outcome(app.get("/v1/changes?type=summit,source")) == "miss"
    assert outcome(app.get("/v1/changes?type=source&type=summit&limit=50&after=0")) == "hit"
    assert outcome(app.get("/v1/changes?type=source")) == "miss"


def test_a_cursor_is_valid_for_every_spelling_of_its_list(app: App) -> None:
    one, other = [item["id"] for item in app.get("/v1/sources?limit=2&sort=id").json["items"]]
    app.put_source("third", "A third")
    page = app.get(f"/v1/sources?id={one},{other},third&sort=id&limit=1").json
    following = app.get(f"/v1/sources?limit=1&sort=id&id=third,{other}&id={one}&cursor={page['next_cursor']}")
    assert [item["id"] for item in following.json["items"]] == sorted([one, other, "third"])[1:2]


def test_a_repeated_value_has_the_same_entry_as_a_single_one(app: App) -> None:
    long = f"/v1/sources?id={','.join(['a-report'] * 400)}"
    assert [outcome(app.get(long)) for _ in range(2)] == ["miss", "hit"]
    kept = app.get("/v1/sources?id=a-report")
    assert (outcome(kept), "a-report,a-report" in kept.headers["Link"]) == ("hit", False)


@pytest.mark.parametrize("accept", ["application/json", "*/*", "text/turtle, */*;q=0.1"])
def test_an_entry_depends_on_the_chosen_media_type_not_on_the_accept_field(app: App, accept: str) -> None:
    app.get(LIST)
    assert outcome(app.get(LIST, Accept=accept)) == "hit"


def test_no_cache_is_answered_from_the_database_and_renews_the_entry(app: App) -> None:
    app.get(LIST)
    fresh = app.get(LIST, Cache_Control="no-cache")
    assert (outcome(fresh), "Age" in fresh.headers) == ("request", False)
    assert outcome(app.get(LIST)) == "hit"
    assert outcome(app.get("/v1/sources", Cache_Control="no-cache")) == "request"
    assert outcome(app.get("/v1/sources")) == "hit"


def test_no_store_leaves_nothing_behind(app: App) -> None:
    app.get(LIST, Cache_Control="no-store")
    assert outcome(app.get(LIST)) == "miss"


def test_max_age_is_heeded(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    app.get(LIST)
    assert outcome(app.get(LIST, Cache_Control="max-age=60")) == "hit"
    assert outcome(app.get(LIST, Cache_Control="max-age=0")) == "request"


def test_a_request_with_a_key_goes_through(app: App) -> None:
    app.get(LIST)
    mine = app.get(LIST, Authorization=f"Bearer {app.token}")
    assert outcome(mine) == "bypass"
    assert app.get(LIST, Authorization="Bearer nonsense").status_code == 401


def test_nothing_is_stored_where_reads_require_a_key(make_app: Callable[..., App]) -> None:
    app = make_app(read_access="key")
    assert app.get(LIST).status_code == 401
    assert "Cache-Status" not in app.get(LIST, Authorization=f"Bearer {app.token}").headers


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/summits/nowhere", 404),
        ("/v1/summits?limt=1", 400),
        ("/v1/nothing", 404),
        ("/v1/summits?%ff", 400),
    ],
)
def test_errors_are_not_stored(app: App, path: str, status: int) -> None:
    for _ in range(2):
        answer = app.get(path)
        assert answer.status_code == status
        assert outcome(answer) in ("miss", "bypass")


def test_ids_of_requests_and_traces_are_never_stored(app: App) -> None:
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    app.get(LIST, traceparent=trace, X_Request_ID="first")
    answer = app.get(LIST, X_Request_ID="second")
    assert answer.headers.getlist("X-Request-ID") == ["second"]
    assert "traceparent" not in answer.headers


def test_an_answer_about_a_closed_past_may_be_cached_for_long(app: App) -> None:
    recorded_at = app.get("/v1/changes").json["items"][-1]["recorded_at"]
    past = app.get(f"/v1/summits?known_at={recorded_at}")
    assert past.headers["Cache-Control"] == "max-age=604800, immutable"
    assert app.get("/v1/summits").headers["Cache-Control"] == "no-cache"
    again = app.get(f"/v1/summits?known_at={recorded_at}", If_None_Match=past.headers["ETag"])
    assert (again.status_code, again.headers["Cache-Control"]) == (304, "max-age=604800, immutable")


def test_an_entry_that_is_not_in_the_local_store_comes_from_redis(
    make_app: Callable[..., App], redis_url: str
) -> None:
    app = make_app(redis_url=redis_url, cache_hot_bytes=0)
    app.get(LIST)
    again = app.get(LIST)
    assert (outcome(again), kept_in(again)) == ("hit", "redis")


def test_long_urls_take_no_more_memory_than_the_stores_may(
    make_app: Callable[..., App], redis_url: str
) -> None:
    bound, prefix = 200_000, "long-urls"
    app = make_app(redis_url=redis_url, cache_hot_bytes=bound, cache_prefix=prefix)
    present = [item["id"] for item in app.get("/v1/summits?fields=id").json["items"][:2]]
    for number in range(100):
        # A next link repeats the query, so the response is as long as its URL.
        absent = ",".join(f"absent-{number}-{'x' * 60}-{each}" for each in range(97))
        answer = app.get(f"/v1/summits?limit=1&id={','.join(present)},{absent}")
        assert (answer.status_code, outcome(answer)) == (200, "miss")
        assert len(answer.headers["Link"]) > 6_000
    stored = REGISTRY.get_sample_value("peninsula_cache_hot_bytes")
    assert stored is not None
    assert 0 < stored <= bound
    with Redis.from_url(redis_url) as redis:
        keys = list(redis.scan_iter(f"{prefix}:*"))
        assert len(keys) >= 100
        assert max(map(len, keys)) < 120
        assert min(redis.pttl(key) for key in keys) > 0
