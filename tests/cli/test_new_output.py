"""lrrt new output: a record from a DOI or from answers, shown whole before it is written."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result

from generator.records.output import OutputType
from tests.lookup.conftest import Answer, Registrar, serving

Run = Callable[..., Result]

DOI = "10.5555/lrrt.new"
ANSWER: dict[str, Any] = {
    "indexed": {},
    "type": "journal-article",
    "DOI": DOI,
    "title": ["Who listens in <em>small</em> libraries."],
    "container-title": ["Journal of Invented Results"],
    "issued": {"date-parts": [[2026, 4]]},
    "author": [
        {"given": "A.", "family": "Okafor", "ORCID": "http://orcid.org/0000-0002-1825-0097"},
        {"given": "Nobody", "family": "Else"},
    ],
}
RECORD = f"""\
# yaml-language-server: $schema=../schemas/output.json
type: journal-article
title: Who listens in <i>small</i> libraries
status: published
date: 2026-04
contributors:
  - participant: ada-okafor
    name:
      given: A.
      family: Okafor
  - name:
      given: Nobody
      family: Else
container:
  title: Journal of Invented Results
doi: {DOI}
"""


@pytest.fixture
def registrar(monkeypatch: pytest.MonkeyPatch) -> Iterator[Registrar]:
    """A registrar on this machine that knows one DOI."""
    with serving() as known:
        headers = {"Content-Type": "application/vnd.citationstyles.csl+json"}
        known.says(f"/registrar/{DOI}", Answer(200, json.dumps(ANSWER).encode(), headers))
        monkeypatch.setenv("LRRT_DOI_RESOLVER", known.address)
        yield known


def added(program: Path) -> dict[str, str]:
    return {
        file.name: file.read_text("utf-8")
        for file in sorted((program / "records/outputs").glob("*.yaml"))
        if file.stem != "2026-reading-aloud"
    }


def test_a_doi_becomes_a_record_shown_before_it_is_written(
    registrar: Registrar, program: Path, lrrt: Run
) -> None:
    result = lrrt("new", "output", "--doi", f"https://doi.org/{DOI}", answer="y\n")
    assert (result.exit_code, result.stdout) == (0, "")
    shown, _, said = result.stderr.partition("\n\n")
    assert shown == "records/outputs/2026-who-listens-in-small-libraries.yaml:"
    assert said.startswith(RECORD)
    assert said.splitlines()[len(RECORD.splitlines()) + 2 :] == [
        "    changed: type 'journal-article' taken as 'article-journal'",
        "    changed: title: tags: 'Who listens in <i>small</i> libraries.'",
        "    changed: title: final period taken out",
        "    note: 'A. Okafor' is linked to participant 'ada-okafor' (same ORCID iD); check that it is so",
        "Write this record? [y/N]: y",
        "records/outputs/2026-who-listens-in-small-libraries.yaml written.",
    ]
    assert added(program) == {"2026-who-listens-in-small-libraries.yaml": RECORD}
    assert lrrt("validate").exit_code == 0
    assert len(registrar.asked) == 2


@pytest.mark.usefixtures("registrar")
@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_nothing_is_written_without_a_yes(answer: str, program: Path, lrrt: Run) -> None:
    assert lrrt("new", "output", "--doi", DOI, answer=answer).exit_code == 1
    assert added(program) == {}


@pytest.mark.usefixtures("registrar")
def test_type_and_pairing_are_as_they_are_given(program: Path, lrrt: Run) -> None:
    arguments = ("--doi", DOI, "--type", "preprint", "--pairing", "2025/reading-aloud", "--yes")
    assert lrrt("new", "output", *arguments).exit_code == 0
    (text,) = added(program).values()
    assert "type: preprint\n" in text
    assert "pairings:\n  - 2025/reading-aloud\ncsl:\n  type: article-journal\n" in text


def test_a_doi_that_is_there_is_not_asked_for_again(
    registrar: Registrar, program: Path, lrrt: Run
) -> None:
    lrrt("new", "output", "--doi", DOI, "--yes")
    before = added(program)
    asked = len(registrar.asked)
    again = lrrt("new", "output", "--doi", DOI.upper(), "--yes")
    there = "It is there already: records/outputs/2026-who-listens-in-small-libraries.yaml"
    assert again.exit_code == 0
    assert again.stderr == f"{there} (same DOI {DOI.upper()}). Nothing was written.\n"
    assert added(program) == before
    assert len(registrar.asked) == asked


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--doi", "abc"], "'abc' is not a DOI; write it from '10.' on, as in 10.5555/12345678"),
        (["--doi", "10.5555/unknown"], "there is no DOI 10.5555/unknown; check it letter by letter"),
        (["--doi", DOI, "--pairing", "2025/reading-alud"], "no pairing '2025/reading-alud': did you mean '2025/reading-aloud'?"),
        (["--doi", DOI, "--resolver", "http://example.org"], "'http://example.org' is no https address of a resolver, nor on this machine"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("registrar")
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], said: str, program: Path, lrrt: Run
) -> None:
    result = lrrt("new", "output", *arguments)
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")
    assert added(program) == {}


def test_an_answer_without_a_title_makes_no_record(
    registrar: Registrar, program: Path, lrrt: Run
) -> None:
    registrar.says(f"/{DOI}", Answer(200, b'{"type": "book", "publisher": "P"}'))
    result = lrrt("new", "output", "--doi", DOI)
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: the answer about {DOI} gives no title; fill the record in with 'lrrt new output'\n",
    )
    assert added(program) == {}


def answers(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def test_without_a_doi_it_asks_in_plain_words(program: Path, lrrt: Run) -> None:
    given = answers(
        "presentaton",  # did you mean …?
        "presentation",
        "panel",
        "  What readers   said ",
        "June 2026",  # no date of ours
        "2026-06-11",
        "?",
        "Okafor, Ada",
        "y",
        "ben-larsen; chair",
        "Nobody Collective",
        "y",
        "Plato",
        "n",
        "Somebody, Else; chairr",  # no role
        "Somebody, Else; editor",
        "",
        "",  # needed: nothing else says where
        "Invented Conference",
        "Online",
        "",
        "",
        "",
        "",
        "",
        "2025/reading-aloud",
        "y",
    )
    result = lrrt("new", "output", answer=given)
    assert result.exit_code == 0
    assert "\n  ada-okafor  Ada Okafor\n  ben-larsen  Ben Larsen\n" in result.stderr
    assert "did you mean 'presentation'?" in result.stderr
    assert "'chairr' is no role; did you mean chair?" in result.stderr
    assert added(program) == {
        "2026-what-readers-said.yaml": """\
