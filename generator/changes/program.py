"""What changes in what the program says of itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.changes.phrases import Fact, phrase, quoted
from generator.changes.report import Section
from generator.records.program import Program
from generator.views import Site
from generator.views.wording import day, listed

_EVERYWHERE = {
    "name": Fact("the name of the program", quoted),
    "short_name": Fact("the short name of the program", quoted),
    "sponsor": Fact("who runs the program"),
    "language": Fact("the language of the site", str),
}
_HOME = {
    "tagline": Fact("the sentence at the top", quoted),
    "purpose": Fact("what the program is for"),
    "benefits": Fact("what comes of taking part"),
    "contacts": Fact("whom to ask"),
}
_WHO = {"mentees": "who may apply as a mentee", "mentors": "who may apply as a mentor"}


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands at the head of every page for a time: the program's own notice, or news."""

    text: str
    address: str
    until: date


def every_page_section(
    before: Program, after: Program, old: Notice | None, new: Notice | None
) -> Section:
    """Return what changes in the head and the foot of all pages; the notices are the sites'."""
    lines = [_notice(old, new)] if old != new else []
    if before.sample != after.sample:
        start = "says" if after.sample else "no longer says"
        lines.append(f"{start} that the people and publications are invented")
    return Section("Every page", (*lines, *_phrases(before, after, _EVERYWHERE)))


def program_page_section(before: Site, after: Site) -> Section:
    """Return what changes in the program's own texts."""
    old, new = before.program, after.program
    lines = list(_phrases(old, new, _HOME))
    for name, words in _WHO.items():
        was, now = getattr(old.who_may_apply, name), getattr(new.who_may_apply, name)
        if was != now:
            lines.append(phrase(was, now, Fact(words)))
    return Section("Program page", tuple(lines))


def application_lines(
    before: Site, after: Site, terms: Mapping[str, str] | None
) -> tuple[str, ...]:
    """Return what changes on the application pages, the calls apart.

    ``terms`` are those that are told elsewhere to be called otherwise.
    """
    old, new = before.destination, after.destination
    facts = {
        "endpoint": Fact("where applications go", str),
        "form": Fact("the form that applicants are led to", str),
        "kept": Fact("how long applications are kept", quoted),
    }
    lines = [
        phrase(getattr(old, name) or None, getattr(new, name) or None, fact)
        for name, fact in facts.items()
        if getattr(old, name) != getattr(new, name)
    ]
    if before.forms != after.forms and not terms:
        lines.append("changes what applicants can choose from")
    return tuple(lines)


def _notice(old: Notice | None, new: Notice | None) -> str:
    if new is None:
        return "takes the notice down"
    if old is None or old.text != new.text:
        verb = "puts up a notice that says" if old is None else "the notice now says"
        return f"{verb} {quoted(new.text)}, until {day(new.until)}"
    said = []
    if old.until != new.until:
        said.append(f"stays until {day(new.until)}")
    if old.address != new.address:
        said.append("leads somewhere else" if new.address else "leads nowhere")
    return f"the notice {listed(said)}"


def _phrases(old: Program, new: Program, facts: dict[str, Fact]) -> Iterator[str]:
    for name, fact in facts.items():
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield phrase(was, now, fact)
