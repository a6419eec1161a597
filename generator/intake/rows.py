"""The rows of a sheet as submissions, by what its columns hold."""

from collections.abc import Iterator, Mapping

from generator.intake.mapping import Fit, MappedColumn, is_left_out, meant
from generator.intake.recognizing import choice_in
from generator.intake.sheet import Column, Row, Sheet
from generator.intake.submission import Given, Origin, Submission
from generator.intake.targets import KEPT, SEVERAL


def submissions_in(sheet: Sheet, fit: Fit) -> Iterator[Submission]:
    """Yield what each row says. Columns that the form does not know are kept word for word."""
    by_column = fit.by_column
    choices = {column: _choice(column, sheet, by_column) for column in sheet.columns}
    for row in sheet.rows:
        answers: dict[str, list[Given]] = {}
        for column, cell in zip(sheet.columns, row.cells, strict=True):
            mapped = by_column.get(column)
            if not is_left_out(mapped):
                means = mapped.means if mapped else {}
                given = Given(
                    column.heading, meant(mapped, cell), choice=choices[column], means=means
                )
                answers.setdefault(mapped.holds if mapped else KEPT, []).append(given)
        yield Submission(
            origin=Origin(sheet.path, sheet.name, row.number),
            answers={target: tuple(given) for target, given in answers.items()},
            raw=_raw(sheet, row),
            role=str(fit.form.role or ""),
        )


def _raw(sheet: Sheet, row: Row) -> tuple[tuple[str, str], ...]:
    """Return the headings and cells as they came in; a repeated heading stands again."""
    return tuple(
        (column.heading, cell) for column, cell in zip(sheet.columns, row.cells, strict=True)
    )


def _choice(column: Column, sheet: Sheet, by_column: Mapping[Column, MappedColumn]) -> str:
    """Return the choice that a column stands for, where a form makes one column for each."""
    mapped = by_column.get(column)
    if mapped is None or mapped.holds not in SEVERAL:
        return ""
    siblings = [
        other
        for other in sheet.columns
        if (also := by_column.get(other)) is not None and also.holds == mapped.holds
    ]
    return choice_in(column.heading) if len(siblings) > 1 else ""
