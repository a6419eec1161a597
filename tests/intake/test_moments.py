"""When answers were sent, in the locales of form makers."""

from datetime import datetime

import pytest

from generator.intake.moments import DayOrder, day_order, read_moment

US, EUROPE = DayOrder(day_first=False, is_assumed=False), DayOrder(day_first=True, is_assumed=False)


@pytest.mark.parametrize(
    ("text", "order", "moment"),
    [
        ("2026-05-10 14:03:22", US, (2026, 5, 10, 14, 3, 22)),
        ("2026-05-10T14:03", US, (2026, 5, 10, 14, 3)),
        ("2026-05-10", US, (2026, 5, 10)),
        ("5/10/2026 14:03:22", US, (2026, 5, 10, 14, 3, 22)),
        ("5/10/2026 14:03:22", EUROPE, (2026, 10, 5, 14, 3, 22)),
        ("5/10/26 2:03:22 PM", US, (2026, 5, 10, 14, 3, 22)),
        ("5/10/2026 12:00 am", US, (2026, 5, 10)),
        ("10.05.2026, 14:03", EUROPE, (2026, 5, 10, 14, 3)),
        ("2026/05/10 2:03:22 PM MDT", US, (2026, 5, 10, 14, 3, 22)),
        ("46152.58568", US, (2026, 5, 10, 14, 3, 23)),
        ("46152", EUROPE, (2026, 5, 10)),
        ("99999", US, None),
        ("13/13/2026", US, None),
        ("yesterday", US, None),
    ],
)
def test_moments_are_read(text: str, order: DayOrder, moment: tuple[int, ...] | None) -> None:
    wanted = datetime(*moment) if moment else None  # type: ignore[arg-type]  # noqa: DTZ001  # a tuple of parts; forms have no zone
    assert read_moment(text, order) == wanted


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["5/6/2026", "5/13/2026"], DayOrder(day_first=False, is_assumed=False)),
        (["5/6/2026", "13/5/2026"], DayOrder(day_first=True, is_assumed=False)),
        (["05.06.2026"], DayOrder(day_first=True, is_assumed=False)),
        (["5/6/2026"], DayOrder(day_first=False, is_assumed=True)),
        (["5/5/2026"], DayOrder(day_first=False, is_assumed=False)),
        (["2026-05-06", ""], DayOrder(day_first=False, is_assumed=False)),
    ],
)
def test_the_order_of_days_and_months_shows_in_the_whole_column(
    texts: list[str], order: DayOrder
) -> None:
    assert day_order(texts) == order
