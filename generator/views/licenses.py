"""Licenses by name, with the way to what they say."""

from generator.bibliography.licenses import CREATIVE_COMMONS, PUBLIC_DOMAIN, license_address
from generator.views.links import Link

_WORDS = {"BY": "Attribution", "NC": "NonCommercial", "SA": "ShareAlike", "ND": "NoDerivatives"}
_WHOLE = {"4.0": "International", "3.0": "Unported"}
"""What a version is called that is no country's own; earlier ones are 'Generic'."""


def license_link(identifier: str) -> Link:
    """Return a license's name and the address of its text.

    Creative Commons licenses have the names of their deeds (https://creativecommons.org/licenses/);
    all others are named by their SPDX identifiers.
    """
    return Link(_name(identifier), license_address(identifier))


def _name(identifier: str) -> str:
    if identifier == PUBLIC_DOMAIN:
        return "Creative Commons CC0 1.0 Universal"
    found = CREATIVE_COMMONS.fullmatch(identifier)
    if not found:
        return identifier
    words = "-".join(_WORDS[term] for term in found["terms"].split("-"))
    whole = _WHOLE.get(found["version"], "Generic")
    return f"Creative Commons {words} {found['version']} {found['place'] or whole}"
