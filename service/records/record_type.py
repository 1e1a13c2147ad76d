"""What a record type declares of itself, and the registry that the application is composed of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeVar

from marshmallow import fields
from sqlalchemy import Connection

from service.records.clocks import CLAIMS, Clocks
from service.records.part_lists import CLAIMS as CLAIM_LIST
from service.records.part_lists import PartList
from service.records.schemas.dates import DateBounds
from service.records.schemas.parts import address
from service.records.schemas.schema import RecordSchema

Document = dict[str, Any]
Declared = TypeVar("Declared")


@dataclass(frozen=True)
class Filter:
    """A query parameter of a type's list.

    ``field`` validates and documents one value, and ``of`` yields the values of a record, of which empty ones are
    passed over: its terms. ``match`` says how values select records: ``any_of`` compares with the terms; ``name`` finds
    a name by whole words of it in any order, case and accents folded, ``*`` ending a prefix; ``bbox`` and ``near``
    compare with the record's position.

    With ``through``, the name of another filter whose terms are ids of the record type of that name, records are found
    also by what those records have at the same change: their position, or what they have under the filter ``there``
    (by default the one of the same name).

    With ``in_feed`` the change feed takes the filter too; it goes by the terms of each revision and, with ``through``,
    by what the records named have at the feed's change.
    """

    name: str
    field: fields.Field[Any]
    match: Literal["any_of", "name", "bbox", "near"] = "any_of"
    through: str | None = None
    there: str = ""
    in_feed: bool = False
    of: Callable[[Document], Iterable[str | None]] | None = None


@dataclass(frozen=True)
class DatedPart:
    """A part of a record that has a date of its own: where it stands, the days it can mean, its own terms."""

    pointer: str
    bounds: DateBounds
    terms: tuple[tuple[str, str], ...] = ()


Original = Callable[[str, str], str | None]
"""Returns the value of a record, by type and id, that rows of those naming it copy, ``None`` where there is none."""


class CopiedTerm(NamedTuple):
    """A term with a sort key of its own, made with copies of values of the records that it names."""

    field: str
    value: str
    sort_key: str = ""


@dataclass(frozen=True)
class Acyclic:
    """References of a type's records to one another that must not form a cycle, all of these together.

    ``fields`` are fields, or ``list.field`` for those of a list's parts; of these only parts whose field ``having`` has
    one of ``values``. ``free_text`` names the list that may hold texts other than ids: one that equals an id is that id
    from the start, even where the record is created afterwards.
    """

    fields: tuple[str, ...]
    having: str = ""
    values: tuple[str, ...] = ()
    free_text: str = ""


def _no_terms(_: Document) -> Iterable[tuple[str, str]]:
    return ()


@dataclass(frozen=True)
class RecordType:
    """One kind of record: its schema, dates, terms and references; the mechanism does the rest.

    ``title`` gives the text from which ``POST`` derives an id. ``date`` gives the record's dates (``from``, ``to``
    and ``sort=date`` use them), ``terms`` the ``(field, value)`` pairs it is found by besides those of its filters.
    ``position`` gives the latitude and longitude of a record, ``position_from`` names the reference to the record whose
    position it has, ``position_of_part`` gives the position of the part with an id.
    References are read off the schema. ``derive`` adds read-only fields on the way in, ``clocked`` answers as of
    another date; ``settled_on`` tells from which ISO date on that is what ``derive`` gave and is stored.
    ``combined`` makes conditions of several filters given together: for a connection, the values and a change
    (``None``: now) it returns a condition for each tuple of their names, which takes the place of these filters.
    ``moments`` gives the parts with dates of their own, in the order they are sent: each is indexed by its own date.
    ``copied_onto_referrers`` is the field of its one term ``id|value`` of which rows of the records that name it hold
    copies; ``copied_terms`` makes such rows (``copies.py``).
    ``acyclic`` names the references that must not lead back to the record.
    ``accounts`` are the lists of parts whose sources do not report what took place, but what is said about it.
    ``part_lists`` are the parts that are listed across records, besides the claims, which every type has. Parts with a
    field ``date`` must be the ``moments`` of the type: they are ordered by that date, all others by the record's.
    ``views`` returns, for a ``Context``, the ``Resource``s of the type's derived views. ``for_views`` is what it
    declares for views across types: an object of a class of each such view, which the mechanism does not look into.
    """

    name: str
    path: str
    schema: type[RecordSchema]
    description: str
    title: Callable[[Document], str]
    terms: Callable[[Document], Iterable[tuple[str, str]]] = _no_terms
    date: Callable[[Document], DateBounds | None] | None = None
    filters: tuple[Filter, ...] = ()
    position: Callable[[Document], tuple[float, float] | None] | None = None
    position_from: str = ""
    position_of_part: Callable[[Document, str], tuple[float, float] | None] | None = None
    name_of: Callable[[Document], str] | None = None
    derive: Callable[[Document], Document] | None = None
    read_only: Mapping[str, fields.Field[Any]] = field(default_factory=dict)
    parts: Callable[[Document], Iterable[str]] | None = None
    clocked: Callable[[Document, Clocks], Document] | None = None
    settled_on: Callable[[Document], str] | None = None
    moments: Callable[[Document], Iterable[DatedPart]] | None = None
    copied_onto_referrers: str | None = None
    copied_terms: Callable[[Document, Original], Iterable[CopiedTerm]] | None = None
    views: Callable[[Any], list[Any]] | None = None
    for_views: tuple[object, ...] = ()
    acyclic: tuple[Acyclic, ...] = ()
    accounts: tuple[str, ...] = CLAIMS
    part_lists: tuple[PartList, ...] = ()
    combined: Callable[[Connection, Mapping[str, Any], int | None], Mapping[tuple[str, ...], Any]] | None = (
        None
    )

    @property
    def is_placed(self) -> bool:
        """Whether its records have a place on a map, where it is known."""
        return self.position is not None or bool(self.position_from)

    def declared(self, of: type[Declared]) -> Declared | None:
        """Return what the type declares for a view across types, by its class; ``None`` where it declares none."""
        return next((each for each in self.for_views if isinstance(each, of)), None)

    @property
    def all_part_lists(self) -> tuple[PartList, ...]:
        """The lists of its parts, those of every type included."""
        return (*self.part_lists, CLAIM_LIST)

    def lists_by_own_date(self, part_list: PartList) -> bool:
        """Return whether the parts of a list have dates of their own, by which they are indexed: ``moments``."""
        return part_list.is_dated(self.schema)

    def found_by(self, document: Document) -> Iterator[tuple[str, str]]:
        """Yield the terms of a record, ``(field, value)`` pairs: those of its filters, and what else finds it."""
        for declared in self.filters:
            if declared.of is not None:
                yield from ((declared.name, value) for value in declared.of(document) if value)
        yield from self.terms(document)

    def without_unknown(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Return a body without those derived members that are null, as they are under a clock before their first date.

        So what was read under any clock may be sent back; what they are follows from the body in any case.
        """
        return {
            name: value for name, value in body.items() if value is not None or name not in self.read_only
        }

    def __post_init__(self) -> None:
        """Raise ``ValueError`` for what the index has no room for: it keeps one sort key a record."""
        if self.date and self.name_of:
            raise ValueError(f"{self.name}: a date or a name to sort by, not both")
        if self.moments is None and any(map(self.lists_by_own_date, self.part_lists)):
            raise ValueError(
                f"{self.name}: parts with dates of their own that are listed must be its moments"
            )

    def called(self, document: Document) -> str:
        """Return what a record is called; where it has no name, what its id is made of (``letter Kim Jong Un``)."""
        title = self.title(document)
        return title if title in (document.get("title"), document.get("name")) else title.replace("_", " ")

    @property
    def sorts(self) -> tuple[str, ...]:
        """The keys that ``sort`` takes, without and with ``-``; the first is the default."""
        names = (["-date", "date"] if self.date else []) + (["name", "-name"] if self.name_of else [])
        return (*names, "id", "-id", "recorded_at", "-recorded_at")


