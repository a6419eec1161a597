"""lrrt schedule: what it shows, writes and refuses."""

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
EVENT = Path("records/events/2026-symposium.yaml")
PLANNING = """\
planning:
  # Asked on the telephone.
  sessions:
    # Ada wants to go first.
    - id: shelves
      kind: talk
      title: 'Shelves: An inventory'
      minutes: 30
      speakers:
        - participant: ada-okafor
      abstract: |
        Two paragraphs.

        # No remark.
    - {id: tea, kind: break, title: Tea, minutes: 15}
    - id: untitled
      kind: panel
  availability:
    - participant: ada-okafor
      start: "14:00"
"""


def put(text: str, old: str = "", new: str = "") -> str:
    """Write the event's record with something added at its end, or something replaced."""
    before = EVENT.read_text("utf-8")
    assert old in before
    after = before.replace(old, new, 1) if old else before
    EVENT.write_bytes((after + text).encode())
    return after + text


@pytest.mark.usefixtures("program")
def test_the_change_is_shown_as_a_diff_and_nothing_is_written(lrrt: Run) -> None:
    before = put(PLANNING)
    result = lrrt("schedule", "2026-symposium")
    assert result.exit_code == 0
    assert (
        result.stdout
        == """\
--- a/records/events/2026-symposium.yaml
+++ b/records/events/2026-symposium.yaml
@@ -20,21 +20,26 @@
     pairing: 2025/reading-aloud
     speakers:
       - participant: ben-larsen
+  - id: tea
+    kind: break
+    title: Tea
+    start: "13:45"
+    end: "14:00"
+  # Ada wants to go first.
+  - id: shelves
+    kind: talk
+    title: 'Shelves: An inventory'
+    start: "14:00"
+    end: "14:30"
+    speakers:
+      - participant: ada-okafor
+    abstract: |
+      Two paragraphs.
+
+      # No remark.
 planning:
   # Asked on the telephone.
   sessions:
-    # Ada wants to go first.
-    - id: shelves
-      kind: talk
-      title: 'Shelves: An inventory'
-      minutes: 30
-      speakers:
-        - participant: ada-okafor
-      abstract: |
-        Two paragraphs.
-
-        # No remark.
-    - {id: tea, kind: break, title: Tea, minutes: 15}
     - id: untitled
       kind: panel
   availability:
"""
    )
    assert (
        result.stderr
        == """\
3 planned sessions laid out, 0 of 2 published sessions moved, 0 minutes without a session.
  shelves: 2026-06-26 14:00 to 14:30
  tea: 2026-06-26 13:45 to 14:00
  untitled: 2026-06-26 14:30 to 15:15; stays planned until it has a title
Nothing was written; --write puts it into records/events/2026-symposium.yaml.
"""
    )
    assert EVENT.read_text("utf-8") == before


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_written_is_the_diff_and_a_second_run_changes_nothing(
    lrrt: Run, newline: str
) -> None:
    EVENT.write_bytes(put(PLANNING).replace("\n", newline).encode())
    before = EVENT.read_bytes()
    Path("change.diff").write_bytes(lrrt("schedule", "2026-symposium").stdout_bytes)
    result = lrrt("schedule", "2026-symposium", "--write")
    assert result.stderr.endswith("records/events/2026-symposium.yaml written\n")
    after = EVENT.read_bytes()
    EVENT.write_bytes(before)
    subprocess.run(["git", "apply", "change.diff"], check=True)
    assert EVENT.read_bytes() == after
    assert EVENT.read_bytes().count(b"\r\n") == (
        EVENT.read_bytes().count(b"\n") if newline == "\r\n" else 0
    )
    assert lrrt("validate").exit_code == 0
    again = lrrt("schedule", "2026-symposium", "--write")
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr.endswith("The record holds this schedule already.\n")


@pytest.mark.usefixtures("program")
def test_once_it_has_a_title_a_session_goes_where_room_was_kept_for_it(lrrt: Run) -> None:
    put(PLANNING)
    lrrt("schedule", "2026-symposium", "--write")
    put("", "    - id: untitled\n", "    - id: untitled\n      title: A panel\n")
    result = lrrt("schedule", "2026-symposium", "--write")
    assert "  untitled: 2026-06-26 14:30 to 15:15\n" in result.stderr
    text = EVENT.read_text("utf-8")
    assert text.endswith(
        "planning:\n  # Asked on the telephone.\n"
        '  availability:\n    - participant: ada-okafor\n      start: "14:00"\n'
    )
    assert lrrt("validate").exit_code == 0


