"""Who sent each submission, and the id of everybody who is new."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.intake.choosing import agreed_scopes
from generator.intake.facts import Facts
from generator.intake.known import KnownPeople
from generator.intake.making import fingerprint
from generator.intake.naming import choose_id, pseudonym
from generator.records.fields import ConsentScope, is_id


@dataclass(frozen=True, slots=True)
class Identified:
    """Who somebody is, with notes on how that was found."""

    id: str
    notes: tuple[tuple[str, str], ...] = ()


def identify(
    facts: Mapping[int, Facts], known: KnownPeople, persons: Mapping[str, str], *, public: bool
) -> dict[int, Identified | str]:
    """Return who sent each submission, or in a clause why that cannot be told.

    Each is known to the others, in whatever order they come. Where everybody can read the ids
    (``public``), somebody new who has not agreed to be named gets one that does not tell the name.
    """
    found: dict[int, Identified | str] = {}
    left = tuple(facts)
    while left:
        for at in left:
            one = facts[at]
            told = persons.get(str(one.submission.origin))
            identified = _told(told, known) if told else _found(one, known, public=public)
            if isinstance(identified, Identified):
                known.add(identified.id, one.traits, one.cohort)
            found[at] = identified
        doubtful = tuple(at for at in left if isinstance(found[at], str))
        left = doubtful if len(doubtful) < len(left) else ()
    return found


def _told(id_: str, known: KnownPeople) -> Identified | str:
    if not is_id(id_):
        return f"'{id_}' cannot serve as an id"
    is_new = "somebody new" if id_ not in known.taken else "there already"
    return Identified(id_, (("note", f"is '{id_}', as you said ({is_new})"),))


def _found(one: Facts, known: KnownPeople, *, public: bool) -> Identified | str:
    sender = known.sender_of(fingerprint(one))
    if sender:
        return Identified(sender)
    match = known.find(one.traits, one.cohort)
    if match.id:
        id_ = known.applied_as(match.id, one.cohort)
        return Identified(id_, (("note", match.note),) if match.note else ())
    doubt = match.doubt or _hidden(one, known)
    if doubt:
        place = one.submission.origin
        return f"{doubt}; say who it is with --person '{place}=ID', with a new id for somebody new"
    return _new(one, known, public=public)


def _hidden(one: Facts, known: KnownPeople) -> str:
    """Return why it cannot be told that somebody is new, or nothing."""
    path = known.hidden_in(one.traits.name, one.cohort) if one.traits.name else ""
    return f"{path} is at fault and may be theirs; mend it first" if path else ""


def _new(one: Facts, known: KnownPeople, *, public: bool) -> Identified | str:
    if one.traits.name is None:
        return "it has no name that fits, and the address is nobody's who is known"
    base = f"{one.role}-{one.cohort}"
    if public and ConsentScope.NAME not in agreed_scopes(one):
        note = f"{one.who} has not agreed to be named, so that the id does not tell the name"
        return Identified(pseudonym(base, known.taken), (("note", note),))
    return Identified(choose_id(one.traits.name, known.taken, base))
