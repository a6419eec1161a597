"""What must be known of a submission before anything else: who sent it, when, for what."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError

from generator.intake.known import Traits
from generator.intake.moments import DayOrder, day_order, read_moment
from generator.intake.naming import read_name
from generator.intake.normal import (
    Read,
    one_line,
    read_email,
    read_orcid,
    read_role,
    read_yes,
)
from generator.intake.submission import Submission
from generator.records.application import Role
from generator.records.people import PersonName

_TRIALS = ("preview", "test", "spam")
_ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Facts:
    """Who sent a submission, when, for which cohort and role.

    ``besides`` is what was given as a name and has no key.
    """

    submission: Submission
    cohort: str
    role: Role
    traits: Traits
    name: Mapping[str, str]
    moment: datetime | None
    order: DayOrder
    changes: tuple[str, ...]
    notes: tuple[str, ...]
    besides: str

    @property
    def who(self) -> str:
        """How the person is named to the committee."""
        return self.traits.name.full if self.traits.name else self.traits.email


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for all submissions that do not say otherwise, and the cohorts there are."""

    cohort: str
    role: Role | None
    cohorts: frozenset[str]


def read_facts(submission: Submission, defaults: Defaults, order: DayOrder) -> Facts | str:
    """Return the facts of a submission, or in a clause why it can be no application."""
    fault = submission.fault or _not_sent(submission)
    if fault:
        return fault
    cohort = one_line(submission.text("cohort")) or submission.cohort or defaults.cohort
    if cohort not in defaults.cohorts:
        return f"there is no cohort '{cohort}'" if cohort else "it names no cohort; give --cohort"
    role = _role(submission, defaults)
    email = _email(submission)
    for read in (role, email):
        if read.value is None:
            return read.doubt
    orcid = _first_read(read_orcid, submission.texts("orcid"))
    parts, notes, besides = read_name(submission)
    name = _person_name(parts)
    affiliation = next(iter(submission.texts("affiliation.name")), "")
    return Facts(
        submission=submission,
        cohort=cohort,
        role=role.value,
        traits=Traits(name, email.value, orcid.value or "", one_line(affiliation)),
        name=parts if name else {},
        moment=read_moment(submission.text("submitted"), order),
        order=order,
        changes=tuple(filter(None, (email.change, orcid.change, _assumed(submission, order)))),
        notes=notes if name else (),
        besides=besides if name else " ".join(filter(None, (*parts.values(), besides))),
    )


def _assumed(submission: Submission, order: DayOrder) -> str:
    """Return what is to be said of a day that could be another one, or nothing."""
    text = one_line(submission.text("submitted"))
    moment = read_moment(text, order)
    if moment and text[:5].isdigit():
        return f"day '{text}' read as {moment}, for spreadsheet programs count days"
    if moment is None or not order.is_assumed or read_moment(text, order.other) == moment:
        return ""
    return f"day '{text}' read as {moment.date()}: month before day, for nothing shows otherwise"


def _person_name(parts: Mapping[str, str]) -> PersonName | None:
    """Return a name from its parts, where they are the parts of one."""
    try:
        return PersonName.model_validate(parts)
    except ValidationError:
        return None


def orders_of(submissions: Iterable[Submission]) -> Mapping[tuple[str, str], DayOrder]:
    """Return in which order days and months stand in each sheet."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in submissions:
        key = (one.origin.path, one.origin.sheet)
        found.setdefault(key, []).append(one.text("submitted"))
    return {key: day_order(texts) for key, texts in found.items()}


def who_sent(submission: Submission) -> str:
    """Return how somebody is named in a submission that can be no application."""
    parts, _, besides = read_name(submission)
    name = parts.get("display") or " ".join(
        parts[key] for key in ("given", "particle", "family") if key in parts
    )
    return name or besides or one_line(submission.text("email")) or "nobody named"


def _not_sent(submission: Submission) -> str:
    status = submission.text("status").casefold()
    if any(word in status for word in _TRIALS):
        return f"it is a trial: its status is '{submission.text('status')}'"
    finished = submission.text("finished")
    if finished and read_yes(finished).value is False:
        return "the form was begun and not sent off"
    return ""


def _role(submission: Submission, defaults: Defaults) -> Read:
    said = submission.text("role")
    if said:
        return read_role(said)
    if submission.role or defaults.role:
        return Read(Role(submission.role) if submission.role else defaults.role)
    return Read(doubt="it does not say whether this is a mentor or a mentee; give --role")


def _email(submission: Submission) -> Read:
    said = [text for text in submission.texts("email") if text.casefold() != _ANONYMOUS]
    if not said:
        return Read(doubt="it has no e-mail address")
    return _first_read(read_email, list(reversed(said)))


def _first_read(read: Callable[[str], Read], texts: Sequence[str]) -> Read:
    """Return the first text that can be read; where none can, what is wrong with the first."""
    found = [read(one_line(text)) for text in texts]
    return next((one for one in found if one.value is not None), found[0] if found else Read())
