"""Planned sessions moved to an event's sessions, in the lines of its record."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from generator.agenda.plan_edits import Lines, UnusableTextError
from generator.agenda.plan_written import (
    DROPPED,
    HEAD,
    Time,
    as_published,
    items_of,
    mapping,
    written,
)
from generator.source import plain, to_yaml
from generator.source.tree import MappingNode, Node


def publish(
    lines: Lines,
    root: MappingNode,
    added: Mapping[int, Time],
    published: Mapping[int, Time],
) -> None:
    """Move planned sessions to the event's sessions, by their positions among the planned ones.

    ``published`` are the times of those that are among the event's sessions already.
    Raises UnusableTextError where the text does not allow it.
    """
    _, planning = root.entries["planning"]
    planned = items_of(mapping(planning), "sessions")
    dash = _dash(lines, root)
    for position in sorted(added, key=lambda one: (added[one].moment, one)):
        session, time = mapping(planned[position]), added[position]
        block = _block(lines, session, time)
        new = [f"{' ' * dash}{line}" if line else "" for line in block]
        lines.insert_before(_where(lines, root, published, time), new)
    _take_out(lines, root, planned, frozenset(added))


def _dash(lines: Lines, root: MappingNode) -> int:
    """Return how far the entries of the event's sessions are indented."""
    sessions = items_of(root, "sessions")
    if not sessions:
        return 2
    first = lines.lines[sessions[0].line - 1][: sessions[0].column - 1]
    if not re.fullmatch(r" *- +", first):
        raise UnusableTextError
    return lines.indent(sessions[0].line - 1)


def _where(lines: Lines, root: MappingNode, published: Mapping[int, Time], time: Time) -> int:
    """Return the line before which a new session goes: after all that begin earlier."""
    sessions = items_of(root, "sessions")
    if not sessions:
        return _open_list(lines, root)
    for position, session in enumerate(sessions):
        if position in published and published[position].moment > time.moment:
            return _start(lines, mapping(session))
    return _end(lines, mapping(sessions[-1]))


def _open_list(lines: Lines, root: MappingNode) -> int:
    """Make a list of sessions where there is none, and return the line after its key."""
    if "sessions" in root.entries:
        key, _ = root.entries["sessions"]
        lines.delete(key.line - 1, key.line)
        at = key.line
    else:
        at = root.entries["planning"][0].line - 1
    if not lines.has_inserted(at):
        lines.insert_before(at, ["sessions:"])
    return at


def _block(lines: Lines, session: MappingNode, time: Time) -> list[str]:
    """Return the lines of a planned session as a published one, from its dash on."""
    head = lines.lines[session.line - 1][: session.column - 1]
    first, *_ = sorted(session.entries.values(), key=lambda pair: pair[0].line)
    usable = re.fullmatch(r" *- +", head) and not is_in_braces(session)
    if not usable or first[0].text in DROPPED:
        return _written_anew(session, time)
    start, end = _start(lines, session), _end(lines, session)
    depth = lines.indent(session.line - 1)
    dropped = {session.entries[name][0].line - 1 for name in DROPPED if name in session.entries}
    after = max(session.entries[name][0].line for name in HEAD if name in session.entries)
    keys = sorted(key.line for key, _ in session.entries.values())
    following = next((line - 1 for line in keys if line > after), end)
    pad = " " * (session.column - 1 - depth)
    times = [f"{pad}{name}: {written(value)}" for name, value in time.values().items()]
    found: list[str] = []
    for number in range(start, end):
        if number == following:
            found += times
        if number not in dropped:
            found.append(lines.lines[number].rstrip("\r\n")[depth:])
    return found + (times if following >= end else [])


def _written_anew(session: MappingNode, time: Time) -> list[str]:
    """Return the lines of a planned session that is written in a way that cannot be kept."""
    values = plain(session)
    if not isinstance(values, dict):
        raise UnusableTextError
    published: dict[str, object] = {**as_published(values, time)}
    if "date" in published:
        published["date"] = date.fromisoformat(time.day)  # a text would be put in quotes
    _, *found = to_yaml({"sessions": [published]}).splitlines()
    return [line.removeprefix("  ") for line in found]


def _take_out(
    lines: Lines, root: MappingNode, planned: Sequence[Node], added: frozenset[int]
) -> None:
    """Delete planned sessions that are published now, with keys under which nothing is left."""
    planning_key, planning = root.entries["planning"]
    node = mapping(planning)
    key, _ = node.entries["sessions"]
    if len(added) < len(planned):
        for position in added:
            session = mapping(planned[position])
            if not re.fullmatch(r" *- +", lines.lines[session.line - 1][: session.column - 1]):
                raise UnusableTextError
            lines.delete(_start(lines, session), _end(lines, session))
        return
    if key.line == planning_key.line:
        raise UnusableTextError
    whole = len(node.entries) == 1
    last = max(_end(lines, mapping(session)) for session in planned)
    lines.delete((planning_key if whole else key).line - 1, last)


def _start(lines: Lines, session: MappingNode) -> int:
    """Return the line at which a session begins, remarks directly above it included."""
    first = session.line - 1
    depth = lines.indent(first)
    while first and lines.lines[first - 1].lstrip(" ").startswith("#"):
        if lines.indent(first - 1) != depth:
            break
        first -= 1
    return first


def _end(lines: Lines, session: MappingNode) -> int:
    """Return the line after the last of a session."""
    depth = lines.indent(session.line - 1)
    end = session.line
    while end < len(lines.lines) and (lines.is_blank(end) or lines.indent(end) > depth):
        end += 1
    while lines.is_blank(end - 1):
        end -= 1
    return end


def is_in_braces(session: MappingNode) -> bool:
    """Tell whether keys share a line, as they do only in braces."""
    found = [key.line for key, _ in session.entries.values()]
    return len(set(found)) < len(found)
