"""What is due before a year begins: the call, the matching, the announcement; and the next year."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath

from generator.catalog import Catalog, Entry
from generator.cycle.task import GRACE, Code, Task
from generator.cycle.wording import counted, named
from generator.records.application import Role
from generator.records.cohort import Cohort
from generator.records.pairing import Pairing, PairingStatus

_BEFORE_ANNOUNCEMENT = timedelta(days=14)
_BEFORE_CALL = timedelta(days=60)
_REMATCH_WITHIN = timedelta(days=14)


def tasks(catalog: Catalog, today: date) -> Iterator[Task]:
    """Yield what is due of calls, matching and announcements, and of the program's own record."""
    for cohort in catalog.cohorts.values():
        yield from _call(cohort, today)
        yield from _matching(catalog, cohort, today)
        yield from _rematches(catalog, cohort, today)
        yield from _announcing(catalog, cohort, today)
    yield from _next_year(catalog)
    yield from _notice(catalog, today)


def pairings_file(cohort: Entry[Cohort]) -> str:
    """Return the path of a cohort's file of pairings, as it is named to people."""
    records = PurePosixPath(cohort.path).parent.parent
    return (records / "pairings" / f"{cohort.id}.yaml").as_posix()


def register_file(cohort: Entry[Cohort]) -> str:
    """Return the path of a cohort's register of certificates, as it is named to people."""
    records = PurePosixPath(cohort.path).parent.parent
    return (records / "certificates" / f"{cohort.id}.yaml").as_posix()


def _call(cohort: Entry[Cohort], today: date) -> Iterator[Task]:
    year = cohort.record
    if today <= year.call_opens + GRACE:
        yield Task(
            Code.PUBLISH_CALL,
            year.call_opens,
            f"Publish the call for applications to the {year.title}, open until {year.call_closes}",
            f"lrrt announce call-for-mentors {cohort.id}; lrrt announce call-for-mentees "
            f"{cohort.id}; the site opens the call on its day by itself",
            (cohort.id,),
        )
    if year.call_opens <= today <= year.call_closes + GRACE:
        yield Task(
            Code.CLOSE_CALL,
            year.call_closes,
            f"Take in the last applications to the {year.title}: the call closes",
            f"to extend it, change call_closes in {cohort.path}",
            (cohort.id,),
        )


def _matching(catalog: Catalog, cohort: Entry[Cohort], today: date) -> Iterator[Task]:
    year = cohort.record
    if not year.call_closes < today <= year.end:
        return
    due = max(year.pairs_announced - _BEFORE_ANNOUNCEMENT, year.call_closes + timedelta(days=1))
    pairings = catalog.pairings_of_cohort.get(cohort.id, ())
    waiting = _unmatched(catalog, cohort.id)
    if waiting:
        what = (
            f"Match {counted(len(waiting), 'mentee')} who applied to the {year.title}: "
            f"{named(waiting)}"
        )
    elif not pairings:
        what = f"Match mentors and mentees of the {year.title}: there is no pairing yet"
    else:
        return
    how = f"lrrt match {cohort.id} --private DIR"
    yield Task(Code.MATCH, due, what, how, (cohort.id, *waiting))


def _unmatched(catalog: Catalog, cohort: str) -> tuple[str, ...]:
    """Return who applied as a mentee and was in no pairing, where the applications are at hand."""
    paired = {
        mentee
        for entry in catalog.pairings_of_cohort.get(cohort, ())
        for mentee in entry.record.mentees
    }
    applied = (
        (entry.id.partition("/")[2], entry.record)
        for entry in catalog.applications_of_cohort.get(cohort, ())
    )
    return tuple(
        person
        for person, application in applied
        if application.role is Role.MENTEE
        and person not in paired
        and not _has_withdrawn(catalog, person)
    )


def _rematches(catalog: Catalog, cohort: Entry[Cohort], today: date) -> Iterator[Task]:
    pairings = catalog.pairings_of_cohort.get(cohort.id, ())
    paired = {
        mentee
        for entry in pairings
        if entry.record.status is not PairingStatus.ENDED
        for mentee in entry.record.mentees
    }
    for entry in pairings:
        if entry.record.status is not PairingStatus.ENDED or today > cohort.record.end:
            continue
        alone = tuple(
            mentee
            for mentee in entry.record.mentees
            if mentee not in paired and not _has_withdrawn(catalog, mentee)
        )
        if alone:
            ended = entry.record.ended or cohort.record.start
            yield Task(
                Code.REMATCH,
                ended + _REMATCH_WITHIN,
                f"Find another mentor for {named(alone)}, whose pairing {entry.id} ended",
                f"lrrt match {cohort.id} --private DIR; what was done before the rematch "
                + ("counts" if cohort.record.completion.rematch_counts else "does not count"),
                (entry.id, *alone),
            )


def _announcing(catalog: Catalog, cohort: Entry[Cohort], today: date) -> Iterator[Task]:
    pairings = catalog.pairings_of_cohort.get(cohort.id, ())
    year = cohort.record
    if today > year.end:
        return
    proposed = _with_status(pairings, PairingStatus.PROPOSED)
    if proposed:
        yield Task(
            Code.ANNOUNCE_PAIRS,
            year.pairs_announced,
            f"Announce {counted(len(proposed), 'pair')} of the {year.title} that "
            f"{'is' if len(proposed) == 1 else 'are'} only proposed: {named(proposed)}",
            f"set status to 'confirmed' in {pairings_file(cohort)} once both have said yes; then "
            f"lrrt announce pairs-announced {cohort.id}",
            (cohort.id, *proposed),
        )
    confirmed = _with_status(pairings, PairingStatus.CONFIRMED)
    if confirmed:
        yield Task(
            Code.BEGIN_YEAR,
            year.start,
            f"See that {counted(len(confirmed), 'confirmed pair')} of the {year.title} "
            f"{'begins' if len(confirmed) == 1 else 'begin'}: {named(confirmed)}",
            f"set status to 'active' in {pairings_file(cohort)}",
            (cohort.id, *confirmed),
        )


def _with_status(pairings: tuple[Entry[Pairing], ...], status: PairingStatus) -> tuple[str, ...]:
    return tuple(entry.record.id for entry in pairings if entry.record.status is status)


def _next_year(catalog: Catalog) -> Iterator[Task]:
    if not catalog.cohorts:
        return
    last = max(catalog.cohorts.values(), key=lambda entry: (entry.record.start, entry.id))
    opens = _a_year_later(last.record.call_opens)
    folder = PurePosixPath(last.path).parent
    yield Task(
        Code.NEXT_YEAR,
        opens - _BEFORE_CALL,
        f"Write down the dates of the year after the {last.record.title}; a year after its own, "
        f"the call would open on {opens}",
        f"add a cohort to {folder}/ (docs/guides/start-a-new-year.md)",
        (last.id,),
    )


def _a_year_later(day: date) -> date:
    """Return the same day of the next year; February 29 becomes the 28th."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _notice(catalog: Catalog, today: date) -> Iterator[Task]:
    notice = catalog.program.record.notice if catalog.program else None
    if catalog.program and notice and notice.until < today:
        yield Task(
            Code.NOTICE_PAST,
            notice.until + timedelta(days=1),
            "Take out the notice at the head of every page: its last day has passed",
            f"delete 'notice' in {catalog.program.path}, or write a new one",
            (),
        )


def _has_withdrawn(catalog: Catalog, person: str) -> bool:
    known = catalog.participants.get(person)
    return bool(known and known.record.withdrawn)
