"""What a person wrote, as plain paragraphs."""

import html
import re

_SHORT = 12
"""Words below which a paragraph is joined to its neighbor: too few to stand for an interest."""

_PARAGRAPH = re.compile(r"\n[ \t]*\n|(?:<br\s*/?>\s*){2,}|</?p\b[^>]*>", re.IGNORECASE)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"</?[a-z][^<>]*>|<!--[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(
    r"<?\b(?:https?|ftp|mailto):[^\s<>]+>?|\bwww\.[^\s<>]+|<?[^\s<>@,;:()]{1,64}@[^\s<>@,;:()]{1,255}>?"
)
_ITEM = re.compile(r"(?:^|\n)[ \t>]*(?:[-*+]|\d+[.)])[ \t]+")
_HEADING_OR_QUOTE = re.compile(r"^[ \t]*(?:#{1,6}|>)[ \t]*", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*[-=*_]{3,}[ \t]*$", re.MULTILINE)
_EMPHASIS = re.compile(r"[*`~|\\]+|(?<!\w)_+|_+(?!\w)")


def split_into_parts(*texts: str) -> tuple[str, ...]:
    """Return the paragraphs of a person's texts, without Markdown, HTML and addresses.

    A paragraph of few words is joined to the one before it, or else to the one after it.
    """
    parts: list[str] = []
    for text in texts:
        for paragraph in _PARAGRAPH.split(_DEFINITION.sub("", text)):
            plain = _plain(paragraph)
            if not plain:
                continue
            if parts and min(len(plain.split()), len(parts[-1].split())) < _SHORT:
                parts[-1] = f"{parts[-1]}; {plain}"
            else:
                parts.append(plain)
    return tuple(parts)


def _plain(paragraph: str) -> str:
    """Return the words of a paragraph on one line; items of a list are parted by semicolons."""
    plain = _LINK.sub(r"\1", paragraph)
    for what, instead in (
        (_ADDRESS, " "),
        (_TAG, " "),
        (_RULE, " "),
        (_ITEM, "\n\n"),
        (_HEADING_OR_QUOTE, ""),
        (_EMPHASIS, ""),
    ):
        plain = what.sub(instead, plain)
    items = (" ".join(html.unescape(item).split()) for item in plain.split("\n\n"))
    return "; ".join(item for item in items if item)
