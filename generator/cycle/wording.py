"""How tasks name several things at once."""

from collections.abc import Sequence

_SHOWN = 6
"""Names that a sentence can hold."""


def counted(number: int, one: str, many: str = "") -> str:
    """Return '1 pair' or '3 pairs'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def named(names: Sequence[str]) -> str:
    """Return 'a', 'a and b' or 'a, b, and c'; of many, the first and how many more there are."""
    if len(names) > _SHOWN:
        rest = len(names) - _SHOWN + 1
        names = [*names[: _SHOWN - 1], f"{rest} more"]
    if len(names) < 3:  # noqa: PLR2004  # from three on, commas stand between
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
