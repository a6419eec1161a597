"""People and organizations as records name them."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import model_validator

from generator.records.addresses import Url
from generator.records.dates import Date
from generator.records.fields import (
    ConsentScope,
    Line,
    Record,
    Unique,
    committee,
    fault,
    public,
)
from generator.records.identifiers import Language, Ror


class PersonName(Record):
    """A name in its parts, so that it never has to be taken apart (CSL 1.0.2, "Name variables")."""

    given: Annotated[
        Line | None, public("Given names, with middle names or initials as the person writes them.")
    ] = None
    particle: Annotated[
        Line | None,
        public(
            "Particle that belongs to the family name, as in 'van Gogh', 'de la Cruz', 'al-Amin'."
        ),
    ] = None
    dropping_particle: Annotated[
        Line | None,
        public(
            "Particle that a reference list puts after the given name, as in 'Humboldt, A. von'."
        ),
    ] = None
    family: Annotated[
        Line | None,
        public("Family name, or both family names. A one-word name stands here, alone."),
    ] = None
    suffix: Annotated[Line | None, public("Jr., Sr., III and the like.")] = None
    display: Annotated[
        Line | None,
        public(
            "The whole name as the person writes it, where the given name is not first: "
            "'Nguyễn Thị Hoa'."
        ),
    ] = None
    original: Annotated[
        Line | None, public("The name in its own script, shown beside the other.")
    ] = None
    original_language: Annotated[
        Language | None,
        public(
            "Language of that name as a BCP 47 tag, as in 'ja': how it is read aloud, and which "
            "forms its characters take."
        ),
    ] = None

    @model_validator(mode="after")
    def _has_a_part(self) -> Self:
        if not (self.given or self.family or self.display):
            raise fault("empty-name", "this name has no part that could be shown")
        return self

    @property
    def full(self) -> str:
        """The name as it is read: 'Ludwig van Beethoven', or as the person writes it."""
        if self.display:
            return self.display
        name = self.family or ""
        for particle in (self.particle, self.dropping_particle):
            if particle:
                gap = "" if particle.endswith(("'", "\u2019", "-")) else " "
                name = f"{particle}{gap}{name}"
        name = f"{self.given} {name}".strip() if self.given else name
        return f"{name} {self.suffix}" if self.suffix else name

    @property
    def sorted_by(self) -> tuple[str, str]:
        """What the name is filed under: family name (particle kept with it), then given name."""
        family = " ".join(part for part in (self.particle, self.family) if part)
        return (family or self.given or self.display or "", self.given or "")


class Affiliation(Record):
    """Where a person works."""

    name: Annotated[Line, public("Name of the institution.")]
    department: Annotated[Line | None, public("Library, school or department.")] = None
    ror: Annotated[
        Ror | None, public("ROR id of the institution, as an address: https://ror.org/05dxps055.")
    ] = None


class Link(Record):
    """A web address with the words it is linked by."""

    label: Annotated[Line, public("What the link says, as in 'Website'.")]
    url: Annotated[Url, public("Web address.")]


class Consent(Record):
    """What a person agreed to have shown, and when."""

    given: Annotated[Date, committee("The day the person said so.")]
    scopes: Annotated[
        Annotated[tuple[ConsentScope, ...], Unique],
        committee("What may be shown: see docs/records.md for what each word covers."),
    ] = ()

    @model_validator(mode="after")
    def _name_comes_first(self) -> Self:
        if self.scopes and ConsentScope.NAME not in self.scopes:
            raise fault(
                "consent-without-name",
                "these scopes have no effect without 'name'",
                steps=("scopes",),
            )
        return self


COVERS: Mapping[ConsentScope, str] = {
    ConsentScope.NAME: "the name; without this one, none of the others has an effect",
    ConsentScope.AFFILIATION: "institution, department and position",
    ConsentScope.BIOGRAPHY: "the paragraph about the person, and the pronouns",
    ConsentScope.LINKS: "ORCID iD and web pages",
    ConsentScope.PAIRING: "who worked with whom, and on what project",
    ConsentScope.SESSIONS: "speaking at an event, or moderating",
    ConsentScope.RECORDING: "recordings in which the person is seen or heard",
    ConsentScope.OUTPUTS: "publications and presentations that the person contributed to",
    ConsentScope.ANNOUNCEMENTS: "being named in announcements and posts",
    ConsentScope.CERTIFICATE: "that a certificate was awarded, so that others can verify it",
}
"""What each word of a consent lets be shown."""
