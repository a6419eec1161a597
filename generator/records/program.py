"""The program itself: what every page says of it."""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from generator.records.addresses import Email, Url
from generator.records.dates import Date, TimeZone
from generator.records.editing import Editing
from generator.records.fields import Boolean, Id, Line, Prose, Record, fault, public
from generator.records.identifiers import Language
from generator.records.public_keys import PublicKey


class Repository(StrEnum):
    """Who can read the repository that holds the records."""

    PRIVATE = "private"
    PUBLIC = "public"


class ChannelKind(StrEnum):
    """What kind of channel carries the program's announcements."""

    WEBSITE = "website"
    LISTSERV = "listserv"
    SOCIAL_MEDIA = "social-media"
    CONFERENCE = "conference"


class Sponsor(Record):
    """Who runs the program."""

    name: Annotated[Line, public("Name of the round table, library or school.")]
    parent: Annotated[Line | None, public("Association it belongs to.")] = None
    url: Annotated[Url | None, public("Web address.")] = None


class Contact(Record):
    """Whom to ask."""

    name: Annotated[Line, public("Name of the person or office.")]
    role: Annotated[Line | None, public("What the person does for the program.")] = None
    email: Annotated[
        Email | None,
        public("Address that visitors may write to. The one place where an address is public."),
    ] = None
    url: Annotated[Url | None, public("Page through which to write.")] = None


class Notice(Record):
    """A short message at the head of every page, for a time."""

    text: Annotated[Line, public("One sentence.")]
    link: Annotated[Url | None, public("Where to read more.")] = None
    until: Annotated[Date, public("The last day on which it is shown.")]


class Eligibility(Record):
    """Who may take part."""

    mentees: Annotated[Prose, public("Who may apply as a mentee.")]
    mentors: Annotated[Prose, public("Who may apply as a mentor.")]


class Signatory(Record):
    """Who signs certificates and letters."""

    name: Annotated[Line, public("Name, as it stands under the signature.")]
    role: Annotated[Line, public("What the person does for the program, as in 'Chair'.")]


class SigningKey(Record):
    """A public key by which others verify the credentials that go with certificates.

    The private key is never among the records.
    """

    id: Annotated[Id, public("Short name of the key, as in '2026'.")]
    public_key: Annotated[
        PublicKey, public("The public key in PEM, from '-----BEGIN PUBLIC KEY-----' on.")
    ]


def _named_apart(keys: tuple[SigningKey, ...]) -> tuple[SigningKey, ...]:
    seen: set[str] = set()
    for position, key in enumerate(keys):
        if key.id in seen:
            raise fault(
                "repeated-entry",
                f"the id '{key.id}' is that of another key already",
                "give the key an id of its own, and never that of an earlier key: what that one "
                "signed names it by its id",
                steps=(position, "id"),
            )
        seen.add(key.id)
    return keys


class Channel(Record):
    """Where the program recruits and tells."""

    name: Annotated[Line, public("Name of the site, list or account.")]
    kind: Annotated[ChannelKind, public("What kind of channel it is.")]
    url: Annotated[Url | None, public("Web address.")] = None


class Weights(Record):
    """How much each part counts in the score of a pair; only their proportions matter."""

    topics: Annotated[int, public("The same or related topics.", ge=0, le=100)] = 30
    methods: Annotated[int, public("The same or related methods.", ge=0, le=100)] = 20
    needs: Annotated[
        int, public("What the mentee wants help with, and the mentor can help with.", ge=0, le=100)
    ] = 20
    text: Annotated[
        int, public("The mentee's own words, in the mentor's statement and bio.", ge=0, le=100)
    ] = 15
    hours: Annotated[int, public("Working hours that both are awake for.", ge=0, le=100)] = 10
    preference: Annotated[
        int, public("Whom the two named as people they would like to work with.", ge=0, le=100)
    ] = 5

    @model_validator(mode="after")
    def _something_counts(self) -> Self:
        if not any(getattr(self, name) for name in type(self).model_fields):
            raise fault(
                "bad-number",
                "all weights are 0, so that every pair would be as good as any other",
                "give at least one part a weight of 1 or more",
            )
        return self


