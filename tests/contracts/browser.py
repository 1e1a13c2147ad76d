"""What a browser sends, and a page of each kind that there is."""

from __future__ import annotations

import re

from service.web.resource import resources_of
from tests.contracts.api import Api
from tests.openapi.contract import IN_PATHS

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"}
# What has no page, and why.
NO_PAGES = {
    "/static/<name>": "is loaded by a page",
    "/llms.txt": "is named as a file, and text",
    "/robots.txt": "is named as a file, and text",
    "/openapi.json": "is named as a file",
    "/openapi.yaml": "is named as a file",
    "/metrics": "is text by the standard of Prometheus",
}


def pages_of(api: Api) -> dict[str, str]:
    """The path of a page of each kind, by the rule of its URL: of records the first of its list."""
    rules = {each.rule for each in resources_of(api.app) if "GET" in each.operations}
    assert rules >= NO_PAGES.keys()
    return {rule: _path(api, rule) for rule in sorted(rules - NO_PAGES.keys())}


def _path(api: Api, rule: str) -> str:
    kind = re.match(r"/(?:v1|ogc/collections)/(\w+)/", rule)
    if "<id>" in rule and kind:
        rule = rule.replace("<id>", api.read(f"/v1/{kind[1]}?limit=1")["items"][0]["id"])
    return re.sub(r"<(?:int:)?(number|slug|operation|shape)>", lambda match: IN_PATHS[match[1]], rule)
