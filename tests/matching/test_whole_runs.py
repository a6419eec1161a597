"""What holds for every run on every cohort: nothing is broken, and order changes nothing."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from generator.matching.data import outcome_values
from generator.matching.market import Objective
from generator.matching.outcome import Outcome
from generator.matching.pairing_file import with_proposal
from generator.matching.pool import gather_pool
from generator.matching.proof import certificate, verify
from generator.matching.proposal import MinimumsCannotBeMetError
from generator.matching.request import Request
from tests.matching.invented import PLACE, Invented

TOPICS = ["reading", "shared-reading", "bedtime-reading", "silent-reading", "cataloging"]
WORDS = ["owls", "spoons", "ledgers", "bridges", "quiet", "towers", "maps", "night", "reading"]
PLACES = [None, {"name": "West U"}, {"name": "East College"}]
ZONES = ["America/Chicago", "Europe/Berlin", "Asia/Tokyo"]


def lay_cohort(invented: Invented, seed: int, order: int) -> dict[str, tuple[str, ...]]:
    """Write a random cohort, its files in a random order; return the standing pairs."""
    rng = random.Random(seed)
    mentees = [f"mo-{number}" for number in range(rng.randint(1, 8))]
    mentors = [f"ada-{number}" for number in range(rng.randint(1, 6))]

    def said(others: list[str]) -> dict[str, Any]:
        return {
            "topics": rng.sample(TOPICS, rng.randint(0, 3)),
            "statement": " ".join(rng.sample(WORDS, rng.randint(1, 5))),
            "time_zone": rng.choice(ZONES),
            "avoid": rng.sample(others, rng.choice([0, 0, 1])),
            "preferences": rng.sample(others, rng.randint(0, min(2, len(others)))),
            **({"affiliation": place} if (place := rng.choice(PLACES)) else {}),
        }

    applications = [("mentee", name, said(mentors)) for name in mentees]
    capacities = {name: rng.randint(0, 3) for name in mentors}
    applications += [
        (
            "mentor",
            name,
            {
                **said(mentees),
                "capacity": {
                    "minimum": min(capacities[name], rng.choice([0, 0, 1])),
                    "maximum": capacities[name],
                },
            },
        )
        for name in mentors
    ]
    pairs = []
    free = dict(capacities)
    for mentee in mentees:
        mentor = rng.choice(mentors)
        status = rng.choice(["proposed", "active", "ended", "", "", ""])
        if status and (status != "active" or free[mentor] > 0):
            free[mentor] -= status == "active"
            pairs.append((mentee, mentor, status))
    invented.paired("2026", *pairs)
    shuffled = random.Random(order)
    shuffled.shuffle(applications)
    for role, name, values in applications:
        values["topics"] = shuffled.sample(values["topics"], len(values["topics"]))
        invented.applies(name, role, **values)
    return {mentee: (mentor,) for mentee, mentor, status in pairs if status == "active"}


def run(
    folder: Path, seed: int, order: int, objective: Objective
) -> tuple[Outcome | None, str, str]:
    """The outcome of a random cohort, and what --json and the file of pairings would hold."""
    shutil.rmtree(folder, ignore_errors=True)
    invented = Invented(folder)
    standing = lay_cohort(invented, seed, order)
    catalog, _ = invented.loaded()
    rng = random.Random(seed)
    open_mentees = sorted(
        name.partition("/")[2]
        for name, entry in catalog.applications.items()
        if entry.record.role == "mentee" and name.partition("/")[2] not in standing
    )
    pins: tuple[tuple[str, str], ...] = ()
    if open_mentees and rng.random() < 0.5:
        mentors = sorted(
            n.partition("/")[2]
            for n, e in catalog.applications.items()
            if e.record.role == "mentor"
        )
        pins = ((rng.choice(open_mentees), rng.choice(mentors)),)
    pooling = gather_pool(catalog, "2026", Request(pins=pins), PLACE)
    if pooling.pool is None:
        return None, "", repr(pooling.found)
    assert pooling.pool.settled == standing
    try:
        outcome = invented.outcome(objective, pins=pins)
    except MinimumsCannotBeMetError as short:
        return None, "", repr(short)
    entries = catalog.pairings_of_cohort.get("2026", ())
    document = next(one for one in catalog.documents if one.path == "records/pairings/2026.yaml")
    written = with_proposal(document, entries, outcome.mentor_of).text
    return outcome, json.dumps(outcome_values(outcome)), written


@settings(max_examples=30)
@given(some.integers(0, 10**6), some.integers(0, 10**6), some.sampled_from(Objective))
def test_any_order_of_the_files_gives_the_same_bytes(
    tmp_path_factory: Any, seed: int, order: int, objective: Objective
) -> None:
    folder = tmp_path_factory.getbasetemp() / "orders"
    one, two = run(folder, seed, 0, objective), run(folder, seed, order, objective)
    assert one[1:] == two[1:]


@settings(max_examples=50)
@given(some.integers(0, 10**6), some.sampled_from(Objective))
def test_no_capacity_conflict_or_pin_is_ever_broken(
    tmp_path_factory: Any, seed: int, objective: Objective
) -> None:
    outcome, _, written = run(tmp_path_factory.getbasetemp() / "kept", seed, 0, objective)
    if outcome is None:
        return
    pool = outcome.pool
    for mentee, mentor in outcome.mentor_of.items():
        assert pool.conflict(mentee, mentor) is None
        assert mentee not in pool.left_out
        assert mentor not in pool.left_out
    for mentee, mentor in pool.pins.items():
        assert outcome.mentor_of[mentee] == mentor
    for offer in pool.offers:
        given_to = outcome.mentees_of.get(offer.mentor.id, ())
        capacity = offer.mentor.application.capacity
        assert len(given_to) + len(offer.taken) <= capacity.maximum
        if pool.mentees:
            assert len(given_to) + len(offer.taken) >= capacity.minimum
    for mentee in pool.settled:
        assert mentee not in outcome.mentor_of
        assert f"  - id: {mentee}\n" in written
    assert verify(certificate(outcome.market, objective, outcome.proposal)) == ()


def test_what_was_written_is_without_fault_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    for seed in range(25):
        outcome, _, written = run(tmp_path / "runs", seed, 0, Objective.FAIR)
        if outcome is None:
            continue
        invented = object.__new__(Invented)
        invented.folder = tmp_path / "runs"
        invented.write("records/pairings/2026.yaml", written)
        catalog, found = invented.loaded()
        assert [each for each in found if each.place.path.startswith("records/pairings")] == []
        entries = catalog.pairings_of_cohort.get("2026", ())
        document = next(one for one in catalog.documents if one.path.endswith("pairings/2026.yaml"))
        again = invented.outcome(pins=tuple(outcome.pool.pins.items()))
        assert again.mentor_of == outcome.mentor_of
        assert with_proposal(document, entries, again.mentor_of).text == written
