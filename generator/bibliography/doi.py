"""Addresses of DOIs."""

_RESERVED = frozenset('%"#? <>[]{}|\\^`')


def doi_address(doi: str) -> str:
    """Return the address of a DOI, encoded as a path (DOI Handbook, 2.5.2.4)."""
    path = "".join(f"%{ord(one):02X}" if one in _RESERVED else one for one in doi)
    return f"https://doi.org/{path}"
