"""Licenses by name, with the way to what they say."""

import re

from generator.bibliography.licenses import license_address
from generator.views.links import Link

_CREATIVE_COMMONS = re.compile(
    r"CC-(?P<terms>BY(?:-NC)?(?:-SA|-ND)?)-(?P<version>\d\.\d)(?:-(?P<place>[A-Z]{2,3}))?"
)
_WORDS = {"BY": "Attribution", "NC": "NonCommercial", "SA": "ShareAlike", "ND": "NoDerivatives"}
_INTERNATIONAL = "4.0"


def license_link(identifier: str) -> Link:
    """Return a license's name and the address of its text.

    Creative Commons licenses have the names of their deeds (https://creativecommons.org/licenses/);
    all others are named by their SPDX identifiers.
    """
    return Link(_name(identifier), license_address(identifier))


def _name(identifier: str) -> str:
    if identifier == "CC0-1.0":
        return "Creative Commons CC0 1.0 Universal"
    found = _CREATIVE_COMMONS.fullmatch(identifier)
    if not found:
        return identifier
    words = "-".join(_WORDS[term] for term in found["terms"].split("-"))
    whole = "International" if found["version"] == _INTERNATIONAL else "Unported"
    return f"Creative Commons {words} {found['version']} {found['place'] or whole}"
