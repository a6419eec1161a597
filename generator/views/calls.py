"""The calls for applications that are open or to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from generator.records.program import Applications, Contact
from generator.views.cohorts import CohortView


@dataclass(frozen=True, slots=True)
class Call:
    """A call for applications to a cohort. ``is_open`` is that of the day of the site."""

    cohort: str
    title: str
    opens: date
    closes: date
    is_open: bool


def make_calls(cohorts: Iterable[CohortView], today: date) -> tuple[Call, ...]:
    """Return the calls that are not over, in the order in which they close."""
    calls = (
        Call(
            cohort=one.id,
            title=one.title,
            opens=one.call_opens,
            closes=one.call_closes,
            is_open=one.call_opens <= today,
        )
        for one in cohorts
        if one.call_closes >= today
    )
    return tuple(sorted(calls, key=lambda one: (one.closes, one.opens, one.cohort)))


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an application goes: to an endpoint, to a form elsewhere, or by hand to the contact.

    ``kept`` is how long applications are kept, if the program says so.
    """

    endpoint: str
    form: str
    contact: Contact
    kept: str

    @property
    def host(self) -> str:
        """The host that reads the answers, unless they are sent by hand."""
        return urlsplit(self.endpoint or self.form).hostname or ""

    @property
    def is_by_hand(self) -> bool:
        """Whether the applicant sends the application to the contact."""
        return not self.host


def make_destination(applications: Applications, contacts: tuple[Contact, ...]) -> Destination:
    """Return where applications go; the first contact is the one who takes them."""
    return Destination(
        endpoint=applications.endpoint or "",
        form=applications.form or "",
        contact=contacts[0],
        kept=applications.kept or "",
    )
