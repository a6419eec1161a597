"""What is told of a program year: its dates, its pairs, what came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.announcements.about_output import WorkFacts, work_facts
from generator.announcements.people import UNNAMED, names, several
from generator.announcements.setting import Setting
from generator.bibliography.sorting import Order, in_order
from generator.records.event import EventKind
from generator.views.cohorts import CohortView
from generator.views.events import EventView
from generator.views.kinds import EVENT_KINDS
from generator.views.outputs import OutputView
from generator.views.pairings import PairingView
from generator.views.wording import day, listed, weekday

_PLURALS = {"Software": "Software", "Media": "Media", "Thesis": "Theses"}
_BEFORE_THE_YEAR = frozenset(("Call for applications", "Pairs announced"))


@dataclass(frozen=True, slots=True)
class DateFacts:
    """A date of the year, in words."""

    label: str
    when: str


@dataclass(frozen=True, slots=True)
class CohortFacts:
    """A program year. ``pairs``, ``mentors`` and ``mentees`` are in words, as in 'five pairs'.

    ``rule`` says what a pair has done when it completes the year, or is empty; ``dates`` are those
    of the year from its beginning on.
    """

    title: str
    summary: str
    years: str
    begins: str
    begins_date: str
    ends: str
    announced: str
    rule: str
    address: str
    calendar: str
    dates: tuple[DateFacts, ...]
    pairs: str
    mentors: str
    mentees: str
    completed: str
    pair_count: int
    mentor_count: int
    mentee_count: int
    completed_count: int
    is_empty: bool
    is_over: bool
    has_begun: bool


@dataclass(frozen=True, slots=True)
class PairFacts:
    """A pair of which everybody agreed to be named. ``project`` may be empty."""

    mentors: str
    mentees: str
    project: str
    address: str


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """Works of one type, in the order of a list of references."""

    label: str
    works: tuple[WorkFacts, ...]


@dataclass(frozen=True, slots=True)
class TalkFacts:
    """A talk of a pair. ``speakers`` may be empty."""

    title: str
    speakers: str
    address: str


def cohort_facts(setting: Setting, cohort: CohortView) -> CohortFacts:
    """Return a program year."""
    form = setting.form
    announced = next((one.first for one in cohort.stations if one.label == "Pairs announced"), None)
    completed = sum(1 for pair in cohort.pairings if pair.completed)
    return CohortFacts(
        title=form.words(cohort.title),
        summary=form.prose(cohort.summary),
        years=cohort.years,
        begins=weekday(cohort.first_day),
        begins_date=day(cohort.first_day),
        ends=day(cohort.last_day),
        announced=weekday(announced) if announced else "",
        rule=listed(cohort.rule),
        address=setting.address(cohort.address),
        calendar=setting.address(cohort.calendar),
        dates=tuple(
            DateFacts(form.title(one.label), one.when)
            for one in cohort.stations
            if one.label not in _BEFORE_THE_YEAR
        ),
        pairs=several(len(cohort.pairings), "pair"),
        mentors=several(cohort.mentors, "mentor"),
        mentees=several(cohort.mentees, "mentee"),
        completed=several(completed, "pair") if completed else "",
        pair_count=len(cohort.pairings),
        mentor_count=cohort.mentors,
        mentee_count=cohort.mentees,
        completed_count=completed,
        is_empty=not cohort.pairings,
        is_over=cohort.last_day < setting.site.today,
        has_begun=cohort.first_day <= setting.site.today,
    )


def about_pairs(setting: Setting, cohort: CohortView) -> Mapping[str, Any]:
    """Return what is told when the pairs of a cohort are announced."""
    named = [pair for pair in cohort.pairings if _is_named(pair)]
    rest = len(cohort.pairings) - len(named)
    projects = [setting.form.title(pair.title) for pair in cohort.pairings if pair.title]
    return {
        "pairs": [_pair(setting, pair) for pair in named],
        "unnamed": several(rest, "other pair" if named else "pair") if rest else "",
        "unnamed_is_one": rest == 1,
        "projects": projects,
    }


def about_year(setting: Setting, cohort: CohortView) -> Mapping[str, Any]:
    """Return what is told of a program year when it is over, or so far."""
    site = setting.site
    symposia = [event for event in cohort.events if event.is_symposium and not event.cancelled]
    held = [event for event in symposia if event.last_day <= site.today]
    mentors = dict.fromkeys(
        label.name
        for pair in cohort.pairings
        for label in pair.mentors
        if label.name not in UNNAMED
    )
    talks = [talk for event in held for talk in _talks(setting, event)]
    works = [work for work in cohort.outputs if _is_out(work, site.today)]
    return {
        "groups": _groups(setting, works),
        "work_count": len(works),
        "works": several(len(works), "work") if works else "",
        "talks": talks,
        "talks_words": several(len(talks), "talk"),
        "check_in_count": _check_ins(setting, cohort),
        "thanked": listed([setting.form.words(name) for name in mentors]),
        "thanks_all": not any(
            label.name in UNNAMED for pair in cohort.pairings for label in pair.mentors
        ),
    }


def _is_named(pair: PairingView) -> bool:
    """Tell whether everybody in a pair agreed to be named with it."""
    return all(label.name not in UNNAMED for label in (*pair.mentors, *pair.mentees))


def _pair(setting: Setting, pair: PairingView) -> PairFacts:
    return PairFacts(
        mentors=names(pair.mentors, setting.form, "mentor"),
        mentees=names(pair.mentees, setting.form, "mentee"),
        project=setting.form.title(pair.title),
        address=setting.address(pair.address),
    )


def _is_out(work: OutputView, today: date) -> bool:
    """Tell whether a work may have come out by a day; one without a date may."""
    _, first_day, _ = work.recency
    return first_day <= today


def _groups(setting: Setting, works: Iterable[OutputView]) -> list[GroupFacts]:
    """Return works by their type, most frequent first."""
    by_type: dict[str, list[str]] = {}
    views = {view.id: view for view in works}
    for item in in_order((view.item for view in views.values()), Order.AUTHOR):
        label = views[item.id].filed["type"][0].label
        by_type.setdefault(label, []).append(item.id)
    return [
        GroupFacts(
            label if len(ids) == 1 else _PLURALS.get(label, f"{label}s"),
            tuple(work_facts(setting, views[id_]) for id_ in ids),
        )
        for label, ids in sorted(by_type.items(), key=lambda one: (-len(one[1]), one[0]))
    ]


def _talks(setting: Setting, event: EventView) -> list[TalkFacts]:
    return [
        TalkFacts(
            setting.form.title(one.title),
            names(one.speakers, setting.form),
            setting.address(one.address),
        )
        for one in event.sessions
        if one.pairing and not one.cancelled
    ]


def _check_ins(setting: Setting, cohort: CohortView) -> int:
    return sum(
        1
        for event in cohort.events
        if event.kind == EVENT_KINDS[EventKind.CHECK_IN]
        and not event.cancelled
        and event.last_day <= setting.site.today
    )
