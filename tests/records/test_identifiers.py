"""Check digits: a single mistyped character is never accepted. And what counts as a DOI."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.records.identifiers import (
    Doi,
    Isbn,
    Issn,
    Language,
    License,
    Orcid,
    Ror,
    is_doi,
    is_isbn,
    is_issn,
    is_orcid,
    is_ror,
)

# Every decimal digit of Unicode: '٣'.isdigit() and int('٣') hold, but no identifier may have one.
DIGITS = "".join(chr(code) for code in range(sys.maxunicode + 1) if chr(code).isdigit())
CHARACTERS = "".join(map(chr, range(128))) + DIGITS

ORCIDS = ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"]
RORS = ["https://ror.org/05dxps055", "https://ror.org/02mhbdp94", "https://ror.org/03yrm5c26"]
ISBNS = ["978-0-306-40615-7", "9783161484100", "979 10 90636 07 1", "0-306-40615-2", "080442957X"]
ISSNS = ["0378-5955", "2434-561X", "1050-124X"]


def substitutions(value: str) -> Iterator[str]:
    """Every text that differs from a value in one character."""
    for position, right in enumerate(value):
        for wrong in CHARACTERS:
            if wrong != right:
                yield value[:position] + wrong + value[position + 1 :]


@pytest.mark.parametrize(
    ("accepts", "value"),
    [(is_orcid, value) for value in ORCIDS]
    + [(is_ror, value) for value in RORS]
    + [(is_issn, value) for value in ISSNS],
)
def test_one_wrong_character_is_never_accepted(accepts: Callable[[str], bool], value: str) -> None:
    assert accepts(value)
    assert [wrong for wrong in substitutions(value) if accepts(wrong)] == []


@pytest.mark.parametrize("value", ISBNS)
def test_one_wrong_character_in_an_isbn_is_never_accepted(value: str) -> None:
    assert is_isbn(value)
    bare = value.replace("-", "").replace(" ", "")
    for wrong in substitutions(value):
        same_digits = wrong.replace("-", "").replace(" ", "") == bare  # another separator
        assert is_isbn(wrong) <= same_digits, wrong


@pytest.mark.parametrize(
    ("accepts", "value"),
    [(is_orcid, value) for value in ORCIDS] + [(is_ror, value) for value in RORS],
)
def test_two_neighbors_exchanged_are_never_accepted(
    accepts: Callable[[str], bool], value: str
) -> None:
    for position in range(len(value) - 1):
        one, other = value[position], value[position + 1]
        if one != other:
            assert not accepts(value[:position] + other + one + value[position + 2 :])


@pytest.mark.parametrize(
    "value",
    [
        "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
        "10.1000/182",
        "10.5555/lrrt.2025",
        "10.1016/j.lisr.2019.03.003",
        "10.1080/00048623.2017.1339772",
        "10.17605/OSF.IO/ABC12",
        "10.1371/journal.pone.0000217",
        "10.1023/A:1012801612483",
        "10.1641/0006-3568(2004)054[0547:TCFEAT]2.0.CO;2",
        "10.1000.10/123456",
        "10.2307/3151312",
        "10.1016/0004-3702(89)90008-8",
        "10.3998/mpub.9970#chapter",
        "10.7910/DVN/ÅÄÖ",
        "10.1000/a_b~c+d=e&f%20g",
        "10.1000/100_(x)",
    ],
)
def test_dois_as_they_occur_are_accepted(value: str) -> None:
    assert is_doi(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "10.1000",
        "10.1000/",
        "10.100/182",
        "11.1000/182",
        "10.1000/18 2",
        "10.1000/182.",
        "10.1000/182,",
        "10.1000/lrrt\u20132025",
        '10.1000/"182"',
        "10.1000/{182}",
        "10.1000\\182",
        "10.1000/a\nb",
        "10.\u0661\u0660\u0660\u0660/182",
        "doi:10.1000/182",
        "https://doi.org/10.1000/182",
    ],
)
def test_what_is_no_bare_doi_is_refused(value: str) -> None:
    assert not is_doi(value)


def refusal(type_: Any, value: object) -> tuple[str, str, str]:
    """The code, message and help with which a type refuses a value."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(type_).validate_python(value)
    (details,) = caught.value.errors()
    context = details["ctx"]
    return details["type"], context["message"], context["help"]


@pytest.mark.parametrize(
    ("type_", "value", "code", "help_"),
    [
        (Orcid, "https://orcid.org/0000-0002-1825-0097", "bad-orcid", "write 0000-0002-1825-0097"),
        (Orcid, "0000000218250097", "bad-orcid", "write 0000-0002-1825-0097"),
        (Orcid, "0000-0002-1694-233x", "bad-orcid", "write 0000-0002-1694-233X"),
        (Orcid, "ada", "bad-orcid", ""),
        (Ror, "05dxps055", "bad-ror", "write https://ror.org/05dxps055"),
        (Ror, "http://www.ror.org/05DXPS055/", "bad-ror", "write https://ror.org/05dxps055"),
        (Doi, "doi:10.1000/182", "bad-doi", "write 10.1000/182"),
        (Doi, "https://dx.doi.org/10.1000/182", "bad-doi", "write 10.1000/182"),
        (Doi, "https://www.tandfonline.com/doi/full/10.1080/1", "bad-doi", "write 10.1080/1"),
        (Doi, "10.1000/182.", "bad-doi", "write 10.1000/182"),
        (Doi, "to appear", "bad-doi", ""),
        (Issn, "03785955", "bad-issn", "write 0378-5955"),
        (Issn, "2434-561x", "bad-issn", "write 2434-561X"),
        (Issn, "12345678", "bad-issn", ""),
        (Isbn, "ISBN 978-0-306-40615-7", "bad-isbn", "write 978-0-306-40615-7"),
        (Isbn, "978-0-306-40615", "bad-isbn", ""),
        (License, "CC BY 4.0", "bad-license", ""),
        (Language, "english", "bad-language", ""),
        (Language, "EN", "bad-language", ""),
    ],
)
def test_a_near_miss_is_told_the_right_form(type_: Any, value: str, code: str, help_: str) -> None:
    found, message, help_given = refusal(type_, value)
    assert (found, help_given) == (code, help_)
    assert f"'{value}'" in message


@pytest.mark.parametrize("value", ["en", "pt-BR", "zh-Hans", "sr-Latn-RS", "es-419", "yue"])
def test_language_tags_are_accepted(value: str) -> None:
    assert TypeAdapter(Language).validate_python(value) == value
