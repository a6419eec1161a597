"""A proposal as plain values, for programs."""

from typing import Any

from generator.matching.drop_out import changes_between
from generator.matching.outcome import Outcome
from generator.matching.scoring import PartName
from generator.matching.shortage import why_unmatched


def outcome_values(outcome: Outcome) -> dict[str, Any]:
    """Return pairs, unmatched mentees and totals; people by id, in the order of ids."""
    return {
        "cohort": outcome.pool.cohort,
        "objective": str(outcome.objective),
        "pairs": [_pair_values(outcome, mentee) for mentee in outcome.mentor_of],
        "unmatched": [
            {"mentee": mentee, "reason": why_unmatched(outcome, mentee, str)}
            for mentee in outcome.unmatched
        ],
        "totals": totals(outcome),
    }


def _pair_values(outcome: Outcome, mentee: str) -> dict[str, Any]:
    pair = outcome.pair(mentee)
    points = {part.name: part.points for part in pair.parts}
    return {
        "mentee": pair.mentee,
        "mentor": pair.mentor,
        "score": pair.score,
        "parts": {str(name): points.get(name, 0) for name in PartName},
        "rank": pair.rank,
        "eligible": pair.eligible,
    }


def totals(outcome: Outcome) -> dict[str, int]:
    """Return how many are matched, the lowest score and the sum of all."""
    proposal = outcome.proposal
    return {"matched": proposal.matched, "worst": proposal.worst, "total": proposal.total}


def drop_out_values(before: Outcome, after: Outcome, person: str) -> dict[str, Any]:
    """Return what would change if a person dropped out."""
    return {
        "cohort": before.pool.cohort,
        "objective": str(before.objective),
        "without": person,
        "before": totals(before),
        "after": totals(after),
        "changes": [
            {"mentee": one.mentee, "before": list(one.before), "after": list(one.after)}
            for one in changes_between(before, after)
        ],
    }
