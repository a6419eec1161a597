"""Any record comes out in canonical form, with every value and every comment."""

import io
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.records.canonical import format_as, write_as
from generator.records.kinds import Kind
from generator.source import plain, read_bytes
from generator.source.commented import read_commented
from tests.filling import TEXT, Field, fill, usual
from tests.source.messy import Messy

RECORDS = sorted((Path(__file__).parents[2] / "records").rglob("*.yaml"))

TEXTS = (
    "plain words",
    "no",
    "1984",
    "14:30",
    "true",
    "2026-03-09",
    "Quiet hours: For whom?",
    'it\'s "so" # not a remark',
    "- a dash, [brackets] and {braces}",
    "Zoë 空野夢子 العربية",
    "~",
    "# number sign",
    "back\\slash",
    "words that go on and on, " * 6 + "until the line is much too long for anybody",
)


def values_of(kind: Kind, chance: Random) -> dict[str, Any]:
    """A record of a kind: fields left out by chance, lists of several entries, texts that are hard."""

    def choose(field: Field) -> object:
        if field.is_free and chance.random() < 0.7:
            return chance.choice(TEXTS) if field.holds == TEXT else f"{chance.choice(TEXTS)}\n\nend"
        return usual(field)

    grown: dict[str, Any] = longer(fill(kind, choose), chance)
    return grown


def longer(value: Any, chance: Random) -> Any:
    if isinstance(value, dict):
        return {key: longer(one, chance) for key, one in value.items() if chance.random() < 0.8}
    if isinstance(value, list):
        return [longer(one, chance) for one in value for _ in range(chance.randrange(4))]
    return str(value).strip()


def read(text: str) -> Any:
    document = read_bytes(text.encode(), "a.yaml").document
    assert document is not None
    return plain(document.root)


def comments_in(text: str) -> list[str]:
    commented = read_commented(text)
    assert commented is not None
    return [one for one in commented.comments if not one.startswith("# yaml-language-server:")]


def formatted(kind: Kind, text: str) -> str:
    made = format_as(kind, text.encode(), "a.yaml")
    assert made.found == ()
    assert made.text is not None
    return made.text


@given(st.sampled_from(list(Kind)), st.integers(0, 2**32))
def test_nothing_is_lost_and_formatting_again_changes_nothing(kind: Kind, seed: int) -> None:
    chance = Random(seed)
    values = values_of(kind, chance) or {"name": "x"}
    messy = Messy(chance)
    text = messy.record(values)
    assert read(text) == values
    made = formatted(kind, text)
    assert read(made) == values
    assert Counter(comments_in(made)) == Counter(messy.comments)
    assert formatted(kind, made) == made


@given(st.sampled_from(list(Kind)), st.integers(0, 2**32))
def test_without_comments_it_is_what_the_commands_write(kind: Kind, seed: int) -> None:
    chance = Random(seed)
    values = values_of(kind, chance) or {"name": "x"}
    text = Messy(chance, remarks=False).record(values)
    assert formatted(kind, text) == write_as(kind, values)


MOVES = [
    # A comment above a key, and one beside it, go with the key; the head of the file stays.
    (
        "# Head.\n\n# above\nposition: a # beside\nname: {family: b}\n",
        "# Head.\n\nname:\n  family: b\n# above\nposition: a  # beside\n",
    ),
    # One directly above the first key is that key's.
    ("# above\nposition: a\nname: {family: b}\n", "name:\n  family: b\n# above\nposition: a\n"),
    # One between two entries is the lower one's; one behind the last is the list's.
    (
        "consent:\n  scopes:\n  - name\n  # of links\n  - links\n    # too deep, so of links\n  given: 2026-01-02\n",
        "consent:\n  given: 2026-01-02\n  scopes:\n    - name\n    # of links\n    # too deep, so of links\n    - links\n",
    ),
    (
        "links:\n  - label: a\n    url: https://example.org\n    # of the link\n  # of the list\n# of the record\n",
        "links:\n  - label: a\n    url: https://example.org\n    # of the link\n  # of the list\n# of the record\n",
    ),
    # Those in brackets stay with the entries; one behind the bracket is the key's.
    (
        "consent: {scopes: [name, # one\n  # two\n  links # three\n  # four\n  ], # five\n  given: 2026-01-02} # six\n",
        "consent:  # six\n  given: 2026-01-02\n  scopes:  # five\n    - name  # one\n    # two\n    - links  # three\n    # four\n",
    ),
    # One behind the mark of a block stays there, and no number sign in a text is a comment.
    (
        "bio: >- # mark\n  # a text\n  and more\n# end\n",
        "bio: '# a text and more'  # mark\n# end\n",
    ),
    # Blank lines: one at most, none at the edges.
    (
        "\n\nposition: a\n\n\n# above\n\n\nbio: b\n\n\n",
        "position: a\n\n# above\n\nbio: b\n",
    ),
    # An entry without a text parts what is above it from what is below.
    (
        "links:\n  # of the first\n  - {}\n\n  - {}\n  # of the list\nbio: b\n",
        "links:\n  # of the first\n  - {}\n\n  - {}\n  # of the list\nbio: b\n",
    ),
    # Nothing stands twice beside one key; what has no place beside it goes above.
    (
        "consent: # one\n  { scopes: [] # two\n  } # three\n",
        "# three\nconsent:  # one\n  scopes: []  # two\n",
    ),
    # A key without a value, and one that no model knows, stay.
    ("note: x # kept\nbio:\nname: {family: b}\n", "name:\n  family: b\nbio:\nnote: x  # kept\n"),
]


@pytest.mark.parametrize(("before", "after"), MOVES)
def test_comments_go_with_what_they_speak_of(before: str, after: str) -> None:
    line = "# yaml-language-server: $schema=../schemas/participant.json\n"
    assert formatted(Kind.PARTICIPANT, before) == f"{line}{after}"


def test_the_line_for_editors_is_put_first_and_right() -> None:
    text = "name: {family: b}\n#yaml-language-server: $schema=elsewhere.json\nposition: a\n"
    assert formatted(Kind.PARTICIPANT, text).splitlines()[0] == (
        "# yaml-language-server: $schema=../schemas/participant.json"
    )
    assert "elsewhere" not in formatted(Kind.PARTICIPANT, text)


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_another_program_that_keeps_comments_leaves_the_form_as_it_is(file: Path) -> None:
    text = file.read_text("utf-8")
    editor = YAML()
    editor.preserve_quotes = True
    editor.width = 1_000_000
    editor.indent(mapping=2, sequence=4, offset=2)
    written = io.StringIO()
    editor.dump(editor.load(text), written)
    assert written.getvalue() == text


@given(st.sampled_from(list(Kind)), st.integers(0, 2**32))
def test_another_reader_finds_the_same_comments_and_texts(kind: Kind, seed: int) -> None:
    messy = Messy(Random(seed))
    made = formatted(kind, messy.record(values_of(kind, Random(seed)) or {"name": "x"}))
    tokens = [*YAML().scan(made)]
    comments = [
        line.strip()
        for token in tokens
        for line in comment_lines(token)
        if line.strip() and "yaml-language-server" not in line
    ]
    assert Counter(comments) == Counter(messy.comments)


def comment_lines(token: Any) -> list[str]:
    """The lines of the comments that another reader keeps with a token."""
    kept = getattr(token, "_comment", None)
    return [line for part in flat(kept) for line in part.split("\n")]


def flat(kept: Any) -> list[str]:
    if isinstance(kept, list):
        return [part for one in kept for part in flat(one)]
    return [] if kept is None else [kept if isinstance(kept, str) else kept.value]
