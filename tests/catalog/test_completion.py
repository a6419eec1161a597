"""What a pairing has done of what its cohort's rule asks, from the records alone."""

from pathlib import Path
from typing import Any

import pytest

from generator.catalog import Catalog, load_catalog
from generator.catalog.completion import Evidence, evidence_of, missing_evidence
from generator.source import to_yaml

PAIR = "2025/reading-aloud"


def evidence(program: Path, *pairings: dict[str, Any], **rule: Any) -> dict[str, Evidence]:
    """The evidence of each pairing, by its id in the cohort, where the rule is as given."""
    cohort = program / "records/cohorts/2025.yaml"
    for key, value in rule.items():
        cohort.write_text(f"{cohort.read_text('utf-8')}  {key}: {value}\n", "utf-8")
    if pairings:
        whole = [
            {"mentors": ["ada-okafor"], "mentees": ["ben-larsen"], "status": "active", **one}
            for one in pairings
        ]
        (program / "records/pairings/2025.yaml").write_text(to_yaml({"pairings": whole}), "utf-8")
    catalog = load_catalog(program / "records").catalog
    found = {name: evidence_of(catalog, entry) for name, entry in catalog.pairings.items()}
    return {name.partition("/")[2]: one for name, one in found.items() if one}


def test_nothing_is_missing_when_the_cohort_s_rule_is_met(catalog: Catalog) -> None:
    entry = catalog.pairings[PAIR]
    found = evidence_of(catalog, entry)
    assert found is not None
    assert (found.check_ins, found.talks, found.evaluations) == (
        ("2025-check-in",),
        ("2026-symposium/reading-aloud",),
        ("ben-larsen",),
    )
    assert found.missing == missing_evidence(catalog, entry) == ()


def test_what_is_missing_is_said_part_by_part(program: Path) -> None:
    found = evidence(program, {"id": "quiet-hours"})
    assert found["quiet-hours"].missing == (
        "0 of 1 check-ins attended",
        "no session at a symposium names this pairing",
        "0 of 1 evaluations received",
    )


def test_events_that_are_no_check_ins_do_not_count(program: Path) -> None:
    found = evidence(program, {"id": "reading-aloud", "check_ins": ["2026-symposium"]})
    assert found["reading-aloud"].check_ins == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: symposium", "kind: workshop"),
        ("title: Symposium", "cancelled: true\ntitle: Symposium"),
        ("    kind: talk", "    kind: talk\n    cancelled: true"),
    ],
)
def test_a_talk_counts_only_at_a_symposium_that_takes_place(
    program: Path, old: str, new: str
) -> None:
    file = program / "records/events/2026-symposium.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    assert evidence(program)["reading-aloud"].talks == ()


ENDED = {
    "id": "reading-aloud",
    "status": "ended",
    "ended": "2026-01-15",
    "check_ins": ["2025-check-in"],
    "evaluations": ["ben-larsen"],
}


def test_after_a_rematch_check_ins_and_talk_come_along_and_evaluations_do_not(
    program: Path,
) -> None:
    found = evidence(program, ENDED, {"id": "second-try"})
    assert found["second-try"] == Evidence(
        found["second-try"].rule,
        ("2025-check-in",),
        ("2026-symposium/reading-aloud",),
        (),
        ("2025/reading-aloud",),
    )
    assert found["reading-aloud"].brought == ()


def test_a_check_in_attended_in_both_pairings_counts_once(program: Path) -> None:
    found = evidence(program, ENDED, {"id": "second-try", "check_ins": ["2025-check-in"]})
    assert found["second-try"].check_ins == ("2025-check-in",)


def test_a_rule_can_say_that_a_rematch_begins_anew(program: Path) -> None:
    found = evidence(program, ENDED, {"id": "second-try"}, rematch_counts="false")
    assert (found["second-try"].check_ins, found["second-try"].brought) == ((), ())


def test_what_one_of_two_mentees_did_before_is_not_the_pair_s(program: Path) -> None:
    second = {"id": "second-try", "mentees": ["ben-larsen", "cleo-marsh"]}
    assert evidence(program, ENDED, second)["second-try"].brought == ()


def test_a_pairing_of_no_cohort_is_not_measured(program: Path) -> None:
    (program / "records/cohorts/2025.yaml").unlink()
    catalog = load_catalog(program / "records").catalog
    assert evidence_of(catalog, catalog.pairings[PAIR]) is None
    assert missing_evidence(catalog, catalog.pairings[PAIR]) == ()
