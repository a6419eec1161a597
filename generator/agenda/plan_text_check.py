"""The proof that a rewritten record says what it is to say, and nothing else."""

from collections.abc import Mapping

from generator.agenda.plan_edits import UnusableTextError
from generator.agenda.plan_written import Time, as_published
from generator.catalog import Entry
from generator.records.event import Event
from generator.source import Plain, plain, read_bytes

_TIMES = ("date", "start", "end", "room")


def make_sure(
    text: str, entry: Entry[Event], moved: Mapping[int, Time], added: Mapping[int, Time]
) -> None:
    """Raise UnusableTextError unless a text says what it is to say, and nothing else."""
    reading = read_bytes(text.encode("utf-8"), entry.path)
    before = plain(entry.document.root)
    after = plain(reading.document.root) if reading.document else None
    if not isinstance(before, dict) or not isinstance(after, dict):
        raise UnusableTextError
    if _by_id(after) != _by_id(_expected(before, moved, added)):
        raise UnusableTextError


def _expected(
    before: Mapping[str, Plain], moved: Mapping[int, Time], added: Mapping[int, Time]
) -> dict[str, Plain]:
    """Return what a record is to say with a schedule; new sessions stand at the end."""
    sessions = _list(before.get("sessions"))
    for position, time in moved.items():
        session = sessions[position]
        times = time.values(with_day="date" in session)
        kept = {key: session[key] for key in session if key not in _TIMES}
        sessions[position] = {**kept, **times}
    planning = before.get("planning")
    left = dict(planning) if isinstance(planning, dict) else {}
    planned = _list(left.get("sessions"))
    sessions += [as_published(planned[position], added[position]) for position in sorted(added)]
    remaining: list[Plain] = [one for at, one in enumerate(planned) if at not in added]
    whole: list[Plain] = [*sessions]
    rest: dict[str, Plain] = {**left, "sessions": remaining}
    return {**before, "sessions": whole, "planning": rest}


def _by_id(record: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return a record whose sessions are in the order of their ids, without empty parts."""
    sessions = sorted(_list(record.get("sessions")), key=lambda one: str(one.get("id")))
    planning = record.get("planning")
    left = {
        key: value
        for key, value in (planning if isinstance(planning, dict) else {}).items()
        if value
    }
    whole: list[Plain] = [*sessions]
    rest: dict[str, Plain] = {**left}
    found: dict[str, Plain] = {**record, "sessions": whole, "planning": rest}
    return {key: value for key, value in found.items() if value}


def _list(value: Plain | None) -> list[dict[str, Plain]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
