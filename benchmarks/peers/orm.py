"""Flask, SQLAlchemy's ORM and Marshmallow, as a sensible engineer combines them: the same page, the same members.

Two ways to store nested values: JSON columns, or child tables read with ``selectinload``. Dates and instants are stored
as text, no ETag is made, nothing is negotiated, one parameter is parsed: all of this makes it faster than it would
normally be.
"""

from __future__ import annotations

import os
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from typing import Any

from flask import Flask, Response, jsonify, request
from marshmallow import Schema, fields
from sqlalchemy import JSON, ForeignKey, Index, String, create_engine, event, select
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload

_MOST = 50


class Base(DeclarativeBase):
    pass


class _Scalars:
    """The columns of an observation, in the order of its fields."""

    id: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]
    recorded_at: Mapped[str]
    facility: Mapped[str] = mapped_column(index=True)
    date: Mapped[str]
    date_earliest: Mapped[str | None]
    date_latest: Mapped[str | None]
    method: Mapped[str] = mapped_column(index=True)
    note: Mapped[str | None]
    # The sort key of the list: an open beginning counts as the known end.
    first_known: Mapped[str]
    type = "observation"

    @property
    def self(self) -> str:
        return f"/v1/observations/{self.id}"


class WithJson(_Scalars, Base):
    """An observation whose lists are JSON columns."""

    __tablename__ = "observations_with_json"
    __table_args__ = (Index("ix_observations_with_json_first_known", "first_known", "id"),)
    imagery: Mapped[list[Any]] = mapped_column(JSON)
    findings: Mapped[list[Any]] = mapped_column(JSON)
    activity: Mapped[list[Any]] = mapped_column(JSON)
    related: Mapped[list[Any]] = mapped_column(JSON)
    regarding: Mapped[list[Any]] = mapped_column(JSON)
    citations: Mapped[list[Any]] = mapped_column(JSON)
    same_as: Mapped[list[Any]] = mapped_column(JSON)
    claims: Mapped[list[Any]] = mapped_column(JSON)


class _Child:
    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]


def _owner() -> Mapped[str]:
    return mapped_column(ForeignKey("observations_with_tables.id"), index=True)


class ImageRow(_Child, Base):
    __tablename__ = "images"
    observation: Mapped[str] = _owner()
    provider: Mapped[str | None]
    sensor: Mapped[str | None]
    acquired: Mapped[str | None]
    acquired_earliest: Mapped[str | None]
    acquired_latest: Mapped[str | None]
    resolution_m: Mapped[float | None]


class FindingRow(_Child, Base):
    __tablename__ = "findings"
    observation: Mapped[str] = _owner()
    component: Mapped[str | None]
    aspect: Mapped[str]
    state: Mapped[str]
    extent: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    description: Mapped[str | None]
    credibility: Mapped[int | None]
    alternatives: Mapped[list[Any]] = mapped_column(JSON)
    reversible: Mapped[bool | None]


class ActivityRow(_Child, Base):
    __tablename__ = "activities"
    observation: Mapped[str] = _owner()
    kind: Mapped[str]
    component: Mapped[str | None]
    level: Mapped[str | None]
    count: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    note: Mapped[str | None]


class CitationRow(_Child, Base):
    __tablename__ = "citations"
    observation: Mapped[str] = _owner()
    source: Mapped[str] = mapped_column(String, index=True)
    quote: Mapped[str | None]
    locator: Mapped[str | None]
    supports: Mapped[list[Any]] = mapped_column(JSON)


def _rows(child: str) -> Any:
    return relationship(child, order_by=f"{child}.position", collection_class=ordering_list("position"))


class WithTables(_Scalars, Base):
    """An observation whose lists are child tables, except those that are hardly ever filled."""

    __tablename__ = "observations_with_tables"
    __table_args__ = (Index("ix_observations_with_tables_first_known", "first_known", "id"),)
    imagery: Mapped[list[ImageRow]] = _rows("ImageRow")
    findings: Mapped[list[FindingRow]] = _rows("FindingRow")
    activity: Mapped[list[ActivityRow]] = _rows("ActivityRow")
    citations: Mapped[list[CitationRow]] = _rows("CitationRow")
    related: Mapped[list[Any]] = mapped_column(JSON)
    regarding: Mapped[list[Any]] = mapped_column(JSON)
    same_as: Mapped[list[Any]] = mapped_column(JSON)
    claims: Mapped[list[Any]] = mapped_column(JSON)


