"""Pages: numbers alone, the first before the last."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.records.pages import Pages, backward_ranges, bare_pages

ADAPTER: TypeAdapter[Any] = TypeAdapter(Pages)


@pytest.mark.parametrize(
    "pages",
    [
        "31-48",
        "31–48",
        "31--48",
        "31 – 48",
        "7",
        "S12–S19",
        "S12",
        "P12-P19",
        "iv–xii",
        "IV-XII",
        "31–48, 50",
        "12-15, 20-22",
        "1234–45",
        "145-51",
        "e0147",
        "e123–e130",
        "A-12",
        "1:1-1:20",
        "31+",
        "12a-12c",
        "xii, 3-9",
        "xii-9",
        "2024-117",
        "mid",
        "unpaginated",
        "٣١-٤٨",
        "31-31",
    ],
)
def test_pages_as_publishers_number_them_are_taken(pages: str) -> None:
    assert ADAPTER.validate_python(pages) == pages
    assert bare_pages(pages) == pages


@pytest.mark.parametrize(
    ("pages", "message", "help_"),
    [
        ("pp. 31–48", "'pp. 31–48' has more than the pages", "write 31–48"),
        ("pp.31-48", "'pp.31-48' has more than the pages", "write 31-48"),
        ("pp 31-48", "'pp 31-48' has more than the pages", "write 31-48"),
        ("pp31-48", "'pp31-48' has more than the pages", "write 31-48"),
        ("p. 31", "'p. 31' has more than the pages", "write 31"),
        ("Pages 31-48", "'Pages 31-48' has more than the pages", "write 31-48"),
        ("pages: 31-48", "'pages: 31-48' has more than the pages", "write 31-48"),
        ("S. 31-48", "'S. 31-48' has more than the pages", "write 31-48"),
        ("pp. iv–xii", "'pp. iv–xii' has more than the pages", "write iv–xii"),
        ("31-48 pp.", "'31-48 pp.' has more than the pages", "write 31-48"),
        ("31-48.", "'31-48.' has more than the pages", "write 31-48"),
        ("31 to 48", "'31 to 48' has more than the pages", "write 31-48"),
        ("31-", "'31-' has no last page", "write the last page, or 31 for one page alone"),
    ],
)
def test_what_is_more_or_less_than_pages_is_refused(pages: str, message: str, help_: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ADAPTER.validate_python(pages)
    (details,) = caught.value.errors()
    assert (details["type"], details["ctx"]["message"], details["ctx"]["help"]) == (
        "bad-pages",
        message,
        help_,
    )


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        ("48-31", [("48-31", "31-48")]),
        ("48–31", [("48–31", "31-48")]),
        ("12-15, 22-20", [("22-20", "20-22")]),
        ("S19–S12", [("S19–S12", "S12-S19")]),
        ("xii–iv", [("xii–iv", "iv-xii")]),
        ("1245-1234", [("1245-1234", "1234-1245")]),
        ("1245-34", [("1245-34", "1234-1245")]),
        ("1234–45", []),
        ("145-51", []),
        ("99-101", []),
        ("iv-9", []),
        ("ix-xi", []),
        ("S12-T3", []),
        ("12a-12c", []),
        ("31-31", []),
        ("31", []),
        ("", []),
    ],
)
def test_a_range_that_runs_backward_is_found(pages: str, found: list[tuple[str, str]]) -> None:
    assert list(backward_ranges(pages)) == found


@given(st.integers(1, 5000), st.integers(0, 400))
def test_a_range_cut_short_as_references_do_is_never_backward(first: int, more: int) -> None:
    whole = str(first + more)
    begin = str(first)
    same = 0
    while len(whole) == len(begin) and same < len(whole) - 1 and whole[same] == begin[same]:
        same += 1
    assert list(backward_ranges(f"{begin}-{whole[same:]}")) == []


@given(st.text("0123456789ivxpS.-–, to", max_size=20))
def test_bare_pages_are_bare(pages: str) -> None:
    bare = bare_pages(pages)
    assert isinstance(list(backward_ranges(bare)), list)
