"""Parts of a record set anew or taken out: all else, comments too, says what it said."""

import pytest

from generator.records.canonical import edit_as, format_as
from generator.records.kinds import Kind
from generator.source import Edit, Plain, plain, read_bytes

EVENT = """\
# yaml-language-server: $schema=../schemas/event.json
# kept by Imogen

kind: symposium
title: Reading day  # as printed
date: 2026-06-26
sessions:
  # the one that opens
  - id: opening
    kind: welcome
    title: Welcome
    start: "10:00"
    end: "10:10"

  # after the coffee
  - id: talk
    kind: talk
    title: On slips
    start: "10:30"
    end: "11:00"
    speakers:
      - participant: ada-okafor  # by phone
      - participant: ben-larsen
  # nothing after eleven
"""


def edited(*edits: Edit, text: str = EVENT) -> str:
    made = edit_as(Kind.EVENT, text.encode(), "event.yaml", edits)
    assert made.text is not None
    return made.text


def test_a_value_is_set_and_every_other_line_stays() -> None:
    assert edited(Edit(("title",), "Slip day")) == EVENT.replace("Reading day", "Slip day")
    assert edited(Edit(("sessions", 1, "speakers", 1, "participant"), "cy-moss")) == EVENT.replace(
        "ben-larsen", "cy-moss"
    )


def test_a_key_is_added_where_the_model_has_it() -> None:
    assert edited(Edit(("summary",), "True\nor: not\n")) == EVENT.replace(
        "sessions:", "summary: |-\n  True\n  or: not\nsessions:"
    )
    assert edited(Edit(("place", "name"), "12")) == EVENT.replace(
        "sessions:", 'place:\n  name: "12"\nsessions:'
    )


def test_an_entry_is_taken_out_with_the_comments_about_it() -> None:
    after = edited(Edit(("sessions", 1, "speakers", 0), None))
    assert after == EVENT.replace("      - participant: ada-okafor  # by phone\n", "")
    before, _, rest = EVENT.partition("  # the one that opens")
    _, kept, end = rest.partition("  # after the coffee")
    assert edited(Edit(("sessions", 0), None)) == before + kept + end


def test_what_has_no_entry_left_is_taken_out_too() -> None:
    both = [Edit(("sessions", 1, "speakers", at), None) for at in (0, 1)]
    assert edited(*both) == EVENT.replace(
        "    speakers:\n      - participant: ada-okafor  # by phone\n"
        "      - participant: ben-larsen\n",
        "",
    )


def test_positions_count_as_before_any_edit() -> None:
    sessions = [Edit(("sessions", 0), None), Edit(("sessions", 1, "title"), "On cards")]
    assert "title: On cards" in edited(*sessions)
    assert "Welcome" not in edited(*sessions)


def test_a_list_set_anew_keeps_the_comments_of_what_stays_in_it() -> None:
    speakers: list[Plain] = [{"participant": "cy-moss"}, {"participant": "ada-okafor"}]
    assert edited(Edit(("sessions", 1, "speakers"), speakers)) == EVENT.replace(
        "      - participant: ada-okafor  # by phone\n      - participant: ben-larsen\n",
        "      - participant: cy-moss\n      - participant: ada-okafor  # by phone\n",
    )


def test_without_edits_it_is_the_canonical_form() -> None:
    made = format_as(Kind.EVENT, EVENT.encode(), "event.yaml")
    assert (made.text, edited()) == (EVENT, EVENT)


@pytest.mark.parametrize(
    "steps", [("sessions", 2, "title"), ("sessions", "title"), ("title", "more"), ("room",)]
)
def test_steps_that_lead_nowhere_are_a_fault_of_the_caller(steps: tuple[str | int, ...]) -> None:
    with pytest.raises(KeyError):
        edit_as(Kind.EVENT, EVENT.encode(), "event.yaml", [Edit(steps, None)])


@pytest.mark.parametrize(
    "value", ["no", "12", "a: b", "# c", "'", '"', "- d", "2026-01-02", "x #y"]
)
def test_whatever_is_set_is_read_back(value: str) -> None:
    document = read_bytes(edited(Edit(("title",), value)).encode(), "event.yaml").document
    assert document is not None
    said = plain(document.root)
    assert isinstance(said, dict)
    assert said["title"] == value
