"""A whole withdrawal, planned: every file as it would be, and what that means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from generator.catalog import Catalog
from generator.catalog.public_parts import people_with_public_parts
from generator.records.canonical import edit_as, write_as
from generator.records.fields import ConsentScope
from generator.records.kinds import Kind
from generator.source import Edit
from generator.source.formatting import LostInFormattingError
from generator.withdrawal.consequences import consequences
from generator.withdrawal.leaving import (
    CannotLeaveError,
    Consequence,
    Leaving,
    Part,
    applications_of,
)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What leaving does: the texts of files by path, the files to delete, and what it means.

    ``undecided`` are the sessions to come (event/session) whose pairing ends. ``tombstone`` is the
    record that stays, '' where none does.
    """

    leaving: Leaving
    written: Mapping[str, str]
    deleted: tuple[str, ...]
    consequences: tuple[Consequence, ...]
    undecided: tuple[str, ...] = ()
    tombstone: str = ""

    def out_already(self, today: date) -> tuple[str, ...]:
        """Return what they are taken out of though it has been: is the day they left mistyped?"""
        dated = [(one.about, one.dated) for one in self.consequences if one.dated]
        return tuple(about for about, day in dated if day <= today)


def plan_withdrawal(catalog: Catalog, leaving: Leaving) -> Withdrawal:
    """Return what becomes of the records when a participant leaves, or who has only applied.

    Of the latter nothing stays. Raises CannotLeaveError where a file cannot be read or changed, and
    nothing can be said for certain.
    """
    _make_sure_of_all(catalog)
    own = tuple(one.path for one in applications_of(catalog, leaving.id))
    found = tuple(one for one in consequences(catalog, leaving) if one.path not in own)
    gone = tuple(Consequence(path, Part.APPLICATIONS, "", "is deleted", ()) for path in own)
    entry = catalog.participants.get(leaving.id)
    if entry is None:
        return Withdrawal(leaving, _texts(catalog, found), own, (*found, *gone))
    old = PurePosixPath(entry.path)
    tombstone = old.with_name(f"{leaving.new_id}.yaml")
    written = {str(tombstone): tombstone_text(leaving), **_texts(catalog, found)}
    deleted = own if tombstone == old else (str(old), *own)
    return Withdrawal(
        leaving,
        written,
        deleted,
        (
            _page(catalog, leaving, tombstone, is_kept=tombstone == old),
            *found,
            *gone,
        ),
        _undecided(catalog, leaving, found),
        str(tombstone),
    )


def has_left(catalog: Catalog, id_: str) -> bool:
    """Tell whether a participant's record is what a withdrawal leaves, with no application."""
    entry = catalog.participants.get(id_)
    record = entry.record if entry else None
    kept = {"name", "withdrawn"}
    return (
        record is not None
        and record.withdrawn is not None
        and record.model_fields_set <= kept
        and record.name.full == _unnamed(id_)
        and not applications_of(catalog, id_)
    )


def _unnamed(id_: str) -> str:
    return f"Participant {id_}"


def tombstone_text(leaving: Leaving) -> str:
    """Return the record that stays: it can be referred to, and tells nothing but the day."""
    values: dict[str, Any] = {
        "name": {"display": _unnamed(leaving.new_id)},
        "withdrawn": str(leaving.day),
    }
    return write_as(Kind.PARTICIPANT, values)


def _make_sure_of_all(catalog: Catalog) -> None:
    """Raise CannotLeaveError where a file could not be read, for it may name the person."""
    read = {document.path for document in catalog.documents}
    unread = sorted(path for path in catalog.files if path not in read)
    if unread:
        message = (
            f"{unread[0]} cannot be read, so that it may go on naming the person; 'lrrt validate' "
            "says what is wrong with it"
        )
        raise CannotLeaveError(message)


def _texts(catalog: Catalog, found: tuple[Consequence, ...]) -> dict[str, str]:
    """Return the texts of the files that are edited, by path."""
    edits: dict[str, list[Edit]] = {}
    for one in found:
        edits.setdefault(one.path, []).extend(one.edits)
    documents = {document.path: document for document in catalog.documents}
    return {path: _text(catalog, documents[path].text, path, own) for path, own in edits.items()}


def _text(catalog: Catalog, text: str, path: str, edits: list[Edit]) -> str:
    is_apart = path in catalog.private
    try:
        made = edit_as(catalog.files[path], text.encode(), path, edits, is_apart=is_apart)
    except LostInFormattingError:
        made = None
    if made is None or made.text is None:
        why = f": {made.found[0].message}" if made and made.found else ""
        message = f"{path} cannot be changed for certain{why}; 'lrrt validate' says more"
        raise CannotLeaveError(message)
    return made.text


def _page(catalog: Catalog, leaving: Leaving, path: PurePosixPath, *, is_kept: bool) -> Consequence:
    """Return what becomes of the record and the page."""
    record = catalog.participants[leaving.id].record
    said = "there was no page"
    if ConsentScope.NAME in record.scopes and leaving.id in people_with_public_parts(catalog):
        said = "the page is gone"
        if record.aliases:
            said += ", and the earlier addresses that led to it"
    said += f"; the record keeps the day, and its id '{leaving.new_id}'"
    if not is_kept:
        said += ", which no longer tells the name"
    return Consequence(str(path), Part.PAGE, f"people/{leaving.id}/", said, ())


def _undecided(
    catalog: Catalog, leaving: Leaving, found: tuple[Consequence, ...]
) -> tuple[str, ...]:
    ended = {
        one.about
        for one in found
        if one.part is Part.PAIRINGS and any(edit.value == "ended" for edit in one.edits)
    }
    return tuple(
        name
        for name, (event, _, session) in catalog.sessions.items()
        if session.pairing in ended
        and not session.cancelled
        and (session.date or event.record.date) > leaving.day
    )
