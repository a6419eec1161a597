"""Pairings of somebody who leaves: what is over stays, what runs ends or goes on without them."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.catalog import Catalog
from generator.records.pairing import PUBLIC_STATUSES, PairingStatus
from generator.source import Document, Edit, Step, plain
from generator.withdrawal.leaving import Consequence, Leaving, Part

_STANDING = (PairingStatus.PROPOSED, PairingStatus.CONFIRMED, PairingStatus.ACTIVE)
_ROLES = {"mentors": "A mentor", "mentees": "A mentee"}


def in_pairings(
    catalog: Catalog, leaving: Leaving, document: Document, found: list[tuple[Step, ...]]
) -> Iterator[Consequence]:
    """Yield what becomes of a cohort's pairings in which the person stands."""
    said: Any = plain(document.root)
    cohort = PurePosixPath(document.path).stem
    known = catalog.cohorts.get(cohort)
    is_over = known is not None and known.record.end <= leaving.day
    has_begun = known is not None and known.record.call_opens <= leaving.day
    for position in sorted({int(steps[1]) for steps in found}):
        own = [steps for steps in found if steps[1] == position]
        pairing = said["pairings"][position]
        about = f"{cohort}/{pairing.get('id', position)}"
        goes_on = pairing.get("status") in _STANDING and not is_over
        words, edits = (_going_on if goes_on else _over)(leaving, pairing, own)
        if has_begun and any(edit.value == "ended" for edit in edits):
            edits = (*edits, Edit(("pairings", position, "ended"), str(leaving.day)))
        yield Consequence(document.path, Part.PAIRINGS, about, words, edits)


def _over(
    leaving: Leaving, pairing: Any, own: list[tuple[Step, ...]]
) -> tuple[str, tuple[Edit, ...]]:
    shown = [_ROLES[str(steps[2])] for steps in own if steps[2] in _ROLES]
    words = f"'{shown[0]}' in place of the name" if shown else "an evaluation stays counted"
    if pairing.get("status") not in PUBLIC_STATUSES:
        words = "is not on the site; it names them by the new id"
    elif shown and (pairing.get("project") or pairing.get("story")):
        words += "; the story is no longer shown"
        if "A mentee" in shown:
            words = words.replace("the story is", "project and story are")
    return words, tuple(Edit(steps, leaving.new_id) for steps in own)


def _going_on(
    leaving: Leaving, pairing: Any, own: list[tuple[Step, ...]]
) -> tuple[str, tuple[Edit, ...]]:
    parts = [steps for steps in own if steps[2] in _ROLES]
    alone = [steps for steps in parts if len(pairing[str(steps[2])]) == 1]
    if parts and not alone:
        return "goes on without them", tuple(Edit(steps, None) for steps in own)
    edits = [Edit(steps, leaving.new_id) for steps in own]
    if not parts:
        return "an evaluation stays counted", tuple(edits)
    edits.append(Edit((*own[0][:2], "status"), "ended"))
    return "ends that day, for nobody else stands on that side; leaves the site", tuple(edits)
