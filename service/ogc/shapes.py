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


class OgcCollection(Schema):
    """A collection of features."""

    id = answered.text("Name of the collection.")
    title = answered.text("Title.")
    description = answered.text("What its features are.")
    links = answered.many(OgcLink, "Where its features are.")
    extent = fields.Dict(metadata={"description": "The box and the interval that hold all features."})
    vars()["itemType"] = answered.text("What its items are.", const="feature")
    crs = fields.List(fields.String(), metadata={"description": "Coordinate reference systems."})


class OgcCollections(Schema):
    """All collections."""

    links = answered.many(OgcLink, "This document.")
    collections = answered.many(OgcCollection, "The collections.")
