"""What is due at the end of a year: evaluations, completion, certificates."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.catalog import Catalog, Entry
from generator.cycle.calls import pairings_file, register_file
from generator.cycle.completion import STANDING, missing_parts, people_of_cohort, progress_of
from generator.cycle.task import Code, Task
from generator.cycle.wording import counted, named
from generator.records.application import Role
from generator.records.cohort import Cohort
from generator.records.pairing import Pairing, PairingStatus

_EVALUATIONS_FROM = timedelta(days=30)
_SETTLE_WITHIN = timedelta(days=30)
_CERTIFICATES_WITHIN = timedelta(days=14)
_CERTIFICATES_FOR = timedelta(days=365)
"""How long certificates stay on the list: years from before the program gave any leave it, too."""


def tasks(catalog: Catalog, today: date) -> Iterator[Task]:
    """Yield what is due at the end of each program year."""
    for cohort in catalog.cohorts.values():
        for entry in catalog.pairings_of_cohort.get(cohort.id, ()):
            if entry.record.status in STANDING:
                yield from _standing(catalog, cohort, entry, today)
        yield from _certificates(catalog, cohort, today)


def _standing(
    catalog: Catalog, cohort: Entry[Cohort], entry: Entry[Pairing], today: date
) -> Iterator[Task]:
    progress = progress_of(catalog, entry, today)
    if progress is None:
        return
    end = cohort.record.end
    where = pairings_file(cohort)
    pairing = entry.record
    silent = [
        person
        for person in (*pairing.mentees, *pairing.mentors)
        if person not in pairing.evaluations and not _has_withdrawn(catalog, person)
    ]
    lacking = progress.evidence.lacks_evaluations
    if lacking and silent and today >= end - _EVALUATIONS_FROM:
        yield Task(
            Code.ASK_EVALUATIONS,
            end,
            f"Ask {named(silent)} for an evaluation of {entry.id} "
            f"({len(pairing.evaluations)} of {progress.evidence.rule.evaluations} received)",
            f"add each who sent one to evaluations of '{pairing.id}' in {where}",
            (entry.id, *silent),
        )
    if progress.is_complete:
        yield Task(
            Code.RECORD_COMPLETION,
            end,
            f"Record that {entry.id} is completed: all that the rule asks is there",
            f"set status to 'completed' for '{pairing.id}' in {where}, and tell its 'story'",
            (entry.id,),
        )
    elif today > end:
        missing = "; ".join(missing_parts(progress))
        yield Task(
            Code.SETTLE_PAIR,
            end + _SETTLE_WITHIN,
            f"Settle {entry.id}, still '{pairing.status}' though the year is over: {missing}",
            f"record what is missing for '{pairing.id}' in {where}, or set status to 'ended'",
            (entry.id,),
        )


def _certificates(catalog: Catalog, cohort: Entry[Cohort], today: date) -> Iterator[Task]:
    end = cohort.record.end
    if today > end + _CERTIFICATES_FOR:
        return
    completed = frozenset(
        entry.id
        for entry in catalog.pairings_of_cohort.get(cohort.id, ())
        if entry.record.status is PairingStatus.COMPLETED
    )
    given = _given(catalog, cohort.id)
    people = [
        one
        for one in people_of_cohort(catalog, cohort.id, today)
        if one.completed
        and one.pairing in completed
        and (one.role, one.person) not in given
        and not _has_withdrawn(catalog, one.person)
    ]
    if not people:
        return
    mentees = sum(1 for one in people if one.role is Role.MENTEE)
    sorts = (
        (mentees, "certificate", "mentees"),
        (len(people) - mentees, "letter", "mentors"),
    )
    asked = [(counted(number, word), word, to) for number, word, to in sorts if number]
    what = " and ".join(f"{words} to {to}" for words, _, to in asked)
    how = "; ".join(f"lrrt {word}s {cohort.id}" for _, word, _ in asked)
    yield Task(
        Code.CERTIFICATES,
        end + _CERTIFICATES_WITHIN,
        f"Send {what} of the {cohort.record.title}",
        f"{how}; then commit {register_file(cohort)}",
        (cohort.id, *(one.person for one in people)),
    )


def _given(catalog: Catalog, cohort: str) -> frozenset[tuple[Role, str]]:
    """Return who has been given a document, whatever became of it."""
    register = catalog.certificates.get(cohort)
    if register is None:
        return frozenset()
    return frozenset(
        (
            *((Role.MENTEE, one.participant) for one in register.record.certificates),
            *((Role.MENTOR, one.participant) for one in register.record.letters),
        )
    )


def _has_withdrawn(catalog: Catalog, person: str) -> bool:
    known = catalog.participants.get(person)
    return bool(known and known.record.withdrawn)
