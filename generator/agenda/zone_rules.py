"""The changes of a zone's clocks as yearly rules, where there are any (RFC 5545, 3.3.10)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FEWEST = 3
"""Changes that have to fit a rule before it is one."""

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Run:
    """Changes of one sort, a year apart, by their onsets on the clock as it was before.

    ``rule`` is the part of a recurrence rule that says on which day of the year they are; it is
    empty where there is no rule.
    """

    onsets: tuple[datetime, ...]
    rule: str = ""


def runs(onsets: Iterable[datetime]) -> Iterator[Run]:
    """Yield onsets, sorted, as runs that follow a rule, and one by one where there is none."""
    run: list[datetime] = []
    fitting: list[str] = []
    for onset in onsets:
        own = list(_rules(onset))
        still = [rule for rule in fitting if rule in own]
        if run and still and onset.year == run[-1].year + 1 and onset.time() == run[-1].time():
            run.append(onset)
            fitting = still
        else:
            yield from _closed(run, fitting)
            run, fitting = [onset], own
    yield from _closed(run, fitting)


def _closed(run: Sequence[datetime], fitting: Sequence[str]) -> Iterator[Run]:
    if len(run) >= _FEWEST:
        yield Run(tuple(run), fitting[0])
    else:
        yield from (Run((onset,)) for onset in run)


def _rules(onset: datetime) -> Iterator[str]:
    """Yield every rule that an onset fits, those that calendars know best first."""
    month = f"BYMONTH={onset.month}"
    weekday = _DAYS[onset.weekday()]
    week = (onset.day - 1) // _WEEK + 1
    if week <= 4:  # noqa: PLR2004  # a fifth one is not in every year
        yield f"{month};BYDAY={week}{weekday}"
    if onset.day > _days_in_month(onset) - _WEEK:
        yield f"{month};BYDAY=-1{weekday}"
    for first in range(max(1, onset.day - _WEEK + 1), onset.day + 1):
        last = first + _WEEK
        if last - 1 <= _days_in_month(onset) and first % _WEEK != 1:
            days = ",".join(str(day) for day in range(first, last))
            yield f"{month};BYMONTHDAY={days};BYDAY={weekday}"
    yield f"{month};BYMONTHDAY={onset.day}"


def _days_in_month(onset: datetime) -> int:
    if onset.month == 12:  # noqa: PLR2004  # December
        return 31
    first = datetime(onset.year, onset.month, 1)  # noqa: DTZ001  # a day on the clock, in no zone
    following = datetime(onset.year, onset.month + 1, 1)  # noqa: DTZ001  # as above
    return (following - first).days
