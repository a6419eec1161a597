"""Names: taken apart only where the person did it, and ids made from them."""

import pytest

from generator.intake.naming import UNKNOWN_PARTS, choose_id, read_name
from generator.intake.submission import Given, Origin, Submission
from generator.records.people import PersonName


def named(**answers: str) -> Submission:
    given = {target.replace("__", "."): (Given(target, text),) for target, text in answers.items()}
    return Submission(Origin("a.csv"), given, ())


@pytest.mark.parametrize(
    ("whole", "parts", "notes"),
    [
        ("Ada Okafor", {"display": "Ada Okafor"}, (UNKNOWN_PARTS,)),
        ("ada okafor", {"display": "ada okafor"}, (UNKNOWN_PARTS,)),
        ("Okafor, Ada", {"given": "Ada", "family": "Okafor"}, ("name 'Okafor, Ada' taken apart at its comma: given 'Ada', family 'Okafor'",)),
        ("de la Cruz, Ana M.", {"given": "Ana M.", "family": "de la Cruz"}, ("name 'de la Cruz, Ana M.' taken apart at its comma: given 'Ana M.', family 'de la Cruz'",)),
        ("Ada Okafor, PhD", {"display": "Ada Okafor, PhD"}, (UNKNOWN_PARTS,)),
        ("Sam King, Jr.", {"display": "Sam King, Jr."}, (UNKNOWN_PARTS,)),
        ("King, Sam, Jr.", {"display": "King, Sam, Jr."}, (UNKNOWN_PARTS,)),
        ("Ada Okafor, she/her", {"display": "Ada Okafor, she/her"}, (UNKNOWN_PARTS,)),
        ("Ada Okafor, MPH", {"display": "Ada Okafor, MPH"}, (UNKNOWN_PARTS,)),
        ("Ada Okafor, MSIM", {"display": "Ada Okafor, MSIM"}, (UNKNOWN_PARTS,)),
        ("Ada Okafor, MLIS (she)", {"display": "Ada Okafor, MLIS (she)"}, (UNKNOWN_PARTS,)),
        ("OKAFOR EZE, ADA", {"given": "ADA", "family": "OKAFOR EZE"}, ("name 'OKAFOR EZE, ADA' taken apart at its comma: given 'ADA', family 'OKAFOR EZE'",)),
        ("Dongengwati", {"family": "Dongengwati"}, ()),
        ("许构思", {"family": "许构思"}, ()),
        ("", {}, ()),
    ],
)  # fmt: skip
def test_a_whole_name_is_never_taken_apart_by_a_guess(
    whole: str, parts: dict[str, str], notes: tuple[str, ...]
) -> None:
    assert read_name(named(name=whole)) == (parts, notes, "")


def test_columns_for_parts_are_used_as_they_are() -> None:
    parts, notes, besides = read_name(named(name__given="ana MARÍA", name__family="RUIZ"))
    assert (parts, notes, besides) == ({"given": "ana MARÍA", "family": "RUIZ"}, (), "")


def test_a_whole_name_beside_its_parts_is_kept_where_it_says_more() -> None:
    same = named(name="Ada Okafor", name__given="Ada", name__family="Okafor")
    more = named(name="Ada B. Okafor", name__given="Ada", name__family="Okafor")
    assert read_name(same)[2] == ""
    assert read_name(more)[2] == "Ada B. Okafor"


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        (PersonName(given="Noor", particle="al-", family="Khayali"), "noor-al-khayali"),
        (PersonName(display="Nguyễn Hoài Mộng"), "nguyen-hoai-mong"),
        (PersonName(given="Łucja", family="Zmyślona"), "lucja-zmyslona"),
        (PersonName(family="许构思"), "mentee-2026-01"),
        (PersonName(family="Иванова"), "mentee-2026-01"),
        (PersonName(given="Ada", family="Okafor"), "ada-okafor-2"),
    ],
)
def test_ids_are_made_from_latin_letters_or_tell_nothing(name: PersonName, id_: str) -> None:
    assert choose_id(name, {"ada-okafor"}, "mentee-2026") == id_
