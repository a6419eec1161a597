"""Parts of a reference as rich text: plain words, italics, links."""

import re
from collections.abc import Iterator

from pybtex.richtext import BaseText, HRef, Tag, Text

from generator.bibliography.apa.typography import curled

_MARK = re.compile(r"<(/?)(i|b|sub|sup)>")
_ENDS = (".", "?", "!")
_CLOSERS = "\u201d\u2019\"')\u00bb"
_QUOTES = '\u201d\u2019"'


def rich(text: str, *, italic: bool = False) -> Text:
    """Return a text whose marks <i>, <b>, <sub> and <sup> are followed.

    Within italics, what is marked <i> stands upright (APA 7, section 6.23).
    """
    if "<" not in text:
        whole = curled(text)
        return Text(Tag("i", whole)) if italic and whole else Text(whole)
    return Text(*_parts(curled(text), italic=italic))


def _parts(text: str, *, italic: bool) -> Iterator[BaseText | str]:
    open_marks: list[str] = []
    start = 0
    for match in _MARK.finditer(text):
        yield from _styled(text[start : match.start()], open_marks, italic=italic)
        start = match.end()
        if not match[1]:
            open_marks.append(match[2])
        elif match[2] in open_marks:
            open_marks.reverse()
            open_marks.remove(match[2])
            open_marks.reverse()
        else:
            yield from _styled(match[0], open_marks, italic=italic)
    yield from _styled(text[start:], open_marks, italic=italic)


def _styled(text: str, marks: list[str], *, italic: bool) -> Iterator[BaseText | str]:
    if not text:
        return
    styled: BaseText | str = text
    for mark in dict.fromkeys(marks):
        if mark != "i":
            styled = Tag(mark, styled)
    if (marks.count("i") + italic) % 2:
        styled = Tag("i", styled)
    yield styled


def linked(address: str, shown: str) -> Text:
    """Return a link with the words it is shown by."""
    return Text(HRef(address, shown))


def joined(separator: str, *parts: Text | str) -> Text:
    """Return parts with a separator between those that are there."""
    return Text(separator).join([part for part in parts if part])


def wrapped(left: str, content: Text | str, right: str) -> Text:
    """Return something in brackets, or nothing."""
    return Text(left, content, right) if content else Text()


def sentence(content: Text) -> Text:
    """Return a part with a period at its end, unless it ends a sentence already (APA 7, 9.5).

    The period stands within a closing quotation mark (APA 7, section 6.3).
    """
    if not content:
        return content
    shown = str(content)
    bare = shown.rstrip(_CLOSERS)
    if bare.endswith(_ENDS) and not shown[len(bare) :].strip(_QUOTES):
        return content
    if shown[-1] in _QUOTES and _closes(shown):
        return content[:-1] + _like_end(content, f".{shown[-1]}")
    return content + "."


def _closes(shown: str) -> bool:
    """Tell whether a mark at the end closes a quotation, and is no apostrophe or inch."""
    pairs = {"\u201d": "\u201c", "\u2019": "\u2018"}
    opener = pairs.get(shown[-1])
    return opener is not None and opener in shown


def _like_end(content: Text, added: str) -> Text:
    """Return a text in the style of what stands last."""
    last = content.parts[-1]
    return Text(Tag(last.name, added)) if isinstance(last, Tag) else Text(added)


def reference(*elements: Text) -> Text:
    """Return the elements of a reference one after the other, each ended by a period."""
    return Text(" ").join([sentence(element) for element in elements if element])
