"""The reference of all faults."""

import re

from generator.diagnostics import RULES
from generator.diagnostics.reference import rule_entry, rule_list, rules_reference
from generator.diagnostics.rules import GROUPS


def test_every_code_is_a_name_of_its_own() -> None:
    codes = [rule.code for rules in GROUPS.values() for rule in rules]
    assert len(codes) == len(set(codes)) == len(RULES)
    assert len(RULES) >= 45
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", code) for code in codes)


def test_the_page_holds_the_entry_of_every_code() -> None:
    page = rules_reference()
    for rule in RULES.values():
        assert rule_entry(rule) in page


def test_an_entry_says_what_why_and_how() -> None:
    assert rule_entry(RULES["edge-whitespace"]) == (
        "### edge-whitespace\n\n"
        "**Error.** Space at the start or the end of a text. It shows in citations and makes the "
        "same word\ntwo different ones.\n\n"
        "What to do: delete the space before or after the text.\n\n"
        'Wrong:\n\n```yaml\nposition: "Librarian "\n```\n\n'
        "Right:\n\n```yaml\nposition: Librarian\n```\n"
    )


def test_what_could_not_be_seen_is_written_as_its_number() -> None:
    assert "position: Libra<U+200B>rian" in rule_entry(RULES["invisible-character"])
    assert "Bibliothe<U+0301>caire" in rule_entry(RULES["not-nfc"])
    assert "<U+0009>given: Ada" in rule_entry(RULES["tab"])


def test_an_example_in_prose_is_a_sentence() -> None:
    assert "Wrong:\n\nNo file 'program.yaml'.\n" in rule_entry(RULES["missing-record"])


def test_the_list_names_every_code_with_its_summary() -> None:
    lines = rule_list().splitlines()
    for rule in RULES.values():
        assert any(line.split() == [rule.code, *rule.summary.split()] for line in lines)