# yaml-language-server: $schema=../schemas/output.json
type: presentation
form: panel
title: What readers said
status: presented
date: 2026-06-11
contributors:
  - participant: ada-okafor
  - participant: ben-larsen
    role: chair
  - organization: Nobody Collective
  - name:
      family: Plato
  - name:
      given: Else
      family: Somebody
    role: editor
event:
  name: Invented Conference
  online: true
pairings:
  - 2025/reading-aloud
"""
    }
    assert lrrt("validate").stderr == "10 records checked: no faults.\n"


def test_an_article_is_asked_for_its_journal(program: Path, lrrt: Run) -> None:
    given = answers(
        "Who listens",
        "in-press",
        "",
        "ada-okafor",
        "",
        "Journal of Invented Results",
        "12",
        "",
        "1-9",
        "https://doi.org/10.5555/x",  # not bare
        "10.5555/x",
        *[""] * 5,
        "y",
    )
    result = lrrt("new", "output", "--type", "journal-article", answer=given)
    assert result.exit_code == 0
    assert added(program) == {
        "who-listens.yaml": """\
# yaml-language-server: $schema=../schemas/output.json
type: journal-article
title: Who listens
status: in-press
contributors:
  - participant: ada-okafor
container:
  title: Journal of Invented Results
  volume: 12
  pages: 1-9
