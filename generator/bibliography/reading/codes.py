"""Identifiers and licenses as tools write them, in the form that records have."""

import re
from urllib.parse import unquote

from generator.records.identifiers import is_doi

_BEFORE_DOI = re.compile(
    r"(?:https?://(?:[^/\s]+\.)?doi\.org/|(?:dx\.)?doi\.org/|doi\s*[:=]\s*|info:doi/"
    r"|https?://[^/\s]+/doi/(?:abs/|full/|pdf/|epdf/)?)",
    re.IGNORECASE,
)
_CREATIVE_COMMONS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/"
    r"(?:licenses/(by(?:-nc)?(?:-nd|-sa)?)/(\d\.\d)(?:/([a-z]{2,3}))?|publicdomain/zero/(\d\.\d))",
    re.IGNORECASE,
)
_CC_WORDS = re.compile(
    r"cc[\s-]*(by(?:[\s-]*nc)?(?:[\s-]*(?:nd|sa))?)[\s-]*(\d\.\d)", re.IGNORECASE
)
_CC_NAMES = {
    "attribution": "BY",
    "noncommercial": "NC",
    "noderivatives": "ND",
    "noderivs": "ND",
    "sharealike": "SA",
}
_VERSION = re.compile(r"\b(\d\.\d)\b")
_SPDX = re.compile(r"(?:CC-|MIT|Apache-|GPL-|LGPL-|AGPL-|BSD-|MPL-|CC0-|ODbL-|PDDL-|ISC)[\w.+-]*")
_NAMED = {
    "mit license": "MIT",
    "apache license 2.0": "Apache-2.0",
    "creative commons zero v1.0 universal": "CC0-1.0",
}
_PORTED = frozenset(("2.0", "2.5", "3.0"))


def bare_doi(written: str) -> str:
    """Return a DOI without what tools put before it; what is none stays as it is.

    In an address, what no address can hold is encoded (DOI Handbook, 2.5.2.4).
    """
    if is_doi(written):
        return written
    bare = _BEFORE_DOI.sub("", written.strip(), count=1).rstrip(".,;:")
    decoded = unquote(bare) if written.strip().lower().startswith("http") else bare
    for candidate in (decoded, bare):
        if is_doi(candidate):
            return candidate
    return written


def license_id(written: str) -> str:
    """Return the SPDX identifier of a license by its address or its name, or nothing.

    Creative Commons' ports to one country's law have identifiers of their own only up to 3.0
    (SPDX License List); of later versions there are none.
    """
    written = written.strip()
    match = _CREATIVE_COMMONS.search(written)
    if match:
        if match[4]:
            return f"CC0-{match[4]}"
        port = f"-{match[3].upper()}" if match[3] and match[2] in _PORTED else ""
        return f"CC-{match[1].upper()}-{match[2]}{port}"
    if _SPDX.fullmatch(written):
        return written
    lowered = " ".join(written.lower().split())
    match = _CC_WORDS.search(lowered)
    if match:
        return f"CC-{re.sub(r'[ -]+', '-', match[1].upper())}-{match[2]}"
    version = _VERSION.search(lowered)
    if lowered.startswith("creative commons") and version and "attribution" in lowered:
        squeezed = re.sub(r"[\s-]", "", lowered)
        parts = dict.fromkeys(code for name, code in _CC_NAMES.items() if name in squeezed)
        return "-".join(("CC", *parts, version[1]))
    return _NAMED.get(lowered, "")
