"""What changes in what the program says of itself."""

from collections.abc import Iterator

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


def every_page_section(before: Site, after: Site) -> Section:
    """Return what changes in the head and the foot of all pages."""
    return Section("Every page", tuple(_everywhere(before, after)))


def program_page_section(before: Site, after: Site) -> Section:
    """Return what changes in the program's own texts."""
    old, new = before.program, after.program
    lines = list(_phrases(old, new, _HOME))
    for name, words in _WHO.items():
        was, now = getattr(old.who_may_apply, name), getattr(new.who_may_apply, name)
        if was != now:
            lines.append(phrase(was, now, Fact(words)))
    return Section("Program page", tuple(lines))


def _everywhere(before: Site, after: Site) -> Iterator[str]:
    old, new = before.program, after.program
    if before.notice != after.notice:
        yield _notice(before, after)
    if old.sample != new.sample:
        yield (
            "says that the people and publications are invented"
            if new.sample
            else "no longer says that the people and publications are invented"
        )
    yield from _phrases(old, new, _EVERYWHERE)


def _notice(before: Site, after: Site) -> str:
    old, new = before.notice, after.notice
    if new is None:
        return "takes the notice down"
    if old is None or old.text != new.text:
        verb = "puts up a notice that says" if old is None else "the notice now says"
        return f"{verb} {quoted(new.text)}, until {day(new.until)}"
    said = []
    if old.until != new.until:
        said.append(f"stays until {day(new.until)}")
    if old.link != new.link:
        said.append("leads somewhere else" if new.link else "leads nowhere")
    return f"the notice {listed(said)}"


def _phrases(old: Program, new: Program, facts: dict[str, Fact]) -> Iterator[str]:
    for name, fact in facts.items():
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield phrase(was, now, fact)
