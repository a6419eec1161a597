"""One program year."""

from typing import Annotated

from generator.records.dates import Date
from generator.records.fields import (
    Aliases,
    ApplicantId,
    Boolean,
    Line,
    Prose,
    Record,
    Unique,
    committee,
    public,
)


class CompletionRule(Record):
    """What a pairing must have done by the end of the year to be completed."""

    check_ins: Annotated[
        int, public("How many check-ins the pair attended, at the least.", ge=0, le=50)
    ] = 0
    presentation: Annotated[
        Boolean, public("Whether the pair must have given a talk at the symposium.")
    ] = True
    evaluations: Annotated[
        int, public("How many evaluations must have been received, at the least.", ge=0, le=50)
    ] = 0
    rematch_counts: Annotated[
        Boolean,
        public(
            "Whether the check-ins and the talk of a mentee's earlier pairing, ended in the same "
            "year, count for the pairing that followed."
        ),
    ] = True

    @property
    def in_words(self) -> tuple[str, ...]:
        """What is asked, each part as it follows 'has': 'attended at least 3 check-ins'."""
        parts = []
        if self.check_ins:
            parts.append(
                f"attended at least {self.check_ins} check-in{'s' if self.check_ins > 1 else ''}"
            )
        if self.presentation:
            parts.append("presented at the symposium")
        if self.evaluations:
            parts.append(
                f"sent in at least {self.evaluations} "
                f"evaluation{'s' if self.evaluations > 1 else ''}"
            )
        return tuple(parts)


class Pin(Record):
    """A pair that the committee has decided on, whatever the scores say."""

    mentee: Annotated[ApplicantId, committee("Id of the mentee.")]
    mentor: Annotated[ApplicantId, committee("Id of the mentor.")]

    def __str__(self) -> str:
        return f"{self.mentee}={self.mentor}"


class Exclusion(Record):
    """A pair that must not be, whatever the scores say."""

    mentee: Annotated[ApplicantId, committee("Id of the mentee.")]
    mentor: Annotated[ApplicantId, committee("Id of the mentor.")]
    reason: Annotated[Line | None, committee("Why not; the report repeats it.")] = None

    def __str__(self) -> str:
        return f"{self.mentee}={self.mentor}"


class Cohort(Record):
    """One program year, from the call for applications to completion."""

    title: Annotated[Line, public("Name of the year, as in 'Cohort of 2026'.")]
    call_opens: Annotated[Date, public("First day of the call for applications.")]
    call_closes: Annotated[Date, public("Last day of the call for applications.")]
    pairs_announced: Annotated[Date, public("Day on which mentors and mentees hear of each other.")]
    start: Annotated[Date, public("First day of the program year.")]
    end: Annotated[Date, public("Last day of the program year.")]
    completion: Annotated[CompletionRule, public("What a pairing must have done to be completed.")]
    summary: Annotated[Prose | None, public("A paragraph about this year.")] = None
    pins: Annotated[
        Annotated[tuple[Pin, ...], Unique],
        committee("Pairs that matching must make. In a public repository, use --pin instead."),
    ] = ()
    exclusions: Annotated[
        Annotated[tuple[Exclusion, ...], Unique],
        committee("Pairs that matching must not make. In a public repository, use --forbid."),
    ] = ()
    aliases: Annotated[
        Aliases, public("Earlier ids of this record, whose addresses lead here.")
    ] = ()
