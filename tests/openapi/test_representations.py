"""What each resource of the application offers and what openapi.yaml says cannot differ."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from service.app import make_context, make_resources
from service.settings import Settings
from service.web.negotiation import Representation
from service.web.resource import Resource
from tests.openapi.conftest import CheckedService
from tests.openapi.contract import IN_PATHS, Contract
from tests.servers import REPOSITORY

RESOURCES = [
    each
    for each in make_resources(make_context(Settings(database_url="sqlite:///none.db")))
    if "GET" in each.operations
]
OFFERED = [(resource, each) for resource in RESOURCES for each in resource.operations["GET"].offered]
# What a resource cannot be asked without.
QUERIES = {"/v1/search": "q=kim"}


def url_of(seeded: CheckedService, resource: Resource, query: str) -> str:
    """A URL of the resource that has an answer in the seed set."""
    names = dict(IN_PATHS)
    if "<id>" in resource.rule:
        listed = seeded.send("GET", f"/v1/{resource.tag}", headers={"Accept": "application/json"})
        names["id"] = listed.json["items"][0]["id"]
    path = re.sub(r"<(?:\w+:)?(\w+)>", lambda match: names[match[1]], resource.rule)
    asked = "&".join(each for each in (QUERIES.get(resource.rule, ""), query) if each)
    return f"{path}?{asked}" if asked else path


def described_types(contract: Contract, resource: Resource) -> set[str]:
    path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", resource.rule)
    return set(contract.operation("GET", path)["responses"]["200"]["content"])


@cache
def documented_formats() -> dict[str, dict[str, str]]:
    """What the table of docs/formats.md says of each path, by the name of each format."""
    text = (REPOSITORY / "docs" / "formats.md").read_text()
    header, _, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    names = [each.split(", ") for each in header[1:]]
    return {
        path: {name: cell for group, cell in zip(names, cells, strict=True) for name in group}
        for about, *cells in rows
        for path in re.findall(r"`([^`]+)`", about)
    }


def bare(media_type: str) -> str:
    return media_type.partition(";")[0]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda each: each.rule)
def test_what_a_resource_offers_is_what_the_description_says(contract: Contract, resource: Resource) -> None:
    operation = resource.operations["GET"]
    offered = {each.bare_media_type for each in operation.offered}
    offered = offered or {bare(each) for each in operation.answers[200].media_types}
    described = described_types(contract, resource)
    assert offered == described, (
        f"{resource.rule} offers {sorted(offered - described)} that openapi.yaml does not describe, or does not offer "
        f"{sorted(described - offered)} that it does: run make openapi"
    )
    formats = [
        contract.resolve(each)["schema"]["enum"]
        for each in contract.operation("GET", re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", resource.rule))[
            "parameters"
        ]
        if contract.resolve(each)["name"] == "format"
    ]
    assert formats == ([[each.name for each in operation.offered]] if operation.offered else [])


@pytest.mark.parametrize(
    "resource", [each for each in RESOURCES if each.rule.startswith("/v1")], ids=lambda each: each.rule
)
def test_the_table_of_formats_in_the_documentation_is_what_a_resource_offers(resource: Resource) -> None:
    documented = documented_formats()
    path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", resource.rule)
    generic = re.sub(r"^/v1/[a-z]+(?=$|/\{id\}($|/revisions))", "/v1/{records}", path)
    cells = documented.get(path) or documented[generic]
    names = {"yes", resource.tag, resource.rule.rpartition("/")[2]}
    told = {name for name, cell in cells.items() if names & set(re.findall(r"\w+", cell))}
    offered = {each.name for each in resource.operations["GET"].offered if not each.is_page}
    assert told == offered, f"mend the row of {path} in docs/formats.md: it is answered as {sorted(offered)}"


@pytest.mark.parametrize(
    ("resource", "representation"), OFFERED, ids=lambda each: getattr(each, "rule", None) or each.name
)
def test_each_representation_is_answered_by_name_and_by_accept_as_described(
    seeded: CheckedService, resource: Resource, representation: Representation
) -> None:
    by_name = seeded.send("GET", url_of(seeded, resource, f"format={representation.name}"))
    accept = {"Accept": bare(representation.media_type)}
    by_accept = seeded.send("GET", url_of(seeded, resource, ""), headers=accept)
    for answer in (by_name, by_accept):
        # What it says beyond that, its shape too, the service checks against the description as it answers.
        assert answer.status_code == 200
        assert answer.content_type == representation.media_type
        assert answer.headers["ETag"]
        assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize("resource", [each for each in RESOURCES if each.offered], ids=lambda each: each.rule)
def test_a_representation_that_is_not_offered_is_not_acceptable(
    seeded: CheckedService, resource: Resource
) -> None:
    refused = seeded.send("GET", url_of(seeded, resource, "format=nothing"))
    assert refused.status_code == 406
    assert [each["format"] for each in refused.json["available"]] == [
        each.name for each in resource.operations["GET"].offered
    ]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda each: each.rule)
def test_each_resource_has_words_of_its_own(resource: Resource) -> None:
    names: list[Any] = []
    for method in resource.operations:
        name, summary, description = resource.words(method)
        names.append(name)
        assert re.fullmatch(r"[a-z]+([A-Z][a-z0-9]*)+", name)
        assert all((summary, description)), f"{name}: the docstring of its view needs a first line and a text"
        assert not {"{", "}"} & set(summary + description)
    assert len(set(names)) == len(names)
