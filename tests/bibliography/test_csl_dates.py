"""Dates of CSL-JSON: read in every form, written in one, nothing lost on the way."""

from typing import Any

import pytest
from hypothesis import given

from generator.bibliography.csl_dates import when_from_csl, when_to_csl
from generator.bibliography.date_words import read_date
from generator.bibliography.item import When
from generator.records.dates import PartialDate, Period
from tests.bibliography.csl_items import DATES


@pytest.mark.parametrize(
    ("written", "again"),
    [
        ({"date-parts": [[2024]]}, None),
        ({"date-parts": [[2024, 5]]}, None),
        ({"date-parts": [[2024, 5, 17]]}, None),
        ({"date-parts": [[2024, 5, 17], [2024, 5, 19]]}, None),
        ({"date-parts": [[2024], [2025]]}, None),
        ({"date-parts": [[2024]], "season": 3}, None),
        ({"date-parts": [[2024]], "circa": True}, None),
        (
            {"date-parts": [[2024]], "literal": "2024\u2013present"},
            {"literal": "2024\u2013present"},
        ),
        ({"date-parts": [[2024]], "literal": "early 2024"}, None),
        ({"literal": "n.d."}, None),
        ({"literal": "2024"}, None),
        ({"literal": "2024\u2013present"}, None),
        ({"date-parts": [["2024", "05", "17"]]}, {"date-parts": [[2024, 5, 17]]}),
        ({"date-parts": [[2024.0, None]]}, {"date-parts": [[2024]]}),
        ({"date-parts": [[2024, 0, 0]]}, {"date-parts": [[2024]]}),
        ({"date-parts": [[2024, 5], [2024, 5]]}, {"date-parts": [[2024, 5]]}),
        ({"date-parts": [[2024, 22]]}, {"date-parts": [[2024]], "season": 2}),
        ({"date-parts": [[2024]], "season": "14"}, {"date-parts": [[2024]], "season": 2}),
        ({"date-parts": [[2024]], "season": "Fall"}, {"date-parts": [[2024]], "season": 3}),
        (
            {"date-parts": [[2024]], "season": "Michaelmas"},
            {"date-parts": [[2024]], "literal": "Michaelmas 2024"},
        ),
        ({"date-parts": [[2024], [0]]}, {"literal": "2024\u2013present"}),
        ({"date-parts": [[2024, 2, 30]]}, {"literal": "2024-02-30"}),
        (
            {"date-parts": [[2024, 5], [2023]]},
            {"date-parts": [[2024, 5]], "literal": "2024-05/2023"},
        ),
        ({"date-parts": [[-44, 3, 15]]}, {"literal": "-44-03-15"}),
        ({"date-parts": [["MMXXIV"]]}, {"literal": "MMXXIV"}),
        ({"raw": "2024-05-17"}, {"date-parts": [[2024, 5, 17]]}),
        ({"raw": "May 2024"}, {"date-parts": [[2024, 5]]}),
        ({"raw": "some day"}, {"literal": "some day"}),
        ({"date-parts": [[2024]], "circa": "1"}, {"date-parts": [[2024]], "circa": True}),
        ({"date-parts": [[2024]], "circa": 0}, {"date-parts": [[2024]]}),
        ({"date-parts": []}, {}),
        ({"date-parts": [[None]]}, {}),
        ({}, {}),
        ("2024-05", {"date-parts": [[2024, 5]]}),
        ("2024~", {"date-parts": [[2024]], "circa": True}),
    ],
)
def test_a_date_comes_back_as_it_was_or_regular(written: Any, again: Any) -> None:
    assert when_to_csl(when_from_csl(written)) == (written if again is None else again)


@given(DATES)
def test_a_regular_date_stays_as_it_is(written: Any) -> None:
    regular = when_to_csl(when_from_csl(written))
    assert when_to_csl(when_from_csl(regular)) == regular


@given(DATES)
def test_a_record_may_hold_numbers_as_text(written: Any) -> None:
    def in_text(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: in_text(one) for key, one in value.items()}
        if isinstance(value, list):
            return [in_text(one) for one in value]
        return str(value).lower() if isinstance(value, bool) else str(value)

    regular = when_to_csl(when_from_csl(written))
    assert when_to_csl(when_from_csl(in_text(regular))) == regular


def on(*numbers: int, season: int = 0, circa: bool = False) -> When:
    return When(Period(PartialDate(*numbers)), season, circa)


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("2024", on(2024)),
        ("2024-5", on(2024, 5)),
        ("2024-05-17T10:00:00Z", on(2024, 5, 17)),
        ("2024-05-17 10:00", on(2024, 5, 17)),
        ("2024/05/17", on(2024, 5, 17)),
        ("5/17/2024", on(2024, 5, 17)),
        ("17 May 2024", on(2024, 5, 17)),
        ("May 17th, 2024", on(2024, 5, 17)),
        ("Sept. 2024", on(2024, 9)),
        ("2024 May 17", on(2024, 5, 17)),
        ("Spring 2024", on(2024, season=1)),
        ("2024-23", on(2024, season=3)),
        ("ca. 2024", on(2024, circa=True)),
        ("2024?", on(2024, circa=True)),
        ("2024/..", When(Period(PartialDate(2024), is_open=True))),
        ("2024-present", When(Period(PartialDate(2024), is_open=True))),
        ("May 30-31, 2024", When(Period(PartialDate(2024, 5, 30), PartialDate(2024, 5, 31)))),
        (
            "June 28\u2013July 2, 2024",
            When(Period(PartialDate(2024, 6, 28), PartialDate(2024, 7, 2))),
        ),
        ("2024/11/03/12:01:59", When(Period(PartialDate(2024, 11, 3)))),
        ("2024-05-30/2024-06-02", When(Period(PartialDate(2024, 5, 30), PartialDate(2024, 6, 2)))),
        ("2024-06/2024-05", When(literal="2024-06/2024-05")),
        ("30 February 2024", When(literal="30 February 2024")),
        ("0000", When(literal="0000")),
        ("soon", When(literal="soon")),
    ],
)
def test_dates_in_words_are_read(words: str, when: When) -> None:
    assert read_date(words) == when
