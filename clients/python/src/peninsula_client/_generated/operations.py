"""The operations of the service, synchronous."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from typing import cast

from peninsula_client._calls import Caller, Resource
from peninsula_client._generated import models
from peninsula_client._pages import Pages


class Sources(Resource):
    """The articles, imagery analyses, briefings and statements that records rest on."""

    _path = "/v1/sources"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        from_: date | str | None = None,
        to: date | str | None = None,
        sort: models.SortByDateOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.SourceList, models.Source]:
        """List sources.

        Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages:
        none skips or repeats a record.

        :param id: Only records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only records that cite one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param from_: Only records whose dates reach to this day or later: a day, a month or a year, from
            its first day on.
        :param to: Only records whose dates begin on this day or earlier: a day, a month or a year, up to
            its last day.
        :param sort: Order, `-` for descending; `-date` if not given, in feeds `-recorded_at`. Ties go by
            id.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all records selected. `false` if not given.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/sources",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "from": from_,
                "to": to,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "known_at": known_at,
            },
            models.Source,
            whole_table=True,
        )

    def create(self, body: models.SourceWrite, *, idempotency_key: str | None = None) -> models.Source:
        """Create a source.

        Without an `id` the service derives one from the title or name and the date.

        :param idempotency_key: Made for you if left out.
        """
        return cast("models.Source", self._create(body, idempotency_key))

    def get(self, id: str, *, known_at: datetime | str | None = None) -> models.Source:
        """Get a source.

        Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and
        `expand` puts records in the places of their ids.

        :param id: Id of the source.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast("models.Source", self._read(f"/v1/sources/{self._segment(id)}", {"known_at": known_at}))

    def replace(
        self, record: models.SourceWrite | models.Source, *, if_match: str | None = None
    ) -> models.Source:
        """Replace a source, or create it.

        An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be
        that of the URL. A body that says what is stored writes nothing.

        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Source", self._replace(record, if_match))

    def update(
        self, record: models.Source | str, changes: models.SourcePatch, *, if_match: str | None = None
    ) -> models.Source:
        """Change parts of a source.

        Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is
        a value of a required member (a source's `published`), it sets null. Null for an unknown member is
        an error.

        :param record: The record, or its id.
        :param changes: What changes; null takes a member away.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Source", self._update(record, changes, if_match))

    def delete(
        self, record: models.Source | str, *, if_match: str | None = None, reason: str | None = None
    ) -> None:
        """Delete a source.

        Refused while other records name it. Its history stays readable, and `PUT` brings it back.

        :param record: The record, or its id.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        :param reason: Why, in words; kept in the history and the feed.
        """
        self._delete(record, if_match, {"reason": reason})

    def revisions(
        self,
        id: str,
        *,
        from_: date | str | None = None,
        to: date | str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.RevisionList, models.Revision]:
        """List the revisions of a source.

        Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of
        the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).

        :param id: Id of the source.
        :param from_: Only what was recorded at or after this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param to: Only what was recorded at or before this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            f"/v1/sources/{self._segment(id)}/revisions",
            {"from": from_, "to": to, "limit": limit, "cursor": cursor, "known_at": known_at},
            models.Revision,
            whole_table=False,
        )

    def revision(
        self, id: str, number: int, *, compare: int | None = None, known_at: datetime | str | None = None
    ) -> models.SourceRevision:
        """Get a revision of a source.

        With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC),
        with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs
        from another revision, earlier or later.

        :param id: Id of the source.
        :param number: Number of the revision of the source.
        :param compare: Number of another revision of the record, earlier or later: adds what differs from
            it (`comparison`).
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.SourceRevision",
            self._read(
                f"/v1/sources/{self._segment(id)}/revisions/{self._segment(number)}",
                {"compare": compare, "known_at": known_at},
            ),
        )


class Systems(Resource):
    """Weapon systems: what they are called by whom, their category and range."""

    _path = "/v1/systems"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        category: models.AppearanceCategory | Sequence[models.AppearanceCategory] | None = None,
        country: str | Sequence[str] | None = None,
        sort: models.SortByNameOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.WeaponSystemList, models.WeaponSystem]:
        """List systems.

        Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages:
        none skips or repeats a record.

        :param id: Only records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only records that cite one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param category: Only systems of one of these categories.
        :param country: Only systems of one of these countries (ISO 3166-1 alpha-3). For example `PRK`.
        :param sort: Order, `-` for descending; `name` if not given, in feeds `-recorded_at`. Ties go by id.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all records selected. `false` if not given.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/systems",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "category": category,
                "country": country,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "known_at": known_at,
            },
            models.WeaponSystem,
            whole_table=True,
        )

    def create(
        self, body: models.WeaponSystemWrite, *, idempotency_key: str | None = None
    ) -> models.WeaponSystem:
        """Create a system.

        Without an `id` the service derives one from the title or name and the date.

        :param idempotency_key: Made for you if left out.
        """
        return cast("models.WeaponSystem", self._create(body, idempotency_key))

    def get(self, id: str, *, known_at: datetime | str | None = None) -> models.WeaponSystem:
        """Get a system.

        Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and
        `expand` puts records in the places of their ids.

        :param id: Id of the system.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.WeaponSystem", self._read(f"/v1/systems/{self._segment(id)}", {"known_at": known_at})
        )

    def replace(
        self, record: models.WeaponSystemWrite | models.WeaponSystem, *, if_match: str | None = None
    ) -> models.WeaponSystem:
        """Replace a system, or create it.

        An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be
        that of the URL. A body that says what is stored writes nothing.

        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.WeaponSystem", self._replace(record, if_match))

    def update(
        self,
        record: models.WeaponSystem | str,
        changes: models.WeaponSystemPatch,
        *,
        if_match: str | None = None,
    ) -> models.WeaponSystem:
        """Change parts of a system.

        Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is
        a value of a required member (a source's `published`), it sets null. Null for an unknown member is
        an error.

        :param record: The record, or its id.
        :param changes: What changes; null takes a member away.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.WeaponSystem", self._update(record, changes, if_match))

    def delete(
        self, record: models.WeaponSystem | str, *, if_match: str | None = None, reason: str | None = None
    ) -> None:
        """Delete a system.

        Refused while other records name it. Its history stays readable, and `PUT` brings it back.

        :param record: The record, or its id.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        :param reason: Why, in words; kept in the history and the feed.
        """
        self._delete(record, if_match, {"reason": reason})

    def revisions(
        self,
        id: str,
        *,
        from_: date | str | None = None,
        to: date | str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.RevisionList, models.Revision]:
        """List the revisions of a system.

        Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of
        the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).

        :param id: Id of the system.
        :param from_: Only what was recorded at or after this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param to: Only what was recorded at or before this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            f"/v1/systems/{self._segment(id)}/revisions",
            {"from": from_, "to": to, "limit": limit, "cursor": cursor, "known_at": known_at},
            models.Revision,
            whole_table=False,
        )

    def revision(
        self, id: str, number: int, *, compare: int | None = None, known_at: datetime | str | None = None
    ) -> models.WeaponSystemRevision:
        """Get a revision of a system.

        With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC),
        with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs
        from another revision, earlier or later.

        :param id: Id of the system.
        :param number: Number of the revision of the system.
        :param compare: Number of another revision of the record, earlier or later: adds what differs from
            it (`comparison`).
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.WeaponSystemRevision",
            self._read(
                f"/v1/systems/{self._segment(id)}/revisions/{self._segment(number)}",
                {"compare": compare, "known_at": known_at},
            ),
        )


class Actors(Resource):
    """People and bodies that take part in events or make statements: their names, offices and countries."""

    _path = "/v1/actors"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        name: str | None = None,
        kind: models.ActorKind | Sequence[models.ActorKind] | None = None,
        country: str | Sequence[str] | None = None,
        sort: models.SortByNameOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.ActorList, models.Actor]:
        """List actors.

        Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages:
        none skips or repeats a record.

        :param id: Only records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only records that cite one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param name: Only actors with this name or alias. Whole words of one name, in any order; case and
            accents ignored, `*` ends a prefix.
        :param kind: Only actors of one of these kinds.
        :param country: Only actors of one of these countries (ISO 3166-1 alpha-3). For example `PRK`.
        :param sort: Order, `-` for descending; `name` if not given, in feeds `-recorded_at`. Ties go by id.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all records selected. `false` if not given.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/actors",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "name": name,
                "kind": kind,
                "country": country,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "known_at": known_at,
            },
            models.Actor,
            whole_table=True,
        )

    def create(self, body: models.ActorWrite, *, idempotency_key: str | None = None) -> models.Actor:
        """Create an actor.

        Without an `id` the service derives one from the title or name and the date.

        :param idempotency_key: Made for you if left out.
        """
        return cast("models.Actor", self._create(body, idempotency_key))

    def get(self, id: str, *, known_at: datetime | str | None = None) -> models.Actor:
        """Get an actor.

        Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and
        `expand` puts records in the places of their ids.

        :param id: Id of the actor.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast("models.Actor", self._read(f"/v1/actors/{self._segment(id)}", {"known_at": known_at}))

    def replace(
        self, record: models.ActorWrite | models.Actor, *, if_match: str | None = None
    ) -> models.Actor:
        """Replace an actor, or create it.

        An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be
        that of the URL. A body that says what is stored writes nothing.

        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Actor", self._replace(record, if_match))

    def update(
        self, record: models.Actor | str, changes: models.ActorPatch, *, if_match: str | None = None
    ) -> models.Actor:
        """Change parts of an actor.

        Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is
        a value of a required member (a source's `published`), it sets null. Null for an unknown member is
        an error.

        :param record: The record, or its id.
        :param changes: What changes; null takes a member away.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Actor", self._update(record, changes, if_match))

    def delete(
        self, record: models.Actor | str, *, if_match: str | None = None, reason: str | None = None
    ) -> None:
        """Delete an actor.

        Refused while other records name it. Its history stays readable, and `PUT` brings it back.

        :param record: The record, or its id.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        :param reason: Why, in words; kept in the history and the feed.
        """
        self._delete(record, if_match, {"reason": reason})

    def revisions(
        self,
        id: str,
        *,
        from_: date | str | None = None,
        to: date | str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.RevisionList, models.Revision]:
        """List the revisions of an actor.

        Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of
        the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).

        :param id: Id of the actor.
        :param from_: Only what was recorded at or after this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param to: Only what was recorded at or before this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            f"/v1/actors/{self._segment(id)}/revisions",
            {"from": from_, "to": to, "limit": limit, "cursor": cursor, "known_at": known_at},
            models.Revision,
            whole_table=False,
        )

    def revision(
        self, id: str, number: int, *, compare: int | None = None, known_at: datetime | str | None = None
    ) -> models.ActorRevision:
        """Get a revision of an actor.

        With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC),
        with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs
        from another revision, earlier or later.

        :param id: Id of the actor.
        :param number: Number of the revision of the actor.
        :param compare: Number of another revision of the record, earlier or later: adds what differs from
            it (`comparison`).
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.ActorRevision",
            self._read(
                f"/v1/actors/{self._segment(id)}/revisions/{self._segment(number)}",
                {"compare": compare, "known_at": known_at},
            ),
        )


class Summits(Resource):
    """Meetings of leaders, held or not: the parties, the steps that led there, and the outcome."""

    _path = "/v1/summits"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        from_: date | str | None = None,
        to: date | str | None = None,
        status: models.SummitStatus | Sequence[models.SummitStatus] | None = None,
        party: str | None = None,
        actor: str | Sequence[str] | None = None,
        party_country: str | Sequence[str] | None = None,
        place: str | None = None,
        country: str | Sequence[str] | None = None,
        bbox: str | None = None,
        sort: models.SortByDateOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        known_at: datetime | str | None = None,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
    ) -> Pages[models.SummitList, models.Summit]:
        """List summits.

        Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages:
        none skips or repeats a record.

        :param id: Only records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only records that cite one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param from_: Only records whose dates reach to this day or later: a day, a month or a year, from
            its first day on.
        :param to: Only records whose dates begin on this day or earlier: a day, a month or a year, up to
            its last day.
        :param status: Only summits with one of these statuses by `as_of`, today (UTC) if not given;
            `uncertain` is found under `published_until` alone.
        :param party: Only summits with a party of this name, or whose actor has it. Whole words of one
            name, in any order; case and accents ignored, `*` ends a prefix.
        :param actor: Only summits with a party that is one of these actors.
        :param party_country: Only summits with a party from one of these countries (ISO 3166-1 alpha-3).
            For example `PRK`.
        :param place: Only summits at a place of this name. Whole words of one name, in any order; case and
            accents ignored, `*` ends a prefix.
        :param country: Only summits at a place in one of these countries (ISO 3166-1 alpha-3). For example
            `PRK`.
        :param bbox: Only summits at places inside `west,south,east,north`, in degrees (WGS 84).
        :param sort: Order, `-` for descending; `-date` if not given, in feeds `-recorded_at`. Ties go by
            id.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all records selected. `false` if not given.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        :param as_of: Derived fields as they were on this date, today (UTC) if not given.
        :param published_until: Derived fields from what had been published by this date.
        """
        return Pages(
            self,
            "/v1/summits",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "from": from_,
                "to": to,
                "status": status,
                "party": party,
                "actor": actor,
                "party_country": party_country,
                "place": place,
                "country": country,
                "bbox": bbox,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "known_at": known_at,
                "as_of": as_of,
                "published_until": published_until,
            },
            models.Summit,
            whole_table=True,
        )

    def create(self, body: models.SummitWrite, *, idempotency_key: str | None = None) -> models.Summit:
        """Create a summit.

        Without an `id` the service derives one from the title or name and the date.

        :param idempotency_key: Made for you if left out.
        """
        return cast("models.Summit", self._create(body, idempotency_key))

    def get(
        self,
        id: str,
        *,
        known_at: datetime | str | None = None,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
    ) -> models.Summit:
        """Get a summit.

        Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and
        `expand` puts records in the places of their ids.

        :param id: Id of the summit.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        :param as_of: Derived fields as they were on this date, today (UTC) if not given.
        :param published_until: Derived fields from what had been published by this date.
        """
        return cast(
            "models.Summit",
            self._read(
                f"/v1/summits/{self._segment(id)}",
                {"known_at": known_at, "as_of": as_of, "published_until": published_until},
            ),
        )

    def replace(
        self, record: models.SummitWrite | models.Summit, *, if_match: str | None = None
    ) -> models.Summit:
        """Replace a summit, or create it.

        An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be
        that of the URL. A body that says what is stored writes nothing.

        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Summit", self._replace(record, if_match))

    def update(
        self, record: models.Summit | str, changes: models.SummitPatch, *, if_match: str | None = None
    ) -> models.Summit:
        """Change parts of a summit.

        Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is
        a value of a required member (a source's `published`), it sets null. Null for an unknown member is
        an error.

        :param record: The record, or its id.
        :param changes: What changes; null takes a member away.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Summit", self._update(record, changes, if_match))

    def delete(
        self, record: models.Summit | str, *, if_match: str | None = None, reason: str | None = None
    ) -> None:
        """Delete a summit.

        Refused while other records name it. Its history stays readable, and `PUT` brings it back.

        :param record: The record, or its id.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        :param reason: Why, in words; kept in the history and the feed.
        """
        self._delete(record, if_match, {"reason": reason})

    def revisions(
        self,
        id: str,
        *,
        from_: date | str | None = None,
        to: date | str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.RevisionList, models.Revision]:
        """List the revisions of a summit.

        Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of
        the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).

        :param id: Id of the summit.
        :param from_: Only what was recorded at or after this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param to: Only what was recorded at or before this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            f"/v1/summits/{self._segment(id)}/revisions",
            {"from": from_, "to": to, "limit": limit, "cursor": cursor, "known_at": known_at},
            models.Revision,
            whole_table=False,
        )

    def revision(
        self, id: str, number: int, *, compare: int | None = None, known_at: datetime | str | None = None
    ) -> models.SummitRevision:
        """Get a revision of a summit.

        With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC),
        with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs
        from another revision, earlier or later.

        :param id: Id of the summit.
        :param number: Number of the revision of the summit.
        :param compare: Number of another revision of the record, earlier or later: adds what differs from
            it (`comparison`).
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.SummitRevision",
            self._read(
                f"/v1/summits/{self._segment(id)}/revisions/{self._segment(number)}",
                {"compare": compare, "known_at": known_at},
            ),
        )


class Communications(Resource):
    """Letters, statements, briefings, calls and visits: who said what to whom, and about what."""

    _path = "/v1/communications"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        from_: date | str | None = None,
        to: date | str | None = None,
        kind: models.CommunicationKind | Sequence[models.CommunicationKind] | None = None,
        from_country: str | Sequence[str] | None = None,
        to_country: str | Sequence[str] | None = None,
        regarding: str | Sequence[str] | None = None,
        party: str | None = None,
        actor: str | Sequence[str] | None = None,
        sort: models.SortByDateOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.CommunicationList, models.Communication]:
        """List communications.

        Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages:
        none skips or repeats a record.

        :param id: Only records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only records that cite one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param from_: Only records whose dates reach to this day or later: a day, a month or a year, from
            its first day on.
        :param to: Only records whose dates begin on this day or earlier: a day, a month or a year, up to
            its last day.
        :param kind: Only communications of one of these kinds.
        :param from_country: Only communications from a party of one of these countries (ISO 3166-1
            alpha-3). For example `PRK`.
        :param to_country: Only communications to a party of one of these countries (ISO 3166-1 alpha-3).
            For example `PRK`.
        :param regarding: Only communications that concern one of these records: `summits/singapore-2018`,
            say.
        :param party: Only communications from or to a party of this name, or whose actor has it. Whole
            words of one name, in any order; case and accents ignored, `*` ends a prefix.
        :param actor: Only communications from or to one of these actors.
        :param sort: Order, `-` for descending; `-date` if not given, in feeds `-recorded_at`. Ties go by
            id.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all records selected. `false` if not given.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/communications",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "from": from_,
                "to": to,
                "kind": kind,
                "from_country": from_country,
                "to_country": to_country,
                "regarding": regarding,
                "party": party,
                "actor": actor,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "known_at": known_at,
            },
            models.Communication,
            whole_table=True,
        )

    def create(
        self, body: models.CommunicationWrite, *, idempotency_key: str | None = None
    ) -> models.Communication:
        """Create a communication.

        Without an `id` the service derives one from the title or name and the date.

        :param idempotency_key: Made for you if left out.
        """
        return cast("models.Communication", self._create(body, idempotency_key))

    def get(self, id: str, *, known_at: datetime | str | None = None) -> models.Communication:
        """Get a communication.

        Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and
        `expand` puts records in the places of their ids.

        :param id: Id of the communication.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.Communication",
            self._read(f"/v1/communications/{self._segment(id)}", {"known_at": known_at}),
        )

    def replace(
        self, record: models.CommunicationWrite | models.Communication, *, if_match: str | None = None
    ) -> models.Communication:
        """Replace a communication, or create it.

        An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be
        that of the URL. A body that says what is stored writes nothing.

        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Communication", self._replace(record, if_match))

    def update(
        self,
        record: models.Communication | str,
        changes: models.CommunicationPatch,
        *,
        if_match: str | None = None,
    ) -> models.Communication:
        """Change parts of a communication.

        Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is
        a value of a required member (a source's `published`), it sets null. Null for an unknown member is
        an error.

        :param record: The record, or its id.
        :param changes: What changes; null takes a member away.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Communication", self._update(record, changes, if_match))

    def delete(
        self, record: models.Communication | str, *, if_match: str | None = None, reason: str | None = None
    ) -> None:
        """Delete a communication.

        Refused while other records name it. Its history stays readable, and `PUT` brings it back.

        :param record: The record, or its id.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        :param reason: Why, in words; kept in the history and the feed.
        """
        self._delete(record, if_match, {"reason": reason})

    def revisions(
        self,
        id: str,
        *,
        from_: date | str | None = None,
        to: date | str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.RevisionList, models.Revision]:
        """List the revisions of a communication.

        Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of
        the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).

        :param id: Id of the communication.
        :param from_: Only what was recorded at or after this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param to: Only what was recorded at or before this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            f"/v1/communications/{self._segment(id)}/revisions",
            {"from": from_, "to": to, "limit": limit, "cursor": cursor, "known_at": known_at},
            models.Revision,
            whole_table=False,
        )

    def revision(
        self, id: str, number: int, *, compare: int | None = None, known_at: datetime | str | None = None
    ) -> models.CommunicationRevision:
        """Get a revision of a communication.

        With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC),
        with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs
        from another revision, earlier or later.

        :param id: Id of the communication.
        :param number: Number of the revision of the communication.
        :param compare: Number of another revision of the record, earlier or later: adds what differs from
            it (`comparison`).
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.CommunicationRevision",
            self._read(
                f"/v1/communications/{self._segment(id)}/revisions/{self._segment(number)}",
                {"compare": compare, "known_at": known_at},
            ),
        )


class Parades(Resource):
    """Military parades: the occasion, the forces, and the weapon systems shown or left out."""

    _path = "/v1/parades"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        from_: date | str | None = None,
        to: date | str | None = None,
        system: str | Sequence[str] | None = None,
        category: models.AppearanceCategory | Sequence[models.AppearanceCategory] | None = None,
        presence: models.AppearancePresence | Sequence[models.AppearancePresence] | None = None,
        actor: str | Sequence[str] | None = None,
        country: str | Sequence[str] | None = None,
        bbox: str | None = None,
        sort: models.SortByDateOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.ParadeList, models.Parade]:
        """List parades.

        Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages:
        none skips or repeats a record.

        :param id: Only records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only records that cite one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param from_: Only records whose dates reach to this day or later: a day, a month or a year, from
            its first day on.
        :param to: Only records whose dates begin on this day or earlier: a day, a month or a year, up to
            its last day.
        :param system: Only parades with an appearance of one of these systems, shown or not.
        :param category: Only parades with an appearance of one of these categories, or of a system of one,
            shown or not.
        :param presence: Only parades with an appearance of one of these presences. With `system` or
            `category` given, only those at which it has one of these presences by the rule of the
            comparison: a category was `displayed` where one of its systems was, and its absence is that of
            its systems, unless one of them was displayed.
        :param actor: Only parades with one of these actors as the leader or an attendee.
        :param country: Only parades held by one of these countries (ISO 3166-1 alpha-3). For example `PRK`.
        :param bbox: Only parades at places inside `west,south,east,north`, in degrees (WGS 84).
        :param sort: Order, `-` for descending; `-date` if not given, in feeds `-recorded_at`. Ties go by
            id.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all records selected. `false` if not given.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/parades",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "from": from_,
                "to": to,
                "system": system,
                "category": category,
                "presence": presence,
                "actor": actor,
                "country": country,
                "bbox": bbox,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "known_at": known_at,
            },
            models.Parade,
            whole_table=True,
        )

    def create(self, body: models.ParadeWrite, *, idempotency_key: str | None = None) -> models.Parade:
        """Create a parade.

        Without an `id` the service derives one from the title or name and the date.

        :param idempotency_key: Made for you if left out.
        """
        return cast("models.Parade", self._create(body, idempotency_key))

    def get(self, id: str, *, known_at: datetime | str | None = None) -> models.Parade:
        """Get a parade.

        Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and
        `expand` puts records in the places of their ids.

        :param id: Id of the parade.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast("models.Parade", self._read(f"/v1/parades/{self._segment(id)}", {"known_at": known_at}))

    def replace(
        self, record: models.ParadeWrite | models.Parade, *, if_match: str | None = None
    ) -> models.Parade:
        """Replace a parade, or create it.

        An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be
        that of the URL. A body that says what is stored writes nothing.

        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Parade", self._replace(record, if_match))

    def update(
        self, record: models.Parade | str, changes: models.ParadePatch, *, if_match: str | None = None
    ) -> models.Parade:
        """Change parts of a parade.

        Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is
        a value of a required member (a source's `published`), it sets null. Null for an unknown member is
        an error.

        :param record: The record, or its id.
        :param changes: What changes; null takes a member away.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Parade", self._update(record, changes, if_match))

    def delete(
        self, record: models.Parade | str, *, if_match: str | None = None, reason: str | None = None
    ) -> None:
        """Delete a parade.

        Refused while other records name it. Its history stays readable, and `PUT` brings it back.

        :param record: The record, or its id.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        :param reason: Why, in words; kept in the history and the feed.
        """
        self._delete(record, if_match, {"reason": reason})

    def revisions(
        self,
        id: str,
        *,
        from_: date | str | None = None,
        to: date | str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.RevisionList, models.Revision]:
        """List the revisions of a parade.

        Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of
        the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).

        :param id: Id of the parade.
        :param from_: Only what was recorded at or after this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param to: Only what was recorded at or before this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            f"/v1/parades/{self._segment(id)}/revisions",
            {"from": from_, "to": to, "limit": limit, "cursor": cursor, "known_at": known_at},
            models.Revision,
            whole_table=False,
        )

    def revision(
        self, id: str, number: int, *, compare: int | None = None, known_at: datetime | str | None = None
    ) -> models.ParadeRevision:
        """Get a revision of a parade.

        With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC),
        with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs
        from another revision, earlier or later.

        :param id: Id of the parade.
        :param number: Number of the revision of the parade.
        :param compare: Number of another revision of the record, earlier or later: adds what differs from
            it (`comparison`).
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.ParadeRevision",
            self._read(
                f"/v1/parades/{self._segment(id)}/revisions/{self._segment(number)}",
                {"compare": compare, "known_at": known_at},
            ),
        )

    def comparison(
        self,
        id: str,
        *,
        with_: str | None = None,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> models.ParadeComparison:
        """Get the comparison of a parade.

        The systems and categories that a parade added compared with another, still showed, and no longer
        showed.

        Each system and category that either parade mentions is in one group, with its presence at each of
        the two and the appearances that say so. Appearances count under `published_until` by their own
        citations, else by those of their parade. The category of a system is that of its record, at
        `known_at`.

        :param id: Id of the parade.
        :param with_: Id of the parade to compare with, of the same country; an earlier one or a later. If
            not given, the last one that had certainly ended before this one began and that counts under the
            clocks.
        :param as_of: Only what certainly was so by this date, today (UTC) if not given: what is dated
            counts once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.ParadeComparison",
            self._read(
                f"/v1/parades/{self._segment(id)}/comparison",
                {"with": with_, "as_of": as_of, "published_until": published_until, "known_at": known_at},
            ),
        )


