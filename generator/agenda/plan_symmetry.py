"""What can be exchanged in every schedule, so that a search need not try it twice."""

from collections.abc import Mapping
from itertools import pairwise

from generator.agenda.plan_rules import Rules


def alike_rooms(rules: Rules, domains: Mapping[int, int]) -> list[tuple[int, ...]]:
    """Return for each room those that every item can use at the same times.

    A room in which something has been published is like no other: what is published stands.
    """
    grid = rules.grid
    published = {item.published.room: item.id for item in grid.problem.items if item.published}
    columns = [
        (published.get(room), [domains[one] >> room & grid.column for one in rules.items])
        for room in range(grid.rooms)
    ]
    return [
        tuple(
            other
            for other, column in enumerate(columns)
            if column == columns[room] and (other == room or other not in published)
        )
        for room in range(grid.rooms)
    ]


def find_twins(rules: Rules, domains: Mapping[int, int]) -> dict[int, int]:
    """Return for an item the one like it that must go before, so that no two change places.

    The one before is always placed first.
    """
    chains: list[list[int]] = []
    for item in rules.items:
        for chain in chains:
            if domains[item] == domains[chain[0]] and all(
                rules.is_like(other, item) for other in chain
            ):
                chain.append(item)
                break
        else:
            chains.append([item])
    return {later: earlier for chain in chains for earlier, later in pairwise(chain)}
