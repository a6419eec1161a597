"""Who of a cohort gets a document: those who completed, those for whom the chair decided."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Generic, TypeVar

from generator.catalog import Catalog
from generator.cycle.completion import PersonProgress, people_of_cohort
from generator.documents.register import new_id, values_of
from generator.records.application import Role
from generator.records.certificate import Certificate, CertificateFile, Letter, Override

R = TypeVar("R", Certificate, Letter)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: documents for some people, or for all of a cohort where none is named.

    ``override`` lets somebody have one who did not complete; ``again`` somebody whose certificate
    was revoked.
    """

    cohort: str
    day: date
    people: tuple[str, ...] = ()
    override: Override | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Chosen(Generic[R]):
    """A document that is to be made.

    ``position`` is where it stands in the register, or None for a new one. ``amended`` says that
    the override of an earlier entry is new.
    """

    record: R
    pairing: str
    position: int | None = None
    amended: bool = False


class Hindrance(Enum):
    """What keeps somebody from a document."""

    WITHDREW = auto()
    REVOKED = auto()
    INCOMPLETE = auto()
    UNTOLD = auto()


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Somebody who gets no document, and why, in words."""

    person: str
    hindrance: Hindrance
    why: str


@dataclass(frozen=True, slots=True)
class Choice(Generic[R]):
    """Who gets a document and who does not, each in the order of ids."""

    chosen: tuple[Chosen[R], ...]
    passed: tuple[PassedOver, ...]


def choose_certificates(catalog: Catalog, request: Request) -> Choice[Certificate]:
    """Return the certificates to be made, with the id and day that each has or now gets."""
    taken = {
        certificate.id
        for entry in catalog.certificates.values()
        for certificate in entry.record.certificates
    }

    def new(progress: PersonProgress, override: Override | None) -> Certificate:
        id_ = new_id(taken)
        taken.add(id_)
        return Certificate(
            id=id_,
            participant=progress.person,
            pairing=progress.pairing,
            issued=request.day,
            override=override,
        )

    known = register_of(catalog, request.cohort).certificates
    return _choose(catalog, request, Role.MENTEE, known, new)


def choose_letters(catalog: Catalog, request: Request) -> Choice[Letter]:
    """Return the letters to be made, each with the day that it has or now gets."""

    def new(progress: PersonProgress, override: Override | None) -> Letter:
        return Letter(participant=progress.person, issued=request.day, override=override)

    known = register_of(catalog, request.cohort).letters
    return _choose(catalog, request, Role.MENTOR, known, new)


def pass_over(choice: Choice[R], why: Callable[[Chosen[R]], str]) -> Choice[R]:
    """Return a choice without those whose document would tell what the records do not.

    ``why`` says what that is, or is '' where they tell it all.
    """
    reasons: dict[str, str] = {one.record.participant: why(one) for one in choice.chosen}
    passed = [
        *choice.passed,
        *(PassedOver(who, Hindrance.UNTOLD, said) for who, said in reasons.items() if said),
    ]
    return Choice(
        tuple(one for one in choice.chosen if not reasons[one.record.participant]),
        tuple(sorted(passed, key=lambda one: one.person)),
    )


def register_of(catalog: Catalog, cohort: str) -> CertificateFile:
    """Return the register of a cohort, which is empty where it has none."""
    entry = catalog.certificates.get(cohort)
    return entry.record if entry else CertificateFile()


def people_with_role(catalog: Catalog, request: Request, role: Role) -> tuple[PersonProgress, ...]:
    """Return everybody of a cohort who could get a document, by id."""
    everybody = people_of_cohort(catalog, request.cohort, request.day)
    return tuple(one for one in everybody if one.role is role)


def _choose(
    catalog: Catalog,
    request: Request,
    role: Role,
    known: Sequence[R],
    new: Callable[[PersonProgress, Override | None], R],
) -> Choice[R]:
    decided: list[Chosen[R] | PassedOver] = [
        _decide(catalog, request, progress, known, new)
        for progress in people_with_role(catalog, request, role)
        if not request.people or progress.person in request.people
    ]
    return Choice(
        tuple(one for one in decided if isinstance(one, Chosen)),
        tuple(one for one in decided if isinstance(one, PassedOver)),
    )


def _decide(
    catalog: Catalog,
    request: Request,
    progress: PersonProgress,
    known: Sequence[R],
    new: Callable[[PersonProgress, Override | None], R],
) -> Chosen[R] | PassedOver:
    person = progress.person
    withdrawn = catalog.participants[person].record.withdrawn
    if withdrawn:
        return PassedOver(person, Hindrance.WITHDREW, f"withdrew on {withdrawn}")
    mine = [(position, one) for position, one in enumerate(known) if one.participant == person]
    standing = [(position, one) for position, one in mine if not is_revoked(one)]
    if standing:
        return _again(progress, *standing[-1], request.override)
    if mine and not request.again:
        why = f"the certificate of {mine[-1][1].issued} was revoked"
        return PassedOver(person, Hindrance.REVOKED, why)
    if progress.completed or request.override:
        override = None if progress.completed else request.override
        return Chosen(new(progress, override), progress.pairing)
    return PassedOver(person, Hindrance.INCOMPLETE, "; ".join(progress.missing))


def _again(
    progress: PersonProgress, position: int, record: R, override: Override | None
) -> Chosen[R] | PassedOver:
    """Decide about a document that was given before."""
    pairing = getattr(record, "pairing", progress.pairing)  # a letter names no pairing
    if progress.completed or record.override:
        return Chosen(record, pairing, position)
    if override:
        overridden = record.model_copy(update={"override": override})
        return Chosen(overridden, pairing, position, amended=True)
    why = f"{'; '.join(progress.missing)} (though one was given on {record.issued})"
    return PassedOver(progress.person, Hindrance.INCOMPLETE, why)


def is_revoked(record: Certificate | Letter) -> bool:
    """Tell whether a document was taken back; only certificates are."""
    return isinstance(record, Certificate) and record.revoked is not None


def register_values(choice: Choice[R]) -> Iterator[dict[str, object]]:
    """Yield what the register is to say of each new document."""
    for one in choice.chosen:
        if one.position is None:
            yield values_of(one.record)
