"""Pairings as the site shows them: two names joined by what they work on."""

from dataclasses import dataclass

from generator.catalog import Catalog, Entry
from generator.records.fields import ConsentScope, Refers
from generator.records.output import OutputStatus
from generator.records.pairing import PUBLIC_STATUSES, Pairing, PairingStatus
from generator.views.consent import Consents
from generator.views.kinds import SESSION_KINDS, output_kind
from generator.views.links import Link, output_address, pairing_address, session_address
from generator.views.people import A_MENTEE, A_MENTOR, PersonLabel, person_label

_STATUS_WORDS = {
    PairingStatus.CONFIRMED: "Begins soon",
    PairingStatus.ACTIVE: "At work",
    PairingStatus.COMPLETED: "Completed",
}


@dataclass(frozen=True, slots=True)
class PairingView:
    """A pairing on its cohort's page.

    Without the consent of every mentee the project is empty; without that of everybody, mentors
    too, the story, which tells of each of them.
    """

    id: str
    anchor: str
    cohort: Link
    mentors: tuple[PersonLabel, ...]
    mentees: tuple[PersonLabel, ...]
    status: str
    completed: bool
    title: str
    summary: str
    topics: tuple[str, ...]
    methods: tuple[str, ...]
    story: str
    talks: tuple[Link, ...]
    outputs: tuple[Link, ...]
    members: frozenset[str]

    @property
    def address(self) -> str:
        """The address of the pairing on its cohort's page."""
        return pairing_address(self.id)


def is_public(entry: Entry[Pairing]) -> bool:
    """Tell whether a pairing is on the site."""
    return entry.record.status in PUBLIC_STATUSES


def project_is_public(consents: Consents, pairing: Pairing) -> bool:
    """Tell whether every mentee agreed to have the project shown."""
    return all(consents.allows(mentee, ConsentScope.PAIRING) for mentee in pairing.mentees)


def make_pairing(
    catalog: Catalog, consents: Consents, entry: Entry[Pairing], cohort: Link
) -> PairingView:
    """Return a pairing's view."""
    pairing = entry.record
    project = pairing.project if project_is_public(consents, pairing) else None
    members = (*pairing.mentors, *pairing.mentees)
    all_named = all(consents.allows(person, ConsentScope.PAIRING) for person in members)
    return PairingView(
        id=entry.id,
        anchor=pairing.id,
        cohort=cohort,
        mentors=_people(catalog, consents, pairing.mentors, A_MENTOR),
        mentees=_people(catalog, consents, pairing.mentees, A_MENTEE),
        status=_STATUS_WORDS[pairing.status],
        completed=pairing.status is PairingStatus.COMPLETED,
        title=project.title if project else "",
        summary=(project.summary or "") if project else "",
        topics=labels(catalog, Refers.TOPIC, project.topics) if project else (),
        methods=labels(catalog, Refers.METHOD, project.methods) if project else (),
        story=(pairing.story or "") if all_named else "",
        talks=tuple(
            Link(
                catalog.sessions[name][2].title,
                session_address(name),
                SESSION_KINDS[catalog.sessions[name][2].kind],
            )
            for name in catalog.sessions_of_pairing.get(entry.id, ())
            if not catalog.sessions[name][2].cancelled
        ),
        outputs=tuple(
            Link(output.record.title, output_address(output.id), output_kind(output.record))
            for output in catalog.outputs_of_pairing.get(entry.id, ())
            if output.record.status is not OutputStatus.SUBMITTED
        ),
        members=frozenset(
            person for person in members if consents.allows(person, ConsentScope.PAIRING)
        ),
    )


def labels(catalog: Catalog, facet: Refers, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the labels of terms."""
    return tuple(catalog.terms[facet][id_].label for id_ in ids if id_ in catalog.terms[facet])


def _people(
    catalog: Catalog, consents: Consents, people: tuple[str, ...], instead: str
) -> tuple[PersonLabel, ...]:
    return tuple(
        person_label(catalog, consents, person, instead)
        if consents.allows(person, ConsentScope.PAIRING)
        else PersonLabel(instead)
        for person in people
    )
