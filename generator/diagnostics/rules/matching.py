"""Faults that show when a cohort is matched."""

from generator.diagnostics.rule import Rule

NO_APPLICATIONS = Rule(
    code="no-applications",
    summary="A cohort without an application to match",
    why="Matching reads what mentors and mentees wrote in their applications.",
    help="name the folder in which 'applications' lies with --private DIR or LRRT_PRIVATE",
    wrong="('lrrt match 2026', with the applications in a folder that it does not know of)",
    right="('lrrt match 2026 --private DIR', with that folder)",
)
UNKNOWN_APPLICANT = Rule(
    code="unknown-applicant",
    summary="Somebody who has not applied to the cohort",
    why="A command that names nobody would be followed by a proposal nobody asked for.",
    help="write the id as the application's file is named",
    wrong="('lrrt match 2026 --without ada-okafr')",
    right="('lrrt match 2026 --without ada-okafor')",
)
PIN_AGAINST_CONFLICT = Rule(
    code="pin-against-conflict",
    summary="A pin of two people who must not be paired",
    why="A conflict is never broken; what makes it one has to change first.",
    help="take the pin out, or change what the message names",
    wrong="(a pin of two people from one institution)",
    right="(the same with 'same_institution: true' in the mentee's application)",
)
PIN_OUTSIDE_POOL = Rule(
    code="pin-outside-pool",
    summary="A pin of somebody who is not to be matched",
    why="Who is left out, has withdrawn or is paired already gets no new partner.",
    help="take the pin out",
    wrong="('lrrt match 2026 --without ada-okafor --pin ben-larsen=ada-okafor')",
    right="('lrrt match 2026 --pin ben-larsen=ada-okafor')",
)
MINIMUMS_NOT_MET = Rule(
    code="minimums-not-met",
    summary="Mentors who cannot be given as many mentees as they ask for at the least",
    why="A minimum is kept or the mentor is not matched.",
    help="ask the mentor and lower 'minimum' in the application, or leave the mentor out "
    "with --without",
    wrong="(three mentors with a minimum of 1, and two mentees)",
    right="(the same with 'minimum: 0' in one of the applications)",
)
UNUSABLE_PAIRINGS_FILE = Rule(
    code="unusable-pairings-file",
    summary="A file of pairings that cannot be added to",
    why="What is confirmed in it must stay letter for letter, and here it could not.",
    help="write each pairing on lines of its own, beginning with '- '",
    wrong="pairings: [{id: reading-aloud, mentors: [ada-okafor], mentees: [ben-larsen]}]",
    right="pairings:\n  - id: reading-aloud\n    mentors: [ada-okafor]\n    mentees: [ben-larsen]",
)

RULES = (
    NO_APPLICATIONS,
    UNKNOWN_APPLICANT,
    PIN_AGAINST_CONFLICT,
    PIN_OUTSIDE_POOL,
    MINIMUMS_NOT_MET,
    UNUSABLE_PAIRINGS_FILE,
)
