"""Faults of a record's shape: what is missing, unknown, or of the wrong kind."""

from generator.diagnostics.rule import Rule

UNKNOWN_KEY = Rule(
    code="unknown-key",
    summary="A key that this kind of record does not have",
    why="It is most often a slip of the pen, and the fact beside it would be lost without a word.",
    help="see docs/records.md for the keys of this record",
    wrong="afiliation:\n  name: Example University",
    right="affiliation:\n  name: Example University",
)
MISSING_KEY = Rule(
    code="missing-key",
    summary="A key that this kind of record needs",
    why="The page cannot be made without it.",
    help="add it; see docs/records.md",
    wrong="affiliation:\n  department: University Library",
    right="affiliation:\n  name: Example University\n  department: University Library",
)
WRONG_SHAPE = Rule(
    code="wrong-shape",
    summary="A text where a list belongs, or the like",
    why="A list has a '- ' before each entry; a group of keys is indented under its name.",
    help="see docs/records.md for an example",
    wrong="mentors: ada-okafor",
    right="mentors: [ada-okafor]",
)
UNKNOWN_CHOICE = Rule(
    code="unknown-choice",
    summary="A word that is not among those to choose from",
    why="Pages are grouped by these words, so they must be the same everywhere.",
    help="choose one of the words that the record reference lists",
    wrong="kind: symposion",
    right="kind: symposium",
)
BAD_NUMBER = Rule(
    code="bad-number",
    summary="Not a whole number, or one outside its bounds",
    why="It is counted with.",
    help="write a whole number in digits",
    wrong="check_ins: three",
    right="check_ins: 3",
)
BAD_BOOLEAN = Rule(
    code="bad-boolean",
    summary="Neither true nor false",
    why="A yes-or-no fact has two answers.",
    help="write true or false, without quotes",
    wrong="presentation: maybe",
    right="presentation: true",
)
REPEATED_ENTRY = Rule(
    code="repeated-entry",
    summary="The same entry twice in a list",
    why="It would be shown and counted twice.",
    help="delete one of the two",
    wrong="topics: [reading, reading]",
    right="topics: [reading]",
)
BAD_ID = Rule(
    code="bad-id",
    summary="Not written as an id",
    why="Ids are part of web addresses and must be typed exactly.",
    help="use lower-case letters a to z, digits, and single hyphens between them",
    wrong="id: Opening Session",
    right="id: opening-session",
)
INVALID_VALUE = Rule(
    code="invalid-value",
    summary="A value that does not fit its field",
    why="The field has a rule that the value breaks.",
    help="see docs/records.md for what the field holds",
    wrong="contributors: []",
    right="contributors:\n  - participant: ben-larsen",
)

RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_SHAPE,
    UNKNOWN_CHOICE,
    BAD_NUMBER,
    BAD_BOOLEAN,
    REPEATED_ENTRY,
    BAD_ID,
    INVALID_VALUE,
)
