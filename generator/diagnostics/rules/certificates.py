"""Faults of certificates and letters, and of the keys that sign what goes with them."""

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.rule import Rule

CERTIFICATE_ID_TWICE = Rule(
    code="certificate-id-twice",
    summary="One id for two certificates",
    why="Its page on the site can tell of one certificate only.",
    help="take the file as 'lrrt certificates' wrote it; a copied entry needs an id of its own, "
    "which that command gives it",
    wrong="      reason: The name was misspelled.\n  - id: 7kq2m-9fx3v-ht8wn-d4p6r",
    right="      reason: The name was misspelled.\n  - id: c0ffe-9fx3v-ht8wn-d4p6r",
)
SECOND_DOCUMENT = Rule(
    code="second-document",
    summary="Two certificates, or two letters, of one person for one year",
    why="Both would be genuine, and nobody could tell which one counts.",
    help="delete the one that was never handed out; if both were, revoke one",
    wrong="    issued: 2026-08-03\n  - id: c0ffe-9fx3v-ht8wn-d4p6r",
    right="    revoked:\n      day: 2026-08-05\n      reason: The name was misspelled.\n"
    "  - id: c0ffe-9fx3v-ht8wn-d4p6r",
)
DOCUMENT_OF_NOBODY = Rule(
    code="document-of-nobody",
    summary="A certificate or letter for somebody who had no such part in the year",
    why="It would say of a person what the records do not.",
    help="correct the participant or the pairing, or delete the entry",
    wrong="    participant: ada-okafor\n    pairing: 2025/reading-aloud",
    right="    participant: ben-larsen\n    pairing: 2025/reading-aloud",
)
CERTIFICATE_WITHOUT_COMPLETION = Rule(
    code="certificate-without-completion",
    summary="A certificate for somebody who did not complete the year",
    why="A certificate says that the cohort's rule was met, or that the chair decided otherwise.",
    help="record what is missing; or, if the chair decided so, add 'override' with 'reason', 'by' "
    "and 'day'; or revoke the certificate",
    wrong="    issued: 2026-08-03",
    right="    issued: 2026-08-03\n    override:",
    severity=Severity.WARNING,
)
MISSING_SIGNATORY = Rule(
    code="missing-signatory",
    summary="Certificates, or keys for them, and nobody who signs",
    why="No certificate and no letter can be made, not even again.",
    help="say who signs, under 'signatory' in program.yaml: a name, and the role in the program",
    wrong="certificates:\n  - id: 7kq2m-9fx3v-ht8wn-d4p6r",
    right="signatory:\n  name: Imogen Pretence\n  role: Chair",
    severity=Severity.WARNING,
)
BAD_PUBLIC_KEY = Rule(
    code="bad-public-key",
    summary="Not a public key that can verify credentials",
    why="Nobody could verify what was signed with it.",
    help="write 'public_key: |', and below it, indented, the lines that 'openssl pkey -pubout' "
    "prints, from '-----BEGIN PUBLIC KEY-----' to '-----END PUBLIC KEY-----'",
    wrong="    public_key: a long secret",
    right="    public_key: |\n      -----BEGIN PUBLIC KEY-----",
)
PRIVATE_KEY_IN_RECORD = Rule(
    code="private-key-in-record",
    summary="A private key among the records, or among the files of the site",
    why="Whoever has it can sign in the program's name, and everybody who can read these files, or "
    "their history, has it now.",
    help="take it out, make a new key and use only that: this one must never sign again, even "
    "once it is gone from here",
    wrong="    public_key: |\n      -----BEGIN PRIVATE KEY-----",
    right="    public_key: |\n      -----BEGIN PUBLIC KEY-----",
)

RULES = (
    CERTIFICATE_ID_TWICE,
    SECOND_DOCUMENT,
    DOCUMENT_OF_NOBODY,
    CERTIFICATE_WITHOUT_COMPLETION,
    MISSING_SIGNATORY,
    BAD_PUBLIC_KEY,
    PRIVATE_KEY_IN_RECORD,
)
