"""Withdrawing over a program in which every field that can name a person does."""

from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from generator.catalog import Catalog, load_catalog
from generator.records.people import PersonName
from generator.source import plain, read_bytes, to_yaml, write_text
from generator.withdrawal.leaving import CannotLeaveError, Leaving, Part
from generator.withdrawal.planning import Withdrawal, plan_withdrawal, tombstone_text
from tests.filling import FIRST, SECOND, fill_program

NAME = PersonName(given="Una", family="Planted")
EARLY, LATE = date(2025, 12, 1), date(2027, 12, 1)
"""Days before and after all that the program does."""


def leaving(day: date = LATE, *, person: str = FIRST, **others: Any) -> Leaving:
    return replace(Leaving(person, "p-7kq2", day, NAME), **others)


def written(folder: Path, **changed: dict[str, Any]) -> Catalog:
    """The filled program: the person is in a wish and in a plan, too."""
    program = fill_program()
    program |= {path.replace("__", "/") + ".yaml": record for path, record in changed.items()}
    other = f"applications/2026/{SECOND}.yaml"
    program[other] = {
        **program[f"applications/2026/{FIRST}.yaml"],
        "avoid": [FIRST],
        "email": "other@example.org",
    }
    for path, record in program.items():
        write_text(folder / path, to_yaml(record))
    return load_catalog(folder, shown="records").catalog


def after(folder: Path, plan: Withdrawal) -> dict[str, str]:
    """What all files hold once the plan is carried out, by path."""
    there = {
        f"records/{file.relative_to(folder).as_posix()}": file.read_text("utf-8")
        for file in folder.rglob("*.yaml")
    }
    return {
        path: text for path, text in {**there, **plan.written}.items() if path not in plan.deleted
    }


@pytest.mark.parametrize("printed", [False, True], ids=["withheld", "printed"])
@pytest.mark.parametrize("day", [EARLY, LATE], ids=["before all", "after all"])
@pytest.mark.parametrize("person", [FIRST, SECOND], ids=["mentee", "mentor"])
def test_no_record_has_the_id_any_more_wherever_it_stood(
    tmp_path: Path, day: date, person: str, *, printed: bool
) -> None:
    catalog = written(tmp_path)
    files = sum(person in document.text for document in catalog.documents)
    assert files == {FIRST: 6, SECOND: 3}[person]
    plan = plan_withdrawal(catalog, leaving(day, person=person, keeps_printed=printed))
    left = after(tmp_path, plan)
    assert [path for path, text in left.items() if person in path or person in text] == []
    assert left["records/participants/p-7kq2.yaml"] == tombstone_text(plan.leaving)


@pytest.mark.parametrize("day", [EARLY, LATE], ids=["before all", "after all"])
def test_the_records_are_in_order_afterwards(tmp_path: Path, day: date) -> None:
    catalog = written(tmp_path)
    before = load_catalog(tmp_path, shown="records")
    plan = plan_withdrawal(catalog, leaving(day))
    instead: dict[PurePosixPath, str | None] = {
        PurePosixPath(path).relative_to("records"): text
        for path, text in {**plan.written, **dict.fromkeys(plan.deleted)}.items()
    }
    made = load_catalog(tmp_path, shown="records", instead=instead)
    assert {one.code for one in made.found} <= {one.code for one in before.found}
    assert len(made.catalog.participants) == len(catalog.participants)
    for sort in ("pairings", "outputs", "sessions", "certificates", "events"):
        assert len(getattr(made.catalog, sort)) == len(getattr(catalog, sort)), sort


def test_nothing_but_the_day_and_an_id_by_chance_stays_of_the_person() -> None:
    assert tombstone_text(leaving()) == (
        "# yaml-language-server: $schema=../schemas/participant.json\n"
        "name:\n  display: Participant p-7kq2\nwithdrawn: 2027-12-01\n"
    )


def test_what_becomes_of_each_is_said_part_by_part(tmp_path: Path) -> None:
    plan = plan_withdrawal(written(tmp_path), leaving())
    assert [(one.part, one.about, one.said) for one in plan.consequences] == [
        (
            Part.PAGE,
            f"people/{FIRST}/",
            (
                "the page is gone; the record keeps the day, and its id 'p-7kq2', which no longer "
                "tells the name"
            ),
        ),
        (Part.APPLICATIONS, "", "names them by the new id"),
        (
            Part.CERTIFICATES,
            "7kq2m-9fx3v-ht8wn-d4p6r",
            "stays valid; its page names nobody any more",
        ),
        (Part.MATCHING, "", "a pair that must not be is taken out"),
        (Part.PLANNING, "symposium", "they are taken out"),
        (
            Part.SESSIONS,
            "symposium/session",
            "'Name withheld' in place of the name; the recording is no longer linked",
        ),
        (Part.OUTPUTS, "output", "'Name withheld' in place of the name"),
        (
            Part.PAIRINGS,
            "2026/pair",
            "'A mentee' in place of the name; project and story are no longer shown",
        ),
        (Part.APPLICATIONS, "", "is deleted"),
    ]


