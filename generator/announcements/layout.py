"""Paragraphs, lists and references as lines of plain text: wrapped for e-mail, or each on one line.

In a template, an empty line ends a paragraph, and the lines of a paragraph are one text, however
they are broken there. A line of its own begins with '- ', with a column or as a reference, or is
nothing but a web address.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from unicodedata import category, east_asian_width

import regex
from wcwidth import wcswidth

from generator.announcements.marks import HANG, REFERENCE

WIDTH = 72
"""Columns of a line, so that it can be quoted a few times and stay below 80 (RFC 3676, 4.2)."""

_HANGING_IN = 4
_ITEM = "- "
_BLANKS = " \t"
_SPACES = re.compile(" {2,}")
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")
_GRAPHEME = regex.compile(r"\X")
_NOT_FIRST = frozenset("ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ")
"""Letters that no line of Japanese begins with (JIS X 4051, 4.3); no mark that closes does."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A text before it is wrapped: what stands before it, and how far its other lines hang in."""

    lead: str
    text: str
    hang: int


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes (UAX 11); wide characters take two."""
    width = wcswidth(text)
    return width if width >= 0 else len(text)


def wrapped(text: str) -> str:
    """Return a text in lines of at most 72 columns; a longer word or address has its own line."""
    return _laid_out(text, lambda block: _wrap(block, WIDTH))


def flowing(text: str) -> str:
    """Return a text with each paragraph on one line, as networks want it."""
    return _laid_out(text, lambda block: [_on_one_line(block)])


def _on_one_line(block: _Block) -> str:
    return _SPACES.sub(" ", f"{block.lead} {block.text}").strip(_BLANKS)


def _laid_out(text: str, lines_of: Callable[[_Block], list[str]]) -> str:
    paragraphs = []
    for paragraph in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")):
        lines = [line for block in _blocks(paragraph) for line in lines_of(block)]
        if lines:
            paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)


def _blocks(paragraph: str) -> Iterator[_Block]:
    open_: _Block | None = None
    for line in paragraph.split("\n"):
        if not line.strip(_BLANKS):
            continue
        begun = _begun(line)
        if begun or open_ is None or _ADDRESS.fullmatch(open_.text):
            if open_:
                yield open_
            open_ = begun or _Block("", line.strip(_BLANKS), 0)
        else:
            open_ = _Block(open_.lead, f"{open_.text} {line.strip(_BLANKS)}", open_.hang)
    if open_:
        yield open_


def _begun(line: str) -> _Block | None:
    """Return the block that a line begins, or None where it goes on with the one before."""
    bare = line.strip(" ")
    if bare.startswith(REFERENCE):
        return _Block("", bare[1:], _HANGING_IN)
    if HANG in line:
        lead, _, text = line.partition(HANG)
        return _Block(lead, text.strip(_BLANKS), columns(lead))
    if bare.startswith(_ITEM):
        return _Block(_ITEM, bare.removeprefix(_ITEM), len(_ITEM))
    return _Block("", bare, 0) if _ADDRESS.fullmatch(bare) else None


def _wrap(block: _Block, width: int) -> list[str]:
    lines: list[str] = []
    line = block.lead
    is_begun = False
    for atom, gap in _atoms(block.text):
        longer = f"{line}{gap if is_begun else ''}{atom}"
        # The whole line is measured: a mark may take a column or none, by what it stands after.
        if columns(longer) > width and (is_begun or len(block.lead) > len(_ITEM)):
            lines.append(line.rstrip(" "))
            longer = f"{' ' * block.hang}{atom}"
            if columns(longer) > width:
                longer = atom
        line = longer
        is_begun = True
    return [*lines, line.rstrip(" ")]


def _atoms(text: str) -> Iterator[tuple[str, str]]:
    """Yield what no line may be broken in, each with what stands before it: a space, or nothing."""
    for word in filter(None, text.split(" ")):
        gap = " "
        for atom in [word] if _ADDRESS.match(word) else _unbroken(word):
            yield atom, gap
            gap = ""


def _unbroken(word: str) -> Iterator[str]:
    """Yield a word whole, or, of scripts without spaces, what has to stay together.

    Between two characters of which one is wide, a line may be broken (UAX 14, class ID), but not
    before a mark that closes, nor after one that opens.
    """
    atom = ""
    for grapheme in _GRAPHEME.findall(word):
        if atom and _may_break(atom[-1], grapheme[0]):
            yield atom
            atom = ""
        atom += grapheme
    yield atom


def _may_break(before: str, after: str) -> bool:
    if not (_is_ideograph(before) or _is_ideograph(after)):
        return False
    closes = after in _NOT_FIRST or category(after) in ("Pe", "Pf", "Po")
    return not (closes or category(before) in ("Ps", "Pi"))


def _is_ideograph(character: str) -> bool:
    return east_asian_width(character) in "WF" and category(character)[0] in "LP"