class Facilities(Resource):
    """Nuclear and missile facilities: where they are and the components that findings are about."""

    _path = "/v1/facilities"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        kind: models.FacilityKind | Sequence[models.FacilityKind] | None = None,
        country: str | Sequence[str] | None = None,
        bbox: str | None = None,
        near: str | None = None,
        sort: models.SortByNameOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.FacilityList, models.Facility]:
        """List facilities.

        Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages:
        none skips or repeats a record.

        :param id: Only records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only records that cite one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param kind: Only facilities of one of these kinds.
        :param country: Only facilities in one of these countries (ISO 3166-1 alpha-3). For example `PRK`.
        :param bbox: Only facilities inside `west,south,east,north`, in degrees (WGS 84).
        :param near: Only facilities within `lat,lon,km`: degrees (WGS 84) and kilometres.
        :param sort: Order, `-` for descending; `name` if not given, in feeds `-recorded_at`. Ties go by id.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all records selected. `false` if not given.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/facilities",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "kind": kind,
                "country": country,
                "bbox": bbox,
                "near": near,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "known_at": known_at,
            },
            models.Facility,
            whole_table=True,
        )

    def create(self, body: models.FacilityWrite, *, idempotency_key: str | None = None) -> models.Facility:
        """Create a facility.

        Without an `id` the service derives one from the title or name and the date.

        :param idempotency_key: Made for you if left out.
        """
        return cast("models.Facility", self._create(body, idempotency_key))

    def get(self, id: str, *, known_at: datetime | str | None = None) -> models.Facility:
        """Get a facility.

        Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and
        `expand` puts records in the places of their ids.

        :param id: Id of the facility.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.Facility", self._read(f"/v1/facilities/{self._segment(id)}", {"known_at": known_at})
        )

    def replace(
        self, record: models.FacilityWrite | models.Facility, *, if_match: str | None = None
    ) -> models.Facility:
        """Replace a facility, or create it.

        An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be
        that of the URL. A body that says what is stored writes nothing.

        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Facility", self._replace(record, if_match))

    def update(
        self, record: models.Facility | str, changes: models.FacilityPatch, *, if_match: str | None = None
    ) -> models.Facility:
        """Change parts of a facility.

        Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is
        a value of a required member (a source's `published`), it sets null. Null for an unknown member is
        an error.

        :param record: The record, or its id.
        :param changes: What changes; null takes a member away.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Facility", self._update(record, changes, if_match))

    def delete(
        self, record: models.Facility | str, *, if_match: str | None = None, reason: str | None = None
    ) -> None:
        """Delete a facility.

        Refused while other records name it. Its history stays readable, and `PUT` brings it back.

        :param record: The record, or its id.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        :param reason: Why, in words; kept in the history and the feed.
        """
        self._delete(record, if_match, {"reason": reason})

    def revisions(
        self,
        id: str,
        *,
        from_: date | str | None = None,
        to: date | str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.RevisionList, models.Revision]:
        """List the revisions of a facility.

        Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of
        the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).

        :param id: Id of the facility.
        :param from_: Only what was recorded at or after this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param to: Only what was recorded at or before this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            f"/v1/facilities/{self._segment(id)}/revisions",
            {"from": from_, "to": to, "limit": limit, "cursor": cursor, "known_at": known_at},
            models.Revision,
            whole_table=False,
        )

    def revision(
        self, id: str, number: int, *, compare: int | None = None, known_at: datetime | str | None = None
    ) -> models.FacilityRevision:
        """Get a revision of a facility.

        With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC),
        with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs
        from another revision, earlier or later.

        :param id: Id of the facility.
        :param number: Number of the revision of the facility.
        :param compare: Number of another revision of the record, earlier or later: adds what differs from
            it (`comparison`).
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.FacilityRevision",
            self._read(
                f"/v1/facilities/{self._segment(id)}/revisions/{self._segment(number)}",
                {"compare": compare, "known_at": known_at},
            ),
        )

    def status(
        self,
        id: str,
        *,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> models.FacilityStatus:
        """Get the status of a facility.

        The status of a facility under the three clocks.

        :param id: Id of the facility.
        :param as_of: Only what certainly was so by this date, today (UTC) if not given: what is dated
            counts once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.FacilityStatus",
            self._read(
                f"/v1/facilities/{self._segment(id)}/status",
                {"as_of": as_of, "published_until": published_until, "known_at": known_at},
            ),
        )

    def status_history(
        self,
        id: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.FacilityStatusHistory, models.StatusChange]:
        """Get the status history of a facility.

        The history of a facility's status: an entry for each change, oldest first.

        :param id: Id of the facility.
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param as_of: Only what certainly was so by this date, today (UTC) if not given: what is dated
            counts once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            f"/v1/facilities/{self._segment(id)}/status/history",
            {
                "limit": limit,
                "cursor": cursor,
                "as_of": as_of,
                "published_until": published_until,
                "known_at": known_at,
            },
            models.StatusChange,
            whole_table=False,
        )

    def status_periods(
        self,
        id: str,
        *,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> models.FacilityStatusPeriods:
        """Get the periods of a facility's status.

        For each component and aspect the periods of one state, with the days on which it was observed: what
        a chart of the facility over time is drawn from. By the evidence that counts on `as_of`: what a
        later observation retracts or supersedes is left out of the past too, other than in the history.

        :param id: Id of the facility.
        :param as_of: Only what certainly was so by this date, today (UTC) if not given: what is dated
            counts once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.FacilityStatusPeriods",
            self._read(
                f"/v1/facilities/{self._segment(id)}/status/periods",
                {"as_of": as_of, "published_until": published_until, "known_at": known_at},
            ),
        )


class Observations(Resource):
    """What analysts saw at a facility on a date: the state of its components, and activity there."""

    _path = "/v1/observations"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        from_: date | str | None = None,
        to: date | str | None = None,
        facility: str | Sequence[str] | None = None,
        component: str | Sequence[str] | None = None,
        state: models.FindingState | Sequence[models.FindingState] | None = None,
        method: models.ObservationMethod | Sequence[models.ObservationMethod] | None = None,
        bbox: str | None = None,
        sort: models.SortByDateOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.ObservationList, models.Observation]:
        """List observations.

        Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages:
        none skips or repeats a record.

        :param id: Only records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only records that cite one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param from_: Only records whose dates reach to this day or later: a day, a month or a year, from
            its first day on.
        :param to: Only records whose dates begin on this day or earlier: a day, a month or a year, up to
            its last day.
        :param facility: Only observations of one of these facilities.
        :param component: Only observations with a finding on, or activity at, one of these components.
        :param state: Only observations with a finding of one of these states; with `component` given, of
            that component.
        :param method: Only observations made by one of these methods.
        :param bbox: Only observations of facilities inside `west,south,east,north`, in degrees (WGS 84).
        :param sort: Order, `-` for descending; `-date` if not given, in feeds `-recorded_at`. Ties go by
            id.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all records selected. `false` if not given.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/observations",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "from": from_,
                "to": to,
                "facility": facility,
                "component": component,
                "state": state,
                "method": method,
                "bbox": bbox,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "known_at": known_at,
            },
            models.Observation,
            whole_table=True,
        )

    def create(
        self, body: models.ObservationWrite, *, idempotency_key: str | None = None
    ) -> models.Observation:
        """Create an observation.

        Without an `id` the service derives one from the title or name and the date.

        :param idempotency_key: Made for you if left out.
        """
        return cast("models.Observation", self._create(body, idempotency_key))

    def get(self, id: str, *, known_at: datetime | str | None = None) -> models.Observation:
        """Get an observation.

        Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and
        `expand` puts records in the places of their ids.

        :param id: Id of the observation.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.Observation", self._read(f"/v1/observations/{self._segment(id)}", {"known_at": known_at})
        )

    def replace(
        self, record: models.ObservationWrite | models.Observation, *, if_match: str | None = None
    ) -> models.Observation:
        """Replace an observation, or create it.

        An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be
        that of the URL. A body that says what is stored writes nothing.

        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Observation", self._replace(record, if_match))

    def update(
        self,
        record: models.Observation | str,
        changes: models.ObservationPatch,
        *,
        if_match: str | None = None,
    ) -> models.Observation:
        """Change parts of an observation.

        Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is
        a value of a required member (a source's `published`), it sets null. Null for an unknown member is
        an error.

        :param record: The record, or its id.
        :param changes: What changes; null takes a member away.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        """
        return cast("models.Observation", self._update(record, changes, if_match))

    def delete(
        self, record: models.Observation | str, *, if_match: str | None = None, reason: str | None = None
    ) -> None:
        """Delete an observation.

        Refused while other records name it. Its history stays readable, and `PUT` brings it back.

        :param record: The record, or its id.
        :param if_match: The entity tag that the write is based on; that of the record passed if left out.
        :param reason: Why, in words; kept in the history and the feed.
        """
        self._delete(record, if_match, {"reason": reason})

    def revisions(
        self,
        id: str,
        *,
        from_: date | str | None = None,
        to: date | str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.RevisionList, models.Revision]:
        """List the revisions of an observation.

        Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of
        the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).

        :param id: Id of the observation.
        :param from_: Only what was recorded at or after this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param to: Only what was recorded at or before this instant (RFC 3339, or a day, month or year in
            UTC; inclusive).
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            f"/v1/observations/{self._segment(id)}/revisions",
            {"from": from_, "to": to, "limit": limit, "cursor": cursor, "known_at": known_at},
            models.Revision,
            whole_table=False,
        )

    def revision(
        self, id: str, number: int, *, compare: int | None = None, known_at: datetime | str | None = None
    ) -> models.ObservationRevision:
        """Get a revision of an observation.

        With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC),
        with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs
        from another revision, earlier or later.

        :param id: Id of the observation.
        :param number: Number of the revision of the observation.
        :param compare: Number of another revision of the record, earlier or later: adds what differs from
            it (`comparison`).
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.ObservationRevision",
            self._read(
                f"/v1/observations/{self._segment(id)}/revisions/{self._segment(number)}",
                {"compare": compare, "known_at": known_at},
            ),
        )


