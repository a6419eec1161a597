"""Small problems of scheduling, and every schedule of one tried in turn: slow, and plainly right."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, product

from hypothesis import strategies as st

from generator.agenda.plan_problem import Day, Item, Problem, Relation, Slot, Window, Wish

FIRST_DAY = date(2027, 6, 10)
STEP = 10
OPENS = 720


def problem(*items: Item, **more: object) -> Problem:
    """A day from noon to three, in one room, in steps of ten minutes; or otherwise."""
    usual: dict[str, object] = {
        "days": (Day(FIRST_DAY, OPENS, OPENS + 180),),
        "rooms": ("Main",),
        "items": items,
        "wishes": (),
        "windows": {},
        "step": STEP,
    }
    return Problem(**{**usual, **more})  # type: ignore[arg-type]  # the names are those of the fields


def item(id_: str, minutes: int = 30, **more: object) -> Item:
    usual: dict[str, object] = {
        "id": id_,
        "minutes": minutes,
        "people": frozenset(),
        "rooms": (0,),
        "days": (0,),
    }
    if "published" in more:
        usual["was_published"] = True
    return Item(**{**usual, **more})  # type: ignore[arg-type]  # as above


def slots_of(problem: Problem, item: Item) -> Iterator[Slot]:
    """Every slot in which an item fits by itself."""
    for day in item.days:
        hours = problem.days[day]
        for minute in range(hours.opens, hours.closes - item.minutes + 1, problem.step):
            for room in item.rooms:
                slot = Slot(day, minute, room)
                if all(_can_come(problem, person, item, slot) for person in item.people):
                    yield slot


def _can_come(problem: Problem, person: str, item: Item, slot: Slot) -> bool:
    return person not in problem.windows or any(
        window.day == slot.day
        and window.opens <= slot.minute
        and slot.minute + item.minutes <= window.closes
        for window in problem.windows[person]
    )


def overlaps(one: tuple[Item, Slot], other: tuple[Item, Slot], gap: int = 0) -> bool:
    (mine, at), (theirs, there) = one, other
    return (
        at.day == there.day
        and at.minute < there.minute + theirs.minutes + gap
        and there.minute < at.minute + mine.minutes + gap
    )


def clash(problem: Problem, one: tuple[Item, Slot], other: tuple[Item, Slot]) -> bool:
    (mine, at), (theirs, there) = one, other
    in_one_room = at.room == there.room and not (mine.roomless or theirs.roomless)
    truly = overlaps(one, other) and (in_one_room or bool(mine.people & theirs.people))
    if truly or (mine.published == at and theirs.published == there):
        return truly
    if overlaps(one, other) and (mine.alone or theirs.alone):
        return True
    gap = -(-problem.changeover // problem.step) * problem.step
    return in_one_room and overlaps(one, other, gap)


def keeps(problem: Problem, wish: Wish, slots: tuple[Slot, ...]) -> bool:
    return all(
        _keeps(problem, wish, slots, other)
        for other in (range(len(slots)) if wish.other is None else (wish.other,))
        if other != wish.item
    )


def _keeps(problem: Problem, wish: Wish, slots: tuple[Slot, ...], other: int) -> bool:
    mine, theirs = slots[wish.item], slots[other]
    start, other_start = (mine.day, mine.minute), (theirs.day, theirs.minute)
    end = (mine.day, mine.minute + problem.items[wish.item].minutes)
    other_end = (theirs.day, theirs.minute + problem.items[other].minutes)
    if wish.relation is Relation.FIRST:
        return start <= other_start
    if wish.relation is Relation.LAST:
        return end >= other_end
    if wish.relation is Relation.AFTER:
        return start >= other_end
    if wish.relation is Relation.BEFORE:
        return end <= other_start
    gap = -(-problem.changeover // problem.step) * problem.step
    near = 0 <= other_start[1] - end[1] <= gap or 0 <= start[1] - other_end[1] <= gap
    return mine.day == theirs.day and mine.room == theirs.room and near


def has_breaks(problem: Problem, slots: tuple[Slot, ...]) -> bool:
    """Whether no stretch is longer than may be, a stretch ending at each long enough pause."""
    if not problem.break_every:
        return True
    most = problem.break_every // problem.step * problem.step
    least = -(-problem.break_minutes // problem.step) * problem.step
    for day in range(len(problem.days)):
        spans = sorted(
            (slot.minute, slot.minute + one.minutes)
            for one, slot in zip(problem.items, slots, strict=True)
            if slot.day == day and not one.is_break
        )
        stretches: list[list[int]] = []
        for start, end in spans:
            if stretches and start - stretches[-1][1] < least:
                stretches[-1][1] = max(stretches[-1][1], end)
            else:
                stretches.append([start, end])
        if any(end - start > most for start, end in stretches):
            return False
    return True


def idle(problem: Problem, slots: tuple[Slot, ...]) -> int:
    found = 0
    for day in range(len(problem.days)):
        busy = {
            minute
            for one, slot in zip(problem.items, slots, strict=True)
            if slot.day == day
            for minute in range(slot.minute, slot.minute + one.minutes)
        }
        if busy:
            found += max(busy) + 1 - min(busy) - len(busy)
    return found


def is_allowed(problem: Problem, slots: tuple[Slot, ...]) -> bool:
    placed = list(zip(problem.items, slots, strict=True))
    return (
        all(not one.fixed or slot == one.published for one, slot in placed)
        and not any(clash(problem, *pair) for pair in combinations(placed, 2))
        and all(keeps(problem, wish, slots) for wish in problem.wishes if wish.required)
        and has_breaks(problem, slots)
    )


Worth = tuple[int, int, int, tuple[tuple[int, int, int], ...]]


def worth(problem: Problem, slots: tuple[Slot, ...]) -> Worth:
    """What a schedule is judged by: less is better."""
    moved = sum(
        one.was_published and slot != one.published
        for one, slot in zip(problem.items, slots, strict=True)
    )
    broken = sum(not keeps(problem, wish, slots) for wish in problem.wishes if not wish.required)
    starts = tuple((slot.day, slot.minute, slot.room) for slot in slots)
    return moved, idle(problem, slots), broken, starts


def best_of_all(problem: Problem) -> Worth | None:
    """The worth of the best of all schedules; None where there is none."""
    choices = [
        [one.published] if one.fixed and one.published else list(slots_of(problem, one))
        for one in problem.items
    ]
    return min(
        (worth(problem, slots) for slots in product(*choices) if is_allowed(problem, slots)),
        default=None,
    )


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Small problems in which everything can occur."""
    lengths = draw(st.lists(st.integers(3, 7), min_size=1, max_size=2))
    days = tuple(
        Day(FIRST_DAY + timedelta(number), OPENS, OPENS + cells * STEP)
        for number, cells in enumerate(lengths)
    )
    if len(days) == 2:
        days = tuple(Day(day.date, day.opens, min(day.closes, OPENS + 40)) for day in days)
    rooms = ("Main", "Side")[: draw(st.integers(1, 2))]
    items = tuple(
        draw(_items(f"s{number}", days, len(rooms))) for number in range(draw(st.integers(1, 4)))
    )
    relations = st.sampled_from(Relation)
    wishes = []
    for _ in range(draw(st.integers(0, 3))):
        relation = draw(relations)
        mine = draw(st.integers(0, len(items) - 1))
        other = None
        if relation not in (Relation.FIRST, Relation.LAST):
            other = draw(st.integers(0, len(items) - 1))
            if other == mine:
                continue
        wishes.append(Wish(mine, relation, other, draw(st.integers(0, 3)) == 0))
    windows = {
        person: (
            Window(
                draw(st.integers(0, len(days) - 1)),
                OPENS + draw(st.integers(0, 3)) * 5,
                OPENS + draw(st.integers(4, 14)) * 5,
            ),
        )
        for person in draw(st.sets(st.sampled_from("pq"), max_size=1))
    }
    return Problem(
        days,
        rooms,
        items,
        tuple(wishes),
        windows,
        STEP,
        changeover=draw(st.sampled_from([0, 0, 5, 10])),
        break_every=draw(st.sampled_from([0, 0, 20, 40])),
        break_minutes=10,
    )


@st.composite
def _items(draw: st.DrawFn, id_: str, days: tuple[Day, ...], rooms: int) -> Item:
    minutes = draw(st.integers(1, 2)) * STEP
    is_break = draw(st.integers(0, 4)) == 0
    published = None
    allowed = tuple(range(rooms)) if draw(st.booleans()) else (draw(st.integers(0, rooms - 1)),)
    if is_break:
        allowed = (0,)
    where = tuple(range(len(days))) if draw(st.booleans()) else (0,)
    if draw(st.integers(0, 2)) == 0:
        day = draw(st.sampled_from(where))
        last = (days[day].closes - minutes - OPENS) // STEP
        cell = draw(st.integers(0, last))
        published = Slot(day, OPENS + cell * STEP, draw(st.sampled_from(allowed)))
    return Item(
        id_,
        minutes,
        draw(st.frozensets(st.sampled_from("pq"), max_size=1)),
        allowed,
        where,
        published=published,
        was_published=published is not None,
        fixed=published is not None and draw(st.integers(0, 3)) == 0,
        alone=is_break or draw(st.integers(0, 5)) == 0,
        roomless=is_break,
        is_break=is_break,
    )
