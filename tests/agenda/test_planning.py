"""Schedules laid out: as good as the best of all, or a reason that is one."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.agenda.plan_grid import Grid
from generator.agenda.plan_outcome import Impossible, Plan, Undecided
from generator.agenda.plan_problem import Day, Item, Problem, Relation, Slot, Window, Wish
from generator.agenda.plan_reasons import broken_wishes, reasons, ways_out
from generator.agenda.plan_relaxing import fewest_dropped, smallest_conflict
from generator.agenda.planning import lay_out
from tests.agenda.schedules import FIRST_DAY, best_of_all, item, problem, problems, worth

NOON = 720


def starts(plan: object) -> list[int]:
    """Minutes after noon at which the items of a plan begin."""
    assert isinstance(plan, Plan)
    assert plan.proved
    return [slot.minute - NOON for slot in plan.slots]


@settings(max_examples=300)
@given(problems())
def test_a_schedule_is_as_good_as_the_best_of_all(problem: Problem) -> None:
    plan = lay_out(problem)
    best = best_of_all(problem)
    if best is None:
        assert isinstance(plan, Impossible)
    else:
        assert isinstance(plan, Plan)
        assert plan.proved
        assert worth(problem, plan.slots) == best
        assert (len(plan.moved), plan.idle, len(plan.broken)) == best[:3]


def part_of(whole: Problem, items: Collection[int], labels: Collection[tuple[str, str]]) -> Problem:
    """A problem of some items and some rules; people are told apart where both may be at once."""
    windows: dict[str, tuple[Window, ...]] = {}
    kept = []
    for index in sorted(items):
        one = whole.items[index]
        people = set()
        for person in one.people:
            name = person if ("person", person) in labels else f"{person} in {one.id}"
            people.add(name)
            if ("window", person) in labels:
                windows[name] = whole.windows[person]
        alone = one.alone and ("alone", one.id) in labels
        kept.append(replace(one, people=frozenset(people), alone=alone))
    at = {index: number for number, index in enumerate(sorted(items))}
    wishes = tuple(
        replace(wish, item=at[wish.item], other=None if wish.other is None else at[wish.other])
        for number, wish in enumerate(whole.wishes)
        if ("wish", str(number)) in labels and {wish.item, wish.other} - {None} <= at.keys()
    )
    return replace(
        whole,
        items=tuple(kept),
        wishes=wishes,
        windows=windows,
        break_every=whole.break_every if ("breaks", "") in labels else 0,
        changeover=whole.changeover if ("changeover", "") in labels else 0,
    )


@settings(max_examples=300)
@given(problems())
def test_what_cannot_hold_together_can_once_anything_of_it_is_let_go(drawn: Problem) -> None:
    free = [replace(one, published=None, fixed=False, was_published=False) for one in drawn.items]
    whole = replace(drawn, items=tuple(free))
    found = lay_out(whole)
    if not isinstance(found, Impossible):
        return
    items, labels = set(found.items), set(found.labels)
    assert found.smallest
    assert best_of_all(part_of(whole, items, labels)) is None
    for index in items:
        assert best_of_all(part_of(whole, items - {index}, labels)) is not None
    for label in labels:
        assert best_of_all(part_of(whole, items, labels - {label})) is not None


def test_sessions_follow_each_other_in_the_order_of_the_record() -> None:
    assert starts(lay_out(problem(item("a"), item("b", 20), item("c")))) == [0, 30, 50]


def test_what_is_published_stays_and_the_rest_goes_around_it() -> None:
    standing = item("a", published=Slot(0, NOON + 30, 0))
    assert starts(lay_out(problem(standing, item("b"), item("c")))) == [30, 0, 60]


def test_only_as_many_published_sessions_move_as_must() -> None:
    morning = tuple(
        item(name, published=Slot(0, NOON + at, 0)) for name, at in (("a", 0), ("b", 30), ("c", 60))
    )
    late = problem(
        *(replace(one, people=frozenset({one.id})) for one in morning),
        windows={"a": (Window(0, NOON + 60, NOON + 90),)},
    )
    plan = lay_out(late)
    assert isinstance(plan, Plan)
    assert plan.moved == (0, 2)
    assert starts(plan) == [60, 30, 0]


def test_a_fixed_session_never_moves() -> None:
    fixed = item("a", people=frozenset("p"), published=Slot(0, NOON, 0), fixed=True)
    late = problem(fixed, windows={"p": (Window(0, NOON, NOON + 10),)})
    assert starts(lay_out(late)) == [0]


def test_a_session_published_outside_the_event_is_brought_into_it() -> None:
    plan = lay_out(problem(item("a", published=None, was_published=True)))
    assert isinstance(plan, Plan)
    assert (starts(plan), plan.moved) == ([0], (0,))


def test_a_keynote_has_all_rooms_to_itself() -> None:
    both: dict[str, Any] = {"rooms": (0, 1)}
    two = problem(item("a", **both), item("key", alone=True), item("b", **both), rooms=("A", "B"))
    assert starts(lay_out(two)) == [0, 30, 0]


def test_a_person_is_in_one_place_at_a_time() -> None:
    both: dict[str, Any] = {"rooms": (0, 1), "people": frozenset({"ada"})}
    assert starts(lay_out(problem(item("a", **both), item("b", **both), rooms=("A", "B")))) == [
        0,
        30,
    ]


def test_a_break_comes_as_often_as_is_asked() -> None:
    pause = item("pause", 10, alone=True, roomless=True, is_break=True)
    asked = problem(item("a"), item("b"), item("c"), pause, break_every=60)
    assert starts(lay_out(asked)) == [0, 30, 70, 60]


def test_a_room_stays_empty_for_the_changeover() -> None:
    assert starts(lay_out(problem(item("a"), item("b"), changeover=10))) == [0, 40]


def test_what_has_been_published_beside_a_keynote_stays_there() -> None:
    key = item("key", alone=True, published=Slot(0, NOON, 0))
    beside = item("b", rooms=(0, 1), published=Slot(0, NOON, 1))
    plan = lay_out(problem(key, beside, rooms=("A", "B")))
    assert isinstance(plan, Plan)
    assert plan.moved == ()


@pytest.mark.parametrize(
    ("relation", "other", "expected"),
    [
        (Relation.FIRST, None, [30, 60, 0]),
        (Relation.BEFORE, 0, [30, 60, 0]),
        (Relation.NEXT_TO, 0, [0, 60, 30]),
    ],
)
def test_a_wish_is_kept_where_it_costs_nothing(
    relation: Relation, other: int | None, expected: list[int]
) -> None:
    asked = problem(item("a"), item("b"), item("c"), wishes=(Wish(2, relation, other),))
    assert starts(lay_out(asked)) == expected


def test_of_wishes_that_contradict_each_other_the_fewest_are_broken_and_named() -> None:
    wishes = (Wish(0, Relation.AFTER, 1), Wish(0, Relation.BEFORE, 1), Wish(0, Relation.BEFORE, 2))
    asked = problem(item("a"), item("b"), item("c"), wishes=wishes)
    plan = lay_out(asked)
    assert isinstance(plan, Plan)
    assert list(broken_wishes(asked, plan)) == ["'a' comes after 'b'"]


def test_a_required_wish_that_cannot_be_kept_is_a_reason() -> None:
    wish = Wish(0, Relation.AFTER, 1, required=True)
    asked = problem(item("a", published=Slot(0, NOON, 0), fixed=True), item("b"), wishes=(wish,))
    found = lay_out(asked)
    assert isinstance(found, Impossible)
    assert list(reasons(asked, found)) == [
        "the event lasts from 12:00 to 15:00 on 2027-06-10, in Main",
        "'a' takes 30 minutes",
        "'b' takes 30 minutes",
        "these 2 sessions take 60 minutes together",
        "'a' is to keep its time: 2027-06-10 12:00 to 12:30 in Main",
        "it is required that 'a' comes after 'b'",
    ]


def test_too_many_minutes_for_the_hours_are_a_reason() -> None:
    short = problem(
        *(item(name, 80) for name in "abc"), item("d", 10), days=(Day(FIRST_DAY, NOON, NOON + 180),)
    )
    found = lay_out(short)
    assert isinstance(found, Impossible)
    assert (found.items, found.labels) == ((0, 1, 2), ())
    assert list(ways_out(short, found)) == [
        "make a session shorter ('a' is the longest of these)",
        "let the event begin earlier or end later",
        "add another room to planning.rooms",
    ]


def test_somebody_who_comes_for_too_short_a_time_is_the_reason() -> None:
    ada: dict[str, Any] = {"people": frozenset({"ada"})}
    asked = problem(
        item("a", **ada),
        item("b", **ada),
        item("c"),
        rooms=("A", "B"),
        windows={"ada": (Window(0, NOON, NOON + 50),)},
    )
    found = lay_out(replace(asked, items=tuple(replace(one, rooms=(0, 1)) for one in asked.items)))
    assert isinstance(found, Impossible)
    assert list(reasons(asked, found))[1:] == [
        "'a' takes 30 minutes and needs ada",
        "'b' takes 30 minutes and needs ada",
        "these 2 sessions take 60 minutes together",
        "ada can come only from 12:00 to 12:50 on 2027-06-10",
        "ada cannot be in two sessions at once",
    ]


def afternoon(number: int) -> Problem:
    """An afternoon as programs of this size have it: one room, a break, a few who come late."""
    talks = [
        item(f"talk-{one}", 20, people=frozenset({f"mentor-{one % 5}", f"mentee-{one}"}))
        for one in range(number)
    ]
    pause = item("pause", 10, alone=True, roomless=True, is_break=True)
    late = {f"mentee-{one}": (Window(0, NOON + 60, NOON + 300),) for one in range(0, number, 4)}
    return problem(
        item("welcome", 10, alone=True),
        *talks,
        pause,
        days=(Day(FIRST_DAY, NOON, NOON + 300),),
        wishes=(Wish(0, Relation.FIRST), Wish(number, Relation.LAST)),
        windows=late,
        break_every=150,
    )


def test_an_afternoon_of_twelve_talks_is_laid_out_and_proved_the_best() -> None:
    plan = lay_out(afternoon(12))
    assert isinstance(plan, Plan)
    assert (plan.proved, plan.idle, plan.broken) == (True, 0, ())


def test_sixty_sessions_in_four_rooms_keep_every_rule() -> None:
    rooms = ("A", "B", "C", "D")
    talks = [
        Item(
            f"talk-{one}",
            30,
            frozenset({f"chair-{one % 8}", f"mentor-{one % 23}", f"mentee-{one}"}),
            (0, 1, 2, 3),
            (0, 1),
        )
        for one in range(58)
    ]
    keynote = item("keynote", alone=True, days=(0,))
    closing = item("closing", alone=True, days=(1,))
    days = tuple(
        replace(Day(FIRST_DAY, NOON, NOON + 360), date=FIRST_DAY.replace(day=day))
        for day in (10, 11)
    )
    whole = problem(
        keynote, *talks, closing, days=days, rooms=rooms, wishes=(Wish(0, Relation.FIRST),), step=15
    )
    plan = lay_out(whole)
    assert isinstance(plan, Plan)
    assert (plan.idle, plan.broken) == (0, ())
    assert worth(whole, plan.slots)[:3] == (0, 0, 0)
    again = lay_out(whole)
    assert again == plan


def test_a_search_that_is_not_given_enough_steps_says_so() -> None:
    assert lay_out(afternoon(12), steps=3) == Undecided()


SETS = st.lists(st.frozensets(st.integers(0, 6), min_size=1, max_size=3), max_size=5)


@given(SETS)
def test_the_fewest_demands_are_dropped(conflicts: list[frozenset[int]]) -> None:
    def holds(kept: frozenset[int]) -> bool:
        return not any(conflict <= kept for conflict in conflicts)

    demands = range(7)
    subsets = [frozenset(one for one in demands if mask >> one & 1) for mask in range(1 << 7)]
    helping = [dropped for dropped in subsets if holds(frozenset(demands) - dropped)]
    fewest = min(len(dropped) for dropped in helping)
    found = list(fewest_dropped(demands, holds))
    assert sorted(map(sorted, found)) == sorted(
        sorted(dropped) for dropped in helping if len(dropped) == fewest
    )


@given(SETS.filter(bool))
def test_a_smallest_conflict_holds_once_anything_is_let_go(conflicts: list[frozenset[int]]) -> None:
    def holds(kept: frozenset[int]) -> bool:
        return not any(conflict <= kept for conflict in conflicts)

    found = frozenset(smallest_conflict(range(7), holds))
    assert not holds(found)
    assert all(holds(found - {one}) for one in found)


@given(problems())
def test_a_slot_comes_back_from_its_bit(drawn: Problem) -> None:
    grid = Grid(drawn)
    for one in drawn.items:
        if one.published:
            assert grid.slot(grid.bit(one.published)) == one.published
