"""Features of OGC API Features on both databases: what the index narrows, the clocks, the past, and the cache."""

from __future__ import annotations

from typing import Any

import pytest

from service.ogc import items
from tests.contracts.api import Api
from tests.contracts.factories import finding, step

ITEMS = "/ogc/collections/{}/items"
PLACES = {
    "sohae": (39.66, 124.705),
    "punggye-ri": (41.28, 129.08),
    "taveuni": (-16.85, 180.0),
    "nowhere": None,
}


@pytest.fixture(scope="module")
def record(shared: Api) -> Api:
    for name, at in PLACES.items():
        place: dict[str, Any] = {"country": "PRK"}
        if at:
            place |= {"latitude": at[0], "longitude": at[1]}
        kind = "satellite_launch_site" if name == "sohae" else "other"
        shared.make("facilities", id=name, name=name, kind=kind, place=place)
        shared.make(
            "observations",
            id=f"of-{name}",
            facility=name,
            date="2018-07-20",
            findings=[finding(component=None)],
        )
    steps = [step("proposed", "2018-03-08"), step("cancelled", "2018-05-24"), step("held", "2018-06-12")]
    shared.make("summits", id="singapore", date="2018-06-12", steps=steps)
    return shared


def found(record: Api, collection: str, **query: Any) -> set[str]:
    answer = record.get(ITEMS.format(collection), query)
    assert answer.status_code == 200, answer.text
    assert answer.json["numberReturned"] == len(answer.json["features"])
    return {each["id"] for each in answer.json["features"]}


@pytest.mark.parametrize(
    ("box", "inside"),
    [
        ("124,39,125,40", {"sohae"}),
        ("124.705,39.66,124.705,39.66", {"sohae"}),
        ("179,-17,-179,-16", {"taveuni"}),
        ("-180,-17,-179,-16", {"taveuni"}),
        ("-180,-90,180,90", {"sohae", "punggye-ri", "taveuni"}),
        ("0,0,1,1", set()),
    ],
)
def test_a_box_finds_what_lies_in_it_and_what_has_no_place(record: Api, box: str, inside: set[str]) -> None:
    query = {"bbox": box, "id": "", "limit": 500}
    del query["id"]
    ours = set(PLACES)
    assert found(record, "facilities", **query) & ours == inside | {"nowhere"}
    of_ours = {f"of-{each}" for each in ours}
    expected = {f"of-{each}" for each in inside | {"nowhere"}}
    assert found(record, "observations", **query) & of_ours == expected


def test_a_box_at_an_older_change_is_that_of_the_places_then(make_service: Any) -> None:
    api = make_service()
    api.make("facilities", id="moved", place={"country": "PRK", "latitude": 1.0, "longitude": 1.0})
    api.make("observations", id="seen", facility="moved", findings=[finding(component=None)])
    then = api.get("observations/seen").json["recorded_at"]
    record = api.get("facilities/moved")
    place = record.json["place"] | {"latitude": 50.0, "longitude": 50.0}
    changed = api.patch("facilities/moved", {"place": place}, headers={"If-Match": record.headers["ETag"]})
    assert changed.status_code == 200, changed.text
    for collection, name in (("facilities", "moved"), ("observations", "seen")):
        assert name in found(api, collection, bbox="49,49,51,51")
        assert name not in found(api, collection, bbox="0,0,2,2")
        assert name in found(api, collection, bbox="0,0,2,2", known_at=then)
        assert name not in found(api, collection, bbox="49,49,51,51", known_at=then)
        one = api.get(f"{ITEMS.format(collection)}/{name}", {"known_at": then})
        assert one.json["geometry"]["coordinates"] == [1.0, 1.0]


def test_properties_select_by_the_index_and_without_it(record: Api) -> None:
    assert found(record, "facilities", kind="satellite_launch_site") == {"sohae"}
    assert found(record, "facilities", name="sohae", revision=1) == {"sohae"}
    assert found(record, "facilities", name="sohae", kind="other") == set()
    assert found(record, "observations", facility="sohae") == {"of-sohae"}
    assert found(record, "facilities", filter="kind = 'other'", name="taveuni") == {"taveuni"}


