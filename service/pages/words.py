"""How things are called on pages: one place for labels, countries, dates and names in other scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import pycountry
from markupsafe import Markup, escape

from service.pages.files import file_url
from service.records.record_type import RecordType
from service.records.schemas import instants
from service.records.schemas.date_words import date_in_words, is_approximate

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
# What HTML takes as `datetime`: a day, a month or a year.
_ISO_DATE = re.compile(
    r"\d{4}-\d{2}(-\d{2})?[~?%]?(/(\d{4}-\d{2}(-\d{2})?[~?%]?|\.\.))?|\.\./\d{4}-\d{2}(-\d{2})?"
)
_ISO_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
_ENUMERATED = re.compile("[a-z]+(_[a-z]+)+")
_HTML_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
# As newspapers write them; all others as ISO 3166 has them.
_COUNTRIES = {
    "GBR": "United Kingdom",
    "IRN": "Iran",
    "KOR": "South Korea",
    "LAO": "Laos",
    "PRK": "North Korea",
    "RUS": "Russia",
    "SYR": "Syria",
    "TWN": "Taiwan",
    "USA": "United States",
    "VNM": "Vietnam",
}
# Where the name of a field or value alone would not be understood.
_LABELS = {
    "as_of": "As it was on",
    "api catalog": "Catalogue of APIs",
    "anniversary_years": "Years since",
    "basis": "How it is known",
    "bbox": "Inside a box (west, south, east, north)",
    "by": "By",
    "date_note": "About the date",
    "described_by": "Tone described by",
    "follows": "Comes after",
    "first_display": "Shown for the first time",
    "from": "From",
    "hypersonic_glide": "hypersonic glide vehicle",
    "icbm": "intercontinental missile (ICBM)",
    "healthz": "Is the service alive?",
    "id": "Id",
    "irbm": "intermediate-range missile (IRBM)",
    "known_at": "As held here on",
    "locator": "Where in the source",
    "mrbm": "medium-range missile (MRBM)",
    "near": "Near",
    "not_public": "not public by then",
    "not_yet": "of later days",
    "ogc": "Features for map tools",
    "openapi": "OpenAPI",
    "docs": "API reference",
    "party_country": "Country of a party",
    "published_until": "As public by",
    "q": "Words",
    "range_km": "Range in kilometres",
    "recorded_after": "Recorded after",
    "readyz": "Is the service ready?",
    "retracted": "taken back by later ones",
    "superseded": "replaced by later ones",
    "regarding": "About",
    "relays": "Passes on",
    "republishes": "Copy of",
    "resolution_m": "Resolution in metres",
    "sam": "air-defence missile",
    "same_as": "The same thing elsewhere",
    "slbm": "submarine-launched missile (SLBM)",
    "srbm": "short-range missile (SRBM)",
    "target": "Aimed at",
    "to": "To",
    "uav": "drone",
    "url": "Web page",
}
# What views count as left out, one and several.
_COUNTED = {
    "appearances": ("showing at a parade", "showings at parades"),
    "communications": ("communication", "communications"),
    "not_public": ("finding not public by then", "findings not public by then"),
    "parades": ("parade", "parades"),
    "retracted": ("observation taken back by a later one", "observations taken back by later ones"),
    "superseded": ("observation replaced by a later one", "observations replaced by later ones"),
    "summit_steps": ("step of a summit", "steps of summits"),
}


def label(name: str) -> str:
    """Return what a field is called: ``status_since`` is ``Status since``."""
    text = _LABELS.get(name) or name.replace("_", " ")
    return text[:1].upper() + text[1:]


def words(value: Any) -> str:
    """Return a value of an enumeration in words: ``partially_dismantled`` is ``partially dismantled``."""
    return _LABELS.get(str(value)) or str(value).replace("_", " ")


def plural(record_type: RecordType) -> str:
    """Return what the records of a type are called together, with a capital: ``Summits``."""
    return label(record_type.path)


@lru_cache(maxsize=512)
def country(code: str) -> str:
    """Return the name of a country by its ISO 3166-1 alpha-3 code, the code itself where there is none."""
    if code in _COUNTRIES:
        return _COUNTRIES[code]
    found = pycountry.countries.get(alpha_3=code)
    return str(getattr(found, "common_name", found.name)) if found else code


_CREDIBILITY = {
    1: "confirmed",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
_RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}


def grade(value: Any) -> Markup:
    """Return a grade of the Admiralty scale in words: ``2`` is ``probably true``, ``B`` ``usually reliable``."""
    said = _CREDIBILITY.get(value) or _RELIABILITY.get(value) or str(value)
    return Markup('<span title="Admiralty scale: {}">{}</span>').format(value, said)


@lru_cache(maxsize=512)
def language(tag: str) -> str:
    """Return what a language is called by its BCP 47 tag: ``ko-Latn`` is ``Korean, romanised``."""
    code, *others = tag.split("-")
    found = pycountry.languages.get(**{f"alpha_{len(code)}": code.lower()}) if len(code) in (2, 3) else None
    if found is None:
        return tag
    return f"{found.name}, romanised" if "Latn" in others else str(found.name)


def shown(name: str, value: str) -> Markup:
    """Return a text of a document whose shape is not known: dates, countries and values of enumerations in words."""
    if name == "country" and len(value) == 3:
        return text(country(value))
    if _ISO_INSTANT.fullmatch(value):
        return instant(value)
    if _ISO_DATE.fullmatch(value):
        return date(value)
    return text(words(value) if _ENUMERATED.fullmatch(value) else value)


def text(value: Any) -> Markup:
    """Return a text whose direction does not reach out of it, and whose language is told where it is Korean."""
    language = Markup(' lang="ko"') if _HANGUL.search(str(value)) else ""
    return Markup("<bdi{}>{}</bdi>").format(language, str(value))


def korean_name(document: Mapping[str, Any] | None) -> str | None:
    """Return the first Korean name of a record, ``None`` where it has none."""
    names = [str(each.get("name")) for each in (document or {}).get("aliases") or ()]
    return next((each for each in names if _HANGUL.search(each)), None)


def korean(document: Mapping[str, Any] | None) -> Markup:
    """Return the first Korean name of a record, to stand after its own name; empty where it has none."""
    found = korean_name(document)
    return Markup(' <span class="korean" lang="ko">{}</span>').format(found) if found else Markup("")


def date(value: str) -> Markup:
    """Return an EDTF date as people write it, with the exact value in the markup and on hover."""
    bare = value.rstrip("~?%").partition("T")[0]
    hint = f"{value} (not certain)" if is_approximate(value) else value
    if _HTML_DATE.fullmatch(bare):
        return Markup('<time datetime="{}" title="{}">{}</time>').format(bare, hint, date_in_words(value))
    return Markup('<span title="{}">{}</span>').format(hint, date_in_words(value))


def instant(value: str) -> Markup:
    """Return an RFC 3339 instant as people write it, to the minute."""
    moment = instants.parse(value)
    said = f"{date_in_words(moment.date().isoformat())}, {moment:%H:%M} UTC"
    return Markup('<time datetime="{}" title="{}">{}</time>').format(value, value, said)


def spoken(value: str) -> Markup:
    """Return a text in which instants are told as people write them."""
    pieces, done = Markup(""), 0
    for found in _ISO_INSTANT.finditer(value):
        pieces += escape(value[done : found.start()]) + instant(found[0])
        done = found.end()
    return Markup("<bdi>{}{}</bdi>").format(pieces, value[done:])


def number(value: Any) -> str:
    """Return a number with its thousands told apart."""
    return f"{value:,}"


def quantity(value: dict[str, Any]) -> str:
    """Return a number as sources give it: ``about 5,000``, ``10 to 12``."""
    low, high = value.get("low"), value.get("high")
    if low is not None and high is not None:
        said = number(low) if low == high else f"{number(low)} to {number(high)}"
    else:
        said = number(low if low is not None else high)
    qualifier = value.get("qualifier")
    before = {"at_least": "at least ", "up_to": "up to ", "about": "about ", "more_than": "more than "}
    return before.get(str(qualifier), "") + said


def extent(value: dict[str, Any]) -> str:
    """Return a fraction of a whole in words: ``50%``, ``40% to 60%``, ``at least 40%``."""
    low, high = value.get("low"), value.get("high")
    if low is None or high is None:
        return f"at least {low:.0%}" if high is None else f"up to {high:.0%}"
    return f"{low:.0%}" if low == high else f"{low:.0%} to {high:.0%}"


def left_out(counts: dict[str, Any]) -> list[str]:
    """Return in words what a view leaves out: ``1 step of a summit``, ``23 not public by then``."""
    found = []
    for name, count in counts.items():
        if isinstance(count, int) and count:
            one, many = _COUNTED.get(name, (words(name), words(name)))
            found.append(f"{number(count)} {one if count == 1 else many}")
    return found


def is_web_address(value: Any) -> bool:
    """Tell whether a text is a URL that a link may lead to; ``javascript:`` is none."""
    return str(value).lower().startswith(("http://", "https://"))


def today() -> str:
    """Return today (UTC), an ISO date."""
    return datetime.now(UTC).date().isoformat()


FILTERS = {
    "extent": extent,
    "file_url": file_url,
    "country": country,
    "date": date,
    "grade": grade,
    "instant": instant,
    "korean": korean,
    "label": label,
    "language": language,
    "left_out": left_out,
    "number": number,
    "quantity": quantity,
    "said": text,
    "shown": shown,
    "spoken": spoken,
    "words": words,
}
TESTS = {"web_address": is_web_address}
