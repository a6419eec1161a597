"""What announcements say is true, and said once."""

from pathlib import Path
from typing import Any

import pytest

from generator.announcements import Subject, view_of
from generator.announcements.kits import picture_of
from generator.announcements.marks import elastic, ended
from generator.announcements.networks import Network
from generator.records.news import NewsKind
from tests.announcements.programs import Records, announcer_of, records, site_of

OPEN_COPY = "https://example.org/open/lamps"


def told(folder: Path, program: Records, kind: str, id_: str, day: str) -> dict[str, str]:
    """What is told, in the forms that differ."""
    site = site_of(folder, program, day)
    view = view_of(site, Subject(NewsKind(kind), id_))
    assert view is not None
    announcer = announcer_of(site)
    return {
        "email": announcer.email(NewsKind(kind), view),
        "short": announcer.post(NewsKind(kind), view, Network.MASTODON),
        "long": announcer.post(NewsKind(kind), view, Network.LINKEDIN),
        "news": announcer.news(NewsKind(kind), view).markdown,
    }


def lamps(folder: Path, **changes: Any) -> dict[str, str]:
    program = records()
    program["outputs/2031-lamps.yaml"] |= changes
    return told(folder, program, "output", "2031-lamps", "2031-03-01")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("by Ada Unreal Jr.", "by Ada Unreal Jr."),
        ("by Ada Unreal", "by Ada Unreal."),
        (f"“{elastic('Who reads?')}”", f"“{elastic('Who reads?')}”"),
        (f"“{elastic('They read')}”", f"“{elastic('They read')}”."),
    ],
)
def test_a_sentence_has_one_period(said: str, sentence: str) -> None:
    assert ended(said) == sentence


def test_a_name_that_ends_with_a_period_ends_the_sentence(tmp_path: Path) -> None:
    junior = {"name": {"given": "Ima", "family": "Invented", "suffix": "Jr."}}
    found = lamps(tmp_path, contributors=[junior])
    assert {form for form, text in found.items() if ".." in text} == set()


def test_an_open_copy_is_linked_in_every_form(tmp_path: Path) -> None:
    found = lamps(tmp_path, license="CC-BY-4.0", open_copy=OPEN_COPY)
    assert {form for form, text in found.items() if OPEN_COPY in text} == set(found)
    assert {form for form, text in found.items() if "Open access" in text} == set()


def test_who_edited_did_not_write(tmp_path: Path) -> None:
    editor = {"name": {"given": "Ima", "family": "Invented"}, "role": "editor"}
    found = lamps(tmp_path, contributors=[editor])
    assert "a journal article edited by Ima Invented." in found["short"]


def test_no_reference_names_somebody_as_withheld(tmp_path: Path) -> None:
    found = lamps(tmp_path)
    assert {form for form, text in found.items() if "withheld" in text} == set()


def test_a_work_of_several_pairs_names_them_in_one_sentence(tmp_path: Path) -> None:
    pairings = ["2030/lamps", "2030/words", "2030/quiet"]
    found = " ".join(lamps(tmp_path, pairings=pairings)["email"].split())
    assert (
        "It came of the work of three pairs in the Invented Mentorship Program: نور وهمي with Ada "
        "Unreal, Xu Xugou with Вера Вымыслова, and another pair. It began like this:" in found
    )
    assert (found.count("It came of"), found.count("It began")) == (1, 1)


def test_a_summary_that_says_what_to_bring_says_it_alone(tmp_path: Path) -> None:
    program = records()
    program["events/2030-check-in.yaml"]["summary"] = "Please bring your first page."
    found = told(tmp_path, program, "check-in", "2030-check-in", "2030-09-03")
    assert {form for form, text in found.items() if "one question" in text} == set()


@pytest.mark.parametrize(("day", "is_told"), [("2031-04-09", False), ("2031-04-10", True)])
def test_a_review_lists_the_talks_that_were_given_by_its_day(
    day: str, *, is_told: bool, tmp_path: Path
) -> None:
    found = told(tmp_path, records(), "year-in-review", "2030", day)
    listing = {form for form, text in found.items() if "Lamps that stay on, and what" in text}
    counting = {form for form, text in found.items() if "two talks" in text.lower()}
    assert (bool(listing), bool(counting)) == (is_told, is_told)


def test_only_who_has_met_before_is_asked_what_went_well_since(tmp_path: Path) -> None:
    program = records()
    program["events/2030-check-in-2.yaml"]["cancelled"] = False
    first = told(tmp_path / "a", program, "check-in", "2030-check-in", "2030-09-03")
    second = told(tmp_path / "b", program, "check-in", "2030-check-in-2", "2030-12-03")
    assert ("went well" in first["long"], "went well" in second["long"]) == (False, True)


def test_the_picture_of_a_call_says_the_call_and_its_last_day(tmp_path: Path) -> None:
    site = site_of(tmp_path, records(), "2030-02-10")
    view = view_of(site, Subject(NewsKind.CALL_FOR_MENTEES, "2030"))
    assert view is not None
    assert picture_of(site, NewsKind.CALL_FOR_MENTEES, view).alternative_text == (
        "Call for mentees. Apply by March 15, 2030. Cohort of 2030. Invented Mentorship Program."
    )
