"""What the pictures say that stand for pages where somebody shares their addresses."""

from collections.abc import Iterable, Iterator

from generator.records.program import Program
from generator.typesetting.share_picture import SharePicture
from generator.views.cohorts import CohortView
from generator.views.events import EventView
from generator.views.outputs import OutputView
from generator.views.people import WITHHELD, PersonLabel
from generator.views.site import Site
from generator.views.wording import counted, listed

PROGRAM_PICTURE = "pictures/program.png"
"""The picture of every page that has none of its own."""

_MOST = 5
"""How many people a picture names where there are more; one more still fits."""


def picture_address(page: str) -> str:
    """Return where the picture of a page is found that has one of its own."""
    return f"pictures/{page.rstrip('/')}.png"


def all_pictures(site: Site) -> Iterator[tuple[str, SharePicture]]:
    """Yield the address of each page that has a picture of its own, and what that says."""
    for output in site.outputs:
        yield output.address, output_picture(output, site.program)
    for event in site.events:
        yield event.address, event_picture(event, site.program)
    for cohort in site.cohorts:
        yield cohort.address, cohort_picture(cohort, site.program)


def program_picture(program: Program) -> SharePicture:
    """Return what is said of the program as a whole."""
    sponsor = program.sponsor
    return SharePicture(
        kind=program.short_name,
        title=program.tagline,
        people="",
        when="",
        foot=", ".join(part for part in (sponsor.name, sponsor.parent) if part),
        language=program.language,
    )


def output_picture(output: OutputView, program: Program) -> SharePicture:
    """Return what is said of a publication or presentation."""
    people = _named(label.name for label in output.makers)
    edited = people and output.made_by != "by"
    return SharePicture(
        kind=output.type,
        title=output.title,
        people=f"{output.made_by.capitalize()} {people}" if edited else people,
        when=output.when,
        foot=program.name,
        language=output.language or program.language,
    )


def event_picture(event: EventView, program: Program) -> SharePicture:
    """Return what is said of an event; its hours are on its page."""
    people = _named(_each_once(label for one in event.sessions for label in one.speakers))
    return SharePicture(
        kind=f"{event.kind}, cancelled" if event.cancelled else event.kind,
        title=event.title,
        people=f"With {people}" if people else "",
        when=event.day,
        place=event.place,
        foot=program.name,
        language=program.language,
    )


def cohort_picture(cohort: CohortView, program: Program) -> SharePicture:
    """Return what is said of a program year."""
    counts = (
        (len(cohort.pairings), "pair of mentors and mentees", "pairs of mentors and mentees"),
        (len(cohort.outputs), "publication or presentation", "publications and presentations"),
    )
    said = [counted(number, one, many) for number, one, many in counts if number]
    return SharePicture(
        kind="Cohort",
        title=cohort.title,
        people=", ".join(said),
        when=cohort.years,
        foot=program.name,
        language=program.language,
    )


def _each_once(labels: Iterable[PersonLabel]) -> Iterator[str]:
    """Yield names, each once; of those that are withheld, nobody can tell whether they are one."""
    seen: set[str] = set()
    for label in labels:
        if label.name == WITHHELD or label.name not in seen:
            seen.add(label.name)
            yield label.name


def _named(names: Iterable[str]) -> str:
    """Return people in words. Whoever did not agree to be named is one of the others."""
    everybody = list(names)
    named = [name for name in everybody if name and name != WITHHELD]
    shown = named if len(named) <= _MOST + 1 else named[:_MOST]
    others = len(everybody) - len(shown)
    if not shown:
        return ""
    return listed([*shown, counted(others, "other")] if others else shown)
