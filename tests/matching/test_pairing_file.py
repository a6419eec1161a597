"""The proposal in the text of a file of pairings."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from generator.catalog import Entry
from generator.matching.pairing_file import Rewritten, UnusableFileError, with_proposal
from generator.records.pairing import Pairing, PairingFile, PairingStatus
from generator.source import plain, read_bytes

FILE = """\
# yaml-language-server: $schema=../schemas/pairings.json
pairings:
  # The first of all.
  - id: ada-and-mo
    mentors: [ada]   # She asked for him.
    mentees:
      - mo
    status: active

    # What they do.
    project:
      title: "Owls: A study"
  # Not sure about this one.
  - id: owls
    mentors:
      - ben
    mentees: [nia]
    status: proposed
    project:
      title: More owls
  - id: zoe
    mentors: [eve]
    mentees: [zoe]
    status: ended   # Moved away.
# The end.
"""


def entries_in(text: str) -> tuple[list[Entry[Pairing]], str]:
    document = read_bytes(text.encode(), "records/pairings/2026.yaml").document
    assert document
    values = PairingFile.model_validate(plain(document.root))
    return [
        Entry(f"2026/{pairing.id}", pairing, document, ("pairings", at))
        for at, pairing in enumerate(values.pairings)
    ], text


def rewritten(text: str, **proposed: str) -> Rewritten:
    entries, _ = entries_in(text)
    document = read_bytes(text.encode(), "records/pairings/2026.yaml").document
    return with_proposal(document, entries, proposed)


def new(name: str, mentor: str, mentee: str = "") -> str:
    return f"  - id: {name}\n    mentors:\n      - {mentor}\n    mentees:\n      - {mentee or name}\n    status: proposed\n"


def test_a_file_is_made_where_there_is_none() -> None:
    assert with_proposal(None, (), {"oz": "ben", "mo": "ada"}).text == (
        "# yaml-language-server: $schema=../schemas/pairings.json\n"
        "pairings:\n" + new("mo", "ada") + new("oz", "ben")
    )


def test_the_same_proposal_changes_nothing() -> None:
    assert rewritten(FILE, nia="ben") == Rewritten(FILE)


def test_new_proposals_stand_among_the_others_by_id() -> None:
    assert rewritten(FILE, nia="ben", pia="ada", aki="ben").text == FILE.replace(
        "  - id: zoe\n", new("pia", "ada") + "  - id: zoe\n"
    ).replace("  # Not sure", new("aki", "ben") + "  # Not sure")


def test_another_mentor_leaves_what_somebody_wrote_into_the_proposal() -> None:
    assert rewritten(FILE, nia="eve") == Rewritten(FILE.replace("- ben\n", "- eve\n"))


def test_a_proposal_that_is_gone_goes_with_its_remark_and_is_named_if_it_had_a_project() -> None:
    start, end = FILE.index("  # Not sure"), FILE.index("  - id: zoe")
    assert rewritten(FILE) == Rewritten(FILE[:start] + FILE[end:], ("owls",))


def test_an_id_that_is_taken_gets_a_number() -> None:
    text = rewritten(FILE, nia="ben", zoe="ada").text
    assert text == FILE.replace("# The end.\n", new("zoe-2", "ada", "zoe") + "# The end.\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("pairings: []\n", "pairings:\n" + new("mo", "ada"), id="an empty list"),
        pytest.param(
            "# A remark.\npairings:  [ ]  # none yet\n# End\n",
            "# A remark.\npairings:  # none yet\n# End\n" + new("mo", "ada"),
            id="an empty list with remarks",
        ),
        pytest.param(
            "pairings:\n- id: a\n  mentors: [x]\n  mentees: [y]\n  status: active",
            "pairings:\n- id: a\n  mentors: [x]\n  mentees: [y]\n  status: active\n"
            + new("mo", "ada").replace("  - ", "- ", 1).replace("\n  ", "\n"),
            id="a list that is not indented, in a file without a last line break",
        ),
        pytest.param(
            "pairings:\n    -   id: a\n        mentors: [x]\n        mentees: [y]\n        status: active\n",
            "pairings:\n    -   id: a\n        mentors: [x]\n        mentees: [y]\n        status: active\n"
            + "".join(f"  {line}\n" for line in new("mo", "ada").splitlines()),
            id="a list that is indented more",
        ),
        pytest.param(
            "pairings:\r\n  - {id: a, mentors: [x], mentees: [y], status: active}\r\n",
            "pairings:\r\n  - {id: a, mentors: [x], mentees: [y], status: active}\r\n"
            + new("mo", "ada").replace("\n", "\r\n"),
            id="groups in braces, and the line breaks of Windows",
        ),
        pytest.param(
            "pairings:\n  - {id: old, mentors: [x], mentees: [mo], status: proposed}\n",
            "pairings:\n" + new("mo", "ada"),
            id="a proposal in braces is written anew",
        ),
        pytest.param(
            "pairings:\n  - mentors: [x]\n    id: old\n    mentees: [mo]\n    status: proposed\n",
            "pairings:\n  - mentors:\n      - ada\n    id: old\n    mentees: [mo]\n    status: proposed\n",
            id="a proposal that begins with its mentors",
        ),
        pytest.param(
            "pairings:\n  - id: old\n    mentees: [mo]\n    status: proposed\n    mentors:\n    - x\n    - y\n\n# End\n",
            "pairings:\n  - id: old\n    mentees: [mo]\n    status: proposed\n    mentors:\n      - ada\n\n# End\n",
            id="a proposal that ends with its mentors",
        ),
        pytest.param(
            "pairings:\n  - {id: b, mentors: [x], mentees: [mo, y], status: proposed}\n",
            "pairings:\n" + new("mo", "ada"),
            id="a proposal for two of whom one is no longer matched",
        ),
        pytest.param(
            "pairings:\n  - {id: z, mentors: [x], mentees: [w], status: active}\n"
            "  - {id: a, mentors: [v], mentees: [u], status: ended}\n",
            "pairings:\n  - {id: a, mentors: [v], mentees: [u], status: ended}\n"
            + new("mo", "ada")
            + "  - {id: z, mentors: [x], mentees: [w], status: active}\n",
            id="pairings that were not sorted",
        ),
    ],
)
def test_files_are_written_in_many_ways(before: str, after: str) -> None:
    assert rewritten(before, mo="ada").text == after


def test_a_proposal_for_two_with_one_mentor_stays() -> None:
    text = "pairings:\n  - {id: b, mentors: [ada], mentees: [mo, y], status: proposed}\n"
    assert rewritten(text, mo="ada", y="ada").text == text


def test_an_id_that_looks_like_a_number_stands_in_quotes() -> None:
    text = "pairings:\n  - id: old\n    mentors: [x]\n    mentees: [mo]\n    status: proposed\n"
    assert '- "007"\n' in rewritten(text, mo="007").text
    assert '- id: "42"\n' in rewritten("pairings: []\n", **{"42": "ada"}).text


def test_the_last_proposal_gone_leaves_an_empty_list() -> None:
    text = (
        "# A remark.\npairings:\n  - {id: a, mentors: [x], mentees: [y], status: proposed}\n# End\n"
    )
    assert rewritten(text).text == "# A remark.\npairings: []\n# End\n"
    assert rewritten("pairings: []\n").text == "pairings: []\n"


@pytest.mark.parametrize(
    "text",
    [
        "pairings: [{id: a, mentors: [x], mentees: [y], status: active}]\n",
        "pairings:\n  -\n    id: a\n    mentors: [x]\n    mentees: [y]\n    status: active\n",
        '"pairings": []\n',
        "{pairings: []}\n",
    ],
)
def test_a_file_that_cannot_be_added_to_is_refused(text: str) -> None:
    with pytest.raises(UnusableFileError):
        rewritten(text, mo="ada")


NAMES = some.sampled_from(["ada", "ben", "mo", "nia", "oz", "pia", "zoe"])
STANDING = some.sampled_from([str(one) for one in PairingStatus])
REMARKS = some.sampled_from(["", "  # A remark.\n", "\n", "\n  # A remark.\n\n", "      # Deep.\n"])


@settings(max_examples=60)
@given(
    some.lists(some.tuples(REMARKS, NAMES, NAMES, STANDING, some.booleans()), max_size=5),
    some.dictionaries(NAMES, NAMES, max_size=5),
    REMARKS,
)
def test_every_standing_pairing_is_found_again_byte_for_byte(
    pairings: list[tuple[str, str, str, str, bool]], proposed: dict[str, str], last: str
) -> None:
    text = "pairings:\n"
    standing = []
    for at, (remark, mentee, mentor, status, braces) in enumerate(pairings):
        body = (
            f"  - {{id: p{at}, mentors: [{mentor}], mentees: [{mentee}], status: {status}}}\n"
            if braces
            else f"  - id: p{at}  # {at}\n    mentors: [{mentor}]\n\n    # Inside.\n    mentees:\n"
            f"    - {mentee}\n    status: {status}\n"
        )
        text += remark + body
        if status != "proposed":
            standing.append(body)
    text = (text if pairings else "pairings: []\n") + last
    result = rewritten(text, **proposed).text
    for body in standing:
        assert body in result
    entries, _ = entries_in(result)
    found = {
        mentee: entry.record.mentors
        for entry in entries
        if entry.record.status is PairingStatus.PROPOSED
        for mentee in entry.record.mentees
    }
    assert found == {mentee: (mentor,) for mentee, mentor in proposed.items()}
    assert len({entry.id for entry in entries}) == len(entries)
    assert [entry.id for entry in entries] == sorted(entry.id for entry in entries)
    assert rewritten(result, **proposed).text == result


def test_the_demonstrations_file_can_be_added_to() -> None:
    file = Path(__file__).parents[2] / "records/pairings/2026.yaml"
    text = file.read_text("utf-8")
    assert (
        new("dongengwati", "harriet-nonesuch")
        in rewritten(text, dongengwati="harriet-nonesuch").text
    )
