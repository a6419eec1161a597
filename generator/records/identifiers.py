"""Identifiers of people, institutions and works, each proved by its own check digits."""

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from generator.records.fields import Holds, fault

_ORCID = re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")
_ROR = re.compile(r"https://ror\.org/0([0-9a-hj-km-np-tv-z]{6})([0-9]{2})")
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_ISBN = re.compile(r"[0-9]+([- ][0-9]+)*([- ]?X)?")
_ISSN = re.compile(r"[0-9]{4}-[0-9]{3}[0-9X]")
_DOI = re.compile(r"10\.[0-9]{4,9}(\.[0-9]+)*/[^\s\"{}\\^`|\u2010-\u2015]+")
_DOI_PREFIXES = re.compile(
    r"(https?://(dx\.)?doi\.org/|doi\.org/|doi:\s*|https?://[^/]+/doi/(abs/|full/|pdf/)?)",
    re.IGNORECASE,
)
_LICENSE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*", re.ASCII
)


def orcid_check_character(digits: str) -> str:
    """Return the last character of an ORCID iD from its first fifteen digits.

    ISO 7064 MOD 11-2, as ORCID describes in "Structure of the ORCID Identifier".
    """
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    result = (12 - total % 11) % 11
    return "X" if result == 10 else str(result)  # noqa: PLR2004  # ten is written X


def is_orcid(value: str) -> bool:
    """Tell whether a text is an ORCID iD in its hyphenated form."""
    digits = value.replace("-", "")
    return bool(_ORCID.fullmatch(value)) and orcid_check_character(digits[:15]) == digits[15]


def ror_check_digits(characters: str) -> str:
    """Return the two check digits of a ROR id from the six characters before them.

    ISO 7064 MOD 97-10 over the characters read as Crockford base 32 (ROR, "ROR identifier
    pattern").
    """
    number = 0
    for character in characters:
        number = number * 32 + _CROCKFORD.index(character)
    return f"{98 - number * 100 % 97:02d}"


def is_ror(value: str) -> bool:
    """Tell whether a text is a ROR id in its address form."""
    match = _ROR.fullmatch(value)
    return bool(match) and ror_check_digits(match[1]) == match[2]  # type: ignore[index]  # a match


def is_isbn(value: str) -> bool:
    """Tell whether a text is an ISBN of ten or thirteen digits (ISO 2108, annex C)."""
    if not _ISBN.fullmatch(value):
        return False
    digits = re.sub("[- ]", "", value)
    if len(digits) == 10:  # noqa: PLR2004  # ISBN-10
        weighted = (
            (10 if digit == "X" else int(digit)) * weight
            for digit, weight in zip(digits, range(10, 0, -1), strict=True)
        )
        return sum(weighted) % 11 == 0
    if len(digits) == 13 and digits[:3] in ("978", "979") and digits.isdigit():  # noqa: PLR2004  # ISBN-13
        return sum(int(digit) * (3 if odd % 2 else 1) for odd, digit in enumerate(digits)) % 10 == 0
    return False


def is_issn(value: str) -> bool:
    """Tell whether a text is an ISSN in its hyphenated form (ISO 3297, annex A)."""
    if not _ISSN.fullmatch(value):
        return False
    digits = value.replace("-", "")
    weighted = (
        (10 if digit == "X" else int(digit)) * weight
        for digit, weight in zip(digits, range(8, 0, -1), strict=True)
    )
    return sum(weighted) % 11 == 0


def is_doi(value: str) -> bool:
    """Tell whether a text is a bare DOI (ISO 26324, section 4; the DOI Handbook, 2.2)."""
    return bool(_DOI.fullmatch(value)) and value[-1] not in ".,;:"


def _orcid(value: str) -> str:
    if is_orcid(value):
        return value
    bare = re.sub(r"^(https?://)?(www\.)?orcid\.org/", "", value.strip()).upper().rstrip("/")
    if re.fullmatch("[0-9]{15}[0-9X]", bare):
        bare = "-".join(bare[start : start + 4] for start in range(0, 16, 4))
    if bare != value and is_orcid(bare):
        raise fault("bad-orcid", f"'{value}' is not written as a bare ORCID iD", f"write {bare}")
    if _ORCID.fullmatch(value):
        raise fault("bad-orcid", f"'{value}' is no ORCID iD: its check character does not match")
    raise fault("bad-orcid", f"'{value}' is not sixteen digits in groups of four")


