"""Faults of pins and exclusions: pairs that the committee decided on before matching."""

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.rule import Rule

CONTRADICTING_PINS = Rule(
    code="contradicting-pins",
    summary="Pins or exclusions that cannot all be kept",
    why="A mentee has one mentor, and a pair is either made or not.",
    help="take one of the two out",
    wrong="  - mentee: cleo-marsh\n    mentor: ada-okafor\n"
    "  - mentee: cleo-marsh\n    mentor: eve-moreau",
    right="  - mentee: cleo-marsh\n    mentor: ada-okafor\n"
    "  - mentee: finn-ode\n    mentor: eve-moreau",
)
PIN_WITHOUT_APPLICATION = Rule(
    code="pin-without-application",
    summary="A pin of somebody who has not applied to the cohort",
    why="Matching pairs those who applied.",
    help="correct the id, add the application, or take the pin out",
    wrong="pins:\n  - mentee: cleo-marsh\n    mentor: ben-larsen",
    right="pins:\n  - mentee: cleo-marsh\n    mentor: ada-okafor",
)
PIN_IN_WRONG_ROLE = Rule(
    code="pin-in-wrong-role",
    summary="A pin of a mentor as a mentee, or of a mentee as a mentor",
    why="Each person applied for one of the two parts.",
    help="exchange the two, or correct 'role' in the application",
    wrong="pins:\n  - mentee: ada-okafor\n    mentor: cleo-marsh",
    right="pins:\n  - mentee: cleo-marsh\n    mentor: ada-okafor",
)
PIN_OVER_CAPACITY = Rule(
    code="pin-over-capacity",
    summary="More pins and pairings than a mentor offered to take",
    why="A mentor said how many mentees there is time for.",
    help="take one of the pins out, or ask the mentor and change the capacity in the application",
    wrong="role: mentor\ncapacity:\n  maximum: 1",
    right="role: mentor\ncapacity:\n  maximum: 2",
)
PUBLIC_EXCLUSION = Rule(
    code="public-exclusion",
    summary="Who is to be kept apart, in a public repository",
    why="Anyone can read every file of a public repository, this decision and its reason included.",
    help="write it under 'avoid' in one of the two applications, or give it to the command as "
    "'--forbid MENTEE=MENTOR'",
    wrong="exclusions:\n  - mentee: ben-larsen\n    mentor: ada-okafor",
    right="summary: Nobody is kept apart here.",
    severity=Severity.WARNING,
)

RULES = (
    CONTRADICTING_PINS,
    PIN_WITHOUT_APPLICATION,
    PIN_IN_WRONG_ROLE,
    PIN_OVER_CAPACITY,
    PUBLIC_EXCLUSION,
)
