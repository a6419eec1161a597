"""Texts of other tools: what becomes of each sort of dirt, and that clean text stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.reading.text import Sort, changes, clean
from generator.source.characters import check_characters

MATH = '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">{}</mml:math>'


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("  two\n lines\tand  spaces ", "two lines and spaces"),
        ("Q&amp;amp;A &#8211; caf&eacute;", "Q&A – café"),
        ("AT&T; R&D &nosuch; &copy", "AT&T; R&D &nosuch; &copy"),
        ("&lt;i&gt;Emma&lt;/i&gt; again", "<i>Emma</i> again"),
        ("<em>Emma</em> and <STRONG>more</STRONG>", "<i>Emma</i> and <b>more</b>"),
        ('<span class="nocase">iPad</span> use', "iPad use"),
        ("Never <i>closed", "Never closed"),
        ("Never opened</i>", "Never opened"),
        ("<i>wrongly <b>nested</i> here</b>", "<i>wrongly <b>nested</b></i> here"),
        ("An <i></i>empty mark", "An empty mark"),
        ("Using List<String> in C", "Using List<String> in C"),
        ("a <b and c> d, p < 0.05", "a <b and c> d, p < 0.05"),
        ("One<br/>two", "One two"),
        ("<!-- hidden -->Shown <![CDATA[too]]>", "Shown too"),
        ("<script>alert(1)</script>", "alert(1)"),
        (MATH.format("<mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup>"), "x<sup>2</sup>"),
        (
            MATH.format(
                "<mml:mrow><mml:msub><mml:mi>H</mml:mi> <mml:mn>2</mml:mn></mml:msub>"
                "<mml:mi>O</mml:mi></mml:mrow>"
            ),
            "H<sub>2</sub>O",
        ),
        (MATH.format("<mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:mfrac>"), "1/2"),
        ("Ã©tudes â€™ones", "études ’ones"),
        ("lost \ufffd for good", "lost ? for good"),
        ("cafe\u0301", "café"),
        ("zero\u200bwidth soft\u00adhyphen \ufeffmark", "zerowidth softhyphen mark"),
        ("bell\x07 null\x00 half\ud800", "bell null half"),
        ("क्\u200dष joined", "क्\u200dष joined"),
        ("\u200eLatin, \u200fעברית", "Latin, \u200fעברית"),
    ],
)
def test_a_title_keeps_what_it_says(written: str, cleaned: str) -> None:
    assert clean(written) == cleaned


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("One.\r\n\r\n\r\nTwo.\nStill two.", "One.\n\nTwo.\nStill two."),
        (
            "<jats:title>Abstract</jats:title>\n  <jats:p>We <jats:italic>asked</jats:italic>.</jats:p> <jats:p>CO<jats:sub>2</jats:sub> and 10<jats:sup>-5</jats:sup>, 5<jats:sup>th</jats:sup></jats:p>",
            "We *asked*.\n\nCO₂ and 10⁻⁵, 5th",
        ),
        (
            "<jats:sec><jats:title>Methods</jats:title><jats:p>Some.</jats:p></jats:sec> <jats:sec><jats:title>Results</jats:title><jats:p>None.</jats:p></jats:sec>",
            "**Methods**\n\nSome.\n\n**Results**\n\nNone.",
        ),
        ("<p>Two:</p><ul><li>one</li><li>two</li></ul>", "Two:\n\n- one\n\n- two"),
        (
            'See <a href="https://example.org/a">the site</a>.',
            "See [the site](https://example.org/a).",
        ),
        ('See <a href="javascript:alert(1)">this</a>.', "See this."),
        ("a<br>b", "a\nb"),
        ("Plain *stars* and # hashes", "Plain *stars* and # hashes"),
    ],
)
def test_an_abstract_becomes_markdown(written: str, cleaned: str) -> None:
    assert clean(written, Sort.PROSE) == cleaned


def test_a_code_keeps_no_tag() -> None:
    assert clean("<i>10.5555</i>/a&amp;b", Sort.CODE) == "10.5555/a&b"


FRAGMENTS = st.sampled_from(
    (
        "<i>", "</i>", "<b>", "</b>", "<p>", "</p>", "&amp;", "&lt;", "&gt;", "lt;", "<", "a", "  ",
        "\n", "\t", "Ã", "©", "â", "€", "\u200b", "\u200e", "א", "\u200d", "क", "<mml:msup>",
        "<mml:math>", "</mml:math>", "<mml:mi>", "</mml:mi>", "</mml:msup>", "*", "**", "<li>",
        "</li>", "<sup>", "2", "</sup>", "<title>", "</title>", "<br/>", "<!--", "-->",
        "<![CDATA[", "]]>", "e\u0301", "\ufffd", "\x85", "\ud800", "<a href='https://x.org'>",
        "</a>", "#", "&#0;", "Ð", "\u2028",
    )
)  # fmt: skip
TEXTS = st.lists(FRAGMENTS, max_size=20).map("".join) | st.text()


@given(TEXTS, st.sampled_from(list(Sort)))
def test_what_is_clean_stays_so_and_fits_into_a_record(written: str, sort: Sort) -> None:
    cleaned = clean(written, sort)
    assert clean(cleaned, sort) == cleaned
    assert check_characters("", cleaned) == []
    assert cleaned == cleaned.strip()


def test_a_change_is_said_in_plain_words() -> None:
    assert changes("two  spaces", "two spaces") == ""
    assert changes("<em>Emma</em> &amp; co", "<i>Emma</i> & co") == (
        "character references, tags: '<i>Emma</i> & co'"
    )
    assert changes("<span>x</span>", "x") == "tags: 'x'"
    assert changes("a\u200bb", "ab") == "invisible characters taken out: 'ab'"