def _ror(value: str) -> str:
    if is_ror(value):
        return value
    tail = value.strip().rstrip("/").rsplit("/", 1)[-1].lower()
    if is_ror(f"https://ror.org/{tail}"):
        raise fault(
            "bad-ror", f"'{value}' is not a whole ROR address", f"write https://ror.org/{tail}"
        )
    if _ROR.fullmatch(value):
        raise fault("bad-ror", f"'{value}' is no ROR id: its check digits do not match")
    raise fault("bad-ror", f"'{value}' is not a ROR address")


def _isbn(value: str) -> str:
    if is_isbn(value):
        return value
    digits = re.sub("[- ]", "", value)
    if _ISBN.fullmatch(value) and len(digits) in (10, 13):
        raise fault("bad-isbn", f"'{value}' is no ISBN: its check digit does not match")
    bare = re.sub(r"^isbn(-1[03])?:?\s*", "", value, flags=re.IGNORECASE).upper()
    help_ = f"write {bare}" if is_isbn(bare) else ""
    raise fault("bad-isbn", f"'{value}' is not an ISBN of ten or thirteen digits", help_)


def _issn(value: str) -> str:
    if is_issn(value):
        return value
    if _ISSN.fullmatch(value):
        raise fault("bad-issn", f"'{value}' is no ISSN: its check character does not match")
    bare = re.sub(r"^issn:?\s*|[^0-9X]", "", value.upper(), flags=re.IGNORECASE)
    bare = f"{bare[:4]}-{bare[4:]}"
    help_ = f"write {bare}" if is_issn(bare) else ""
    message = f"'{value}' is not an ISSN (four digits, a hyphen, four characters)"
    raise fault("bad-issn", message, help_)


def _doi(value: str) -> str:
    if is_doi(value):
        return value
    bare = _DOI_PREFIXES.sub("", value.strip(), count=1).rstrip(".,;:")
    if is_doi(bare):
        raise fault("bad-doi", f"'{value}' is not a bare DOI", f"write {bare}")
    raise fault("bad-doi", f"'{value}' is not a DOI")


def _license(value: str) -> str:
    if not _LICENSE.fullmatch(value):
        raise fault("bad-license", f"'{value}' is not a license identifier")
    return value


def is_language(value: str) -> bool:
    """Tell whether a text is a BCP 47 language tag (RFC 5646, section 2.1)."""
    return bool(_LANGUAGE.fullmatch(value))


def _language(value: str) -> str:
    if not is_language(value):
        raise fault("bad-language", f"'{value}' is not a language tag")
    return value


Orcid = Annotated[
    str,
    AfterValidator(_orcid),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$"}),
    Holds("an ORCID iD, as in 0000-0002-1825-0097"),
]
Ror = Annotated[
    str,
    AfterValidator(_ror),
    WithJsonSchema({"type": "string", "pattern": r"^https://ror\.org/0[0-9a-z]{6}\d{2}$"}),
    Holds("a ROR address, as in https://ror.org/05dxps055"),
]
Isbn = Annotated[
    str,
    AfterValidator(_isbn),
    WithJsonSchema({"type": ["string", "integer"]}),
    Holds("an ISBN of ten or thirteen digits"),
]
Issn = Annotated[
    str,
    AfterValidator(_issn),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{3}[\dX]$"}),
    Holds("an ISSN, as in 0378-5955"),
]
Doi = Annotated[
    str,
    AfterValidator(_doi),
    WithJsonSchema({"type": "string", "pattern": r"^10\.\d{4,9}"}),
    Holds("a DOI from '10.' on"),
]
License = Annotated[str, AfterValidator(_license), Holds("an SPDX license identifier")]
Language = Annotated[str, AfterValidator(_language), Holds("a BCP 47 language tag")]
