"""What the answers in a column say for and against what its heading seems to ask."""

import re
from collections.abc import Sequence

from generator.diagnostics import fold
from generator.intake.recognizing import choice_in
from generator.intake.sheet import Sheet
from generator.intake.targets import KEPT

_YES_OR_NO = frozenset(("yes", "no", "y", "n", "true", "false"))
_ROLE = re.compile(r"(?:as )?(?:an? )?(?:mentor|mentee)s?")
_IN_WORDS = frozenset(
    (
        "name",
        "affiliation",
        "position",
        "email",
        "orcid",
        "pronouns",
        "links",
        "bio",
        "statement",
        "topics",
        "methods",
        "needs",
        "time_zone",
        "cohort",
    )
)
"""Keys that no answer of a bare yes or no can fill."""


def weighed(holds: Sequence[str], sheet: Sheet) -> list[str]:
    """Return the targets of a sheet's columns, with what their answers speak against undone.

    Where every answer is yes or no, the column holds no name and no other words. The only column
    whose answers are all 'Mentor' or 'Mentee' is the role, where no heading asked for it.
    """
    said = [_answers(sheet, at) for at in range(len(sheet.columns))]
    found = [
        KEPT if _is_contradicted(target, texts, column.heading) else target
        for target, texts, column in zip(holds, said, sheet.columns, strict=True)
    ]
    telling = [at for at, texts in enumerate(said) if found[at] == KEPT and _tell_role(texts)]
    if "role" not in found and len(telling) == 1:
        found[telling[0]] = "role"
    return found


def _answers(sheet: Sheet, at: int) -> list[str]:
    return [text for row in sheet.rows if (text := row.cells[at].strip())]


def _is_contradicted(target: str, texts: Sequence[str], heading: str) -> bool:
    """Tell whether a column of words has only yes and no; a column for one choice may have them."""
    return (
        target.partition(".")[0] in _IN_WORDS
        and bool(texts)
        and not choice_in(heading)
        and all(fold(text) in _YES_OR_NO for text in texts)
    )


def _tell_role(texts: Sequence[str]) -> bool:
    return bool(texts) and all(_ROLE.fullmatch(text.casefold()) for text in texts)
