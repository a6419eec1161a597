"""The feeds of new publications and presentations."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.bibliography.meta_tags import cite_as
from generator.feeds import Author, Entry, Feed, atom_text, day_instant, json_feed_text
from generator.views import Site
from generator.views.outputs import OutputView
from generator.website.citing import reference
from generator.website.markup import excerpt, plain_title, prose

ATOM = "outputs/feed.xml"
JSON = "outputs/feed.json"
PAGE = "outputs/"

_LONGEST = 50
"""How many works a feed tells of; the rest is on the page."""


def feed_texts(site: Site, absolute: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield the address of each feed and its text."""
    feed = outputs_feed(site, absolute)
    # A feed's own file is not among those that ``absolute`` knows while it is being made.
    root = absolute(PAGE).rpartition(PAGE)[0]
    yield ATOM, atom_text(feed, f"{root}{ATOM}")
    yield JSON, json_feed_text(feed, f"{root}{JSON}")


def outputs_feed(site: Site, absolute: Callable[[str], str]) -> Feed:
    """Return the newest outputs as a feed.

    What has no date of its own is as new as the cohort that it came of; with neither, it is not
    news.
    """
    dated = [(day, output) for output in site.outputs if (day := _day(site, output))]
    newest = sorted(dated, key=lambda one: (one[0], one[1].id), reverse=True)[:_LONGEST]
    return Feed(
        id=absolute(PAGE),
        title=f"Publications and presentations: {site.program.name}",
        subtitle=site.program.tagline,
        page=absolute(PAGE),
        language=site.program.language,
        author=site.program.name,
        entries=tuple(_entry(output, day, absolute) for day, output in newest),
    )


def _entry(output: OutputView, day: date, absolute: Callable[[str], str]) -> Entry:
    address = absolute(output.address)
    work = cite_as(output.item, "") or output.item.text("URL")
    # The address of the earliest id: it stays the same when a record is renamed (RFC 4287, 4.2.6).
    earliest = output.aliases[0] if output.aliases else output.id
    return Entry(
        id=address.replace(f"/{output.id}/", f"/{earliest}/"),
        address=address,
        title=plain_title(output.title),
        when=day_instant(day),
        authors=tuple(
            Author(name.full, name.identifier) for name in output.item.names.get("author", ())
        ),
        summary=excerpt(output.abstract, 300),
        content=f"<p>{reference(output.reference)}</p>\n{prose(output.abstract)}".rstrip(),
        categories=(output.type, *output.topics, *output.methods),
        language=output.language,
        work=work,
    )


def _day(site: Site, output: OutputView) -> date | None:
    issued = output.item.issued
    if issued and issued.period:
        return issued.period.start.first_day
    produced = {link.address for link in output.pairings}
    starts = (
        cohort.first_day
        for cohort in site.cohorts
        if any(pairing.address in produced for pairing in cohort.pairings)
    )
    return max(starts, default=None)
