"""The operations across record types, and those of the service itself: index, feed, health, problems, this page."""

from __future__ import annotations

from service.openapi import problems
from service.openapi.examples import Examples
from service.openapi.exchange import describe_exchange
from service.openapi.headers import sent, taken
from service.openapi.operations import NOT_MODIFIED, Operation, answer, view
from service.openapi.parameters import QueryParameters, format_parameter_of
from service.openapi.problems import Failures
from service.openapi.schemas import Node, Schemas, ref
from service.records.http.routes import Resource
from service.web import problem_catalogue as kinds
from service.web.html import HTML
from service.web.negotiation import JSON

SERVICE_TAG = "service"
VIEWS_TAG = "views"
YAML_TYPE = "application/yaml"
HTML_TYPE = "text/html; charset=utf-8"
ASSET_TYPES = ("text/css; charset=utf-8", "text/javascript; charset=utf-8", "image/png")
_READ_HEADERS = ("ETag", "Vary", "Cache-Control", "Content-Encoding")
_KEPT_HEADERS = (*_READ_HEADERS, "Cache-Status", "Age")
_CONDITIONAL = ("If-None-Match",)


def _read(
    operation_id: str,
    summary: str,
    description: str,
    found: Node,
    *more: problems.Failure,
    is_page: bool = False,
) -> Operation:
    failures = (problems.BAD_REQUEST, problems.PRECONDITION_FAILED, *problems.ANY_REQUEST, *more)
    if not is_page:
        failures += (problems.NOT_ACCEPTABLE,)
    answers = {"200": found, "304": NOT_MODIFIED}
    return Operation(operation_id, summary, description, failures, answers, taken(*_CONDITIONAL))


def describe_shared(
    resource: Resource,
    method: str,
    schemas: Schemas,
    examples: Examples,
    failures: Failures,
    query: QueryParameters,
) -> Node:
    """Return the Operation Object of a resource across record types and a method.

    Raises ``KeyError`` for one that does not say what it answers.
    """
    index = answer("What there is.", ref("ServiceIndex"), *_KEPT_HEADERS)
    feed = answer(
        "A stretch of the feed.", ref("ChangeList"), *_KEPT_HEADERS, "Link", example=examples.changes()
    )
    known = {
        "index": _read(
            "getIndex", "See what there is", "Links to every list, and to what else there is.", index
        ),
        "changes": _read(
            "listChanges",
            "Follow the changes",
            "Every create, update and delete, once and in order. Keep the last `next_after` and `next_chain`: who goes "
            "on from there misses nothing and sees nothing twice, and is told (410) where the service was restored "
            "from a backup. `Link` has a `next` only while there is more. A filter tells of the records that meet it "
            "after a change or met it before; at most ten thousand changes are looked through for one answer, which "
            "may then be empty and have a `next`.",
            feed,
            problems.NOT_RETAINED,
        ),
    }
    tag, found = SERVICE_TAG, known.get(resource.endpoint)
    if resource.answers:
        tag, found = VIEWS_TAG, view(schemas, resource, method)
    declared = resource.parameters[method].declared
    return (found or describe_exchange(resource)).described(tag, query.all_of(declared), failures)


def _with_page(found: Node) -> Node:
    """Return an answer that browsers get as a page."""
    page: Node = {HTML.media_type.partition(";")[0]: {"schema": {"type": "string"}}}
    policy = sent("Content-Security-Policy")
    return found | {"content": found["content"] | page, "headers": found["headers"] | policy}


