"""Addresses of licenses."""

import re

_CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-NC)?(?:-ND|-SA)?)-(\d\.\d)(?:-([A-Z]{2,3}))?")


def license_address(identifier: str) -> str:
    """Return where a license is found, by its SPDX identifier: at Creative Commons, or in the list.

    SPDX License List (https://spdx.org/licenses/), whose pages are named for the identifiers.
    """
    match = _CREATIVE_COMMONS.fullmatch(identifier)
    if match:
        kind, version, place = match.groups()
        ported = f"{place.lower()}/" if place else ""
        return f"https://creativecommons.org/licenses/{kind.lower()}/{version}/{ported}"
    if identifier == "CC0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return f"https://spdx.org/licenses/{identifier}.html"
