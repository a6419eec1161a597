"""The committee's overview as plain values, for programs."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.cycle.completion import PersonProgress
from generator.cycle.overview import MentorLoad, Overview, PairStanding, pair_missing


def overview_values(
    found: Sequence[tuple[Overview, tuple[PersonProgress, ...]]], today: date
) -> dict[str, Any]:
    """Return cohorts with their pairs, people and mentors as plain values. The keys are stable."""
    return {
        "on": str(today),
        "cohorts": [
            {
                "cohort": overview.cohort,
                "title": overview.title,
                "pairs": [_pair(pair) for pair in overview.pairs],
                "people": [_person(person) for person in people],
                "mentors": [_mentor(mentor) for mentor in overview.mentors],
            }
            for overview, people in found
        ],
    }


def _pair(pair: PairStanding) -> dict[str, Any]:
    return {
        "pairing": pair.id,
        "mentors": list(pair.mentors),
        "mentees": list(pair.mentees),
        "status": str(pair.status),
        "ended": str(pair.ended) if pair.ended else None,
        "after": list(pair.after),
        "before": list(pair.before),
        "complete": pair.progress.is_complete,
        "can_complete": pair.progress.can_complete,
        "missing": list(pair_missing(pair)),
        "parts": {
            part.name: {"there": part.there, "asked": part.asked, "state": str(part.state)}
            for part in pair.progress.parts
        },
        "risks": list(pair.risks),
    }


def _person(one: PersonProgress) -> dict[str, Any]:
    return {
        "person": one.person,
        "role": str(one.role),
        "pairing": one.pairing,
        "completed": one.completed,
        "missing": list(one.missing),
    }


def _mentor(load: MentorLoad) -> dict[str, Any]:
    return {
        "mentor": load.mentor,
        "pairs": list(load.pairs),
        "mentees": load.mentees,
        "capacity": load.capacity,
    }
