"""Names of people and organizations (APA 7, sections 9.7 to 9.12)."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from generator.bibliography.apa.typography import curled
from generator.bibliography.item import Name
from generator.bibliography.name_parts import with_particles
from generator.records.people import PersonName

MOST = 20
"""How many names are given; of more, the first 19 and the last (APA 7, section 9.8)."""

ELLIPSIS = ". . ."
_JOINED = re.compile(r"([-\u2010\u2011])")
_TRAILING = """
af al av bin da das de del della den der di do dos du el ibn la le ten ter van vom von zu zum zur
"""
_PARTICLES = frozenset(_TRAILING.split())
_IDEOGRAPHIC = re.compile(
    r"[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)


def inverted_list(names: Sequence[Name]) -> str:
    """Return names for the author element: 'Berg, A. B., & Cole, D.' (APA 7, section 9.8).

    Between two organizations there is no comma (APA 7, example 50).
    """
    people = any(name.person for name in names)
    return _list([inverted(name) for name in names], always_comma=people)


def natural_list(names: Sequence[Name]) -> str:
    """Return names within a reference: 'A. B. Berg & D. Cole' (APA 7, section 9.28)."""
    return _list([natural(name) for name in names], always_comma=False)


def _list(names: Sequence[str], *, always_comma: bool) -> str:
    if len(names) > MOST:
        shown = ", ".join(names[: MOST - 1])
        return f"{shown}, {ELLIPSIS} {names[-1]}"
    if len(names) < 2:  # noqa: PLR2004  # one name or none has no last but one
        return "".join(names)
    comma = "," if always_comma or len(names) > 2 else ""  # noqa: PLR2004  # a series has three
    return f"{', '.join(names[:-1])}{comma} & {names[-1]}"


def inverted(name: Name) -> str:
    """Return 'Family, G. N., Jr.'; an organization as it is written out."""

    def before_suffix(family: str, given: str, dropping: str) -> str:
        written = ", ".join(part for part in (family, given) if part)
        if dropping:
            return f"{written} {dropping}" if given else f"{written}, {dropping}"
        return written

    return _written(name, before_suffix, ", ")


def natural(name: Name) -> str:
    """Return 'G. N. Family Jr.'."""

    def before_suffix(family: str, given: str, dropping: str) -> str:
        return " ".join(part for part in (given, with_particles(family, dropping)) if part)

    return _written(name, before_suffix, " ")


def _written(name: Name, before_suffix: Callable[[str, str, str], str], gap: str) -> str:
    """Return a name of which the parts before the suffix are put in order by a function."""
    person = name.person
    if person is None:
        return curled(name.organization)
    family = with_particles(person.family or "", person.particle)
    if not family or _is_ideographic(person):
        return curled(_whole(person))
    written = before_suffix(family, *_given(person))
    return curled(gap.join(part for part in (written, person.suffix) if part))


def initials(given: str) -> str:
    """Return the initials of given names: 'Jean-Paul Q.' is 'J.-P. Q.' (APA 7, section 9.8).

    An abbreviation that has a period ('Ph.') stays; after a hyphen only a capital counts.
    """
    made = []
    for word in _words(given):
        pieces = _JOINED.split(word)
        kept = [_initial(pieces[0])]
        for mark, piece in zip(pieces[1::2], pieces[2::2], strict=True):
            if piece[:1].isupper():
                kept.append(f"{mark}{_initial(piece)}")
        made.append("".join(kept))
    return " ".join(part for part in made if part)


def _words(given: str) -> list[str]:
    """Return given names apart: after 'J.' another may follow without a space."""
    spaced = re.sub(r"(?<=\w\.)(?=[^\W\d_])", " ", given)
    return [word for word in re.split(r"[\s,]+", spaced) if word]


def _initial(word: str) -> str:
    letters = word.lstrip("'\u2018\u2019\u02bb\u02bf(\"")
    if not letters:
        return ""
    if letters.endswith(".") and len(letters) > 2:  # noqa: PLR2004  # a letter and its period
        return letters
    first = _first_letter(letters)
    return f"{first}." if first else ""


def _first_letter(word: str) -> str:
    """Return the first letter with the accents that belong to it, as a capital."""
    if not word[0].isalpha():
        return ""
    end = 1
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1
    return word[:end].upper()


def _given(person: PersonName) -> tuple[str, str]:
    """Return initials, and the particle that stands after them.

    Particles at the end of given names stand there too ('Ludwig van').
    """
    words = (person.given or "").split()
    trailing: list[str] = []
    while len(words) > 1 and words[-1] in _PARTICLES:
        trailing.insert(0, words.pop())
    dropping = " ".join(
        [*trailing, *([person.dropping_particle] if person.dropping_particle else [])]
    )
    return initials(" ".join(words)), dropping


def _whole(person: PersonName) -> str:
    """Return a name that has no order to change: one word, or in a script without initials."""
    if _is_ideographic(person):
        return f"{person.family or ''}{person.given or ''}"
    return person.family or person.given or person.display or ""


def _is_ideographic(person: PersonName) -> bool:
    written = f"{person.family or ''}{person.given or ''}"
    return bool(written) and bool(_IDEOGRAPHIC.match(written))
