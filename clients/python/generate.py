"""Writes the generated part of the Python client from openapi.yaml: the models and an operation for each method.

The models are made by datamodel-code-generator, the operations by ``operations.py``.
"""

from __future__ import annotations

import argparse
import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from operations import OperationWriter

HERE = Path(__file__).parent
HOUSE = HERE.parents[1] / "pyproject.toml"
DESCRIPTION = HERE.parents[1] / "openapi.yaml"
GENERATED = HERE / "src" / "peninsula_client" / "_generated"

Json = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=GENERATED)
    output = parser.parse_args().output
    description = yaml.safe_load(DESCRIPTION.read_text())
    output.mkdir(parents=True, exist_ok=True)
    (output / "__init__.py").write_text(
        '"""Made from openapi.yaml by `make clients`; not edited by hand."""\n'
    )
    (output / "models.py").write_text(models(description))
    for name, is_async in (("operations", False), ("async_operations", True)):
        (output / f"{name}.py").write_text("\n".join(OperationWriter(description, is_async).module()) + "\n")
    command = [str(Path(sys.executable).parent / "ruff"), "format", "--quiet", "--config", str(HOUSE)]
    subprocess.run([*command, *output.glob("*.py")], check=True)


def models(description: Json) -> str:
    """Return a module with a TypedDict for each schema."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "openapi.json", Path(folder) / "models.py"
        source.write_text(json.dumps(with_open_enumerations(description)))
        command = [sys.executable, "-m", "datamodel_code_generator"]
        command += ["--input", str(source), "--output", str(target)]
        options = [
            "--input-file-type=openapi",
            "--output-model-type=typing.TypedDict",
            "--formatters=builtin",
        ]
        options += ["--enum-field-as-literal=all", "--use-schema-description", "--use-field-description"]
        options += ["--target-python-version=3.11", "--disable-timestamp", "--use-single-line-docstring"]
        # Else it takes TypedDict from typing_extensions, for arguments that type checkers mostly do not know yet.
        options += ["--no-use-closed-typed-dict"]
        subprocess.run([*command, *options], check=True, capture_output=True)
        body = target.read_text().partition("from __future__")[2]
    return f'"""The shapes of answers and bodies."""\n\nfrom __future__{body}'


def with_open_enumerations(description: Json) -> Json:
    """Return the description with each enumeration of an answer as "one of these, or any text".

    Later releases add values to answers (docs/versioning.md). Bodies stay as they are, so that a type checker finds
    a value that the service refuses.
    """
    opened = copy.deepcopy(description)
    schemas = opened["components"]["schemas"]
    enumerations = {f"#/components/schemas/{name}" for name, schema in schemas.items() if "enum" in schema}

    def visit(node: Any) -> None:
        if isinstance(node, list):
            for each in node:
                visit(each)
        elif isinstance(node, dict):
            for each in node.values():
                visit(each)
            if node.get("$ref") in enumerations:
                node["anyOf"] = [{"$ref": node.pop("$ref")}, {"type": "string"}]

    for name, schema in schemas.items():
        if not name.endswith(("Write", "Patch")):
            visit(schema)
    return opened


if __name__ == "__main__":
    main()
