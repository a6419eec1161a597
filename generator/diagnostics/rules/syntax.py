"""Faults of YAML: what cannot be read, and what reads otherwise than it looks."""

from generator.diagnostics.rule import Rule

SYNTAX_ERROR = Rule(
    code="syntax-error",
    summary="The YAML cannot be understood",
    why="Nothing after this point can be read.",
    help="look at this line and the one above it: a missing quote, colon, bracket or space",
    wrong="tagline: Research mentoring: for librarians",
    right='tagline: "Research mentoring: for librarians"',
)
TAB = Rule(
    code="tab",
    summary="A tab character",
    why="YAML forbids tabs for indenting, and elsewhere they cannot be told from spaces.",
    help="use spaces instead",
    wrong="name:\n\tgiven: Ada",
    right="name:\n  given: Ada",
)
SEVERAL_DOCUMENTS = Rule(
    code="several-documents",
    summary="More than one YAML document in a file",
    why="One file is one record; what follows a '---' would be lost.",
    help="put each record into a file of its own, and take out the '---'",
    wrong="title: Cohort of 2025\n---\ntitle: Cohort of 2026",
    right="title: Cohort of 2025",
)
DUPLICATE_KEY = Rule(
    code="duplicate-key",
    summary="The same key twice",
    why="YAML readers keep one of the two without a word, and nobody knows which.",
    help="keep the right one and delete the other",
    wrong="position: Librarian\nposition: Archivist",
    right="position: Archivist",
)
ANCHOR = Rule(
    code="anchor",
    summary="A YAML anchor or alias",
    why="A record should say what it says where it stands; a copy by reference surprises the "
    "next person who edits it.",
    help="write the value out; or, if the text begins with & or *, put it in quotes",
    wrong="position: &position Librarian",
    right="position: Librarian",
)
MERGE_KEY = Rule(
    code="merge-key",
    summary="A YAML merge key",
    why="Few editors show what '<<' brings in, so that nobody sees what the record says.",
    help="write the keys out",
    wrong="<<: {position: Librarian}",
    right="position: Librarian",
)
TAG = Rule(
    code="yaml-tag",
    summary="A YAML tag",
    why="The kind of each value is fixed by the record; a tag could only contradict it.",
    help="take out the '!' and what belongs to it; or, if the text begins with !, put it in quotes",
    wrong="position: !!str Librarian",
    right="position: Librarian",
)
AMBIGUOUS_VALUE = Rule(
    code="ambiguous-value",
    summary="A value that other YAML tools read as something else",
    why="Unquoted, 'no' is false, '14:30' is 870 and '010' is 8 to many editors and checkers.",
    help="put it in quotes",
    wrong="start: 14:30",
    right='start: "14:30"',
)
EMPTY_VALUE = Rule(
    code="empty-value",
    summary="A key without a value",
    why="It looks like a fact that was forgotten.",
    help="write the value, or delete the line",
    wrong="position:",
    right="position: Librarian",
)
BAD_KEY = Rule(
    code="bad-key",
    summary="A key that is not a plain word",
    why="Keys are the names of facts.",
    help="write 'key: value'; put braces or brackets that belong to a text in quotes",
    wrong="title: {{ topic }}",
    right='title: "{{ topic }}"',
)
TOO_DEEP = Rule(
    code="too-deep",
    summary="Values nested more than 20 levels deep",
    why="No record needs it; it is most often a bracket repeated by mistake.",
    help="take out the brackets or the indentation that are too many",
    wrong="title: [[[[[[[[[[[[[[[[[[[[[[Cohort]]]]]]]]]]]]]]]]]]]]]]",
    right="title: Cohort of 2025",
)

RULES = (
    SYNTAX_ERROR,
    TAB,
    SEVERAL_DOCUMENTS,
    DUPLICATE_KEY,
    ANCHOR,
    MERGE_KEY,
    TAG,
    AMBIGUOUS_VALUE,
    EMPTY_VALUE,
    BAD_KEY,
    TOO_DEEP,
)
