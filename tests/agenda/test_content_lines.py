"""Lines of iCalendar: whatever is written comes back, and no line is too long."""

from datetime import date, datetime, timedelta

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]  # it ships no types
from hypothesis import example, given
from hypothesis import strategies as st

from generator.agenda.content_lines import day, line, offset, text, written

ALLOWED = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=[chr(n) for n in range(32)])
    | st.sampled_from("\t\n\\;,:\"^' nN")
)
"""Every text that iCalendar can hold (RFC 5545, 3.1, "CONTROL"), line breaks written as \\n."""

AROUND = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:20260101T000000Z\r\n"
END = "END:VEVENT\r\nEND:VCALENDAR\r\n"


def unfolded_and_unescaped(content: str) -> str:
    """Read one text by the letter of RFC 5545, 3.1 and 3.3.11."""
    value = content.replace("\r\n ", "").removesuffix("\r\n").partition(":")[2]
    read, at = "", 0
    while at < len(value):
        if value[at] == "\\":
            at += 1
            read += "\n" if value[at] in "nN" else value[at]
        else:
            read += value[at]
        at += 1
    return read


@given(ALLOWED)
@example("\\n is no line break, \\\\n neither")
@example("ø" * 100)
@example("𝒜" * 50)
@example("one\n\nthree")
def test_a_text_comes_back_as_it_was(value: str) -> None:
    value = value.replace("\x7f", "")
    content = written([line("SUMMARY", text(value))])
    assert unfolded_and_unescaped(content) == value
    read = icalendar.Calendar.from_ical(f"{AROUND}{content}{END}")
    assert str(read.walk("VEVENT")[0]["SUMMARY"]) == value


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1))
def test_another_library_reads_the_same(value: str) -> None:
    content = written([line("SUMMARY", text(value))])
    read = vobject.readOne(f"{AROUND}{content}{END}")
    assert read.vevent.summary.value == value


@given(ALLOWED)
def test_no_line_has_more_than_75_octets_and_none_splits_a_character(value: str) -> None:
    octets = written([line("DESCRIPTION", text(value))]).encode()
    assert octets.endswith(b"\r\n")
    parts = octets.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, parts)) <= 75
    assert [part.decode() for part in parts][1:] == [f" {part.decode()[1:]}" for part in parts[1:]]


def test_lines_are_broken_as_late_as_they_can_be() -> None:
    content = written(["x" * 160])
    assert content == f"{'x' * 75}\r\n {'x' * 74}\r\n {'x' * 11}\r\n"


def test_characters_of_several_octets_are_not_split() -> None:
    assert written(["x" * 74 + "é" + "y"]) == f"{'x' * 74}\r\n éy\r\n"


@pytest.mark.parametrize(
    ("value", "escaped"),
    [
        ("a, b; c \\ d", "a\\, b\\; c \\\\ d"),
        ("one\ntwo", "one\\ntwo"),
        ("one\r\ntwo\rthree", "one\\ntwo\\nthree"),
        ("tab\tstays", "tab\tstays"),
        ("bell\x07 and null\x00 go", "bell and null go"),
        ("half a character \ud800", "half a character \ufffd"),
        ("BEGIN:VEVENT\r\nEND:VCALENDAR", "BEGIN:VEVENT\\nEND:VCALENDAR"),
    ],
)
def test_a_text_is_escaped(value: str, escaped: str) -> None:
    assert text(value) == escaped


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "+0000"),
        (-18000, "-0500"),
        (19800, "+0530"),
        (37800, "+1030"),
        (-21036, "-055036"),
        (50400, "+1400"),
    ],
)
def test_an_offset_has_seconds_only_where_there_are_some(seconds: int, shown: str) -> None:
    assert offset(timedelta(seconds=seconds)) == shown


def test_a_year_has_four_digits() -> None:
    assert day(date(26, 1, 2)) == "00260102"
    assert day(datetime(2026, 11, 1)) == "20261101"  # noqa: DTZ001  # a day on the clock
