"""Publications and presentations: their order, and the line that says where they stand."""

from pathlib import Path
from typing import Any

import pytest

from tests.views.sites import records, site_of

ARTICLE = {
    "type": "journal-article",
    "title": "A title",
    "status": "published",
    "contributors": [{"name": {"given": "Nora", "family": "Elsewhere"}}],
    "container": {"title": "The Journal"},
}


def test_outputs_stand_newest_first_in_press_on_top_and_undated_last(tmp_path: Path) -> None:
    program = records()
    del program["outputs/output.yaml"]
    dates = {"a": "2024", "b": "2025-06", "c": "2025-06-02", "d": "", "e": "2026-01/2026-03"}
    for id_, day in dates.items():
        program[f"outputs/{id_}.yaml"] = {
            **ARTICLE,
            "title": f"Title {id_}",
            **({"date": day} if day else {}),
        }
    program["outputs/f.yaml"] = {**ARTICLE, "title": "Title f", "status": "in-press"}
    outputs = site_of(tmp_path, program).outputs
    assert [(one.id, one.year, one.when) for one in outputs] == [
        ("f", "In press", "In press"),
        ("e", "2026", "January 2026 to March 2026"),
        ("c", "2025", "June 2, 2025"),
        ("b", "2025", "June 2025"),
        ("a", "2024", "2024"),
        ("d", "Without a date", ""),
    ]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "The Journal"),
        (
            {"container": {"title": "The Journal", "volume": "12", "issue": "3", "pages": "4-19"}},
            "The Journal, 12(3), 4–19",
        ),
        (
            {"container": {"title": "The Journal", "volume": "12", "article_number": "e7"}},
            "The Journal, 12, Article e7",
        ),
        (
            {
                "type": "presentation",
                "status": "presented",
                "date": "2026",
                "container": None,
                "event": {"name": "The Conference", "place": "Chicago, IL"},
            },
            "The Conference, Chicago, IL",
        ),
        (
            {
                "type": "poster",
                "status": "presented",
                "date": "2026",
                "container": None,
                "event": {"name": "The Conference", "online": "true"},
            },
            "The Conference, online",
        ),
        ({"type": "book", "container": None, "publisher": "The Press"}, "The Press"),
        (
            {"type": "chapter", "container": {"title": "The Book"}, "publisher": "The Press"},
            "The Book. The Press",
        ),
    ],
)
def test_where_a_work_stands_is_one_line(
    tmp_path: Path, changes: dict[str, Any], line: str
) -> None:
    program = records()
    whole = {**ARTICLE, **changes}
    program["outputs/output.yaml"] = {key: value for key, value in whole.items() if value}
    assert site_of(tmp_path, program).outputs[0].source_line == line


def test_a_doi_is_a_link_in_which_nothing_breaks_out(tmp_path: Path) -> None:
    program = records()
    program["outputs/output.yaml"] = {
        **ARTICLE,
        "doi": "10.1002/(SICI)1097<355::AID-ASI1>3.0.CO;2-#",
    }
    (doi,) = site_of(tmp_path, program).outputs[0].identifiers
    assert doi.label == "doi:10.1002/(SICI)1097<355::AID-ASI1>3.0.CO;2-#"
    assert doi.address == "https://doi.org/10.1002/(SICI)1097%3C355::AID-ASI1%3E3.0.CO;2-%23"
