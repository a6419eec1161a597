"""Unquoted values that other YAML tools read as something else than text."""

import re

_FIRST = frozenset("0123456789+-.~=<yYnNoO")
_SAFE = re.compile(r"-?(0|[1-9][0-9]*)|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = {
    **dict.fromkeys(("y", "yes", "on"), "true"),
    **dict.fromkeys(("n", "no", "off"), "false"),
    **dict.fromkeys(("~", "null"), "nothing"),
    **dict.fromkeys(("=", "<<"), "a command"),
    **dict.fromkeys((".inf", "+.inf", "-.inf", ".nan"), "a number"),
}
_SIXTY = re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?")
_OTHER_BASE = re.compile(r"[-+]?0(x[0-9a-fA-F_]+|b[01_]+|o[0-7_]+|[0-9_]+)")
_EXPONENT = re.compile(r"[-+]?([0-9][0-9_]*(\.[0-9_]*)?|\.[0-9][0-9_]*)[eE][-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?([0-9][0-9_]*\.[0-9_]*|\.[0-9_]+)")
_SIGNED = re.compile(r"\+[0-9]+|[-+]?[0-9]+_[0-9_]*")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?"
    r"([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?"
)
_LONGEST_SHOWN = 12


def misreading(value: str) -> str | None:
    """Return what other tools make of an unquoted value, or None where all read the same.

    Sources: YAML 1.1, "Language-Independent Types" (bool, int, float, null, timestamp, merge,
    value), which editors and data tools still follow; YAML 1.2.2, section 10.3 (core schema).
    Plain whole numbers and ISO dates are safe: written back, they keep their form. ``true`` and
    ``false`` are left to the caller, for they are right in a yes-or-no field.
    """
    if value[:1] not in _FIRST or _SAFE.fullmatch(value):
        return None
    if _SIXTY.fullmatch(value):
        return _base_sixty(value)
    if _MOMENT.fullmatch(value):
        return "a date and time, which may be written back otherwise"
    for pattern, meaning in (
        (_OTHER_BASE, "a number in another base"),
        (_EXPONENT, "a number with an exponent"),
        (_DECIMAL, "a number, which may be written back otherwise"),
        (_SIGNED, "a number, which may be written back otherwise"),
    ):
        if pattern.fullmatch(value):
            return meaning
    return _WORDS.get(value.lower())


def _base_sixty(value: str) -> str:
    """Return the number of which the parts between colons are sixtieths, in words."""
    if "." in value or len(value) > _LONGEST_SHOWN:
        return "a number to the base of sixty"
    whole = 0
    for part in value.lstrip("+-").replace("_", "").split(":"):
        whole = whole * 60 + int(part)
    return f"the number {'-' if value.startswith('-') else ''}{whole}"
