"""A record of a few hundred revisions, random but always the same."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from sqlalchemy import Connection

from service.records.context import Context
from service.records.documents import draft
from service.records.revisions import StoredRevision, current_revision
from service.records.writing import Writer
from tests.contracts import factories as a

Document = dict[str, Any]

COUNTRIES = ("PRK", "KOR", "USA", "CHN", "SGP", "VNM")
PEOPLE = (
    "Kim Jong Un",
    "김정은",
    "Donald Trump",
    "MOON Jae-in",
    "José Müller",
    "Xi Jinping",
    "unnamed officials",
)
PLACES = ("Singapore", "Hà Nội", "판문점", "P'anmunjŏm", "Capella Hotel")
# Found in notes, and nowhere else.
WORDS = ("aardvark", "basalt", "cumulus", "ökonomie", "핵실험", "dovetail")
STATUSES = ("proposed", "requested", "accepted", "scheduled", "held", "cancelled", "reinstated")
CATEGORIES = ("icbm", "srbm", "slbm", "sam", "uav")
PRESENCES = ("displayed", "absent", "not_observed")
STATES = ("intact", "modified", "dismantled", "rebuilding", "unknown")
METHODS = ("satellite_imagery", "ground_photo", "inspection")
LETTERS = ("letter", "statement", "speech", "phone_call")
SITES = ("nuclear_reactor", "missile_base", "shipyard")
COMPONENTS = ("reactor", "gate", "pad")
FIRST_DAY = date(2016, 1, 1)
# In an order in which whatever is named is there.
COUNTS = {
    "sources": 8, "actors": 6, "systems": 12, "facilities": 14, "summits": 30, "communications": 30, "parades": 24,
    "observations": 40,
}  # fmt: skip


@dataclass(frozen=True)
class Written:
    """One revision: the change that made it, and the record as served, None for a deletion."""

    seq: int
    recorded_at: str
    path: str
    id: str
    document: Document | None


@dataclass(repr=False)
class World:
    """Every revision there is, in order."""

    revisions: list[Written] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"a world of {len(self.revisions)} revisions"

    @property
    def instants(self) -> list[str]:
        return [written.recorded_at for written in self.revisions]

    def held(self, path: str, known_at: str | None = None) -> list[Document]:
        """The records of a type as they were at an instant."""
        found: dict[str, Document] = {}
        for written in self.revisions:
            if written.path == path and (known_at is None or written.recorded_at <= known_at):
                found.pop(written.id, None)
                if written.document is not None:
                    found[written.id] = written.document
        return list(found.values())


def populate(context: Context) -> World:
    """Fill an empty database."""
    world, random = World(), Random(20180612)
    with context.database.writing() as connection:
        pen = _Pen(context, connection, world)
        for path, body in a.STANDING:
            pen.put(path, body)
        made = [(path, f"{path[:3]}-{number}") for path, count in COUNTS.items() for number in range(count)]
        for path, record_id in [*made, *random.sample(made, 70)]:
            pen.put(path, _BODIES[path](random, record_id))
        unreferenced = [each for each in made if each[0] in ("communications", "observations", "parades")]
        gone = random.sample(unreferenced, 16)
        for path, record_id in gone:
            pen.remove(path, record_id)
        for path, record_id in gone[:6]:
            pen.put(path, _BODIES[path](random, record_id))
    return world


class _Pen:
    """Writes to the database, and down what it wrote."""

    def __init__(self, context: Context, connection: Connection, world: World) -> None:
        self._registry, self._connection, self._world = context.registry, connection, world
        self._writer = Writer(connection, context.registry, "world")

    def put(self, path: str, body: Document) -> None:
        record_type = self._registry.at(path)
        stored = current_revision(self._connection, record_type.name, body["id"])
        made = draft(record_type, self._registry, body)
        revision, is_new = self._writer.put(made, body["id"], stored=stored)
        if is_new:
            self._note(path, revision)

    def remove(self, path: str, record_id: str) -> None:
        record_type = self._registry.at(path)
        stored = current_revision(self._connection, record_type.name, record_id)
        self._note(path, self._writer.delete(record_type, stored, None))

    def _note(self, path: str, revision: StoredRevision) -> None:
        written = Written(revision.seq, revision.recorded_at, path, revision.id, revision.document)
        self._world.revisions.append(written)


# ------------------------------------------------------------------------------------- random records


def dates(random: Random) -> str:
    """An EDTF date of any kind."""
    day = FIRST_DAY + timedelta(days=random.randrange(1200))
    later = day + timedelta(days=random.choice((1, 2, 7, 40, 400)))
    forms = (
        str(day), str(day), str(day), f"{day}~", f"{day:%Y-%m}", f"{day:%Y-%m}?", f"{day:%Y}", f"{day:%Y-%m}-XX",
        f"{day}/{later}", f"{day:%Y-%m}/{later}", f"{day}/..", f"../{day}", f"../{day:%Y-%m}", f"{day:%Y-%m}/..",
        f"{day:%Y}-21", "201X",
    )  # fmt: skip
    return random.choice(forms)


def _days(edtf: str) -> tuple[str, str]:
    """Latest and earliest day of a plain date, month or interval of days."""
    first, _, last = edtf.partition("/")
    return _last_day(last or first), first if len(first) == 10 else f"{first}-01"


def _last_day(text: str) -> str:
    if len(text) == 10:
        return text
    year, month = map(int, text.split("-"))
    return f"{text}-{calendar.monthrange(year, month)[1]:02}"


def _steps(random: Random) -> list[Document]:
    days = [FIRST_DAY + timedelta(days=random.randrange(1200)) for _ in range(random.randrange(1, 5))]
    written = [random.choice((str(day), f"{day:%Y-%m}", f"{day}/{day + timedelta(days=30)}")) for day in days]
    return [
        a.step(random.choice(STATUSES), each, citations=_citations(random) if random.random() < 0.5 else [])
        for each in sorted(written, key=_days)
    ]


def _citations(random: Random) -> list[Document]:
    return [a.citation(f"sou-{random.randrange(8)}") for _ in range(random.randrange(1, 3))]


def _party(random: Random) -> Document:
    party = a.party(random.choice(PEOPLE), random.choice((*COUNTRIES, None)))
    return party | ({"actor": f"act-{random.randrange(6)}"} if random.random() < 0.5 else {})


def _note(random: Random) -> str | None:
    return " ".join(random.sample(WORDS, random.randrange(1, 4))) if random.random() < 0.7 else None


def _source(random: Random, record_id: str) -> Document:
    published = None if record_id in ("sou-0", "sou-5") else dates(random)
    earlier = int(record_id.rpartition("-")[2]) - 1
    return a.source(
        id=record_id,
        published=published,
        retrieved_on="2019-06-01",
        republishes=f"sou-{earlier}" if earlier >= 0 and random.random() < 0.5 else None,
        note=_note(random),
    )


def _actor(random: Random, record_id: str) -> Document:
    return a.actor(
        id=record_id,
        name=random.choice(PEOPLE),
        aliases=[{"name": random.choice((*PEOPLE, "Rocket Man"))} for _ in range(random.randrange(3))],
        country=random.choice((*COUNTRIES, None)),
        citations=_citations(random),
        note=_note(random),
    )


def _system(random: Random, record_id: str) -> Document:
    return a.system(
        id=record_id,
        name=random.choice(("Hwasong-14", "hwasong 15", "Ŏnni", "Pukguksong", "北極星", "화성")),
        category=random.choice(CATEGORIES),
        country=random.choice(COUNTRIES),
        citations=_citations(random),
        note=_note(random),
    )


def _facility(random: Random, record_id: str) -> Document:
    place: Document = {"country": "PRK"}
    if random.random() < 0.8:
        longitude = random.choice((random.uniform(124, 131), random.uniform(-180, 180), 179.9, -179.9))
        place |= {"latitude": round(random.uniform(34, 43), 4), "longitude": round(longitude, 4)}
    return a.facility(
        id=record_id,
        name=random.choice(("Sohae", "sohae", "Yongbyon", "영변", "Tongch'ang-ri")),
        kind=random.choice(SITES),
        country=random.choice(COUNTRIES),
        place=place,
        components=[{"id": component, "name": component} for component in COMPONENTS],
        citations=_citations(random),
        note=_note(random),
    )


def _summit(random: Random, record_id: str) -> Document:
    place: Document | None = {"name": random.choice(PLACES), "country": random.choice((*COUNTRIES, None))}
    return a.summit(
        id=record_id,
        parties=[_party(random) for _ in range(random.randrange(2, 4))],
        place=place if random.random() < 0.8 else None,
        date=dates(random) if random.random() < 0.5 else None,
        steps=_steps(random),
        citations=_citations(random),
        note=_note(random),
    )


def _communication(random: Random, record_id: str) -> Document:
    regarding = [{"type": "summit", "id": f"sum-{random.randrange(30)}"} for _ in range(random.randrange(3))]
    return a.communication(
        id=record_id,
        kind=random.choice(LETTERS),
        date=dates(random),
        to=_party(random) if random.random() < 0.7 else None,
        regarding=regarding,
        citations=_citations(random),
        note=_note(random),
    ) | {"from": _party(random)}


def _parade(random: Random, record_id: str) -> Document:
    appearances = []
    for _ in range(random.randrange(4)):
        named = random.choice(
            ({"system": f"sys-{random.randrange(12)}"}, {"category": random.choice(CATEGORIES)})
        )
        if all(named.items() - each.items() for each in appearances):
            appearances.append({**named, "presence": random.choice(PRESENCES), "basis": "stated"})
    return a.parade(
        id=record_id,
        date=dates(random),
        country=random.choice(COUNTRIES),
        appearances=appearances,
        citations=_citations(random),
        note=_note(random),
    )


def _observation(random: Random, record_id: str) -> Document:
    def component() -> str | None:
        return random.choice((*COMPONENTS, None))

    findings = [a.finding(random.choice(STATES), component()) for _ in range(random.randrange(1, 4))]
    return a.observation(
        id=record_id,
        facility=f"fac-{random.randrange(14)}",
        date=dates(random),
        method=random.choice(METHODS),
        findings=findings,
        activity=[{"kind": "crane", "component": component()}] if random.random() < 0.4 else [],
        citations=_citations(random),
        note=_note(random),
    )


_BODIES: dict[str, Callable[[Random, str], Document]] = {
    "sources": _source,
    "actors": _actor,
    "systems": _system,
    "facilities": _facility,
    "summits": _summit,
    "communications": _communication,
    "parades": _parade,
    "observations": _observation,
}