doi: 10.5555/x
"""
    }


@pytest.mark.parametrize("type_", list(OutputType))
def test_who_answers_only_what_is_needed_gets_a_record_that_fits(
    type_: OutputType, program: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(words: str, default: str, **_: object) -> str:
        if default or "(or nothing" in words:
            return default
        fitting = {"When": "2026-06-11", "Where": "https://example.org/a"}
        return fitting.get(words.partition(" ")[0], "Something")

    monkeypatch.setattr(click, "prompt", answer)
    result = lrrt("new", "output", "--type", str(type_), answer="y\n")
    assert result.exit_code == 0, result.stderr
    assert len(added(program)) == 1
    assert lrrt("validate").exit_code == 0


def test_people_and_terms_are_found_by_what_they_are_called(program: Path, lrrt: Run) -> None:
    given = answers(
        "Blog post",
        "On call",
        "",
        "",
        "ada okafor",
        "y",
        "",
        "Blog of nobody",
        "",
        "https://example.org/on-call",
        "leisure reading, Shared reading",
        "?",
        "Interview",  # did you mean …?
        "interviews",
        "It rang.",
        "2025/reading-alud",  # did you mean …?
        "2025/reading-aloud",
        "y",
    )
    result = lrrt("new", "output", answer=given)
    assert result.exit_code == 0, result.stderr
    (text,) = added(program).values()
    assert "contributors:\n  - participant: ada-okafor\n" in text
    assert text.endswith(
        "abstract: It rang.\ntopics:\n  - reading\n  - shared-reading\nmethods:\n  - interviews\n"
        "pairings:\n  - 2025/reading-aloud\n"
    )


def test_an_address_of_somebody_is_refused_where_it_is_typed(program: Path, lrrt: Run) -> None:
    record = program / "records/program.yaml"
    record.write_text(record.read_text("utf-8").replace("private", "public"), "utf-8")
    given = answers("poster", "Ask ada@example.org", "Ask Ada")
    result = lrrt("new", "output", answer=given)
    assert "  this looks like an e-mail address or a telephone number" in result.stderr
    assert "When was it presented" in result.stderr


def test_who_has_withdrawn_is_not_offered(program: Path, lrrt: Run) -> None:
    record = program / "records/participants/ben-larsen.yaml"
    record.write_text(record.read_text("utf-8") + "withdrawn: 2026-01-01\n", "utf-8")
    given = answers("report", "A title", "", "2026", "?", "Ben Larsen", "n")
    result = lrrt("new", "output", answer=given)
    assert "  ada-okafor  Ada Okafor\n" in result.stderr
    assert "ben-larsen" not in result.stderr


def test_what_a_registrar_does_not_know_is_asked_for(
    registrar: Registrar, program: Path, lrrt: Run
) -> None:
    known = {**ANSWER, "container-title": []}
    headers = {"Content-Type": "application/vnd.citationstyles.csl+json"}
    registrar.says(f"/registrar/{DOI}", Answer(200, json.dumps(known).encode(), headers))
    refused = lrrt("new", "output", "--doi", DOI, "--yes")
    assert (refused.exit_code, added(program)) == (1, {})
    assert refused.stderr.endswith(
        "\nNothing was written: 'lrrt validate' would refuse this record.\n"
    )
    given = answers("", "Journal of Others", "3", "", "", "y")
    result = lrrt("new", "output", "--doi", DOI, answer=given)
    assert "  this is needed\n" in result.stderr
    (text,) = added(program).values()
    assert "container:\n  title: Journal of Others\n  volume: 3\n" in text
    assert lrrt("validate").exit_code == 0


@pytest.mark.parametrize("number", [0, 1, 4, 6, 9])
def test_who_stops_answering_leaves_nothing_behind(number: int, program: Path, lrrt: Run) -> None:
    given = answers(
        "poster", "A title", "2026-06-11", "ada-okafor", "", "A meeting", "Here", "", "", ""
    )
    result = lrrt("new", "output", answer="".join(given.splitlines(keepends=True)[:number]))
    assert (result.exit_code, result.stderr.endswith("\nNothing was written.\n")) == (1, True)
    assert added(program) == {}


def test_a_name_can_be_taken_back_and_nobody_is_named_twice(program: Path, lrrt: Run) -> None:
    given = answers(
        "report",
        "What readers said",
        "published",
        "2026",
        "Jane Imaginary",  # no organization, and two names
        "n",
        "n",
        "Imaginary, Jane",
        "Wrong, Somebody",
        "-",
        "ada-okafor",
        "ada-okafor",
        "",
    )
    result = lrrt("new", "output", answer=given + answers(*[""] * 20))
    assert "write it as 'Family name, Given name'" in result.stderr
    assert "1 named" in result.stderr
    assert "that one is named already" in result.stderr
    assert added(program) == {}
