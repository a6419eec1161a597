"""One publication or presentation that came of the program."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from generator.records.addresses import Url
from generator.records.csl import CslVariables
from generator.records.dates import PublicationDate
from generator.records.fields import (
    Aliases,
    Boolean,
    ConsentScope,
    Holds,
    Line,
    Methods,
    NumberedText,
    PairingId,
    ParticipantId,
    Record,
    SessionId,
    Title,
    Topics,
    Unique,
    fault,
    public,
    with_consent,
)
from generator.records.identifiers import Doi, Isbn, Issn, Language, License, Orcid, Ror
from generator.records.pages import Pages
from generator.records.people import PersonName

Abstract = Annotated[
    str, Field(min_length=1, max_length=20_000), Holds("text in paragraphs (Markdown)")
]


class OutputType(StrEnum):
    """What kind of work it is (APA 7, section 9.2 and chapter 10)."""

    JOURNAL_ARTICLE = "journal-article"
    CONFERENCE_PAPER = "conference-paper"
    PRESENTATION = "presentation"
    POSTER = "poster"
    WEBINAR = "webinar"
    BOOK = "book"
    CHAPTER = "chapter"
    THESIS = "thesis"
    REPORT = "report"
    DATASET = "dataset"
    SOFTWARE = "software"
    PREPRINT = "preprint"
    BLOG_POST = "blog-post"
    MEDIA = "media"
    GUIDE = "guide"


class PresentationForm(StrEnum):
    """What kind of presentation it was (APA 7, section 10.5)."""

    PAPER = "paper"
    CONFERENCE_SESSION = "conference-session"
    PANEL = "panel"
    SYMPOSIUM_CONTRIBUTION = "symposium-contribution"


class OutputStatus(StrEnum):
    """How far it has come. What is only submitted is never public."""

    SUBMITTED = "submitted"
    IN_PRESS = "in-press"
    PUBLISHED = "published"
    PRESENTED = "presented"


class ContributorRole(StrEnum):
    """What somebody did for a work (CSL 1.0.2, appendix IV, "Name variables")."""

    AUTHOR = "author"
    EDITOR = "editor"
    CHAIR = "chair"
    TRANSLATOR = "translator"
    COLLECTION_EDITOR = "collection-editor"
    COMPILER = "compiler"
    COMPOSER = "composer"
    CONTAINER_AUTHOR = "container-author"
    CONTRIBUTOR = "contributor"
    CURATOR = "curator"
    DIRECTOR = "director"
    EDITOR_TRANSLATOR = "editor-translator"
    EDITORIAL_DIRECTOR = "editorial-director"
    EXECUTIVE_PRODUCER = "executive-producer"
    GUEST = "guest"
    HOST = "host"
    ILLUSTRATOR = "illustrator"
    INTERVIEWER = "interviewer"
    NARRATOR = "narrator"
    ORGANIZER = "organizer"
    ORIGINAL_AUTHOR = "original-author"
    PERFORMER = "performer"
    PRODUCER = "producer"
    RECIPIENT = "recipient"
    REVIEWED_AUTHOR = "reviewed-author"
    SCRIPT_WRITER = "script-writer"
    SERIES_CREATOR = "series-creator"


class Contributor(Record):
    """A participant, another person, or an organization."""

    participant: Annotated[
        ParticipantId | None, public("Id of the participant, whose name is then taken from there.")
    ] = None
    name: Annotated[
        PersonName | None,
        public("Name of somebody else; or the name as printed, where it differs from today's."),
    ] = None
    organization: Annotated[Line | None, public("Name of an organization.")] = None
    role: Annotated[ContributorRole, public("What the contributor did.")] = ContributorRole.AUTHOR
    orcid: Annotated[Orcid | None, public("ORCID iD of somebody who is no participant.")] = None
    ror: Annotated[Ror | None, public("ROR id of the organization.")] = None

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if self.organization and (self.participant or self.name):
            raise fault("contributor-unclear", "this contributor is a person and an organization")
        if not (self.organization or self.participant or self.name):
            raise fault("contributor-unclear", "this contributor is nobody")
        return self


def _once_each(contributors: tuple[Contributor, ...]) -> tuple[Contributor, ...]:
    seen: set[tuple[str, ContributorRole]] = set()
    for position, one in enumerate(contributors):
        if one.participant and (one.participant, one.role) in seen:
            message = f"'{one.participant}' stands here already as {one.role}"
            raise fault("repeated-entry", message, steps=(position, "participant"))
        if one.participant:
            seen.add((one.participant, one.role))
    return contributors


class Container(Record):
    """What the work stands in: the journal, book, proceedings, site or series."""

    title: Annotated[Title, public("Title of the journal, book, proceedings or site.")]
    volume: Annotated[NumberedText | None, public("Volume.")] = None
    issue: Annotated[NumberedText | None, public("Issue.")] = None
    pages: Annotated[
        Pages | None, public("First and last page, as in 12-34, without 'pp.' or the like.")
    ] = None
    article_number: Annotated[
        NumberedText | None, public("Article number, where there are no pages.")
    ] = None
    issn: Annotated[Issn | None, public("ISSN of the journal.")] = None


class Series(Record):
    """The series a book or report belongs to."""

    title: Annotated[Title, public("Title of the series.")]
    number: Annotated[NumberedText | None, public("Number within the series.")] = None


class Occasion(Record):
    """The conference or meeting where something was presented."""

    name: Annotated[Line, public("Name of the conference or meeting.")]
    place: Annotated[Line | None, public("City and state or country.")] = None
    online: Annotated[Boolean, public("Whether it was held online.")] = False


class Output(Record):
    """One publication or presentation that came of the program."""

    type: Annotated[OutputType, public("What kind of work it is.")]
    form: Annotated[PresentationForm | None, public("What kind of presentation it was.")] = None
    title: Annotated[
        Title,
        public("Title with subtitle, capitalized as it should be printed; <i> marks italics."),
    ]
    status: Annotated[OutputStatus, public("How far it has come; 'submitted' is never public.")]
    date: Annotated[
        PublicationDate | None,
        public(
            "Year, year-month or day, or a range: 2026, 2026-03, 2026-06-26/2026-06-28; "
            "2024/.. is still going on."
        ),
    ] = None
    contributors: Annotated[
        Annotated[tuple[Contributor, ...], AfterValidator(_once_each)],
        public(
            "Authors, editors, chairs, in the order of the work; left out where none is known.",
            min_length=1,
            max_length=5000,
        ),
    ] = ()
    container: Annotated[
        Container | None, public("The journal, book, proceedings, site or series it stands in.")
    ] = None
    event: Annotated[
        Occasion | None, public("The conference or meeting where it was presented.")
    ] = None
    publisher: Annotated[
        Line | None, public("Publisher, or the university that granted a degree.")
    ] = None
    genre: Annotated[
        Line | None, public("What it is exactly, as in 'Doctoral dissertation' or 'Podcast'.")
    ] = None
    edition: Annotated[NumberedText | None, public("Edition, as in 2.")] = None
    number: Annotated[
        NumberedText | None, public("Number of a report or data set, as in a catalog or archive.")
    ] = None
    version: Annotated[NumberedText | None, public("Version of software or of a data set.")] = None
    volume: Annotated[
        NumberedText | None,
        public("Volume of a book that has several, where it is the work itself."),
    ] = None
    series: Annotated[Series | None, public("The series a book or report belongs to.")] = None
    archive: Annotated[
        Line | None, public("Database or archive that holds it, where it is found only there.")
    ] = None
    isbn: Annotated[Isbn | None, public("ISBN.")] = None
    doi: Annotated[Doi | None, public("DOI from '10.' on.")] = None
    url: Annotated[Url | None, public("Where it is found.")] = None
    open_copy: Annotated[Url | None, public("Where a free copy is found.")] = None
    slides: Annotated[Url | None, public("Where the slides are found.")] = None
    recording: Annotated[
        Url | None, with_consent(ConsentScope.RECORDING, "Where a recording is found.")
    ] = None
    license: Annotated[License | None, public("SPDX license identifier, as in CC-BY-4.0.")] = None
    language: Annotated[Language | None, public("Language of the work, as a BCP 47 tag.")] = None
    abstract: Annotated[Abstract | None, public("Abstract.")] = None
    topics: Annotated[Topics, public("Ids of its topics.")] = ()
    methods: Annotated[Methods, public("Ids of its methods.")] = ()
    award: Annotated[Line | None, public("Award it received.")] = None
    pairings: Annotated[
        Annotated[tuple[PairingId, ...], Unique],
        public("Pairings that produced it, each as cohort/pairing."),
    ] = ()
    session: Annotated[
        SessionId | None, public("Symposium session it was shown in, as event/session.")
    ] = None
    csl: Annotated[
        CslVariables | None,
        public("Facts that citation managers keep and no other key holds; exports repeat them."),
    ] = None
    aliases: Annotated[
        Aliases, public("Earlier ids of this record, whose addresses lead here.")
    ] = ()


PRESENTED = frozenset({OutputType.PRESENTATION, OutputType.POSTER, OutputType.WEBINAR})
"""Types that are presented; the others are published."""

NEEDED: Mapping[OutputType, tuple[tuple[str, ...], ...]] = {
    OutputType.JOURNAL_ARTICLE: (("container",),),
    OutputType.CONFERENCE_PAPER: (("container", "event"),),
    OutputType.PRESENTATION: (("event", "publisher"), ("date",)),
    OutputType.POSTER: (("event",), ("date",)),
    OutputType.WEBINAR: (("event", "publisher"), ("date",)),
    OutputType.BOOK: (("publisher",),),
    OutputType.CHAPTER: (("container",),),
    OutputType.THESIS: (("publisher",),),
    OutputType.REPORT: (("publisher", "url", "doi"),),
    OutputType.DATASET: (("publisher", "url", "doi"),),
    OutputType.SOFTWARE: (("publisher", "url", "doi"),),
    OutputType.PREPRINT: (("container", "publisher"),),
    OutputType.BLOG_POST: (("container",), ("url",)),
    OutputType.MEDIA: (("url", "publisher", "container"),),
    OutputType.GUIDE: (("url", "publisher", "doi"),),
}
"""For each type, groups of keys of which one must be there (APA 7, section 9.4 and chapter 10)."""
