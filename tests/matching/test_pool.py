"""Who is to be matched, who is not, and which pairs must not be."""

from typing import Any

import pytest

from generator.matching.conflicts import ConflictKind
from tests.matching.invented import Invented

WEST = {"name": "University of the West", "ror": "https://ror.org/05dxps055"}
SAME_NAME = {"name": "UNIVERSITY OF THE WEST."}
OTHER_ROR = {"name": "University of the West", "ror": "https://ror.org/03xmpzt70"}
OTHER_NAME = {"name": "West U", "ror": "https://ror.org/05dxps055"}


def conflict(invented: Invented, mentee: str = "mo", mentor: str = "ada") -> ConflictKind | None:
    found = invented.pool().conflict(mentee, mentor)
    return found.kind if found else None


def test_everybody_who_applied_is_in_the_pool_by_id(invented: Invented) -> None:
    invented.mentee("zoe")
    invented.mentee("mo")
    invented.mentor("eve", places=3, least=1)
    invented.mentor("ada")
    pool = invented.pool()
    assert [one.id for one in pool.mentees] == ["mo", "zoe"]
    assert [(one.mentor.id, one.free, one.required) for one in pool.offers] == [
        ("ada", 1, 0),
        ("eve", 3, 1),
    ]
    assert pool.left_out == {}


@pytest.mark.parametrize("status", ["confirmed", "active", "completed"])
def test_a_standing_pairing_stays_and_uses_up_a_place(invented: Invented, status: str) -> None:
    for name in ("mo", "nia", "oz"):
        invented.mentee(name)
    invented.mentor("ada", places=1)
    invented.mentor("eve", places=3, least=2)
    invented.paired("2026", ("mo", "ada", status), ("nia", "eve", status))
    pool = invented.pool()
    assert [one.id for one in pool.mentees] == ["oz"]
    assert [(one.mentor.id, one.free, one.required) for one in pool.offers] == [("eve", 2, 1)]
    assert pool.left_out == {
        "ada": "has no place left",
        "mo": "is paired already (2026/mo)",
        "nia": "is paired already (2026/nia)",
    }


def test_an_ended_pairing_frees_the_place_forbids_the_pair_and_gives_priority(
    invented: Invented,
) -> None:
    invented.mentee("mo")
    invented.mentor("ada")
    invented.paired("2026", ("mo", "ada", "ended"))
    pool = invented.pool()
    assert [one.mentor.id for one in pool.offers] == ["ada"]
    assert pool.priority == {"mo": "needs a rematch after 2026/mo"}
    assert conflict(invented) is ConflictKind.ENDED


def test_a_proposal_of_before_decides_nothing(invented: Invented) -> None:
    invented.mentee("mo")
    invented.mentor("ada")
    invented.paired("2026", ("mo", "ada", "proposed"))
    pool = invented.pool()
    assert (len(pool.mentees), len(pool.offers), dict(pool.conflicts)) == (1, 1, {})
    assert pool.last == {"mo": "ada"}


@pytest.mark.parametrize(
    ("applied", "paired", "priority"),
    [
        (["2025"], {}, {"mo": "applied to 2025 and waited"}),
        (["2024", "2025"], {}, {"mo": "applied to 2025 and waited"}),
        (["2024"], {}, {"mo": "applied to 2024 and waited"}),
        (["2025"], {"2025": "completed"}, {}),
        (["2025"], {"2025": "ended"}, {}),
        (["2025"], {"2025": "proposed"}, {"mo": "applied to 2025 and waited"}),
        (["2024"], {"2025": "completed"}, {}),
        (["2025"], {"2024": "completed"}, {"mo": "applied to 2025 and waited"}),
        ([], {}, {}),
    ],
)
def test_who_waited_since_the_last_pairing_comes_first(
    invented: Invented, applied: list[str], paired: dict[str, str], priority: dict[str, str]
) -> None:
    invented.mentee("mo")
    invented.person("old")
    for year in applied:
        invented.mentee("mo", year=year)
    for year, status in paired.items():
        invented.paired(year, ("mo", "old", status))
    assert invented.pool().priority == priority


def test_who_applied_as_mentor_before_did_not_wait(invented: Invented) -> None:
    invented.mentee("mo")
    invented.mentor("mo", year="2025")
    assert invented.pool().priority == {}


@pytest.mark.parametrize(
    ("mentee", "mentor", "together"),
    [
        (WEST, WEST, True),
        (WEST, SAME_NAME, True),
        (WEST, OTHER_NAME, True),
        (WEST, OTHER_ROR, False),
        (SAME_NAME, OTHER_ROR, True),
        ({"name": "East College"}, SAME_NAME, False),
        (None, WEST, False),
        (None, None, False),
    ],
)
def test_one_institution_is_told_by_ror_or_else_by_name(
    invented: Invented,
    mentee: dict[str, str] | None,
    mentor: dict[str, str] | None,
    *,
    together: bool,
) -> None:
    for name, role, place in (("mo", "mentee", mentee), ("ada", "mentor", mentor)):
        values: dict[str, Any] = {"affiliation": place} if place else {}
        invented.applies(name, role, **values)
    assert conflict(invented) is (ConflictKind.INSTITUTION if together else None)


