"""LaTeX in fields of BibTeX as text with the marks of titles."""

import codecs
import re
from typing import Any

import latexcodec  # noqa: F401  # registers the codec "ulatex"

_DECODER: Any = codecs.lookup("ulatex")  # from text to text, of which Python's types know nothing

_UNESCAPED_PERCENT = re.compile(r"(?<!\\)%")
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)\*?[ \t]*|(.))", re.DOTALL)
_ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
    "t": "\u0361",
    "h": "\u0309",
    "cb": "\u0326",
}
_MARKS = {
    **dict.fromkeys(("emph", "textit", "textsl", "mkbibemph", "mkbibitalic", "mathit"), "i"),
    **dict.fromkeys(("textbf", "mkbibbold", "mathbf"), "b"),
    **dict.fromkeys(("textsubscript", "subscript"), "sub"),
    **dict.fromkeys(("textsuperscript", "superscript"), "sup"),
}
_SWITCHES = {"it": "i", "itshape": "i", "sl": "i", "em": "i", "bf": "b", "bfseries": "b"}
_QUOTES = frozenset(("enquote", "mkbibquote", "textquote"))
_TWO = frozenset(("href", "textcolor", "foreignlanguage", "hspace", "raisebox"))
"""Commands of two arguments, of which the second is read."""

_SYMBOLS = {
    "textgreater": ">",
    "textless": "<",
    "textquoteright": "\u2019",
    "textquoteleft": "\u2018",
    "textquotedblleft": "\u201c",
    "textquotedblright": "\u201d",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textbackslash": "\\",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textunderscore": "_",
    "textdollar": "$",
    "textellipsis": "\u2026",
    "textemdash": "\u2014",
    "textendash": "\u2013",
    "textcopyright": "\u00a9",
    "textregistered": "\u00ae",
    "texttrademark": "\u2122",
    "texteuro": "\u20ac",
    "euro": "\u20ac",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "newline": " ",
    "par": "\n\n",
    "quad": " ",
    "qquad": " ",
    "space": " ",
    "slash": "/",
    "infty": "\u221e",
    "leq": "\u2264",
    "le": "\u2264",
    "geq": "\u2265",
    "ge": "\u2265",
    "neq": "\u2260",
    "approx": "\u2248",
    "sim": "~",
}
_HELD = {
    name: chr(0xFDD0 + place)
    for place, name in enumerate(
        ("textasciitilde", "textasciicircum", "textbackslash", "textbraceleft", "textbraceright")
    )
}
"""Signs that LaTeX would obey, by characters that are none while it is read (Unicode, 23.7)."""

_FREED = {ord(held): _SYMBOLS[name] for name, held in _HELD.items()}
_NAMED = re.compile(rf"\\({'|'.join(_HELD)})(?![A-Za-z])(?:\{{\}}|[ \t]*)")
_SINGLE = {"\\": " ", "-": "", "/": "", "!": "", ",": " ", ";": " ", ":": " ", " ": " ", "@": ""}
_MATH = re.compile(r"[\\^_{}<>=]|^.{1,3}$", re.DOTALL)
_DEEPEST = 40
_ESCAPED = re.compile(r"\\([_%&#$~{}])")


def from_latex(written: str) -> str:
    """Return text of LaTeX: accents and symbols as characters, emphasis as <i> and <b>.

    Braces go, and so do commands that are not known; what stands in their arguments stays.
    """
    if not any(sign in written for sign in "\\{}$~`'-%\""):
        return written
    written = _NAMED.sub(lambda match: _HELD[match[1]], written)
    try:
        decoded = _DECODER.decode(_UNESCAPED_PERCENT.sub(r"\\%", written))[0]
    except ValueError:  # a backslash at the end, or the like
        decoded = written
    return _read(decoded, 0).translate(_FREED)


def verbatim(written: str) -> str:
    """Return an address or identifier, in which only what had to be escaped is."""
    bare = re.sub(r"^\s*\\(?:url|path|nolinkurl)\s*", "", written.strip())
    bare = bare.replace(r"\textasciitilde{}", "~").replace(r"\textasciitilde", "~")
    bare = bare.replace(r"{\_}", "_").replace(r"\~{}", "~").replace(r"{\textunderscore}", "_")
    bare = _ESCAPED.sub(r"\1", bare)
    while bare.startswith("{") and bare.endswith("}"):
        bare = bare[1:-1]
    return bare.strip()