@pytest.mark.parametrize("day", [EARLY, LATE], ids=["before all", "after all"])
def test_nobody_is_planned_with_who_has_left(tmp_path: Path, day: date) -> None:
    catalog = written(tmp_path)
    assert catalog.documents
    text = plan_withdrawal(catalog, leaving(day)).written["records/events/symposium.yaml"]
    event: Any = plain_of(text)
    (session,) = event["planning"]["sessions"]
    assert "moderator" not in session
    assert [list(one) for one in session["speakers"]] == [["organization", "ror"]]
    assert "availability" not in event["planning"]


def plain_of(text: str) -> Any:
    document = read_bytes(text.encode(), "record.yaml").document
    assert document is not None
    return plain(document.root)


def test_a_pairing_that_runs_ends_and_its_talk_is_to_be_decided_on(tmp_path: Path) -> None:
    plan = plan_withdrawal(written(tmp_path), leaving(date(2026, 5, 1)))
    text = plan.written["records/pairings/2026.yaml"]
    assert "    mentees:\n      - p-7kq2\n    status: ended\n" in text
    assert "    ended: 2026-05-01\n" in text
    assert plan.undecided == ("symposium/session",)


def test_no_end_is_written_that_lies_before_the_cohort(tmp_path: Path) -> None:
    plan = plan_withdrawal(written(tmp_path), leaving(EARLY))
    assert "status: ended" in plan.written["records/pairings/2026.yaml"]
    assert "ended: 2025" not in plan.written["records/pairings/2026.yaml"]


def test_a_pairing_with_others_on_that_side_goes_on(tmp_path: Path) -> None:
    catalog = written(
        tmp_path,
        pairings__2026={
            "pairings": [
                {
                    "id": "pair",
                    "mentors": [SECOND],
                    "mentees": [FIRST, "tria-planted"],
                    "status": "active",
                    "evaluations": [FIRST],
                }
            ]
        },
        **{"participants__tria-planted": {"name": {"family": "Tria"}}},
    )
    plan = plan_withdrawal(catalog, leaving(date(2026, 5, 1)))
    assert plan.written["records/pairings/2026.yaml"] == (
        "# yaml-language-server: $schema=../schemas/pairings.json\n"
        "pairings:\n  - id: pair\n    mentors:\n      - duo-planted\n"
        "    mentees:\n      - tria-planted\n    status: active\n"
    )
    assert plan.undecided == ()


def work(*contributors: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "guide",
        "title": "On slips",
        "status": "published",
        "date": "2026-06-01",
        "contributors": list(contributors),
    }


PRINTED = {"participant": FIRST, "name": {"given": "U.", "family": "Planted"}}


@pytest.mark.parametrize(
    ("others", "contributors"),
    [
        ({}, "  - participant: p-7kq2\n"),
        ({"keeps_printed": True}, "  - name:\n      given: U.\n      family: Planted\n"),
        ({"day": EARLY}, ""),
    ],
    ids=["withheld", "printed", "newer"],
)
def test_a_work_withholds_the_name_or_keeps_it_as_printed(
    tmp_path: Path, others: dict[str, Any], contributors: str
) -> None:
    catalog = written(tmp_path, outputs__output=work(PRINTED, {"participant": SECOND}))
    text = plan_withdrawal(catalog, leaving(**others)).written["records/outputs/output.yaml"]
    assert f"contributors:\n{contributors}  - participant: duo-planted\n" in text
    assert "Planted" not in text or "keeps_printed" in others


def test_without_a_printed_name_the_work_keeps_the_one_of_the_record(tmp_path: Path) -> None:
    catalog = written(tmp_path, outputs__output=work({"participant": FIRST}))
    plan = plan_withdrawal(catalog, leaving(keeps_printed=True))
    assert plan.written["records/outputs/output.yaml"].endswith(
        "contributors:\n  - name:\n      given: Una\n      family: Planted\n"
    )


def test_a_newer_work_that_names_nobody_else_is_left_to_people(tmp_path: Path) -> None:
    catalog = written(tmp_path, outputs__output=work(PRINTED))
    with pytest.raises(CannotLeaveError) as refused:
        plan_withdrawal(catalog, leaving(EARLY))
    assert str(refused.value) == (
        "records/outputs/output.yaml is dated after 2025-12-01 and names nobody else: delete it, "
        "or ask whether the name may stay as printed, and say --keep-printed-names"
    )


@pytest.mark.parametrize("content", ["a: [x\n", "\tb: c\n", ""])
def test_a_file_that_cannot_be_read_might_name_the_person(tmp_path: Path, content: str) -> None:
    written(tmp_path)
    (tmp_path / "outputs/other.yaml").write_text(content)
    with pytest.raises(CannotLeaveError) as refused:
        plan_withdrawal(load_catalog(tmp_path, shown="records").catalog, leaving())
    assert str(refused.value).startswith("records/outputs/other.yaml cannot be")


def test_the_id_can_stay_where_it_tells_nothing(tmp_path: Path) -> None:
    plan = plan_withdrawal(written(tmp_path), leaving(new_id=FIRST))
    assert f"records/participants/{FIRST}.yaml" in plan.written
    assert plan.deleted == (f"records/applications/2026/{FIRST}.yaml",)
