"""The program in numbers: what is counted, what is said of it, and where the marks stand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.charts import Bars, Columns, Part, Row, Series, draw_bars, draw_columns
from generator.views.figures import Figure, share
from generator.views.site import Site
from tests.filling import FIRST, SECOND
from tests.views.sites import DAY, Records, person, records, site_of

AFTER = date(2027, 5, 1)
"""A day after the end of the one cohort."""

ARTICLE = {
    "type": "journal-article",
    "title": "An article",
    "status": "published",
    "date": "2026-09",
    "container": {"title": "The Journal"},
}
TALK = {
    "type": "presentation",
    "form": "paper",
    "title": "A talk",
    "status": "presented",
    "date": "2026-11",
    "event": {"name": "The Conference"},
}
SYMPOSIUM = {
    "kind": "symposium",
    "title": "Symposium",
    "cohort": "2026",
    "date": "2026-06-10",
    "start": "09:00",
    "end": "17:00",
}


def program(*outputs: dict[str, Any], statuses: tuple[str, ...] = ("active",)) -> Records:
    """A program with these outputs, and a pairing 'pair-0', 'pair-1' … of each status."""
    made = records()
    del made["outputs/output.yaml"]
    made["events/symposium.yaml"] = dict(SYMPOSIUM)
    made["cohorts/2026.yaml"]["completion"] = {"presentation": "false"}
    for number, output in enumerate(outputs):
        whole = {**output, "title": f"Work {number}"}
        made[f"outputs/work-{number}.yaml"] = {key: one for key, one in whole.items() if one}
    mentors = [f"mentor-{at}" if at else SECOND for at in range(len(statuses))]
    for mentor in mentors[1:]:
        made[f"participants/{mentor}.yaml"] = person("Another", mentor.capitalize())
    made["pairings/2026.yaml"]["pairings"] = [
        {"id": f"pair-{number}", "mentors": [mentor], "mentees": [FIRST], "status": status}
        for number, (mentor, status) in enumerate(zip(mentors, statuses, strict=True))
    ]
    return made


def figure(site: Site, id_: str) -> Figure:
    (found,) = [one for one in site.impact.figures if one.id == id_]
    return found


def table(site: Site, id_: str) -> list[tuple[str, ...]]:
    found = figure(site, id_).table
    return [found.head, *found.rows]


def test_works_are_counted_by_year_and_type_with_the_years_between(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        program(
            ARTICLE,
            {**ARTICLE, "date": "2023"},
            {**TALK, "date": "2025-12-30/2026-01-02"},
            {**ARTICLE, "status": "in-press", "date": "2026"},
            {**ARTICLE, "date": None},
            {**ARTICLE, "status": "submitted"},
        ),
    )
    assert figure(site, "types").said == "5 works of 2 types: 4 published, 1 presented."
    assert table(site, "types") == [
        ("", "Without a date", "In press", "2026", "2025", "2024", "2023", "All years"),
        ("All works", "1", "1", "1", "1", "0", "1", "5"),
        ("Journal article", "1", "1", "1", "0", "0", "1", "4"),
        ("Presentation", "0", "0", "0", "1", "0", "0", "1"),
    ]


def test_what_is_free_to_read_is_counted_among_what_is_published(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        program(
            {**ARTICLE, "license": "CC-BY-4.0"},
            {**ARTICLE, "open_copy": "https://example.org/copy"},
            ARTICLE,
            {**TALK, "license": "CC-BY-4.0"},
        ),
    )
    assert figure(site, "open-access").said == (
        "2 of 3 published works (67%) can be read by everybody."
    )
    assert table(site, "open-access") == [
        ("", "2026", "All years"),
        ("Published", "3", "3"),
        ("Open access", "2", "2"),
    ]


def test_topics_are_ranked_and_what_the_chart_leaves_out_is_said(tmp_path: Path) -> None:
    made = program(
        *({**ARTICLE, "topics": [f"topic-{n:02d}", "topic-00"][: n + 1]} for n in range(15))
    )
    made["vocabulary.yaml"]["topics"] = [
        {"id": f"topic-{n:02d}", "label": f"Label {n:02d}"} for n in range(15)
    ] + [{"id": "topic-one", "label": "One"}]
    found = figure(site_of(tmp_path, made), "topics")
    assert found.said == "15 topics in 15 works. The most frequent: Label 00, 15 works."
    assert found.note == (
        "A work with several topics counts under each of them. The chart has the first 12 of 15, "
        "the table all."
    )
    assert isinstance(found.chart, Bars)
    assert [bar.lines[0][1] for bar in found.chart.bars] == [
        "Label 00: 15",
        *(f"Label {n:02d}: 1" for n in range(1, 12)),
    ]
    assert len(found.table.rows) == 15


def test_only_public_pairs_are_counted_each_under_its_status(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        program(statuses=("proposed", "confirmed", "active", "active", "completed", "ended")),
    )
    assert (site.impact.pairs, site.impact.cohorts) == (4, 1)
    assert figure(site, "cohorts").said == "4 pairs in 1 cohort; 1 completed the program."
    assert table(site, "cohorts") == [
        ("Cohort", "Pairs", "Completed", "At work", "Begins soon"),
        ("title", "4", "1", "2", "1"),
    ]


@pytest.mark.parametrize(("today", "columns"), [(DAY, ("0", "1")), (AFTER, ("1", "0"))])
def test_the_way_from_pairing_to_output_has_each_pair_once_at_each_stage(
    tmp_path: Path, today: date, columns: tuple[str, str]
) -> None:
    pair = {"pairings": ["2026/pair-0"]}
    site = site_of(
        tmp_path,
        program({**TALK, **pair}, {**TALK, **pair}, {**ARTICLE, **pair}),
        today,
    )
    assert table(site, "way") == [
        ("Stage", "All pairs", "In past cohorts", "In running cohorts"),
        ("Paired", "1", *columns),
        ("Presented at the symposium", "0", "0", "0"),
        ("Presented elsewhere", "1", *columns),
        ("Published", "1", *columns),
    ]


@pytest.mark.parametrize(
    ("session", "today", "spoke"),
    [
        ({}, date(2026, 6, 9), "0"),  # still to come
        ({}, date(2026, 6, 10), "1"),
        ({"cancelled": "true"}, AFTER, "0"),
    ],
)
def test_a_talk_at_the_symposium_counts_once_it_was_given(
    tmp_path: Path, session: dict[str, Any], today: date, spoke: str
) -> None:
    made = program()
    made["events/symposium.yaml"]["sessions"] = [
        {
            "id": "talk",
            "kind": "talk",
            "title": "A talk",
            "date": "2026-06-10",
            "start": "10:00",
            "end": "11:00",
            "pairing": "2026/pair-0",
            **session,
        }
    ]
    rows = {row[0]: row[1] for row in table(site_of(tmp_path, made, today), "way")}
    assert rows["Presented at the symposium"] == spoke


def test_a_presentation_that_is_a_symposium_session_is_not_elsewhere(tmp_path: Path) -> None:
    made = program({**TALK, "pairings": ["2026/pair-0"], "session": "symposium/talk"})
    made["events/symposium.yaml"]["sessions"] = [
        {
            "id": "talk",
            "kind": "talk",
            "title": "A talk",
            "date": "2026-06-10",
            "start": "10:00",
            "end": "11:00",
        }
    ]
    rows = {row[0]: row[1] for row in table(site_of(tmp_path, made, AFTER), "way")}
    assert (rows["Presented at the symposium"], rows["Presented elsewhere"]) == ("1", "0")


@pytest.mark.parametrize(
    ("days", "span"),
    [
        (("2026-02",), "Within 6 months"),  # before they were paired: an older plan of theirs
        (("2026-09",), "Within 6 months"),
        (("2026-10", "2028-01"), "Within 7 to 12 months"),
        (("2027-09-30",), "Within 13 to 18 months"),
        (("2028-03",), "Within 19 to 24 months"),
        (("2028-04",), "Later than 24 months"),
        (("2026",), "At a time of which only the year is known"),
        (("2026", "2026-12"), "Within 7 to 12 months"),
        ((), "No work yet"),
    ],
    ids=str,
)
def test_the_time_to_the_first_work_counts_from_the_day_of_pairing(
    tmp_path: Path, days: tuple[str, ...], span: str
) -> None:
    outputs = [{**ARTICLE, "date": day, "pairings": ["2026/pair-0"]} for day in days]
    rows = table(site_of(tmp_path, program(*outputs), AFTER), "time")
    assert [label for label, number in rows[1:] if number != "0"] == [span]
    assert sum(int(number) for _, number in rows[1:]) == 1


def test_a_program_without_works_and_pairs_has_no_figures(tmp_path: Path) -> None:
    assert site_of(tmp_path, program(statuses=())).impact.figures == ()


def test_many_years_stand_under_each_other_in_the_table(tmp_path: Path) -> None:
    site = site_of(tmp_path, program(*({**ARTICLE, "date": str(1996 + n)} for n in range(31))))
    rows = table(site, "types")
    assert rows[0] == ("Year", "All works", "Journal article")
    assert [row[0] for row in rows[1:]] == [*map(str, range(2026, 1995, -1)), "All years"]
    chart = figure(site, "types").chart
    assert isinstance(chart, Columns)
    assert [tick.word for tick in chart.panels[0].ticks] == [
        "1996", "2002", "2008", "2014", "2020", "2026",
    ]  # fmt: skip
    assert {column.number for panel in chart.panels for column in panel.columns} == {""}


def test_a_lone_early_work_does_not_stretch_the_chart_over_empty_decades(tmp_path: Path) -> None:
    site = site_of(tmp_path, program({**ARTICLE, "date": "1911"}, ARTICLE))
    assert table(site, "types")[0] == ("", "2026", "1911", "All years")


@pytest.mark.parametrize(
    ("number", "whole", "said"),
    [
        (0, 0, "0 of 0 pairs"),
        (1, 1, "1 of 1 pair (100%)"),
        (5, 8, "5 of 8 pairs (63%)"),
        (1234, 5000, "1,234 of 5,000 pairs (25%)"),
    ],
)
def test_a_share_is_said_with_its_whole(number: int, whole: int, said: str) -> None:
    assert share(number, whole, "pair") == said


@given(
    st.lists(
        st.tuples(st.text("abc ", max_size=90), st.lists(st.integers(0, 5000), max_size=3)),
        max_size=20,
    )
)
def test_bars_stand_inside_the_chart_and_never_on_each_other(
    rows: list[tuple[str, list[int]]],
) -> None:
    chart = draw_bars(
        [
            Row(label, tuple(Part("of them", n, t) for t, n in enumerate(parts)))
            for label, parts in rows
        ]
    )
    bottom = 0.0
    for bar in chart.bars:
        assert bar.lines[0][0] > bottom
        assert bar.y > bar.lines[-1][0]
        bottom = bar.y + bar.height
        edge = 0.0
        for segment in bar.segments:
            assert segment.width >= 0
            assert segment.x >= edge - 1e-9  # what adding floats takes
            edge = segment.x + segment.width
        assert edge <= 100 + 1e-9
    assert bottom <= chart.height


@given(
    st.integers(1, 40).flatmap(
        lambda years: st.tuples(
            st.just([str(1990 + n) for n in range(years)]),
            st.lists(st.lists(st.integers(0, 400), min_size=years, max_size=years), min_size=1),
        )
    )
)
def test_columns_stand_inside_the_chart_on_one_scale(
    drawn: tuple[list[str], list[list[int]]],
) -> None:
    words, numbers = drawn
    every = [Series(f"Series {n}", tuple(row)) for n, row in enumerate(numbers)]
    chart = draw_columns(words, every)
    floor = 0.0
    heights: dict[int, set[float]] = {}
    for panel, one in zip(chart.panels, every, strict=True):
        assert len(panel.columns) == sum(number > 0 for number in one.numbers)
        present = [number for number in one.numbers if number]
        for column, number in zip(panel.columns, present, strict=True):
            assert column.y >= floor
            assert chart.left <= column.x
            assert column.x + column.width <= 100
            heights.setdefault(number, set()).add(column.height)
        floor = panel.base
    assert floor < chart.height
    assert [number for number, found in heights.items() if len(found) > 1] == []
    tallest = [max(heights[number]) for number in sorted(heights)]
    assert tallest == sorted(tallest)