def _encrypted(url: str) -> str:
    if not url.lower().startswith("https://"):
        raise fault(
            "bad-url",
            f"'{url}' does not begin with https://",
            "applications hold what only the committee may see; nobody else must read them on the "
            "way",
        )
    return url


class Applications(Record):
    """Where applications go, and what applicants are told of it.

    With neither an endpoint nor a form, the application page makes a file that the applicant sends
    to the committee.
    """

    endpoint: Annotated[
        Url | None,
        AfterValidator(lambda url: url and _encrypted(url)),
        public(
            "Address of a form service to which the application page sends the answers (POST, "
            "https only). The service's provider can read them."
        ),
    ] = None
    form: Annotated[
        Url | None,
        AfterValidator(lambda url: url and _encrypted(url)),
        public(
            "Address of a form elsewhere, to which the application page leads instead of asking "
            "anything itself."
        ),
    ] = None
    kept: Annotated[
        Line | None,
        public(
            "How long the committee keeps applications, as applicants are told: 'until the end of "
            "the program year'."
        ),
    ] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.endpoint and self.form:
            raise fault(
                "invalid-value",
                "applications can go to an endpoint or to a form, not to both",
                "keep one of the two",
                steps=("form",),
            )
        return self


class Matching(Record):
    """How mentors and mentees are matched."""

    weights: Annotated[Weights, public("How much each part counts in the score of a pair.")] = (
        Weights()
    )


_ARTICLE = re.compile(r"(?:an?|the)\s", re.IGNORECASE)


def with_the(name: str) -> str:
    """Return a name as it stands in a sentence: with 'the', unless an article begins it."""
    return name if _ARTICLE.match(name) else f"the {name}"


class Program(Record):
    """The program itself: what every page says of it."""

    name: Annotated[Line, public("Full name of the program.")]
    short_name: Annotated[Line, public("Short name, for page titles and calendars.", max_length=40)]
    sponsor: Annotated[Sponsor, public("Who runs the program.")]
    tagline: Annotated[Line, public("What the program is, in one sentence.")]
    purpose: Annotated[Prose, public("What the program is for, in a short paragraph.")]
    time_zone: Annotated[
        TimeZone, public("The program's own time zone, an IANA name such as America/Chicago.")
    ]
    language: Annotated[Language, public("Language of the site, as a BCP 47 tag.")] = "en-US"
    contacts: Annotated[tuple[Contact, ...], public("Whom to ask, first one first.", min_length=1)]
    notice: Annotated[
        Notice | None, public("A short message at the head of every page, for a time.")
    ] = None
    benefits: Annotated[
        tuple[Line, ...], public("What comes of taking part, a sentence each.", min_length=1)
    ]
    who_may_apply: Annotated[Eligibility, public("Who may take part.")]
    channels: Annotated[tuple[Channel, ...], public("Where the program recruits and tells.")] = ()
    signatory: Annotated[Signatory | None, public("Who signs certificates and letters.")] = None
    signing_keys: Annotated[
        tuple[SigningKey, ...],
        public("Public keys of the program, for credentials that go with certificates."),
        AfterValidator(_named_apart),
    ] = ()
    applications: Annotated[
        Applications, public("Where applications go, and what applicants are told of it.")
    ] = Applications()
    matching: Annotated[Matching, public("How mentors and mentees are matched.")] = Matching()
    editing: Annotated[
        Editing | None,
        public("The editing page at /admin/; without this, the site has none."),
    ] = None
    repository: Annotated[
        Repository,
        public("Who can read these files: with 'public', applications must be kept elsewhere."),
    ]
    sample: Annotated[
        Boolean, public("true while the people and outputs are invented; every page then says so.")
    ] = False

    @property
    def the_name(self) -> str:
        """The full name as it stands in a sentence: 'the Mentorship Program'."""
        return with_the(self.name)
