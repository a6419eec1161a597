"""Faults of publications and presentations."""

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.rule import Rule

MISSING_FOR_TYPE = Rule(
    code="missing-for-type",
    summary="A fact that a reference of this type needs",
    why="The APA reference would be incomplete.",
    help="add it; see docs/records.md for what each type needs",
    wrong="type: journal-article",
    right="type: journal-article\ncontainer:\n  title: Journal of Invented Results",
)
STATUS_MISMATCH = Rule(
    code="status-mismatch",
    summary="A status that this type of output cannot have",
    why="Talks and posters are presented; articles and books are published.",
    help="write 'presented' for a presentation, poster or webinar, and 'published' for the others",
    wrong="type: poster\nstatus: published",
    right="type: poster\nstatus: presented",
)
DUPLICATE_DOI = Rule(
    code="duplicate-doi",
    summary="One DOI in two outputs",
    why="The same work would be listed and counted twice.",
    help="keep one record, or correct the DOI",
    wrong="title: Who listens in small libraries\ndoi: 10.5555/lrrt.2025",
    right="title: Who listens in small libraries\ndoi: 10.5555/lrrt.2026",
)
DUPLICATE_OUTPUT = Rule(
    code="duplicate-output",
    summary="Two outputs with the same title, type, people and year",
    why="The same work would be listed and counted twice.",
    help="keep one record and put the other's id under its 'aliases'",
    wrong="title: Reading aloud in small libraries",
    right="title: Reading aloud in large libraries",
    severity=Severity.WARNING,
)
BAD_PAGES = Rule(
    code="bad-pages",
    summary="Pages that are more than numbers, or less",
    why="Each style puts its own words before pages; what stands here is printed beside them.",
    help="write first and last page alone, as in 31-48; without pages, leave the key out",
    wrong="pages: pp. 31-48",
    right="pages: 31-48",
)
PAGES_OUT_OF_ORDER = Rule(
    code="pages-out-of-order",
    summary="A last page before the first",
    why="Two digits or the two pages have changed places, and readers will look in vain.",
    help="look it up, and write the first page first",
    wrong="pages: 48-31",
    right="pages: 31-48",
    severity=Severity.WARNING,
)

RULES = (
    MISSING_FOR_TYPE,
    STATUS_MISMATCH,
    DUPLICATE_DOI,
    DUPLICATE_OUTPUT,
    BAD_PAGES,
    PAGES_OUT_OF_ORDER,
)
