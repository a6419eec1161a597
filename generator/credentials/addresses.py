"""Where on the site lies what a verifier needs; relative to its root.

A credential that was handed out names these addresses for good, so they never change.
"""

ISSUER = "credentials/issuer.json"
KEYS = "credentials/keys.json"
REVOKED = "credentials/revoked.json"


def key_address(id_: str) -> str:
    """Return the address of one public key, by which a signature names it."""
    return f"credentials/keys/{id_}.json"


def achievement_address(cohort: str) -> str:
    """Return the address of what a certificate of a cohort stands for."""
    return f"credentials/achievements/{cohort}.json"
