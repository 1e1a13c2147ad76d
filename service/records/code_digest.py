"""A digest of what functions do: of their code and all in this package that it leads to, not of comments or docstrings.

The syntax tree is taken, not what Python compiles it to: that differs from one version of Python to the next.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from marshmallow import Schema, fields

_PACKAGE = __name__.partition(".")[0]
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_WITH_DOCSTRING = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
# Fields of syntax trees that change nothing of what the code does.
_SILENT = frozenset({"annotation", "returns", "ctx", "kind", "type_comment", "type_params"})


def code_digest(*roots: Callable[..., Any]) -> str:
    """Return the digest of functions and classes, 16 hexadecimal digits; the same whatever order they come in.

    Constants count by their value, and classes of fields and schemas by their name alone: what they accept, and how
    they are described, is no matter of what is made of a valid document. Other packages count by name too.
    """
    found: dict[str, str] = {}
    waiting: list[tuple[str, Any]] = [("", root) for root in roots]
    while waiting:
        name, value = waiting.pop()
        value = inspect.unwrap(value) if callable(value) else value
        key = _key(name, value)
        if key in found:
            continue
        found[key] = ""
        if isinstance(value, FunctionType | type) and _is_read(value):
            text, used = _source_of(value)
            found[key] = text
            waiting += used
        elif not isinstance(value, FunctionType | type | ModuleType):
            found[key], inner = _constant(value)
            waiting += inner
    # Where a lambda stands in its file is no matter.
    lines = sorted(f"{key.partition('@')[0]}\n{text}" for key, text in found.items())
    return blake2b("\n".join(lines).encode(), digest_size=8).hexdigest()


def _key(name: str, value: Any) -> str:
    if isinstance(value, FunctionType):
        # Lambdas have one name for all.
        return f"{value.__module__}.{value.__qualname__}@{value.__code__.co_firstlineno}"
    if isinstance(value, type):
        return f"{value.__module__}.{value.__qualname__}"
    return f"{name} {_constant(value)[0]}"


def _is_read(value: FunctionType | type) -> bool:
    """Tell whether this is to be looked into: of this package, or of who declares a type, and no field or schema."""
    if isinstance(value, type) and issubclass(value, fields.Field | Schema):
        return False
    module = sys.modules.get(value.__module__)
    file = getattr(module, "__file__", None)
    if file is None:
        return False
    top = value.__module__.partition(".")[0]
    return top == _PACKAGE or ("site-packages" not in file and top not in sys.stdlib_module_names)


def _source_of(value: FunctionType | type) -> tuple[str, list[tuple[str, Any]]]:
    """Return the text of a function or class, and by their names the values of the module that it uses."""
    module = sys.modules[value.__module__]
    source = _read(str(module.__file__))
    nodes = source.functions_at(value.__code__) if isinstance(value, FunctionType) else source.classes(value)
    used: list[tuple[str, Any]] = []
    for node in nodes:
        names, attributes = _names_in(node)
        for name in sorted(names & vars(module).keys()):
            global_value = getattr(module, name)
            if isinstance(global_value, ModuleType):
                known = sorted(attributes.get(name, set()) & vars(global_value).keys())
                if global_value.__name__.startswith(f"{_PACKAGE}."):
                    used += [(f"{name}.{each}", getattr(global_value, each)) for each in known]
            else:
                used.append((f"{module.__name__}.{name}", global_value))
    return "\n".join(_text_of(node) for node in nodes), used


def _constant(value: Any) -> tuple[str, list[tuple[str, Any]]]:
    """Return a text for a value, the same in every process, and the functions that are in it."""
    if isinstance(value, str | bytes | int | float | bool | None):
        return repr(value), []
    if isinstance(value, re.Pattern):
        return repr(value.pattern), []
    if isinstance(value, FunctionType | type):
        return "", [("", value)]
    if isinstance(value, Mapping):
        items: list[Any] = [item for pair in value.items() for item in pair]
    elif isinstance(value, list | tuple | set | frozenset):
        items = list(value)
    else:
        # Statements say what they do in their text; what else there is says it by its kind.
        return f"{type(value).__name__} {getattr(value, 'text', '')}", []
    found = [_constant(item) for item in items]
    texts = [text for text, _ in found]
    if isinstance(value, set | frozenset):
        texts.sort()
    return f"[{', '.join(texts)}]", [each for _, inner in found for each in inner]


def _names_in(node: ast.AST) -> tuple[set[str], dict[str, set[str]]]:
    """Return the names that code uses, and the attributes of each; annotations say nothing of what it does."""
    names: set[str] = set()
    attributes: dict[str, set[str]] = {}
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, ast.Name):
            names.add(each.id)
        elif isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
            attributes.setdefault(each.value.id, set()).add(each.attr)
        waiting += _children(each)
    return names, attributes


def _children(node: ast.AST) -> Iterator[ast.AST]:
    for _, value in _fields_of(node):
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST):
                yield each


def _fields_of(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a node that say what it does, without its docstring and without what is empty."""
    for name, value in ast.iter_fields(node):
        if (
            name == "body"
            and isinstance(node, _WITH_DOCSTRING)
            and ast.get_docstring(node, clean=False) is not None
        ):
            yield name, value[1:]
        elif name not in _SILENT and value not in (None, []):
            yield name, value


def _text_of(node: Any) -> str:
    """Return a syntax tree as a text that is the same on every version of Python."""
    if isinstance(node, ast.AST):
        inner = ",".join(f"{name}={_text_of(value)}" for name, value in _fields_of(node))
        return f"{type(node).__name__}({inner})"
    if isinstance(node, list):
        return f"[{','.join(map(_text_of, node))}]"
    return repr(node)


class _Source:
    """A file of code: what stands in it where."""

    def __init__(self, path: str) -> None:
        self._functions: dict[int, list[ast.AST]] = {}
        self._classes: dict[str, list[ast.AST]] = {}
        for node in ast.walk(ast.parse(Path(path).read_text())):
            if isinstance(node, _FUNCTIONS):
                self._functions.setdefault(_first_line(node), []).append(node)
            elif isinstance(node, ast.ClassDef):
                self._classes.setdefault(node.name, []).append(node)

    def functions_at(self, code: CodeType) -> list[ast.AST]:
        """Return the function that this code was compiled from; where lambdas share its line, those too."""
        return self._functions[code.co_firstlineno]

    def classes(self, value: type) -> list[ast.AST]:
        """Return the class of this name; where others in the file are called so, those too."""
        return self._classes[value.__name__]


def _first_line(node: Any) -> int:
    decorators = getattr(node, "decorator_list", ())
    return int(min((each.lineno for each in decorators), default=node.lineno))


@lru_cache(maxsize=256)
def _read(path: str) -> _Source:
    return _Source(path)
