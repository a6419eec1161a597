"""Whatever was agreed to, and when: a public record holds what the last word allows, and no more."""

import tempfile
from collections.abc import Collection
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.accepting import accept_people
from generator.intake.renaming import rename
from generator.records.fields import ConsentScope
from tests.intake.programs import Program

MARKED = {
    ConsentScope.NAME: ("namemark",),
    ConsentScope.AFFILIATION: ("placemark", "partmark", "postmark"),
    ConsentScope.LINKS: ("linkmark", "0000-0001-5109-3700"),
    ConsentScope.BIOGRAPHY: ("biomark", "pronounmark"),
}
NEVER = ("mailmark", "statementmark", "avoidmark", "answermark", "namemark-id")
PERSON = """\
# remark of {day}
role: mentee
name: {{given: Namemark{day}, family: Quill}}
email: mailmark@example.org
affiliation: {{name: Placemark{day}, department: Partmark{day}}}
position: Postmark{day}
orcid: 0000-0001-5109-3700
pronouns: pronounmark{day}
links:
  - {{label: Website, url: "https://example.org/linkmark{day}"}}
bio: Biomark{day}.
statement: Statementmark.
undecided: {{avoid: [Avoidmark]}}
other_answers:
  - {{question: Why, answer: Answermark}}
"""
scopes = st.none() | st.sets(st.sampled_from(list(ConsentScope))).map(
    lambda chosen: chosen | {ConsentScope.NAME} if chosen else chosen
)


def apply(program: Program, id_: str, day: int, agreed: Collection[ConsentScope] | None) -> None:
    consent = ""
    if agreed is not None:
        consent = f"consent:\n  given: 2025-05-0{day}\n  scopes: [{', '.join(sorted(agreed))}]\n"
    program.put(f"private/applications/2025/{id_}.yaml", PERSON.format(day=day) + consent)


def accept(program: Program, id_: str) -> str:
    """Accept somebody with --update; the id they have now."""
    catalog = program.load().catalog
    (one,) = accept_people(catalog, "2025", [id_], "records", update=True)
    if one.text:
        program.put(one.path, one.text)
    renamed = rename(catalog, {one.former: one.id} if one.former else {})
    for path, text in renamed.written.items():
        program.put(path, text)
    for path in renamed.deleted:
        (program.folder / path).unlink()
    return one.id


def said_in_public(program: Program) -> str:
    files = sorted((program.folder / "records").rglob("*.yaml"))
    return "\n".join(f"{file.name}\n{file.read_text('utf-8')}" for file in files).lower()


@settings(max_examples=60)
@given(first=scopes, second=scopes, days=st.sampled_from(((1, 2), (2, 1))))
def test_a_public_record_holds_what_was_agreed_to_last(
    first: Collection[ConsentScope] | None,
    second: Collection[ConsentScope] | None,
    days: tuple[int, int],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(folder))
        apply(program, "namemark-id", days[0], first)
        id_ = accept(program, "namemark-id")
        _check(program, first or ())
        (program.folder / f"private/applications/2025/{id_}.yaml").unlink()
        apply(program, id_, days[1], second)
        accept(program, id_)
        told = [(day, agreed) for day, agreed in zip(days, (first, second), strict=True)]
        known = [(day, agreed) for day, agreed in told if agreed is not None]
        last = max(known, key=lambda one: one[0])[1] if known else ()
        was_named = ConsentScope.NAME in (first or ())
        _check(program, {*last, *([ConsentScope.NAME] if was_named else [])}, id_)
        assert program.errors() == []


def _check(program: Program, agreed: Collection[ConsentScope], named: str = "") -> None:
    """Hold the public files against what was agreed to; a name that stood there is not taken off."""
    said = (
        said_in_public(program).replace(f"{named}.yaml", "") if named else said_in_public(program)
    )
    for mark in NEVER[:-1]:
        assert mark not in said
    assert "remark of" not in said
    for scope, marks in MARKED.items():
        for mark in marks:
            assert mark not in said or scope in agreed, (mark, said)
