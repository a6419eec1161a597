"""Faults of the site that is made from the records."""

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.rule import Rule

PAGE_COLLISION = Rule(
    code="page-collision",
    summary="Two pages with one address",
    why="One of the two would silently replace the other.",
    help="rename the page in content/, or the record",
    wrong="(a page content/people/index.md beside the generated list of people)",
    right="(the same page as content/about-people.md)",
)
BAD_TEMPLATE = Rule(
    code="bad-template",
    summary="A template that cannot be used",
    why="The pages made from it would be wrong or empty.",
    help="compare with the last version that worked: 'git diff HEAD -- theme/'",
    wrong="{{ person.nmae }}",
    right="{{ person.name }}",
)

DEAD_LINK = Rule(
    code="dead-link",
    summary="A link in a page that leads nowhere",
    why="Readers would land on 'page not found'.",
    help="correct the address; a link to another page names its file, as in apply.md#mentee",
    wrong="[Apply as a mentee](aply.md#mentee)",
    right="[Apply as a mentee](apply.md#mentee)",
)
SITE_WARNING = Rule(
    code="site-warning",
    summary="Something in a page or in mkdocs.yml that cannot be used",
    why="What is not understood is left out of the site.",
    help="look at what was changed last in content/ and mkdocs.yml",
    wrong="(a page that MkDocs warns of)",
    right="(the page as it was before)",
)
CONTACT_IN_PAGE = Rule(
    code="contact-in-page",
    summary="An e-mail address or a telephone number in a page",
    why="Anyone can read the page, and programs gather addresses from it.",
    help="delete it; or, if it is the program's own address, write it under 'contacts' in "
    "records/program.yaml, too",
    wrong="Ask Ada: ada@example.org.",
    right="Ask the [committee](about.md).",
    severity=Severity.WARNING,
)

FONT_UNUSABLE = Rule(
    code="font-unusable",
    summary="A font that is missing or cannot be read",
    why="Certificates, letters and pictures are set only in the fonts that come with the theme.",
    help="put it back: 'git checkout HEAD -- theme/documents/fonts'",
    wrong="(a folder theme/documents/fonts without SourceSerif4-Regular.otf)",
    right="(the folder as it came)",
)
CHARACTER_UNSET = Rule(
    code="character-unset",
    summary="A character that none of the bundled fonts can set",
    why="It would be printed as an empty box.",
    help="write the name or title in another script, or put a font that has it (under an open "
    "license) into theme/documents/fonts and its family into theme/documents/fonts.typ",
    wrong="original: (a name in cuneiform)",
    right="original: \u0412\u0435\u0440\u0430",
)

RULES = (
    PAGE_COLLISION,
    BAD_TEMPLATE,
    DEAD_LINK,
    SITE_WARNING,
    CONTACT_IN_PAGE,
    FONT_UNUSABLE,
    CHARACTER_UNSET,
)
