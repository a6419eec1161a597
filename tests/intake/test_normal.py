"""Answers in the form of records: what is changed is said, what cannot be read is not taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.normal import (
    Read,
    clean,
    read_capacity,
    read_email,
    read_orcid,
    read_role,
    read_url,
    read_yes,
    says_nothing,
)
from generator.records.application import Role

ORCID = "0000-0002-1825-0097"


@pytest.mark.parametrize(
    "text",
    [
        "https://orcid.org/0000-0002-1825-0097",
        "orcid.org/0000-0002-1825-0097/",
        "0000 0002 1825 0097",
        "0000000218250097",
        "ORCID: 0000\u20130002\u20131825\u20130097",
    ],
)
def test_orcid_ids_are_written_bare_and_the_change_is_said(text: str) -> None:
    assert read_orcid(text) == Read(ORCID, f"ORCID iD '{text}' written as {ORCID}")


def test_an_orcid_id_as_it_should_be_is_left_alone() -> None:
    assert read_orcid(ORCID) == Read(ORCID)
    assert read_orcid("0000-0001-5109-370x").value is None
    assert read_orcid("0000-0002-1694-233x").value == "0000-0002-1694-233X"


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("0000-0002-1825-0098", "'0000-0002-1825-0098' is no ORCID iD: its check character does not match"),
        ("none yet", "'none yet' is no ORCID iD"),
        ("10000-0002-1825-00979", "'10000-0002-1825-00979' is no ORCID iD"),
    ],
)  # fmt: skip
def test_what_is_no_orcid_id_is_not_taken(text: str, doubt: str) -> None:
    assert read_orcid(text) == Read(doubt=doubt)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("https://example.org/a", Read("https://example.org/a")),
        ("example.org/a", Read("https://example.org/a", "web address 'example.org/a' written as https://example.org/a")),
        ("//example.org", Read(doubt="'//example.org' is no web address")),
        ("javascript:alert(1)", Read(doubt="'javascript:alert(1)' is no web address")),
        ("my page", Read(doubt="'my page' is no web address")),
    ],
)  # fmt: skip
def test_web_addresses_get_the_scheme_they_lack(text: str, read: Read) -> None:
    if text == "//example.org":
        assert read_url(text).value == "https://example.org"
    else:
        assert read_url(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ada.O@example.org", Read("Ada.O@example.org")),
        ("ADA@Example.ORG", Read("ADA@example.org", "e-mail address 'ADA@Example.ORG' written as ADA@example.org")),
        ("Ada <ada@example.org>", Read("ada@example.org", "e-mail address 'Ada <ada@example.org>' written as ada@example.org")),
        ("ada at example", Read(doubt="'ada at example' is no e-mail address")),
        ("a@example.org; b@example.org", Read(doubt="'a@example.org; b@example.org' has 2 e-mail addresses; leave one")),
        ("cl\u00e9o@example.org", Read(doubt="'cl\u00e9o@example.org' is no e-mail address")),
        ("ada@example.com2", Read(doubt="'ada@example.com2' is no e-mail address")),
        ("ada@example.org.", Read("ada@example.org", "e-mail address 'ada@example.org.' written as ada@example.org")),
        ("mailto:ada@example.org", Read("ada@example.org", "e-mail address 'mailto:ada@example.org' written as ada@example.org")),
        ("ada@example.org@example.net", Read(doubt="'ada@example.org@example.net' is no e-mail address")),
    ],
)  # fmt: skip
def test_only_the_domain_of_an_address_is_lower_cased(text: str, read: Read) -> None:
    assert read_email(text) == read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1-2", (1, 2)),
        ("one or two", (1, 2)),
        ("2 to 1", (1, 2)),
        ("two", (None, 2)),
        ("2", (None, 2)),
        ("up to 3", (None, 3)),
        ("1 mentee", (None, 1)),
        ("none", (None, 0)),
        ("2026-01-02", None),
        ("at least 2", None),
        ("3+", None),
        ("2.5", None),
        ("2.0", (None, 2)),
        ("as many as needed", None),
        ("many", None),
        ("a mentee", (None, 1)),
        ("a couple", None),
        ("a few", None),
        ("up to 2 or 3", None),
        ("at least 1, at most 3", (1, 3)),
        ("10% of my time", None),
        ("99", None),
    ],
)
def test_capacities_are_read_where_they_are_plain(text: str, value: object) -> None:
    assert read_capacity(text).value == value
    assert bool(read_capacity(text).doubt) == (value is None)
    assert bool(read_capacity(text).change) == (value is not None and text != "2")


@pytest.mark.parametrize(
    "text", ["2026-01-02", "2026-01-02 00:00:00", "2-Jan", "Jan-02", "2 January 2026", "45658"]
)
def test_a_day_in_place_of_a_capacity_is_explained(text: str) -> None:
    assert read_capacity(text).value is None
    assert read_capacity(text).doubt == (
        f"'{text}' is a day: a spreadsheet program may have made it of, say, '1-2'"
    )


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mentor", Role.MENTOR),
        ("I am applying as a mentee", Role.MENTEE),
        ("MENTEES", Role.MENTEE),
        ("mentor or mentee", None),
        ("neither", None),
    ],
)
def test_roles_are_read_from_their_words(text: str, role: Role | None) -> None:
    assert read_role(text).value == role


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Yes, please", True),
        ("NO", False),
        ("I agree", True),
        ("x", True),
        ("perhaps", None),
        ("Yes, but only internally", None),
        ("Yes - if I see it first", None),
        ("I do not agree", False),
        ("Don\u2019t", False),
    ],
)
def test_yes_and_no_are_read(text: str, value: object) -> None:
    assert read_yes(text).value == value


@pytest.mark.parametrize("text", ["", " - ", "N/A", "none", "No one", "n.a."])
def test_words_that_say_nothing_are_known(text: str) -> None:
    assert says_nothing(text)


@given(st.text())
def test_cleaning_takes_nothing_that_can_be_seen(text: str) -> None:
    seen = [sign for sign in text if sign.isalnum()]
    assert [sign for sign in clean(text) if sign.isalnum()] == seen or not text.isascii()
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "name", ["ada o'hara", "McDONALD", "de la Cruz", "\u0130pek", "nguyễn thị hoa", "Ada  B."]
)
def test_cleaning_never_changes_case_or_spaces_within(name: str) -> None:
    assert clean(f" {name} ") == name
