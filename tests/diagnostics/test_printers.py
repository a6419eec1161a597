"""The four printed forms, against golden files; and nothing that acts on a terminal."""

import json
import os
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import (
    RULES,
    Diagnostic,
    Place,
    Severity,
    has_errors,
    in_order,
    print_github,
    print_human,
    print_json,
    print_sarif,
)

GOLDEN = Path(__file__).parent / "golden"
FOUND = in_order(
    [
        RULES["unknown-participant"].at(
            Place("records/pairings/2026.yaml", 14, 15),
            "no participant 'ada-okafr'",
            "did you mean 'ada-okafor'?",
        ),
        RULES["bad-file-name"].at(
            Place("records/events/50% off, really: ä.yaml"), "'50% off' cannot serve as an id"
        ),
        RULES["all-capitals"].at(
            Place("records/outputs/shout.yaml", 2, 8), "'東京 READING' is in capitals throughout"
        ),
        RULES["invisible-character"].at(
            Place("records/outputs/shout.yaml", 3, 9), "invisible character U+200B"
        ),
    ]
)
LINES = {
    ("records/pairings/2026.yaml", 14): "    mentors: [ada-okafr]",
    ("records/outputs/shout.yaml", 2): "title: 東京 READING",
    ("records/outputs/shout.yaml", 3): "name: 図書\u200b館",
}


def read_line(path: str, line: int) -> str | None:
    return LINES.get((path, line))


def compare(name: str, printed: str) -> None:
    golden = GOLDEN / name
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(printed + "\n", "utf-8")
    assert printed + "\n" == golden.read_text("utf-8")


def test_the_form_for_people() -> None:
    compare("human.txt", print_human(FOUND, read_line))


def test_the_form_for_people_in_color() -> None:
    compare("human-color.txt", print_human(FOUND, read_line, color=True))


def test_the_form_for_github() -> None:
    compare("github.txt", print_github(FOUND))


def test_the_form_for_programs() -> None:
    compare("faults.json", print_json(FOUND))


def test_the_form_for_code_scanning() -> None:
    compare("faults.sarif", print_sarif(FOUND, RULES, "0.1.0"))


def test_json_is_an_array_with_an_object_for_each_fault() -> None:
    assert json.loads(print_json([])) == []
    first = FOUND[0]
    assert json.loads(print_json(FOUND))[0] == {
        "code": first.code,
        "severity": "error",
        "path": first.place.path,
        "line": first.place.line,
        "column": first.place.column,
        "message": first.message,
        "help": first.help,
    }


def test_sarif_results_point_to_their_rules_and_files() -> None:
    (run,) = json.loads(print_sarif(FOUND, RULES, "0.1.0"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({found.code for found in FOUND})
    for result, found in zip(run["results"], FOUND, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == found.code
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == found.place.path
        assert " " not in place["artifactLocation"]["uri"]
        assert place["region"] == {
            "startLine": found.place.line,
            "startColumn": found.place.column,
        }


def test_sarif_without_faults_is_a_whole_log() -> None:
    (run,) = json.loads(print_sarif([], RULES, "0.1.0"))["runs"]
    assert run["results"] == []


def test_a_file_name_that_is_no_text_can_be_printed_in_every_form() -> None:
    name = os.fsdecode(b"records/events/\xff.yaml")
    found = [RULES["bad-file-name"].at(Place(name), f"'{name}' cannot serve as an id")]
    assert "\\udcff" in print_human(found, read_line)
    assert "%FF.yaml" in print_sarif(found, RULES, "0.1.0")
    for printed in (print_github(found), print_json(found), print_sarif(found, RULES, "0.1.0")):
        printed.encode("utf-8", "backslashreplace")
    assert json.loads(print_json(found).encode("utf-8", "backslashreplace"))[0]["path"] == name


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("50%", "50%25"), ("a\r\nb", "a%0D%0Ab"), ("::error::x", "::error::x")],
)
def test_github_messages_cannot_end_their_command(text: str, escaped: str) -> None:
    found = Diagnostic("tab", Severity.ERROR, Place("a.yaml"), text, "h")
    assert print_github([found]).endswith(f"::{escaped} (help: h)")


def test_github_properties_are_escaped() -> None:
    found = Diagnostic("tab", Severity.ERROR, Place("a,b:c%\n.yaml", 2, 3), "m", "h")
    assert print_github([found]) == (
        "::error file=a%2Cb%3Ac%25%0A.yaml,line=2,col=3,title=tab::m (help: h)"
    )


ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)


@given(ANYTHING, ANYTHING, ANYTHING, st.integers(1, 300))
def test_people_see_no_raw_control_character(
    path: str, message: str, line: str, column: int
) -> None:
    found = Diagnostic("tab", Severity.ERROR, Place(path, 1, column), message, message)
    printed = print_human([found], lambda _path, _line: line)
    raw = {each for each in printed if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert raw <= {"\n"}
    assert printed.count("\n") <= 3


@given(ANYTHING, st.integers(1, 300))
def test_a_github_command_stays_on_its_line(text: str, column: int) -> None:
    found = Diagnostic("tab", Severity.ERROR, Place(text, 1, column), text, text)
    assert "\n" not in print_github([found])
    assert "\r" not in print_github([found])


@pytest.mark.parametrize(
    ("line", "column", "below"),
    [
        ("title: x", 8, "x"),
        ("名前: 図書館", 5, "図"),
        ("\u200bname: x", 2, "n"),
        ("e\u0301te: x", 3, "t"),
        ("word " * 60 + "here", 301, "h"),
    ],
)
def test_the_marker_stands_under_the_character(line: str, column: int, below: str) -> None:
    found = Diagnostic("tab", Severity.ERROR, Place("a.yaml", 1, column), "m", "h")
    _, quote, marker, _ = print_human([found], lambda _path, _line: line).split("\n")
    cells = ""
    for character in quote:
        if not unicodedata.combining(character):
            wide = unicodedata.east_asian_width(character) in "WF"
            cells += character * (2 if wide else 1)
    assert cells[marker.index("^")] == below


def test_diagnostics_are_sorted_by_place_and_said_once() -> None:
    rule = RULES["tab"]
    late, early = rule.at(Place("b.yaml"), "m"), rule.at(Place("a.yaml", 10, 1), "m")
    first = rule.at(Place("a.yaml", 9, 30), "m")
    assert in_order([late, early, first, late]) == (first, early, late)


def test_only_an_error_stops_publishing() -> None:
    warning = RULES["all-capitals"].at(Place("a.yaml"), "m")
    assert not has_errors([warning])
    assert has_errors([warning, RULES["tab"].at(Place("a.yaml"), "m")])