def _read(text: str, depth: int) -> str:
    """Return a piece of LaTeX as text; ``depth`` counts the pieces around it."""
    out: list[str] = []
    at = 0
    while at < len(text):
        character = text[at]
        if character == "\\":
            said, at = _command(text, at, depth)
            out.append(said)
        elif character == "{":
            inner, at = _group(text, at)
            out.append(_switched(inner, depth))
        elif character == "$":
            said, at = _math(text, at, depth)
            out.append(said)
        elif character == "~":
            out.append(" ")
            at += 1
        else:
            out.append("" if character == "}" else character)
            at += 1
    return "".join(out)


def _command(text: str, at: int, depth: int) -> tuple[str, int]:
    match = _COMMAND.match(text, at)
    if not match:
        return "", at + 1  # a backslash at the end
    name, after = match[1] or match[2], match.end()
    if not match[1] and name not in _ACCENTS:
        return _SINGLE.get(name, name), after
    if name in _ACCENTS:
        return _accented(text, after, _ACCENTS[name], depth)
    if name in _SYMBOLS:
        return _SYMBOLS[name], after + 2 if text.startswith("{}", after) else after
    return _with_argument(name, text, after, depth)


def _with_argument(name: str, text: str, after: int, depth: int) -> tuple[str, int]:
    """Return what a command with an argument says; of one without any, nothing."""
    if not text.startswith("{", after) or depth >= _DEEPEST:
        return "", after
    inner, after = _group(text, after)
    if name in _TWO and text.startswith("{", after):
        inner, after = _group(text, after)
    said = _read(inner, depth + 1)
    if name in _MARKS:
        return f"<{_MARKS[name]}>{said}</{_MARKS[name]}>", after
    return (f"\u201c{said}\u201d" if name in _QUOTES else said), after


def _accented(text: str, at: int, accent: str, depth: int) -> tuple[str, int]:
    """Return the letter after an accent with the accent on it."""
    if text.startswith("{", at):
        inner, after = _group(text, at)
        letters = _read(inner, depth + 1) if depth < _DEEPEST else inner
    else:
        letters, after = text[at : at + 1], at + 1
    letters = letters.replace("\u0131", "i") if accent != "\u0307" else letters
    return (letters[:1] + accent + letters[1:] if letters else ""), min(after, len(text))


def _group(text: str, at: int) -> tuple[str, int]:
    """Return what stands in the braces that open at a place, and where they have ended."""
    level = 0
    for position in range(at, len(text)):
        if text[position] == "{":
            level += 1
        elif text[position] == "}":
            level -= 1
            if not level:
                return text[at + 1 : position], position + 1
    return text[at + 1 :], len(text)


def _switched(inner: str, depth: int) -> str:
    """Return a group, with the mark that a command at its beginning, as 'it', switches on."""
    match = _COMMAND.match(inner)
    if depth >= _DEEPEST:
        return inner.replace("{", "").replace("}", "")
    if match and match[1] in _SWITCHES:
        mark = _SWITCHES[match[1]]
        return f"<{mark}>{_read(inner[match.end() :], depth + 1)}</{mark}>"
    return _read(inner, depth + 1)


def _math(text: str, at: int, depth: int) -> tuple[str, int]:
    """Return a formula as text; a dollar that opens none is one."""
    end = text.find("$", at + 1)
    inner = text[at + 1 : end]
    if end < 0 or not inner or not _MATH.search(inner) or depth >= _DEEPEST:
        return "$", at + 1
    out: list[str] = []
    position = 0
    while position < len(inner):
        character = inner[position]
        if character in "^_" and position + 1 < len(inner):
            mark = "sup" if character == "^" else "sub"
            if inner[position + 1] == "{":
                script, position = _group(inner, position + 1)
            elif inner[position + 1] == "\\":
                script, position = _command(inner, position + 1, depth + 1)
            else:
                script, position = inner[position + 1], position + 2
            out.append(f"<{mark}>{_read(script, depth + 1)}</{mark}>")
        elif character == "\\":
            said, position = _command(inner, position, depth + 1)
            out.append(said)
        else:
            out.append("" if character in "{}" else character)
            position += 1
    return "".join(out), end + 1
