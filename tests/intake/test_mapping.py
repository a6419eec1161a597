"""What columns hold: proposed from headings, kept in a file, used again."""

from pathlib import Path

import pytest

from generator.intake.csv_file import read_csv
from generator.intake.mapping import Form, MappedColumn, form_of, read_mapping
from generator.intake.mapping_text import propose_form, with_form
from generator.intake.recognizing import recognize
from generator.intake.sheet import Sheet, UnreadableError
from generator.intake.targets import TARGETS
from generator.records.application import Role


def sheet_of(headings: str, path: str = "a.csv", *rows: str) -> Sheet:
    return read_csv("\n".join((headings, *rows, "")).encode(), path)


def held(sheet: Sheet) -> list[str]:
    return [mapped.holds for mapped in propose_form(sheet).columns]


@pytest.mark.parametrize(
    ("heading", "holds"),
    [
        ("Timestamp", "submitted"),
        ("Completion time", "submitted"),
        ("Recorded Date", "submitted"),
        ("Email Address", "email"),
        ("Your full name", "name"),
        ("First name", "name.given"),
        ("Last Name (family name)", "name.family"),
        ("Institution / Library", "affiliation.name"),
        ("Job title", "position"),
        ("ORCID iD (if you have one)", "orcid"),
        ("I am applying as a...", "role"),
        ("Are you applying as a mentor or a mentee?", "role"),
        ("Which research topics interest you? (choose up to five)", "topics"),
        ("Research methods you use or want to learn", "methods"),
        ("What would you like help with?", "needs"),
        ("What can you help a mentee with?", "needs"),
        ("Describe your research project in 200 words", "statement"),
        ("How many mentees can you take on?", "capacity"),
        ("Maximum number of mentees", "capacity.maximum"),
        ("What time zone are you in?", "time_zone"),
        ("Tme zone", "time_zone"),
        ("Is there anyone you would rather not be paired with?", "avoid"),
        ("Is there a mentor you would like to work with?", "preferences"),
        ("What may we show on our website?", "consent.scopes"),
        ("Would a mentor from your own institution be welcome?", "same_institution"),
        ("How did you hear about our library program?", "keep"),
        ("Name of your supervisor", "keep"),
        ("Supervisor's email", "keep"),
        ("Do you agree to the privacy notice?", "keep"),
        ("Phone number", "keep"),
        ("Have you finished your MLIS?", "keep"),
        ("IP Address", "leave-out"),
        ("Topics - Reading for pleasure", "topics"),
        ("Your name - First name", "name.given"),
        ("Work phone", "keep"),
        ("Best phone number", "keep"),
        ("Accessibility needs", "keep"),
        ("Dietary needs", "keep"),
        ("Do you have any special needs?", "keep"),
        ("Your needs", "needs"),
        ("Where do you work?", "affiliation.name"),
        ("Work address", "keep"),
        ("Tell us about your project", "statement"),
        ("Tell us about yourself", "bio"),
        ("About you", "bio"),
        ("Tell us about your library", "keep"),
        ("How many mentees are you willing to mentor?", "capacity"),
        ("Preferred name", "keep"),
        ("Pairing preferences", "preferences"),
        ("Title of your project", "keep"),
        ("Stage of your project", "keep"),
        ("Your project", "statement"),
        ("Project summary", "statement"),
        ("Type of institution", "keep"),
        ("Institutional email", "email"),
        ("Mailing address", "keep"),
        ("Role at your institution", "position"),
        ("Your role", "role"),
        ("I want to participate as", "role"),
        ("Role in the program", "role"),
        ("Are you a first-time applicant?", "keep"),
        ("Number of mentees you mentored in the past", "keep"),
        ("Do you prefer a mentor at the same institution?", "same_institution"),
        ("Methods you know or want to learn", "methods"),
        ("May we show your name and institution on the website?", "consent.scopes"),
        ("May we show your name and institution?", "consent.scopes"),
        ("Do you consent to your name appearing on the website?", "consent.scopes"),
        ("Should your name appear on our site?", "consent.scopes"),
        ("Name as it should appear on the website", "name.display"),
        ("Do you agree to work with somebody of your institution?", "keep"),
        ("Who may we contact at your institution?", "keep"),
        ("Date of consent", "consent.given"),
        ("示例", "keep"),
        ("???", "keep"),
    ],
)
def test_headings_are_recognized_by_their_words(heading: str, holds: str) -> None:
    assert recognize(heading) == holds


