"""Recorded answers, invented in the shape of real ones, and the records that are made of them."""

import json
from pathlib import Path

import pytest

from generator.bibliography.linking import People
from generator.bibliography.proposing import Surroundings, propose
from generator.bibliography.reading.answers import item_from_answer
from generator.lookup import Resolver, look_up
from generator.records.participant import Participant
from tests.lookup.conftest import Makes, Registrar

ANSWERS = Path(__file__).parent / "answers"
NAMES = sorted(path.stem for path in ANSWERS.glob("*.json"))
PARTICIPANT = Participant.model_validate(
    {
        "name": {"given": "Calvin", "family": "Makebright"},
        "orcid": "0000-0009-9999-0011",
        "consent": {"given": "2026-01-02", "scopes": ["name", "outputs"]},
    }
)
AROUND = Surroundings(People({"calvin-makebright": PARTICIPANT}), {}, ())


def recorded(name: str) -> tuple[str, bytes]:
    """The DOI that an answer is about, and the answer."""
    content = (ANSWERS / f"{name}.json").read_bytes()
    values = json.loads(content)
    return values.get("message", values)["DOI"], content


def made_of(name: str, registrar: Registrar, csl: Makes) -> str:
    """The record that is made of an answer, with what is said about it as comments."""
    doi, content = recorded(name)
    registrar.says(f"/registrar/{doi}", csl(content))
    item, changes = item_from_answer(look_up(doi, Resolver(registrar.address)), doi)
    proposal = propose(item, AROUND)
    assert proposal is not None
    said = [*changes, *proposal.notes]
    return "".join([f"# {proposal.id}\n", *(f"# {one}\n" for one in said), proposal.text])


@pytest.mark.parametrize("name", NAMES)
def test_a_recorded_answer_becomes_the_expected_record(
    name: str, registrar: Registrar, csl: Makes
) -> None:
    expected = (ANSWERS / f"{name}.yaml").read_text("utf-8")
    assert made_of(name, registrar, csl) == expected
