"""A time zone as a calendar carries it (RFC 5545, 3.6.5).

What other calendars get wrong is the clock on which an onset is told: it is the one from before the
change, so that Chicago's begins at 02:00 in spring and not at 03:00.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from functools import lru_cache

from generator.agenda.content_lines import clock_time, line, offset, text, utc_time
from generator.agenda.zone_changes import Change, changes, last_change, observance
from generator.agenda.zone_rules import runs

_BACK, _AHEAD = 2, 12
"""Years before and after those that are needed in which a rule is looked for.

Within twelve years, every weekday falls on every day of the month that it can, so that 'the last
Sunday' and 'the fourth' cannot be mistaken for one another.
"""

_NONE = timedelta(0)


@lru_cache(maxsize=64)
def vtimezone(zone: str, first_year: int, last_year: int) -> tuple[str, ...]:
    """Return the lines of a VTIMEZONE that holds for all moments in some years."""
    since = datetime(max(first_year - 1, MINYEAR), 12, 31, tzinfo=UTC)
    until = datetime(min(last_year + 1, MAXYEAR), 1, 2, tzinfo=UTC)
    known = changes(zone, first_year - _BACK, last_year + _AHEAD)
    before = last_change(zone, first_year - _BACK)
    if before is not None:
        known = (before, *known)
    needed = [one for one in known if one.at <= until and _is_in_force(one, known, since)]
    components: list[tuple[datetime, list[str]]] = []
    facts = _Facts(_is_turned(known), last_year + _AHEAD, frozenset(needed))
    for group in _groups(known):
        components += _components(group, facts)
    if not components:
        components.append(_constant(zone, since, facts))
    components.sort(key=lambda one: one[0])
    return (
        "BEGIN:VTIMEZONE",
        line("TZID", zone),
        *(one for _, lines in components for one in lines),
        "END:VTIMEZONE",
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of a zone beside its changes: see `_is_turned`; the last year looked at."""

    is_turned: bool
    last_year: int
    needed: frozenset[Change]


def _is_in_force(change: Change, known: Sequence[Change], since: datetime) -> bool:
    """Tell whether what a change brought still held at a moment, or came after it."""
    following = next((one.at for one in known if one.at > change.at), None)
    return following is None or following > since


def _groups(known: Sequence[Change]) -> Iterator[list[Change]]:
    """Yield the changes that are alike but for their moment."""
    alike: dict[object, list[Change]] = {}
    for change in known:
        alike.setdefault((change.before, change.after), []).append(change)
    yield from alike.values()


def _is_turned(known: Sequence[Change]) -> bool:
    """Tell whether a zone has its standard time in summer and a negative saving in winter.

    Dublin has, by law; where time zone data were prepared for older readers, it is the other way
    round. Calendars know daylight saving only as a clock that is ahead, so both give the same.
    """
    return any(change.after.saving < _NONE or change.before.saving < _NONE for change in known)


def _components(group: Sequence[Change], facts: _Facts) -> Iterator[tuple[datetime, list[str]]]:
    """Yield the components for changes that are alike, each with its first onset.

    A rule stands open at its end where it still holds in the last year looked at. What follows no
    rule stands in one component, by its dates.
    """
    of_onset = {change.onset: change for change in group}
    single: list[Change] = []
    for run in runs(of_onset):
        members = [of_onset[onset] for onset in run.onsets]
        if facts.needed.isdisjoint(members):
            continue
        if not run.rule:
            single += members
            continue
        last = members[-1].at
        end = "" if last.year == facts.last_year else f";UNTIL={utc_time(last)}"
        recurrence = line("RRULE", f"FREQ=YEARLY;{run.rule}{end}")
        yield members[0].onset, _component(members[0], facts, recurrence)
    if single:
        dates = ",".join(clock_time(one.onset) for one in single[1:])
        recurrence = line("RDATE", dates) if dates else ""
        yield single[0].onset, _component(single[0], facts, recurrence)


def _component(change: Change, facts: _Facts, recurrence: str = "") -> list[str]:
    saving = change.after.saving
    name = "DAYLIGHT" if saving > _NONE or (facts.is_turned and saving == _NONE) else "STANDARD"
    return [
        f"BEGIN:{name}",
        line("DTSTART", clock_time(change.onset)),
        *([recurrence] if recurrence else []),
        line("TZOFFSETFROM", offset(change.before.offset)),
        line("TZOFFSETTO", offset(change.after.offset)),
        line("TZNAME", text(change.after.name)),
        f"END:{name}",
    ]


def _constant(zone: str, at: datetime, facts: _Facts) -> tuple[datetime, list[str]]:
    """Return the component of a zone whose clocks never change."""
    always = observance(zone, at)
    since = Change(datetime(1970, 1, 1, tzinfo=UTC) - always.offset, always, always)
    return since.onset, _component(since, facts)
