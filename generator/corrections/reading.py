"""A filled form as GitHub renders it, read back: what stands under each heading.

Whoever writes an issue can write anything. A heading counts only where the form has it, and once:
text that pretends to be the next field is refused, not followed.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from generator.catalog.rules.privacy import contacts_in
from generator.corrections.forms import MORE_LABEL, PAGE_LABEL, RECORD_LABEL
from generator.diagnostics import did_you_mean
from generator.source import mended

LARGEST = 65_536
"""Characters that an issue of GitHub has at the most."""

_HEADING = re.compile(r"###[ ]+(.+?)[ ]*")
_NO_ANSWER = frozenset(("", "_No response_", "None"))


class UnusableIssueError(Exception):
    """An issue from which nothing can be taken; the message says why, and the way out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written under a label, and the line (from 1) of the label."""

    label: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Issue:
    """A filled form. ``answers`` are in the order of the form, without those left empty."""

    record: str
    answers: tuple[Answer, ...]
    more: str


def read_issue(body: str) -> Issue:
    """Return what a form says. Raises UnusableIssueError."""
    if len(body) > LARGEST:
        message = f"it has more than {LARGEST:,} characters, which no issue has"
        raise UnusableIssueError(message)
    text = mended(body.removeprefix("\ufeff"))
    for contact in contacts_in("", text, frozenset()):
        message = (
            f"line {contact.place.line} has what looks like {contact.sort}, which everybody can "
            "read there; take it out of the issue, then run this again"
        )
        raise UnusableIssueError(message)
    answers = _answers(text)
    told = {one.label: one.text for one in answers}
    record = told.get(RECORD_LABEL, "")
    if not record:
        message = (
            f"it does not say which record is meant: under '### {RECORD_LABEL}' belongs what the "
            "link on the page fills in, as in 'outputs/2026-slips'; what another page says is "
            "corrected by hand"
        )
        raise UnusableIssueError(message)
    own = {RECORD_LABEL, PAGE_LABEL, MORE_LABEL}
    return Issue(
        record,
        tuple(one for one in answers if one.label not in own),
        told.get(MORE_LABEL, ""),
    )


def make_sure_of_labels(issue: Issue, labels: Collection[str]) -> None:
    """Raise UnusableIssueError where the form of the record has no such field."""
    for one in issue.answers:
        if one.label not in labels:
            help_ = did_you_mean(one.label, labels, "the form's headings are not to be changed")
            message = f"line {one.line}: the form has no field '{one.label}'; {help_}"
            raise UnusableIssueError(message)


def _answers(text: str) -> list[Answer]:
    """Return what stands under each heading, without what was left empty."""
    found: list[tuple[str, int, list[str]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        heading = _HEADING.fullmatch(line)
        if heading:
            known = next((one for one in found if one[0] == heading[1]), None)
            if known:
                message = (
                    f"'{heading[1]}' stands in line {known[1]} and again in line {number}; take "
                    "out the one that is not the form's"
                )
                raise UnusableIssueError(message)
            found.append((heading[1], number, []))
        elif found:
            found[-1][2].append(line)
        elif line.strip():
            message = f"line {number} stands before the first heading; take the issue's whole text"
            raise UnusableIssueError(message)
    answers = [Answer(label, "\n".join(lines).strip(), line) for label, line, lines in found]
    return [one for one in answers if one.text not in _NO_ANSWER]
