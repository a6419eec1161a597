"""What would change if somebody dropped out."""

from dataclasses import dataclass

from generator.matching.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Change:
    """A mentee whose mentors would be others; without any, the tuple is empty."""

    mentee: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def changes_between(before: Outcome, after: Outcome) -> tuple[Change, ...]:
    """Return which mentees would have other mentors, standing pairings included."""
    found = []
    for mentee in sorted({*_mentees(before), *_mentees(after)}):
        change = Change(mentee, _mentors(before, mentee), _mentors(after, mentee))
        if change.before != change.after:
            found.append(change)
    return tuple(found)


def _mentees(outcome: Outcome) -> set[str]:
    return {*outcome.pool.settled, *outcome.mentor_of}


def _mentors(outcome: Outcome, mentee: str) -> tuple[str, ...]:
    if mentee in outcome.pool.settled:
        return outcome.pool.settled[mentee]
    return (outcome.mentor_of[mentee],) if mentee in outcome.mentor_of else ()
