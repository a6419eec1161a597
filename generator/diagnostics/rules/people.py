"""Faults of people: who is who, and what they agreed to."""

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.rule import Rule

DUPLICATE_ORCID = Rule(
    code="duplicate-orcid",
    summary="One ORCID iD in two participant records",
    why="An ORCID iD is one person's: either it is the same person twice, or one iD is wrong.",
    help="keep one record and put the other's id under its 'aliases', or correct the iD",
    wrong="orcid: 0000-0002-1825-0097",
    right="orcid: 0000-0001-5109-3700",
)
DUPLICATE_NAME = Rule(
    code="duplicate-name",
    summary="One name in two participant records",
    why="It is most often the same person, entered again in a later year.",
    help="keep one record and put the other's id under its 'aliases'; if they are two people, "
    "give each an ORCID iD",
    wrong="name:\n  given: Ada\n  family: Okafor",
    right="name:\n  given: Adaeze\n  family: Okafor",
    severity=Severity.WARNING,
)
EMPTY_NAME = Rule(
    code="empty-name",
    summary="A name without any part to show",
    why="A person needs something to be called by.",
    help="write at least 'family' (for a one-word name too) or 'display'",
    wrong="name:\n  suffix: Jr.",
    right="name:\n  given: Ada\n  family: Okafor",
)
CONTRIBUTOR_UNCLEAR = Rule(
    code="contributor-unclear",
    summary="A contributor who is nobody, or two at once",
    why="A contributor is one participant, one other person, or one organization.",
    help="write exactly one of 'participant', 'name' and 'organization'; the name as it was "
    "printed may stand beside 'participant'",
    wrong="  - participant: ada-okafor\n    organization: Example Library",
    right="  - participant: ada-okafor",
)
WITHDRAWN_STILL_SHOWN = Rule(
    code="withdrawn-still-shown",
    summary="Somebody who has withdrawn, in something new",
    why="After the day of withdrawal a person appears in nothing more.",
    help="take the person out, or correct the date of withdrawal",
    wrong="withdrawn: 2025-09-15",
    right="withdrawn: 2026-09-15",
)
PUBLISHED_WITHOUT_CONSENT = Rule(
    code="published-without-consent",
    summary="Something public that the person did not agree to",
    why="People decide what the site shows of them.",
    help="ask the person and add the scope to 'consent', or take the reference out",
    wrong="scopes: [name, affiliation, biography, links, pairing, sessions, recording]",
    right="scopes: [name, affiliation, biography, links, pairing, sessions, recording, outputs]",
)
CONSENT_WITHOUT_NAME = Rule(
    code="consent-without-name",
    summary="Consent to details, but not to the name",
    why="Nothing can be shown of a person who is not named, so these scopes have no effect.",
    help="add 'name' if the person agreed to be named; otherwise leave 'scopes' empty",
    wrong="scopes: [affiliation]",
    right="scopes: [name, affiliation]",
)
UNDECIDED_ANSWER = Rule(
    code="undecided-answer",
    summary="An answer in own words that the committee has not decided on",
    why="Matching reads ids only: a topic counts for nothing yet, and a person to be avoided is "
    "not avoided.",
    help="write the id or the name of the time zone where it belongs, and delete it here",
    wrong="undecided:\n  methods: [Talking to people]",
    right="methods: [interviews]",
    severity=Severity.WARNING,
)

RULES = (
    DUPLICATE_ORCID,
    DUPLICATE_NAME,
    EMPTY_NAME,
    CONTRIBUTOR_UNCLEAR,
    WITHDRAWN_STILL_SHOWN,
    PUBLISHED_WITHOUT_CONSENT,
    CONSENT_WITHOUT_NAME,
    UNDECIDED_ANSWER,
)