class Steps(Resource):
    """The steps that led to a summit or away from it: what its status became, when, and by whom."""

    _path = "/v1/steps"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        from_: date | str | None = None,
        to: date | str | None = None,
        party: str | None = None,
        actor: str | Sequence[str] | None = None,
        party_country: str | Sequence[str] | None = None,
        place: str | None = None,
        country: str | Sequence[str] | None = None,
        bbox: str | None = None,
        status: models.StepStatus | Sequence[models.StepStatus] | None = None,
        by: str | None = None,
        by_actor: str | Sequence[str] | None = None,
        sort: models.SortByDateOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.StepList, models.StepRow]:
        """List steps.

        The steps that led to a summit or away from it: what its status became, when, and by whom. Each row
        has its record and place, its date, and the citations that it rests on. Filters narrow the list
        together: those of the record select by it, the others select rows, not records that have such a row
        somewhere. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a
        row.

        Rows count whose date had certainly come by `as_of`, today (UTC) if not given, and under
        `published_until` those that one of their citations had told of; `left_out` counts the others.
        Nothing else is left out: what a later observation retracts, or a party denies, is among the rows as
        it stands in the record.

        :param id: Only steps of records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only steps whose citations name one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param from_: Only steps whose dates reach to this day or later: a day, a month or a year, from its
            first day on.
        :param to: Only steps whose dates begin on this day or earlier: a day, a month or a year, up to its
            last day.
        :param party: Only summits with a party of this name, or whose actor has it. Whole words of one
            name, in any order; case and accents ignored, `*` ends a prefix.
        :param actor: Only summits with a party that is one of these actors.
        :param party_country: Only summits with a party from one of these countries (ISO 3166-1 alpha-3).
            For example `PRK`.
        :param place: Only summits at a place of this name. Whole words of one name, in any order; case and
            accents ignored, `*` ends a prefix.
        :param country: Only summits at a place in one of these countries (ISO 3166-1 alpha-3). For example
            `PRK`.
        :param bbox: Only summits at places inside `west,south,east,north`, in degrees (WGS 84).
        :param status: Only steps to one of these statuses (comma list).
        :param by: Only steps taken by a party of this name, or whose actor has it. Whole words of one name,
            in any order; case and accents ignored, `*` ends a prefix.
        :param by_actor: Only steps taken by one of these actors (comma list).
        :param sort: Order, `-` for descending; `-date` if not given. Ties go by record, then place in it.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all rows selected. `false` if not given.
        :param as_of: Only what certainly was so by this date, today (UTC) if not given: what is dated
            counts once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/steps",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "from": from_,
                "to": to,
                "party": party,
                "actor": actor,
                "party_country": party_country,
                "place": place,
                "country": country,
                "bbox": bbox,
                "status": status,
                "by": by,
                "by_actor": by_actor,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "as_of": as_of,
                "published_until": published_until,
                "known_at": known_at,
            },
            models.StepRow,
            whole_table=True,
        )


class Appearances(Resource):
    """The weapon systems and categories that were shown at a parade, or were missing from it."""

    _path = "/v1/appearances"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        from_: date | str | None = None,
        to: date | str | None = None,
        actor: str | Sequence[str] | None = None,
        country: str | Sequence[str] | None = None,
        bbox: str | None = None,
        system: str | Sequence[str] | None = None,
        category: models.AppearanceCategory | Sequence[models.AppearanceCategory] | None = None,
        presence: models.AppearancePresence | Sequence[models.AppearancePresence] | None = None,
        basis: models.ClaimBasis | Sequence[models.ClaimBasis] | None = None,
        identification: models.AppearanceIdentification
        | Sequence[models.AppearanceIdentification]
        | None = None,
        sort: models.SortByDateOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.AppearanceList, models.AppearanceRow]:
        """List appearances.

        The weapon systems and categories that were shown at a parade, or were missing from it. Each row has
        its record and place, its date, and the citations that it rests on. Filters narrow the list
        together: those of the record select by it, the others select rows, not records that have such a row
        somewhere. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a
        row.

        Rows count whose date had certainly come by `as_of`, today (UTC) if not given, and under
        `published_until` those that one of their citations had told of; `left_out` counts the others.
        Nothing else is left out: what a later observation retracts, or a party denies, is among the rows as
        it stands in the record.

        :param id: Only appearances of records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only appearances whose citations name one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param from_: Only appearances whose dates reach to this day or later: a day, a month or a year,
            from its first day on.
        :param to: Only appearances whose dates begin on this day or earlier: a day, a month or a year, up
            to its last day.
        :param actor: Only parades with one of these actors as the leader or an attendee.
        :param country: Only parades held by one of these countries (ISO 3166-1 alpha-3). For example `PRK`.
        :param bbox: Only parades at places inside `west,south,east,north`, in degrees (WGS 84).
        :param system: Only appearances of one of these systems, shown or not (comma list).
        :param category: Only appearances of one of these categories, or of a system of one (comma list).
        :param presence: Only appearances with one of these presences, as the record states it (comma list).
        :param basis: Only appearances stated, or inferred.
        :param identification: Only appearances of systems identified with this certainty (comma list).
        :param sort: Order, `-` for descending; `-date` if not given. Ties go by record, then place in it.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all rows selected. `false` if not given.
        :param as_of: Only what certainly was so by this date, today (UTC) if not given: what is dated
            counts once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/appearances",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "from": from_,
                "to": to,
                "actor": actor,
                "country": country,
                "bbox": bbox,
                "system": system,
                "category": category,
                "presence": presence,
                "basis": basis,
                "identification": identification,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "as_of": as_of,
                "published_until": published_until,
                "known_at": known_at,
            },
            models.AppearanceRow,
            whole_table=True,
        )


