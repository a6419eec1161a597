"""Participants' records from applications: what was agreed to, and nothing else."""

import pytest

from generator.intake.acceptance import Acceptance
from generator.intake.accepting import accept_people
from generator.intake.consented import PERSONAL
from generator.intake.naming import is_pseudonym
from generator.intake.outcome import Fate
from generator.intake.renaming import rename
from generator.records.fields import ConsentScope
from tests.intake.programs import Program

PERSON = """\
role: mentee
name: {given: Cleo, family: Quill}
email: cleo@example.org
affiliation: {name: Example Town Library, department: Reference}
position: Librarian
orcid: 0000-0001-5109-3700
pronouns: they/them
links:
  - {label: Website, url: "https://example.org/cleo"}
bio: Cleo studies quiet hours.
statement: Private words.
"""
VALUES = {
    ConsentScope.NAME: "name:\n  given: Cleo\n  family: Quill\n",
    ConsentScope.AFFILIATION: (
        "affiliation:\n  name: Example Town Library\n  department: Reference\nposition: Librarian\n"
    ),
    ConsentScope.LINKS: "orcid: 0000-0001-5109-3700\nlinks:\n  - label: Website\n    url: https://example.org/cleo\n",
    ConsentScope.BIOGRAPHY: "pronouns: they/them\nbio: Cleo studies quiet hours.\n",
}


def applied(
    program: Program,
    *scopes: str,
    id_: str = "cleo-quill",
    text: str = PERSON,
    day: str = "2025-05-10",
) -> None:
    consent = f"consent:\n  given: {day}\n  scopes: [{', '.join(scopes)}]\n" if scopes else ""
    program.put(f"private/applications/2025/{id_}.yaml", text + consent)


def accepted(program: Program, *people: str, update: bool = False) -> tuple[Acceptance, ...]:
    catalog = program.load().catalog
    found = accept_people(catalog, "2025", people or ("cleo-quill",), "records", update=update)
    for one in found:
        if one.text:
            program.put(one.path, one.text)
    renamed = rename(catalog, {one.former: one.id for one in found if one.former})
    for path, text in renamed.written.items():
        program.put(path, text)
    for path in renamed.deleted:
        (program.folder / path).unlink()
    return found


def test_each_scope_lets_its_own_values_into_the_record(program: Program) -> None:
    for scope in VALUES:
        scopes = dict.fromkeys((ConsentScope.NAME, scope))
        applied(program, *scopes)
        (one,) = accepted(program)
        text = (program.folder / one.path).read_text("utf-8")
        for other, values in VALUES.items():
            for value in values.splitlines():
                assert (f"{value}\n" in text) == (other in scopes)
        (program.folder / one.path).unlink()


def test_the_scopes_of_keys_are_those_of_the_model() -> None:
    assert PERSONAL == {
        "name": ConsentScope.NAME,
        "affiliation": ConsentScope.AFFILIATION,
        "position": ConsentScope.AFFILIATION,
        "orcid": ConsentScope.LINKS,
        "pronouns": ConsentScope.BIOGRAPHY,
        "links": ConsentScope.LINKS,
        "bio": ConsentScope.BIOGRAPHY,
    }


def test_a_whole_record_is_written_as_it_should_be(program: Program) -> None:
    applied(program, *ConsentScope)
    (one,) = accepted(program)
    text = (program.folder / "records/participants/cleo-quill.yaml").read_text("utf-8")
    values = "".join(
        (
            VALUES[ConsentScope.NAME],
            VALUES[ConsentScope.AFFILIATION],
            "orcid: 0000-0001-5109-3700\npronouns: they/them\n",
            "links:\n  - label: Website\n    url: https://example.org/cleo\n",
            "bio: Cleo studies quiet hours.\n",
        )
    )
    assert text == (
        f"# yaml-language-server: $schema=../schemas/participant.json\n{values}"
        "consent:\n  given: 2025-05-10\n  scopes:\n"
        + "".join(f"    - {scope}\n" for scope in ConsentScope)
    )
    assert (one.fate, one.withheld) == (Fate.NEW, ())
    assert program.errors() == []
    (again,) = accepted(program)
    assert (again.fate, again.text) == (Fate.UNCHANGED, "")


