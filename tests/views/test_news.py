"""News: what is told on which day, in which order, and what must not be told yet."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.views.links import Link
from tests.views.sites import Records, records, site_of

DAY = date(2026, 5, 20)


def note(day: str, **others: Any) -> dict[str, Any]:
    return {"date": day, "kind": "note", "title": "A note", "text": "It says.", **others}


def with_news(**news: dict[str, Any]) -> Records:
    made = records()
    return {**made, **{f"news/{id_}.yaml": record for id_, record in news.items()}}


def test_news_stand_newest_first_from_their_day_on(tmp_path: Path) -> None:
    made = with_news(
        a=note("2026-05-19"),
        b=note("2026-05-20"),
        c=note("2026-05-21"),
        d=note("2025-12-31"),
        e=note("2026-05-19"),
    )
    news = site_of(tmp_path, made, DAY).news
    assert [(one.id, one.when) for one in news] == [
        ("b", "May 20, 2026"),
        ("a", "May 19, 2026"),
        ("e", "May 19, 2026"),
        ("d", "December 31, 2025"),
    ]


@pytest.mark.parametrize(
    ("news", "kind", "subject"),
    [
        (
            {"kind": "output", "output": "output"},
            "Publication or presentation",
            Link("title", "outputs/output/", "Paper presentation"),
        ),
        (
            {"kind": "check-in", "event": "check-in"},
            "Check-in",
            Link("Check-in", "events/check-in/", "Check-in"),
        ),
        (
            {"kind": "call-for-mentees", "cohort": "2026"},
            "Call for mentees",
            Link("title", "cohorts/2026/", "Cohort"),
        ),
        ({"kind": "note", "title": "A note", "text": "It says."}, "Note", None),
    ],
    ids=["output", "event", "cohort", "note"],
)
def test_a_piece_of_news_leads_to_what_it_is_about(
    tmp_path: Path, news: dict[str, str], kind: str, subject: Link | None
) -> None:
    (found,) = site_of(tmp_path, with_news(one={"date": "2026-05-01", **news}), DAY).news
    assert (found.kind, found.subject, found.address) == (kind, subject, "news/one/")


def test_an_output_and_an_event_of_one_id_are_told_apart(tmp_path: Path) -> None:
    made = with_news(
        of_event={"date": "2026-05-01", "kind": "check-in", "event": "output"},
        of_output={"date": "2026-05-01", "kind": "output", "output": "output"},
    )
    made = {path.replace("of_", "of-"): record for path, record in made.items()}
    made["events/output.yaml"] = {**made["events/check-in.yaml"], "date": "2026-05-06"}
    news = site_of(tmp_path, made, DAY).news
    assert {one.id: one.subject.address for one in news if one.subject} == {
        "of-event": "events/output/",
        "of-output": "outputs/output/",
    }


def test_what_is_only_submitted_is_not_told(tmp_path: Path) -> None:
    made = with_news(one={"date": "2026-05-01", "kind": "output", "output": "output"})
    made["outputs/output.yaml"]["status"] = "submitted"
    assert site_of(tmp_path, made, DAY).news == ()


@pytest.mark.parametrize(
    ("status", "told"), [("proposed", 0), ("ended", 0), ("confirmed", 1), ("active", 1)]
)
def test_pairs_are_announced_only_when_one_is_public(
    tmp_path: Path, status: str, told: int
) -> None:
    made = with_news(one={"date": "2026-05-01", "kind": "pairs-announced", "cohort": "2026"})
    (pairing,) = made["pairings/2026.yaml"]["pairings"]
    pairing["status"] = status
    if status == "ended":
        pairing["ended"] = "2026-05-01"
    del made["outputs/output.yaml"]
    made["events/symposium.yaml"]["sessions"] = []
    del made["events/symposium.yaml"]["planning"]
    assert len(site_of(tmp_path, made, DAY).news) == told


def test_an_earlier_address_leads_to_the_news(tmp_path: Path) -> None:
    made = with_news(new=note("2026-05-01", aliases=["old"]))
    assert site_of(tmp_path, made, DAY).redirects["news/old/"] == "news/new/"
