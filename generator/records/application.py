"""One person's application to one cohort, for the committee's eyes only."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.records.addresses import Email
from generator.records.dates import TimeZone
from generator.records.fields import (
    Applicants,
    Boolean,
    Holds,
    Line,
    Methods,
    Needs,
    Prose,
    Record,
    Topics,
    Unique,
    committee,
    fault,
)
from generator.records.identifiers import Orcid
from generator.records.people import Affiliation, Consent, Link, PersonName


class Role(StrEnum):
    """The part a person takes in a program year."""

    MENTOR = "mentor"
    MENTEE = "mentee"


class Capacity(Record):
    """How many mentees a mentor takes."""

    minimum: Annotated[int, committee("Fewest mentees worth the mentor's while.", ge=0, le=20)] = 0
    maximum: Annotated[int, committee("Most mentees the mentor has time for.", ge=0, le=20)] = 1

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.minimum > self.maximum:
            raise fault(
                "bad-number",
                f"the minimum of {self.minimum} is above the maximum of {self.maximum}",
                "correct one of the two",
                steps=("minimum",),
            )
        return self


_Lines = Annotated[tuple[Line, ...], Unique]
LONGEST_ANSWER = 40_000
"""Characters that an answer may have; a cell of a spreadsheet has at most 32,767."""


class Undecided(Record):
    """What an applicant wrote where an id belongs, kept until the committee has decided.

    Matching does not read it. A person who is to be avoided and stands here is not avoided yet.
    """

    topics: Annotated[_Lines, committee("Topics that are no terms of the vocabulary.")] = ()
    methods: Annotated[_Lines, committee("Methods that are no terms of the vocabulary.")] = ()
    needs: Annotated[_Lines, committee("Needs that are no terms of the vocabulary.")] = ()
    time_zone: Annotated[
        Line | None, committee("Time zone in words that could mean several, as in 'GMT+1'.")
    ] = None
    capacity: Annotated[
        Line | None, committee("How many mentees, in words that give no number or a day.")
    ] = None
    preferences: Annotated[
        _Lines, committee("People the applicant would like to work with, by what is no known name.")
    ] = ()
    avoid: Annotated[
        _Lines, committee("People not to be paired with, by what is no known name. Decide first.")
    ] = ()
    continue_with: Annotated[
        _Lines, committee("Earlier partners to go on with, by what is no known name.")
    ] = ()


class Answer(Record):
    """An answer that no key of the application holds, word for word."""

    question: Annotated[Line, committee("The question, as the form put it.")]
    answer: Annotated[
        Annotated[
            str,
            Field(min_length=1, max_length=LONGEST_ANSWER),
            Holds("text in paragraphs (Markdown)"),
        ],
        committee("The answer, as it was given."),
    ]


class Received(Record):
    """How the application came in, by which importing it again is known for the same."""

    submitted: Annotated[Line | None, committee("When it was sent, as the form has it.")] = None
    answers: Annotated[
        Line, committee("Fingerprint of the answers. Written by 'lrrt import'; leave it as it is.")
    ]


class Application(Record):
    """One person's application to one cohort, for the committee's eyes only."""

    role: Annotated[Role, committee("mentor or mentee.")]
    name: Annotated[
        PersonName | None, committee("The name, where there is no participant record yet.")
    ] = None
    email: Annotated[Email, committee("Address that the committee writes to.")]
    affiliation: Annotated[Affiliation | None, committee("Where the person works or studies.")] = (
        None
    )
    position: Annotated[Line | None, committee("Title of the position held there.")] = None
    orcid: Annotated[Orcid | None, committee("ORCID iD.")] = None
    pronouns: Annotated[Line | None, committee("Pronouns.", max_length=40)] = None
    links: Annotated[tuple[Link, ...], committee("Web pages of the person.", max_length=8)] = ()
    bio: Annotated[Prose | None, committee("A paragraph about the person and their research.")] = (
        None
    )
    topics: Annotated[Topics, committee("Ids of the research topics of interest.")] = ()
    methods: Annotated[Methods, committee("Ids of the methods of interest.")] = ()
    needs: Annotated[
        Needs, committee("Ids of what a mentee wants help with, or a mentor can help with.")
    ] = ()
    statement: Annotated[
        Prose | None, committee("The project, or what the mentor has to offer, in own words.")
    ] = None
    capacity: Annotated[Capacity, committee("How many mentees a mentor takes.")] = Capacity()
    time_zone: Annotated[TimeZone | None, committee("The applicant's time zone.")] = None
    preferences: Annotated[
        Applicants, committee("Ids of people the applicant would like to work with, best first.")
    ] = ()
    avoid: Annotated[
        Applicants, committee("Ids of people the applicant should not be paired with.")
    ] = ()
    same_institution: Annotated[
        Boolean, committee("Whether a mentor from the same institution would be welcome.")
    ] = False
    continue_with: Annotated[
        Applicants, committee("Ids of earlier partners the applicant wants to go on with.")
    ] = ()
    consent: Annotated[Consent | None, committee("What the applicant agrees to have shown.")] = None
    undecided: Annotated[
        Undecided | None,
        committee("Answers in own words where an id belongs, until the committee has decided."),
    ] = None
    other_answers: Annotated[
        tuple[Answer, ...], committee("Answers to questions that no other key is for.")
    ] = ()
    received: Annotated[
        Received | None, committee("How the application came in, where 'lrrt import' wrote it.")
    ] = None
