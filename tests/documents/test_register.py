"""Entries and keys added to a register; what else stands there stays as somebody wrote it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.register import UnusableRegisterError, new_id, with_entries, with_key

ENTRY = {"participant": "ben-larsen", "issued": "2026-08-10"}
WRITTEN = """\
# yaml-language-server: $schema=../schemas/certificates.json
# The committee met on August 3.
letters:   # in order
    # the first
    - participant: "ada-okafor"     # by post
      issued: 2026-08-03


    # and the second
    - issued: 2026-08-04
      participant: cleo-marsh
      # a remark of hers
certificates:
  - {id: 7kq2m-9fx3v-ht8wn-d4p6r, participant: ben-larsen, pairing: 2025/x, issued: 2026-08-03}
# the end
"""


def test_a_new_register_names_its_schema() -> None:
    assert with_entries("", "letters", [ENTRY]) == (
        "# yaml-language-server: $schema=../schemas/certificates.json\n"
        "letters:\n"
        "  - participant: ben-larsen\n"
        '    issued: "2026-08-10"\n'
    )


def test_an_entry_is_added_and_every_other_line_stays() -> None:
    added = '    - participant: ben-larsen\n      issued: "2026-08-10"\n'
    assert with_entries(WRITTEN, "letters", [ENTRY]) == WRITTEN.replace(
        "certificates:\n", f"{added}certificates:\n"
    )


def test_a_key_is_added_to_one_entry_and_every_other_line_stays() -> None:
    override = {"reason": "She had fallen ill: twice", "by": "Imogen Pretence"}
    added = (
        "      override:\n"
        "        reason: 'She had fallen ill: twice'\n"
        "        by: Imogen Pretence\n"
    )
    assert with_key(WRITTEN, "letters", 0, "override", override) == WRITTEN.replace(
        "      issued: 2026-08-03\n", f"      issued: 2026-08-03\n{added}"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("certificates: []\n", "certificates:\n  - a: b\n"),
        ("certificates:\n", "certificates:\n  - a: b\n"),
        ("certificates: [ ]  # none\n", "certificates:  # none\n  - a: b\n"),
        ("letters: []\n", "letters: []\ncertificates:\n  - a: b\n"),
        ("letters: []", "letters: []\ncertificates:\n  - a: b\n"),
        ("letters: []\r\n", "letters: []\r\ncertificates:\r\n  - a: b\r\n"),
        ("certificates:\n- c: d\n# end\n", "certificates:\n- c: d\n- a: b\n# end\n"),
        (
            "certificates:\n  - c: |\n      # no remark\n\nletters: []\n",
            "certificates:\n  - c: |\n      # no remark\n  - a: b\n\nletters: []\n",
        ),
    ],
)
def test_entries_find_their_place_in_whatever_form_the_list_has(before: str, after: str) -> None:
    assert with_entries(before, "certificates", [{"a": "b"}]) == after


@pytest.mark.parametrize(
    "text",
    [
        "certificates: [{a: b}]\n",
        "certificates:\n  - {a: b}\n",
        "certificates: nobody\n",
        "certificates:\n  -\n    a: b\n",
    ],
)
def test_a_list_in_another_form_is_refused_rather_than_rewritten(text: str) -> None:
    with pytest.raises(UnusableRegisterError):
        with_entries(text, "certificates", [{"a": "b"}])


def test_nothing_to_add_changes_nothing() -> None:
    assert with_entries("not a register", "letters", []) == "not a register"


@given(st.lists(st.text(st.characters(codec="ascii", categories=("L", "N", "P")), min_size=1)))
def test_entries_added_one_by_one_or_at_once_make_the_same_register(names: list[str]) -> None:
    entries = [{"participant": name} for name in names]
    text = ""
    for entry in entries:
        text = with_entries(text, "letters", [entry])
    assert text == with_entries("", "letters", entries)


def test_an_id_is_a_hundred_bits_in_groups_and_none_that_is_taken() -> None:
    ids = {new_id(()) for _ in range(200)}
    assert len(ids) == 200
    pattern = r"[0-9a-hjkmnp-tv-z]{5}(-[0-9a-hjkmnp-tv-z]{5}){3}"
    assert [id_ for id_ in ids if not re.fullmatch(pattern, id_)] == []
    asked: list[str] = []

    class Taken:
        def __contains__(self, id_: object) -> bool:
            asked.append(str(id_))
            return len(asked) < 3

    assert new_id(Taken()) == asked[2]
