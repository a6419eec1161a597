"""What there is to choose from: ids, found by what people call them."""

from collections.abc import Iterable
from dataclasses import dataclass

import click

from generator.diagnostics import closest, fold


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its id, what people call it, and other words for it."""

    id: str
    label: str = ""
    also: tuple[str, ...] = ()


class Spellings:
    """Finds what was meant among choices by id, by what people call it, and by other words."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self.known: dict[str, Choice] = {choice.id: choice for choice in choices}
        self._by_words: dict[str, set[str]] = {}
        for choice in self.known.values():
            for word in (choice.id, choice.label, *choice.also):
                self._by_words.setdefault(fold(word), set()).add(choice.id)

    def id_of(self, said: str) -> str:
        """Return the id that was meant; what was said where it is none, or one of several."""
        said = said.strip()
        meant = self._by_words.get(fold(said), set()) if fold(said) else set()
        return next(iter(meant)) if len(meant) == 1 and said not in self.known else said

    def wrong(self, answer: str) -> str:
        """Say what is wrong with an answer that is no id."""
        if answer in self.known:
            return ""
        if not self.known:
            return f"there is no '{answer}'; there is nothing to choose from yet"
        several = self._by_words.get(fold(answer), set()) if fold(answer) else set()
        if several:
            return f"'{answer}' may be {' or '.join(sorted(several))}"
        words = {word: one.id for one in self.known.values() for word in (one.label, *one.also)}
        meant = closest(answer, [*self.known, *filter(None, words)])
        if meant:
            return f"there is no '{answer}'; did you mean '{words.get(meant, meant)}'?"
        few = ", ".join(list(self.known)[:8])
        return f"there is no '{answer}'; choose one of {few}{_and_more(len(self.known), 8)}"


def list_choices(choices: Iterable[Choice]) -> None:
    """Show what there is to choose from."""
    listed = list(choices)
    width = max((len(one.id) for one in listed), default=0)
    for one in listed:
        click.echo(f"  {one.id:<{width}}  {one.label}".rstrip(), err=True)
    if not listed:
        click.echo("  there is nothing to choose from yet", err=True)


def _and_more(number: int, shown: int) -> str:
    return "; '?' lists all" if number > shown else ""
