"""An output as an item: what a record's own keys say counts, and ``csl`` only adds to it."""

from typing import Any

import pytest

from generator.bibliography.csl_json import csl_values
from generator.bibliography.items import make_item
from generator.records.output import Output

RECORD: dict[str, Any] = {
    "type": "journal-article",
    "title": "Quiet hours",
    "status": "published",
    "date": "2024",
    "container": {"title": "Journal of Invented Results", "issn": "0378-5955"},
    "doi": "10.5555/quiet",
}


def values(csl: dict[str, Any], keywords: tuple[str, ...] = (), **record: Any) -> dict[str, Any]:
    output = Output.model_validate({**RECORD, **record, "csl": csl})
    return csl_values(make_item("quiet", output, (), keywords))


@pytest.mark.parametrize(
    ("csl", "variable", "value"),
    [
        (
            {"issued": {"date-parts": [["2024"]], "season": "4"}},
            "issued",
            {"date-parts": [[2024]], "season": 4},
        ),
        ({"issued": {"literal": "Winter of 2024"}}, "issued", {"literal": "Winter of 2024"}),
        ({"ISSN": "0378-5955, 1476-4687"}, "ISSN", "0378-5955, 1476-4687"),
        ({"type": "article-magazine"}, "type", "article-magazine"),
        ({"medium": "Paper"}, "medium", "Paper"),
    ],
)
def test_what_says_more_than_a_key_can_counts(
    csl: dict[str, Any], variable: str, value: object
) -> None:
    assert values(csl)[variable] == value


@pytest.mark.parametrize(
    ("csl", "changed", "variable", "value"),
    [
        (
            {"issued": {"date-parts": [["2024"]], "season": "4"}},
            {"date": "2025-06"},
            "issued",
            {"date-parts": [[2025, 6]]},
        ),
        (
            {"issued": {"literal": "2020-02-30"}},
            {"date": "2021-02-28"},
            "issued",
            {"date-parts": [[2021, 2, 28]]},
        ),
        ({"language": "English"}, {"language": "de"}, "language", "de"),
        (
            {"URL": "http://example.org/a https://example.org/b"},
            {"url": "https://example.org/b"},
            "URL",
            "https://example.org/b",
        ),
        ({"DOI": "10.5555/quiet-hours"}, {}, "DOI", "10.5555/quiet"),
        ({"title": "Silent hours"}, {}, "title", "Quiet hours"),
        ({"type": "book"}, {}, "type", "article-journal"),
    ],
)
def test_a_key_that_was_changed_since_counts(
    csl: dict[str, Any], changed: dict[str, Any], variable: str, value: object
) -> None:
    assert values(csl, **changed)[variable] == value


def test_topics_are_added_to_the_keywords_that_came_in() -> None:
    made = values({"keyword": "night; Reading"}, ("Reading", "Archives"))
    assert made["keyword"] == "night; Reading; Archives"


def test_what_has_come_out_is_in_press_no_more() -> None:
    csl = {"status": "in press, corrected proof"}
    assert values(csl, status="in-press")["status"] == "in press, corrected proof"
    assert "status" not in values(csl)
