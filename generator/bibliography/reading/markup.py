"""HTML, MathML and JATS in texts, turned into what titles may hold and into Markdown."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

_HTML = """
    a abbr acronym address article b bdi big blockquote body br caption center cite code col dd del
    dfn div dl dt em font h1 h2 h3 h4 h5 h6 head hr html i img ins kbd li ol p pre q s samp script
    section small span strike strong style sub sup table tbody td tfoot th thead title tr tt u ul
    var
"""
_JATS = """
    alternatives bold break disp-formula disp-quote ext-link fig fixed-case fn formula graphic inf
    inline-formula inline-graphic inline-supplementary-material italic label list list-item
    monospace named-content overline related-article roman sans-serif sc scp sec styled-content
    tex-math underline uri xref
"""
_MATHML = """
    annotation annotation-xml maction math menclose merror mfenced mfrac mi mmultiscripts mn mo
    mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable
    mtd mtext mtr munder munderover none semantics
"""
_KNOWN = frozenset((*_HTML.split(), *_JATS.split(), *_MATHML.split()))
_ATTRIBUTE = r"""\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+)"""
_TAG = re.compile(
    rf"<(?P<end>/?)(?:(?:mml|m|jats|xhtml|html):)?(?P<name>[A-Za-z][A-Za-z0-9-]*)"
    rf"(?P<rest>(?:{_ATTRIBUTE})*)\s*(?P<empty>/?)>"
    r"|<!--.*?-->|<!\[CDATA\[(?P<data>.*?)\]\]>",
    re.DOTALL,
)
_HREF = re.compile(r"""href\s*=\s*["']?(https?://[^\s"'<>()]+)""", re.IGNORECASE)
_MARKS = {
    **dict.fromkeys(("i", "em", "italic"), "i"),
    **dict.fromkeys(("b", "strong", "bold"), "b"),
    **dict.fromkeys(("sub", "inf"), "sub"),
    "sup": "sup",
}
_SCRIPTS = {"msup": ("", "sup"), "msub": ("", "sub"), "msubsup": ("", "sub", "sup")}
_VOID = frozenset(("br", "break", "col", "hr", "img", "mprescripts", "mspace", "none"))
_HEADINGS = frozenset(("title", "h1", "h2", "h3", "h4", "h5", "h6", "caption"))
_SECTIONS = """
    address article blockquote body center dd disp-formula disp-quote div dl dt fig head html list
    ol p pre sec section table tr ul
"""
_BLOCKS = _HEADINGS | frozenset(_SECTIONS.split())
_ITEMS = frozenset(("li", "list-item"))
_ALTERNATIVES = frozenset(("annotation", "annotation-xml", "tex-math"))
_EMPTY_MARK = re.compile(r"<(i|b|sub|sup)>(\s*)</\1>")
_RAISED = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOWERED = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
_HEADS_ABSTRACT = re.compile(r"\s*\*\*(?:abstract|summary)[.:]?\*\*\s*\n", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """An element that is open: its mark stands in the output at a position."""

    name: str
    mark: str
    position: int
    children: int = 0
    address: str = ""


def to_title(written: str) -> str:
    """Return a text with no tags but <i>, <b>, <sub> and <sup>, each opened and closed."""
    if "<" not in written:
        return written
    titled = _render(written, _mark_title)
    while (fewer := _EMPTY_MARK.sub(r"\2", titled)) != titled:
        titled = fewer
    return titled


def to_markdown(written: str) -> str:
    """Return a text as Markdown: paragraphs, emphasis, lists and links; headings in bold."""
    if "<" not in written:
        return written
    blocks = any(
        match["name"] and match["name"].lower() in _BLOCKS for match in _TAG.finditer(written)
    )
    if blocks:
        written = re.sub(r"\s+", " ", written)
    rendered = _render(written, _mark_markdown)
    return _HEADS_ABSTRACT.sub("", rendered, count=1) if blocks else rendered


def plain_text(written: str) -> str:
    """Return a text without tags."""
    return _render(written, lambda _out, _element: None) if "<" in written else written


Marker = Callable[[list[str], _Open], None]
"""Marks in the output, from where it was opened to the end, what an element said."""


def _render(written: str, mark: Marker) -> str:
    out: list[str] = []
    stack: list[_Open] = []
    last = 0
    for match in _TAG.finditer(written):
        name = (match["name"] or "").lower()
        if match["name"] and name not in _KNOWN:
            continue
        _add_text(out, stack, written[last : match.start()])
        last = match.end()
        if match["data"] is not None:
            out.append(match["data"])
        elif not name:
            continue
        elif match["end"]:
            _close(out, stack, name, mark)
        else:
            _open(out, stack, name, match)
            if match["empty"] or name in _VOID:
                _close(out, stack, name, mark)
    _add_text(out, stack, written[last:])
    return "".join(out)


def _add_text(out: list[str], stack: list[_Open], text: str) -> None:
    """Add text: of a formula not the spaces between its elements, nor what repeats it in TeX."""
    names = {element.name for element in stack}
    if "math" in names and (not text.strip() or names & _ALTERNATIVES):
        return
    if "alternatives" in names and "tex-math" in names:
        return
    out.append(text)


def _open(out: list[str], stack: list[_Open], name: str, match: re.Match[str]) -> None:
    mark = _MARKS.get(name, "")
    if stack:
        parent = stack[-1]
        places = _SCRIPTS.get(parent.name, ())
        if parent.children < len(places):
            mark = places[parent.children] or mark
        if parent.name == "mfrac" and parent.children == 1:
            out.append("/")
        parent.children += 1
    href = _HREF.search(match["rest"])
    stack.append(_Open(name, mark, len(out), address=href[1] if href else ""))


def _close(out: list[str], stack: list[_Open], name: str, mark: Marker) -> None:
    """Close an element and all within it that are still open; an end without a beginning goes."""
    if all(element.name != name for element in stack):
        return
    while True:
        element = stack.pop()
        mark(out, element)
        if element.name == name:
            return


def _mark_title(out: list[str], element: _Open) -> None:
    if element.mark:
        out.insert(element.position, f"<{element.mark}>")
        out.append(f"</{element.mark}>")
    elif element.name in _BLOCKS or element.name in _ITEMS or element.name in ("br", "break", "td"):
        out.insert(element.position, " ")
        out.append(" ")


def _mark_markdown(out: list[str], element: _Open) -> None:
    if element.name in ("br", "break"):
        out.append("\n")
        return
    said = "".join(out[element.position :])
    text = said.strip()
    if not text and not element.mark:
        return
    before, after = _around(said)
    if element.mark in ("sub", "sup"):
        table = _RAISED if element.mark == "sup" else _LOWERED
        text = "".join(table[one] for one in text) if set(text) <= table.keys() else text
    elif element.mark and text:
        sign = "*" if element.mark == "i" else "**"
        text = f"{sign}{text}{sign}"
    elif element.name in _HEADINGS:
        text = f"\n\n**{text}**\n\n" if "*" not in text else f"\n\n{text}\n\n"
    elif element.name in _ITEMS:
        text = f"\n- {text}\n"
    elif element.name in _BLOCKS:
        text = f"\n\n{text}\n\n"
    elif element.address and unescape(element.address) != text:
        text = f"[{text}]({element.address})"
    else:
        return
    out[element.position :] = [f"{before}{text}{after}"]


def _around(said: str) -> tuple[str, str]:
    """Return the spaces before and after what an element says; marks stand inside them."""
    if not said.strip():
        return "", said
    return said[: len(said) - len(said.lstrip())], said[len(said.rstrip()) :]
