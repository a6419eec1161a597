"""Faults that would make public what is not."""

from generator.diagnostics.rule import Rule

EMAIL_IN_RECORD = Rule(
    code="email-in-record",
    summary="An e-mail address in a public repository",
    why="Anyone can read every file of a public repository, comments and history included.",
    help="delete it; addresses belong into the private applications folder",
    wrong="position: Librarian, ada@example.org",
    right="position: Librarian",
)
PHONE_IN_RECORD = Rule(
    code="phone-in-record",
    summary="A telephone number in a public repository",
    why="Anyone can read every file of a public repository, comments and history included.",
    help="delete it",
    wrong="position: Librarian, 312-555-0142",
    right="position: Librarian",
)
PUBLIC_APPLICATION = Rule(
    code="public-application",
    summary="An application in a public repository",
    why="Applications are for the committee's eyes only.",
    help="move it out of records/ into the private folder that --private or LRRT_PRIVATE names; "
    "since others may have read it, tell the applicant and the chair",
    wrong="(applications/2025/ada-okafor.yaml under records/, with 'repository: public')",
    right="(the same file in the private folder)",
)

RULES = (EMAIL_IN_RECORD, PHONE_IN_RECORD, PUBLIC_APPLICATION)
