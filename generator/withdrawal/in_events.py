"""Sessions of somebody who leaves: unnamed where they were held, out of those that are to come."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from generator.catalog import Catalog
from generator.source import Document, Edit, Step, plain
from generator.withdrawal.in_outputs import renamed
from generator.withdrawal.leaving import Consequence, Leaving, Part


def in_event(
    _: Catalog, leaving: Leaving, document: Document, found: list[tuple[Step, ...]]
) -> Iterator[Consequence]:
    """Yield what becomes of an event's sessions, and of the schedule that is being made."""
    said: Any = plain(document.root)
    id_ = PurePosixPath(document.path).stem
    planned = [steps for steps in found if steps[0] == "planning"]
    if planned:
        # Of ("planning", "sessions", 0, "moderator", "participant"), the moderator is taken out.
        taken = tuple(Edit(steps[:-1], None) for steps in planned)
        yield Consequence(document.path, Part.PLANNING, id_, "they are taken out", taken)
    held = [steps for steps in found if steps[0] == "sessions"]
    for position in sorted({int(steps[1]) for steps in held}):
        session = said["sessions"][position]
        own = [steps for steps in held if steps[1] == position]
        day = _day(session.get("date") or said.get("date"))
        is_newer = day > leaving.day
        edits: list[Edit] = []
        for steps in own:
            contributor = _at(session, steps[2:-1])
            edits += (
                [Edit(steps[:-1], None)] if is_newer else renamed(leaving, contributor, steps[:-1])
            )
        words = "'Name withheld' in place of the name"
        if is_newer:
            words = f"they are taken out, for it is dated after {leaving.day}"
        elif "recording" in session:
            words += "; the recording is no longer linked"
        dated = day if is_newer else None
        about = f"{id_}/{session.get('id', position)}"
        yield Consequence(document.path, Part.SESSIONS, about, words, tuple(edits), dated)


def _at(value: Any, steps: tuple[Step, ...]) -> Any:
    for step in steps:
        value = value[step]
    return value


def _day(said: Any) -> date:
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return date.min
