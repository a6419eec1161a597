"""Faults of characters: damage, what cannot be seen, what looks the same and is not."""

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.rule import Rule

DAMAGED_ENCODING = Rule(
    code="damaged-encoding",
    summary="Bytes that are not UTF-8",
    why="The characters cannot be known, so names would be printed wrong.",
    help="open the file in an editor, choose 'save with encoding: UTF-8', and look at this line",
    wrong="(position: Bibliothécaire, saved in the encoding Windows-1252)",
    right="position: Bibliothécaire",
)
GARBLED_TEXT = Rule(
    code="garbled-text",
    summary="Text that was read in the wrong encoding and saved again",
    why="'Ã©' stands where somebody wrote 'é'; every page and citation would carry the damage.",
    help="type the character again",
    wrong="position: BibliothÃ©caire",
    right="position: Bibliothécaire",
)
INVISIBLE_CHARACTER = Rule(
    code="invisible-character",
    summary="A character that cannot be seen",
    why="Pasted from a web page or a PDF, it breaks searching, sorting and links, and can turn "
    "the reading direction of a whole line around.",
    help="delete it: put the cursor there and press delete, or type the word again",
    wrong="position: Libra\u200brian",
    right="position: Librarian",
)
CONTROL_CHARACTER = Rule(
    code="control-character",
    summary="A control character",
    why="It is no part of any text, and some programs stop reading where it stands.",
    help="delete it, or type the line again",
    wrong='position: "Libra\\x08rian"',
    right="position: Librarian",
)
NOT_NFC = Rule(
    code="not-nfc",
    summary="Letters and accents stored apart (text not in Unicode NFC)",
    why="It looks the same, but is not found by searching and not recognized as the same name.",
    help="type the word again; text copied from a PDF or a Mac file name often has this",
    wrong="position: Bibliothe\u0301caire",
    right="position: Bibliothécaire",
)
EDGE_WHITESPACE = Rule(
    code="edge-whitespace",
    summary="Space at the start or the end of a text",
    why="It shows in citations and makes the same word two different ones.",
    help="delete the space before or after the text",
    wrong='position: "Librarian "',
    right="position: Librarian",
)
LINE_BREAK = Rule(
    code="line-break",
    summary="A line break in a one-line text",
    why="Titles, names and labels stand on one line.",
    help="write it on one line, or use '>-' instead of '|'",
    wrong="position: |\n  Librarian\n  and archivist",
    right="position: >-\n  Librarian\n  and archivist",
)
TEXT_TOO_LONG = Rule(
    code="text-too-long",
    summary="A text over its limit",
    why="Each field has the room its place on the page has.",
    help="shorten it",
    wrong="pronouns: she/her, and this person's full professional biography follows here",
    right="pronouns: she/her",
)
HTML_IN_TEXT = Rule(
    code="html-in-text",
    summary="HTML where it does not belong",
    why="Texts are printed as they are written: the tags would show on the page.",
    help="write plain text (or Markdown in longer texts); titles may hold <i>, <b>, <sub>, <sup>",
    wrong="position: <b>Librarian</b>",
    right="position: Librarian",
    severity=Severity.WARNING,
)
ALL_CAPITALS = Rule(
    code="all-capitals",
    summary="A name or title in capitals throughout",
    why="Capitals cannot be turned back into the right form in a citation.",
    help="write it as it should be read",
    wrong="title: READING ALOUD IN PUBLIC LIBRARIES",
    right="title: Reading aloud in public libraries",
    severity=Severity.WARNING,
)
TITLE_CASE = Rule(
    code="title-case",
    summary="The title of a work in title case",
    why="APA style gives the titles of works in sentence case, and titles are printed as recorded.",
    help="begin only the first word, the first after a colon, and proper names with a capital",
    wrong="title: Reading Aloud and Listening Well in Small Public Libraries",
    right="title: Reading aloud and listening well in small public libraries",
    severity=Severity.WARNING,
)

RULES = (
    DAMAGED_ENCODING,
    GARBLED_TEXT,
    INVISIBLE_CHARACTER,
    CONTROL_CHARACTER,
    NOT_NFC,
    EDGE_WHITESPACE,
    LINE_BREAK,
    TEXT_TOO_LONG,
    HTML_IN_TEXT,
    ALL_CAPITALS,
    TITLE_CASE,
)