_CHILDREN = {"imagery": ImageRow, "findings": FindingRow, "activity": ActivityRow, "citations": CitationRow}


class Range(Schema):
    low = fields.Float()
    high = fields.Float()


class Quantity(Range):
    qualifier = fields.String()


class Image(Schema):
    provider = fields.String()
    sensor = fields.String()
    acquired = fields.String()
    acquired_earliest = fields.String()
    acquired_latest = fields.String()
    resolution_m = fields.Float()


class Finding(Schema):
    component = fields.String()
    aspect = fields.String()
    state = fields.String()
    extent = fields.Nested(Range)
    description = fields.String()
    credibility = fields.Integer()
    alternatives = fields.List(fields.String())
    reversible = fields.Boolean()


class Activity(Schema):
    kind = fields.String()
    component = fields.String()
    level = fields.String()
    count = fields.Nested(Quantity)
    note = fields.String()


class Related(Schema):
    observation = fields.String()
    relation = fields.String()
    components = fields.List(fields.String())


class Regarding(Schema):
    type = fields.String()
    id = fields.String()


class Citation(Schema):
    source = fields.String()
    quote = fields.String()
    locator = fields.String()
    supports = fields.List(fields.String())


class Party(Schema):
    name = fields.String()
    country = fields.String()
    office = fields.String()
    role = fields.String()


class Claim(Schema):
    id = fields.String()
    about = fields.String()
    statement = fields.String()
    by = fields.Nested(Party)
    stance = fields.String()
    responds_to = fields.String()
    value = fields.Raw()
    basis = fields.String()
    credibility = fields.Integer()
    citations = fields.List(fields.Nested(Citation))


class Observation(Schema):
    type = fields.String()
    id = fields.String()
    revision = fields.Integer()
    recorded_at = fields.String()
    self = fields.String()
    facility = fields.String()
    date = fields.String()
    date_earliest = fields.String()
    date_latest = fields.String()
    method = fields.String()
    imagery = fields.List(fields.Nested(Image))
    findings = fields.List(fields.Nested(Finding))
    activity = fields.List(fields.Nested(Activity))
    related = fields.List(fields.Nested(Related))
    regarding = fields.List(fields.Nested(Regarding))
    citations = fields.List(fields.Nested(Citation))
    same_as = fields.List(fields.String())
    claims = fields.List(fields.Nested(Claim))
    note = fields.String()


def make_app(url: str, nested: str) -> Flask:
    """Return the application; ``nested`` is ``json`` or ``tables``."""
    engine = create_engine(url, pool_size=8)
    if engine.dialect.name == "sqlite":
        # The same settings as the service uses.
        @event.listens_for(engine, "connect")
        def set_pragmas(connection: Any, _record: Any) -> None:
            for pragma in ("journal_mode = WAL", "cache_size = -65536", "mmap_size = 1073741824"):
                connection.execute(f"PRAGMA {pragma}")

    model: Any = WithJson if nested == "json" else WithTables
    newest = select(model).order_by(model.first_known.desc(), model.id.desc())
    if nested == "tables":
        newest = newest.options(selectinload("*"))
    schema = Observation(many=True)
    app = Flask(__name__)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]

    @app.get("/v1/observations")
    def list_observations() -> Response:
        limit = request.args.get("limit", _MOST, type=int)
        with Session(engine) as session:
            found = session.scalars(newest.limit(limit + 1)).all()
            items = schema.dump(found[:limit])
        last = found[limit - 1] if len(found) > limit else None
        cursor = last and urlsafe_b64encode(f"{last.first_known} {last.id}".encode()).decode()
        return jsonify({"items": items, "next_cursor": cursor})

    return app


def store(url: str, documents: Iterable[dict[str, Any]]) -> None:
    """Create the tables of both ways again and store the documents in them."""
    engine = create_engine(url)
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        for document in documents:
            own = {name: value for name, value in document.items() if name not in ("type", "self")}
            own["first_known"] = document["date_earliest"] or document["date_latest"]
            children = {name: [row(**each) for each in document[name]] for name, row in _CHILDREN.items()}
            session.add_all([WithJson(**own), WithTables(**(own | children))])
        session.commit()
    engine.dispose()


def app() -> Flask:
    """Return the application that the environment describes, for Gunicorn."""
    return make_app(os.environ["BENCHMARK_DATABASE"], os.environ["BENCHMARK_NESTED"])
