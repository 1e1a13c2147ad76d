"""Coverage as a data set tells it: for each type of records, from when until when the record was looked after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import ValidationError

from service.records.schemas.field_errors import FieldError, echo, escape, flatten, json_type
from service.records.schemas.fields import Many, Text
from service.records.schemas.notations import CalendarDate
from service.records.schemas.parts import FieldErrors
from service.records.schemas.record_part import Data, RecordPart, rule
from service.suggestions import nearest

Coverage = Mapping[str, dict[str, Any]]
"""By the name of a record type what ``TypeCoverage`` has."""


class InvalidCoverage(Exception):
    """What is not the coverage of record types; ``errors`` has a pointer and a sentence for each error."""

    def __init__(self, errors: list[tuple[str, str]]) -> None:
        super().__init__("\n".join(f"{pointer}: {detail}" for pointer, detail in errors))
        self.errors = errors

    def lines(self, file: str) -> list[str]:
        """Return a line for each error, with the file that it is in."""
        return [": ".join(part for part in (file, *error) if part) for error in self.errors]


def from_day() -> CalendarDate:
    """Return the field for the first day covered."""
    return CalendarDate("The day from which on records were looked for; null where it was not told.")


def missing_records(**options: Any) -> Many:
    """Return the field for what is known to be missing."""
    return Many(Text(), "What is known to be missing between the two days, a sentence each.", **options)


class TypeCoverage(RecordPart):
    """From when until when the records of a type were looked after."""

    vars()["from"] = from_day()
    until = CalendarDate("The day up to which records were looked for.", required=True)
    missing = missing_records()

    @rule
    def until_is_not_before_from(self, data: Data, _: Data) -> FieldErrors:
        begins, ends = data.get("from"), data.get("until")
        if begins and ends and ends < begins:
            detail = f"Must not be before from, {begins}."
            yield ("until",), FieldError("out_of_order", detail)


def validated(types: Iterable[str], content: Any) -> Coverage:
    """Return coverage, an object by the names of record types, as it is stored; raises ``InvalidCoverage``.

    Types may be left out: nothing is known of those.
    """
    names = list(types)
    if not isinstance(content, dict):
        raise InvalidCoverage(
            [("", f"Must have a member for each record type, not be {json_type(content)}.")]
        )
    errors: list[tuple[str, str]] = []
    found: dict[str, dict[str, Any]] = {}
    for name, told in content.items():
        pointer = f"/{escape(str(name))}"
        if name not in names:
            errors.append((pointer, _unknown(str(name), names)))
            continue
        try:
            found[name] = TypeCoverage().load(told)
        except ValidationError as error:
            errors += [(each["pointer"], each["detail"]) for each in flatten(error.messages, pointer)]
    if errors:
        raise InvalidCoverage(errors)
    return {name: found[name] for name in names if name in found}


def _unknown(name: str, names: list[str]) -> str:
    meant = nearest(name, names)
    hint = f"Did you mean {meant!r}?" if meant else f"The types are {', '.join(names)}."
    return f"Unknown record type {echo(name)}. {hint}"
