"""Keys changed in a record's text, which keeps its comments and canonical form."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.record_edit import UnusableTextError, plain_of, with_keys
from generator.records.canonical import format_as
from generator.records.kinds import Kind
from generator.source import Document, plain, read_bytes

KEYS = ("name", "email", "topics", "bio", "position")
TEXT = """\
# yaml-language-server: $schema=x
# who
role: mentee
# the address, asked twice
email: cleo@example.org  # private
bio: |-
  One.

  # not a remark
topics:
  - reading  # first
  # second
  - loans
# at the end
"""


def document(text: str) -> Document:
    reading = read_bytes(text.encode(), "a.yaml")
    assert reading.document is not None
    return reading.document


def changed(text: str, values: Mapping[str, object]) -> str:
    return with_keys(document(text), Kind.APPLICATION, values, is_apart=True)


def test_other_keys_and_remarks_stay() -> None:
    values = {"topics": ["loans", "cats"], "name": {"family": "Quill"}}
    assert changed(TEXT, values) == TEXT.replace(
        "  - reading  # first\n  # second\n  - loans\n", "  # second\n  - loans\n  - cats\n"
    ).replace("# the address", "name:\n  family: Quill\n# the address")


def test_what_is_remarked_about_a_key_goes_with_it() -> None:
    assert changed(TEXT, {"email": None, "consent": None}) == TEXT.replace(
        "# the address, asked twice\nemail: cleo@example.org  # private\n", ""
    )


def test_a_record_in_braces_is_written_a_key_a_line() -> None:
    assert changed("{role: mentee, email: x} # ours\n", {"email": "z"}) == (
        "role: mentee\nemail: z  # ours\n"
    )


def test_a_text_that_says_nothing_for_certain_is_refused() -> None:
    with pytest.raises(UnusableTextError):
        changed("role: mentee\nrole: mentor\n", {"email": "y"})


values = st.one_of(
    st.none(),
    st.text("aZé0 #:-'\"[]{},&\\", min_size=1, max_size=30).map(str.strip).filter(bool),
    st.lists(st.sampled_from(("a", "true", "1", "x: y", "# no")), min_size=1, max_size=3),
)


@given(st.dictionaries(st.sampled_from(KEYS), values, min_size=1))
def test_whatever_is_changed_reads_back_and_is_in_form(told: dict[str, object]) -> None:
    text = changed(TEXT, told)
    before = plain(document(TEXT).root)
    assert isinstance(before, dict)
    expected = {key: value for key, value in before.items() if key not in told}
    assert plain(document(text).root) == {**expected, **plain_of(told)}
    assert format_as(Kind.APPLICATION, text.encode(), "a.yaml", is_apart=True).text == text
