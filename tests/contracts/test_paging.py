"""Paging: a walk through all pages sees what was there once, whatever is written meanwhile."""

from __future__ import annotations

import threading

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api
from tests.contracts.expected import bounds, folded
from tests.contracts.world import World

# Two thirds of these share a date, and so a place in the order.
DATES = ("2018-02-08", "2018-02-08", "2018-09-09")


@pytest.fixture
def parades(service: Api) -> Api:
    for number in range(9):
        service.make("parades", id=f"parade-{number}", date=DATES[number % 3])
    return service


@pytest.mark.parametrize("sort", ["date", "-date", "id", "-id", "recorded_at", "-recorded_at"])
@pytest.mark.parametrize("limit", [1, 2, 4])
def test_a_walk_neither_skips_nor_repeats_what_was_there_while_others_insert(
    parades: Api, sort: str, limit: int
) -> None:
    before = parades.ids("parades", {"sort": sort})
    seen: list[str] = []
    for number, page in enumerate(parades.pages("parades", {"sort": sort, "limit": limit})):
        seen += [item["id"] for item in page["items"]]
        if number < 9:
            # Before, amid and after where the walk stands: on the same dates, earlier and later.
            parades.make("parades", id=f"a-{number}", date=DATES[number % 3])
            parades.make("parades", id=f"z-{number}", date=("1950", "2018-02-08", "2030")[number % 3])
    assert len(seen) == len(set(seen))
    assert [each for each in seen if each.startswith("parade-")] == before


def test_paging_continues_from_a_record_that_was_deleted_meanwhile(parades: Api) -> None:
    before = parades.ids("parades")
    first = parades.read("parades?limit=3")
    parades.remove(f"parades/{first['items'][-1]['id']}")
    rest = parades.ids("parades", {"cursor": first["next_cursor"]})
    assert [item["id"] for item in first["items"]] + rest == before


def test_a_walk_at_one_instant_sees_that_instant_whatever_is_revised_or_deleted(parades: Api) -> None:
    instant = parades.read("parades?sort=-recorded_at&limit=1")["items"][0]["recorded_at"]
    for sort in ("-date", "-recorded_at", "recorded_at", "id"):
        asked = {"sort": sort, "known_at": instant}
        before = parades.items("parades", asked)
        seen = []
        for number, page in enumerate(parades.pages("parades", {**asked, "limit": 2})):
            seen += page["items"]
            last = f"parades/parade-{8 - number}"
            if parades.get(last).status_code == 200:
                parades.revise(last, date="1999-01-01", note=f"{sort} {number}")
                if number % 2:
                    parades.remove(last)
        assert seen == before


@pytest.mark.parametrize("path", a.BODIES)
def test_pages_of_any_size_in_any_order_together_are_the_list(peopled: tuple[Api, World], path: str) -> None:
    api, _ = peopled
    key = "name" if path in a.UNDATED else "date"
    for sort in (key, f"-{key}", "id", "-recorded_at"):
        whole = api.ids(path, {"sort": sort, "limit": 500})
        for limit in (1, 3, 50):
            assert api.ids(path, {"sort": sort, "limit": limit}) == whole


def test_a_list_that_fits_its_page_exactly_has_no_next_page(parades: Api) -> None:
    assert parades.read("parades?limit=9")["next_cursor"] is None
    assert parades.read("parades?limit=8")["next_cursor"] is not None


def test_a_cursor_is_good_for_pages_of_another_size_and_shape(parades: Api) -> None:
    cursor = parades.read("parades?limit=2")["next_cursor"]
    rest = parades.ids("parades")[2:]
    assert parades.ids("parades", {"cursor": cursor}) == rest
    page = parades.read("parades", {"cursor": cursor, "limit": 3, "fields": "id", "count": "true"})
    assert page["items"] == [{"id": each} for each in rest[:3]]
    assert page["total"] == 9


def test_a_cursor_is_good_with_the_defaults_written_out_and_parameters_in_another_order(parades: Api) -> None:
    cursor = parades.read("parades?limit=2&country=PRK&from=2018-01-01")["next_cursor"]
    rest = parades.ids("parades")[2:]
    assert parades.ids(f"parades?from=2018-01-01&sort=-date&cursor={cursor}&country=PRK") == rest


def test_a_cursor_is_good_at_every_worker_and_after_a_restart(parades: Api) -> None:
    cursor = parades.read("parades?limit=2")["next_cursor"]
    another = parades.restarted()
    try:
        assert another.ids("parades", {"cursor": cursor}) == parades.ids("parades")[2:]
    finally:
        another.close()


