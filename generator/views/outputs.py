"""Publications and presentations as the site shows them."""

from dataclasses import dataclass
from datetime import date

from generator.bibliography.item import Item
from generator.bibliography.items import make_item
from generator.catalog import Catalog, Entry
from generator.records.fields import ConsentScope, Refers
from generator.records.output import PRESENTED, Output, OutputStatus
from generator.views.consent import Consents
from generator.views.kinds import output_kind
from generator.views.links import Link, output_address, pairing_address, session_address
from generator.views.pairings import is_public, labels, project_is_public
from generator.views.people import PersonLabel, contributor_labels, contributor_names
from generator.views.wording import period

_NO_DATE = "Without a date"


@dataclass(frozen=True, slots=True)
class OutputView:
    """An output's page and its place in the list."""

    id: str
    item: Item
    title: str
    type: str
    presented: bool
    contributors: tuple[PersonLabel, ...]
    year: str
    when: str
    in_press: bool
    source_line: str
    identifiers: tuple[Link, ...]
    links: tuple[Link, ...]
    open_access: bool
    award: str
    license: str
    language: str
    abstract: str
    topics: tuple[str, ...]
    methods: tuple[str, ...]
    pairings: tuple[Link, ...]
    session: Link | None
    people: frozenset[str]
    recency: tuple[bool, date, str]
    source: str
    aliases: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address of the page."""
        return output_address(self.id)


def make_outputs(catalog: Catalog, consents: Consents) -> tuple[OutputView, ...]:
    """Return every public output, newest first; those without a date stand last."""
    views = [
        _output(catalog, consents, entry)
        for entry in catalog.outputs.values()
        if entry.record.status is not OutputStatus.SUBMITTED
    ]
    return tuple(sorted(views, key=_newest_first))


def _newest_first(view: OutputView) -> tuple[bool, bool, int, str]:
    dated, day, id_ = view.recency
    return (not dated, not view.in_press, -day.toordinal(), id_)


def _output(catalog: Catalog, consents: Consents, entry: Entry[Output]) -> OutputView:
    output = entry.record
    start = output.date.start if output.date else None
    in_press = output.status is OutputStatus.IN_PRESS
    year = "In press" if in_press else str(start.year) if start else _NO_DATE
    scope = ConsentScope.OUTPUTS
    topics = labels(catalog, Refers.TOPIC, output.topics)
    methods = labels(catalog, Refers.METHOD, output.methods)
    people = contributor_names(catalog, consents, output.contributors, scope)
    return OutputView(
        id=entry.id,
        item=make_item(entry.id, output, people, (*topics, *methods)),
        title=output.title,
        type=output_kind(output),
        presented=output.type in PRESENTED,
        contributors=contributor_labels(catalog, consents, output.contributors, scope),
        year=year,
        when="In press" if in_press else period(output.date) if output.date else "",
        in_press=in_press,
        source_line=_source_line(output),
        identifiers=_identifiers(output),
        links=_links(catalog, consents, output),
        open_access=bool(output.open_copy or (output.license and "CC" in output.license)),
        award=output.award or "",
        license=output.license or "",
        language=output.language or "",
        abstract=output.abstract or "",
        topics=topics,
        methods=methods,
        pairings=_pairings(catalog, consents, output),
        session=_session(catalog, output.session),
        people=frozenset(
            one.participant
            for one in output.contributors
            if one.participant and consents.allows(one.participant, scope)
        ),
        recency=(start is not None or in_press, start.first_day if start else date.min, entry.id),
        source=entry.path,
        aliases=output.aliases,
    )


def _source_line(output: Output) -> str:
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


def _identifiers(output: Output) -> tuple[Link, ...]:
    links = []
    if output.doi:
        links.append(Link(f"doi:{output.doi}", f"https://doi.org/{_doi_path(output.doi)}"))
    if output.isbn:
        links.append(Link(f"ISBN {output.isbn}", ""))
    if output.container and output.container.issn:
        links.append(Link(f"ISSN {output.container.issn}", ""))
    return tuple(links)


def _doi_path(doi: str) -> str:
    """Return a DOI encoded as the path of an address (DOI Handbook, 2.5.2.4)."""
    return "".join(
        f"%{ord(character):02X}" if character in '%"#? <>[]{}|\\^`' else character
        for character in doi
    )


def _links(catalog: Catalog, consents: Consents, output: Output) -> tuple[Link, ...]:
    everybody = all(
        consents.allows(one.participant, ConsentScope.RECORDING)
        for one in output.contributors
        if one.participant and one.participant in catalog.participants
    )
    offered = (
        ("Read it", output.url),
        ("Open copy", output.open_copy),
        ("Slides", output.slides),
        ("Recording", output.recording if everybody else None),
    )
    return tuple(Link(label, address) for label, address in offered if address)


def _pairings(catalog: Catalog, consents: Consents, output: Output) -> tuple[Link, ...]:
    links = []
    for name in output.pairings:
        entry = catalog.pairings[name]
        pairing = entry.record
        if not is_public(entry):
            continue
        shown = project_is_public(consents, pairing)
        title = pairing.project.title if pairing.project and shown else "A pair of this program"
        links.append(Link(title, pairing_address(name)))
    return tuple(links)


def _session(catalog: Catalog, name: str | None) -> Link | None:
    if not name:
        return None
    event, _, session = catalog.sessions[name]
    return Link(f"{event.record.title}: {session.title}", session_address(name))