def test_one_institution_is_no_conflict_where_the_mentee_welcomes_it(invented: Invented) -> None:
    invented.mentee("mo", affiliation=WEST, same_institution=True)
    invented.mentor("ada", affiliation=WEST)
    assert conflict(invented) is None
    invented.mentee("mo", affiliation=WEST)
    invented.mentor("ada", affiliation=WEST, same_institution=True)
    assert conflict(invented) is ConflictKind.INSTITUTION


def test_the_institution_is_that_of_the_participant_where_the_application_names_none(
    invented: Invented,
) -> None:
    invented.person("ada", affiliation=WEST)
    invented.mentor("ada")
    invented.mentee("mo", affiliation=WEST)
    assert conflict(invented) is ConflictKind.INSTITUTION


@pytest.mark.parametrize("side", ["mo", "ada"])
def test_either_side_can_avoid_the_other(invented: Invented, side: str) -> None:
    invented.mentee("mo", avoid=["ada"] if side == "mo" else [])
    invented.mentor("ada", avoid=["mo"] if side == "ada" else [])
    assert conflict(invented) is ConflictKind.AVOIDED


@pytest.mark.parametrize(
    ("mentee", "mentor", "found"),
    [
        ([], [], ConflictKind.EARLIER),
        (["ada"], [], ConflictKind.EARLIER),
        ([], ["mo"], ConflictKind.EARLIER),
        (["ada"], ["mo"], None),
    ],
)
def test_a_pair_of_an_earlier_cohort_goes_on_only_if_both_ask(
    invented: Invented, mentee: list[str], mentor: list[str], found: ConflictKind | None
) -> None:
    invented.mentee("mo", continue_with=mentee)
    invented.mentor("ada", continue_with=mentor)
    invented.paired("2024", ("mo", "ada", "completed"))
    assert conflict(invented) is found


def test_a_pair_of_an_earlier_cohort_does_not_change_places(invented: Invented) -> None:
    invented.mentee("mo")
    invented.mentor("ada")
    invented.paired("2024", ("ada", "mo", "completed"))
    assert conflict(invented) is ConflictKind.EARLIER


def test_what_was_only_proposed_earlier_or_comes_later_is_no_conflict(invented: Invented) -> None:
    invented.cohort("2027")
    invented.mentee("mo")
    invented.mentor("ada")
    invented.paired("2024", ("mo", "ada", "proposed"))
    invented.paired("2027", ("mo", "ada", "active"))
    assert conflict(invented) is None


def test_a_mentor_who_is_a_mentee_in_the_cohort_is_left_out(invented: Invented) -> None:
    invented.mentee("mo")
    invented.mentor("ada")
    invented.mentor("eve")
    invented.paired("2026", ("ada", "eve", "active"))
    assert invented.pool().left_out == {
        "ada": "is a mentee in 2026/ada",
        "eve": "has no place left",
    }


def test_a_mentee_who_is_a_mentor_in_the_cohort_is_left_out(invented: Invented) -> None:
    invented.mentee("mo")
    invented.person("nia")
    invented.paired("2026", ("nia", "mo", "active"))
    assert invented.pool().left_out == {"mo": "is a mentor in this cohort"}


def test_who_has_withdrawn_is_left_out(invented: Invented) -> None:
    invented.person("mo", withdrawn="2026-06-01")
    invented.mentee("mo")
    invented.mentor("ada")
    assert invented.pool().left_out == {"mo": "has withdrawn from the program"}


def test_without_leaves_somebody_out_and_keeps_their_pairings(invented: Invented) -> None:
    invented.mentee("mo")
    invented.mentee("nia")
    invented.mentor("ada", places=2)
    invented.paired("2026", ("mo", "ada", "active"))
    pool = invented.pool(without=("ada",))
    assert pool.offers == ()
    assert pool.settled == {"mo": ("ada",)}
    assert pool.left_out["ada"] == "was left out on request (--without)"


def test_a_drop_out_frees_the_partner_for_a_rematch(invented: Invented) -> None:
    invented.mentee("mo")
    invented.mentor("ada")
    invented.mentor("eve")
    invented.paired("2026", ("mo", "ada", "active"))
    pool = invented.pool(dropped=("ada",))
    assert [one.id for one in pool.mentees] == ["mo"]
    assert [one.mentor.id for one in pool.offers] == ["eve"]
    assert pool.priority == {"mo": "needs a rematch after 2026/mo"}
    assert invented.pool(dropped=("mo",)).offers[0].free == 1


def test_exclusions_come_from_the_record_and_from_the_request(invented: Invented) -> None:
    excluded = [{"mentee": "mo", "mentor": "ada", "reason": "They are cousins."}]
    invented.cohort("2026", exclusions=excluded)
    invented.mentee("mo")
    invented.mentor("ada")
    invented.mentor("eve")
    pool = invented.pool(forbids=(("mo", "eve"),))
    first, second = pool.conflict("mo", "ada"), pool.conflict("mo", "eve")
    assert first
    assert second
    assert first.reason == "the committee ruled this pair out (They are cousins.)"
    assert second.reason == "the committee ruled this pair out"


