"""What a letter tells: only what had come of a year by the day of the letter."""

from datetime import date

import pytest

from tests.documents.office import ISSUED, Office

WORK = "outputs/2026-reading-aloud.yaml"


def dated(office: Office, line: str) -> list[str]:
    """Which works a letter of 2026-08-10 names, where the only one has these lines for its date."""
    office.change(WORK, "date: 2026-03\n", line)
    return [output.id for output in office.appreciation().outputs]


@pytest.mark.parametrize("when", ["2026-08-10", "2026-08", "2026", "2025-12", "2026-01/2027-02"])
def test_a_letter_names_a_work_that_can_have_appeared_by_its_day(office: Office, when: str) -> None:
    assert date(2026, 8, 10) == ISSUED
    assert dated(office, f"date: {when}\n") == ["2026-reading-aloud"]


@pytest.mark.parametrize("when", ["2026-08-11", "2026-09", "2027", "2026-10-01/2026-10-03"])
def test_a_letter_leaves_out_a_work_that_appeared_after_its_day(office: Office, when: str) -> None:
    assert dated(office, f"date: {when}\n") == []


@pytest.mark.parametrize("line", ["", "date: 2027-02\n"])
def test_a_letter_names_a_work_in_press_whenever_it_is_to_appear(office: Office, line: str) -> None:
    office.change(WORK, "status: published", "status: in-press")
    assert dated(office, line) == ["2026-reading-aloud"]


def test_a_letter_names_a_talk_from_its_day_on(office: Office) -> None:
    def told(issued: date) -> list[str]:
        works = office.appreciation(issued=issued).works
        return [talk.event for work in works for talk in work.talks]

    assert told(date(2026, 6, 26)) == ["Symposium of the 2025 cohort"]
    assert told(date(2026, 6, 25)) == []


@pytest.mark.parametrize(
    ("status", "named"),
    [
        ("active", ["2025/second"]),
        ("completed", ["2025/second"]),
        ("proposed", []),
        ("ended\n    ended: 2026-07-01", []),
    ],
)
def test_a_letter_names_another_pairing_only_where_it_came_to_its_end(
    office: Office, status: str, named: list[str]
) -> None:
    """All that the rule of the cohort asks is there for the second pairing."""
    office.person("cleo-marsh", given="Cleo", family="Marsh")
    pairings = office.folder / "records/pairings/2025.yaml"
    second = (
        "  - id: second\n    mentors: [ada-okafor]\n    mentees: [cleo-marsh]\n"
        f"    status: {status}\n    check_ins: [2025-check-in]\n    evaluations: [cleo-marsh]\n"
        "    project: {title: Who asks at night?}\n"
    )
    office.write("pairings/2025.yaml", pairings.read_text("utf-8") + second)
    event = office.folder / "records/events/2026-symposium.yaml"
    session = (
        "  - id: second\n    kind: talk\n    title: Night questions\n    start: '14:00'\n"
        "    end: '14:30'\n    pairing: 2025/second\n"
    )
    office.write("events/2026-symposium.yaml", event.read_text("utf-8") + session)
    told = [work.pairing for work in office.appreciation().works]
    assert told == ["2025/reading-aloud", *named]
