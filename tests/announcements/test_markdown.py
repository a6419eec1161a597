"""Titles and words of records as Markdown: what is shown is what the record says."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.announcements.markdown import markdown_title, markdown_words
from generator.bibliography.plain import plain_title

_READER = MarkdownIt("commonmark")
_PIECES = (
    "<i>", "</i>", "<b>", "</b>", "<sub>", "</sub>", "a", "Å", "本", "7", " ", " ", "“", "”", ".", ")",
    "-", "+", "*", "_", "`", "#", "&amp;", "<", ">", "[", "]", "(", "\\", "€", "1. ", "!", "~",
)  # fmt: skip


def shown(markdown: str) -> str:
    """What a reader of the Markdown sees, in one line."""
    return " ".join(BeautifulSoup(_READER.render(markdown), "html.parser").get_text().split())


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("<i>Silence</i>, kept", "*Silence*, kept"),
        ("<i>“Quiet”</i>er", "“Quiet”er"),
        ("Un<b>(silent)</b>", "Un(silent)"),
        ("Re <i>“Quiet”</i>, again", "Re *“Quiet”*, again"),
        ("<b><i>Both</i></b>", "***Both***"),
        ("<i> spaced </i>x", " spaced x"),
        ("<i>open", "open"),
        ("H<sub>2</sub>O", "H2O"),
        ("2024. A year", r"2024\. A year"),
        ("<sub>3)</sub> more", r"3\) more"),
        ("- <i>a</i> - b", r"\- *a* - b"),
    ],
)
def test_a_title_keeps_the_emphasis_that_markdown_knows(title: str, expected: str) -> None:
    assert markdown_title(title) == expected


@pytest.mark.parametrize(
    "text", ["2024. A year", "7) seven", "- a", "+ a", "2024.", "-", "1234567890. x"]
)
def test_no_words_begin_a_list(text: str) -> None:
    html = _READER.render(markdown_words(text))
    assert (html, shown(markdown_words(text))) == (f"<p>{text}</p>\n", text)


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
@example("<i>“Quiet”</i>er")
@example("<i>a</i><b>b</b>")
@example("---")
@example("~~~")
def test_what_is_shown_is_what_the_title_says(title: str) -> None:
    assert shown(markdown_title(title)) == " ".join(plain_title(title).split())