@pytest.mark.parametrize("scopes", [(), ("pairing-less",)])
def test_nobody_who_did_not_agree_is_named_in_a_public_repository(
    program: Program, scopes: tuple[str, ...]
) -> None:
    consent = "consent: {given: 2025-05-10, scopes: []}\n" if scopes else ""
    applied(program, text=PERSON + consent)
    applied(
        program,
        id_="dora-marsh",
        text=PERSON.replace("Cleo", "Dora")
        .replace("Quill", "Marsh")
        .replace("0000-0001-5109-3700", "0000-0002-1694-233X")
        + "avoid: [cleo-quill, ada-okafor]\n",
    )
    found = accepted(program, "cleo-quill", "dora-marsh")
    assert [one.id for one in found] == ["mentee-2025-01", "mentee-2025-02"]
    assert program.applications() == ["mentee-2025-01", "mentee-2025-02"]
    assert program.application("mentee-2025-02")["avoid"] == ["mentee-2025-01", "ada-okafor"]
    assert program.application("mentee-2025-01")["name"] == {"given": "Cleo", "family": "Quill"}
    for file in (program.folder / "records").rglob("*"):
        said = f"{file.name} {file.read_text('utf-8') if file.is_file() else ''}".lower()
        assert not any(word in said for word in ("cleo", "quill", "dora", "marsh"))
    assert program.errors() == []


def test_a_private_repository_names_who_did_not_agree_and_shows_nothing_else(
    program: Program,
) -> None:
    file = program.folder / "records/program.yaml"
    file.write_text(file.read_text("utf-8").replace("repository: public", "repository: private"))
    applied(program)
    (one,) = accepted(program)
    text = (program.folder / one.path).read_text("utf-8")
    assert text.endswith(VALUES[ConsentScope.NAME])
    assert one.withheld == (
        "name", "affiliation", "position", "orcid", "pronouns", "links", "bio",
    )  # fmt: skip


def test_who_stands_in_public_already_is_not_given_another_id(program: Program) -> None:
    applied(program)
    path = "records/pairings/2025.yaml"
    text = (program.folder / path).read_text("utf-8")
    program.put(path, text.replace("mentees: [ben-larsen]", "mentees: [ben-larsen, cleo-quill]"))
    (one,) = accepted(program)
    assert (one.fate, one.reason) == (
        Fate.REJECTED,
        "has not agreed to be named, but 'cleo-quill' stands in records/pairings/2025.yaml",
    )


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("cleo-quill", "{given: Cleo, family: Quill}"),
        ("cquill", "{given: Cleo, family: Quill}"),
        ("cq-1984", "{given: Cleo, family: Quill}"),
        ("xu-gousi", "{family: 许构思}"),
        ("mentee-quill-01", "{family: Quill}"),
    ],
)
def test_no_id_that_somebody_chose_stands_for_who_did_not_agree_to_be_named(
    program: Program, id_: str, name: str
) -> None:
    applied(program, id_=id_, text=PERSON.replace("{given: Cleo, family: Quill}", name))
    (one,) = accepted(program, id_)
    assert (one.id, one.former) == ("mentee-2025-01", id_)
    assert program.applications() == ["mentee-2025-01"]


def test_an_id_that_says_nothing_is_kept(program: Program) -> None:
    applied(program, id_="mentee-2025-07")
    (one,) = accepted(program, "mentee-2025-07")
    assert (one.id, one.former) == ("mentee-2025-07", "")
    assert is_pseudonym("mentor-2025-12", {"2025"})
    assert not is_pseudonym("mentor-2025-12", {"2026"})


def test_an_application_under_an_earlier_id_is_of_the_same_person(program: Program) -> None:
    text = participant(program, "", "name, affiliation").replace(
        "consent:", "aliases: [cleo]\nconsent:"
    )
    program.put("records/participants/cleo-quill.yaml", text)
    applied(program, "name", "affiliation", "links", id_="cleo")
    (one,) = accepted(program, "cleo")
    assert (one.fate, one.path) == (Fate.DIFFERS, "records/participants/cleo-quill.yaml")


def test_addresses_and_numbers_stay_out_of_public_records(program: Program) -> None:
    bio = "bio: Write to cleo@example.org or 312-555-0142."
    applied(program, *ConsentScope, text=PERSON.replace("bio: Cleo studies quiet hours.", bio))
    (one,) = accepted(program)
    assert "bio: Write to […] or […].\n" in one.text
    assert one.notes == ("addresses and numbers are taken out of 'bio'",)