def with_article(name: str) -> str:
    """Return the name of a record type as words with their indefinite article: "an actor", "a summit"."""
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name.replace('_', ' ')}"


def both(one: tuple[str, str], other: tuple[str, str]) -> tuple[str, str]:
    """Return the term of a part that has these two terms."""
    return f"{one[0]}+{other[0]}", f"{one[1]}|{other[1]}"


class Registry:
    """The record types of an application, found by their singular name or by their path."""

    def __init__(self, record_types: Iterable[RecordType]) -> None:
        self._by_name: dict[str, RecordType] = {}
        self._by_path: dict[str, RecordType] = {}
        for record_type in record_types:
            if record_type.name in self._by_name or record_type.path in self._by_path:
                raise ValueError(f"record type {record_type.name!r} is listed twice")
            if not address({"type": record_type.name, "id": ""}).startswith(f"{record_type.path}/"):
                raise ValueError(
                    f"the path of {record_type.name!r} must be its plural, as references to it have it"
                )
            self._by_name[record_type.name] = record_type
            self._by_path[record_type.path] = record_type
        for name in self.part_lists:
            if name in self._by_path:
                raise ValueError(f"{name!r} is the path of a record type and of a list of parts")

    @property
    def part_lists(self) -> Mapping[str, tuple[RecordType, ...]]:
        """The types whose parts are in each list, by the name of the list; lists of every type come last."""
        found: dict[str, tuple[RecordType, ...]] = {}
        for own in (True, False):
            for record_type in self:
                for each in record_type.part_lists if own else record_type.all_part_lists:
                    having = found.setdefault(each.name, ())
                    if record_type.name not in (other.name for other in having):
                        found[each.name] = (*having, record_type)
        return found

    def __iter__(self) -> Iterator[RecordType]:
        return iter(self._by_name.values())

    def named(self, name: str) -> RecordType:
        """Return the type of this singular name; raises ``KeyError``."""
        return self._by_name[name]

    def at(self, path: str) -> RecordType | None:
        """Return the type served under this path segment, or ``None``."""
        return self._by_path.get(path)

    @property
    def names(self) -> tuple[str, ...]:
        """The singular names, in the order they were listed."""
        return tuple(self._by_name)

    @property
    def paths(self) -> tuple[str, ...]:
        """The path segments, in the order they were listed."""
        return tuple(self._by_path)
