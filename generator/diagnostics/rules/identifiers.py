"""Faults of identifiers and addresses."""

from generator.diagnostics.rule import Rule

BAD_ORCID = Rule(
    code="bad-orcid",
    summary="Not an ORCID iD",
    why="A mistyped iD credits the work to a stranger; its last character proves the others.",
    help="copy the sixteen characters from the person's page at orcid.org",
    wrong="orcid: 0000-0002-1825-0098",
    right="orcid: 0000-0002-1825-0097",
)
BAD_ROR = Rule(
    code="bad-ror",
    summary="Not a ROR identifier",
    why="A mistyped identifier names another institution; its last two digits prove the others.",
    help="copy the address from the institution's page at ror.org",
    wrong="ror: https://ror.org/05dxps054",
    right="ror: https://ror.org/05dxps055",
)
BAD_CERTIFICATE_ID = Rule(
    code="bad-certificate-id",
    summary="Not the id of a certificate",
    why="A certificate is found by its id; one that is typed by hand could be guessed.",
    help="take the file as 'lrrt certificates' wrote it",
    wrong="id: reading-aloud",
    right="id: 7kq2m-9fx3v-ht8wn-d4p6r",
)
BAD_ISBN = Rule(
    code="bad-isbn",
    summary="Not an ISBN",
    why="A wrong number finds another book, or none; its last digit proves the others.",
    help="copy the ten or thirteen digits from the book's copyright page",
    wrong="isbn: 978-0-306-40615-8",
    right="isbn: 978-0-306-40615-7",
)
BAD_ISSN = Rule(
    code="bad-issn",
    summary="Not an ISSN",
    why="A wrong number finds another journal, or none; its last character proves the others.",
    help="copy the eight characters from the journal's imprint",
    wrong="issn: 0378-5956",
    right="issn: 0378-5955",
)
BAD_DOI = Rule(
    code="bad-doi",
    summary="Not a DOI",
    why="A malformed DOI resolves to nothing.",
    help="write it from '10.' on, as in 10.1000/182, without 'doi:' or 'https://doi.org/'",
    wrong="doi: doi:10.5555/lrrt.2025",
    right="doi: 10.5555/lrrt.2025",
)
BAD_URL = Rule(
    code="bad-url",
    summary="Not a web address that can be linked to",
    why="Readers would follow it into nothing, or into a program on their own machine.",
    help="copy the address from the browser; it begins with https:// or http://",
    wrong="slides: https://https://slides.example.org/okafor",
    right="slides: https://slides.example.org/okafor",
)
BAD_EMAIL = Rule(
    code="bad-email",
    summary="Not an e-mail address",
    why="Mail to it would be returned.",
    help="write it as name@example.org",
    wrong="email: committee@example",
    right="email: committee@example.org",
)
BAD_LANGUAGE = Rule(
    code="bad-language",
    summary="Not a language tag",
    why="Screen readers choose a voice by it.",
    help="write a BCP 47 tag such as en, es, pt-BR or zh-Hans",
    wrong="language: English",
    right="language: en",
)
BAD_LICENSE = Rule(
    code="bad-license",
    summary="Not a license identifier",
    why="Readers must know exactly what they may do.",
    help="write an SPDX identifier such as CC-BY-4.0, CC-BY-NC-4.0, CC0-1.0 or MIT",
    wrong="license: Creative Commons",
    right="license: CC-BY-4.0",
)

RULES = (
    BAD_ORCID,
    BAD_ROR,
    BAD_CERTIFICATE_ID,
    BAD_ISBN,
    BAD_ISSN,
    BAD_DOI,
    BAD_URL,
    BAD_EMAIL,
    BAD_LANGUAGE,
    BAD_LICENSE,
)
