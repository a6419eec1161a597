"""What a schedule is laid out by: every session named is there, every day is one of the event."""

from collections.abc import Callable

import pytest

Write = Callable[[dict[str, str]], list[str]]
EVENT = "events/2026-symposium.yaml"
TAIL = "      - participant: ben-larsen\n"


@pytest.mark.parametrize(
    ("planning", "faults"),
    [
        ("  fixed: [opening]", []),
        (
            "  fixed: [openin]",
            ["events/2026-symposium.yaml:24:11 unknown-session no session 'openin' with a time in this event"],
        ),
        (
            "  sessions:\n    - {id: more, kind: talk}\n  fixed: [more]",
            ["events/2026-symposium.yaml:26:11 unknown-session no session 'more' with a time in this event"],
        ),
        (
            "  sessions:\n    - {id: opening, kind: talk}",
            ["events/2026-symposium.yaml:25:12 duplicate-id the id 'opening' is taken already in this event"],
        ),
        (
            "  sessions:\n    - {id: more, kind: talk}\n    - {id: more, kind: break}",
            ["events/2026-symposium.yaml:26:12 duplicate-id the id 'more' is taken already in this event"],
        ),
        (
            "  wishes:\n    - {session: opening, before: nobody}",
            ["events/2026-symposium.yaml:25:34 unknown-session no session 'nobody' in this event"],
        ),
        (
            "  wishes:\n    - {session: opening}",
            ["events/2026-symposium.yaml:25:7 invalid-value nothing is wished for 'opening'"],
        ),
        (
            "  wishes:\n    - {session: opening, next_to: opening}",
            ["events/2026-symposium.yaml:25:35 wish-for-itself 'opening' cannot stand next to itself"],
        ),
        (
            "  availability:\n    - {participant: ada-okafr}",
            ["events/2026-symposium.yaml:25:21 unknown-participant no participant 'ada-okafr'"],
        ),
        (
            "  availability:\n    - {start: '13:00'}",
            ["events/2026-symposium.yaml:25:7 invalid-value this is nobody's time"],
        ),
        (
            "  availability:\n    - {name: Philippa, start: '14:00', end: '13:00'}",
            ["events/2026-symposium.yaml:25:45 dates-out-of-order end 13:00 is not after start 14:00"],
        ),
        (
            "  availability:\n    - {name: Philippa, date: 2026-06-27}",
            ["events/2026-symposium.yaml:25:30 session-outside-event 2026-06-27 is not a day of the event (2026-06-26 to 2026-06-26)"],
        ),
    ],
)  # fmt: skip
def test_a_fault_of_the_planning_is_told_at_its_place(
    planning: str, faults: list[str], faults_with: Write
) -> None:
    assert faults_with({EVENT: f"{TAIL} -> {TAIL}planning:\n{planning}\n"}) == faults
