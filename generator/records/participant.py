"""One person across all years of the program."""

from typing import Annotated

from generator.records.dates import Date
from generator.records.fields import (
    Aliases,
    ConsentScope,
    Line,
    Prose,
    Record,
    committee,
    public,
    with_consent,
)
from generator.records.identifiers import Orcid
from generator.records.people import Affiliation, Consent, Link, PersonName


class Participant(Record):
    """One person across all years of the program, mentor or mentee."""

    name: Annotated[
        PersonName, with_consent(ConsentScope.NAME, "The name, as it should appear everywhere.")
    ]
    affiliation: Annotated[
        Affiliation | None,
        with_consent(ConsentScope.AFFILIATION, "Where the person works or studies."),
    ] = None
    position: Annotated[
        Line | None, with_consent(ConsentScope.AFFILIATION, "Title of the position held there.")
    ] = None
    orcid: Annotated[
        Orcid | None, with_consent(ConsentScope.LINKS, "ORCID iD, as in 0000-0002-1825-0097.")
    ] = None
    pronouns: Annotated[
        Line | None,
        with_consent(ConsentScope.BIOGRAPHY, "Pronouns, as in 'she/her'.", max_length=40),
    ] = None
    links: Annotated[
        tuple[Link, ...],
        with_consent(ConsentScope.LINKS, "Web pages of the person.", max_length=8),
    ] = ()
    bio: Annotated[
        Prose | None,
        with_consent(ConsentScope.BIOGRAPHY, "A paragraph about the person and their research."),
    ] = None
    consent: Annotated[
        Consent | None,
        committee("What the person agreed to have shown. Without it, nothing is."),
    ] = None
    withdrawn: Annotated[
        Date | None, committee("The day the person asked to be taken off the site.")
    ] = None
    aliases: Annotated[
        Aliases, public("Earlier ids of this record, whose addresses lead here.")
    ] = ()

    @property
    def scopes(self) -> frozenset[ConsentScope]:
        """What may be shown of the person: nothing without consent or after withdrawal."""
        if self.withdrawn or self.consent is None:
            return frozenset()
        return frozenset(self.consent.scopes)
