"""The proposal explained in Markdown, for a committee that must be able to question it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog
from generator.matching.contribution import Contributions
from generator.matching.explanation import Alternate, Blocking, blocking_pairs, what_mattered
from generator.matching.market import Objective
from generator.matching.outcome import Outcome, Pair
from generator.matching.scoring import PartName
from generator.matching.shortage import why_unmatched
from generator.matching.wording import counted, escaped, listed, ordinal, signed

_PARTS = {
    PartName.TOPICS: "Topics",
    PartName.METHODS: "Methods",
    PartName.NEEDS: "Needs",
    PartName.TEXT: "Own words",
    PartName.HOURS: "Working hours",
    PartName.PREFERENCE: "Wishes",
}
_AIMS = {
    Objective.FAIR: "the mentee who is worst off is as well off as can be, and then the sum of all "
    "scores is as great as can be",
    Objective.TOTAL: "the sum of all scores is as great as can be",
    Objective.LEXIMIN: "the mentee who is worst off is as well off as can be, then the next, and "
    "so on to the last",
}
_MOST_BLOCKING = 20
_NOTHING = "\u2013"


@dataclass(frozen=True, slots=True)
class Appendix:
    """What the report repeats of the run: alternates, where the proof lies, who has no record.

    ``alternates`` are those of every mentee; where what they cost was left out, of ``costed`` only.
    ``proof`` is the file of the proof, or nothing.
    """

    alternates: Mapping[str, Sequence[Alternate]]
    costed: frozenset[str]
    proof: str = ""
    unrecorded: tuple[str, ...] = ()


def write_report(catalog: Catalog, outcome: Outcome, appendix: Appendix) -> str:
    """Return the report on a proposal. Names are in it: it is for the committee only."""
    page = _Page(catalog, outcome, appendix)
    sections = (
        page.beginning(),
        page.pairs(),
        page.each_mentee(),
        page.without_mentor(),
        page.load(),
        page.rather(),
        page.difference(),
        page.not_matched(),
        page.checking(),
    )
    return "\n".join(line for section in sections for line in section)


class _Page:
    """The sections of a report, each as its lines."""

    def __init__(self, catalog: Catalog, outcome: Outcome, appendix: Appendix) -> None:
        self._outcome = outcome
        self._appendix = appendix
        self._cohort = catalog.cohorts[outcome.pool.cohort].record
        self._contributions = Contributions(catalog, outcome)
        self._pairs = [outcome.pair(mentee) for mentee in outcome.mentor_of]

    def _name(self, person: str) -> str:
        return escaped(self._outcome.name(person))

    def _names(self, people: Sequence[str]) -> str:
        return listed([self._name(one) for one in people])

    def beginning(self) -> Iterator[str]:
        """What this is, how to read it, and the numbers."""
        outcome, proposal = self._outcome, self._outcome.proposal
        mentees = len(outcome.market.mentees)
        places = sum(outcome.market.maximum)
        yield f"# Proposed pairs: {escaped(self._cohort.title)}\n"
        yield "*For the committee only. This page speaks of applications.*\n"
        yield (
            "The committee decides; this is a proposal. Every mentee and every mentor who may be "
            "paired has a score out of 1,000: how much of what the mentee asks for the mentor "
            "offers, by their applications. Of all ways to pair them, this one gives as many "
            f"mentees a mentor as can be; of those, {_AIMS[outcome.objective]}. Nobody is given "
            "more mentees than they offered to take, and nobody is paired with somebody they must "
            "not be paired with.\n"
        )
        yield "| | |\n|---|---:|"
        yield f"| Mentees to be matched | {mentees:,} |"
        yield f"| with a mentor in this proposal | {proposal.matched:,} |"
        yield f"| Mentors with a free place | {len(outcome.market.mentors):,} |"
        yield f"| Places they offer | {places:,} |"
        yield f"| Score of the mentee who is worst off | {proposal.worst:,} |"
        yield f"| Sum of all scores | {proposal.total:,} |\n"

    def pairs(self) -> Iterator[str]:
        """All pairs at a glance."""
        if not self._pairs:
            yield "No pair can be proposed.\n"
            return
        yield "## The pairs\n"
        yield "| Mentee | Mentor | Score | Rank |\n|---|---|---:|---|"
        for pair in self._pairs:
            yield (
                f"| {self._name(pair.mentee)} | {self._name(pair.mentor)} | {pair.score:,} | "
                f"{_rank(pair)} |"
            )
        yield (
            "\n*Rank:* where the mentor stands among all whom the mentee could have. The 1st is "
            "the one with the highest score.\n"
        )
        if self._appendix.unrecorded:
            yield (
                f"Not written into the records yet: {self._names(self._appendix.unrecorded)}. "
                "A pairing needs a participant record for everybody in it.\n"
            )

    def each_mentee(self) -> Iterator[str]:
        """Every pair by itself: the parts of its score, what mattered, and what else could be."""
        if self._pairs:
            yield "## Why these pairs\n"
            yield (
                "A part that the mentee left empty does not count, and the others share its "
                "weight. Under what the two share, \u2248 stands between a term of the mentee and "
                "a related one of the mentor, with how much of it counts; with each of the "
                "mentee\u2019s own words stands its share of what their texts have in common.\n"
            )
        for pair in self._pairs:
            yield f"### {self._name(pair.mentee)}, with {self._name(pair.mentor)}\n"
            yield f"**{pair.score:,} of 1,000**, {_rank(pair)}.{self._first(pair.mentee)}\n"
            yield "| | Points | What the two share |\n|---|---:|---|"
            for part in pair.parts:
                shared = self._contributions.of(part.name, pair.mentee, pair.mentor)
                yield (
                    f"| {_PARTS[part.name]} | {part.points} of {part.possible} | "
                    f"{escaped('; '.join(shared)) or _NOTHING} |"
                )
            yield f"\n**What mattered:** {escaped(what_mattered(self._outcome, pair))}\n"
            yield from self._instead(pair.mentee)

    def _first(self, mentee: str) -> str:
        why = self._outcome.pool.priority.get(mentee)
        return f" Comes first: {escaped(why)}." if why else ""

    def _instead(self, mentee: str) -> Iterator[str]:
        others = self._appendix.alternates.get(mentee, ())
        if not others:
            return
        yield "**Instead:**\n"
        for other in others:
            cost = f": {self._cost(other)}" if mentee in self._appendix.costed else ""
            yield f"- {self._name(other.mentor)} ({other.score:,}){cost}"
        yield ""

    def _cost(self, other: Alternate) -> str:
        if other.impossible:
            return f"cannot be, for {escaped(other.impossible)}."
        costs = []
        if other.matched < 0:
            costs.append(f"{counted(-other.matched, 'mentee')} more would be without a mentor")
        if other.matched > 0:
            costs.append(f"{counted(other.matched, 'mentee')} more would have a mentor")
        if other.worst_after != other.worst_before:
            costs.append(
                f"the lowest score would be {other.worst_after:,}, not {other.worst_before:,}"
            )
        if other.total:
            costs.append(f"the sum of all scores would change by {signed(other.total)}")
        told = "; ".join(costs) or "costs the cohort nothing"
        moves = [
            f"{self._name(mentee)} would go to {self._name(mentor)}"
            if mentor
            else f"{self._name(mentee)} would have no mentor"
            for mentee, mentor in (other.moves or {}).items()
        ]
        return f"{told}. {_sentence(listed(moves)) if moves else 'Nobody else would move.'}"

    def without_mentor(self) -> Iterator[str]:
        """The mentees who get no mentor, and why."""
        if not self._outcome.unmatched:
            return
        yield "## Without a mentor\n"
        for mentee in self._outcome.unmatched:
            why = why_unmatched(self._outcome, mentee, self._outcome.name)
            yield f"### {self._name(mentee)}\n"
            yield f"{_sentence(escaped(why))}{self._first(mentee)}\n"
            yield from self._instead(mentee)

    def load(self) -> Iterator[str]:
        """How many mentees each mentor offered to take, has, and is to be given."""
        yield "## Mentors and their places\n"
        yield "| Mentor | Offers | Has | Proposed | Free |\n|---|---|---:|---|---:|"
        for offer in self._outcome.pool.offers:
            capacity = offer.mentor.application.capacity
            given = self._outcome.mentees_of.get(offer.mentor.id, ())
            least = f"{capacity.minimum} to " if capacity.minimum != capacity.maximum else ""
            yield (
                f"| {escaped(offer.mentor.name)} | {least}{capacity.maximum} | {len(offer.taken)} "
                f"| {self._names(given) or _NOTHING} | {offer.free - len(given)} |"
            )
        yield ""

    def rather(self) -> Iterator[str]:
        """The pairs who would both score higher with each other."""
        found = sorted(
            blocking_pairs(self._outcome), key=lambda one: (-one.score, one.mentee, one.mentor)
        )
        if not found:
            return
        yield "## Who would both rather have each other\n"
        yield (
            "These score higher together than in the pairs proposed. They are not paired, because "
            "somebody else would lose a mentor, or lose more than they gain. The committee may "
            "know better.\n"
        )
        yield from (f"- {self._blocking(one)}" for one in found[:_MOST_BLOCKING])
        if len(found) > _MOST_BLOCKING:
            yield f"- and {len(found) - _MOST_BLOCKING:,} more"
        yield ""

    def _blocking(self, one: Blocking) -> str:
        now = f"with {self._name(one.now)}" if one.now else "without a mentor"
        gives = f"; {self._name(one.gives_way)} has the place" if one.gives_way else ""
        return (
            f"{self._name(one.mentee)} and {self._name(one.mentor)} ({one.score:,}): "
            f"{self._name(one.mentee)} is {now}{gives}"
        )

    def difference(self) -> Iterator[str]:
        """What is other than in the last proposal, which is still in the records."""
        last, now = self._outcome.pool.last, self._outcome.mentor_of
        if not last:
            return
        yield "## What changed since the last proposal\n"
        changes = []
        for mentee in sorted({*last, *now}):
            before, after = last.get(mentee), now.get(mentee)
            if before == after:
                continue
            if before is None:
                changes.append(f"{self._name(mentee)} is new, with {self._name(after or '')}")
            elif after is None:
                changes.append(f"{self._name(mentee)} is no longer with {self._name(before)}")
            else:
                changes.append(
                    f"{self._name(mentee)} is with {self._name(after)}, not {self._name(before)}"
                )
        yield from (f"- {change}" for change in changes)
        same = sum(1 for mentee, mentor in last.items() if now.get(mentee) == mentor)
        yield f"- {counted(same, 'pair')} as before\n"

    def not_matched(self) -> Iterator[str]:
        """Who applied and takes no part in this, and why."""
        if not self._outcome.pool.left_out:
            return
        yield "## Not to be matched this time\n"
        for person, why in self._outcome.pool.left_out.items():
            yield f"- {self._name(person)} {escaped(why)}"
        yield ""

    def checking(self) -> Iterator[str]:
        """How to check that no proposal is better, without trusting this program."""
        yield "## How to check this\n"
        command = f"lrrt match --verify {self._appendix.proof or 'FILE'}"
        how = "" if self._appendix.proof else " (write FILE with `--proof FILE`)"
        yield (
            "That no other proposal is better by the aims above can be proved, and the proof "
            f"checked by additions and comparisons alone{how}:\n\n    {command}\n"
        )


def _rank(pair: Pair) -> str:
    return f"{ordinal(pair.rank)} of {pair.eligible}{', pinned' if pair.pinned else ''}"


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}."
