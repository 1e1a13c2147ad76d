"""Reading records from YAML files."""

from __future__ import annotations

from typing import Any

import yaml

# The key for why the file was last corrected, which is not a field of the record.
REASON = "reason"
_LONGEST_REASON = 500
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc]
    """A safe loader that refuses duplicate keys, of which PyYAML would silently take the last."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for number, key in enumerate(keys):
            what = None
            if not isinstance(key, str):
                # YAML reads a key without quotes as it does a value: as a date, a number or a boolean.
                what = f"the key {node.value[number][0].value} is not a string: write it in quotes"
            elif key in keys[:number]:
                what = f"the key {key!r} appears twice"
            if what is not None:
                raise yaml.constructor.ConstructorError(None, None, what, node.value[number][0].start_mark)
        return super().construct_mapping(node, deep=deep)


def _timestamp(loader: Any, node: Any) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        what = f"{node.value} is not a calendar date ({error}); write dates in quotes"
        raise yaml.constructor.ConstructorError(None, None, what, node.start_mark) from None


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)


def read_yaml(content: bytes) -> Any:
    """Return the content of a file; raises ``ValueError`` with line and column if it is not valid YAML."""
    try:
        return yaml.load(content, Loader=_Loader)  # noqa: S506 - a safe loader, in C where there is one
    except yaml.YAMLError as error:
        raise ValueError(_of_yaml(error)) from None


def read_record(content: bytes) -> tuple[dict[str, Any], str | None]:
    """Return a file's record and its reason; raises ``ValueError`` if the file does not contain one record."""
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