def test_every_target_is_recognized_by_its_own_name() -> None:
    assert [name for name in TARGETS if recognize(name) != name] == []


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("Mentor application.csv", Role.MENTOR),
        ("mentees 2026.csv", Role.MENTEE),
        ("mentors and mentees.csv", None),
        ("answers.csv", None),
        ("mentors/answers.csv", None),
        ("Mentorship applications 2026.csv", None),
        ("mentoring.csv", None),
        ("mentees_2026.csv", Role.MENTEE),
        ("MentorForm.csv", Role.MENTOR),
        ("2026 MENTORS.csv", Role.MENTOR),
    ],
)
def test_the_name_of_a_file_can_tell_the_role(path: str, role: Role | None) -> None:
    assert propose_form(sheet_of("Name,Email", path)).role is role


def test_the_name_of_a_file_tells_no_role_where_a_column_does() -> None:
    form = propose_form(sheet_of("Name,Email,I am applying as a...", "mentors.csv"))
    assert (form.role, form.columns[2].holds) == (None, "role")


def test_a_column_of_yes_and_no_is_no_name_and_no_institution() -> None:
    sheet = sheet_of("Name,Institution,Topics - Reading,Same institution", "a.csv", "Yes,no,Yes,No")
    assert held(sheet) == ["keep", "keep", "topics", "same_institution"]
    assert held(sheet_of("Name,Institution", "a.csv", "Yes,no", "Ada Okafor,Harbor Library")) == [
        "name",
        "affiliation.name",
    ]


def test_a_column_of_mentor_and_mentee_is_the_role() -> None:
    heading = "Name,I would like to be a:"
    assert held(sheet_of(heading, "a.csv", "Ada,Mentor", "Ben,a mentee", "Cy,")) == ["name", "role"]
    assert held(sheet_of(heading, "a.csv", "Ada,Mentor", "Ben,Either")) == ["name", "keep"]
    assert held(sheet_of(heading, "a.csv")) == ["name", "keep"]


def test_of_two_columns_of_mentor_and_mentee_neither_is_taken_for_the_role() -> None:
    assert held(sheet_of("I want to be,I once was", "a.csv", "Mentor,Mentee")) == ["keep", "keep"]
    assert held(sheet_of("Role,I once was", "a.csv", "Mentor,Mentee")) == ["role", "keep"]


def test_a_form_without_a_role_says_how_to_give_one() -> None:
    assert (
        "    # Nothing says whether mentors or mentees filled this in. Write 'holds: role' at\n"
        "    # the column that says it; only if everybody is the same:\n"
        "    # role: mentee\n"
    ) in with_form("", propose_form(sheet_of("Name,Email")))


def test_a_proposed_mapping_is_read_back_as_it_was_proposed(tmp_path: Path) -> None:
    headings = 'Name,"Topics, all",Topics,Topics,"yes: ""no"" # \'x\'",- item,null,1e5,"a\nb",Zoë'
    first = propose_form(sheet_of(headings, "mentors.csv"))
    second = propose_form(sheet_of("Email,Time zone", "other.csv"))
    text = with_form(with_form("", first), second)
    file = tmp_path / "mapping.yaml"
    file.write_text(text, "utf-8")
    assert read_mapping(file, "mapping.yaml") == (text, (first, second))


