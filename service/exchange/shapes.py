"""The shapes of what an import takes and answers."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.exchange.columns import APPEARANCES, OBSERVATIONS
from service.exchange.entries import OUTCOMES
from service.web import answer_fields as answered
from service.web import problem_catalogue as kinds
from service.web.failures import Failure
from service.web.operation import TextBody
from service.web.problem_shapes import ProblemSchema, ValidationProblem

LINES = TextBody(
    "One record a line, a JSON object with its `type` and `id`.",
    '{"type":"source","id":"a-report","title":"A report","kind":"report","published":"2018"}\n',
)
TABLE = TextBody(
    f"A table of observations ({','.join(OBSERVATIONS)}) or of appearances ({','.join(APPEARANCES)}); columns may be "
    "left out.",
    "parade,system,presence,basis,source\nnorth-korea-2018-09-09,hwasong-14,absent,stated,a-report\n",
)


class LineError(Schema):
    """An error or a warning of a line."""

    pointer = answered.pointer(
        "JSON Pointer (RFC 6901) to the place in the line's record; empty for the whole."
    )
    code = answered.text("What is wrong, for programs.", pattern="^[a-z0-9_]+$")
    detail = answered.text("What is wrong, for people.")
    line = answered.number("Number of the line, from 1; where a problem lists the errors.", 1, optional=True)
    column = fields.Raw(
        metadata={
            "description": "Where in the line: the column where reading stopped, of a table the name of the column.",
            "type": ["integer", "string"],
            "minimum": 1,
            "optional": True,
        }
    )


class ImportResult(Schema):
    """What came of a line."""

    line = answered.number("Number of the line, from 1.", 1)
    result = answered.choice("What was done.", *OUTCOMES)
    type = answered.text("Type of the record, as far as the line tells it.", optional=True)
    id = answered.text("Id of the record, as far as the line tells it.", optional=True)
    revision = answered.number(
        "Number of the record's revision now; null in a dry run.", 1, optional=True, nullable=True
    )
    seq = answered.number(
        "Number of the change that made it; null in a dry run.", 1, optional=True, nullable=True
    )
    errors = answered.many(LineError, "Its errors.", least=1, optional=True)
    errors_truncated = answered.flag("The line has more errors than are listed.", optional=True, const=True)
    warnings = answered.many(
        LineError,
        "What the record that was replaced had and no longer has: fewer items of a list, fewer citations.",
        least=1,
        optional=True,
    )


class ImportReport(Schema):
    """What came of an import."""

    mode = answered.choice("The mode asked for.", "atomic", "best_effort")
    dry_run = answered.flag("Whether nothing was kept.")
    results = answered.many(
        ImportResult,
        "What came of each line, in order. Where these are too many for one answer, lines with errors or warnings come "
        "before others.",
    )
    results_omitted = answered.number("How many lines are not listed in `results`.")
    vars().update({name: answered.number(f"How many lines are {name}.") for name in OUTCOMES})


class ImportProblem(ValidationProblem):
    """An import of which nothing was kept (RFC 9457)."""

    type = answered.text("The kind of problem: a URL that explains it.", const=kinds.IMPORT_REFUSED.type)
    errors = answered.many(LineError, "The errors of all lines, each with its line.", least=1)


NOT_IMPORTED = Failure(
    "NotImported",
    (kinds.IMPORT_REFUSED, kinds.IDEMPOTENCY_KEY_REUSED),
    shapes=(ImportProblem, ProblemSchema),
)
