"""What pictures for sharing say: of outputs, events and cohorts, and of nobody who did not agree."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.records.fields import ConsentScope
from generator.typesetting.share_picture import SharePicture
from generator.views import Site
from generator.views.people import WITHHELD, PersonLabel
from generator.views.pictures import (
    PROGRAM_PICTURE,
    all_pictures,
    event_picture,
    output_picture,
    picture_address,
    program_picture,
)
from tests.filling import FIRST, SECOND
from tests.views.sites import Records, records, site_of

MARKER = "Zarquonia"


def pictures_of(site: Site) -> dict[str, SharePicture]:
    return dict(all_pictures(site))


def contributor(number: int) -> dict[str, Any]:
    return {"name": {"given": "Nora", "family": f"Elsewhere {number}"}}


def program(**output: Any) -> Records:
    """A program in which one person, who bears the marker, wrote a work and speaks."""
    made = records()
    person = made[f"participants/{FIRST}.yaml"]
    person["name"] = {"given": MARKER, "family": "Planted"}
    made["outputs/output.yaml"] = {
        "type": "journal-article",
        "title": "A <i>title</i>",
        "status": "published",
        "date": "2026-06",
        "container": {"title": "The Journal"},
        "pairings": ["2026/pair"],
        "contributors": [{"participant": FIRST}, {"participant": SECOND}],
        **output,
    }
    del made["events/symposium.yaml"]["planning"]
    (session,) = made["events/symposium.yaml"]["sessions"]
    session["speakers"] = [{"participant": FIRST}, contributor(1)]
    return made


def without(made: Records, *scopes: ConsentScope) -> Records:
    """The program after its first person took consents back, and nobody's presence with them."""
    person = made[f"participants/{FIRST}.yaml"]
    kept = [scope for scope in person["consent"]["scopes"] if scope not in scopes]
    person["consent"] = {**person["consent"], "scopes": kept}
    return made


def test_editors_chairs_and_translators_are_not_taken_for_authors(tmp_path: Path) -> None:
    site = site_of(tmp_path, program())
    (output,) = site.outputs
    editor = PersonLabel("Nora Elsewhere", role="editor")
    chapter = replace(output, contributors=(PersonLabel("Ada Okafor"), editor))
    assert output_picture(chapter, site.program).people == "Ada Okafor"
    book = replace(output, contributors=(editor,))
    assert output_picture(book, site.program).people == "Edited by Nora Elsewhere"
    panel = replace(output, contributors=(PersonLabel("Nora Elsewhere", role="chair"),))
    assert output_picture(panel, site.program).people == "Nora Elsewhere"


def test_two_speakers_who_are_withheld_count_as_two(tmp_path: Path) -> None:
    site = site_of(tmp_path, program())
    symposium = next(event for event in site.events if event.sessions)
    names = ("Ada Okafor", WITHHELD, WITHHELD, "Ada Okafor")
    session = replace(symposium.sessions[0], speakers=tuple(map(PersonLabel, names)))
    told = event_picture(replace(symposium, days=(("", (session,)),)), site.program)
    assert told.people == "With Ada Okafor and 2 others"


def test_a_picture_says_what_stands_on_the_card_of_its_page(tmp_path: Path) -> None:
    said = pictures_of(site_of(tmp_path, program()))
    assert said["outputs/output/"] == SharePicture(
        kind="Journal article",
        title="A <i>title</i>",
        people=f"{MARKER} Planted and Somebody Else",
        when="June 2026",
        foot="name",
        language="en",
    )
    symposium = said["events/symposium/"]
    assert (symposium.kind, symposium.when, symposium.place) == (
        "Symposium",
        "June 10 to 11, 2026",
        "place name, place city",
    )
    assert symposium.people == f"With {MARKER} Planted and Nora Elsewhere 1"
    assert said["cohorts/2026/"].people == (
        "1 pair of mentors and mentees, 1 publication or presentation"
    )
    assert set(said) == {
        "outputs/output/",
        "events/symposium/",
        "events/check-in/",
        "cohorts/2026/",
    }


@pytest.mark.parametrize(
    ("number", "people"),
    [
        (1, "Nora Elsewhere 1"),
        (2, "Nora Elsewhere 1 and Nora Elsewhere 2"),
        (6, ", ".join(f"Nora Elsewhere {n}" for n in range(1, 6)) + ", and Nora Elsewhere 6"),
        (7, ", ".join(f"Nora Elsewhere {n}" for n in range(1, 6)) + ", and 2 others"),
        (41, ", ".join(f"Nora Elsewhere {n}" for n in range(1, 6)) + ", and 36 others"),
    ],
)
def test_of_many_people_five_are_named_and_the_rest_counted(
    tmp_path: Path, number: int, people: str
) -> None:
    made = program(contributors=[contributor(n) for n in range(1, number + 1)])
    assert pictures_of(site_of(tmp_path, made))["outputs/output/"].people == people


@pytest.mark.parametrize(
    "scopes",
    [
        (ConsentScope.NAME,),
        (ConsentScope.OUTPUTS, ConsentScope.SESSIONS),
    ],
    ids=["no name", "no outputs and sessions"],
)
def test_whoever_did_not_agree_is_one_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scopes: tuple[ConsentScope, ...]
) -> None:
    monkeypatch.setattr("tests.views.sites.has_errors", lambda _found: False)
    said = pictures_of(site_of(tmp_path, without(program(), *scopes)))
    assert MARKER not in repr(said)
    assert MARKER not in " ".join(one.alternative_text for one in said.values())
    assert said["outputs/output/"].people == "Somebody Else and 1 other"
    assert said["events/symposium/"].people == "With Nora Elsewhere 1 and 1 other"


def test_with_everybody_withheld_nobody_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.views.sites.has_errors", lambda _found: False)
    made = without(program(contributors=[{"participant": FIRST}]), ConsentScope.NAME)
    assert pictures_of(site_of(tmp_path, made))["outputs/output/"].people == ""


def test_what_is_only_submitted_has_no_picture(tmp_path: Path) -> None:
    made = program(status="submitted")
    made["events/symposium.yaml"]["sessions"] = []
    assert "outputs/output/" not in pictures_of(site_of(tmp_path, made))


def test_a_title_in_another_language_is_set_as_such(tmp_path: Path) -> None:
    made = program(title="夜班阅读", language="zh-Hant")
    picture = pictures_of(site_of(tmp_path, made))["outputs/output/"]
    assert picture.language == "zh-Hant"
    assert picture.data["language"] == "zh"


def test_an_event_that_is_off_says_so(tmp_path: Path) -> None:
    made = program()
    made["events/check-in.yaml"]["cancelled"] = True
    assert pictures_of(site_of(tmp_path, made))["events/check-in/"].kind == "Check-in, cancelled"


def test_the_picture_of_the_program_says_what_it_is(tmp_path: Path) -> None:
    made = site_of(tmp_path, program()).program
    assert program_picture(made).title == made.tagline
    sponsor = made.sponsor.model_copy(update={"name": "Round Table", "parent": None})
    alone = made.model_copy(update={"sponsor": sponsor})
    assert program_picture(alone) == replace(program_picture(made), foot="Round Table")


def test_each_page_has_a_file_of_its_own_that_is_not_the_programs() -> None:
    assert picture_address("outputs/output/") == "pictures/outputs/output.png"
    assert PROGRAM_PICTURE == "pictures/program.png"
