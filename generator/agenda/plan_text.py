"""A schedule written into the text of its event's record, in which all else stays as it is."""

from datetime import date

from generator.agenda.plan_edits import Lines, UnusableTextError
from generator.agenda.plan_gathering import Gathered
from generator.agenda.plan_outcome import Plan
from generator.agenda.plan_problem import Slot
from generator.agenda.plan_publishing import is_in_braces, publish
from generator.agenda.plan_reasons import clock
from generator.agenda.plan_text_check import make_sure
from generator.agenda.plan_written import Time, items_of, mapping, written
from generator.catalog import Entry
from generator.records.event import Event
from generator.source import plain
from generator.source.tree import MappingNode, Scalar


def with_plan(entry: Entry[Event], gathered: Gathered, plan: Plan) -> str:
    """Return the text of an event's record with a schedule written into it.

    Of a session that moves, only its times, day and room are changed. A planned session that has a
    title is moved to the event's sessions, in the order of time where these are in it.

    Raises UnusableTextError where the text is so written that this cannot be done.
    """
    root = mapping(entry.document.root)
    lines = Lines.of(entry.document.text)
    times = [_time(entry.record, gathered, index, slot) for index, slot in enumerate(plan.slots)]
    published = {
        position: times[index]
        for index, position in enumerate(gathered.published)
        if position is not None
    }
    for index in plan.moved:
        position = gathered.published[index]
        if position is not None:
            session = mapping(items_of(root, "sessions")[position])
            _move(lines, session, times[index])
    planned = entry.record.planning.sessions if entry.record.planning else ()
    added = {
        position: times[index]
        for index, position in enumerate(gathered.planned)
        if position is not None and planned[position].title
    }
    if added:
        publish(lines, root, added, published)
    text = lines.text()
    moved = {
        position: times[index]
        for index in plan.moved
        if (position := gathered.published[index]) is not None
    }
    make_sure(text, entry, moved, added)
    return text


def _time(event: Event, gathered: Gathered, index: int, slot: Slot) -> Time:
    problem = gathered.problem
    item = problem.items[index]
    day: date = problem.days[slot.day].date
    return Time(
        day=str(day),
        is_first_day=day == event.date,
        start=clock(slot.minute),
        end=clock(slot.minute + item.minutes),
        room="" if item.roomless else problem.rooms[slot.room],
        moment=(slot.day, slot.minute),
    )


def _move(lines: Lines, session: MappingNode, time: Time) -> None:
    """Change the times, the day and the room of a published session in its lines."""
    new = time.values(with_day="date" in session.entries)
    was = plain(session)
    for name in ("start", "end", "room", "date"):
        value = new.get(name, "")
        if name in session.entries:
            _, node = session.entries[name]
            known = was.get(name) if isinstance(was, dict) else None
            if value == known:
                continue
            if not isinstance(node, Scalar):
                raise UnusableTextError
            if value:
                lines.replace_value(node, written(value))
            else:
                _delete_key(lines, session, name)
        elif value:
            _add_key(lines, session, name, value)


def _add_key(lines: Lines, session: MappingNode, name: str, value: str) -> None:
    key, _ = session.entries["start"]
    if is_in_braces(session):
        lines.insert_in_line(key, f"{name}: {written(value)}, ")
        return
    end, _ = session.entries["end"]
    at = max(key.line, end.line)
    lines.insert_before(at, [f"{' ' * (key.column - 1)}{name}: {written(value)}"])


def _delete_key(lines: Lines, session: MappingNode, name: str) -> None:
    key, _ = session.entries[name]
    if is_in_braces(session) or lines.lines[key.line - 1][: key.column - 1].strip():
        raise UnusableTextError
    lines.delete(key.line - 1, key.line)
