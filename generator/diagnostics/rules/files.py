"""Faults of a file as a whole: its place, its name, whether it can be read."""

from generator.diagnostics.rule import Rule

UNREADABLE_FILE = Rule(
    code="unreadable-file",
    summary="The file cannot be opened",
    why="What cannot be read cannot be checked or published.",
    help="check that it is an ordinary file, and that you may read it",
    wrong="(a folder, a broken link, or a file without read permission named 'ada-okafor.yaml')",
    right="name:\n  given: Ada\n  family: Okafor",
)
EMPTY_FILE = Rule(
    code="empty-file",
    summary="The file holds no record",
    why="An empty record is most often an edit that was never finished.",
    help="write the record, or delete the file",
    wrong="# (nothing but this comment)",
    right="name:\n  given: Ada\n  family: Okafor",
)
FILE_TOO_LARGE = Rule(
    code="file-too-large",
    summary="The file is over 1 MiB",
    why="A record is a page or two of text; a larger file was most often saved here by mistake.",
    help="keep slides, recordings and data elsewhere, and put a link to them in the record",
    wrong="(a file of 1.4 MiB)",
    right="slides: https://slides.example.org/okafor-2025",
)
UNEXPECTED_FILE = Rule(
    code="unexpected-file",
    summary="The file is not where a record of any kind belongs",
    why="The folder says what kind a record is; a file elsewhere would be silently left out.",
    help="move it to participants/, cohorts/, applications/<cohort>/, pairings/, outputs/, "
    "events/, certificates/ or news/, and let its name end in .yaml",
    wrong="(an event in 'event/writing-workshop.yaml', or named 'writing-workshop.yml')",
    right="(the same record in 'events/writing-workshop.yaml')",
)
BAD_FILE_NAME = Rule(
    code="bad-file-name",
    summary="The file's name cannot serve as an id",
    why="The name of the file is the id of the record and part of its web address for good.",
    help="use lower-case letters a to z, digits, and single hyphens between them",
    wrong="(a record in 'events/Writing Workshop.yaml')",
    right="(the same record in 'events/writing-workshop.yaml')",
)
MISSING_RECORD = Rule(
    code="missing-record",
    summary="A record that every program needs is not there",
    why="The name of the program and its vocabulary are used on every page.",
    help="put the file back; 'git log -- records/' shows when it was last there",
    wrong="(no file 'program.yaml')",
    right="name: A Research Mentorship Program",
)

RULES = (
    UNREADABLE_FILE,
    EMPTY_FILE,
    FILE_TOO_LARGE,
    UNEXPECTED_FILE,
    BAD_FILE_NAME,
    MISSING_RECORD,
)
