"""Publications and presentations as the site shows them."""

from dataclasses import dataclass
from datetime import date

from generator.bibliography.item import Item, Name
from generator.bibliography.items import make_item
from generator.bibliography.licenses import is_creative_commons
from generator.bibliography.references import reference_html
from generator.catalog import Catalog, Entry
from generator.records.fields import ConsentScope, Refers
from generator.records.output import PRESENTED, Output, OutputStatus
from generator.views.consent import Consents
from generator.views.filing import Filed, Term
from generator.views.kinds import output_kind, type_label
from generator.views.links import Link, output_address, pairing_address, session_address
from generator.views.pairings import is_public, labels, project_is_public
from generator.views.particulars import Fact, facts, identifiers, source_line
from generator.views.people import PersonLabel, contributor_labels, contributor_names
from generator.views.wording import period

_NO_DATE = "Without a date"
_IN_PRESS = "In press"
_ORCID = "https://orcid.org/"
_EDITORS = frozenset(("editor", "collection-editor", "editor-translator"))


@dataclass(frozen=True, slots=True)
class Credit:
    """Who did what for a work. ``identifier`` is an ORCID iD or a ROR id, where it may be shown."""

    person: PersonLabel
    role: str
    identifier: Link | None


@dataclass(frozen=True, slots=True)
class OutputView:
    """An output's page and its place in the list.

    ``filed`` says under which terms it is found;
    ``reference`` is its APA reference as HTML.
    """

    id: str
    item: Item
    reference: str
    title: str
    type: str
    presented: bool
    contributors: tuple[PersonLabel, ...]
    credits: tuple[Credit, ...]
    year: str
    when: str
    in_press: bool
    source_line: str
    identifiers: tuple[Link, ...]
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    open_access: bool
    award: str
    license: str
    language: str
    abstract: str
    topics: tuple[str, ...]
    methods: tuple[str, ...]
    filed: Filed
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

    @property
    def makers(self) -> tuple[PersonLabel, ...]:
        """Those who stand for the work: its authors, or else everybody."""
        return tuple(one for one in self.contributors if not one.role) or self.contributors

    @property
    def made_by(self) -> str:
        """The word before them: 'by' or 'edited by'."""
        return "edited by" if all(one.role in _EDITORS for one in self.makers) else "by"


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
    year = _IN_PRESS if in_press else str(start.year) if start else _NO_DATE
    scope = ConsentScope.OUTPUTS
    topics = labels(catalog, Refers.TOPIC, output.topics)
    methods = labels(catalog, Refers.METHOD, output.methods)
    names = contributor_names(catalog, consents, output.contributors, scope)
    contributors = contributor_labels(catalog, consents, output.contributors, scope)
    people = tuple(
        one.participant
        for one in output.contributors
        if one.participant and consents.allows(one.participant, scope)
    )
    item = make_item(entry.id, output, names, (*topics, *methods))
    return OutputView(
        id=entry.id,
        item=item,
        reference=reference_html(item),
        title=output.title,
        type=output_kind(output),
        presented=output.type in PRESENTED,
        contributors=contributors,
        credits=tuple(map(_credit, contributors, names)),
        year=year,
        when=_IN_PRESS if in_press else period(output.date) if output.date else "",
        in_press=in_press,
        source_line=source_line(output),
        identifiers=identifiers(output),
        facts=facts(output),
        links=_links(catalog, consents, output),
        open_access=bool(output.open_copy) or is_creative_commons(output.license or ""),
        award=output.award or "",
        license=output.license or "",
        language=output.language or "",
        abstract=output.abstract or "",
        topics=topics,
        methods=methods,
        filed=_filed(catalog, output, year, people),
        pairings=_pairings(catalog, consents, output),
        session=_session(catalog, output.session),
        people=frozenset(people),
        recency=(start is not None or in_press, start.first_day if start else date.min, entry.id),
        source=entry.path,
        aliases=output.aliases,
    )


def _credit(label: PersonLabel, name: Name) -> Credit:
    address = name.identifier
    identifier = None
    if address:
        words = address.removeprefix(_ORCID).removeprefix("https://")
        identifier = Link(words, address, "ORCID" if address.startswith(_ORCID) else "ROR")
    return Credit(label, (label.role or "author").replace("-", " "), identifier)


def _filed(catalog: Catalog, output: Output, year: str, people: tuple[str, ...]) -> Filed:
    """Return the terms of a work: the cohorts are those of its public pairings."""
    cohorts = dict.fromkeys(
        name.partition("/")[0]
        for name in output.pairings
        if name in catalog.pairings and is_public(catalog.pairings[name])
    )
    return {
        "year": (Term("-".join(year.lower().split()), year),),
        "type": (Term(str(output.type), type_label(output.type)),),
        "topic": _terms(catalog, Refers.TOPIC, output.topics),
        "method": _terms(catalog, Refers.METHOD, output.methods),
        "person": tuple(
            Term(id_, catalog.participants[id_].record.name.full) for id_ in dict.fromkeys(people)
        ),
        "cohort": tuple(
            Term(id_, catalog.cohorts[id_].record.title)
            for id_ in cohorts
            if id_ in catalog.cohorts
        ),
    }


def _terms(catalog: Catalog, facet: Refers, ids: tuple[str, ...]) -> tuple[Term, ...]:
    known = catalog.terms[facet]
    return tuple(Term(id_, known[id_].label) for id_ in ids if id_ in known)


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