class Findings(Resource):
    """What was found at facilities: the state of a component, or of the whole site, in one aspect."""

    _path = "/v1/findings"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        from_: date | str | None = None,
        to: date | str | None = None,
        facility: str | Sequence[str] | None = None,
        method: models.ObservationMethod | Sequence[models.ObservationMethod] | None = None,
        bbox: str | None = None,
        component: str | Sequence[str] | None = None,
        state: models.FindingState | Sequence[models.FindingState] | None = None,
        aspect: models.FindingAspect | Sequence[models.FindingAspect] | None = None,
        sort: models.SortByDateOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.FindingList, models.FindingRow]:
        """List findings.

        What was found at facilities: the state of a component, or of the whole site, in one aspect. Each
        row has its record and place, its date, and the citations that it rests on. Filters narrow the list
        together: those of the record select by it, the others select rows, not records that have such a row
        somewhere. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a
        row.

        Rows count whose date had certainly come by `as_of`, today (UTC) if not given, and under
        `published_until` those that one of their citations had told of; `left_out` counts the others.
        Nothing else is left out: what a later observation retracts, or a party denies, is among the rows as
        it stands in the record.

        :param id: Only findings of records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only findings whose citations name one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param from_: Only findings whose dates reach to this day or later: a day, a month or a year, from
            its first day on.
        :param to: Only findings whose dates begin on this day or earlier: a day, a month or a year, up to
            its last day.
        :param facility: Only observations of one of these facilities.
        :param method: Only observations made by one of these methods.
        :param bbox: Only observations of facilities inside `west,south,east,north`, in degrees (WGS 84).
        :param component: Only findings on one of these components (comma list).
        :param state: Only findings of one of these states (comma list).
        :param aspect: Only findings in one of these aspects (comma list).
        :param sort: Order, `-` for descending; `-date` if not given. Ties go by record, then place in it.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all rows selected. `false` if not given.
        :param as_of: Only what certainly was so by this date, today (UTC) if not given: what is dated
            counts once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/findings",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "from": from_,
                "to": to,
                "facility": facility,
                "method": method,
                "bbox": bbox,
                "component": component,
                "state": state,
                "aspect": aspect,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "as_of": as_of,
                "published_until": published_until,
                "known_at": known_at,
            },
            models.FindingRow,
            whole_table=True,
        )


class Claims(Resource):
    """What parties claim about what is recorded: who, with which stance, about what."""

    _path = "/v1/claims"

    def list(
        self,
        *,
        id: str | Sequence[str] | None = None,
        q: str | None = None,
        source: str | Sequence[str] | None = None,
        recorded_after: datetime | str | None = None,
        from_: date | str | None = None,
        to: date | str | None = None,
        type: models.ChangeType | Sequence[models.ChangeType] | None = None,
        by: str | None = None,
        by_actor: str | Sequence[str] | None = None,
        stance: models.ClaimStance | Sequence[models.ClaimStance] | None = None,
        about: str | None = None,
        sort: models.SortByDateOrIdOrRecordedAt | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        count: bool | None = None,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.ClaimList, models.ClaimRow]:
        """List claims.

        What parties claim about what is recorded: who, with which stance, about what. Each row has its
        record and place, its date, and the citations that it rests on. Filters narrow the list together:
        those of the record select by it, the others select rows, not records that have such a row
        somewhere. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a
        row.

        Rows count whose date had certainly come by `as_of`, today (UTC) if not given, and under
        `published_until` those that one of their citations had told of; `left_out` counts the others.
        Nothing else is left out: what a later observation retracts, or a party denies, is among the rows as
        it stands in the record.

        :param id: Only claims of records with one of these ids (comma list).
        :param q: Only records whose texts hold all these words, by their stems and in either spelling; case
            and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out
            what has the word; there are no other operators, `OR` is a word.
        :param source: Only claims whose citations name one of these sources (comma list).
        :param recorded_after: Only records whose current revision was recorded after this instant (RFC
            3339).
        :param from_: Only claims whose dates reach to this day or later: a day, a month or a year, from its
            first day on.
        :param to: Only claims whose dates begin on this day or earlier: a day, a month or a year, up to its
            last day.
        :param type: Only claims of records of one of these types (comma list).
        :param by: Only claims by a party of this name, or whose actor has it. Whole words of one name, in
            any order; case and accents ignored, `*` ends a prefix.
        :param by_actor: Only claims by one of these actors (comma list).
        :param stance: Only claims with one of these stances (comma list).
        :param about: Only claims about this place in their record, a JSON Pointer such as `/steps/0`, or
            about a place within it; else only claims about a topic with these words. Whole words of one
            name, in any order; case and accents ignored, `*` ends a prefix.
        :param sort: Order, `-` for descending; `-date` if not given. Ties go by record, then place in it.
        :param limit: How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or
            GeoJSON.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param count: Whether to add `total`, the number of all rows selected. `false` if not given.
        :param as_of: Only what certainly was so by this date, today (UTC) if not given: what is dated
            counts once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/claims",
            {
                "id": id,
                "q": q,
                "source": source,
                "recorded_after": recorded_after,
                "from": from_,
                "to": to,
                "type": type,
                "by": by,
                "by_actor": by_actor,
                "stance": stance,
                "about": about,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "count": count,
                "as_of": as_of,
                "published_until": published_until,
                "known_at": known_at,
            },
            models.ClaimRow,
            whole_table=True,
        )


