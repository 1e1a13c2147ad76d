"""A record as a YAML file has it."""

from __future__ import annotations

from typing import Any

import yaml

# Why the file was last corrected; no field of the record.
REASON = "reason"
_LONGEST_REASON = 500
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc]
    """A safe loader that refuses a key given twice, where YAML's own would keep the last in silence."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for number, key in enumerate(keys):
            what = None
            if not isinstance(key, str):
                # YAML makes of a key without quotes what it would of a value: a date, a number, a boolean.
                what = f"the key {node.value[number][0].value} is not a string: write it in quotes"
            elif key in keys[:number]:
                what = f"the key {key!r} stands here twice"
            if what is not None:
                raise yaml.constructor.ConstructorError(None, None, what, node.value[number][0].start_mark)
        return super().construct_mapping(node, deep=deep)


def _timestamp(loader: Any, node: Any) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        what = f"{node.value} is not a date of the calendar ({error}); dates are written in quotes"
        raise yaml.constructor.ConstructorError(None, None, what, node.start_mark) from None


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)


def read_yaml(content: bytes) -> Any:
    """Return what a file holds; raises ``ValueError`` with line and column for what is not YAML."""
    try:
        return yaml.load(content, Loader=_Loader)  # noqa: S506 - a safe loader, in C where there is one
    except yaml.YAMLError as error:
        raise ValueError(_of_yaml(error)) from None


def read_record(content: bytes) -> tuple[dict[str, Any], str | None]:
    """Return a file's record and the reason it gives; raises ``ValueError`` for what is no record's file at all."""
    body = read_yaml(content)
    if not isinstance(body, dict):
        raise ValueError("must hold the fields of one record")
    reason = body.pop(REASON, None)
    if reason is not None and not (isinstance(reason, str) and 0 < len(reason) <= _LONGEST_REASON):
        raise ValueError(f"/{REASON}: must be a text of 1 to {_LONGEST_REASON} characters")
    return body, reason


def _of_yaml(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or "cannot be read as YAML"
    return f"line {mark.line + 1}, column {mark.column + 1}: {what}" if mark else str(what)
