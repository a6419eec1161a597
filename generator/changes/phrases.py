"""How a difference between two views is said: a phrase for each field that differs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Protocol

from generator.bibliography.plain import plain_title
from generator.changes.discretion import Discretion
from generator.changes.matching import Known
from generator.changes.renames import Renames
from generator.views.links import Link
from generator.views.people import A_MENTEE, A_MENTOR, WITHHELD, PersonLabel
from generator.views.wording import counted, listed

MOST = 3
"""How many things of a kind are named before the rest is counted."""

_LONGEST = 120
_UNNAMED = frozenset((WITHHELD, A_MENTOR, A_MENTEE))
"""What stands where a name is withheld."""


class Addressed(Known, Protocol):
    """Something whose page may be found at earlier addresses, too."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its earlier ids."""


@dataclass(frozen=True, slots=True)
class Fact:
    """How a field is spoken of. ``say`` puts its new value into a few words, where that helps."""

    words: str
    say: Callable[[Any], str] | None = None


TOLD = Fact("")
"""For fields that follow from others, whose change is told there."""


def quoted(title: str) -> str:
    """Return a title in quotation marks, without its own markup, cut if it is long."""
    return f"“{cut(plain_title(title))}”"


def cut(text: str) -> str:
    """Return words in one line, the last ones left out if they are many."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 2].rstrip()} …"


def some(things: Sequence[str], most: int = MOST) -> str:
    """Return things as a list, the first few by name: 'a, b, c, and 11 more'."""
    if len(things) <= most + 1:
        return listed(things)
    return listed([*things[:most], f"{len(things) - most:,} more"])


def phrases(old: Any, new: Any, facts: Mapping[str, Fact]) -> Iterator[str]:
    """Yield what became of the fields of a view: what is gone, what came, what is otherwise.

    A field without a fact is spoken of by its own name, so that none is passed over.
    """
    found: dict[str, list[str]] = {"takes out": [], "adds": [], "changes": []}
    for field in fields(new):
        was, now = getattr(old, field.name), getattr(new, field.name)
        fact = facts.get(field.name, Fact(f"the {field.name.replace('_', ' ')}"))
        if was != now and fact.words:
            verb, _, rest = phrase(was, now, fact).partition(fact.words)
            found[verb.strip()].append(f"{fact.words}{rest}")
    for verb, what in found.items():
        if what:
            yield f"{verb} {listed(what)}"


def phrase(was: object, now: object, fact: Fact) -> str:
    """Return what became of one value."""
    if not now:
        return f"takes out {fact.words}"
    said = fact.say(now) if fact.say else ""
    if not was:
        return f"adds {fact.words}{f' ({said})' if said else ''}"
    return f"changes {fact.words}{f' to {said}' if said else ''}"


def retitled(old: str, new: str, discretion: Discretion) -> Iterator[str]:
    """Yield that a thing is called otherwise, with its earlier title where that may be repeated."""
    if old != new:
        told = discretion.may_replace(old, new)
        yield f"has a new title (until now {quoted(old)})" if told else "has a new title"


def address_phrases(old: Addressed, new: Addressed) -> Iterator[str]:
    """Yield what became of the addresses by which a page is found.

    A record that was renamed keeps its earlier id; without that, it is another record.
    """
    if old.id != new.id:
        yield "gives the page a new address (the old one leads there)"
        return
    was, now = set(old.aliases), set(new.aliases)
    for addresses, where in ((now - was, "to the page"), (was - now, "nowhere")):
        if addresses:
            yield f"lets {counted(len(addresses), 'old address', 'old addresses')} lead {where}"


def link_phrases(old: Iterable[Link], new: Iterable[Link]) -> Iterator[str]:
    """Yield what became of links whose words are the site's own, as in 'Recording'."""
    was = {link.label: link.address for link in old}
    now = {link.label: link.address for link in new}
    for label, address in now.items():
        if label not in was:
            yield f"adds the link {quoted(label)}"
        elif was[label] != address:
            yield f"changes where the link {quoted(label)} leads"
    for label in was:
        if label not in now:
            yield f"takes out the link {quoted(label)}"


def name_phrases(
    old: Sequence[PersonLabel],
    new: Sequence[PersonLabel],
    one: str,
    renames: Renames,
) -> Iterator[str]:
    """Yield what became of the people named in a place; ``one`` is what each is there.

    Who is named no longer is counted, never told. ``renames`` are told with the people themselves.
    """
    was, now = [renames.since(_key(label)) for label in old], [_key(label) for label in new]
    named = [label.name for label in new if _key(label) not in (*was, WITHHELD)]
    if named:
        yield f"names {some(named)} as {one if len(named) == 1 else f'{one}s'}"
    withheld = max(0, now.count(WITHHELD) - was.count(WITHHELD))
    if withheld:
        yield f"withholds the {'name' if withheld == 1 else 'names'} of {counted(withheld, one)}"
    gone = sum(key not in now for key in was if key != WITHHELD) - withheld
    if gone > 0:
        yield f"no longer names {counted(gone, one)}"
    if was != now and sorted(was) == sorted(now):
        yield f"changes the order of the {one}s"
    names = {key: label.name for key, label in zip(was, old, strict=True)}
    names = {key: name for key, name in names.items() if key not in renames.renamed}
    otherwise = sum(names.get(_key(label), label.name) != label.name for label in new)
    if otherwise:
        yield f"changes how {counted(otherwise, one)} {'is' if otherwise == 1 else 'are'} named"
    roles = [label.role for label in old], [label.role for label in new]
    if was == now and roles[0] != roles[1]:
        yield f"changes the roles of the {one}s"


def _key(label: PersonLabel) -> str:
    """Return what makes a person the same in both: their page, or else the name as printed."""
    unnamed = not label.address and label.name in _UNNAMED
    return WITHHELD if unnamed else label.address or label.name
