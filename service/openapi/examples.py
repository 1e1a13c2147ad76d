"""Examples of records: the first record of each type in the seed set, made as the service makes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from service.openapi.schemas import component_name
from service.openapi.view_examples import answers
from service.records.chain import BEGINNING, chained
from service.records.documents import draft, finish
from service.records.http.shapes import PageShape, RecordShape, RevisionList, change_list
from service.records.reading import patch_between
from service.records.record_type import RecordType, Registry
from service.records.revisions import dump

Document = dict[str, Any]

# The same at each generation, so that the description does not change with the clock.
RECORDED_AT = "2018-09-10T14:05:00.000000Z"
ACTOR = "Peninsula"


class Examples:
    """Examples by record type; a type that the data set has no record of has none."""

    def __init__(self, registry: Registry, records: Iterable[tuple[str, Document]]) -> None:
        self._registry = registry
        self.components: dict[str, dict[str, Any]] = {}
        self._written: dict[str, Document] = {}
        for type_name, body in records:
            self._written.setdefault(type_name, body)

    def shown(self, shape: object) -> dict[str, Any]:
        """Return the members ``examples`` of a media type of this shape; nothing where there is no example."""
        name, summary, value = self._of(shape)
        if value is None:
            return {}
        self.components[name] = {"summary": summary, "value": value}
        return self._reference(name)

    def answered(self, name: str, question: str) -> dict[str, Any]:
        """Return the members ``examples`` of a media type: what the seed set answers to a question.

        :param name: that of the component.

        :raises ValueError: if another example has the name.
        """
        example = {"summary": question, "value": answers()[question]}
        if self.components.setdefault(name, example) != example:
            raise ValueError(f"two examples would be named {name!r}")
        return self._reference(name)

    @staticmethod
    def _reference(name: str) -> dict[str, Any]:
        return {"examples": {"seed": {"$ref": f"#/components/examples/{name}"}}}

    def _of(self, shape: object) -> tuple[str, str, Any]:
        """Return the component name, the summary and the value of the example of a shape."""
        seed = "From the seed set"
        match shape:
            case RecordShape(record_type, "write"):
                return f"{component_name(record_type.name)}Write", seed, self.written(record_type)
            case RecordShape(record_type, "patch"):
                return f"{component_name(record_type.name)}Patch", "A note", self.patch(record_type)
            case RecordShape(record_type):
                return component_name(record_type.name), seed, self.read(record_type)
            case PageShape(record_type):
                return f"{component_name(record_type.name)}List", seed, self.page(record_type)
        if shape is RevisionList:
            return "RevisionList", seed, self.revisions()
        if shape is change_list(self._registry.names):
            return "ChangeList", seed, self.changes()
        return "", "", None

    def written(self, record_type: RecordType) -> Document | None:
        """Return a body to create the record with."""
        return self._written.get(record_type.name)

    def read(self, record_type: RecordType) -> Document | None:
        """Return that record as it is answered."""
        body = self.written(record_type)
        if body is None:
            return None
        made = draft(record_type, self._registry, body)
        return finish(made, record_id=body["id"], revision=1, recorded_at=RECORDED_AT, stored=None)

    def first_id(self, path: str) -> str | None:
        """Return the id of the example of the type at a path; ``None`` where there is none."""
        record_type = self._registry.at(path)
        body = record_type and self.written(record_type)
        return str(body["id"]) if body else None

    def patch(self, record_type: RecordType) -> Document | None:
        """Return a merge patch of the record."""
        record = self.read(record_type)
        return None if record is None else {"note": record["note"], "same_as": record["same_as"]}

    def page(self, record_type: RecordType) -> Document | None:
        """Return a list of this one record."""
        record = self.read(record_type)
        return None if record is None else {"items": [record], "next_cursor": None}

    def revisions(self) -> Document:
        """Return the history of the shortest of the records: the same shape for all types."""
        records = [record for each in self._registry if (record := self.read(each)) is not None]
        record = min(records, key=lambda each: len(dump(each)))
        entry = {
            "revision": 1,
            "seq": 1,
            "operation": "created",
            "recorded_at": RECORDED_AT,
            "actor": ACTOR,
            "reason": None,
            "self": f"{record['self']}/revisions/1",
            "memento": f"{record['self']}?known_at={RECORDED_AT}",
            "patch": patch_between(None, dump(record)),
        }
        return {"items": [entry], "next_cursor": None}

    def changes(self) -> Document:
        """Return the beginning of the change feed, had the examples been created in turn."""
        items: list[Document] = []
        chain = BEGINNING
        for record_type in self._registry:
            if (record := self.read(record_type)) is not None:
                seq, named = len(items) + 1, (record_type.name, str(record["id"]))
                chain = chained(chain, seq, "created", named, 1, RECORDED_AT, None)
                items.append(
                    {
                        "seq": seq,
                        "operation": "created",
                        "type": record_type.name,
                        "id": record["id"],
                        "self": record["self"],
                        "title": record_type.called(record),
                        "revision": 1,
                        "recorded_at": RECORDED_AT,
                        "reason": None,
                        "chain": chain,
                    }
                )
        return {"items": items, "next_after": len(items), "next_chain": chain, "last_seq": len(items)}
