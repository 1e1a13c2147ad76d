"""Runs all checks of a set of data files, and returns the findings in one list."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec

from service.dataset.checks.actors import check_actors
from service.dataset.checks.coverage import check_coverage
from service.dataset.checks.dates import check_knowledge, check_lapses, check_sequences, check_steps
from service.dataset.checks.duplicates import check_duplicates
from service.dataset.checks.first_displays import check_first_displays
from service.dataset.checks.first_public import check_first_public
from service.dataset.checks.ids import check_ids
from service.dataset.checks.later_knowledge import check_later_knowledge
from service.dataset.checks.origins import check_origins
from service.dataset.checks.quotes import check_quotes
from service.dataset.checks.record_set import RecordSet, read_set
from service.dataset.checks.references import check_orphans, check_references
from service.dataset.checks.spelling import check_names, check_spelling
from service.dataset.files import Folder, read_coverage_file
from service.records.record_type import Registry

CHECKS = (
    check_references,
    check_orphans,
    check_ids,
    check_sequences,
    check_steps,
    check_knowledge,
    check_lapses,
    check_first_public,
    check_first_displays,
    check_later_knowledge,
    check_origins,
    check_duplicates,
    check_actors,
    check_names,
    check_spelling,
    check_quotes,
)


def places_are_checked() -> bool:
    """Return whether the packages with the borders of countries are installed; only development needs them."""
    return all(find_spec(name) for name in ("tzfpy", "tzdata"))


def check_set(registry: Registry, folders: Iterable[Folder]) -> tuple[RecordSet, list[str]]:
    """Return the records of folders overlaid on one another, and all errors: ``path: pointer: what``, sorted."""
    layers = tuple(folders)
    records, errors = read_set(registry, layers)
    coverage, invalid = read_coverage_file(registry, layers)
    errors += invalid
    if not invalid:
        errors += [str(finding) for finding in check_coverage(registry, records, coverage)]
    checks = list(CHECKS)
    if places_are_checked():
        checks.append(import_module("service.dataset.checks.places").check_places)
    errors += [str(finding) for check in checks for finding in check(records)]
    return records, sorted(errors)
