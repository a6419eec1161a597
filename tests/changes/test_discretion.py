"""What a summary says of how the site was names nobody who is not to be named."""

from pathlib import Path
from typing import Any

import pytest

from generator.changes.discretion import Discretion, discretion_between
from generator.changes.printing import print_markdown, print_text
from generator.changes.report import Report
from tests.changes.reports import Change, named_records, report_of, take_tri_away
from tests.views.sites import Records, person, site_of

UNA, TRI = "participants/una-planted.yaml", "participants/tri-spoken.yaml"
WORK, EVENT = "outputs/output.yaml", "events/symposium.yaml"


def words_of(report: Report) -> str:
    return print_text(report) + print_markdown(report)


def speak_of(name: str) -> Change:
    """Name somebody in every free text that a summary may quote."""

    def change(program: Records) -> None:
        program[WORK]["title"] = f"What {name} counted"
        program[WORK]["publisher"] = f"Press of {name}"
        program[EVENT]["title"] = f"Day of {name}"
        program[EVENT]["sessions"][0]["title"] = f"{name} speaks"
        program["events/other.yaml"] = {
            "kind": "workshop",
            "title": f"With {name}",
            "date": "2026-07-01",
            "all_day": "true",
        }
        program["cohorts/2026.yaml"]["title"] = f"Year of {name}"

    return change


def silence(program: Records) -> None:
    """Take the name out of all these texts, or take the texts out."""
    program[WORK] |= {"title": "What was counted", "publisher": "A press"}
    program[EVENT]["title"] = "A day"
    program[EVENT]["sessions"][0]["title"] = "A talk"
    program["cohorts/2026.yaml"]["title"] = "A year"
    del program["events/other.yaml"]


def withdraw(program: Records) -> None:
    program[UNA]["withdrawn"] = "2027-06-01"


@pytest.mark.parametrize("name", ["Una Planted", "Planted", "planted's sister", "UNA"])
def test_who_withdrew_is_named_nowhere(name: str, tmp_path: Path) -> None:
    def change(program: Records) -> None:
        withdraw(program)
        silence(program)

    said = words_of(report_of(tmp_path, change, first=speak_of(name)))
    assert "takes 1 person off the site" in said
    assert "planted" not in said.lower().replace("10.5555/planted", "")
    assert "una" not in said.lower().split()


def test_a_title_stays_told_where_nobody_is_in_it(tmp_path: Path) -> None:
    def change(program: Records) -> None:
        withdraw(program)
        silence(program)

    said = words_of(report_of(tmp_path, change, first=speak_of("chairs")))
    assert "has a new title (until now “Day of chairs”)" in said
    assert "removes “With chairs” (Wednesday, July 1, 2026)" in said


def test_a_name_that_was_only_taken_out_of_titles_is_not_repeated(tmp_path: Path) -> None:
    report = report_of(tmp_path, silence, first=speak_of("Una Planted"))
    said = {section.title: section.lines for section in report.sections}
    assert said["A day"] == ("has a new title", "“A talk”: has a new title")
    assert said["A year"] == ("has a new title",)
    assert said["Publications"][0].startswith("“What was counted” is now cited as “Planted, U., &")
    assert said["Publications"][0].count("“") == 2


def test_a_name_that_stands_in_both_titles_is_no_secret(tmp_path: Path) -> None:
    def change(program: Records) -> None:
        program[EVENT]["title"] = "Day with Una Planted"

    report = report_of(tmp_path, change, first=speak_of("Una Planted"))
    (section,) = report.sections
    assert section.lines == ("has a new title (until now “Day of Una Planted”)",)


def test_an_earlier_name_is_nobodys_business(tmp_path: Path) -> None:
    def change(program: Records) -> None:
        program[UNA]["name"] = {"given": "Umar", "family": "Sown"}
        program[WORK]["publisher"] = "Another press"

    said = words_of(report_of(tmp_path, change))
    assert "Umar Sown: changes the name" in said
    assert "is now cited as “Sown, U.," in said
    assert "Una" not in said
    assert "Planted," not in said


def test_a_name_printed_otherwise_is_known_too(tmp_path: Path) -> None:
    def first(program: Records) -> None:
        program[WORK]["contributors"][0]["name"] = {"given": "U.", "family": "Penname"}
        program["events/other.yaml"] = {
            "kind": "workshop",
            "title": "Tea with Penname",
            "date": "2026-07-01",
            "all_day": "true",
        }

    def change(program: Records) -> None:
        withdraw(program)
        del program[WORK]["contributors"][0]["name"]
        del program["events/other.yaml"]

    assert "Penname" not in words_of(report_of(tmp_path, change, first=first))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ({"family": "須夢"}, "須夢について", False),
        ({"family": "Żółć", "given": "Ł"}, "The zolc of it", False),
        ({"family": "van der Li"}, "Li and others", True),
        ({"family": "Li", "given": "Wu"}, "Li and others", False),
        ({"family": "O'Fabley"}, "What Fabley did", False),
        ({"given": "Ada", "family": "Okafor"}, "Adaptation", True),
        ({"family": "कहानीवाला"}, "कहानीवाला: a story", False),
    ],
)
def test_names_of_every_script_are_found(
    name: dict[str, Any], text: str, *, told: bool, tmp_path: Path
) -> None:
    program = named_records()
    program[TRI] = {**person("", ""), "name": name}
    before = site_of(tmp_path / "before", program)
    take_tri_away(program)
    after = site_of(tmp_path / "after", program)
    assert discretion_between(before, after).may_repeat(text) is told


def test_without_anybody_all_may_be_repeated() -> None:
    assert Discretion().may_replace("Ada Okafor", "")
