"""LaTeX in BibTeX fields: accents, symbols, emphasis, formulas, and nothing that raises."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.reading.latex import from_latex, verbatim


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"V{\'y}myslov{\'a}", "Výmyslová"),
        (r"Mar{\'{\i}}a, na\"\i ve", "María, naïve"),
        (r"Hayalo\u{g}lu, {\"O}zg{\"u}r", "Hayaloğlu, Özgür"),
        (r"{\L}ucja Zmy{\'s}lona", "Łucja Zmyślona"),
        (r"\c{S}\v{c}\H{o}\k{a}\r{a}\.{I}\d{u}", "Şčőąåİụ"),
        (r"\o \ss \ae", "øßæ"),
        (r"The {NASA} {{Deep}} space", "The NASA Deep space"),
        (r"Reading \emph{Emma} and \textbf{more}", "Reading <i>Emma</i> and <b>more</b>"),
        (r"{\it Emma} again", "<i>Emma</i> again"),
        (r"H$_2$O, $x^{2n}$, $\alpha$-rays", "H<sub>2</sub>O, x<sup>2n</sup>, α-rays"),
        (r"costs \$5 or $7 and no more", "costs $5 or $7 and no more"),
        (r"40\% \& more, 100% sure", "40% & more, 100% sure"),
        ("``quoted'' --- and -- so", "“quoted” — and – so"),
        (r"\enquote{quoted}", "“quoted”"),
        (r"\href{https://example.org}{words}", "words"),
        (r"\unknown{kept} \alone gone", "kept gone"),
        (r"\textendash{}x\textgreater{}y", "–x>y"),
        (r"a\ b\,c\-d\\e", "a b c\xadd e"),
        (r"\{braces\}", "{braces}"),
        ("ends in \\", "ends in "),
        ("plain don't change", "plain don't change"),
    ],
)
def test_latex_is_read_as_text(written: str, read: str) -> None:
    assert unicodedata.normalize("NFC", from_latex(written)).replace("\xa0", " ") == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"https://example.org/a\_b\%20c\#d", "https://example.org/a_b%20c#d"),
        (r"\url{https://example.org/~x}", "https://example.org/~x"),
        (r"https://example.org/\~{}x", "https://example.org/~x"),
        ("{10.5555/a_b}", "10.5555/a_b"),
        (r"10.5555/(SICI)1{\_}2<3::4>5", "10.5555/(SICI)1_2<3::4>5"),
    ],
)
def test_an_address_loses_only_what_was_escaped(written: str, read: str) -> None:
    assert verbatim(written) == read


PIECES = st.sampled_from(
    ("\\", "{", "}", "$", "^", "_", "\\'", "\\emph", "\\it", "a", "é", " ", "~", "\\i", "\\c", "--", "%", "\\href", "\\alpha", "\n")
)  # fmt: skip


@given(
    st.lists(PIECES, max_size=40).map("".join)
    | st.text()
    | st.just("{" * 5000)
    | st.just("\\emph{" * 5000)
)
def test_nothing_raises(written: str) -> None:
    assert isinstance(from_latex(written), str)
    assert isinstance(verbatim(written), str)
