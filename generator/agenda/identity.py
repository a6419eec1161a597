"""By what a happening is known: a uid that never changes, and a number made from it."""

import hashlib
from collections.abc import Iterable, Mapping
from uuid import UUID, uuid5

_NAMESPACE = UUID("6f0a6a4e-6a0b-5c0e-9f5c-2b1d8e4a7c31")
"""Where our names are looked up. Never change it: every calendar would show everything twice."""

_BITS = 31
"""As much as fits a signed integer of 32 bits, in which apps and databases keep a number."""


def uid(*names: str) -> str:
    """Return the UUID that belongs to names: a kind of record, its first id, a part of it.

    It is made from the record's first id alone. An address would be one more thing that can change,
    and RFC 7986, section 5.3, wants a UUID that tells nothing of a host. So a site that moves, a
    record that is renamed, and a clone of the records keep every uid.
    """
    return str(uuid5(_NAMESPACE, "/".join(names)))


def first_id(id_: str, aliases: tuple[str, ...]) -> str:
    """Return the id under which a record was first known: the earliest of its aliases."""
    return aliases[0] if aliases else id_


def numbers(uids: Iterable[str]) -> Mapping[str, int]:
    """Return a positive number for each uid, no two the same.

    A number is made from its uid alone, and so stays when others are added or go. Only where two
    uids would have the same (one in a hundred thousand schedules of 200 sessions), the second in
    the order of uids gets another.
    """
    found: dict[str, int] = {}
    taken: set[int] = set()
    for one in sorted(set(uids)):
        attempt = 0
        while (number := _number(one, attempt)) in taken:
            attempt += 1
        taken.add(number)
        found[one] = number
    return found


def _number(of: str, attempt: int) -> int:
    digest = hashlib.sha256(f"{of}/{attempt}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % ((1 << _BITS) - 1) + 1