@pytest.mark.parametrize(
    "elsewhere",
    [
        "communications?limit=2",
        "parades?limit=2&sort=date",
        "parades?limit=2&sort=id",
        "parades?limit=2&country=PRK",
        "parades?limit=2&from=2018-01-01",
        "parades?limit=2&known_at=2020-01-01T00:00:00Z",
        "parades/parade-0/revisions?limit=2",
    ],
)
def test_a_cursor_of_another_list_order_filter_or_clock_is_refused(parades: Api, elsewhere: str) -> None:
    cursor = parades.read("parades?limit=2")["next_cursor"]
    answer = parades.get(elsewhere, {"cursor": cursor})
    assert answer.status_code == 400, answer.text
    assert answer.json["type"] == "/problems/invalid-cursor"


def test_a_cursor_of_another_record_s_history_is_refused(parades: Api) -> None:
    for number in (0, 1):
        parades.revise(f"parades/parade-{number}", note="Revised.")
    cursor = parades.read("parades/parade-0/revisions?limit=1")["next_cursor"]
    assert parades.get("parades/parade-1/revisions", {"cursor": cursor}).status_code == 400
    assert parades.get("parades", {"cursor": cursor}).status_code == 400
    assert parades.get("parades/parade-0/revisions", {"cursor": cursor}).status_code == 200


def test_an_altered_cursor_is_refused_or_means_the_same_place(parades: Api) -> None:
    cursor = parades.read("parades?limit=2")["next_cursor"]
    following = parades.read("parades", {"cursor": cursor})
    refused = 0
    for place in range(len(cursor)):
        for letter in "AQ.":
            altered = cursor[:place] + letter + cursor[place + 1 :]
            answer = parades.get("parades", {"cursor": altered})
            if answer.status_code == 200:
                # The last letter of Base64 has bits that mean nothing.
                assert answer.json == following
            else:
                assert (answer.status_code, answer.json["type"]) == (400, "/problems/invalid-cursor")
                refused += 1
    assert refused > 2 * len(cursor)


@pytest.mark.parametrize(
    "cursor",
    ["x", "W10", "W10.abc", ".", "null", "MQ.MQ", "%F0%9F%98%80", "eyJhIjoxfQ.c2ln", "0", "a" * 2000],
)
def test_a_cursor_that_was_made_up_is_refused(seeded: Api, cursor: str) -> None:
    for path in ("summits", "summits/singapore-2018/revisions"):
        answer = seeded.get(f"{path}?cursor={cursor}")
        assert answer.status_code == 400, answer.text
        assert answer.content_type == "application/problem+json"


def test_a_cursor_of_another_service_is_refused(make_service, tmp_path) -> None:
    # Copies of one database share its secret, as replicas do; a database made anew has its own.
    from service.app import create_app
    from service.settings import Settings
    from service.storage.migrate import migrate

    ours = make_service()
    chosen = Settings(database_url=f"sqlite:///{tmp_path / 'another.db'}")
    theirs = Api(create_app(chosen), {}, chosen)
    try:
        migrate(theirs.context.database)
        for number in range(2):
            ours.create("sources", a.source(id=f"source-{number}"))
        cursor = ours.read("sources?limit=1")["next_cursor"]
        assert theirs.get("sources", {"cursor": cursor}).status_code == 400
    finally:
        theirs.close()


def test_a_walk_while_another_thread_inserts_misses_and_repeats_nothing(parades: Api) -> None:
    before = parades.ids("parades")
    done = threading.Event()

    def insert() -> None:
        for number in range(20):
            parades.make("parades", id=f"other-{number}", date=DATES[number % 3])
        done.set()

    writer = threading.Thread(target=insert)
    writer.start()
    try:
        while True:
            finished = done.is_set()
            seen = parades.ids("parades", {"limit": 2})
            assert len(seen) == len(set(seen))
            assert [each for each in seen if each.startswith("parade-")] == before
            if finished:
                break
    finally:
        writer.join()
    assert len(seen) == 29


def test_records_without_a_date_are_paged_through_too(peopled: tuple[Api, World]) -> None:
    api, world = peopled
    sources = world.held("sources")
    assert any(bounds("sources", each) is None for each in sources)
    for sort in ("date", "-date"):
        assert len(api.ids("sources", {"sort": sort, "limit": 1})) == len(sources)


def test_records_that_share_a_name_are_paged_through_by_id(peopled: tuple[Api, World]) -> None:
    api, world = peopled
    names = [folded(each["name"]) for each in world.held("facilities")]
    assert len(names) > len(set(names))
    assert api.ids("facilities?limit=1") == api.ids("facilities?limit=500")
