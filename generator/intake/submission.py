"""What one person sent in: answers by what they are for, and everything as it was given."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a submission stands: a row of a sheet, an entry of a file, or a whole file (0)."""

    path: str
    sheet: str = ""
    number: int = 0
    is_row: bool = True

    def __str__(self) -> str:
        """Return the place as people find it: 'answers.xlsx, sheet 'Mentors', row 5'."""
        parts = [self.path]
        if self.sheet:
            parts.append(f"sheet '{self.sheet}'")
        if self.number:
            parts.append(f"{'row' if self.is_row else 'entry'} {self.number}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Given:
    """One answer and the question it answers.

    ``is_one`` says that it is a single entry, and not several that a form joined in one cell.
    ``choice`` is the choice that a column of its own stands for, where a form makes one for each;
    of a link, what it says. ``means`` are the mapping's translations of choices.
    """

    question: str
    text: str
    is_one: bool = False
    choice: str = ""
    means: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Submission:
    """What one person sent in.

    ``answers`` holds the answers by their targets (``generator.intake.targets``); ``raw`` the
    headings and cells as they came in; ``role`` and ``cohort`` what the file says of all in it.
    ``fault`` says why it cannot be used, where that shows already.
    """

    origin: Origin
    answers: Mapping[str, tuple[Given, ...]]
    raw: tuple[tuple[str, str], ...]
    role: str = ""
    cohort: str = ""
    fault: str = ""

    def texts(self, target: str) -> tuple[str, ...]:
        """Return the answers that say something, in order."""
        return tuple(
            given.text.strip() for given in self.answers.get(target, ()) if given.text.strip()
        )

    def text(self, target: str) -> str:
        """Return the last answer that says something, or nothing."""
        return next(reversed(self.texts(target)), "")
