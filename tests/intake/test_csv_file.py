"""Tables in text: encodings, separators, and what stands in cells."""

import pytest

from generator.intake.csv_file import read_csv
from generator.intake.files import read_contents
from generator.intake.sheet import Column, Sheet, UnreadableError

ASSUMED = (
    "read as Windows-1252, for it is not UTF-8: look at a name with an accent, and if it is wrong, "
    "save the sheet as 'CSV UTF-8'"
)


def rows_of(sheet: Sheet) -> list[list[str]]:
    return [[str(column) for column in sheet.columns], *(list(row.cells) for row in sheet.rows)]


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ()),
        ("utf-32", ()),
        ("utf-16-le", ("read as UTF-16, which its zero bytes show",)),
        ("cp1252", (ASSUMED,)),
    ],
)
def test_encodings_are_told_apart_and_assumptions_said(
    encoding: str, notes: tuple[str, ...]
) -> None:
    sheet = read_csv("Name,Email\r\nZoë Crêpe,zoe@example.org\r\n".encode(encoding), "a.csv")
    assert rows_of(sheet) == [["Name", "Email"], ["Zoë Crêpe", "zoe@example.org"]]
    assert sheet.notes == notes


@pytest.mark.parametrize(
    ("separator", "notes"),
    [
        (",", ()),
        (";", ("cells are separated by semicolons",)),
        ("\t", ("cells are separated by tabs",)),
    ],
)
def test_separators_are_told_apart(separator: str, notes: tuple[str, ...]) -> None:
    lines = [["Name", "Topics"], ["Ada", '"Reading, aloud; alone"'], ["Ben", "Loans"]]
    text = "\n".join(separator.join(cells) for cells in lines)
    sheet = read_csv(text.encode(), "a.csv")
    assert rows_of(sheet) == [
        ["Name", "Topics"],
        ["Ada", "Reading, aloud; alone"],
        ["Ben", "Loans"],
    ]
    assert sheet.notes == notes


def test_the_separator_that_excel_names_is_taken() -> None:
    sheet = read_csv(b"sep=;\nName;Email,Other\nAda;x\n", "a.csv")
    assert rows_of(sheet) == [["Name", "Email,Other"], ["Ada", "x"]]


def test_line_breaks_in_cells_stay_and_rows_keep_their_numbers() -> None:
    sheet = read_csv(b'Name,Bio\n\nAda,"one\ntwo"\n , \nBen,three\n', "a.csv")
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (3, ("Ada", "one\ntwo")),
        (5, ("Ben", "three")),
    ]


def test_ragged_rows_and_blank_headings_lose_nothing() -> None:
    sheet = read_csv(b"Name,,Email,\nAda,x,ada@example.org,,more\nBen\n", "a.csv")
    assert rows_of(sheet) == [
        ["Name", "(column B)", "Email", "(column E)"],
        ["Ada", "x", "ada@example.org", "more"],
        ["Ben", "", "", ""],
    ]


def test_repeated_headings_are_numbered() -> None:
    sheet = read_csv(b"Topics,Topics\nA,B\n", "a.csv")
    assert sheet.columns == (Column("Topics"), Column("Topics", 2))


def test_a_title_above_the_headings_is_passed_over_and_said() -> None:
    sheet = read_csv(b"Applications 2026,,\n,,\nName,Email,\nAda,a@example.org,\n", "a.csv")
    assert rows_of(sheet) == [["Name", "Email"], ["Ada", "a@example.org"]]
    assert sheet.notes == ("passed over above the headings: 'Applications 2026'",)


def test_qualtrics_has_three_rows_of_headings() -> None:
    lines = [
        'StartDate,Q1,Q2_1,"Q2_2"',
        'Start Date,"What is your name?",Topics - Reading,Topics - Loans',
        '"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_1""}",x',
        "2026-05-10,Ada,Reading,",
    ]
    sheet = read_csv("\n".join(lines).encode(), "a.csv")
    assert rows_of(sheet) == [
        ["Start Date", "What is your name?", "Topics - Reading", "Topics - Loans"],
        ["2026-05-10", "Ada", "Reading", ""],
    ]
    assert [row.number for row in sheet.rows] == [4]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is empty"),
        (b" \n\n", "it is empty"),
        (b"\xd0\xcf\x11\xe0rest", "it is an old or locked Excel workbook; save it as .xlsx, without a password"),
        (b"<!DOCTYPE html><table>", "it is a web page; download the answers as .csv or .xlsx instead"),
        (b"%PDF-1.7", "it is a PDF, not a sheet with answers"),
        (b'Name,Bio\nAda,"never closed\nBen,x\n', "a quotation mark in it is never closed, so that rows cannot be told apart"),
        (b"Name,Email\n" + b"a,b\n" * 50_001, "it has over 50,000 rows; is it the right file?"),
        (b"x" * ((32 << 20) + 1), "it is over 32 MiB; is it the right file?"),
    ],
    ids=["nothing", "blank", "xls", "html", "pdf", "quote", "rows", "bytes"],
)  # fmt: skip
def test_what_is_no_sheet_is_refused_in_one_line(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_contents(content, "a.csv")
    assert str(refused.value) == said


def test_quotation_marks_in_the_wrong_places_are_read_as_they_stand() -> None:
    sheet = read_csv(b'Name,Bio\nAda "the" Okafor,"a"b\n', "a.csv")
    assert rows_of(sheet)[1] == ['Ada "the" Okafor', "ab"]
