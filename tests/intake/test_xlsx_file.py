"""Workbooks: kinds of cells, formulas, hidden sheets, damage and bombs."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from generator.intake.files import read_contents
from generator.intake.sheet import Sheet, UnreadableError
from tests.intake.workbooks import with_part, workbook

SHEET = "xl/worksheets/sheet1.xml"


def sheets_in(content: bytes) -> tuple[Sheet, ...]:
    return read_contents(content, "a.xlsx").sheets


def test_each_kind_of_cell_is_read_as_people_see_it() -> None:
    row = ["Ada", 2, 2.0, 2.5, True, date(2026, 5, 10), datetime(2026, 5, 10, 14, 3, 22), None]  # noqa: DTZ001  # cells have no zone
    (sheet,) = sheets_in(workbook({"A": [["a", "b", "c", "d", "e", "f", "g", "h"], row]}))
    assert sheet.rows[0].cells == (
        "Ada", "2", "2", "2.5", "yes", "2026-05-10", "2026-05-10 14:03:22", "",
    )  # fmt: skip
    assert sheet.name == ""


def test_formulas_are_never_worked_out() -> None:
    content = workbook({"A": [["Name", "Sum", "Other"], ["Ada", "=1+1", "=2+2"]]})
    content = with_part(
        content,
        SHEET,
        lambda xml: xml.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>7</v>").replace(
            b"<f>1+1</f><v />", b"<f>1+1</f><v>7</v>"
        ),
    )
    (sheet,) = sheets_in(content)
    assert sheet.rows[0].cells == ("Ada", "7", "=2+2")
    assert sheet.notes == ("formulas are not worked out; their last result is taken: B2, C2",)


def test_text_that_looks_like_a_formula_is_text() -> None:
    def as_text(made: Mapping[str, Worksheet]) -> None:
        made["A"]["A2"].data_type = "s"

    (sheet,) = sheets_in(workbook({"A": [["Name", "B"], ["=HYPERLINK(1)", "x"]]}, as_text))
    assert (sheet.rows[0].cells, sheet.notes) == (("=HYPERLINK(1)", "x"), ())


def test_every_visible_sheet_is_read_and_hidden_ones_are_said() -> None:
    def hide(made: Mapping[str, Worksheet]) -> None:
        made["Lists"].sheet_state = "hidden"

    table = [["Name", "Email"], ["Ada", "ada@example.org"]]
    found = sheets_in(workbook({"Mentors": table, "Lists": table, "Mentees": table, "E": []}, hide))
    assert [str(sheet) for sheet in found] == ["a.xlsx, sheet 'Mentors'", "a.xlsx, sheet 'Mentees'"]
    assert found[0].notes == ("the hidden sheet 'Lists' is passed over",)


def test_merged_headings_and_empty_columns_lose_no_answer() -> None:
    def merge(made: Mapping[str, Worksheet]) -> None:
        made["A"].merge_cells("B1:C1")

    rows = [["Name", "Topics", None, None], ["Ada", "Reading", "Loans", None]]
    (sheet,) = sheets_in(workbook({"A": rows}, merge))
    assert [str(column) for column in sheet.columns] == ["Name", "Topics", "(column C)"]
    assert sheet.rows[0].cells == ("Ada", "Reading", "Loans")


def test_a_row_far_below_the_others_is_not_lost() -> None:
    def below(made: Mapping[str, Worksheet]) -> None:
        made["A"]["A5000"] = "Ben"

    (sheet,) = sheets_in(workbook({"A": [["Name", "Email"], ["Ada", "x"]]}, below))
    assert [(row.number, row.cells[0]) for row in sheet.rows] == [(2, "Ada"), (5000, "Ben")]


@pytest.mark.parametrize("at", [200, 1500])
def test_a_damaged_workbook_is_refused_in_one_line(at: int) -> None:
    content = bytearray(workbook({"A": [["Name", "Email"], ["Ada", "x"]] * 20}))
    content[at : at + 60] = b"\x00" * 60
    with pytest.raises(UnreadableError) as refused:
        sheets_in(bytes(content))
    assert "\n" not in str(refused.value)


def test_half_a_workbook_is_refused() -> None:
    content = workbook({"A": [["Name", "Email"], ["Ada", "x"]]})
    with pytest.raises(UnreadableError, match="it is damaged; open it"):
        sheets_in(content[: len(content) // 2])


def test_a_zip_of_something_else_is_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(UnreadableError, match="it is damaged or locked"):
        sheets_in(written.getvalue())


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    content = with_part(workbook({"A": [["Name"]]}), SHEET, lambda _: b" " * (201 << 20))
    assert len(content) < 1 << 20
    with pytest.raises(UnreadableError) as refused:
        sheets_in(content)
    assert str(refused.value) == "unpacked it would have over 200 MiB; is it the right file?"


def test_entities_that_grow_without_end_are_refused() -> None:
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 9))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "{"x" * 10}">{entities}]>'.encode()

    def blow_up(xml: bytes) -> bytes:
        xml = xml[xml.index(b"<worksheet") :]
        return bomb + xml.replace(
            b"<sheetData>", b'<sheetData><row><c t="str"><v>&e8;</v></c></row>'
        )

    content = with_part(workbook({"A": [["Name", "Email"]]}), SHEET, blow_up)
    with pytest.raises(UnreadableError):
        sheets_in(content)


def test_control_characters_are_not_shown_as_workbooks_write_them() -> None:
    rows = [["A", "B"], ["one_x000D_\ntwo", "_x005F_x000D_"]]
    (sheet,) = sheets_in(workbook({"S": rows}))
    assert sheet.rows[0].cells == ("one\r\ntwo", "_x000D_")


def test_days_of_a_workbook_that_counts_from_1904_are_read_as_people_see_them() -> None:
    def count_from_1904(made: Mapping[str, Worksheet]) -> None:
        book = made["S"].parent
        assert book
        book.epoch = CALENDAR_MAC_1904

    content = workbook({"S": [["A", "B"], [date(2026, 5, 10), "x"]]}, count_from_1904)
    (sheet,) = sheets_in(content)
    assert sheet.rows[0].cells == ("2026-05-10", "x")
