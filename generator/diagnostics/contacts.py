"""E-mail addresses and telephone numbers in texts: how they look, and how they are kept unread.

What is printed may land in a log that everybody can read and that is kept for longer than the file.
"""

import re

# An '@' may be written as in another script, in HTML, in an address of the web or in YAML.
EMAIL = re.compile(
    r"(?<![\w.@/+-])[\w.+-]+"
    r"(?:@|[\uff20\ufe6b]|&#0*64;|&#x0*40;|&commat;|%40|\\x40|\\u0040|\\U00000040"
    r"|\s?[(\[]at[)\]]\s?|\s+at\s+(?=[\w-]+\s+dot\s))"
    r"[\w-]+(?:(?:\.|\s+dot\s+|\s?[(\[]dot[)\]]\s?)[\w-]+)*"
    r"(?:\.|\s+dot\s+|\s?[(\[]dot[)\]]\s?)[a-z]{2,}\b",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w/.=-])(?:"
    r"\+\d{1,3}[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d(?:[\s.-]?\d){5,12}"  # international (ITU-T E.123)
    r"|(?:1[\s.-])?\(\d{3}\)\s?\d{3}[\s.-]\d{4}"  # (312) 555-0142
    r"|(?:1[\s.-])?\d{3}([\s.-])\d{3}\1\d{4}"  # 312-555-0142
    r")(?![\w-])"
)
IN_EMAILS = (
    *("@", "\uff20", "\ufe6b", "&#", "&commat", "%40", "\\x40", "0040"),
    *("(at)", "[at]", "dot"),
)
"""One of these is in every address, in small letters."""

MAY_HOLD_PHONE = re.compile(r"\+\d|\d{3}[\s.-]\d{4}")
_CUT = re.compile(r"[\w.+-]+@[\w.-]+")
"""What may be the beginning of an address, for messages quote long values in part."""


def hidden(text: str) -> str:
    """Return a text with a dot for each letter and digit of an address or a number in it.

    It is as long as before, so that columns stay right.
    """
    for pattern in (EMAIL, _CUT, PHONE):
        text = pattern.sub(lambda found: re.sub(r"\w", "•", found[0]), text)
    return text
