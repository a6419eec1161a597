"""A family name with its particles, put together and taken apart."""

import re

_GLUED = re.compile(r"[^\W\d_A-Z]{1,3}['\u2019-](?=[^\W\d_])")
_SIGNS = ("'", "\N{RIGHT SINGLE QUOTATION MARK}", "-")


def with_particles(family: str, *particles: str | None) -> str:
    """Return a family name behind particles, the first of them next to it.

    There is no space behind an apostrophe or a hyphen: d'Imagination, al-Qissa.
    """
    for particle in particles:
        if particle:
            gap = "" if particle.endswith(_SIGNS) else " "
            family = f"{particle}{gap}{family}"
    return family


def glued_particle(family: str) -> str:
    """Return the particle that a family name begins with, no space behind it; or nothing.

    As citeproc-js knows them: small letters before an apostrophe or a hyphen, and then a capital or
    a letter of a script that has none.
    """
    match = _GLUED.match(family)
    if not match or not match[0].islower() or family[match.end()].islower():
        return ""
    return match[0]
