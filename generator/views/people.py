"""People as the site shows them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.bibliography.item import Name
from generator.catalog import Catalog
from generator.records.fields import ConsentScope
from generator.records.output import Contributor, ContributorRole
from generator.records.pairing import PUBLIC_STATUSES
from generator.records.participant import Participant
from generator.views.consent import Consents
from generator.views.links import Link, person_address
from generator.views.order import rank

A_MENTOR, A_MENTEE = "a mentor", "a mentee"
"""What stands within a sentence for somebody of a pair who is not named."""

WITHHELD = "Name withheld"


@dataclass(frozen=True, slots=True)
class PersonLabel:
    """A person's name where something is theirs, with the way to their page if they have one."""

    name: str
    address: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person's page. Whatever the person did not agree to is empty."""

    id: str
    name: str
    original: str
    original_language: str
    filed_under: str
    initials: str
    pronouns: str
    position: str
    affiliation: str
    affiliation_ror: str
    orcid: str
    links: tuple[Link, ...]
    bio: str
    roles: tuple[str, ...]
    source: str
    aliases: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address of the page."""
        return person_address(self.id)

    @property
    def place(self) -> str:
        """Position and affiliation in one line."""
        return ", ".join(part for part in (self.position, self.affiliation) if part)


def make_people(catalog: Catalog, consents: Consents) -> tuple[PersonView, ...]:
    """Return everybody who agreed to be named, in the order of their names."""
    people = [
        _person(catalog, consents, id_, entry.record, entry.path)
        for id_, entry in catalog.participants.items()
        if consents.allows(id_)
    ]
    return tuple(sorted(people, key=lambda person: (rank(person.filed_under), person.id)))


def person_label(catalog: Catalog, consents: Consents, person: str, instead: str) -> PersonLabel:
    """Return a participant's name with the way to their page, or other words for it.

    The caller has asked for the scope that its own page needs; here only the name is asked for.
    """
    if not consents.allows(person):
        return PersonLabel(instead)
    return PersonLabel(catalog.participants[person].record.name.full, person_address(person))


def contributor_labels(
    catalog: Catalog, consents: Consents, contributors: Sequence[Contributor], scope: ConsentScope
) -> tuple[PersonLabel, ...]:
    """Return contributors in their order: names as printed, linked where the person agreed."""
    return tuple(_contributor(catalog, consents, one, scope) for one in contributors)


def _contributor(
    catalog: Catalog, consents: Consents, contributor: Contributor, scope: ConsentScope
) -> PersonLabel:
    role = "" if contributor.role is ContributorRole.AUTHOR else str(contributor.role)
    if contributor.organization:
        return PersonLabel(contributor.organization, role=role)
    printed = contributor.name.full if contributor.name else ""
    person = contributor.participant
    if person is None:
        return PersonLabel(printed, role=role)
    if not consents.allows(person, scope):
        return PersonLabel(WITHHELD, role=role)
    name = printed or catalog.participants[person].record.name.full
    return PersonLabel(name, person_address(person), role)


def contributor_names(
    catalog: Catalog, consents: Consents, contributors: Sequence[Contributor], scope: ConsentScope
) -> tuple[Name, ...]:
    """Return contributors in their order as a reference names them."""
    return tuple(_reference_name(catalog, consents, one, scope) for one in contributors)


def _reference_name(
    catalog: Catalog, consents: Consents, contributor: Contributor, scope: ConsentScope
) -> Name:
    if contributor.organization:
        return Name(organization=contributor.organization, identifier=contributor.ror or "")
    person = contributor.participant
    if person is None:
        return Name(contributor.name, identifier=_orcid_address(contributor.orcid))
    if not consents.allows(person, scope):
        return Name(organization=WITHHELD, withheld=True)
    record = catalog.participants[person].record
    linked = consents.allows(person, ConsentScope.LINKS)
    return Name(
        contributor.name or record.name,
        identifier=_orcid_address(record.orcid if linked else None),
    )


def _orcid_address(orcid: str | None) -> str:
    return f"https://orcid.org/{orcid}" if orcid else ""


def _person(
    catalog: Catalog, consents: Consents, id_: str, person: Participant, source: str
) -> PersonView:
    biography = consents.allows(id_, ConsentScope.BIOGRAPHY)
    works_at = person.affiliation if consents.allows(id_, ConsentScope.AFFILIATION) else None
    linked = consents.allows(id_, ConsentScope.LINKS)
    return PersonView(
        id=id_,
        name=person.name.full,
        original=person.name.original or "",
        original_language=person.name.original_language or "",
        filed_under=", ".join(part for part in person.name.sorted_by if part),
        initials=_initials(person),
        pronouns=(person.pronouns or "") if biography else "",
        position=(person.position or "") if consents.allows(id_, ConsentScope.AFFILIATION) else "",
        affiliation=", ".join(part for part in (works_at.department, works_at.name) if part)
        if works_at
        else "",
        affiliation_ror=(works_at.ror or "") if works_at else "",
        orcid=(person.orcid or "") if linked else "",
        links=tuple(Link(link.label, link.url) for link in person.links) if linked else (),
        bio=(person.bio or "") if biography else "",
        roles=_roles(catalog, consents, id_),
        source=source,
        aliases=person.aliases,
    )


def _roles(catalog: Catalog, consents: Consents, person: str) -> tuple[str, ...]:
    """Return what the person was in which cohorts, as in 'Mentor 2025, 2026'."""
    if not consents.allows(person, ConsentScope.PAIRING):
        return ()
    years: dict[str, list[str]] = {"Mentor": [], "Mentee": []}
    for entry in catalog.pairings_of_participant.get(person, ()):
        if entry.record.status in PUBLIC_STATUSES:
            role = "Mentor" if person in entry.record.mentors else "Mentee"
            cohort = entry.id.partition("/")[0]
            if cohort not in years[role]:
                years[role].append(cohort)
    return tuple(f"{role} {', '.join(sorted(when))}" for role, when in years.items() if when)


def _initials(person: Participant) -> str:
    """Return up to two letters that stand for a person without a portrait."""
    name = person.name
    words = [part for part in (name.given, name.family) if part] or [name.display or ""]
    letters = (
        next((letter for letter in word if unicodedata.category(letter).startswith("L")), "")
        for word in words
    )
    return "".join(letters).upper()
