"""What is printed repeats no e-mail address and no telephone number, whatever it is about."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import (
    RULES,
    Diagnostic,
    Place,
    print_github,
    print_human,
    print_json,
    print_sarif,
)
from generator.diagnostics.contacts import hidden

PLACE = Place("records/a.yaml", 3, 8)
LINE = "bio: '図 ada.okafor@mail.example.net, +1 312 555 0142'"
FORMS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "human": lambda found: print_human(found, lambda _path, _line: LINE),
    "github": print_github,
    "json": print_json,
    "sarif": lambda found: print_sarif(found, RULES, "1.0.0"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", ["email-in-record", "bad-orcid"])
def test_no_form_repeats_an_address_whatever_the_fault(form: str, code: str) -> None:
    message = "'ada.okafor@mail.example.net' or 312-555-0142 or 'ada.okafor@mai…' is none"
    found = [RULES[code].at(PLACE, message, "write https://ada.okafor@mail.example.net")]
    printed = FORMS[form](found)
    assert [word for word in ("okafor", "mail.", "mai…", "555", "0142") if word in printed] == []
    assert "'•••.••••••@••••.•••••••.•••' or •••-•••-•••• or '•••.••••••@•••…' is none" in printed


def test_the_marker_stays_under_what_it_marks() -> None:
    found = [RULES["email-in-record"].at(PLACE, "an address")]
    assert print_human(found, lambda _path, _line: LINE).splitlines()[1:3] == [
        "    3 | bio: '図 •••.••••••@••••.•••••••.•••, +• ••• ••• ••••'",
        "      |         ^",
    ]


def test_the_example_in_a_rules_own_help_stays() -> None:
    found = [RULES["bad-email"].at(PLACE, "'ada@example' is not an e-mail address")]
    assert "help: write it as name@example.org" in FORMS["human"](found)
    assert "'•••@•••••••' is not" in FORMS["human"](found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ada@example.org", "•••@•••••••.•••"),
        ("ada (at) example.org", "••• (••) •••••••.•••"),
        ("ada＠example.org", "•••＠•••••••.•••"),  # a fullwidth sign
        ("see https://social.example.org/@ada", "see https://social.example.org/@ada"),
        ("0000-0002-1825-0097", "0000-0002-1825-0097"),
    ],
)
def test_letters_and_digits_are_hidden_and_nothing_else(text: str, expected: str) -> None:
    assert hidden(text) == expected


@given(st.text())
def test_a_text_is_as_long_as_before(text: str) -> None:
    assert len(hidden(text)) == len(text)
