"""Texts without their marks: what was emphasis goes, what is the author's stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.plain import plain_prose, plain_title


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("We read *Middlemarch* aloud.", "We read Middlemarch aloud."),
        ("**Background:** none. __Methods:__ none.", "Background: none. Methods: none."),
        ("See [the list](https://example.org/a_b).", "See the list."),
        ("The field `is_open` is `true`.", "The field is_open is true."),
        ("p* < .05, 2 * 3 * 4, snake_case_name", "p* < .05, 2 * 3 * 4, snake_case_name"),
        (r"not \*emphasis\* here", "not *emphasis* here"),
        ("one *ends\n\nnever* here", "one *ends\n\nnever* here"),
        ("***both*** at once", "both at once"),
    ],
)
def test_marks_of_prose_go_and_signs_stay(text: str, plain: str) -> None:
    assert plain_prose(text) == plain


def test_marks_of_titles_go_and_other_brackets_stay() -> None:
    assert plain_title("H<sub>2</sub>O <and> <i>more</i> < less") == "H2O <and> more < less"


@given(st.text(alphabet=st.characters(exclude_characters="*_`\\[]()<>")))
def test_a_text_without_marks_stays_as_it_is(text: str) -> None:
    assert plain_prose(text) == text
    assert plain_title(text) == text
