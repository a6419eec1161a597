"""People and organizations as BibTeX files name them.

"von Last, Jr, First", names joined by " and " (BibTeXing, section 4, hints 5 to 9; biblatex manual,
2.3.3). What would be parted, or taken for something else, stands in braces.
"""

import re
from collections.abc import Iterable, Sequence

from generator.bibliography.item import Name
from generator.bibliography.latex import latex
from generator.bibliography.name_parts import glued_particle, with_particles
from generator.records.people import PersonName

_PARTING = re.compile(r",|(?:^|\s)(?:and|others)(?:\s|$)", re.IGNORECASE)
_SPACE = re.compile(r"[\s~]")


def bibtex_names(names: Iterable[Name]) -> str:
    """Return names as the value of a field such as author."""
    return " and ".join(filter(None, map(bibtex_name, names)))


def bibtex_name(name: Name) -> str:
    """Return one name; nothing where it has no words.

    Both kinds of particles stand where BibTeX has its one, before the family name. Several words
    without a given name stand in braces, as an organization does, for BibTeX would part them.
    """
    person = name.person
    if person is None:
        return _whole(name.organization)
    if not (person.family and (person.given or person.suffix)):
        return _whole(person.full) if _SPACE.search(person.full) else _part(person.full)
    parts = (_family(person), _part(person.suffix or ""), _part(person.given or ""))
    return ", ".join(part for part in parts if part) if person.given else f"{parts[0]}, {parts[1]},"


def _whole(words: str) -> str:
    shown = latex(words)
    return f"{{{shown}}}" if shown else ""


def _family(person: PersonName) -> str:
    """Return particles and family name.

    BibTeX parts them where small letters end (BibTeXing, section 4, hint 6). So a family name
    that begins with a small letter stands in braces, or with what looks like a particle.
    """
    family = person.family or ""
    begins_small = family[:1].islower() and bool(_SPACE.search(family) or glued_particle(family))
    shown = f"{{{latex(family)}}}" if begins_small else _part(family)
    particles = (person.particle, person.dropping_particle)
    return with_particles(shown, *(_part(particle or "") for particle in particles))


def _part(words: str) -> str:
    shown = latex(words)
    return f"{{{shown}}}" if _PARTING.search(words) else shown


def has_prefix(names: Iterable[Name]) -> bool:
    """Tell whether a particle belongs to any of the names, so that they are filed under it."""
    return any(name.person and name.person.particle for name in names)


def annotations(names: Sequence[Name]) -> Iterable[tuple[str, str]]:
    """Yield what else is known of the people of a list: the name of an annotation, and its value.

    Particles that a list of references drops, for BibTeX has but one sort; and identifiers.

    Data annotations as biber reads them (biblatex manual, 3.7): 1="…"; 2="…", by their place.
    """
    for kind, sign in (("orcid", "//orcid.org/"), ("ror", "//ror.org/")):
        known = [
            f'{place}="{latex(name.identifier)}"'
            for place, name in enumerate(names, 1)
            if sign in name.identifier
        ]
        if known:
            yield kind, "; ".join(known)
    dropped = [
        f'{place}="{latex(name.person.dropping_particle)}"'
        for place, name in enumerate(names, 1)
        if name.person and name.person.dropping_particle and name.person.given
    ]
    if dropped:
        yield "dropping", "; ".join(dropped)
