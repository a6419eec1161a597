"""Time zones as people name them, where only one can be meant."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from generator.diagnostics import closest, fold
from generator.intake.normal import Read
from generator.records.dates import ZONE_ABBREVIATIONS, time_zone_names

_OFFSET = re.compile(r"(?:gmt|utc)?\s*[+\u2212-]\s*\d{1,2}(?::?\d{2})?", re.IGNORECASE)
_IN_FRONT = re.compile(r"^\(?(?:gmt|utc)\s*[+\u2212-]?\s*\d{0,2}(?::\d{2})?\)\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
_FILLING = re.compile(r"\b(?:time|zone|standard|daylight|savings?|us|usa|u\.s\.|timezone)\b\.?")
_MORE: Mapping[str, str] = {
    "alaska": "America/Anchorage",
    "arizona": "America/Phoenix",
    "atlantic": "America/Halifax",
    "hawaii": "Pacific/Honolulu",
    "newfoundland": "America/St_Johns",
    "utc": "Etc/UTC",
    "universal": "Etc/UTC",
    "greenwich mean": "Etc/UTC",
    "akst": "America/Anchorage",
    "hst": "Pacific/Honolulu",
}
_NEAR: Mapping[str, str] = {
    "cet": "Europe/Berlin",
    "cest": "Europe/Berlin",
    "central european": "Europe/Berlin",
    "eet": "Europe/Athens",
    "eastern european": "Europe/Athens",
    "wet": "Europe/Lisbon",
    "bst": "Europe/London",
    "ist": "Asia/Kolkata",
    "india": "Asia/Kolkata",
    "jst": "Asia/Tokyo",
    "aest": "Australia/Sydney",
}
"""Names that stand for several zones, with one of them to be asked about."""


def read_zone(text: str) -> Read:
    """Read a time zone: its IANA name, a name that people use for one, or a city that has one.

    An offset such as 'GMT+1' is not enough: it does not say when clocks change.
    """
    if text in time_zone_names():
        return Read(text)
    word = _bare(text)
    zone = _by_name(text) or _by_words(word) or _by_city(word)
    if zone:
        return Read(zone, f"time zone '{text}' taken for {zone}")
    if _OFFSET.fullmatch(text.strip(" ()")):
        return Read(doubt=f"time zone '{text}' does not say when clocks change; ask for the city")
    meant = _NEAR.get(word) or closest(text, time_zone_names()) or _nearest_city(text)
    asked = f"did you mean {meant}?" if meant else "write an IANA name such as America/Chicago"
    return Read(doubt=f"time zone '{text}' is not known; {asked}")


def _bare(text: str) -> str:
    """Return a name without offset, remarks and words that every zone has."""
    name = _ASIDE.sub(" ", _IN_FRONT.sub("", text.strip())).casefold()
    bare = " ".join(_FILLING.sub(" ", name).split()).strip(" .,-/")
    return bare or " ".join(_FILLING.sub(" ", text.casefold()).split()).strip(" .,-/()")


def _by_words(word: str) -> str:
    """Return the zone that people here mean by a name, or by several for one: 'EST/EDT'."""
    zones = {
        ZONE_ABBREVIATIONS.get(part, "") or _MORE.get(part, "")
        for part in (word, *word.split("/"))
        if part != word or "/" not in word
    }
    return zones.pop() if len(zones) == 1 else ""


def _by_name(text: str) -> str:
    return _folded().get(fold(text), "")


def _by_city(word: str) -> str:
    """Return the zone of a city, as in 'Chicago' or 'Chicago, Illinois', where one alone has it."""
    for name in (word, word.partition(",")[0]):
        zones = _cities().get(fold(name), ())
        if len(zones) == 1:
            return zones[0]
    return ""


def _nearest_city(text: str) -> str:
    meant = closest(text, frozenset(_cities()))
    return _cities()[meant][0] if meant else ""


@cache
def _folded() -> Mapping[str, str]:
    return {fold(name): name for name in sorted(time_zone_names())}


@cache
def _cities() -> Mapping[str, tuple[str, ...]]:
    """Return the zones of each city (folded) that names one."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(time_zone_names()):
        if not name.startswith("Etc/"):
            found[fold(name.rpartition("/")[2])].append(name)
    return {city: tuple(zones) for city, zones in found.items()}
