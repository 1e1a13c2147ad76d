"""The shapes of what OGC API Features answers besides features."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.web import answer_fields as answered


class OgcLink(Schema):
    """A link (RFC 8288)."""

    href = answered.text("The URL.", format="uri")
    rel = answered.text("What is there to this.")
    type = answered.text("The media type.")
    title = answered.text("What it is.", optional=True)


class OgcLandingPage(Schema):
    """Where to begin."""

    title = answered.text("Title.")
    description = answered.text("What there is.")
    links = answered.many(OgcLink, "Where to go on.")


class OgcConformance(Schema):
    """What a server keeps to."""

    vars()["conformsTo"] = fields.List(
        fields.String(), metadata={"description": "URIs of conformance classes."}
    )


class OgcSpatialExtent(Schema):
    """The box that holds all features."""

    bbox = fields.List(fields.List(fields.Float()), metadata={"description": "West, south, east, north."})
    crs = answered.text("Coordinate reference system.")


class OgcTemporalExtent(Schema):
    """The interval that holds all features."""

    interval = fields.List(
        fields.List(fields.String(allow_none=True)), metadata={"description": "Start and end; null is open."}
    )
    trs = answered.text("Temporal reference system.")


class OgcExtent(Schema):
    """Where and when all features are."""

    spatial = answered.part(OgcSpatialExtent, "The box, where any feature has a place.", optional=True)
    temporal = answered.part(OgcTemporalExtent, "The interval, where features have dates.", optional=True)


class OgcCollection(Schema):
    """A collection of features."""

    id = answered.text("Name of the collection.")
    title = answered.text("Title.")
    description = answered.text("What its features are.")
    links = answered.many(OgcLink, "Where its features are.")
    extent = answered.part(OgcExtent, "The box and the interval that hold all features.")
    vars()["itemType"] = answered.text("What its items are.", const="feature")
    crs = fields.List(fields.String(), metadata={"description": "Coordinate reference systems."})


class OgcCollections(Schema):
    """All collections."""

    links = answered.many(OgcLink, "This document.")
    collections = answered.many(OgcCollection, "The collections.")
