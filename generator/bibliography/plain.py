"""Texts of an item without their marks, for places that hold no markup."""

import re

_TITLE_MARK = re.compile(r"</?(?:i|b|sub|sup)>")
_LINK = re.compile(r"(?<![!\\])\[([^\]]{0,400})\]\([^)\s]*\)")
_EMPHASIS = re.compile(
    r"(?<![\w\\*_])(\*{1,3}|_{1,3}|`)(?=\S)((?:(?!\n\n).){1,400}?)(?<=[^\s\\])\1(?![\w*_])",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def plain_title(title: str) -> str:
    """Return a title without the marks <i>, <b>, <sub> and <sup>."""
    return _TITLE_MARK.sub("", title)


def plain_prose(text: str) -> str:
    """Return a longer text without the marks of emphasis, code and links (CommonMark, 6).

    Marks stand in pairs; an asterisk by itself is the author's.
    """
    unlinked = _LINK.sub(r"\1", text)
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", unlinked))
