"""Any record comes out in canonical form, with every value and every comment."""

from collections import Counter
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.records.canonical import format_as, write_as
from generator.records.kinds import Kind
from generator.source import plain, read_bytes
from generator.source.commented import read_commented
from tests.filling import TEXT, Field, fill, usual
from tests.source.messy import Messy

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
