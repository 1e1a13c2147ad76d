"""How programs find out what there is: ``/llms.txt`` for language models, the API catalog for machines (RFC 9727)."""

from __future__ import annotations

from functools import partial

from service.records.context import Context
from service.web.identity import base_url
from service.web.links import link_header
from service.web.negotiation import JSON, Representation
from service.web.operation import Answer, Success
from service.web.resource import Resource, Values

CATALOG = "/.well-known/api-catalog"
_PROFILE = "https://www.rfc-editor.org/info/rfc9727"
_TEXT = Representation("text", "text/plain; charset=utf-8", lambda answer: answer.content.encode())
_LINKSET = Representation("linkset", f'application/linkset+json; profile="{_PROFILE}"', JSON.write)

_ABOUT = """\
# Peninsula

> The sourced, dated record of diplomacy and denuclearisation on the Korean Peninsula: leaders' summits and the letters
> and statements around them, military parades and the weapon systems that they showed or left out, and the status of
> nuclear and missile facilities as read from satellite imagery. Every statement has citations with the quoted words.

## Rules for answers

- Give the quote and the source of what you tell. The header `Link: rel="cite-as"` is the URL that keeps an answer.
- What is not recorded is unknown: `unrecorded` and `unknown` do not mean that something was absent. `absent` does.
- `as_of=2018-09-10` asks what was so on that day; `published_until=` what the public could know by a day; `known_at=`
  what this service held at an instant. `left_out` counts what the clocks leave out.
- An error is `application/problem+json`; its `detail` says what to do.

## Tools

- [Model Context Protocol]({base}/mcp): `POST` only, no session, no key; `search`, `situation`, `facility_status`,
  `compare_parades`, `timeline`, `get_record`, `what_changed`, `cite`, each answer below 8 kB.

## Views

- [Situation on a day]({base}/v1/situation?as_of=2018-09-10)
- [Status of a facility]({base}/v1/facilities/sohae/status?as_of=2018-09-10)
- [A parade compared with the one before]({base}/v1/parades/north-korea-2018-09-09/comparison)
- [Timeline around a record]({base}/v1/timeline?near=summits/singapore-2018&days=60)
- [Search]({base}/v1/search?q=hwasong)
- [What changed]({base}/v1/changes)

## Lists of records

{lists}

## Lists of parts of records

{parts}

## Description

- [OpenAPI of the reads, short]({base}/openapi.json?detail=reads), [of everything]({base}/openapi.json)
- [The same to read and try]({base}/docs)
- [Kinds of problem]({base}/problems)
"""


def resources(context: Context) -> list[Resource]:
    """Return the resources by which programs find the others."""
    return [
        Resource("/llms.txt", "discovery.llms", offered=(_TEXT,)).on(
            "GET", partial(get_llms_text, context), answers={200: Success("The text, in Markdown.", str)}
        ),
        Resource(CATALOG, "discovery.catalog", offered=(_LINKSET,)).on(
            "GET", partial(get_api_catalog, context), answers={200: Success("The links.", dict, ("Link",))}
        ),
    ]


def get_llms_text(context: Context, _: Values) -> Answer:
    """Read what this is, as a language model.

    Markdown in the form of llmstxt.org.
    """
    base, registry = base_url(context.settings), context.registry
    return Answer(
        _ABOUT.format(
            base=base,
            lists="\n".join(f"- [{each.path}]({base}/v1/{each.path})" for each in registry),
            parts="\n".join(f"- [{name}]({base}/v1/{name})" for name in registry.part_lists),
        )
    )


def get_api_catalog(context: Context, _: Values) -> Answer:
    """See which APIs there are.

    A set of links (RFC 9264) from each API to its description, its documentation and its state.
    """
    base = base_url(context.settings)

    def leads(path: str, media_type: str) -> list[dict[str, str]]:
        return [{"href": f"{base}{path}", "type": media_type}]

    apis = [
        {
            "anchor": f"{base}/v1",
            "service-desc": leads("/openapi.json", "application/json"),
            "service-doc": leads("/docs", "text/html"),
            "status": leads("/readyz", "application/json"),
        },
        {
            "anchor": f"{base}/ogc",
            "service-desc": leads("/ogc/api/3.1", "application/vnd.oai.openapi+json;version=3.1"),
            "service-doc": leads("/docs", "text/html"),
            "status": leads("/readyz", "application/json"),
        },
        {"anchor": f"{base}/mcp", "service-doc": leads("/llms.txt", "text/plain")},
    ]
    items = [{"href": each["anchor"]} for each in apis]
    catalog = {"anchor": f"{base}{CATALOG}", "item": items}
    return Answer({"linkset": [catalog, *apis]}, {"Link": link_header({"api-catalog": CATALOG})})