def test_a_text_that_says_what_is_left_out_is_pointed_to(program: Program) -> None:
    bio = "bio: Cleo works at Example Town Library."
    text = PERSON.replace("bio: Cleo studies quiet hours.", bio)
    applied(program, "name", "biography", text=text)
    (one,) = accepted(program)
    said = "'bio' says 'Example Town Library', which is left out as 'affiliation': look at it"
    assert one.notes == (said,)


def participant(program: Program, extra: str = "", scopes: str = "name, affiliation") -> str:
    text = (
        "name:\n  given: Cleo\n  family: Quill\n"
        "# from the web page\naffiliation:\n  name: Example Town Library\n"
        "  ror: https://ror.org/05dxps055\n"
        f"{extra}consent:\n  given: 2025-01-01\n  scopes: [{scopes}]\n"
    )
    program.put("records/participants/cleo-quill.yaml", text)
    return text


def test_a_record_that_is_there_is_changed_only_when_told(program: Program) -> None:
    before = participant(program)
    applied(program, "name", "affiliation", "links")
    (one,) = accepted(program)
    assert (one.fate, one.text) == (Fate.DIFFERS, "")
    assert [key for key, _, _ in one.differences] == [
        "affiliation", "position", "orcid", "links", "consent",
    ]  # fmt: skip
    accepted(program, update=True)
    assert (program.folder / "records/participants/cleo-quill.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schemas/participant.json\n"
        + before.partition("consent:")[0].replace(
            "  ror: https://ror.org/05dxps055\n",
            "  department: Reference\n  ror: https://ror.org/05dxps055\n",
        )
        + "position: Librarian\n"
        + VALUES[ConsentScope.LINKS]
        + "consent:\n  given: 2025-05-10\n  scopes:\n    - name\n    - affiliation\n    - links\n"
    )
    (again,) = accepted(program)
    assert again.fate is Fate.UNCHANGED


def test_what_is_no_longer_agreed_to_is_taken_out(program: Program) -> None:
    participant(program, "bio: Old words.\n", "name, affiliation, biography, outputs")
    applied(program, "name")
    (one,) = accepted(program, update=True)
    assert one.text == (
        "# yaml-language-server: $schema=../schemas/participant.json\n"
        "name:\n  given: Cleo\n  family: Quill\n"
        "consent:\n  given: 2025-05-10\n  scopes:\n    - name\n"
    )


def test_what_was_said_later_counts(program: Program) -> None:
    participant(program)
    applied(program, *ConsentScope, day="2024-12-31")
    (one,) = accepted(program, update=True)
    assert [key for key, _, _ in one.differences] == ["affiliation", "position"]
    assert one.notes == ("what they agreed to on 2024-12-31 is older than the record",)


def test_somebody_who_withdrew_is_not_taken_back_by_an_application(program: Program) -> None:
    participant(program, "withdrawn: 2025-02-01\n")
    applied(program, *ConsentScope)
    (one,) = accepted(program, update=True)
    assert (one.fate, one.reason) == (
        Fate.REJECTED,
        "withdrew on 2025-02-01; if they came back, take that out first",
    )


def test_faults_that_narrower_consent_makes_elsewhere_are_foretold(program: Program) -> None:
    text = (
        PERSON.replace("Cleo", "Ada")
        .replace("Quill", "Okafor")
        .replace("0000-0001-5109-3700", "0000-0002-1825-0097")
    )
    program.put(
        "private/applications/2025/ada-okafor.yaml",
        text + "consent: {given: 2026-05-10, scopes: [name]}\n",
    )
    (one,) = accepted(program, "ada-okafor", update=True)
    assert one.notes == ("'lrrt validate' will find 1 more in what names 'ada-okafor'",)
    assert [fault.partition("code='")[2].partition("'")[0] for fault in program.errors()] == [
        "published-without-consent"
    ]


def test_a_record_that_would_be_at_fault_is_not_written(program: Program) -> None:
    applied(
        program, *ConsentScope, text=PERSON.replace("0000-0001-5109-3700", "0000-0002-1825-0097")
    )
    (one,) = accepted(program)
    assert one.fate is Fate.REJECTED
    assert one.reason.startswith(
        "its record would be at fault: this ORCID iD is that of 'ada-okafor'"
    )
