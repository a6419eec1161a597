"""Which works a reader of a work may want to see next."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.views.filing import Filed, Term
from generator.views.links import Link
from generator.views.outputs import OutputView
from generator.views.wording import listed

MOST = 5
_SHARED = (("person", "person"), ("topic", "topic"), ("method", "method"))


@dataclass(frozen=True, slots=True)
class Related:
    """A work and why it stands beside another."""

    work: OutputView
    why: str


def relate(works: tuple[OutputView, ...]) -> Mapping[str, tuple[Related, ...]]:
    """Return for each work, by id, at most five others.

    First those of the same pairing; then those that share the most people, topics and methods.
    Of equals the newer stands first.
    """
    places = {work.id: place for place, work in enumerate(works)}
    by_id = {work.id: work for work in works}
    sharing: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for work in works:
        for key in _keys(work):
            sharing[key].append(work.id)
    found = {}
    for work in works:
        common: defaultdict[str, int] = defaultdict(int)
        for key in _keys(work):
            for other in sharing[key]:
                # More than all that two works can share otherwise.
                common[other] += 1_000_000 if key[0] == "pairing" else 1
        common.pop(work.id, None)
        best = sorted(common, key=lambda id_: (-common[id_], places[id_]))[:MOST]
        found[work.id] = tuple(Related(by_id[id_], _why(work, by_id[id_])) for id_ in best)
    return found


def _keys(work: OutputView) -> Iterable[tuple[str, str]]:
    for pairing in dict.fromkeys(_addresses(work.pairings)):
        yield "pairing", pairing
    for facet, _ in _SHARED:
        for term in work.filed.get(facet, ()):
            yield facet, term.key


def _addresses(links: Iterable[Link]) -> Iterable[str]:
    return (link.address for link in links)


def _why(work: OutputView, other: OutputView) -> str:
    """Return what two works have in common, as in 'Same pairing' or 'Also on archives'."""
    if not set(_addresses(work.pairings)).isdisjoint(_addresses(other.pairings)):
        return "From the same pairing"
    topics = _common(work.filed, other.filed, "topic")
    people = _common(work.filed, other.filed, "person")
    methods = _common(work.filed, other.filed, "method")
    said = [
        f"{words} {listed([term.label for term in terms])}"
        for words, terms in (("also by", people), ("also on", topics), ("also using", methods))
        if terms
    ]
    why = "; ".join(said)
    return why[:1].upper() + why[1:]


def _common(one: Filed, other: Filed, facet: str) -> tuple[Term, ...]:
    return tuple(term for term in one.get(facet, ()) if term in other.get(facet, ()))
