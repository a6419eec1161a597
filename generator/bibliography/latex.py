"""Texts as LaTeX, in a form that no reader of BibTeX files can misread.

BibTeX, biber and pybtex count every brace, bibtexparser only those without a backslash before it.
So braces are written as such only in pairs, and every other one by its name.
"""

import re
from collections.abc import Iterator

_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_HARD_SPACES = "\u00a0\u202f\u2007"
_PARAGRAPH = re.compile(r"(?:\r\n?|\n)\s*(?:\r\n?|\n)")
_MARK = re.compile(r"<(/?)(i|b|sub|sup)>")
_COMMANDS = {"i": "emph", "b": "textbf", "sub": "textsubscript", "sup": "textsuperscript"}
_SPECIAL = {
    "\\": r"{\textbackslash}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_TABLE = str.maketrans(_SPECIAL)
_PAIRED = {"{": r"\{", "}": r"\}"}
_LONE = {"{": r"{\textbraceleft}", "}": r"{\textbraceright}"}
_BRACES = re.compile(r"[{}]")
_PLAIN = re.compile(r"[^\\~^#$%&_{}]*")
_LIGATURE = re.compile(r"-(?=-)|'(?=')|`(?=`)|,(?=,)|<(?=<)|>(?=>)|[?!](?=`)")
"""Signs that TeX sets as another together with the next: two hyphens as a dash, and so on."""

_VERBATIM = re.compile(r"[\s\\{}]")


def one_line(text: str) -> str:
    """Return a text without line breaks and control characters, each run of them as one space.

    Spaces at which no line may break stay as they are.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    words = _SPACE.sub(lambda run: run[0] if run[0] in _HARD_SPACES else " ", text)
    return words.strip()


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, each on one line."""
    parts = (one_line(part) for part in _PARAGRAPH.split(text))
    return [part for part in parts if part]


def latex(text: str) -> str:
    """Return a text on one line with everything escaped that means something to LaTeX."""
    return _escaped(one_line(text))


def latex_prose(text: str) -> str:
    r"""Return a text of several paragraphs, which ``\par`` parts.

    A line break would do as well, but bibtexparser takes '@word(' at the beginning of a line for
    a new entry.
    """
    return r"\par ".join(map(_escaped, paragraphs(text)))


def latex_title(title: str, *, protected: bool = True) -> str:
    r"""Return a title: its marks <i>, <b>, <sub> and <sup> as \emph and so on, its capitals kept.

    Styles of BibTeX set titles in lower case but for the first letter and what stands in braces
    (BibTeXing, section 4, hint 8). A record's title is capitalized as it should be printed, so
    each word with a capital stands in braces; of the first word, only capitals after its first
    letter count. Marks that are not paired are words.
    """
    line = one_line(title)
    return _title(line, protected=protected, first=True) if line else ""


def verbatim(address: str) -> str:
    r"""Return a web address or identifier for a field that is not read as LaTeX: url, doi.

    Such fields hold ``_``, ``%``, ``#`` and ``&`` as they are (biblatex manual, 2.2.1, "verbatim").
    Only spaces, braces and backslashes are percent-encoded (RFC 3986, 2.1): they cannot stand in
    an address, and would break the file.
    """
    line = one_line(address)
    return _VERBATIM.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), line)


def _escaped(line: str) -> str:
    if _LIGATURE.search(line):
        return _LIGATURE.sub(r"\g<0>{}", _signs(line))
    return _signs(line)


def _signs(line: str) -> str:
    if _PLAIN.fullmatch(line):
        return line
    if "{" not in line and "}" not in line:
        return line.translate(_TABLE)
    paired = _pairs(line)
    written = [
        (_PAIRED if index in paired else _LONE)[sign]
        if sign in _PAIRED
        else _SPECIAL.get(sign, sign)
        for index, sign in enumerate(line)
    ]
    return "".join(written)


def _pairs(line: str) -> frozenset[int]:
    """Return where braces stand that have a partner."""
    opened: list[int] = []
    paired: set[int] = set()
    for brace in _BRACES.finditer(line):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            paired |= {opened.pop(), brace.start()}
    return frozenset(paired)


def _title(line: str, *, protected: bool, first: bool) -> str:
    """Return a title, or a part of it; ``first`` tells whether it begins with the first word."""
    written: list[str] = []
    start = 0
    for opening, closing in _outer_marks(line):
        before = line[start : opening.start()]
        written.append(_words(before, protected=protected, first=first))
        first = first and not before.strip()
        inner = line[opening.end() : closing.start()]
        # What stands in the braces of a command keeps its case already.
        content = _title(inner, protected=False, first=first)
        written.append(f"\\{_COMMANDS[opening[2]]}{{{content}}}")
        first = False
        start = closing.end()
    written.append(_words(line[start:], protected=protected, first=first))
    return "".join(written)


def _outer_marks(line: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the opening and closing marks of each part that is marked and not in another."""
    if "<" not in line:
        return
    opened: list[re.Match[str]] = []
    pairs: list[tuple[re.Match[str], re.Match[str]]] = []
    for mark in _MARK.finditer(line):
        if not mark[1]:
            opened.append(mark)
        elif any(one[2] == mark[2] for one in opened):
            while opened[-1][2] != mark[2]:
                opened.pop()
            pairs.append((opened.pop(), mark))
    end = 0
    for opening, closing in sorted(pairs, key=lambda pair: pair[0].start()):
        if opening.start() >= end:
            yield opening, closing
            end = closing.end()


def _words(text: str, *, protected: bool, first: bool) -> str:
    if not protected or not _has_capital(text):
        return _escaped(text)
    if _pairs(text):  # a pair of braces must not be parted by those around a word
        bare = text.strip(" ")
        before, after = text.split(bare)
        return f"{before}{{{_escaped(bare)}}}{after}"
    written: list[str] = []
    for word in text.split(" "):
        kept = _has_capital(word[1:] if first else word)
        written.append(f"{{{_escaped(word)}}}" if kept else _escaped(word))
        first = first and not word
    return " ".join(written)


def _has_capital(text: str) -> bool:
    return not text.islower() and any(sign.isupper() or sign.istitle() for sign in text)