@pytest.mark.usefixtures("program")
def test_only_times_change_of_a_published_session_that_has_to_move(lrrt: Run) -> None:
    old = '    start: "13:15"\n    end: "13:45"\n'
    new = "    start: '13:15'  # after the opening\n    end: \"13:45\"   # sharp\n"
    before = put(
        "planning:\n  availability:\n    - {participant: ben-larsen, start: '14:00'}\n", old, new
    )
    result = lrrt("schedule", "2026-symposium", "--write")
    assert result.stderr.splitlines()[1] == (
        "  reading-aloud: 2026-06-26 14:00 to 14:30 (was 2026-06-26 13:15 to 13:45)"
    )
    assert EVENT.read_text("utf-8") == before.replace("'13:15'", '"14:00"').replace(
        '"13:45"', '"14:30"'
    )


@pytest.mark.usefixtures("program")
def test_a_session_in_braces_keeps_them_when_it_moves(lrrt: Run) -> None:
    EVENT.write_text(
        """\
kind: symposium
title: Two days
date: 2026-06-25
end_date: 2026-06-26
start: "13:00"
end: "14:00"
sessions:
  - {id: a, kind: talk, title: "A, or: b", start: "13:00", end: "14:00", room: Main room}
planning:
  rooms: [Main room, Side room]
  sessions:
    - {id: b, kind: talk, title: B, minutes: 60, date: 2026-06-25, alone: true}
  wishes:
    - {session: b, position: first, required: true}
""",
        "utf-8",
    )
    result = lrrt("schedule", "2026-symposium", "--write")
    assert result.exit_code == 0
    assert (
        EVENT.read_text("utf-8")
        == """\
kind: symposium
title: Two days
date: 2026-06-25
end_date: 2026-06-26
start: "13:00"
end: "14:00"
sessions:
  - id: b
    kind: talk
    title: B
    start: "13:00"
    end: "14:00"
    room: Main room
  - {id: a, kind: talk, title: "A, or: b", date: 2026-06-26, start: "13:00", end: "14:00", room: Main room}
planning:
  rooms: [Main room, Side room]
  wishes:
    - {session: b, position: first, required: true}
"""
    )


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("sessions", ["", "sessions: []\n"])
def test_an_event_without_sessions_gets_a_list_of_them(lrrt: Run, sessions: str) -> None:
    text = EVENT.read_text("utf-8")
    head = text[: text.index("sessions:")]
    EVENT.write_text(
        f"{head}{sessions}planning:\n  sessions:\n    - {{id: a, kind: keynote, title: A}}\n",
        "utf-8",
    )
    Path("records/pairings/2025.yaml").unlink()
    Path("records/outputs/2026-reading-aloud.yaml").unlink()
    assert lrrt("schedule", "2026-symposium", "--write").exit_code == 0
    assert EVENT.read_text("utf-8") == (
        f"{head}sessions:\n  - id: a\n    kind: keynote\n    title: A\n"
        '    start: "13:00"\n    end: "13:45"\n'
    )


@pytest.mark.usefixtures("program")
def test_a_clash_of_published_sessions_is_mended(lrrt: Run) -> None:
    put("", 'start: "13:15"', 'start: "13:10"')
    assert lrrt("validate").exit_code == 1
    assert lrrt("schedule", "2026-symposium", "--write").exit_code == 0
    assert lrrt("validate").exit_code == 0


@pytest.mark.usefixtures("program")
def test_where_there_is_no_schedule_the_reason_and_the_way_out_are_told(lrrt: Run) -> None:
    before = put(
        "planning:\n  availability:\n    - {participant: ben-larsen, start: '13:00', end: '13:20'}\n"
    )
    result = lrrt("schedule", "2026-symposium", "--write")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr
        == """\
There is no schedule. These cannot all be:
  - the event lasts from 13:00 to 16:00 on 2026-06-26
  - 'reading-aloud' takes 30 minutes and needs ben-larsen
  - ben-larsen can come only from 13:00 to 13:20 on 2026-06-26
Any one of these may mend it:
  - widen when ben-larsen can come, under planning.availability
  - make a session shorter ('reading-aloud' is the longest of these)
  - let the event begin earlier or end later
  - add another room to planning.rooms
Nothing was written.
"""
    )
    assert EVENT.read_text("utf-8") == before