def service_paths(failures: Failures) -> dict[str, Node]:
    """Return the Path Items of what is no record: health, kinds of problem, the description and its page."""
    problem = [ref("ProblemKind"), ref("ProblemKindList")]
    kind = kinds.NOT_FOUND
    shown = {"type": kind.type, "title": kind.title, "status": kind.status, "explanation": kind.explanation}
    slug: Node = {
        "name": "slug",
        "in": "path",
        "required": True,
        "description": "What follows `/problems/` in the `type` of a problem.",
        "schema": {"type": "string", "enum": list(kinds.CATALOGUE)},
        "example": kind.slug,
    }
    asset: Node = {
        "name": "asset",
        "in": "path",
        "required": True,
        "description": "Name of a file of the page.",
        "schema": {"type": "string", "enum": list(ASSETS)},
        "example": "docs.css",
    }
    text: Node = {"type": "string"}
    of_kind = _with_page(answer("The kind of problem.", problem[0], *_READ_HEADERS, example=shown))
    of_kinds = _with_page(answer("All kinds.", problem[1], *_READ_HEADERS, example={"problems": [shown]}))
    index = _with_page(answer("What there is.", ref("ServiceIndex"), *_KEPT_HEADERS))
    format_of_pages = format_parameter_of((JSON, HTML))
    yaml = answer("OpenAPI 3.1, in YAML.", {"type": "object"}, *_READ_HEADERS, media_type=YAML_TYPE)
    json = answer("OpenAPI 3.1, in JSON.", {"type": "object"}, *_READ_HEADERS)
    page = answer("The page.", text, *_READ_HEADERS, "Content-Security-Policy", media_type="text/html")
    files: Node = {
        "description": "The file.",
        "headers": sent(*_READ_HEADERS),
        "content": {each.partition(";")[0]: {"schema": {}} for each in ASSET_TYPES},
    }
    described = "Generated from the code that answers."
    found: dict[str, tuple[Operation, list[Node]]] = {
        "/": (
            _read(
                "getHome",
                "Arrive",
                "For a browser a page that says where to go; else what `/v1` answers.",
                index,
            ),
            [format_of_pages],
        ),
        "/problems": (
            _read("listProblems", "List the kinds of problem", "All there are.", of_kinds),
            [format_of_pages],
        ),
        "/problems/{slug}": (
            _read(
                "getProblem",
                "Explain a kind of problem",
                "Where the `type` of a problem leads.",
                of_kind,
                problems.NOT_FOUND,
            ),
            [slug, format_of_pages],
        ),
        "/openapi.yaml": (_read("getOpenapiYaml", "Get this description in YAML", described, yaml), []),
        "/openapi.json": (_read("getOpenapiJson", "Get this description in JSON", described, json), []),
        "/docs": (
            _read(
                "getDocs", "Read and try this API", "A page that needs no other server.", page, is_page=True
            ),
            [],
        ),
        "/docs/{asset}": (
            _read(
                "getDocsAsset",
                "Get a file of the page",
                "Style, script or icon.",
                files,
                problems.NOT_FOUND,
                is_page=True,
            ),
            [asset],
        ),
        "/healthz": (_health(), []),
        "/readyz": (_readiness(), []),
        "/metrics": (_metrics(), []),
    }
    return {
        path: {"get": each.described(SERVICE_TAG, parameters, failures)}
        for path, (each, parameters) in found.items()
    }


ASSETS: dict[str, str] = {
    "swagger-ui.css": ASSET_TYPES[0],
    "swagger-ui-bundle.js": ASSET_TYPES[1],
    "docs.css": ASSET_TYPES[0],
    "docs.js": ASSET_TYPES[1],
    "favicon-32x32.png": ASSET_TYPES[2],
}
"""The files of the page and their media types."""


def _health() -> Operation:
    found = answer(
        "It answers.", ref("Health"), "Cache-Control", example={"status": "ok"}, media_type=JSON.media_type
    )
    return Operation(
        "getHealth",
        "Ask whether the process lives",
        "Says nothing of what it rests on, so that nobody restarts it in vain.",
        (problems.BAD_REQUEST, *problems.ANY_PROBE),
        {"200": found},
    )


def _readiness() -> Operation:
    dependencies = {"database": {"status": "ok", "required": True}}
    ready = {"status": "ready", "dependencies": dependencies}
    return Operation(
        "getReadiness",
        "Ask whether the service can do its work",
        "Each dependency by name.",
        (problems.BAD_REQUEST, *problems.ANY_PROBE),
        {"200": answer("It can.", ref("Readiness"), "Cache-Control", example=ready)},
    )


def _metrics() -> Operation:
    described = answer("All metrics.", {"type": "string"}, "Cache-Control", media_type="text/plain")
    return Operation(
        "getMetrics",
        "Read the metrics",
        "For Prometheus: requests and their duration, the database, how old the record is.",
        (problems.BAD_REQUEST, *problems.ANY_PROBE),
        {"200": described},
    )
