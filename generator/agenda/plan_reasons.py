"""Why a schedule cannot be, and what became of the wishes, in plain words."""

from collections.abc import Iterator

from generator.agenda.plan_outcome import Impossible, Plan
from generator.agenda.plan_problem import Item, Problem, Relation, Slot, Wish
from generator.agenda.plan_rules import Label

_WAYS_OUT = {
    "window": "widen when {0} can come, under planning.availability",
    "fixed": "take '{0}' out of planning.fixed",
    "person": "take {0} out of one of the sessions",
    "wish": "take 'required' off the wish, so that it may be broken",
    "alone": "let something take place beside '{0}'",
    "breaks": "raise planning.break_every, or plan a break",
    "changeover": "lower planning.changeover",
}


def reasons(problem: Problem, found: Impossible) -> Iterator[str]:
    """Yield what cannot hold together, a clause each: the hours, the sessions, the rules."""
    for day in problem.days:
        rooms = ", ".join(name for name in problem.rooms if name)
        where = f", in {rooms}" if rooms else ""
        yield f"the event lasts from {clock(day.opens)} to {clock(day.closes)} on {day.date}{where}"
    for index in found.items:
        yield _session(problem, problem.items[index], found)
    total = sum(problem.items[index].minutes for index in found.items)
    if len(found.items) > 1:
        yield f"these {len(found.items)} sessions take {total} minutes together"
    for label in found.labels:
        yield _rule(problem, label)


def ways_out(problem: Problem, found: Impossible) -> Iterator[str]:
    """Yield what would mend it, a clause each; any one may do."""
    for kind, about in found.labels:
        shown = about if kind != "wish" else _wish(problem, problem.wishes[int(about)])
        yield _WAYS_OUT[kind].format(shown)
    if any(not problem.items[index].fixed for index in found.items):
        longest = max(found.items, key=lambda index: problem.items[index].minutes)
        yield f"make a session shorter ('{problem.items[longest].id}' is the longest of these)"
        yield "let the event begin earlier or end later"
        yield "add another room to planning.rooms"


def broken_wishes(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield the wishes that a plan does not keep, a clause each."""
    for number in plan.broken:
        yield _wish(problem, problem.wishes[number])


def slot_words(problem: Problem, item: Item, slot: Slot) -> str:
    """Return '2027-06-10 12:00 to 12:25 in Main room'."""
    room = problem.rooms[slot.room] if problem.rooms and not item.roomless else ""
    end = clock(slot.minute + item.minutes)
    where = f" in {room}" if room else ""
    return f"{problem.days[slot.day].date} {clock(slot.minute)} to {end}{where}"


def clock(minute: int) -> str:
    """Return minutes after midnight as on a clock: '14:30'."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _session(problem: Problem, item: Item, found: Impossible) -> str:
    shown = sorted(
        person
        for person in item.people
        if ("window", person) in found.labels or ("person", person) in found.labels
    )
    who = f" and needs {' and '.join(shown)}" if shown else ""
    days = [problem.days[day].date for day in item.days]
    on = f", on {' or '.join(map(str, days))}" if len(days) < len(problem.days) else ""
    return f"'{item.id}' takes {item.minutes} minutes{who}{on}"


def _rule(problem: Problem, label: Label) -> str:
    kind, about = label
    if kind == "fixed":
        item = next(one for one in problem.items if one.id == about)
        slot = item.published
        where = slot_words(problem, item, slot) if slot else "its place"
        return f"'{about}' is to keep its time: {where}"
    if kind == "window":
        about = f"{about} can come only {_windows(problem, about)}"
    elif kind == "wish":
        about = _wish(problem, problem.wishes[int(about)])
    return _RULES[kind].format(about, problem)


_RULES = {
    "window": "{0}",
    "person": "{0} cannot be in two sessions at once",
    "wish": "it is required that {0}",
    "alone": "nothing may take place at the time of '{0}'",
    "breaks": "after {1.break_every} minutes at the most there is to be a break of "
    "{1.break_minutes}",
    "changeover": "a room is to stay empty for {1.changeover} minutes between two sessions",
}


def _windows(problem: Problem, person: str) -> str:
    return " or ".join(
        f"from {clock(one.opens)} to {clock(one.closes)} on {problem.days[one.day].date}"
        for one in problem.windows[person]
    )


def _wish(problem: Problem, wish: Wish) -> str:
    mine = problem.items[wish.item].id
    if wish.other is None:
        return f"'{mine}' is the {'first' if wish.relation is Relation.FIRST else 'last'} of all"
    other = problem.items[wish.other].id
    verb = {
        Relation.AFTER: "comes after",
        Relation.BEFORE: "comes before",
        Relation.NEXT_TO: "is next to",
    }[wish.relation]
    return f"'{mine}' {verb} '{other}'"