@pytest.mark.usefixtures("program")
def test_wishes_that_are_not_kept_are_named(lrrt: Run) -> None:
    put("planning:\n  wishes:\n    - {session: opening, after: reading-aloud}\n")
    result = lrrt("schedule", "2026-symposium")
    assert result.stderr.splitlines()[1:3] == [
        "Not as wished:",
        "  it is not so that 'opening' comes after 'reading-aloud'",
    ]


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: symposium", "cancelled: true\nkind: symposium", "there is nothing to lay out: 'Symposium of the 2025 cohort' is cancelled"),
        ('start: "13:00"\nend: "16:00"\n', "all_day: true\n", "there is nothing to lay out: 'Symposium of the 2025 cohort' has no hours; add 'start' and 'end' to records/events/2026-symposium.yaml"),
    ],
)  # fmt: skip
def test_what_cannot_be_laid_out_is_said_in_one_line(
    lrrt: Run, old: str, new: str, said: str
) -> None:
    put("", old, new)
    result = lrrt("schedule", "2026-symposium")
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2026-symposum", "there is no event '2026-symposum': did you mean '2026-symposium'?"),
        ("party", "there is no event 'party': the events are in records/events/"),
        ("old-name", "there is no event 'old-name': its id is '2026-symposium' now"),
    ],
)
def test_an_event_that_is_not_there_is_told(lrrt: Run, name: str, said: str) -> None:
    put("aliases: [old-name]\n")
    result = lrrt("schedule", name)
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")


@pytest.mark.usefixtures("program")
def test_a_record_with_faults_is_not_laid_out(lrrt: Run) -> None:
    put("planning:\n  fixed: [nobody]\n")
    result = lrrt("schedule", "2026-symposium")
    assert result.exit_code == 1
    assert "error[unknown-session] no session 'nobody' with a time" in result.stderr
    assert result.stderr.endswith("Nothing was laid out: the record has faults.\n")
    put("colour: red\n")
    broken = lrrt("schedule", "2026-symposium")
    assert broken.exit_code == 2
    assert broken.stderr.endswith(
        "Error: the record of '2026-symposium' cannot be read; mend it first\n"
    )


@pytest.mark.usefixtures("program")
def test_a_record_that_cannot_be_changed_by_line_is_left_alone(lrrt: Run) -> None:
    text = EVENT.read_text("utf-8")
    head = text[: text.index("sessions:")]
    before = (
        f"{head}sessions: [{{id: a, kind: talk, title: A, start: '13:00', end: '13:30'}}]\n"
        "planning: {sessions: [{id: b, kind: talk, title: B}]}\n"
    )
    EVENT.write_text(before, "utf-8")
    result = lrrt("schedule", "2026-symposium", "--write")
    assert result.exit_code == 2
    assert "  b: 2026-06-26 13:30 to 13:55\n" in result.stderr
    assert result.stderr.splitlines()[-1].startswith(
        "Error: records/events/2026-symposium.yaml is so written that the schedule cannot be put"
    )
    assert EVENT.read_text("utf-8") == before


@pytest.mark.usefixtures("program")
def test_what_would_not_say_the_same_afterward_is_never_written(lrrt: Run) -> None:
    before = put(
        "planning:\n  sessions:\n    - id: b\n      kind: talk\n      title: B\n"
        "      room: >-\n        Main room\n"
    )
    result = lrrt("schedule", "2026-symposium", "--write")
    assert result.exit_code == 2
    assert "is so written that the schedule cannot be put in" in result.stderr
    assert EVENT.read_text("utf-8") == before


@pytest.mark.usefixtures("program")
def test_a_file_that_cannot_be_written_is_said(lrrt: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put(PLANNING)

    def refuse(**_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)  # root may write everywhere
    result = lrrt("schedule", "2026-symposium", "--write")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: records/events/2026-symposium.yaml cannot be written: permission denied",
    )
