"""Faults of pairings."""

from generator.diagnostics.rule import Rule

MENTOR_IS_MENTEE = Rule(
    code="mentor-is-mentee",
    summary="One person as mentor and mentee in the same cohort",
    why="A program year gives each person one of the two parts.",
    help="take the person out of one of the two lists",
    wrong="    mentors: [ada-okafor]\n    mentees: [ada-okafor]",
    right="    mentors: [ada-okafor]\n    mentees: [ben-larsen]",
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

RULES = (MENTOR_IS_MENTEE, CAPACITY_EXCEEDED, COMPLETED_WITHOUT_EVIDENCE)
