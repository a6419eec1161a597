"""The files by which others verify signed credentials. None of them names a person."""

from collections.abc import Callable, Iterator

from generator.credentials import (
    ISSUER,
    KEYS,
    REVOKED,
    Achievement,
    Issuer,
    achievement_address,
    achievement_document,
    issuer_document,
    json_text,
    jwk,
    jwk_set,
    key_address,
    revocation_list,
)
from generator.views import Site


def credential_texts(site: Site, absolute: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield the address of each file and its text; none while the program has no key to sign with.

    The issuer, its keys, what the certificates of each cohort stand for, and what was revoked.
    """
    program = site.program
    if not program.signing_keys:
        return
    # A file is not among those that ``absolute`` knows while it is being made.
    root = absolute("").removesuffix("index.html")
    issuer = Issuer(root, program.name, program.tagline, program.time_zone, program.sample)
    yield ISSUER, json_text(issuer_document(issuer))
    yield KEYS, json_text(jwk_set(program.signing_keys, root))
    for key in program.signing_keys:
        yield key_address(key.id), json_text(jwk(key, root))
    for cohort in site.cohorts:
        achievement = Achievement(cohort.id, cohort.title, cohort.rule)
        yield (
            achievement_address(cohort.id),
            json_text(achievement_document(issuer, achievement)),
        )
    revoked = (one.address for one in site.certificates if one.revoked)
    yield REVOKED, json_text(revocation_list(issuer, revoked))
