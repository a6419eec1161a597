"""Something that the committee has to do, with its day and the way to do it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

GRACE = timedelta(days=7)
"""How long something stays on the list after its day, where no record can say that it is done."""


class Code(StrEnum):
    """What is to be done. The words are stable: programs may go by them."""

    NEXT_YEAR = "next-year"
    PUBLISH_CALL = "publish-call"
    CLOSE_CALL = "close-call"
    MATCH = "match"
    REMATCH = "rematch"
    ANNOUNCE_PAIRS = "announce-pairs"
    BEGIN_YEAR = "begin-year"
    PLAN_CHECK_INS = "plan-check-ins"
    HOLD_EVENT = "hold-event"
    RECORD_ATTENDANCE = "record-attendance"
    ASK_ABSENT = "ask-absent"
    PLAN_SYMPOSIUM = "plan-symposium"
    ASK_FOR_TALK = "ask-for-talk"
    COMPLETE_SESSION = "complete-session"
    LAY_OUT_SCHEDULE = "lay-out-schedule"
    ADD_SLIDES = "add-slides"
    ADD_RECORDING = "add-recording"
    ASK_EVALUATIONS = "ask-evaluations"
    RECORD_COMPLETION = "record-completion"
    SETTLE_PAIR = "settle-pair"
    CERTIFICATES = "certificates"
    ASK_CONSENT = "ask-consent"
    ASK_ABOUT_OUTPUT = "ask-about-output"
    NOTICE_PAST = "notice-past"


class Urgency(StrEnum):
    """How a task stands to the day it is looked at from."""

    OVERDUE = "overdue"
    TODAY = "today"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do by a day.

    ``what`` says it in a sentence without its period; ``how`` names the command or the record that
    does it. ``about`` has the ids of what it is about: a cohort, an event, pairings, people.
    """

    code: Code
    due: date
    what: str
    how: str
    about: tuple[str, ...]

    @property
    def order(self) -> tuple[date, str, tuple[str, ...], str]:
        """What tasks are sorted by: day, then code, then what they are about."""
        return (self.due, self.code, self.about, self.what)

    def urgency(self, today: date) -> Urgency:
        """Return how the task stands to a day."""
        if self.due < today:
            return Urgency.OVERDUE
        return Urgency.TODAY if self.due == today else Urgency.COMING