def test_the_status_of_a_summit_is_as_of_the_last_day_of_datetime(record: Api) -> None:
    def status(**query: str) -> str:
        features = record.get(ITEMS.format("summits"), query).json["features"]
        return next(each["properties"]["status"] for each in features if each["id"] == "singapore")

    assert status() == "held"
    assert status(datetime="2018-06-12/..") == "held"
    assert status(datetime="2018-06-12T10:00:00Z") == "held"
    assert found(record, "summits", datetime="2018-05-25") == set()
    assert "singapore" in found(record, "summits", status="held")
    assert "singapore" in found(
        record, "summits", filter="status = 'held' AND status_since = DATE('2018-06-12')"
    )


@pytest.mark.parametrize(
    "query", [{}, {"filter": "name LIKE '%'"}, {"filter": "NOT name = 'taveuni'"}], ids=str
)
def test_pages_skip_and_repeat_nothing(record: Api, query: dict[str, str]) -> None:
    whole = record.get(ITEMS.format("facilities"), {"limit": 500} | query).json["features"]
    pages, path = [], f"{ITEMS.format('facilities')}?limit=2"
    answer = record.get(path, query)
    while True:
        pages += answer.json["features"]
        following = [each["href"] for each in answer.json["links"] if each["rel"] == "next"]
        if not following:
            break
        assert len(answer.json["features"]) == 2
        answer = record.get("/ogc" + following[0].partition("/ogc")[2])
    assert pages == whole


def test_a_page_that_has_read_enough_ends_and_links_the_next(
    record: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(items, "_CHUNK", 2)
    monkeypatch.setattr(items, "_MOST_READ", 2)
    names, answer = [], record.get(ITEMS.format("facilities"), {"filter": "name = 'taveuni'"})
    requests = 1
    while following := [each["href"] for each in answer.json["links"] if each["rel"] == "next"]:
        names += [each["id"] for each in answer.json["features"]]
        answer = record.get("/ogc" + following[0].partition("/ogc")[2])
        requests += 1
    names += [each["id"] for each in answer.json["features"]]
    assert names == ["taveuni"]
    assert requests > 2


def test_features_are_tagged_revalidated_and_answered_to_head(record: Api) -> None:
    for path in (
        "/ogc",
        "/ogc/collections",
        ITEMS.format("facilities"),
        ITEMS.format("facilities") + "/sohae",
    ):
        answer = record.get(path)
        assert answer.headers["Cache-Status"].startswith("peninsula; ")
        again = record.get(path, headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
        head = record.head(path)
        assert head.headers["Content-Length"] == str(len(answer.data))
        assert record.get(path, headers={"Cache-Control": "no-cache"}).data == answer.data


def test_a_write_is_seen_in_the_features_at_once(make_service: Any) -> None:
    api = make_service()
    api.make("facilities", id="first", name="First")
    before = found(api, "facilities")
    api.make("facilities", id="second", name="Second")
    assert found(api, "facilities") - before == {"second"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/ogc/collections/sources", 404),
        ("/ogc/collections/facilities/items/no-such", 404),
        ("/ogc/collections/facilities/items/Not_An_Id", 404),
        ("/ogc/collections/facilities/items?filter=name%20=", 400),
        ("/ogc/collections/facilities/items?filter-lang=cql2-json&filter=true", 400),
        ("/ogc/collections/facilities/items?kind=castle", 400),
        ("/ogc/collections/facilities/items?declared=perhaps", 400),
        ("/ogc/collections/facilities/items?published_until=2018-01-01", 400),
        ("/ogc/collections/facilities/items?known_at=2999-01-01T00:00:00Z", 400),
        ("/ogc/collections/facilities/items?format=json", 406),
        ("/ogc/collections/facilities/", 404),
    ],
)
def test_what_is_not_there_or_not_understood_is_refused_with_a_problem(
    record: Api, path: str, status: int
) -> None:
    refused = record.get(path)
    assert refused.status_code == status
    assert refused.content_type == "application/problem+json"
    assert refused.json["detail"]


def test_a_deleted_record_is_gone_as_a_feature(make_service: Any) -> None:
    api = make_service()
    api.make("parades", id="parade")
    tag = api.get("parades/parade").headers["ETag"]
    assert api.delete("parades/parade", headers={"If-Match": tag}).status_code == 204
    assert api.get(ITEMS.format("parades") + "/parade").status_code == 410
    assert found(api, "parades") == set()


def test_writes_are_not_offered(record: Api) -> None:
    assert record.post(ITEMS.format("facilities"), {}).status_code == 405
