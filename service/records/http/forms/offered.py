"""Which forms of other tools each resource of a record type has, and the views that answer in them."""

from __future__ import annotations

from functools import partial

from service.records.context import Context
from service.records.http.forms import calendars, citations, features, feeds, tables, time_map, view_tables
from service.records.http.history import list_record_revisions
from service.records.http.shapes import RevisionList
from service.records.record_type import RecordType
from service.web.negotiation import Representation
from service.web.operation import View

Forms = dict[Representation, View]


def forms_of_list(context: Context, record_type: RecordType) -> Forms:
    """Return the forms of a type's list besides JSON, each with the view that answers in it."""
    return {
        **tables.of_list(context, record_type),
        **features.of_list(context, record_type),
        **feeds.of_list(context, record_type),
        **calendars.of_list(context, record_type),
        **citations.of_list(context, record_type),
    }


def forms_of_record(context: Context, record_type: RecordType) -> Forms:
    """Return the forms of a record of a type besides JSON, each with the view that answers in it."""
    return {
        **features.of_record(context, record_type),
        **calendars.of_record(context, record_type),
        **citations.of_record(context, record_type),
    }


def forms_of_revisions(context: Context, record_type: RecordType) -> Forms:
    """Return the forms of the revisions of a record besides JSON, each with the view that answers in it."""
    revisions = partial(list_record_revisions, context, record_type)
    return {
        **view_tables.of_view(context, revisions, RevisionList),
        **feeds.of_revisions(context, record_type),
        **time_map.of_revisions(context, record_type),
    }
