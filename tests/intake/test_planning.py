"""What becomes of each row: who sent it, which of several counts, what differs from the record."""

import pytest

from generator.intake.outcome import Fate, Outcome
from generator.records.application import Role
from tests.intake.programs import Program, fates, table

HEAD = ("Timestamp", "Email", "Full name", "Role", "Institution", "ORCID iD")


def row(
    email: str = "cleo@example.org",
    name: str = "Quill, Cleo",
    role: str = "mentee",
    sent: str = "2026-05-10",
    place: str = "Town Library",
    orcid: str = "",
) -> tuple[str, ...]:
    return (sent, email, name, role, place, orcid)


def told(outcomes: tuple[Outcome, ...]) -> list[tuple[str, str]]:
    return [(str(one.fate), one.reason or one.path.rpartition("/")[2]) for one in outcomes]


def test_rows_that_lack_what_an_application_needs_are_refused_by_name(program: Program) -> None:
    rows = [row(email=""), row(email="a@example.org", name=""), row(role=""), row(email="cleo at")]
    assert told(program.plan(table(HEAD, *rows))) == [
        ("rejected", "it has no e-mail address"),
        ("rejected", "it has no name that fits, and the address is nobody's who is known"),
        ("rejected", "it does not say whether this is a mentor or a mentee; give --role"),
        ("rejected", "'cleo at' is no e-mail address"),
    ]


def test_trials_and_unfinished_forms_are_refused(program: Program) -> None:
    head = (*HEAD, "Response Type", "Finished")
    rows = [
        (*row(), "Survey Preview", "True"),
        (*row(), "IP Address", "False"),
        (*row(), "IP Address", "True"),
    ]
    assert told(program.plan(table(head, *rows))) == [
        ("rejected", "it is a trial: its status is 'Survey Preview'"),
        ("rejected", "the form was begun and not sent off"),
        ("new", "mentee-2025-01.yaml"),
    ]


def test_the_same_address_or_orcid_is_the_same_person(program: Program) -> None:
    program.write(program.plan(table(HEAD, row(orcid="0000-0001-5109-3700"))))
    other_case = row(email="CLEO@Example.org", name="Cleo Q.")
    by_orcid = row(email="new@example.org", name="C. Quill", orcid="0000-0001-5109-3700")
    for again in (other_case, by_orcid):
        (outcome,) = program.plan(table(HEAD, again))
        assert (outcome.fate, outcome.path) == (
            Fate.DIFFERS,
            "private/applications/2025/mentee-2025-01.yaml",
        )
    participant = row(email="x@example.org", name="Okafor, A.", orcid="0000-0002-1825-0097")
    (outcome,) = program.plan(table(HEAD, participant))
    assert outcome.path == "private/applications/2025/ada-okafor.yaml"


def test_an_address_that_two_people_share_makes_nobody_vanish(program: Program) -> None:
    rows = [row(email="desk@example.org"), row(email="desk@example.org", name="Marsh, Dora")]
    outcomes = program.plan(table(HEAD, *rows))
    assert told(outcomes) == [
        ("new", "mentee-2025-01.yaml"),
        (
            "rejected",
            (
                "e-mail address desk@example.org is that of 'mentee-2025-01', whose name is another: "
                "Cleo Quill; say who it is with --person 'answers.csv, row 3=ID', with a new id for "
                "somebody new"
            ),
        ),
    ]
    persons = {"answers.csv, row 3": "mentee-2025-09"}
    assert told(program.plan(table(HEAD, *rows), persons=persons)) == [
        ("new", "mentee-2025-01.yaml"),
        ("new", "mentee-2025-09.yaml"),
    ]


def test_an_orcid_of_one_and_an_address_of_another_is_refused(program: Program) -> None:
    program.write(program.plan(table(HEAD, row(email="q@example.org", name="Quill, Ada"))))
    mixed = row(email="q@example.org", name="Ada Okafor", orcid="0000-0002-1825-0097")
    ((fate, reason),) = told(program.plan(table(HEAD, mixed)))
    assert fate == "rejected"
    assert reason.startswith(
        "ORCID iD 0000-0002-1825-0097 is that of 'ada-okafor' and e-mail address q@example.org is "
        "that of 'mentee-2025-01'; say who it is"
    )


@pytest.mark.parametrize("name", ["Ada Okafor", "Okafor, Ada", "OKAFOR ADA"])
def test_the_same_name_is_proposed_with_a_note(program: Program, name: str) -> None:
    (outcome,) = program.plan(table(HEAD, row(name=name, place="Example University")))
    assert outcome.path == "private/applications/2025/ada-okafor.yaml"
    note = "taken for 'ada-okafor' by the name alone; check that it is so"
    assert ("note", note) in outcome.notes
    (outcome,) = program.plan(table(HEAD, row(name=name, place="Elsewhere")))
    note = "taken for 'ada-okafor' by the name, though the affiliation is another; check this"
    assert ("note", note) in outcome.notes


