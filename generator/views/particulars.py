"""What a catalog would say of a work beside its reference: facts, identifiers, ways to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.bibliography.doi import doi_address
from generator.records.output import Output
from generator.views.licenses import license_link
from generator.views.links import Link
from generator.views.wording import period


@dataclass(frozen=True, slots=True)
class Fact:
    """A heading and what stands under it, with the way to it where there is one."""

    label: str
    values: tuple[Link, ...]


def source_line(output: Output) -> str:
    """Return where the work stands: journal, volume and pages; or event and place; or publisher."""
    parts = []
    if output.container:
        container = output.container
        volume = container.volume or ""
        if container.issue:
            volume = f"{volume}({container.issue})"
        place = container.pages or (
            f"Article {container.article_number}" if container.article_number else ""
        )
        place = place.replace("-", "\N{EN DASH}")
        parts.append(", ".join(part for part in (container.title, volume, place) if part))
    if output.event:
        where = output.event.place or ("online" if output.event.online else "")
        parts.append(", ".join(part for part in (output.event.name, where) if part))
    if output.publisher and (not output.container or output.container.title != output.publisher):
        parts.append(output.publisher)
    return ". ".join(parts)


def identifiers(output: Output) -> tuple[Link, ...]:
    """Return the work's DOI, and the ISBN or ISSN of what it stands in."""
    links = []
    if output.doi:
        links.append(Link(f"doi:{output.doi}", doi_address(output.doi)))
    if output.isbn:
        links.append(Link(f"ISBN {output.isbn}", ""))
    if output.container and output.container.issn:
        links.append(Link(f"ISSN {output.container.issn}", ""))
    return tuple(links)


def facts(output: Output) -> tuple[Fact, ...]:
    """Return what else is known of a work, in the order of a catalog card."""
    return tuple(Fact(label, values) for label, values in _facts(output) if values)


def _facts(output: Output) -> Iterator[tuple[str, tuple[Link, ...]]]:
    container, event, series = output.container, output.event, output.series
    yield "Form", _words(output.genre)
    yield "Published in", _words(container.title if container else "")
    if event:
        where = ", ".join(
            part for part in (event.place or "", "online" if event.online else "") if part
        )
        yield "Event", _words(event.name)
        yield "Place", _words(where[:1].upper() + where[1:])
    yield "Date", _words(period(output.date) if output.date else "")
    if series:
        yield "Series", _words(", ".join(part for part in (series.title, series.number) if part))
    yield "Publisher", _words(output.publisher)
    yield "Volume", _words(output.volume)
    yield "Edition", _words(output.edition)
    yield "Number", _words(output.number)
    yield "Version", _words(output.version)
    yield "Archive", _words(output.archive)
    yield "Award", _words(output.award)
    yield "Identifiers", identifiers(output)
    yield "License", (license_link(output.license),) if output.license else ()


def _words(text: str | None) -> tuple[Link, ...]:
    return (Link(text, ""),) if text else ()
