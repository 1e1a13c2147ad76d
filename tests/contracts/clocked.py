"""What must be answered under the three clocks, found by turning one after the other back on every record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.contracts.factories import UNDATED
from tests.contracts.world import Document

IN_PREPARATION = ("proposed", "requested", "accepted", "coordinating", "scheduled", "postponed", "reinstated")
# Lists of parts that hold what others say: their sources report that account, not what took place.
ACCOUNTS = {"actors": (), "communications": ("claims", "quotes")}
State = dict[tuple[str | None, str], dict[str, str]]


def last_day(dated: Mapping[str, Any]) -> str:
    """The day from which a date certainly has come; an open end counts as the known one."""
    return dated["date_latest"] or dated["date_earliest"] or ""


def first_day(dated: Mapping[str, Any]) -> str:
    return dated["date_earliest"] or dated["date_latest"] or ""


def public_from(source: Document) -> str | None:
    """The day from which a source was public; None where that is never known."""
    end: str | None = source["retrieved_on_latest" if source["published"] is None else "published_latest"]
    return end


@dataclass
class Clocked:
    """Records as they were at ``known_at``, by path; read at an ``as_of`` by who knows what was ``published_until``."""

    records: Mapping[str, list[Document]]
    as_of: str
    published_until: str

    def __post_init__(self) -> None:
        self._public = {
            source["id"]
            for source in self.records["sources"]
            if (day := public_from(source)) is not None and day <= self.published_until
        }

    def is_told(self, citations: Iterable[Mapping[str, Any]]) -> bool:
        return any(each["source"] in self._public for each in citations)

    def has_come(self, dated: Mapping[str, Any]) -> bool:
        return last_day(dated) <= self.as_of

    def is_reported(self, path: str, record: Document) -> bool:
        parts = {name: part for name, part in record.items() if name not in ACCOUNTS.get(path, ("claims",))}
        return self.is_told(_citations(parts))

    # ------------------------------------------------------------------------------------------ summits

    def steps(self, summit: Document) -> list[int]:
        """The places of the steps that count."""
        return [
            place
            for place, step in enumerate(summit["steps"])
            if self.has_come(step) and self.is_told(step["citations"] or summit["citations"])
        ]

    def unreported_steps(self, summit: Document) -> list[int]:
        taken = [place for place, step in enumerate(summit["steps"]) if self.has_come(step)]
        return [place for place in taken if place not in self.steps(summit)]

    def untold(self, summit: Document) -> list[int]:
        """The places of later steps that had been taken and were told of too late."""
        counting, until = self.steps(summit), min(self.as_of, self.published_until)
        return [
            place
            for place in self.unreported_steps(summit)
            if counting and place > counting[-1] and last_day(summit["steps"][place]) <= until
        ]

    def status(self, summit: Document) -> tuple[str | None, str | None]:
        status = since = None
        for place in self.steps(summit):
            step = summit["steps"][place]
            if step["status"] != status:
                status, since = step["status"], last_day(step)
        return ("uncertain" if self.untold(summit) else status), since

    def with_status(self, *wanted: str) -> list[str]:
        return sorted(each["id"] for each in self.records["summits"] if self.status(each)[0] in wanted)

    def newest(self, *wanted: str) -> list[str]:
        """Summits of a status, those with the newest last step that counts first."""
        found = [each for each in self.records["summits"] if self.status(each)[0] in wanted]
        found.sort(key=lambda each: (last_day(each["steps"][self.steps(each)[-1]]), each["id"]), reverse=True)
        return [each["id"] for each in found]

    def last_held(self) -> str | None:
        held = []
        for summit in self.records["summits"]:
            status, since = self.status(summit)
            if status == "held":
                run = [
                    summit["steps"][place]
                    for place in self.steps(summit)
                    if last_day(summit["steps"][place]) >= str(since)
                    and summit["steps"][place]["status"] == "held"
                ]
                held.append((first_day(summit if summit["date"] is not None else run[0]), summit["id"]))
        return max(held, default=("", None))[1]

    # ----------------------------------------------------------------------------- dated records, parades

    def counting(self, path: str) -> list[Document]:
        """The dated records that count, newest first."""
        return self._newest_first(
            each for each in self.records[path] if self.has_come(each) and self.is_reported(path, each)
        )

    def unreported(self, path: str) -> list[str]:
        """The dated records that had come and that no source had reported."""
        return [
            each["id"]
            for each in self.records[path]
            if self.has_come(each) and not self.is_reported(path, each)
        ]

    def parade_before(self, parade: Document) -> tuple[str | None, int]:
        """That country's previous parade that counts, and how many later ones nobody had reported."""
        earlier = [
            each
            for each in self._newest_first(self.records["parades"])
            if each["country"] == parade["country"]
            and last_day(each) < first_day(parade)
            and self.has_come(each)
        ]
        for passed, each in enumerate(earlier):
            if self.is_reported("parades", each):
                return each["id"], passed
        return None, len(earlier)

    def displayed(self, parade: Document) -> set[str]:
        return {
            each["system"]
            for each in parade["appearances"]
            if each["system"]
            and each["presence"] == "displayed"
            and self.is_told(each["citations"] or parade["citations"])
        }

    @staticmethod
    def _newest_first(found: Iterable[Document]) -> list[Document]:
        return sorted(found, key=lambda each: (first_day(each), each["id"]), reverse=True)

    # ---------------------------------------------------------------------------------------- facilities

    def entries(self) -> dict[str, set[tuple[str, str]]]:
        """The entries of the timeline by kind: records and the places in them."""
        steps = {
            (each["id"], f"/steps/{place}") for each in self.records["summits"] for place in self.steps(each)
        }
        of_records = {
            path.removesuffix("s"): {(each["id"], "") for each in self.counting(path)}
            for path in ("communications", "parades", "observations")
        }
        return {"summit_step": steps, **of_records}

    def state(self, facility: str) -> State:
        """The findings on each component and aspect of the last day: ``states`` and ``last_observed``, ``since``."""
        found: dict[tuple[str | None, str], list[tuple[str, str]]] = {}
        for observation in self.records["observations"]:
            if observation["facility"] == facility and self.has_come(observation):
                for place, finding in enumerate(observation["findings"]):
                    if self.is_told(_supporting(observation, f"/findings/{place}")):
                        question = finding["component"], finding["aspect"]
                        found.setdefault(question, []).append((last_day(observation), finding["state"]))
        return {question: self._latest(findings) for question, findings in found.items()}

    @staticmethod
    def _latest(findings: list[tuple[str, str]]) -> dict[str, str]:
        last = max(day for day, _ in findings)
        states = {state for day, state in findings if day == last}
        broken = max((day for day, state in findings if {state} != states), default="")
        since = "" if len(states) > 1 else min(day for day, _ in findings if day > broken)
        return {"states": ",".join(sorted(states)), "last_observed": last, "since": since}

    def unreported_findings(self, facility: str) -> int:
        return sum(
            not self.is_told(_supporting(observation, f"/findings/{place}"))
            for observation in self.records["observations"]
            if observation["facility"] == facility and self.has_come(observation)
            for place in range(len(observation["findings"]))
        )

    # -------------------------------------------------------------------------------------------- search

    def noted(self, path: str, word: str) -> tuple[set[str], set[str]]:
        """The records that count with a word in their note; and those that had come and that nobody had reported."""
        found, left_out = set(), set()
        for record in self.records[path]:
            if word not in (record["note"] or "").split():
                continue
            if path == "sources":
                day = public_from(record) or "9"
                (found if day <= min(self.as_of, self.published_until) else set()).add(record["id"])
                (left_out if day > self.published_until else set()).add(record["id"])
                continue
            taken = [step for step in record.get("steps", ()) if self.has_come(step)]
            if path in UNDATED or (taken if path == "summits" else self.has_come(record)):
                told = record if path != "summits" else {**record, "steps": taken}
                if not self.is_reported(path, told):
                    left_out.add(record["id"])
                elif self.is_told(_supporting(record, "/note")):
                    found.add(record["id"])
        return found, left_out


def _citations(part: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(part, list):
        for each in part:
            yield from _citations(each)
    elif isinstance(part, dict):
        for name, value in part.items():
            yield from value if name == "citations" else _citations(value)


def _supporting(record: Document, pointer: str) -> list[Mapping[str, Any]]:
    """The citations of a record for a place in it: those that name no place, it, one around it, or one in it."""

    def meets(place: str) -> bool:
        return f"{pointer}/".startswith(f"{place}/") or f"{place}/".startswith(f"{pointer}/")

    return [each for each in record["citations"] if not each["supports"] or any(map(meets, each["supports"]))]
