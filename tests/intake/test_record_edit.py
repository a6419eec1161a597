"""Keys changed in a record's text, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.record_edit import UnusableTextError, _check, with_keys
from generator.source import Document, plain, read_bytes

ORDER = ("role", "name", "email", "topics", "bio", "consent")
TEXT = """\
# yaml-language-server: $schema=x

# who
role: mentee
# the address, asked twice
email: cleo@example.org   # private
topics:
  - reading  # first
  # second
  - loans
bio: |
  One.

  # not a remark
# at the end
"""


def document(text: str) -> Document:
    reading = read_bytes(text.encode(), "a.yaml")
    assert reading.document is not None
    return reading.document


def test_other_keys_and_remarks_stay_letter_for_letter() -> None:
    changed = with_keys(document(TEXT), {"topics": ["cats"], "name": {"family": "Quill"}}, ORDER)
    assert changed == TEXT.replace(
        "  - reading  # first\n  # second\n  - loans\n", "  - cats\n"
    ).replace("# the address", "name:\n  family: Quill\n# the address")


def test_a_key_is_taken_out_and_remarks_above_it_stay() -> None:
    assert with_keys(document(TEXT), {"email": None, "consent": None}, ORDER) == TEXT.replace(
        "email: cleo@example.org   # private\n", ""
    )


@pytest.mark.parametrize("text", ["{role: mentee, email: x}\n", "  role: mentee\n  email: x\n"])
def test_a_text_that_cannot_be_changed_key_by_key_is_refused(text: str) -> None:
    with pytest.raises(UnusableTextError):
        with_keys(document(text), {"email": "y"}, ORDER)


def test_a_text_that_says_something_else_is_never_handed_out() -> None:
    _check(document(TEXT), TEXT.replace("mentee", "mentor"), {"role": "mentor"})
    for wrong in (TEXT, TEXT.replace("mentee", "mentor").replace("One.", "Two."), "["):
        with pytest.raises(UnusableTextError):
            _check(document(TEXT), wrong, {"role": "mentor"})


values = st.one_of(
    st.none(),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="\x7f\x85\xad"), min_size=1, max_size=30).map(str.strip).filter(bool),
    st.lists(st.sampled_from(("a", "true", "1", "x: y", "# no")), min_size=1, max_size=3),
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(ORDER), values, min_size=1))
def test_whatever_is_changed_reads_back(changed: dict[str, object]) -> None:
    try:
        text = with_keys(document(TEXT), changed, ORDER)
    except UnusableTextError:
        return
    before, after = plain(document(TEXT).root), plain(document(text).root)
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert {key: after.get(key) for key in changed} == changed
    assert {key: value for key, value in after.items() if key not in changed} == {
        key: value for key, value in before.items() if key not in changed
    }
    assert "# at the end" in text