def test_pins_come_from_the_record_and_from_the_request(invented: Invented) -> None:
    invented.cohort("2026", pins=[{"mentee": "mo", "mentor": "ada"}])
    for name in ("mo", "nia", "oz"):
        invented.mentee(name)
    invented.mentor("ada", places=2)
    invented.mentor("eve")
    invented.paired("2026", ("oz", "eve", "active"))
    pool = invented.pool(pins=(("nia", "ada"), ("oz", "eve")))
    assert pool.pins == {"mo": "ada", "nia": "ada"}
    assert invented.outcome(pins=(("nia", "ada"),)).mentor_of == {"mo": "ada", "nia": "ada"}


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        (
            {"pins": (("zed", "ada"),)},
            "unknown-applicant --pin zed=ada: nobody called 'zed' applied to the cohort '2026'",
        ),
        (
            {"forbids": (("mo", "adda"),)},
            "unknown-applicant --forbid mo=adda: nobody called 'adda' applied to the cohort '2026'",
        ),
        (
            {"without": ("zed",)},
            "unknown-applicant --without zed: nobody called 'zed' applied to the cohort '2026'",
        ),
        (
            {"dropped": ("zed",)},
            "unknown-applicant --what-if-without zed: nobody called 'zed' applied to the cohort '2026'",
        ),
        (
            {"forbids": (("ada", "mo"),)},
            "unknown-applicant --forbid ada=mo: no such pair could be made, for the two applied the other way round",
        ),
        (
            {"forbids": (("mo", "nia"),)},
            "unknown-applicant --forbid mo=nia: no such pair could be made, for the two applied for the same part",
        ),
        (
            {"pins": (("mo", "ada"), ("mo", "fay"))},
            "contradicting-pins 'mo' is pinned to 'fay' and to 'ada'",
        ),
        (
            {"pins": (("mo", "ada"),), "forbids": (("mo", "ada"),)},
            "contradicting-pins mo=ada is pinned and excluded",
        ),
        (
            {"pins": (("oz", "ada"),)},
            "contradicting-pins 'oz' is pinned to 'ada', but paired already: 2026/oz is active",
        ),
        (
            {"pins": (("mo", "ada"), ("nia", "ada"))},
            "pin-over-capacity 'ada' offered to take 1 in all, but would have 2",
        ),
        (
            {"pins": (("mo", "eve"),)},
            "pin-over-capacity 'eve' offered to take 1 in all, but would have 2",
        ),
        (
            {"pins": (("mo", "ada"),), "without": ("ada",)},
            "pin-outside-pool mo=ada is pinned, but 'ada' was left out on request (--without)",
        ),
        (
            {"pins": (("pia", "ada"),)},
            "pin-against-conflict pia=ada is pinned, but one of the two asked not to be paired with the other",
        ),
    ],
)
def test_a_request_that_cannot_be_met_is_explained(
    invented: Invented, asked: dict[str, Any], fault: str
) -> None:
    for name in ("mo", "nia", "oz"):
        invented.mentee(name)
    invented.mentee("pia", avoid=["ada"])
    invented.mentor("ada")
    invented.mentor("eve")
    invented.mentor("fay")
    invented.paired("2026", ("oz", "eve", "active"))
    assert invented.faults(**asked) == [f"private/applications/2026:1:1 {fault}"]


def test_a_pin_the_wrong_way_round_is_two_faults(invented: Invented) -> None:
    invented.mentee("mo")
    invented.mentor("ada")
    assert [fault.split()[1] for fault in invented.faults(pins=(("ada", "mo"),))] == [
        "pin-in-wrong-role",
        "pin-in-wrong-role",
    ]


def test_no_application_is_a_fault(invented: Invented) -> None:
    assert invented.faults() == [
        "private/applications/2026:1:1 no-applications there is no application to the cohort '2026'"
    ]


def test_a_pin_in_the_record_against_a_conflict_is_shown_there(invented: Invented) -> None:
    invented.cohort("2026", pins=[{"mentee": "mo", "mentor": "ada"}])
    invented.mentee("mo", affiliation=WEST)
    invented.mentor("ada", affiliation=WEST)
    (fault,) = invented.faults()
    assert fault == (
        "records/cohorts/2026.yaml:12:5 pin-against-conflict mo=ada is pinned, but both are at "
        "University of the West"
    )


def test_references_may_name_applicants_without_a_record(invented: Invented) -> None:
    invented.cohort("2026", pins=[{"mentee": "mo", "mentor": "ada"}])
    invented.mentee("mo", recorded=False, preferences=["ada"])
    invented.mentor("ada", recorded=False, preferences=["mo"], avoid=["zed"])
    _, found = invented.loaded()
    assert [(each.code, each.message) for each in found] == [
        ("unknown-participant", "no participant or applicant 'zed'")
    ]