class Operations(Caller):
    """All that the service answers; records and parts of records are attributes."""

    @cached_property
    def sources(self) -> Sources:
        """The articles, imagery analyses, briefings and statements that records rest on."""
        return Sources(self)

    @cached_property
    def systems(self) -> Systems:
        """Weapon systems: what they are called by whom, their category and range."""
        return Systems(self)

    @cached_property
    def actors(self) -> Actors:
        """People and bodies that take part in events or make statements: their names, offices and countries."""
        return Actors(self)

    @cached_property
    def summits(self) -> Summits:
        """Meetings of leaders, held or not: the parties, the steps that led there, and the outcome."""
        return Summits(self)

    @cached_property
    def communications(self) -> Communications:
        """Letters, statements, briefings, calls and visits: who said what to whom, and about what."""
        return Communications(self)

    @cached_property
    def parades(self) -> Parades:
        """Military parades: the occasion, the forces, and the weapon systems shown or left out."""
        return Parades(self)

    @cached_property
    def facilities(self) -> Facilities:
        """Nuclear and missile facilities: where they are and the components that findings are about."""
        return Facilities(self)

    @cached_property
    def observations(self) -> Observations:
        """What analysts saw at a facility on a date: the state of its components, and activity there."""
        return Observations(self)

    @cached_property
    def steps(self) -> Steps:
        """The steps that led to a summit or away from it: what its status became, when, and by whom."""
        return Steps(self)

    @cached_property
    def appearances(self) -> Appearances:
        """The weapon systems and categories that were shown at a parade, or were missing from it."""
        return Appearances(self)

    @cached_property
    def findings(self) -> Findings:
        """What was found at facilities: the state of a component, or of the whole site, in one aspect."""
        return Findings(self)

    @cached_property
    def claims(self) -> Claims:
        """What parties claim about what is recorded: who, with which stance, about what."""
        return Claims(self)

    def index(self) -> models.ServiceIndex:
        """See what there is.

        Links to every list, and to what else there is.
        """
        return cast("models.ServiceIndex", self._read("/v1", {}))

    def changes(
        self,
        *,
        after: int | None = None,
        chain: str | None = None,
        before: int | None = None,
        type: models.ChangeType | Sequence[models.ChangeType] | None = None,
        party: str | None = None,
        regarding: str | Sequence[str] | None = None,
        facility: str | Sequence[str] | None = None,
        limit: int | None = None,
        known_at: datetime | str | None = None,
    ) -> models.ChangeList:
        """Follow the changes.

        Every create, update and delete, once and in order. Keep the last `next_after` and `next_chain`: who
        goes on from there misses nothing and sees nothing twice, and is told (410) where the service was
        restored from a backup. `Link` has a `next` only while there is more. A filter tells of the records
        that meet it after a change or met it before; at most ten thousand changes are looked through for
        one answer, which may then be empty and have a `next`.

        :param after: Only changes after this number; 0, the default, is the beginning, `latest` the end.
            `0` if not given.
        :param chain: With `after`: the `next_chain` that came with it. Where this service never gave the
            two together, the answer is 410: it was restored from a backup, say, and changes would be
            missed.
        :param before: Only changes before this number.
        :param type: Only changes to records of these types (comma list).
        :param party: Only communications from or to a party of this name, or whose actor has it. Whole
            words of one name, in any order; case and accents ignored, `*` ends a prefix.
        :param regarding: Only communications that concern one of these records: `summits/singapore-2018`,
            say.
        :param facility: Only observations of one of these facilities.
        :param limit: How many entries a page holds; 50 if not given.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.ChangeList",
            self._read(
                "/v1/changes",
                {
                    "after": after,
                    "chain": chain,
                    "before": before,
                    "type": type,
                    "party": party,
                    "regarding": regarding,
                    "facility": facility,
                    "limit": limit,
                    "known_at": known_at,
                },
            ),
        )

    def presence(
        self,
        *,
        from_: date | str | None = None,
        to: date | str | None = None,
        country: str | Sequence[str] | None = None,
        category: models.AppearanceCategory | Sequence[models.AppearanceCategory] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> models.ParadeGrid:
        """Get the presence of systems at parades.

        Which weapon systems each parade showed, and which it did not: the grid of systems by parades,
        newest parades first.

        Presence is told as by the comparison of two parades: a category's absence is that of its systems,
        unless one of them was displayed, and what no record mentions is `unrecorded`.

        :param from_: Only parades whose dates reach to this day or later: a day, a month or a year, from
            its first day on.
        :param to: Only parades whose dates begin on this day or earlier: a day, a month or a year, up to
            its last day.
        :param country: Only parades of one of these countries (ISO 3166-1 alpha-3, comma list). For example
            `PRK`.
        :param category: Only systems of one of these categories (comma list).
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param as_of: Only what certainly was so by this date, today (UTC) if not given: what is dated
            counts once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.ParadeGrid",
            self._read(
                "/v1/presence",
                {
                    "from": from_,
                    "to": to,
                    "country": country,
                    "category": category,
                    "limit": limit,
                    "cursor": cursor,
                    "as_of": as_of,
                    "published_until": published_until,
                    "known_at": known_at,
                },
            ),
        )

    def situation(
        self,
        *,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> models.Situation:
        """Get the situation.

        The state of play under the three clocks: summits, communications, the last parade, the facilities.

        What is dated counts once the latest day that its date can mean has come by `reference_date`. What
        began on one day goes by id.

        :param as_of: Only what certainly was so by this date, today (UTC) if not given: what is dated
            counts once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return cast(
            "models.Situation",
            self._read(
                "/v1/situation", {"as_of": as_of, "published_until": published_until, "known_at": known_at}
            ),
        )

    def timeline(
        self,
        *,
        from_: date | str | None = None,
        to: date | str | None = None,
        kind: models.TimelineEntryKind | Sequence[models.TimelineEntryKind] | None = None,
        country: str | Sequence[str] | None = None,
        facility: str | Sequence[str] | None = None,
        actor: str | Sequence[str] | None = None,
        near: str | None = None,
        days: int | None = None,
        sort: models.SortByDate | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.Timeline, models.TimelineEntry]:
        """Get the timeline.

        One page of the timeline: summit steps, communications, parades and observations in one dated
        stream.

        Entries are found by the days that their dates can mean, as in the lists: an entry is in a range
        when its dates overlap it. Those count which certainly took place by `as_of`, today (UTC) if not
        given, under `published_until` those that a source had told of. Observations that a later one
        retracts or supersedes are left out of `items` and counted in `left_out`, as are findings so taken
        back from the summaries.

        :param from_: Only entries whose dates reach to this day or later: a day, a month or a year, from
            its first day on.
        :param to: Only entries whose dates begin on this day or earlier: a day, a month or a year, up to
            its last day.
        :param kind: Only entries of one of these kinds (comma list).
        :param country: Only what concerns one of these countries (ISO 3166-1 alpha-3, comma list): that of
            a party to a summit or of its place, of the sender or receiver of a communication, of a parade,
            of the facility observed. For example `PRK`.
        :param facility: Only observations of one of these facilities, and communications regarding one of
            them (comma list).
        :param actor: Only what one of these actors took part in (comma list): summits as a party or by
            taking the step, communications as sender or receiver, parades as leader or attendee.
        :param near: Only what happened around this record (`summits/singapore-2018`, say): within `days` of
            its date, or where it has none of its last step by the clocks.
        :param days: With `near`: how many days before and after, 0 to 3660; 30 if not given.
        :param sort: Order, `-date` if not given: newest first. What began on one day goes by kind.
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param as_of: Only what certainly was so by this date, today (UTC) if not given: what is dated
            counts once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/timeline",
            {
                "from": from_,
                "to": to,
                "kind": kind,
                "country": country,
                "facility": facility,
                "actor": actor,
                "near": near,
                "days": days,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
                "as_of": as_of,
                "published_until": published_until,
                "known_at": known_at,
            },
            models.TimelineEntry,
            whole_table=False,
        )

    def search(
        self,
        q: str,
        *,
        type: models.ChangeType | Sequence[models.ChangeType] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> Pages[models.Search, models.SearchResult]:
        """Get the search.

        One page of the records that hold the words of `q`, of every type.

        First what has a name of its own (summits, parades, facilities, systems), then what is about such
        things (communications, observations), then the sources that report both. Within each, first what is
        called just that, then what has the words in its names, then what holds them anywhere; of these
        systems and facilities come first, by name, then what has a date, newest first; what falls on one
        day goes by type, then id, backwards.

        Under `as_of` records count whose date certainly had come (summits: that of one of their steps),
        under `published_until` those that a source had told of by then. The words must then stand in names,
        or in texts that count: not in later steps of a summit, nor in what rests on later sources only.

        :param q: The words to look for, all of which must stand in a record: in any of its texts, names,
            ids and enumeration values. They are found by their stem (`dismantled` finds `dismantling`), in
            British and American spelling, Korean ones with any particle; case, accents, apostrophes, and
            whether hyphens or blanks join a name (`Hwasong-17`), make no difference. `"joint statement"` is
            a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other
            operators, `OR` is a word. A system or facility is found by any of its names; records that only
            name it by its id, by that id: ask their list, `/v1/parades?system=` say.
        :param type: Only records of one of these types (comma list).
        :param limit: How many entries a page holds; 50 if not given.
        :param cursor: Where to go on: the `next_cursor` of the page before.
        :param as_of: Only what certainly was so by this date, any day if not given: what is dated counts
            once the latest day that its date can mean has come.
        :param published_until: Only what was public by this date: each statement counts once one of its own
            citations, else of its record's, names a source that had certainly appeared.
        :param known_at: Answer as the service would have at this instant (RFC 3339, inclusive, not in the
            future).
        """
        return Pages(
            self,
            "/v1/search",
            {
                "q": q,
                "type": type,
                "limit": limit,
                "cursor": cursor,
                "as_of": as_of,
                "published_until": published_until,
                "known_at": known_at,
            },
            models.SearchResult,
            whole_table=False,
        )
