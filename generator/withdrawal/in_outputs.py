"""Works of somebody who leaves: "Name withheld", or the name as printed where they agree to it."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.catalog import Catalog
from generator.source import Document, Edit, Step, plain
from generator.withdrawal.leaving import CannotLeaveError, Consequence, Leaving, Part


def in_output(
    catalog: Catalog, leaving: Leaving, document: Document, found: list[tuple[Step, ...]]
) -> Iterator[Consequence]:
    """Yield what becomes of the work. Raises CannotLeaveError."""
    said: Any = plain(document.root)
    id_ = PurePosixPath(document.path).stem
    known = catalog.outputs.get(id_)
    dated = known.record.date if known else None
    is_newer = dated is not None and dated.start.first_day > leaving.day
    contributors = said["contributors"]
    if is_newer and not leaving.keeps_printed and len(found) == len(contributors):
        message = (
            f"{document.path} is dated after {leaving.day} and names nobody else: delete it, or "
            "ask whether the name may stay as printed, and say --keep-printed-names"
        )
        raise CannotLeaveError(message)
    edits: list[Edit] = []
    for steps in found:
        edits += _edits(leaving, contributors[int(steps[1])], steps[:2], is_newer=is_newer)
    words = "'Name withheld' in place of the name"
    if leaving.keeps_printed:
        words = "keeps the name as printed, without a page for it"
    elif is_newer:
        words = f"they are taken out, for it is dated after {leaving.day}"
    is_out = is_newer and not leaving.keeps_printed
    day = dated.start.first_day if dated and is_out else None
    yield Consequence(document.path, Part.OUTPUTS, id_, words, tuple(edits), day)


def _edits(
    leaving: Leaving, contributor: Any, at: tuple[Step, ...], *, is_newer: bool
) -> Iterator[Edit]:
    if leaving.keeps_printed:
        yield Edit((*at, "participant"), None)
        if "name" not in contributor:
            yield Edit((*at, "name"), leaving.name.model_dump(exclude_none=True))
    elif is_newer:
        yield Edit(at, None)
    else:
        yield from renamed(leaving, contributor, at)


def renamed(leaving: Leaving, contributor: Any, at: tuple[Step, ...]) -> Iterator[Edit]:
    """Yield the edits by which a contributor has the new id, and nothing that tells the name."""
    yield Edit((*at, "participant"), leaving.new_id)
    for key in ("name", "orcid"):
        if key in contributor:
            yield Edit((*at, key), None)
