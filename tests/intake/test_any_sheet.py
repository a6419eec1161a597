"""Whatever stands in a sheet: each row is imported, reported or both, never lost, never doubled."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.normal import clean
from generator.intake.outcome import Fate
from generator.intake.rejected import rejected_files
from tests.intake.programs import Program, csv_text, read

HEADINGS = (
    "Timestamp",
    "Email Address",
    "Your full name",
    "First name",
    "Last name",
    "Are you a mentor or a mentee?",
    "Institution",
    "Department",
    "ORCID iD",
    "Topics",
    "Topics",
    "Research methods",
    "What would you like help with?",
    "How many mentees can you take?",
    "Time zone",
    "Website",
    "Describe your project",
    "Short bio",
    "Who should you not be paired with?",
    "Preferred mentor",
    "What may be shown?",
    "How did you hear of us?",
    "Shoe size",
)
TOLD = (
    "",
    " ",
    "mentor",
    "Mentee",
    "cleo@example.org",
    "CLEO@Example.org",
    "wen@example.org",
    "dora@example.org",
    "Cleo Quill",
    "Quill, Cleo",
    "Ada Okafor",
    "Wen",
    "示例",
    "0000-0002-1825-0097",
    "https://orcid.org/0000000151093700",
    "Reading for pleasure, Interviews",
    "Leisure reading; Other: cats, dogs",
    "1-2",
    "GMT+1",
    "Chicago",
    "example.org/me",
    "name, affiliation",
    "yes",
    "no",
    "5/10/2026 14:03:22",
    "2026-05-11",
    "=1+1",
    "@cmd",
    "-",
    "line one\nline two",
    "tab\tand\x00nul",
    "e\u0301\u200b",
    "Ã©",
    "# not a comment: {}",
    "\ud7ff",
    "x" * 7000,
    "'quoted",
    "null",
    "true",
    "- item",
)
cells = st.one_of(st.sampled_from(TOLD), st.text(max_size=20))
people = st.sampled_from(("cleo@example.org", "wen@example.org", "dora@example.org"))


@st.composite
def sheets(draw: st.DrawFn) -> list[list[str]]:
    headings = draw(st.lists(st.sampled_from(HEADINGS), min_size=2, max_size=12))
    rows = []
    for _ in range(draw(st.integers(0, 8))):
        row = [draw(cells) for _ in headings]
        for at, heading in enumerate(headings):
            if heading == "Email Address" and draw(st.booleans()):
                row[at] = draw(people)
            if heading.startswith("Are you") and draw(st.booleans()):
                row[at] = draw(st.sampled_from(("mentor", "mentee")))
        rows.append(row)
    return [headings, *rows]


def encoded(text: str, encoding: str) -> bytes:
    safe = text.encode("utf-8", "replace").decode("utf-8")
    try:
        return safe.encode(encoding)
    except UnicodeEncodeError:
        return safe.encode("utf-8-sig")


@settings(max_examples=60)
@given(
    rows=sheets(),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252")),
    separator=st.sampled_from(",;\t"),
)
def test_every_row_ends_in_one_outcome_and_a_second_run_changes_nothing(
    rows: list[list[str]], encoding: str, separator: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(folder))
        submissions = read(encoded(csv_text(rows, separator), encoding))
        outcomes = program.plan(submissions)
        assert [one.submission for one in outcomes] == submissions
        assert len({str(one.origin) for one in submissions}) == len(submissions)
        paths = [one.path for one in outcomes if one.text]
        assert len(set(paths)) == len(paths)
        for one in outcomes:
            assert bool(one.text) == (one.fate is Fate.NEW)
            assert bool(one.reason) == (one.fate in (Fate.REJECTED, Fate.REPLACED))
        program.write(outcomes)
        assert program.errors() == []
        assert sorted(
            f"private/applications/2025/{id_}.yaml" for id_ in program.applications()
        ) == (sorted(paths))
        for one in outcomes:
            if one.text:
                values = program.application(Path(one.path).stem)
                answers = values.get("other_answers", [])
                assert isinstance(answers, list)
                kept = {answer["answer"] for answer in answers}
                for told in one.submission.answers.get("keep", ()):
                    assert not clean(told.text) or clean(told.text) in kept
        again = program.plan(submissions)
        assert [one.text for one in again] == [""] * len(outcomes)
        assert [one.fate for one in again] == [
            Fate.UNCHANGED if one.fate is Fate.NEW else one.fate for one in outcomes
        ]


@settings(max_examples=60)
@given(rows=sheets())
def test_what_was_rejected_is_kept_whole_and_can_be_read_again(rows: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(folder))
        submissions = read(encoded(csv_text(rows), "utf-8-sig"))
        refused = [
            one for one in program.plan(submissions) if one.fate in (Fate.REJECTED, Fate.REPLACED)
        ]
        files = rejected_files(refused)
        assert len(files) == bool(refused)
        for content in files.values():
            again = read(content, "rejected.csv")
            assert [one.raw for one in again] == [
                tuple((heading, cell) for heading, cell in one.submission.raw) for one in refused
            ]
