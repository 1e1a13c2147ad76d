"""The shapes of problem documents (RFC 9457): those of any kind, and those that list the errors of a body."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from service.web import answer_fields as answered
from service.web import problem_catalogue as kinds
from service.web.problem_catalogue import CATALOGUE

_TYPES = ", ".join(f"`{kind.type}`" for kind in sorted(CATALOGUE.values(), key=lambda kind: kind.slug))
_STATUS = "The status of the answer."
_CODE = "^[a-z0-9_]+$"
# What ``/readyz`` may find a dependency to be.
DEPENDENCY_STATES = (
    "ok", "unavailable", "damaged", "changes_missing", "not_migrated", "not_indexed", "not_a_replica"
)  # fmt: skip


class BodyError(Schema):
    """An error in a body."""

    pointer = answered.pointer("JSON Pointer (RFC 6901) to the place in the body; empty for the whole.")
    code = answered.text("What is wrong, for programs.", pattern=_CODE)
    detail = answered.text("What is wrong, for people.")


class ParameterError(Schema):
    """An error in a query parameter."""

    parameter = answered.text("Name of the query parameter.")
    code = answered.text("What is wrong, for programs.", pattern=_CODE)
    detail = answered.text("What is wrong, for people.")


class AvailableRepresentation(Schema):
    """A representation."""

    format = answered.text("Its name in `format`.")
    media_type = answered.text()


class ReferringPlace(Schema):
    """A place in a record that names this one."""

    type = answered.text()
    id = answered.text()
    pointer = answered.pointer()
    self = answered.url()


class _AnyProblem(Schema):
    """What all problems have."""

    type = answered.url(
        f"The kind of problem: a URL that explains it: {_TYPES}. Later releases may add others."
    )
    title = answered.text("The kind of problem, in words.")
    status = fields.Integer(metadata={"description": _STATUS}, validate=validate.Range(400, 599))
    detail = answered.text("What is wrong with this request, for people.")
    instance = answered.url("The path of the request.")
    errors_truncated = answered.flag("There are more errors than are listed.", optional=True, const=True)
    errors_total = answered.number("How many errors there are, where they were counted.", 1, optional=True)


class ValidationProblem(_AnyProblem):
    """A body that is not a valid record (RFC 9457)."""

    type = answered.text("The kind of problem: a URL that explains it.", const=kinds.VALIDATION_FAILED.type)
    status = fields.Integer(metadata={"description": _STATUS, "const": 422})
    errors = answered.many(BodyError, "The errors of the body.", least=1)


class Dependency(Schema):
    """Something that the service rests on."""

    status = answered.choice("", *DEPENDENCY_STATES)
    required = answered.flag("Whether the service is not ready without it.")


class Dependencies(Schema):
    """Each by name."""

    database = answered.part(Dependency, "The record.")
    replica = answered.part(
        Dependency, "The replica that answers reads; only where one is set.", optional=True
    )
    redis = answered.part(Dependency, "The shared cache; only where one is set.", optional=True)


class ProblemSchema(_AnyProblem):
    """What went wrong (RFC 9457)."""

    errors = answered.many(ParameterError, "What is wrong with which parameter.", least=1, optional=True)
    line = answered.number("Line of the body where reading stopped.", 1, optional=True)
    column = answered.number("Column of that line.", 1, optional=True)
    available = answered.many(AvailableRepresentation, "The representations that there are.", optional=True)
    record = answered.url("The URL of the record that has the id.", optional=True)
    referenced_by = answered.many(ReferringPlace, "The places that name the record.", optional=True)
    last_revision = answered.url("The last content of the deleted record.", optional=True)
    deleted_at = answered.instant("When it was deleted.", optional=True)
    reason = answered.text("Why it was deleted, in the words of who did.", optional=True, nullable=True)
    oldest_after = answered.number("The least `after` that the feed still answers.", optional=True)
    last_seq = answered.number("The newest change number of the feed.", optional=True)
    max_bytes = answered.number("The longest body that is taken.", optional=True)
    max_lines = answered.number("The most lines that an import takes.", optional=True)
    policy = answered.choice("The rate limit that is used up.", "read", "write", optional=True)
    request_id = answered.text("The id under which this is logged.", optional=True)
    dependencies = answered.part(Dependencies, "Each by name.", optional=True)
