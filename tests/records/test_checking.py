"""A document against the model of its kind: every fault at the value at fault."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import RULES, Severity
from generator.records.checking import check_document
from generator.records.examples import EXAMPLES
from generator.records.fields import Record, fault
from generator.records.kinds import Kind, kind_of, schema_comment_path
from generator.source import read_bytes, to_yaml
from generator.source.characters import LINE_BREAK

BASE = Path(__file__).parent / "base" / "records"
FILES = {path.relative_to(BASE).as_posix(): path for path in sorted(BASE.rglob("*.yaml"))}


def faults_of(content: str, kind: Kind) -> list[str]:
    """What is wrong, as 'line:column code message | help'."""
    reading = read_bytes(content.encode(), "a.yaml")
    assert reading.document is not None
    return [
        f"{found.place.line}:{found.place.column} {found.code} {found.message} | {found.help}"
        for found in (*reading.found, *check_document(reading.document, kind).found)
    ]


COHORT = EXAMPLES[Kind.COHORT]
EVENT = EXAMPLES[Kind.EVENT]
OUTPUT = EXAMPLES[Kind.OUTPUT]
PERSON = EXAMPLES[Kind.PARTICIPANT]
APPLICATION = EXAMPLES[Kind.APPLICATION]
DOCS = "see docs/records.md"


@pytest.mark.parametrize(
    ("kind", "content", "faults"),
    [
        (
            Kind.COHORT,
            COHORT.replace("check_ins: 3", "check_ins: 99"),
            ["8:14 bad-number 99 is more than 50 | write 50 or less"],
        ),
        (
            Kind.COHORT,
            COHORT.replace("check_ins: 3", "check_ins: -1"),
            ["8:14 bad-number -1 is less than 0 | write 0 or more"],
        ),
        (
            Kind.COHORT,
            COHORT.replace("check_ins: 3", "check_ins: [3]"),
            [
                "8:14 wrong-shape a number belongs here, not a list | write 3, without brackets or '- '"
            ],
        ),
        (
            Kind.COHORT,
            COHORT.replace("check_ins: 3", f"check_ins: {'9' * 5000}"),
            [
                f"8:14 bad-number '{'9' * 60}' is not a whole number | write a whole number in digits"
            ],
        ),
        (
            Kind.COHORT,
            COHORT.replace("presentation: true", "presentation: [true]"),
            [
                "9:17 wrong-shape true or false belongs here, not a list | write true, without brackets or '- '",
            ],
        ),
        (
            Kind.COHORT,
            COHORT.replace("title: Cohort of 2025", "title: true"),
            [
                "1:8 ambiguous-value other YAML tools read this as yes or no, but a text belongs here | put it in quotes"
            ],
        ),
        (
            Kind.COHORT,
            COHORT.replace("title: Cohort of 2025", 'title: ""'),
            ["1:8 invalid-value this text is empty | write something, or delete the key"],
        ),
        (
            Kind.COHORT,
            COHORT.replace("title: Cohort of 2025", f"title: {'x' * 301}"),
            [
                "1:8 text-too-long this text has 301 characters, but at most 300 fit here | shorten it"
            ],
        ),
        (
            Kind.COHORT,
            COHORT.replace("title: Cohort of 2025\n", ""),
            [
                "1:1 missing-key the key 'title' is missing | add 'title: …' here. Name of the year, as in 'Cohort of 2026'."
            ],
        ),
        (
            Kind.COHORT,
            "- a\n- b\n",
            [
                "1:1 wrong-shape a record begins with 'key: value', not with a list | see docs/records.md for an example"
            ],
        ),
        (
            Kind.EVENT,
            EVENT.replace("cohort:", "colour:"),
            [
                "3:1 unknown-key there is no key 'colour' here | the keys here are aliases, all_day, cancelled, cohort, date, end, end_date, kind, link, place, planning, recording, sessions, start, summary, time_zone, title"
            ],
        ),
        (
            Kind.EVENT,
            EVENT.replace("kind: talk", "kind: [talk]"),
            [
                "16:11 wrong-shape one word belongs here, not a list | choose one of talk, keynote, panel, welcome, questions, break"
            ],
        ),
        (
            Kind.EVENT,
            EVENT.replace("    kind: talk\n", ""),
            [
                "15:5 missing-key the key 'kind' is missing | add 'kind: …' here. What happens in it."
            ],
        ),
        (
            Kind.EVENT,
            EVENT.replace("      - participant: ben-larsen", "      - ben-larsen"),
            [
                "22:9 wrong-shape a group of keys belongs here, not a text | write 'participant: ben-larsen'"
            ],
        ),
        (
            Kind.EVENT,
            EVENT.replace("time_zone: America/Chicago", "time_zone: [America/Chicago]"),
            [
                "7:12 wrong-shape a text belongs here, not a list | write America/Chicago, without brackets or '- '"
            ],
        ),
        (
            Kind.OUTPUT,
            OUTPUT.replace("topics: [reading]", "topics: reading"),
            ["17:9 wrong-shape a list belongs here, not a text | write [reading]"],
        ),
        (
            Kind.OUTPUT,
            OUTPUT.replace("title: Journal of", "title: <b>Journal</b> of <u>"),
            [
                "12:10 html-in-text HTML tag '<u>' | write plain text (or Markdown in longer texts); titles may hold <i>, <b>, <sub>, <sup>"
            ],
        ),
        (
            Kind.PARTICIPANT,
            PERSON.replace("position: Librarian", "position: true\nbio2: x"),
            [
                "7:11 ambiguous-value other YAML tools read this as yes or no, but a text belongs here | put it in quotes",
                "8:1 unknown-key there is no key 'bio2' here | did you mean 'bio'?",
            ],
        ),
        (
            Kind.PARTICIPANT,
            PERSON + "links:\n" + "  - {label: a, url: https://a.example.org/}\n" * 9,
            [
                "17:1 duplicate-key key 'links' again; it stands in line 9 already | keep the right one and delete the other",
                "18:3 invalid-value this list has more than 8 entries | shorten the list",
            ],
        ),
        (
            Kind.PARTICIPANT,
            PERSON + "  withdrawn: 2026-05-04\n  affiliation:\n    name: Elsewhere\n",
            [
                "17:3 unknown-key there is no key 'withdrawn' here | 'withdrawn' belongs to the record itself: begin its line at the left margin",
                "18:3 unknown-key there is no key 'affiliation' here | 'affiliation' belongs to the record itself: begin its line at the left margin",
            ],
        ),
        (
            Kind.EVENT,
            EVENT + "        room: Hall\n",
            [
                "23:9 unknown-key there is no key 'room' here | 'room' belongs beside 'speakers': begin its line right below that word"
            ],
        ),
        (
            Kind.PARTICIPANT,
            PERSON.replace("name:\n  given: Ada\n  family: Okafor", "name: Ada Okafor"),
            [
                "1:7 wrong-shape a group of keys belongs here, not a text | write, indented in lines of their own, 'given: Ada' and 'family: Okafor'"
            ],
        ),
        (
            Kind.OUTPUT,
            OUTPUT[: OUTPUT.index("contributors")] + "contributors: Oda\n",
            [
                "5:15 wrong-shape a list belongs here, not a text | write '- name:' and, indented in the lines below it, 'family: Oda'; for an organization, '- organization: Oda'"
            ],
        ),
        (
            Kind.EVENT,
            EVENT.replace("link: https", "place:\n  - name: Hall\nlink: https"),
            [
                "9:3 wrong-shape a group of keys belongs here, not a list | take out the '- ' before its keys"
            ],
        ),
        (
            Kind.APPLICATION,
            APPLICATION.replace("minimum: 1", "minimum: 3"),
            ["8:12 bad-number the minimum of 3 is above the maximum of 2 | correct one of the two"],
        ),
    ],
)
def test_a_fault_is_told_at_the_value_at_fault(kind: Kind, content: str, faults: list[str]) -> None:
    assert sorted(faults_of(content, kind)) == sorted(faults)


def test_italics_may_stand_in_a_title() -> None:
    content = OUTPUT.replace("Reading aloud", "Reading <i>Middlemarch</i> in H<sub>2</sub>O")
    assert faults_of(content, Kind.OUTPUT) == []


def test_addresses_in_angle_brackets_are_no_tags() -> None:
    content = PERSON.replace(
        "Ada studies", "See <https://okafor.example.org/>. If a < b and c > d,"
    )
    assert faults_of(content, Kind.PARTICIPANT) == []


def test_all_faults_of_a_record_come_out_at_once() -> None:
    content = COHORT.replace("05-01", "05-32").replace("title:", "titel:").replace("3", "x")
    assert [fault_.split()[1] for fault_ in faults_of(content, Kind.COHORT)] == [
        "missing-key",
        "bad-date",
        "bad-date",
        "bad-number",
        "unknown-key",
    ]


@pytest.mark.parametrize("kind", Kind)
def test_every_example_of_the_reference_is_a_record(kind: Kind) -> None:
    reading = read_bytes(EXAMPLES[kind].encode(), "a.yaml")
    assert reading.found == ()
    assert reading.document is not None
    checked = check_document(reading.document, kind)
    assert checked.found == ()
    assert isinstance(checked.record, kind.model)


@pytest.mark.parametrize("kind", Kind)
def test_a_record_written_and_read_again_is_the_same(kind: Kind) -> None:
    record = record_of(EXAMPLES[kind], kind)
    written = to_yaml(record.model_dump(mode="json", exclude_unset=True))
    assert record_of(written, kind) == record


def record_of(content: str, kind: Kind) -> Record:
    reading = read_bytes(content.encode(), "a.yaml")
    assert reading.document is not None
    checked = check_document(reading.document, kind)
    assert checked.record is not None
    return checked.record


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("program.yaml", Kind.PROGRAM),
        ("vocabulary.yaml", Kind.VOCABULARY),
        ("participants/ada.yaml", Kind.PARTICIPANT),
        ("applications/2025/ada.yaml", Kind.APPLICATION),
        ("pairings/2025.yaml", Kind.PAIRINGS),
        ("applications/ada.yaml", None),
        ("participants/2025/ada.yaml", None),
        ("participants/ada.yml", None),
        ("people/ada.yaml", None),
        ("readme.yaml", None),
    ],
)
def test_the_folder_says_what_a_record_is(path: str, kind: Kind | None) -> None:
    assert kind_of(PurePosixPath(path)) is kind


def test_schema_comments_lead_from_the_record_to_its_schema() -> None:
    assert schema_comment_path(Kind.PROGRAM) == "schemas/program.json"
    assert schema_comment_path(Kind.EVENT) == "../schemas/event.json"
    assert schema_comment_path(Kind.APPLICATION) == "../../schemas/application.json"


def test_a_fault_names_a_rule() -> None:
    assert str(fault("bad-id", "no {braces} are filled in")) == "no {braces} are filled in"


MESS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        [
            "\n",
            "  ",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            '"',
            "'",
            "&a ",
            "*a",
            "!!str ",
            "<<: ",
            "#",
            "\t",
            "|",
            ">",
            "~",
            "null",
            "true",
            "14:30",
            "010",
            "\u200b",
            "\u0301",
            "\x00",
            "é",
            "9" * 5000,
            "[" * 30,
            "2025-02-30",
            "9999-12-31",
            "0001-01-01",
            "10.1000/",
            "https://",
        ]
    ),
)


@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 40), MESS), min_size=1, max_size=4),
)
def test_a_mangled_record_never_raises_and_its_faults_lie_inside(
    name: str, edits: list[tuple[int, int, str]]
) -> None:
    content = FILES[name].read_text("utf-8")
    for start, length, mess in edits:
        at = start % (len(content) + 1)
        content = content[:at] + mess + content[at + length :]
    raw = content.encode("utf-8", "replace")
    reading = read_bytes(raw, name)
    found = list(reading.found)
    if reading.document is not None:
        kind = kind_of(PurePosixPath(name))
        assert kind is not None
        checked = check_document(reading.document, kind)
        found += checked.found
        assert checked.record is not None or found
    else:
        assert found
    lines = LINE_BREAK.split(raw.decode("utf-8-sig"))
    for each in found:
        assert each.severity in Severity
        assert each.code in RULES
        assert 1 <= each.place.line <= len(lines)
        assert 1 <= each.place.column <= len(lines[each.place.line - 1]) + 1


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=10)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(list(Kind)), st.data())
def test_values_of_any_shape_in_any_field_never_raise(kind: Kind, data: st.DataObject) -> None:
    fields = sorted(kind.model.model_fields)
    chosen = data.draw(st.dictionaries(st.sampled_from(fields), VALUES, max_size=4))
    reading = read_bytes(to_yaml(chosen).encode("utf-8", "replace"), "a.yaml")
    if reading.document is not None:
        check_document(reading.document, kind)
