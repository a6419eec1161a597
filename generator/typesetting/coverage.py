"""Which texts the fonts can set. The engine itself is asked: so the answer is always its own."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import regex
import typst

_PROBE = Path(__file__).with_name("probe.typ")
_STANDARD: Literal["a-2a"] = "a-2a"
"""PDF/A-2a (ISO 19005-2), which has no place for a character without a glyph (6.2.11.4.1)."""
_REFUSAL = "PDF/A-2a error: "
"""How the engine begins when the standard, and not the probe, is the reason."""

_BEFORE = "A"
"""A letter to try each character after. For a mark that no font has, the engine draws a dotted
circle and says nothing, but not both at the beginning of a word and after a letter."""

_WEIGHTS = (400, 600)
_STYLES = ("normal", "italic")

_REFUSED = regex.compile(r"[\p{Cs}\uFEFF\u202A-\u202E\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]")
"""Halves of characters and the byte order mark, which no document may hold (ISO 19005-2, 6.2.11.7),
marks that turn around the text after them, and controls that are neither a tab nor a line break."""

_FORMAT = regex.compile(r"\p{Cf}")
"""Characters that draw nothing and change what stands beside them: tried where they stand."""

_CLUSTER = regex.compile(r"\X")
"""What a reader takes for one character: a letter with its marks (Unicode Standard Annex 29)."""


class Coverage:
    """Answers for the fonts of the engine, and remembers.

    ``firsts`` are the families for the program's own words; each is tried in upright and italic,
    regular and semibold, before ``others``: a text may stand in any of them.
    """

    def __init__(self, fonts: typst.Fonts, firsts: Sequence[str], others: Sequence[str]) -> None:
        self._faces = [
            {"families": [first, firsts[0], *others], "weight": weight, "style": style}
            for first in firsts
            for weight in _WEIGHTS
            for style in _STYLES
        ]
        self._compiler = typst.Compiler(
            _PROBE, root=_PROBE.parent, font_paths=fonts, ignore_system_fonts=True
        )
        self._known: dict[str, bool] = {}

    def unset(self, text: str) -> Iterator[str]:
        """Yield what the fonts cannot set of a text, each character with its marks, once."""
        clusters = tuple(dict.fromkeys(_CLUSTER.findall(text)))
        self._ask([cluster for cluster in clusters if cluster not in self._known])
        unset = [cluster for cluster in clusters if not self._known[cluster]]
        if not unset and _FORMAT.search(text) and not self._sets([text]):
            unset = list(dict.fromkeys(_FORMAT.findall(text)))
        yield from unset

    def _ask(self, clusters: Sequence[str]) -> None:
        """Find out about some clusters: about all at once, and about halves where that fails."""
        if not clusters:
            return
        if self._sets(clusters):
            self._known.update(dict.fromkeys(clusters, True))
        elif len(clusters) == 1:
            self._known[clusters[0]] = False
        else:
            middle = len(clusters) // 2
            self._ask(clusters[:middle])
            self._ask(clusters[middle:])

    def _sets(self, texts: Iterable[str]) -> bool:
        texts = list(texts)
        if any(map(_REFUSED.search, texts)):
            return False
        tried = [*texts, *(_BEFORE + text for text in texts)]
        data: dict[str, Any] = {"texts": tried, "faces": self._faces}
        try:
            self._compiler.compile(
                format="pdf",
                pdf_standards=[_STANDARD],
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            )
        except typst.TypstError as fault:
            if not fault.message.startswith(_REFUSAL):
                raise
            return False
        return True
