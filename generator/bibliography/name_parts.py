"""A family name with its particles."""


def with_particles(family: str, *particles: str | None) -> str:
    """Return a family name behind particles, the first of them next to it.

    There is no space behind an apostrophe or a hyphen: d'Imagination, al-Qissa.
    """
    for particle in particles:
        if particle:
            gap = "" if particle.endswith(("'", "\N{RIGHT SINGLE QUOTATION MARK}", "-")) else " "
            family = f"{particle}{gap}{family}"
    return family