def test_the_same_name_with_another_orcid_is_somebody_else(program: Program) -> None:
    head = (*HEAD, "Consent")
    namesake = (*row(name="Okafor, Ada", orcid="0000-0001-5109-3700"), "name")
    (outcome,) = program.plan(table(head, namesake))
    assert outcome.path == "private/applications/2025/ada-okafor-2.yaml"


def test_two_of_one_name_in_one_cohort_are_not_merged(program: Program) -> None:
    rows = [row(), row(email="other@example.org", place="Another Library")]
    assert told(program.plan(table(HEAD, *rows)))[1] == (
        "rejected",
        (
            "'mentee-2025-01' has this name and applied from another e-mail address; say who it is "
            "with --person 'answers.csv, row 3=ID', with a new id for somebody new"
        ),
    )


def test_the_latest_answer_of_a_person_counts_whatever_the_order_of_rows(program: Program) -> None:
    rows = [row(sent="2026-05-12", place="Late"), row(sent="2026-05-10", place="Early")]
    outcomes = program.plan(table(HEAD, *rows))
    assert told(outcomes) == [
        ("new", "mentee-2025-01.yaml"),
        ("replaced", "answers.csv, row 2 is a later answer of the same person"),
    ]
    program.write(outcomes)
    assert program.application("mentee-2025-01")["affiliation"] == {"name": "Late"}


def test_without_times_the_last_row_counts(program: Program) -> None:
    outcomes = program.plan(table(HEAD, row(sent="", place="A"), row(sent="", place="B")))
    assert fates(outcomes) == ["replaced", "new"]


def test_nobody_is_mentor_and_mentee_at_once(program: Program) -> None:
    rows = [row(), row(role="mentor")]
    reason = "applied as a mentor and as a mentee; decide, and take the other row out"
    assert told(program.plan(table(HEAD, *rows))) == [("rejected", reason)] * 2
    program.write(program.plan(table(HEAD, rows[0])))
    assert told(program.plan(table(HEAD, *rows))) == [
        ("there already", "mentee-2025-01.yaml"),
        (
            "rejected",
            (
                "is a mentee in private/applications/2025/mentee-2025-01.yaml, and now applied as the "
                "other; to take this one, delete that file first"
            ),
        ),
    ]


def test_who_may_be_named_gets_an_id_of_the_name(program: Program) -> None:
    head = (*HEAD, "What may be shown?")
    rows = [(*row(), "name, affiliation"), (*row("d@example.org", "Marsh, Dora"), "affiliation")]
    outcomes = program.plan(table(head, *rows))
    assert told(outcomes) == [("new", "cleo-quill.yaml"), ("new", "mentee-2025-01.yaml")]
    program.put(
        "records/program.yaml",
        (program.folder / "records/program.yaml")
        .read_text("utf-8")
        .replace("repository: public", "repository: private"),
    )
    assert told(program.plan(table(head, *rows))) == [
        ("new", "cleo-quill.yaml"),
        ("new", "dora-marsh.yaml"),
    ]


def test_the_same_answers_change_nothing_that_the_committee_edited(program: Program) -> None:
    sheet = table((*HEAD, "Methods"), (*row(), "Talking"))
    program.write(program.plan(sheet))
    path = "private/applications/2025/mentee-2025-01.yaml"
    text = (program.folder / path).read_text("utf-8")
    edited = text.replace("undecided:\n  methods:\n    - Talking\n", "methods: [interviews]\n")
    assert edited != text
    program.put(path, edited)
    (outcome,) = program.plan(sheet, update=True)
    assert (outcome.fate, outcome.text) == (Fate.UNCHANGED, "")


def test_other_answers_are_shown_and_taken_only_when_told(program: Program) -> None:
    head = (*HEAD, "Bio", "Time zone")
    program.write(program.plan(table(head, (*row(), "Old.", "Chicago"))))
    path = "private/applications/2025/mentee-2025-01.yaml"
    text = (program.folder / path).read_text("utf-8")
    program.put(path, text.replace("bio: Old.", "# ours\nbio: Old.") + "pronouns: they/them\n")
    later = table(head, (*row(sent="2026-05-12"), "New.", ""))
    (outcome,) = program.plan(later)
    assert (outcome.fate, outcome.text) == (Fate.DIFFERS, "")
    assert outcome.differences == (
        ("bio", "'Old.'", "'New.'"),
        ("time_zone", "'America/Chicago'", "nothing"),
    )
    (outcome,) = program.plan(later, update=True)
    program.write([outcome])
    now = (program.folder / path).read_text("utf-8")
    assert "# ours\nbio: New.\n" in now
    assert "pronouns: they/them\n" in now
    assert "time_zone" not in now
    assert fates(program.plan(later)) == ["there already"]


