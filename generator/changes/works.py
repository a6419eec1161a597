"""What changes on the pages of publications and presentations."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields

from generator.bibliography.item import Item, Name
from generator.changes.discretion import Discretion
from generator.changes.matching import match
from generator.changes.phrases import (
    TOLD,
    Fact,
    address_phrases,
    link_phrases,
    name_phrases,
    phrases,
    quoted,
    retitled,
    some,
)
from generator.changes.renames import Renames
from generator.changes.report import Section
from generator.views import Site
from generator.views.links import Link
from generator.views.outputs import OutputView
from generator.views.wording import listed

FACTS = {
    **dict.fromkeys(("id", "item", "reference", "presented", "contributors", "credits"), TOLD),
    **dict.fromkeys(("year", "when", "in_press", "source_line", "identifiers", "facts"), TOLD),
    **dict.fromkeys(("open_access", "filed", "people", "recency", "source", "aliases"), TOLD),
    **dict.fromkeys(("title", "links", "pairings", "session"), TOLD),
    "type": Fact("the type", str.lower),
    "award": Fact("the award", quoted),
    "license": Fact("the license", str),
    "language": Fact("the language"),
    "abstract": Fact("the abstract"),
    "topics": Fact("the topics", listed),
    "methods": Fact("the methods", listed),
}
"""What a card says of a work follows from its record in many places; see ``_card``."""

_TAG = re.compile(r"<[^>]*>")


def works_section(
    before: Site,
    after: Site,
    discretion: Discretion,
    terms: Mapping[str, str],
    renames: Renames,
) -> Section:
    """Return which works come and go, and what is said otherwise of which.

    ``terms`` are labels of the vocabulary that changed, old to new.
    """
    works = match(before.outputs, after.outputs)
    lines = []
    if works.removed:
        lines.append(f"removes {_those(works.removed, discretion)}")
    if works.added:
        lines.append(f"adds {_those(works.added, Discretion())}")
    lines += _renamed_terms(before, terms)
    for old, new in works.changed:
        cited = _is_cited_otherwise(old, new)
        said = [
            *_changes(old, new, discretion, terms, cited=cited),
            *_connections(old, new, renames),
            *([] if cited else _card(old, new)),
            *name_phrases(old.contributors, new.contributors, "contributor", renames),
        ]
        if not (said or cited):
            said = list(_in_citations(old, new, renames))
        if said:
            lines.append(f"{quoted(new.title)}: {listed(said)}")
        if cited:
            lines.append(f"{quoted(new.title)} {_citation(old, new, discretion)}")
    return Section("Publications", tuple(lines))


def plain_reference(reference: str) -> str:
    """Return a reference without its markup."""
    return " ".join(html.unescape(_TAG.sub("", reference)).split())


def relabeled(labels: tuple[str, ...], terms: Mapping[str, str]) -> tuple[str, ...]:
    """Return labels as the vocabulary has them now."""
    return tuple(terms.get(label, label) for label in labels)


def _those(works: tuple[OutputView, ...], discretion: Discretion) -> str:
    kept = [_with_kind(work) for work in works if discretion.may_repeat(work.title)]
    silent = len(works) - len(kept)
    if silent:
        kept.append("a work" if silent == 1 else f"{silent:,} works")
    return some(kept) if len(works) == 1 else f"{len(works):,} works: {some(kept)}"


def _with_kind(work: OutputView) -> str:
    year = work.year[:1].lower() + work.year[1:]
    return f"{quoted(work.title)} ({work.type.lower()}, {year})"


def _renamed_terms(before: Site, terms: Mapping[str, str]) -> Iterator[str]:
    """Yield each term that has another label now, where works are filed under it."""
    used = {label for work in before.outputs for label in (*work.topics, *work.methods)}
    for old, new in terms.items():
        if old in used:
            yield f"calls the term {quoted(old)} {quoted(new)} from now on"


def _changes(
    old: OutputView,
    new: OutputView,
    discretion: Discretion,
    terms: Mapping[str, str],
    *,
    cited: bool,
) -> Iterator[str]:
    yield from address_phrases(old, new)
    if not cited:
        yield from retitled(old.title, new.title, discretion)
    if old.in_press != new.in_press:
        yield "says that it is in press" if new.in_press else "no longer says that it is in press"
    facts = dict(FACTS)
    for name in ("topics", "methods"):
        if relabeled(getattr(old, name), terms) == getattr(new, name):
            facts[name] = TOLD
    yield from phrases(old, new, facts)
    yield from link_phrases(old.links, new.links)
    yield from _identifiers(old.identifiers, new.identifiers)


def _in_citations(old: OutputView, new: OutputView, renames: Renames) -> Iterator[str]:
    """Yield what differs only where the work is cited."""
    if _bare(old.item) != _bare(new.item):
        yield "changes what citation files say of it"
    elif old.reference != new.reference and renames.renamed.isdisjoint(
        label.address for label in new.contributors
    ):
        yield "changes how its contributors are cited"


def _is_cited_otherwise(old: OutputView, new: OutputView) -> bool:
    """Tell whether the reference differs in more than who is named in it, and how."""
    return old.reference != new.reference and _bare(old.item) != _bare(new.item)


def _bare(item: Item) -> tuple[object, ...]:
    """Return an item without the people, and without the words of the vocabulary."""
    texts = {name: text for name, text in item.texts.items() if name != "keyword"}
    kept = (getattr(item, field.name) for field in fields(item) if field.name not in _APART)
    return (*kept, texts)


_APART = frozenset(("id", "texts", "names", "custom"))


def _citation(old: OutputView, new: OutputView, discretion: Discretion) -> str:
    """Return the new reference, with the one before it where the same people stand in both.

    An earlier name is nobody's business, and who was taken out is not to be named.
    """
    now, was = plain_reference(new.reference), plain_reference(old.reference)
    if _names(old) == _names(new) and discretion.may_replace(was, now):
        return f"is now cited as “{now}” (until now: “{was}”)"
    return f"is now cited as “{now}”"


def _names(work: OutputView) -> dict[str, list[str]]:
    def words(name: Name) -> str:
        return "" if name.withheld else name.full

    return {role: [words(name) for name in names] for role, names in work.item.names.items()}


def _identifiers(old: tuple[Link, ...], new: tuple[Link, ...]) -> Iterator[str]:
    was = {_sort(link): link.label for link in old}
    for link in new:
        if _sort(link) not in was:
            yield f"adds {link.label}"
        elif was[_sort(link)] != link.label:
            yield f"changes the {_sort(link)} to {link.label}"
    for sort in was:
        if sort not in {_sort(link) for link in new}:
            yield f"takes out the {sort}"


def _sort(identifier: Link) -> str:
    return "DOI" if identifier.label.startswith("doi:") else identifier.label.partition(" ")[0]


def _connections(old: OutputView, new: OutputView, renames: Renames) -> Iterator[str]:
    """Yield what became of the ways to the pair and the session that it came of."""
    was = {renames.since(link.address) for link in old.pairings}
    for link in new.pairings:
        if link.address not in was:
            yield f"says that it came of {quoted(link.label)}"
    if was - {link.address for link in new.pairings}:
        yield "no longer says which pair it came of"
    session = new.session.address if new.session else ""
    if session != (renames.since(old.session.address) if old.session else ""):
        end = f"says that it was shown at {quoted(new.session.label)}" if new.session else ""
        yield end or "no longer says where it was shown"


def _card(old: OutputView, new: OutputView) -> Iterator[str]:
    """Yield the facts of the catalog card that differ, but those that are told otherwise."""
    was = {fact.label: fact.values for fact in old.facts}
    now = {fact.label: fact.values for fact in new.facts}
    otherwise = [
        f"the {label.lower()}"
        for label in dict.fromkeys((*now, *was))
        if was.get(label) != now.get(label) and label not in ("Identifiers", "License", "Award")
    ]
    if otherwise:
        yield f"changes {listed(otherwise)}"
