"""A filled form changes its named fields in its named record, and nothing else."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog import Catalog, load_catalog
from generator.corrections.correctable import NAMES, Correctable, Sort, correctable
from generator.corrections.forms import NOTHING
from generator.corrections.proposing import propose
from generator.corrections.reading import UnusableIssueError, read_issue
from generator.records.kinds import Kind
from generator.source import Plain, plain, read_bytes, to_yaml, write_text
from tests.corrections.issues import issue_text
from tests.filling import FIRST, fill_program

RECORDS = {
    Kind.OUTPUT: "outputs/output",
    Kind.PARTICIPANT: f"participants/{FIRST}",
    Kind.EVENT: "events/symposium",
    Kind.COHORT: "cohorts/2026",
}
FIELDS = [(kind, field) for kind in NAMES for field in correctable(kind)]
NAMED = [f"{kind}:{'.'.join(field.steps)}" for kind, field in FIELDS]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    folder = tmp_path_factory.mktemp("records")
    program = fill_program()
    for facet in ("topics", "methods"):
        program["vocabulary.yaml"][facet].append({"id": f"{facet}-two", "label": f"Two: {facet}"})
    for path, record in program.items():
        write_text(folder / path, to_yaml(record))
    return load_catalog(folder, shown="records").catalog


def said(text: str) -> Any:
    document = read_bytes(text.encode(), "record.yaml").document
    assert document is not None
    return plain(document.root)


def with_value(record: Any, steps: tuple[str, ...], value: Plain) -> Any:
    """The record with another value; groups that become empty are gone."""
    key, *others = steps
    inner = with_value(record.get(key) or {}, tuple(others), value) if others else value
    rest = {name: one for name, one in record.items() if name != key}
    return rest if inner in (None, {}) else {**rest, key: inner}


def changed(field: Correctable, record: Any) -> tuple[str, Plain]:
    """What somebody writes for another value of a field, and what the record then says."""
    if field.sort is Sort.CHOICE:
        other = next(one for one in field.choices if one != record.get(field.steps[0]))
        return other, other
    if field.sort is Sort.BOOLEAN:
        return "Yes", "true"
    if field.sort is Sort.TERMS:
        written = f"Two: {field.terms}s\n- {field.terms}-one"
        return written, [f"{field.terms}s-two", f"{field.terms}-one"]
    if field.sort is Sort.LINKS:
        links: list[Plain] = [
            {"label": "My page", "url": "https://example.org/a"},
            {"label": "Code", "url": "https://example.org/b"},
        ]
        return "My page: https://example.org/a\n- Code https://example.org/b", links
    return "7 new words: yes #1", "7 new words: yes #1"


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=NAMED)
def test_every_field_of_a_form_reaches_the_record_and_no_other_changes(
    kind: Kind, field: Correctable, catalog: Catalog
) -> None:
    folder, _, id_ = RECORDS[kind].partition("/")
    entry = getattr(catalog, folder)[id_]
    written, value = changed(field, said(entry.document.text))
    issue = read_issue(issue_text(kind, RECORDS[kind], {field.label: written}))
    proposal = propose(catalog, issue)
    before = said(proposal.before)
    assert said(proposal.after) == with_value(before, field.steps, value)
    assert proposal.changed == (field.label,)
    assert proposal.path == f"records/{RECORDS[kind]}.yaml"


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=NAMED)
def test_a_hyphen_takes_a_field_out_where_the_record_can_do_without(
    kind: Kind, field: Correctable, catalog: Catalog
) -> None:
    issue = read_issue(issue_text(kind, RECORDS[kind], {field.label: NOTHING}))
    if field.is_required:
        with pytest.raises(UnusableIssueError, match="cannot be taken out"):
            propose(catalog, issue)
        return
    proposal = propose(catalog, issue)
    assert said(proposal.after) == with_value(said(proposal.before), field.steps, None)


@given(
    text=st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z")), max_size=80)
)
def test_whatever_is_written_is_that_text_or_refused(text: str, catalog: Catalog) -> None:
    body = issue_text(Kind.OUTPUT, RECORDS[Kind.OUTPUT], {"Abstract": text, "Publisher": text})
    try:
        proposal = propose(catalog, read_issue(body))
    except UnusableIssueError:
        return
    before, after = said(proposal.before), said(proposal.after)
    if not proposal.changed:
        assert after == before
    assert {key for key in after if after[key] != before.get(key)} <= {"abstract", "publisher"}
    assert before.keys() - after.keys() <= {"abstract", "publisher"}


def test_what_the_record_says_already_is_no_change(catalog: Catalog) -> None:
    title = catalog.outputs["output"].record.title
    body = issue_text(Kind.OUTPUT, "outputs/output", {"Title": title, "Topics": "topic-one"})
    proposal = propose(catalog, read_issue(body))
    assert (proposal.changed, proposal.after) == ((), proposal.before)


def refusal(catalog: Catalog, body: str) -> str:
    with pytest.raises(UnusableIssueError) as refused:
        propose(catalog, read_issue(body))
    return str(refused.value)


ELSE = "what can be corrected so is a publication or presentation, a person, an event or a cohort"


@pytest.mark.parametrize(
    ("record", "help_"),
    [
        ("outputs/outptu", "did you mean 'outputs/output'?"),
        ("../../etc/passwd", ELSE),
        ("outputs/../participants/una-planted", "did you mean 'participants/una-planted'?"),
        ("/outputs/output", "did you mean 'outputs/output'?"),
        ("outputs/output.yaml", "did you mean 'outputs/output'?"),
        ("pairings/2026", ELSE),
        ("program", ELSE),
        ("applications/2026/una-planted", ELSE),
    ],
)  # fmt: skip
def test_only_a_record_that_was_loaded_can_be_named(
    record: str, help_: str, catalog: Catalog
) -> None:
    body = issue_text(Kind.OUTPUT, record, {"Title": "Other"})
    assert refusal(catalog, body) == f"no record '{record}'; {help_}"


READ = "which everybody can read there; take it out of the issue, then run this again"
HEAD = "### Record\n\nparticipants/una-planted\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"{HEAD}### Consent\n\nall",
            "line 5: the form has no field 'Consent'; the form's headings are not to be changed",
        ),
        (
            f"{HEAD}### Withdrawn\n\n2026-01-01",
            "line 5: the form has no field 'Withdrawn'; the form's headings are not to be changed",
        ),
        (
            f"{HEAD}### Positon\n\nDean",
            "line 5: the form has no field 'Positon'; did you mean 'Position'?",
        ),
        (
            f"{HEAD}### Bio\n\nShe reads.\n\n### Position\n\nQueen\n\n### Position\n\n_No response_",
            "'Position' stands in line 9 and again in line 13; take out the one that is not the form's",
        ),
        (
            f"{HEAD}### Bio\n\nWrite to una@example.org",
            f"line 7 has what looks like an e-mail address, {READ}",
        ),
        (
            f"{HEAD}### Bio\n\nCall +1 312 555 0142",
            f"line 7 has what looks like a telephone number, {READ}",
        ),
        (
            f"{HEAD}### Links\n\nexample.org",
            "line 5: 'example.org' under 'Links' is not what a link says, followed by its address",
        ),
        (
            "Hello\n### Record\n\noutputs/output",
            "line 1 stands before the first heading; take the issue's whole text",
        ),
        (
            "### Record\n\n_No response_",
            "it does not say which record is meant: under '### Record' belongs what the link on the page fills in, as in 'outputs/2026-slips'; what another page says is corrected by hand",
        ),
        (
            "### Record\n\noutputs/output\n\n### Topics\n\nTopik one",
            "line 5: no topic 'Topik one'; the vocabulary has all labels",
        ),
        (
            "### Record\n\noutputs/output\n\n### Type\n\npostr",
            "line 5: 'postr' is no choice for 'Type'; did you mean 'poster'?",
        ),
        (
            "### Record\n\nevents/symposium\n\n### Cancelled\n\ntrue",
            "line 5: 'true' is no choice for 'Cancelled'; one of Yes, No",
        ),
        ("x" * 70_000, "it has more than 65,536 characters, which no issue has"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_said_in_one_line(
    body: str, expected: str, catalog: Catalog
) -> None:
    assert refusal(catalog, body) == expected


def test_what_a_person_did_not_agree_to_is_not_for_others_to_tell(tmp_path: Path) -> None:
    program = fill_program()
    program[f"participants/{FIRST}.yaml"]["consent"]["scopes"] = ["name", "links"]
    for path, record in program.items():
        write_text(tmp_path / path, to_yaml(record))
    catalog = load_catalog(tmp_path, shown="records").catalog
    body = issue_text(Kind.PARTICIPANT, f"participants/{FIRST}", {"Position": "Dean"})
    assert "has not agreed to 'affiliation'" in refusal(catalog, body)
    agreed = issue_text(Kind.PARTICIPANT, f"participants/{FIRST}", {"Links": NOTHING})
    assert propose(catalog, read_issue(agreed)).changed == ("Links",)
