"""Unquoted values that other YAML tools read as something else than text."""

import re

_BOOLEANS = frozenset(["y", "n", "yes", "no", "on", "off"])
_NULLS = frozenset(("~", "null"))
_SIXTY = re.compile(r"[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?")
_LEADING_ZERO = re.compile(r"[-+]?0[\d_]+")
_OTHER_BASE = re.compile(r"[-+]?0(x[\da-fA-F_]+|b[01_]+|o[0-7_]+)")
_EXPONENT = re.compile(r"[-+]?(\d[\d_]*)?\.?\d*[eE][-+]?\d+")
_DECIMAL = re.compile(r"[-+]?\d[\d_]*\.\d*")
_SIGNED = re.compile(r"\+\d+|[-+]?\d+_[\d_]*")
_NOT_A_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def misreading(value: str) -> str | None:
    """Return what other tools make of an unquoted value, or None where all read the same.

    Sources: YAML 1.1, "Language-Independent Types" (bool, int, float, null), which editors and
    data tools still follow; YAML 1.2.2, section 10.3 (core schema). Plain whole numbers and
    ISO dates are safe: written back, they keep their form. ``true`` and ``false`` are left to the
    caller, for they are right in a yes-or-no field.
    """
    first = value[:1]
    if not (first.isdigit() or first in "+-.~yYnNoO"):
        return None
    lower = value.lower()
    if lower in _BOOLEANS:
        return "true" if lower in ("y", "yes", "on") else "false"
    if lower in _NULLS:
        return "nothing"
    if _SIXTY.fullmatch(value):
        return f"the number {_base_sixty(value)}"
    if _LEADING_ZERO.fullmatch(value) or _OTHER_BASE.fullmatch(value):
        return "a number in another base"
    if _NOT_A_NUMBER.fullmatch(value):
        return "a number"
    if _EXPONENT.fullmatch(value) and value[-1].isdigit() and any(c.isdigit() for c in value):
        return "a number with an exponent"
    if _DECIMAL.fullmatch(value) or _SIGNED.fullmatch(value):
        return "a number, which may be written back otherwise"
    return None


def _base_sixty(value: str) -> str:
    whole = 0
    digits = value.lstrip("+-").replace("_", "").split(".")[0]
    for part in digits.split(":"):
        whole = whole * 60 + int(part)
    return str(whole)
