"""What the program has to tell: one piece of news, as it stands on the site and in its feed."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import model_validator

from generator.records.dates import Date
from generator.records.fields import (
    Aliases,
    CohortId,
    EventId,
    Line,
    OutputId,
    Prose,
    Record,
    fault,
    public,
)


class NewsKind(StrEnum):
    """What an announcement tells of. Each kind but ``note`` is written from the records."""

    CALL_FOR_MENTORS = "call-for-mentors"
    CALL_FOR_MENTEES = "call-for-mentees"
    PAIRS_ANNOUNCED = "pairs-announced"
    CHECK_IN = "check-in"
    SYMPOSIUM = "symposium"
    OUTPUT = "output"
    YEAR_IN_REVIEW = "year-in-review"
    NOTE = "note"


SUBJECTS: Mapping[NewsKind, str] = {
    NewsKind.CALL_FOR_MENTORS: "cohort",
    NewsKind.CALL_FOR_MENTEES: "cohort",
    NewsKind.PAIRS_ANNOUNCED: "cohort",
    NewsKind.CHECK_IN: "event",
    NewsKind.SYMPOSIUM: "event",
    NewsKind.OUTPUT: "output",
    NewsKind.YEAR_IN_REVIEW: "cohort",
}
"""The key that says what a kind of news is about."""


class News(Record):
    """One piece of news.

    What it says is written from the records each time the site is built, so that it follows them,
    and what people agreed to; only a note is written by hand.
    """

    date: Annotated[Date, public("The day from which it stands on the site.")]
    kind: Annotated[NewsKind, public("What it tells of.")]
    cohort: Annotated[CohortId | None, public("The cohort it is about.")] = None
    event: Annotated[EventId | None, public("The event it is about.")] = None
    output: Annotated[OutputId | None, public("The publication or presentation.")] = None
    title: Annotated[
        Line | None, public("Its title; needed for a note, instead of the usual one elsewhere.")
    ] = None
    text: Annotated[
        Prose | None, public("What a note says; elsewhere a paragraph added at the end.")
    ] = None
    notice_until: Annotated[
        Date | None, public("Until this day its title is the notice at the head of every page.")
    ] = None
    aliases: Annotated[
        Aliases, public("Earlier ids of this record, whose addresses lead here.")
    ] = ()

    @model_validator(mode="after")
    def _is_about_something(self) -> Self:
        wanted = SUBJECTS.get(self.kind)
        for key in ("cohort", "event", "output"):
            named = getattr(self, key) is not None
            if key == wanted and not named:
                raise fault(
                    "missing-for-type",
                    f"news of the kind '{self.kind}' needs '{key}'",
                    f"name the {key} it is about",
                )
            if key != wanted and named:
                raise fault(
                    "invalid-value",
                    f"news of the kind '{self.kind}' has no '{key}'",
                    f"take '{key}' out, or correct the kind",
                    steps=(key,),
                )
        if self.kind is NewsKind.NOTE:
            for key in ("title", "text"):
                if getattr(self, key) is None:
                    raise fault("missing-for-type", f"a note needs a '{key}'", f"add '{key}'")
        return self

    @property
    def subject(self) -> str:
        """The id of what it is about, or '' for a note."""
        return self.cohort or self.event or self.output or ""
