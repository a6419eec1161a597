"""Faults of the program's own record and of its years."""

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.rule import Rule

UNREACHABLE_CONTACT = Rule(
    code="unreachable-contact",
    summary="Whom applicants are to write to has no address",
    why="The application pages name the first contact: to send the application to, to change it or "
    "to take it back. Without an address they can only say 'at the address from which the call "
    "reached you'.",
    help="add 'email' or 'url' to the first of the contacts",
    wrong="contacts:\n  - name: Chair of the committee",
    right="contacts:\n  - name: Chair of the committee\n    email: committee@example.org",
    severity=Severity.WARNING,
)
REPEATED_SUMMARY = Rule(
    code="repeated-summary",
    summary="Two program years with the same summary",
    why="What a year brought is its own. The record of a new year is often begun as a copy of the "
    "last one, and its summary goes with it unnoticed.",
    help="write what this year is about, or delete 'summary' until there is something to tell",
    wrong="summary: Two pairs, three check-ins and a first symposium.",
    right="summary: The year in which workshops began.",
    severity=Severity.WARNING,
)

RULES = (UNREACHABLE_CONTACT, REPEATED_SUMMARY)
