"""Licenses by their SPDX identifiers."""

import re

CREATIVE_COMMONS = re.compile(
    r"CC-(?P<terms>BY(?:-NC)?(?:-ND|-SA)?)-(?P<version>\d\.\d)(?:-(?P<place>[A-Z]{2,3}))?"
)
"""A license of Creative Commons; one with a place is ported to its law (SPDX License List)."""

PUBLIC_DOMAIN = "CC0-1.0"


def license_address(identifier: str) -> str:
    """Return where a license is found, by its SPDX identifier: at Creative Commons, or in the list.

    SPDX License List (https://spdx.org/licenses/), whose pages are named for the identifiers.
    """
    match = CREATIVE_COMMONS.fullmatch(identifier)
    if match:
        kind, version, place = match.groups()
        ported = f"{place.lower()}/" if place else ""
        return f"https://creativecommons.org/licenses/{kind.lower()}/{version}/{ported}"
    if identifier == PUBLIC_DOMAIN:
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return f"https://spdx.org/licenses/{identifier}.html"


def is_creative_commons(identifier: str) -> bool:
    """Tell whether a license is one of Creative Commons, under which everybody may read a work."""
    return identifier == PUBLIC_DOMAIN or CREATIVE_COMMONS.fullmatch(identifier) is not None