def test_what_the_committee_wrote_into_the_mapping_stays(tmp_path: Path) -> None:
    text = with_form("", propose_form(sheet_of("Name,Email")))
    edited = text.replace("holds: email", "holds: email  # ours\n        means:\n          x: z")
    longer = with_form(edited, propose_form(sheet_of("Topics,Bio", "b.csv")))
    assert longer.startswith(edited.partition("\n# What")[0].rstrip())
    file = tmp_path / "mapping.yaml"
    file.write_text(longer, "utf-8")
    _, forms = read_mapping(file, "mapping.yaml")
    assert [len(form.columns) for form in forms] == [2, 2]
    assert forms[0].columns[1].means == {"x": "z"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("forms: [", "m.yaml:1:9: a value that is missing or cannot stand here; look at this line and the one above it: a missing quote, colon, bracket or space; it began in line 2"),
        ("forms:\n  - name: a\n    columns:\n      - heading: x\n        holds: emial\n", "m.yaml:5:9: 'holds': no column can hold 'emial'; did you mean 'email'?"),
        ("forms:\n  - name: a\n    colums: []\n", "m.yaml:3:5: 'colums': there is no such key here; did you mean 'columns'?"),
        ("forms:\n  - name: a\n", "m.yaml:2:5: 'columns': the key is missing"),
        ('forms:\n  - name: a\n    columns:\n      - heading: x\n        holds: consent.scopes\n        means:\n          "No": "no"\n          "Yes": name, photo\n', "m.yaml:8:11: 'Yes': 'photo' is no word of consent; the words are name, affiliation, biography, links, pairing, sessions, recording, outputs, announcements, certificate, or 'no'"),
        ("forms:\n  - name: a\n    columns:\n      - heading: x\n        holds: consent.name\n        means: {Sure: name}\n", "m.yaml:6:17: 'Sure': 'name' says neither yes nor no; write 'yes' or 'no'"),
        ("- a\n", "m.yaml:1:1: a group of keys belongs here"),
    ],
)  # fmt: skip
def test_a_fault_in_the_mapping_is_named_with_its_line(
    tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "m.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(UnreadableError) as refused:
        read_mapping(file, "m.yaml")
    assert str(refused.value) == said


def form(name: str, *headings: str, role: Role | None = None) -> Form:
    columns = tuple(MappedColumn(heading=one, holds="keep") for one in headings)
    return Form(name=name, role=role, columns=columns)


def named_for(sheet: Sheet, *forms: Form) -> tuple[str, list[str]] | None:
    fit = form_of(sheet, forms)
    return (fit.form.name, [str(column) for column in fit.unknown]) if fit else None


def test_a_sheet_belongs_to_the_form_that_knows_most_of_its_columns() -> None:
    one, other = form("one", "Name", "Email", "Capacity"), form("other", "Name", "Needs")
    assert named_for(sheet_of("Name,Email,Capacity,New"), other, one) == ("one", ["New"])
    assert named_for(sheet_of("Name,Needs"), one, other) == ("other", [])
    assert named_for(sheet_of("Name,A,B"), one, other) is None
    assert named_for(sheet_of("Name,B")) is None


def test_a_sheet_is_never_read_by_the_form_of_the_other_role() -> None:
    mentors = form("mentors", "Name", "Email", "Capacity", role=Role.MENTOR)
    assert named_for(sheet_of("Name,Email,Capacity", "a.csv"), mentors) == ("mentors", [])
    assert named_for(sheet_of("Name,Email,Capacity", "mentees.csv"), mentors) is None
    assert named_for(sheet_of("Name,Email,Needs", "a.csv"), mentors) is None
    assert named_for(sheet_of("Name,Email", "a.csv"), mentors) is None
    assert named_for(sheet_of("Name,Email,Capacity,Hat", "a.csv"), mentors) is None
    assert named_for(sheet_of("Name,Email,Capacity,Hat", "mentors.csv"), mentors) == (
        "mentors",
        ["Hat"],
    )
