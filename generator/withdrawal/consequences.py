"""What becomes of every reference to somebody who leaves.

In what is older than the day, the person stays, by an id that tells nothing: so counts and proofs
of completion stay right. Out of what is newer, and out of wishes and plans, they are taken.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.catalog import Catalog
from generator.catalog.rules.references import references_in
from generator.records.fields import Refers
from generator.records.kinds import Kind
from generator.source import Document, Edit, Step, plain
from generator.withdrawal.in_events import in_event
from generator.withdrawal.in_outputs import in_output
from generator.withdrawal.in_pairings import in_pairings
from generator.withdrawal.leaving import Consequence, Leaving, Part

Steps = tuple[Step, ...]
Consequences = Iterator[Consequence]
_PERSONAL = frozenset((Refers.PARTICIPANT, Refers.APPLICANT))


def consequences(catalog: Catalog, leaving: Leaving) -> Consequences:
    """Yield what becomes of each reference to the person, in the order of the files."""
    for document in sorted(catalog.documents, key=lambda one: one.path):
        kind = catalog.files[document.path]
        said = plain(document.root)
        if not isinstance(said, dict):
            continue
        found = [
            steps
            for steps, sort, name in references_in(kind.model, said)
            if sort in _PERSONAL and name == leaving.id
        ]
        if found:
            yield from _AT.get(kind, _renamed)(catalog, leaving, document, found)


def _renamed(
    catalog: Catalog, leaving: Leaving, document: Document, found: list[Steps]
) -> Consequences:
    """Yield what becomes of references that only take the new id, if there is one."""
    if leaving.id not in catalog.participants:
        taken = tuple(Edit(steps, None) for steps in found)
        yield Consequence(document.path, Part.APPLICATIONS, "", "no longer names them", taken)
        return
    edits = tuple(Edit(steps, leaving.new_id) for steps in found)
    yield Consequence(document.path, Part.APPLICATIONS, "", "names them by the new id", edits)


def _in_cohort(_: Catalog, __: Leaving, document: Document, found: list[Steps]) -> Consequences:
    """Yield what becomes of pins and exclusions: with one of the two gone, they decide nothing."""
    for steps in dict.fromkeys(one[:2] for one in found):
        what = "a pair that was decided on" if steps[0] == "pins" else "a pair that must not be"
        edit = Edit(steps, None)
        yield Consequence(document.path, Part.MATCHING, "", f"{what} is taken out", (edit,))


def _in_certificates(
    _: Catalog, leaving: Leaving, document: Document, found: list[Steps]
) -> Consequences:
    said: Any = plain(document.root)
    for steps in found:
        name, position = steps[0], steps[1]
        edit = Edit(steps, leaving.new_id)
        words = "the register keeps the letter of appreciation, under the new id"
        about = ""
        if name == "certificates":
            about = str(said[name][position].get("id", ""))
            words = "stays valid; its page names nobody any more"
        yield Consequence(document.path, Part.CERTIFICATES, about, words, (edit,))


_AT: Mapping[Kind, Callable[[Catalog, Leaving, Document, list[Steps]], Consequences]] = {
    Kind.COHORT: _in_cohort,
    Kind.CERTIFICATES: _in_certificates,
    Kind.PAIRINGS: in_pairings,
    Kind.OUTPUT: in_output,
    Kind.EVENT: in_event,
}
