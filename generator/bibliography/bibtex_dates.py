"""Dates as BibTeX files hold them: in full for biblatex, year and month for BibTeX."""

from collections.abc import Iterator

from generator.bibliography.item import When
from generator.bibliography.latex import latex
from generator.records.dates import PartialDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS_BEGIN = 20


def edtf(when: When) -> str:
    """Return a date in the Extended Date/Time Format (ISO 8601-2, levels 0 and 1), or nothing.

    biblatex reads it (manual, 2.3.8): ranges, open ones, '~' for circa, 21 to 24 for seasons.
    """
    period = when.period
    if period is None:
        return ""
    about = "~" if when.circa else ""
    start = f"{period.start}{about}"
    if when.season:
        start = f"{period.start.year:04d}-{_SEASONS_BEGIN + when.season}{about}"
    if period.is_open:
        return f"{start}/.."
    return f"{start}/{period.end}{about}" if period.end else start


def issued_fields(when: When | None) -> Iterator[tuple[str, str]]:
    """Yield year and month, which BibTeX knows, and the whole date where it says more.

    ``month`` is a name that BibTeX's styles define, and stands without braces.
    """
    if when is None:
        return
    if when.period:
        start = when.period.start
        yield "year", f"{{{start.year:04d}}}"
        if start.month:
            yield "month", _MONTHS[start.month - 1]
        whole = edtf(when)
        if whole != str(PartialDate(start.year, start.month)):
            yield "date", f"{{{whole}}}"
    if when.literal:
        yield "date-literal" if when.period else "year", f"{{{latex(when.literal)}}}"


def date_fields(field: str, when: When | None) -> Iterator[tuple[str, str]]:
    """Yield a date of biblatex; what is only words stands in ``year`` or beside the date."""
    if when is None:
        return
    whole = edtf(when)
    if whole:
        yield field, f"{{{whole}}}"
    if when.literal:
        yield (
            "year" if field == "date" and not whole else f"{field}-literal",
            (f"{{{latex(when.literal)}}}"),
        )
