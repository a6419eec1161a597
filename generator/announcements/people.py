"""How sentences name people, and count those who are not named."""

from collections.abc import Sequence

from generator.announcements.forms import Form
from generator.views.people import A_MENTEE, A_MENTOR, WITHHELD, PersonLabel
from generator.views.wording import listed

_ALL = 4
"""People whom a sentence names; of more, the first and how many others there are."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
UNNAMED = frozenset((WITHHELD, A_MENTOR, A_MENTEE))
"""What stands in views for a name that is withheld."""


def number(value: int) -> str:
    """Return a number as text has it: in words up to ten."""
    return _NUMBERS[value] if value < len(_NUMBERS) else f"{value:,}"


def several(value: int, one: str, many: str = "") -> str:
    """Return 'one pair', 'three pairs' or '12 pairs'."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def names(labels: Sequence[PersonLabel], form: Form, other: str = "colleague") -> str:
    """Return people in a sentence: 'Ada, Ben, and two colleagues'.

    Whose name is withheld is counted, and of many only the first are named. ``other`` is the word
    for one of the rest.
    """
    known = [form.words(label.name) for label in labels if label.name not in UNNAMED]
    shown = known if len(labels) <= _ALL else known[:1]
    rest = len(labels) - len(shown)
    if not rest:
        return listed(shown)
    if len(labels) > _ALL and shown:
        other = "other"
    return listed([*shown, f"a {other}" if rest == 1 else several(rest, other)])