def test_wishes_are_resolved_by_name_and_kept_where_they_cannot_be(program: Program) -> None:
    head = (*HEAD, "Who should you not be paired with?", "Preferred mentor")
    rows = [
        (*row(), "Okafor, Ada; Prof. Nemo", "Dora Marsh"),
        (*row("d@example.org", "Marsh, Dora", "mentor"), "nobody", "Dora Marsh, Adda Okafor"),
    ]
    outcomes = program.plan(table(head, *rows))
    program.write(outcomes)
    first = program.application("mentee-2025-01")
    assert (first["avoid"], first["preferences"]) == (["ada-okafor"], ["mentor-2025-01"])
    assert first["undecided"] == {"avoid": ["Prof. Nemo"]}
    second = program.application("mentor-2025-01")
    assert not second.keys() & {"avoid", "preferences"}
    assert second["undecided"] == {"preferences": ["Adda Okafor"]}
    assert set(outcomes[1].notes) >= {
        ("note", "'preferences' named the applicant, which is left out"),
        ("undecided", "preferences: 'Adda Okafor'; did you mean 'Ada Okafor' (ada-okafor)?"),
    }


def test_a_wish_for_somebody_who_is_refused_is_kept_in_words(program: Program) -> None:
    head = (*HEAD, "Preferred mentor", "Bio")
    rows = [
        (*row(), "Dora Marsh", ""),
        (*row("d@example.org", "Marsh, Dora", "mentor"), "", "BibliothÃ©caire"),
    ]
    outcomes = program.plan(table(head, *rows))
    assert fates(outcomes) == ["new", "rejected"]
    assert outcomes[1].reason == (
        "its record would be at fault: garbled text 'Ã©' [garbled-text]; type the character again"
    )
    program.write(outcomes)
    assert program.application("mentee-2025-01")["undecided"] == {"preferences": ["Dora Marsh"]}
    assert program.errors() == []


def test_values_that_no_key_can_hold_are_kept_word_for_word(program: Program) -> None:
    head = (*HEAD, "Statement", "Website", "How many mentees?", "Pronouns")
    long = "word " * 1500
    (outcome,) = program.plan(
        table(head, (*row(orcid="0000-0002-1825-0098"), long, "ask me", "lots", "x" * 41))
    )
    program.write([outcome])
    values = program.application("mentee-2025-01")
    assert values["other_answers"] == [
        {"question": "ORCID iD", "answer": "0000-0002-1825-0098"},
        {"question": "Website", "answer": "ask me"},
        {"question": "How many mentees?", "answer": "lots"},
        {"question": "pronouns", "answer": "x" * 41},
        {"question": "statement", "answer": long.strip()},
    ]
    assert not values.keys() & {"orcid", "statement", "links", "capacity", "pronouns"}


def test_a_mentors_capacity_in_other_words_is_left_to_the_committee(program: Program) -> None:
    head = (*HEAD, "How many mentees?")
    rows = [
        (*row("a@example.org", "Marsh, Dora", "mentor"), "as many as needed"),
        (*row("b@example.org", "Quill, Cleo", "mentor"), "2-Jan"),
        (*row("c@example.org", "Reed, Fen", "mentor"), "2.0"),
    ]
    outcomes = program.plan(table(head, *rows))
    program.write(outcomes)
    words, day, number = (program.application(f"mentor-2025-0{at}") for at in (1, 2, 3))
    assert words["undecided"] == {"capacity": "as many as needed"}
    assert day["undecided"] == {"capacity": "2-Jan"}
    assert number["capacity"] == {"maximum": 2}
    said = "'as many as needed' does not say how many mentees; ask how many"
    assert ("undecided", said) in outcomes[0].notes
    assert program.errors() == []


def test_consent_without_a_day_is_not_taken(program: Program) -> None:
    head = (*HEAD, "What may be shown?")
    (outcome,) = program.plan(table(head, (*row(sent=""), "name, affiliation")))
    program.write([outcome])
    values = program.application("mentee-2025-01")
    assert "consent" not in values
    assert values["other_answers"] == [
        {"question": "What may be shown?", "answer": "name, affiliation"}
    ]


def test_a_bare_yes_is_no_consent_to_anything(program: Program) -> None:
    head = (*HEAD, "What may be shown?")
    (outcome,) = program.plan(table(head, (*row(), "Yes")))
    program.write([outcome])
    values = program.application("mentee-2025-01")
    assert "consent" not in values
    assert (
        "undecided",
        (
            "'Yes' does not say what may be shown; say under 'means' in the mapping what it covers; "
            "kept under 'other_answers'"
        ),
    ) in outcome.notes


def test_a_file_that_is_at_fault_is_not_written_over(program: Program) -> None:
    program.put("private/applications/2025/ada-okafor.yaml", "role: neither\n")
    (outcome,) = program.plan(table(HEAD, row(name="Okafor, Ada")), role=Role.MENTEE)
    assert (
        outcome.reason
        == "private/applications/2025/ada-okafor.yaml is there, but at fault; mend it first"
    )
