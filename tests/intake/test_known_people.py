"""Nobody is doubled and nobody takes another's place, whatever was edited, renamed or broken."""

from pathlib import Path

import pytest

from tests.intake.programs import Program, table
from tests.intake.test_planning import HEAD, row, told

SHOWN = (*HEAD, "What may be shown?")
FILE = "private/applications/2025/mentee-2025-01.yaml"


def edited(program: Program, path: str, old: str, new: str) -> None:
    text = (program.folder / path).read_text("utf-8")
    assert old in text
    program.put(path, text.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("role: mentee", "role: mentor"),
        ("email: wne@example.org", "email: wen@example.net"),
        ("family: Wen\nemail: wne@example.org", "given: Wen\n  family: Sample\nemail: x@example.org"),
    ],
)  # fmt: skip
def test_whatever_the_committee_corrected_the_same_answers_are_known_again(
    program: Program, old: str, new: str
) -> None:
    sheet = table(HEAD, row(name="Wen", email="wne@example.org"))
    program.write(program.plan(sheet))
    edited(program, FILE, old, new)
    assert told(program.plan(sheet, update=True)) == [("there already", "mentee-2025-01.yaml")]


def test_an_application_that_was_given_another_name_is_known_again(program: Program) -> None:
    sheet = table(HEAD, row())
    program.write(program.plan(sheet))
    file = program.folder / FILE
    file.rename(file.with_stem("cleo"))
    assert told(program.plan(sheet)) == [("there already", "cleo.yaml")]


def test_earlier_answers_never_take_the_place_of_later_ones(program: Program) -> None:
    program.write(program.plan(table(HEAD, row(sent="5/12/2026 9:00", place="New"))))
    earlier = table(HEAD, row(sent="5/12/2026 8:59", place="Old"))
    reason = f"{FILE} holds a later answer of the same person"
    assert told(program.plan(earlier, update=True)) == [("replaced", reason)]


def test_a_couple_with_one_address_and_one_family_name_stay_two(program: Program) -> None:
    sheet = table(HEAD, row("home@example.org"), row("home@example.org", "Quill, Dora"))
    doubt = "e-mail address home@example.org is that of 'mentee-2025-01', whose name is another"
    first, second = program.plan(sheet)
    assert told((first,)) == [("new", "mentee-2025-01.yaml")]
    assert second.reason == (
        f"{doubt}: Cleo Quill; say who it is with --person 'answers.csv, row 3=ID', with a new id "
        "for somebody new"
    )
    program.write(program.plan(sheet, persons={"answers.csv, row 3": "dora"}))
    assert program.applications() == ["dora", "mentee-2025-01"]
    assert told(program.plan(sheet)) == [
        ("there already", "mentee-2025-01.yaml"),
        ("there already", "dora.yaml"),
    ]
    later = table(HEAD, row("home@example.org", "Quill, Dora", sent="2026-05-20", place="New"))
    assert told(program.plan(later)) == [("differs", "dora.yaml")]


def test_who_changed_their_name_is_found_in_another_year_and_it_is_said(program: Program) -> None:
    program.write(program.plan(table(SHOWN, (*row(), "my name"))))
    cohort = Path("records/cohorts/2025.yaml")
    text = (program.folder / cohort).read_text("utf-8")
    program.put("records/cohorts/2026.yaml", text.replace("2026", "2027").replace("2025", "2026"))
    head = (*HEAD, "Cohort")
    (one,) = program.plan(table(head, (*row(name="Marsh, Cleo"), "2026")))
    assert one.path == "private/applications/2026/cleo-quill.yaml"
    said = (
        "taken for 'cleo-quill' by the e-mail address, though the name was Cleo Quill; check this"
    )
    assert ("note", said) in one.notes


@pytest.mark.parametrize(("old", "new"), [("role: mentee", "role: neither"), ("role:", "role: [")])
def test_nobody_is_new_while_an_application_cannot_be_read(
    program: Program, old: str, new: str
) -> None:
    sheet = table(SHOWN, (*row(), "my name"))
    program.write(program.plan(sheet))
    edited(program, "private/applications/2025/cleo-quill.yaml", old, new)
    (one,) = program.plan(sheet)
    assert one.reason == (
        "private/applications/2025/cleo-quill.yaml is at fault and may be theirs; mend it first; "
        "say who it is with --person 'answers.csv, row 2=ID', with a new id for somebody new"
    )


def test_nobody_is_new_while_the_record_of_their_name_is_at_fault(program: Program) -> None:
    edited(program, "records/participants/ada-okafor.yaml", "position:", "positon:")
    first, second = program.plan(
        table(SHOWN, (*row(name="Okafor, Ada"), "my name"), (*row("d@example.org", "Marsh, Dora"), ""))
    )  # fmt: skip
    assert first.reason.startswith("records/participants/ada-okafor.yaml is at fault and may be")
    assert second.fate == "new"


def test_an_earlier_id_leads_to_the_person(program: Program) -> None:
    sheet = table(SHOWN, (*row(email="a@example.org", name="Okafor, Ada"), "my name"))
    program.write(program.plan(sheet))
    file = program.folder / "private/applications/2025/ada-okafor.yaml"
    file.rename(file.with_stem("ada"))
    edited(program, "records/participants/ada-okafor.yaml", "consent:", "aliases: [ada]\nconsent:")
    assert told(program.plan(sheet)) == [("there already", "ada.yaml")]
    other = table(SHOWN, (*row(email="a@example.org", name="Okafor, Ada", place="New"), "my name"))
    assert told(program.plan(other)) == [("differs", "ada.yaml")]
    head = (*HEAD, "Preferred mentor")
    wish = table(head, (*row(), "Ada Okafor"))
    program.write(program.plan(wish))
    assert program.application("mentee-2025-01")["preferences"] == ["ada-okafor"]


def test_who_leaves_out_the_name_the_second_time_keeps_it(program: Program) -> None:
    sheet = table(HEAD, row(), row(name="", sent="2026-05-12", place="New"))
    replaced, latest = program.plan(sheet)
    assert (replaced.fate, latest.fate) == ("replaced", "new")
    program.write([latest])
    assert program.application("mentee-2025-01")["name"] == {"given": "Cleo", "family": "Quill"}
    assert ("note", "the name, Cleo Quill, is that of other answers of this person") in latest.notes
    assert told(program.plan(sheet))[1] == ("there already", "mentee-2025-01.yaml")


def test_an_answer_that_is_too_long_refuses_its_row_in_plain_words(program: Program) -> None:
    ((fate, reason),) = told(program.plan(table((*HEAD, "Shoe size"), (*row(), "x" * 40_001))))
    assert (fate, reason) == (
        "rejected",
        "'other_answers' does not fit: a text has over 40,000 characters",
    )
