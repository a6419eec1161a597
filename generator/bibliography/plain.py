"""Texts of an item without their marks, for places that hold no markup."""

import re

_TITLE_MARK = re.compile(r"</?(?:i|b|sub|sup)>")
_MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKDOWN_MARK = re.compile(r"(?<!\w)[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?!\w)|`")


def plain_title(title: str) -> str:
    """Return a title without the marks <i>, <b>, <sub> and <sup>."""
    return _TITLE_MARK.sub("", title)


def plain_prose(text: str) -> str:
    """Return a longer text without the marks of emphasis, code and links (CommonMark, 6)."""
    return _MARKDOWN_MARK.sub("", _MARKDOWN_LINK.sub(r"\1", text))
