"""Faults of pairings."""

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.rule import Rule

MENTOR_IS_MENTEE = Rule(
    code="mentor-is-mentee",
    summary="One person as mentor and mentee in the same cohort",
    why="A program year gives each person one of the two parts.",
    help="take the person out of one of the two lists",
    wrong="    mentors: [ada-okafor]\n    mentees: [ada-okafor]",
    right="    mentors: [ada-okafor]\n    mentees: [ben-larsen]",
)
DUPLICATE_PAIR = Rule(
    code="duplicate-pair",
    summary="A mentor and a mentee paired twice in the same cohort",
    why="The page of the cohort would show the two twice, and every count would count them twice.",
    help="delete one of the two pairings, and keep in the other what both say",
    wrong="  - id: reading-aloud-2\n    mentors: [ada-okafor]\n    mentees: [ben-larsen]",
    right="  - id: reading-aloud\n    mentors: [ada-okafor]\n    mentees: [ben-larsen]",
)
MENTEE_PAIRED_TWICE = Rule(
    code="mentee-paired-twice",
    summary="A mentee in two pairings of the same cohort",
    why="A mentee works on one project in a program year; two mentors can share it in one pairing.",
    help="name both mentors in one pairing, or set the status of the one that was given up to "
    "'ended'",
    wrong="  - id: reading-together\n    mentors: [cleo-marsh]\n    mentees: [ben-larsen]",
    right="  - id: reading-aloud\n    mentors: [ada-okafor, cleo-marsh]\n    mentees: [ben-larsen]",
    severity=Severity.WARNING,
)
CAPACITY_EXCEEDED = Rule(
    code="capacity-exceeded",
    summary="More mentees than a mentor offered to take",
    why="A mentor said how many mentees there is time for.",
    help="give one of the mentees another mentor, or ask the mentor and change the capacity in "
    "the application",
    wrong="role: mentor\ncapacity:\n  maximum: 1",
    right="role: mentor\ncapacity:\n  maximum: 2",
)
COMPLETED_WITHOUT_EVIDENCE = Rule(
    code="completed-without-evidence",
    summary="A pairing marked completed that is not",
    why="A certificate says that the cohort's rule was met.",
    help="record what is missing, or set the status to 'active' or 'ended'",
    wrong="    status: completed\n    check_ins: []",
    right="    status: completed\n    check_ins: [2025-check-in]",
)

RULES = (
    MENTOR_IS_MENTEE,
    DUPLICATE_PAIR,
    MENTEE_PAIRED_TWICE,
    CAPACITY_EXCEEDED,
    COMPLETED_WITHOUT_EVIDENCE,
)
