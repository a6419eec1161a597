"""Faults of references between records, and of the vocabulary they share."""

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.rule import Rule

UNKNOWN_PARTICIPANT = Rule(
    code="unknown-participant",
    summary="A participant who has no record",
    why="The page would link to nobody.",
    help="write the id of a file in participants/, or add one",
    wrong="mentors: [ada-okafr]",
    right="mentors: [ada-okafor]",
)
UNKNOWN_COHORT = Rule(
    code="unknown-cohort",
    summary="A cohort that has no record",
    why="The program year it belongs to cannot be shown.",
    help="write the id of a file in cohorts/, or add one",
    wrong='cohort: "2052"',
    right='cohort: "2025"',
)
UNKNOWN_PAIRING = Rule(
    code="unknown-pairing",
    summary="A pairing that is in no record",
    why="What came of a pairing could not be credited to it.",
    help="write cohort/pairing, as in 2025/reading-aloud",
    wrong="pairings: [2025/reading-allowed]",
    right="pairings: [2025/reading-aloud]",
)
UNKNOWN_EVENT = Rule(
    code="unknown-event",
    summary="An event that has no record",
    why="What happened there cannot be shown.",
    help="write the id of a file in events/, or add one",
    wrong="check_ins: [2025-chek-in]",
    right="check_ins: [2025-check-in]",
)
UNKNOWN_SESSION = Rule(
    code="unknown-session",
    summary="A session that its event does not have",
    why="The output would link to a talk that was never given.",
    help="write event/session, as in 2026-symposium/opening",
    wrong="session: 2026-symposium/opning",
    right="session: 2026-symposium/opening",
)
UNKNOWN_OUTPUT = Rule(
    code="unknown-output",
    summary="An output that has no record",
    why="What is told of it would lead nowhere.",
    help="write the id of a file in outputs/, or add one",
    wrong="output: 2026-reading-alout",
    right="output: 2026-reading-aloud",
)
UNKNOWN_TERM = Rule(
    code="unknown-term",
    summary="A term that is not in the vocabulary",
    why="Filters, pages and matching would not find it.",
    help="choose an id from vocabulary.yaml, or add the term there",
    wrong="topics: [readng]",
    right="topics: [reading]",
)
ID_DIFFERS_IN_CASE = Rule(
    code="id-differs-in-case",
    summary="A reference that differs from the id only in capitals, spaces or accents",
    why="Ids are compared letter by letter.",
    help="write it exactly as the id",
    wrong="mentors: [Ada-Okafor]",
    right="mentors: [ada-okafor]",
)
TERM_BY_LABEL = Rule(
    code="term-by-label",
    summary="A term named by its label or a synonym",
    why="Records name terms by id, so that a label can be improved without touching them.",
    help="write the id of the term",
    wrong="topics: [Reading for pleasure]",
    right="topics: [reading]",
)
VOCABULARY_CYCLE = Rule(
    code="vocabulary-cycle",
    summary="A term that is broader than itself",
    why="A term cannot stand above its own broader term.",
    help="take out one of the 'broader' entries along the way",
    wrong="    label: Shared reading\n    broader: [shared-reading]",
    right="    label: Shared reading\n    broader: [reading]",
)
AMBIGUOUS_TERM = Rule(
    code="ambiguous-term",
    summary="A label or synonym that two terms share",
    why="Nobody could tell which of the two was meant.",
    help="keep it with one of the terms",
    wrong="  - id: shared-reading\n    label: Reading for pleasure",
    right="  - id: shared-reading\n    label: Shared reading",
)
DUPLICATE_ID = Rule(
    code="duplicate-id",
    summary="The same id twice",
    why="A reference to it could mean either.",
    help="give one of the two another id; an old id under 'aliases' counts as well",
    wrong="  - id: opening\n    kind: talk",
    right="  - id: first-talk\n    kind: talk",
)
UNUSED_PARTICIPANT = Rule(
    code="unused-participant",
    summary="A participant to whom nothing refers",
    why="It is most often a second record of somebody, or a pairing that is still to come. Until "
    "there is one, the site shows nothing of the person.",
    help="add the pairing, session or output; or delete the record",
    wrong="(participants/nobody-knows.yaml, in no pairing, session or output)",
    right="mentees: [ben-larsen, nobody-knows]",
    severity=Severity.WARNING,
)

RULES = (
    UNKNOWN_PARTICIPANT,
    UNKNOWN_COHORT,
    UNKNOWN_PAIRING,
    UNKNOWN_EVENT,
    UNKNOWN_SESSION,
    UNKNOWN_OUTPUT,
    UNKNOWN_TERM,
    ID_DIFFERS_IN_CASE,
    TERM_BY_LABEL,
    VOCABULARY_CYCLE,
    AMBIGUOUS_TERM,
    DUPLICATE_ID,
    UNUSED_PARTICIPANT,
)
