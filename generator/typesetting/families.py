"""The list of families in theme/documents/fonts/families.yaml, which the templates read too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Place, Severity, did_you_mean
from generator.diagnostics.rules import site as rules
from generator.source import Document, Step, read_record
from generator.typesetting.faults import TypesettingFaultError

LIST = "families.yaml"
"""The name of the list; it stands beside the fonts."""

_SHAPE = "as in 'git show HEAD:theme/documents/fonts/families.yaml'"
_ROLES = ("serif", "display", "sans")


@dataclass(frozen=True, slots=True)
class Named:
    """A family, and where the list names it."""

    family: str
    place: Place


@dataclass(frozen=True, slots=True)
class Families:
    """What texts are set in: the faces of the program's own words, and those of other scripts.

    ``others`` stand in the order in which a character is looked for, with Chinese, Japanese and
    Korean as for a text in none of these languages, and then what only a language names.
    """

    text: tuple[Named, ...]
    others: tuple[Named, ...]

    def __iter__(self) -> Iterator[Named]:
        yield from self.text
        yield from self.others


def read_families(folder: Path, shown: str) -> Families:
    """Return the list of a folder of fonts. Raises TypesettingFaultError where it is at fault."""
    if not folder.is_dir():
        raise _fault(Place(shown), "the folder of the fonts is missing", rules.FONT_UNUSABLE.help)
    if not (folder / LIST).exists():
        place = Place(f"{shown}/{LIST}")
        raise _fault(place, "the list of the fonts is missing", rules.FONT_UNUSABLE.help)
    reading = read_record(folder / LIST, f"{shown}/{LIST}")
    for fault in reading.found:
        if fault.severity is Severity.ERROR:
            raise TypesettingFaultError(fault)
    document = reading.document
    if document is None:  # never without a fault, which the types cannot say
        raise _fault(Place(f"{shown}/{LIST}"), "this list cannot be read")
    entries = sorted(
        ((steps, Named(text, place)) for steps, text, place in document.texts()),
        key=lambda entry: entry[1].place,
    )
    for steps, named in entries:
        _check(document, steps, named)
    return Families(
        text=tuple(_role(document, role, entries) for role in _ROLES),
        others=tuple(dict.fromkeys(_others(document, entries))),
    )


def _check(document: Document, steps: Sequence[Step], named: Named) -> None:
    match steps:
        case ("text", str(role)) if role in _ROLES:
            return
        case ("scripts", int()) | ("han", str(), int()):
            return
        case ("text", str(role)):
            help_ = did_you_mean(role, _ROLES, _SHAPE)
            raise _fault(document.key_place(steps), f"'{role}' is no face of this list", help_)
    raise _fault(named.place, f"'{named.family}' stands where no family belongs")


def _role(document: Document, role: str, entries: Sequence[tuple[Sequence[Step], Named]]) -> Named:
    for steps, named in entries:
        if tuple(steps) == ("text", role):
            return named
    raise _fault(document.place(("text",)), f"no family is named for '{role}'")


def _others(document: Document, entries: Sequence[tuple[Sequence[Step], Named]]) -> Iterator[Named]:
    han = [steps for steps, _ in entries if steps[0] == "han"]
    if not any(steps[1] == "other" for steps in han):
        raise _fault(document.place(("han",)), "no families are named for 'other'")
    seen: set[str] = set()
    for group in (("scripts",), ("han", "other"), ("han",)):
        for steps, named in entries:
            if tuple(steps[: len(group)]) == group and named.family not in seen:
                seen.add(named.family)
                yield named


def _fault(place: Place, message: str, help_: str = _SHAPE) -> TypesettingFaultError:
    return TypesettingFaultError(rules.FONT_UNUSABLE.at(place, message, help_))
